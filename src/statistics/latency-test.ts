import type { Judgement } from "../domain/evidence/result.ts";
import type { History } from "../domain/watch/history.ts";
import type { RequestSample } from "../domain/watch/sample.ts";
import { startErrorTest } from "./errors.ts";
import { type Answers, type Comparison, startComparison } from "./latency-comparison.ts";
import type { ErrorTestRun, StatisticalTest } from "./test.ts";

/** One answer as the test sees it, or several alike. */
type Answer = Pick<RequestSample, "atMs" | "ms" | "arm" | "count">;

interface LatencyTest extends Omit<ErrorTestRun, "add" | "verdict"> {
  add(answer: Answer): void;
  /** Without `nowMs` the newest answer is now. */
  verdict(nowMs?: number): Judgement;
}

/** What latency is held to. */
interface LatencyLimits {
  /** Slower by more than this part of what it was is unacceptable: 0.5 is 50 %. */
  readonly increase: number;
  /** So long may 95 % of answers take at most, whatever it was before; null for no such limit. */
  readonly limitMs: number | null;
  readonly watchMs: number;
  /** True where answers of the release before come as well, with `arm: "old"`. */
  readonly control: boolean;
  /** What was measured before the deployment. It counts where there is no control. */
  readonly history?: Pick<History, "latenciesMs"> | null;
}

/** The latency of the new release: against that of the release before, and against the limit of the criteria. */
export const latencyTest: StatisticalTest = {
  id: "latency",
  judges: "latency",
  start({ criteria, ...watch }) {
    const { latencyIncrease: increase, latencyMaxMs: limitMs } = criteria;
    if (increase === null) return null;
    if (limitMs === null && !watch.control && !isEnough(watch.history?.latenciesMs)) return null;
    const test = startLatencyTest({ increase, limitMs, ...watch });
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

/** What takes less counts as this: that 1 ms became 2 ms is no reason to roll back, and two machines differ by more. */
const negligibleMs = 10;
/** Latencies of the time before the deployment that are enough to compare with. */
const enough = 100;
/** The part of answers that may take longer than the absolute limit. */
const beyond = 0.05;

function isEnough(latencies: readonly number[] | undefined): latencies is readonly number[] {
  return latencies !== undefined && latencies.length >= enough;
}

/**
 * Is the new release slower than the one before by more than `increase`? Each of its answers is divided by 1 +
 * `increase`; they must not rank above the control's. Two tests, asked whenever 5 % more answers have come: ranks of
 * all of them (Mann and Whitney 1947), which finds a shift of the whole soonest, and exceedances of the control's 90th,
 * 95th and 99th percentile by a mixture likelihood ratio, for a part of requests that is slow (`tails.ts`). After the
 * first alarm the next answers must agree. Where a limit is set, answers beyond it are judged as errors are: 5 % of
 * them are too many. What both releases share is not the new one's fault. Differences below 10 ms are none.
 */
export function startLatencyTest(limits: LatencyLimits): LatencyTest {
  const { increase, limitMs, watchMs, control, history = null } = limits;
  if (!(increase > 0)) throw new RangeError(`An increase of ${increase} cannot be tested: it must be above 0.`);
  const beforeMs = control ? [] : (history?.latenciesMs ?? []);
  const slowMs = beforeMs.map((ms) => Math.max(ms, negligibleMs));
  const compared = control || isEnough(beforeMs) ? startComparisons(increase, slowMs, watchMs) : null;
  const absolute =
    limitMs === null
      ? null
      : startErrorTest({ errorRate: beyond, watchMs, control, history: historyBeyond(beforeMs, limitMs) });
  if (compared === null && absolute === null)
    throw new RangeError("Nothing sets a limit for latency: there is no control, no history and no `limitMs`.");
  let newestMs = 0;

  return {
    add({ atMs, ms, arm = "new", count = 1 }) {
      if (ms === null || !(ms >= 0 && ms < Number.POSITIVE_INFINITY) || !(count >= 1)) return;
      if (atMs > newestMs && Number.isFinite(atMs)) newestMs = atMs;
      compared?.add({ atMs: newestMs, ms: Math.max(ms, negligibleMs), arm, count });
      absolute?.add({ atMs, failed: ms > (limitMs ?? 0), arm, count });
    },
    get failed() {
      return compared?.failed === true || absolute?.failed === true;
    },
    verdict(nowMs = newestMs) {
      const verdicts: Judgement[] = [];
      if (compared !== null) verdicts.push(compared.verdict(nowMs));
      if (absolute !== null && limitMs !== null) verdicts.push(beyondLimit(absolute.verdict(nowMs), limitMs));
      const worst = (of: Judgement["verdict"]) => verdicts.find(({ verdict }) => verdict === of);
      return worst("fail") ?? worst("inconclusive") ?? (verdicts[0] as Judgement);
    },
  };
}

/** The verdict on answers beyond the limit, whose sentence counts them as failed. */
function beyondLimit(judgement: Judgement, limitMs: number): Judgement {
  const says = `Taken as failed where an answer took more than ${limitMs} ms: ${judgement.says}`;
  if (judgement.verdict !== "fail") return { ...judgement, says };
  const remedy = "Read the log of the release for what is slow, or raise `criteria.latency.max`.";
  return { ...judgement, reason_code: "latency_exceeded", says, remedy };
}

function historyBeyond(latenciesMs: readonly number[], limitMs: number) {
  if (latenciesMs.length === 0) return null;
  return { requests: latenciesMs.length, errors: latenciesMs.filter((ms) => ms > limitMs).length };
}

/** How long a comparison of the newest answers goes on before it begins anew; the next one begins half-way. */
const recentMs = 300_000;
/** Standard deviations that it demands in addition: there is one more of them with each few minutes. */
const recentExtra = 0.4;

/** All answers, and twice the newest of them, so that a fault that comes late is seen. */
function startComparisons(increase: number, beforeMs: readonly number[], watchMs: number) {
  const lastsMs = Math.min(recentMs, watchMs / 2);
  const whole = startComparison(increase, beforeMs);
  const recent: { endsMs: number; comparison: Comparison }[] = [lastsMs / 2, lastsMs].map((endsMs) => {
    return { endsMs, comparison: startComparison(increase, beforeMs, recentExtra) };
  });
  let failure: Judgement | null = null;
  return {
    add(answers: Answers): void {
      for (const one of recent) {
        if (answers.atMs >= one.endsMs) {
          one.comparison = startComparison(increase, beforeMs, recentExtra);
          one.endsMs = answers.atMs + lastsMs;
        }
        one.comparison.add(answers);
      }
      whole.add(answers);
      failure ??=
        whole.failure ?? recent.find(({ comparison }) => comparison.failure !== null)?.comparison.failure ?? null;
    },
    get failed() {
      return failure !== null;
    },
    verdict(nowMs: number): Judgement {
      if (failure !== null) return failure;
      const verdict = whole.verdict({ nowMs, watchMs });
      if (verdict.verdict !== "pass" || !recent.some(({ comparison }) => comparison.suspicious)) return verdict;
      const says = "The newest answers are too slow to pass, although all of them together are not.";
      return { ...verdict, verdict: "inconclusive", reason_code: "watch_inconclusive", says, remedy: watchLonger };
    },
  };
}

const watchLonger = "Watch for longer (`criteria.watch`).";
