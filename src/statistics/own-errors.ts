import type { Judgement } from "../domain/evidence/result.ts";
import { type Bursts, startBursts } from "./bursts.ts";
import { type Chart, startChart, weigh } from "./cusum.ts";
import { controlledVerdict, type WorseThanOld } from "./own-verdict.ts";
import { startSilence } from "./silence.ts";
import { type Both, type Counts, deviance, excludes, startEvidence, type TwoSampleTest } from "./two-sample.ts";

/** Requests of one arm that ended alike. */
export interface Ended {
  readonly atMs: number;
  readonly failed: boolean;
  readonly arm: "new" | "old";
  readonly count: number;
}

/** What a test with a control concludes, and whether it has failed the release. */
export interface ControlledTest {
  add(requests: Ended): void;
  readonly failed: boolean;
  verdict(nowMs: number): Judgement;
}

/** How long faults that come late are counted apart: from one to two of these, milliseconds. */
const recentMs = 150_000;
/** What the evidence of the newest requests must exceed in addition: they are looked at anew again and again. */
const recentNats = 1.2;
/** The alarm rises with each further ten minutes, so that a watch of hours fails hardly more often than a short one. */
const horizonMs = 600_000;
/** The last look, at the end of the watch: 2.95 standard deviations, and at least half the limit of difference. */
const lastDeviance = 2.95 ** 2 / 2;
const lastPart = 0.5;
const endOfWatch = 0.95;
/** Where the newest errors leave a score above this, nothing passes; a healthy release is there in 1 % of its time. */
const calm = 6.5;
/** Errors of so long are one event, and add so much at most: three of them in a row are no calm. */
const calmMs = 5_000;
const calmCap = 2.9;
/** What excludes the limit: e^-3 is 5 %, for a release of which nothing shows that it is worse. */
const excludingNats = 3;
/** The least that counts as a healthy release's own rate, as part of the limit. */
const leastOwn = 0.2;

/** A span of time, with the requests of both arms in it. */
interface Span {
  readonly both: () => Both;
  readonly guarded: () => Both;
  readonly add: (requests: Ended) => void;
}

/**
 * Is the new release worse than the one before by `errorRate` or more? The release before is watched at the same
 * moments: what both share, an own error rate or an outage, is the release's fault in no case.
 *
 * Fails by the mixture likelihood ratio of two samples (`two-sample.ts`), at each error of the new release, over all
 * requests and over the newest 150 to 300 s; and by one last look at the end of the watch. The densest six seconds of
 * errors count as at most half of the others, so that one burst of 5 s fails nothing. Passes where it is excluded that
 * the new release is worse by the limit (`excludes`, at least 3 nats), and where the newest requests are calm.
 */
export function startOwnErrorTest({
  errorRate,
  watchMs,
}: {
  readonly errorRate: number;
  readonly watchMs: number;
}): ControlledTest {
  const evidence = startEvidence(errorRate);
  const bucketMs = Math.min(1_000, watchMs / 24);
  const blockMs = Math.min(recentMs, watchMs / 4);
  const whole = startSpan(bucketMs);
  const newest = startRecent(blockMs, bucketMs);
  const chart: Chart = startChart({ headStart: 0, cap: calmCap });
  let windowEndsMs = 0;
  const silence = { old: startSilence(), new: startSilence() };
  let failure: WorseThanOld | null = null;

  function score(test: TwoSampleTest): number {
    return Math.max(test(whole.guarded()), test(newest.guarded()) - recentNats);
  }

  function add(requests: Ended): void {
    silence[requests.arm].heard(requests.atMs);
    whole.add(requests);
    newest.add(requests);
    if (requests.arm === "old") return;
    if (requests.atMs >= windowEndsMs) {
      chart.nextWindow();
      windowEndsMs = requests.atMs + calmMs;
    }
    chart.add(requests.failed, weightsNow(whole.both().old, errorRate), requests.count);
    if (!requests.failed || failure !== null) return;
    const alarm = alarmAt(silence.new.newestMs, whole.both().fresh.requests);
    if (score(evidence) >= alarm) failure = worse(whole, newest, evidence);
  }

  return {
    add,
    get failed() {
      return failure !== null;
    },
    verdict(nowMs) {
      const both = whole.both();
      const last = failure === null && nowMs >= watchMs * endOfWatch && lastLook(whole.guarded(), errorRate);
      return controlledVerdict({
        ...{ both, newest: newest.both(), errorRate, watchMs },
        failure: failure ?? (last ? { ...both, part: false } : null),
        excluded: excludes(both, errorRate) >= excludingNats,
        calm: chart.score <= calm && !chart.burst,
        silenceMs: silence.new.longest(nowMs),
        controlSilenceMs: silence.old.longest(nowMs),
      });
    },
  };
}

/**
 * What the evidence must reach. Least is demanded at about 180 requests, where a rate just at the limit shows; with
 * many requests a second less, because the densest six seconds, which hardly count, are then a greater part of them.
 */
function alarmAt(atMs: number, requests: number): number {
  const distance = Math.min(2, Math.abs(Math.log(requests / 180)));
  const perSecond = requests / Math.max(10, atMs / 1_000);
  const lateness = 2 * Math.log(Math.floor(atMs / horizonMs) + 1);
  return 0.8 * distance - 0.6 - Math.log10(Math.max(1, perSecond)) + lateness;
}

/** The requests that failed the release, for the sentence that says so. */
function worse(whole: Span, newest: Span, evidence: TwoSampleTest): WorseThanOld {
  const all = evidence(whole.guarded()) >= evidence(newest.guarded()) - recentNats;
  const both = (all ? whole : newest).both();
  return { ...both, part: both.fresh.requests < whole.both().fresh.requests };
}

function lastLook(both: Both, errorRate: number): boolean {
  const { fresh, old } = both;
  if (fresh.requests === 0 || old.requests === 0) return false;
  const difference = fresh.errors / fresh.requests - old.errors / old.requests;
  return difference >= errorRate * lastPart && deviance(both) >= lastDeviance;
}

/** The tolerable rate follows the control's own. */
function weightsNow(old: Counts, errorRate: number) {
  const tolerable = Math.max(errorRate * leastOwn, (old.errors + 1) / (old.requests + 1 / (errorRate * leastOwn)));
  const own = Math.min(tolerable, 0.98 - errorRate / 2);
  return weigh({ tolerable: own, unacceptable: Math.min(0.99, own + 2 * errorRate) });
}

function startSpan(bucketMs: number): Span {
  const fresh = { requests: 0, errors: 0 };
  const old = { requests: 0, errors: 0 };
  const bursts: Bursts = startBursts(bucketMs);
  return {
    add({ arm, failed, count, atMs }) {
      const counts = arm === "old" ? old : fresh;
      counts.requests += count;
      if (!failed) return;
      counts.errors += count;
      if (arm === "new") bursts.add(count, atMs);
    },
    both: () => ({ fresh: { ...fresh }, old: { ...old } }),
    guarded() {
      const errors = bursts.spread;
      return { fresh: { requests: fresh.requests - (fresh.errors - errors), errors }, old };
    },
  };
}

/** The block that is being filled and the one before: the newest one to two blocks. */
function startRecent(blockMs: number, bucketMs: number): Span {
  let before = startSpan(bucketMs);
  let filling = startSpan(bucketMs);
  let endsMs = blockMs;
  const sum = (one: Both, other: Both): Both => ({
    fresh: added(one.fresh, other.fresh),
    old: added(one.old, other.old),
  });
  return {
    add(requests) {
      if (requests.atMs >= endsMs) {
        before = filling;
        filling = startSpan(bucketMs);
        endsMs = requests.atMs + blockMs;
      }
      filling.add(requests);
    },
    both: () => sum(before.both(), filling.both()),
    guarded: () => sum(before.guarded(), filling.guarded()),
  };
}

function added(one: Counts, other: Counts): Counts {
  return { requests: one.requests + other.requests, errors: one.errors + other.errors };
}
