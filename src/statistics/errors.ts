import type { Judgement } from "../domain/evidence/result.ts";
import type { History } from "../domain/watch/history.ts";
import type { RequestSample } from "../domain/watch/sample.ts";
import { type Chart, divergence, startChart, type Weights, weigh } from "./cusum.ts";
import { needed, type Seen, verdictOf } from "./error-verdict.ts";
import { type ControlledTest, startOwnErrorTest } from "./own-errors.ts";
import { type Judged, judgedBy } from "./own-rate.ts";
import { startSilence } from "./silence.ts";
import type { ErrorTestRun, StatisticalTest } from "./test.ts";

/** One request as the test sees it, or several alike. */
type Request = Pick<RequestSample, "atMs" | "failed" | "arm" | "count">;

/** A sequential test that may be asked at any time. */
interface ErrorTest extends Omit<ErrorTestRun, "add" | "verdict"> {
  add(request: Request): void;
  /** Without `nowMs` the newest request is now. */
  verdict(nowMs?: number): Judgement;
}

/** The limit on the error rate, as a fraction, how long the watch lasts, and what else is known. */
interface Limit {
  readonly errorRate: number;
  readonly watchMs: number;
  /** True where requests of the release before come as well, with `arm: "old"`. */
  readonly control?: boolean;
  /** What was measured before the deployment. It counts where there is no control. */
  readonly history?: Pick<History, "requests" | "errors"> | null;
}

/**
 * The rate of request errors of the new release: against that of the release before, else against what was usual before
 * the deployment and the limit of the criteria.
 */
export const errorTest: StatisticalTest = {
  id: "errors",
  judges: "errors",
  start({ criteria, ...watch }) {
    const test = startErrorTest({ errorRate: criteria.errorRate, ...watch });
    return {
      ...test,
      add(sample) {
        if (sample.kind === "request") test.add(sample);
      },
      get failed() {
        return test.failed;
      },
    };
  },
};

/** A chart, and the two rates that it weighs requests between. */
interface Weighted {
  readonly chart: Chart;
  readonly rates: { readonly tolerable: number; readonly unacceptable: number };
  readonly weights: Weights;
}

/** Where the score of a chart begins. */
const headStart = 3.5;
/** Where it fails the release: e^-6 is 0.25 %, the chance that a healthy one gets there from the head start. */
const alarm = 9.5;
/** A score up to here passes: below what two windows of errors add to a healthy release. */
const calm = 5.5;
/** Requests that fail within so long are one event. */
const windowMs = 5_000;
/** The most that one window adds: less than half the way, so that one burst over two windows cannot fail a release. */
const cap = 2.9;
/** Where requests of the control are awaited for so long and none comes, the limit alone counts. */
const noControlMs = 30_000;
/** The most that counts as tolerable, where requests are many: nearer to the limit nothing can be distinguished. */
const mostTolerable = 0.9;
/** Where requests are many it is raised from here. */
const leastRaised = 0.2;
/** Requests of one horizon must carry so many nats between the limit and the tolerable rate. */
const wantedNats = 32;
const horizonMs = 600_000;
/** Sums of logarithms are rounded; an alarm that was reached exactly counts as reached. */
const rounding = 1e-9;

/**
 * Is the rate of request errors below `errorRate`, a fraction between 0 and 1? Asked while requests come in, for a
 * watch of `watchMs`.
 *
 * Fails by two CUSUM charts of log-likelihood ratios (Wald 1945, Page 1954), whichever first gets from 3.5 to 9.5: one
 * weighs a tolerable rate against the limit, the other against twice the limit, which finds a release far above it in
 * 10 to 20 s. With few requests the tolerable rate is a fifth of the limit. It moves up to 90 % of it with the requests
 * that come in, as near as those of ten minutes (of two, for the fast chart) can distinguish: where there are thousands
 * of requests, 3 % are not taken for 5 %. A window of 5 s begins at an error, or at once after another while a score is
 * above 5.5. What it adds, errors and successes together, is capped below half the way: three windows must agree. A
 * capped likelihood ratio is still a supermartingale, so by Ville's inequality a chart fails a release that holds the
 * tolerable rate with at most e^-6 = 0.25 % from its start, and e^-9.5 for each time that it starts anew at 0. In a
 * watch of hours the alarm rises by 2 ln(k) in the k-th ten minutes, so that all of them together fail at most 1.7
 * times as often as the first. Requests count as independent: of errors that come in bursts less is counted.
 *
 * Passes when the limit is excluded: requests × KL(seen rate ‖ limit) of at least 3.7, which by Chernoff's bound (1952)
 * a release at the limit reaches with at most e^-3.7 = 2.5 %; when no chart is above 5.5, and the newest window is no
 * burst; and when the watch was not silent for most of it. Simulated for ten minutes at 60, 600 and 6,000 requests a
 * minute (`bench/judge.ts`): 1 % of errors is failed in at most 0.4 % of watches and passed in 99 %, 5 % is failed in
 * 99 %. Without requests, or with too few, it is inconclusive. A failed watch stays failed. Memory does not grow.
 */
export function startErrorTest({ errorRate, watchMs, control = false, history = null }: Limit): ErrorTest {
  if (!(errorRate > 0 && errorRate < 1))
    throw new RangeError(`An error rate of ${errorRate} cannot be tested: it must be between 0 and 1.`);
  if (!(watchMs > 0)) throw new RangeError(`A watch of ${watchMs} ms cannot be judged: it must last.`);
  if (!control) return startFixed({ watchMs, ...judgedBy(errorRate, history) });
  return controlled({
    compared: startOwnErrorTest({ errorRate, watchMs }),
    fixed: startFixed({ watchMs, ...judgedBy(errorRate, history) }),
  });
}

/** Both tests are given every request; where no request of the control comes, the fixed one decides. */
function controlled({ compared, fixed }: { readonly compared: ControlledTest; readonly fixed: ErrorTest }): ErrorTest {
  let newestMs = 0;
  let controls = 0;
  const alone = () => controls === 0 && newestMs >= noControlMs;
  return {
    add({ atMs, failed, arm = "new", count = 1 }) {
      if (!(count >= 1)) return;
      if (atMs > newestMs && Number.isFinite(atMs)) newestMs = atMs;
      if (arm === "old") controls += count;
      compared.add({ atMs: newestMs, failed, arm, count });
      fixed.add({ atMs, failed, arm, count });
    },
    get failed() {
      return compared.failed || (alone() && fixed.failed);
    },
    verdict(nowMs = newestMs) {
      if (compared.failed || controls > 0 || newestMs === 0)
        return compared.verdict(Number.isFinite(nowMs) ? nowMs : newestMs);
      const judgement = fixed.verdict(nowMs);
      return { ...judgement, says: `${judgement.says} No request of the previous release was seen to compare with.` };
    },
  };
}

/** A limit that stands: of the criteria, or above what was usual before. */
function startFixed({ limit: errorRate, least, watchMs, note }: Judged & { readonly watchMs: number }): ErrorTest {
  const charts = startCharts({ errorRate, least, watchMs });
  let requests = 0;
  let errors = 0;
  const silence = startSilence();
  let failure: Seen["failure"] = null;
  let suffices = { errors: 0, requests: needed(0, errorRate) };

  function add({ atMs, failed, arm, count = 1 }: Request): void {
    // The release before is the control, and not what is judged.
    if (arm === "old" || !(count >= 1)) return;
    requests += count;
    if (failed) errors += count;
    // Requests overlap: one that is reported late, or without a time, counts as the newest, or it would open an old
    // window again.
    silence.heard(atMs);
    charts.add({ failed, count }, requests, silence.newestMs);
    // Only an error raises a score.
    if (failed) failure ??= charts.failure(requests, silence.newestMs);
  }

  function verdict(nowMs = silence.newestMs): Judgement {
    if (suffices.errors !== errors) suffices = { errors, requests: needed(errors, errorRate, suffices.requests) };
    const judgement = verdictOf({
      ...{ requests, errors, errorRate, watchMs, failure },
      silenceMs: silence.longest(nowMs),
      score: charts.worst.score,
      alarm: alarmAt(silence.newestMs),
      toCalm: charts.toCalm,
      suffices: suffices.requests,
      recent: charts.worst.since,
    });
    return note === null ? judgement : { ...judgement, says: `${judgement.says} ${note}` };
  }

  return {
    add,
    get failed() {
      return failure !== null;
    },
    verdict,
  };
}

/** The limit, the least that counts as tolerable, and how long the watch lasts. */
interface ChartLimits {
  readonly errorRate: number;
  readonly least: number;
  readonly watchMs: number;
}

/** The two charts of a watch, weighed anew with each window. */
function startCharts({ errorRate, least, watchMs }: ChartLimits) {
  const far = Math.min(2 * errorRate, (1 + errorRate) / 2);
  let fast = between(least, far, startChart({ headStart, cap }));
  let fine = between(least, errorRate, startChart({ headStart, cap }));
  const window = Math.min(windowMs, watchMs / 4);
  let windowEndsMs: number | null = null;

  /** A window begins at an error; while the score is high the next one follows at once. */
  function openWindow(failed: boolean, requests: number, newestMs: number): void {
    const high = fast.chart.score > calm || fine.chart.score > calm;
    windowEndsMs = failed || high ? newestMs + window : null;
    const expected = (requests / Math.max(newestMs, 2 * window)) * Math.min(horizonMs, watchMs);
    fast = between(tolerableRate({ errorRate, least }, expected / 5), far, fast.chart);
    fine = between(tolerableRate({ errorRate, least }, expected), errorRate, fine.chart);
    fast.chart.nextWindow();
    fine.chart.nextWindow();
  }

  return {
    /** Counts the newest request or several alike, of so many, at that time of the watch. */
    add({ failed, count }: { failed: boolean; count: number }, requests: number, newestMs: number): void {
      if (windowEndsMs === null ? failed : newestMs >= windowEndsMs) openWindow(failed, requests, newestMs);
      fast.chart.add(failed, fast.weights, count);
      fine.chart.add(failed, fine.weights, count);
    },
    failure: (requests: number, newestMs: number) =>
      failureOf(fast, requests, newestMs) ?? failureOf(fine, requests, newestMs),
    get worst() {
      return fast.chart.score > fine.chart.score ? fast.chart : fine.chart;
    },
    get toCalm() {
      return Math.max(toCalm(fast), toCalm(fine));
    },
  };
}

function failureOf({ chart, rates }: Weighted, requests: number, newestMs: number): Seen["failure"] {
  if (chart.score < alarmAt(newestMs) - rounding) return null;
  return { ...chart.since, part: chart.since.requests < requests, ...rates };
}

function between(tolerable: number, unacceptable: number, chart: Chart): Weighted {
  const rates = { tolerable, unacceptable };
  return { chart, rates, weights: weigh(rates) };
}

/** What fails a release at that time of the watch. */
function alarmAt(atMs: number): number {
  return alarm + 2 * Math.log(Math.floor(atMs / horizonMs) + 1);
}

/** How many clean requests calm a chart; 0 when it is calm. A burst is over with the first one after its window. */
function toCalm({ chart, weights }: Weighted): number {
  return Math.max(chart.burst ? 1 : 0, Math.ceil((chart.score - calm) / -weights.success));
}

/** The highest rate that so many requests can distinguish from the limit, within its bounds. */
function tolerableRate({ errorRate: limit, least }: Omit<ChartLimits, "watchMs">, requests: number): number {
  const distinguishes = (rate: number) => requests * divergence(limit, rate) >= wantedNats;
  let low = Math.max(least, limit * leastRaised);
  let high = limit * mostTolerable;
  if (!distinguishes(low)) return least;
  if (distinguishes(high)) return high;
  while (high - low > limit * 0.001) {
    const middle = (low + high) / 2;
    if (distinguishes(middle)) low = middle;
    else high = middle;
  }
  return low;
}
