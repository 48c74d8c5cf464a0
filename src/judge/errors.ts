import type { Judgement } from "../domain/result.ts";

/** One request as the judge sees it: when it ended, milliseconds since the watch began, and whether it failed. */
export interface Sample {
  readonly atMs: number;
  readonly failed: boolean;
}

/** A sequential test that may be asked at any time. */
interface ErrorTest {
  add(sample: Sample): void;
  verdict(): Judgement;
}

/** What is accepted over one watch: a good release taken back in 1 % of watches, a bad one missed in 5 %. */
const alpha = 0.01;
const beta = 0.05;
const failBound = Math.log((1 - beta) / alpha);
const passBound = Math.log(beta / (1 - alpha));
/** The most that one bucket of time may add: half the way, so that one burst alone cannot take a release back. */
const bucketGain = failBound / 2;
/** Sums of logarithms are rounded; a bound that was reached exactly counts as reached. */
const rounding = 1e-9;

/** The tolerable rate is this part of the unacceptable one: 1 % against the 5 % of Phase 6's Rollback Criteria. */
const tolerablePart = 0.2;

/**
 * Wald's sequential probability ratio test on request errors: is their rate tolerable (a fifth of `errorRate`), or unacceptable (`errorRate`)?
 * Evidence starts at 0; an error adds to it, a success takes from it. At 4.55 the release fails, for good. At -2.99 it has passed, but is
 * watched on from there, so that a late fault is still seen. Requests fail together, so what a bucket of time may add is capped.
 * A pass also needs that the whole watch stayed below `errorRate` and that the newest bucket is not a burst; without requests there is none.
 * `errorRate` is a fraction between 0 and 1, both excluded; anything else throws.
 */
export function startErrorTest({ errorRate, watchMs }: { readonly errorRate: number; readonly watchMs: number }): ErrorTest {
  if (!(errorRate > 0 && errorRate < 1))
    throw new RangeError(`An error rate of ${errorRate} cannot be tested: it must be between 0 and 1.`);
  if (!(watchMs > 0)) throw new RangeError(`A watch of ${watchMs} ms cannot be judged: it must last.`);
  const onError = Math.log(1 / tolerablePart);
  const onSuccess = Math.log((1 - errorRate) / (1 - errorRate * tolerablePart));
  const bucketMs = Math.min(10_000, watchMs / 5);

  let evidence = 0;
  let newest = -1;
  let gained = 0;
  let requests = 0;
  let errors = 0;
  let cleared = false;
  let failed = false;

  function add(sample: Sample): void {
    requests += 1;
    if (sample.failed) errors += 1;
    const bucket = Math.floor(sample.atMs / bucketMs);
    // Requests overlap: one that is told late counts in the newest bucket, or it would open an old cap again.
    if (bucket > newest) {
      newest = bucket;
      gained = 0;
    }
    const gain = sample.failed ? Math.min(onError, bucketGain - gained) : onSuccess;
    if (sample.failed) gained += gain;
    evidence = Math.max(passBound, evidence + gain);
    cleared ||= evidence <= passBound + rounding;
    failed ||= evidence >= failBound - rounding;
  }

  function verdict(): Judgement {
    const facts = {
      requests,
      errors,
      rate: requests === 0 ? null : errors / requests,
      evidence: round(evidence),
      fails_at: round(failBound),
      passes_at: round(passBound),
    };
    const limit = percent(errorRate);
    const goal = cleared ? 0 : passBound;
    const cleanNeeded = Math.max(1, Math.ceil((goal - evidence) / onSuccess), Math.floor(errors / errorRate) + 1 - requests);
    if (requests === 0) return inconclusive(`No request was seen, so nothing is known; ${cleanNeeded} without an error pass.`, facts);

    const seen = `${errors} of ${requests} requests failed (${percent(errors / requests)})`;
    if (failed) {
      return {
        verdict: "fail",
        reason_code: "errors_exceeded",
        says: `${seen}, so close together that they speak for ${limit} or more (evidence reached ${round(failBound)}).`,
        remedy: "Read the log of the release for the requests that failed.",
        facts,
      };
    }
    const burst = gained >= bucketGain - rounding;
    if (cleared && evidence <= 0 && errors / requests < errorRate && !burst) {
      const tolerable = percent(errorRate * tolerablePart);
      return {
        verdict: "pass",
        reason_code: "passed",
        says: `${seen}, below ${limit}: enough to speak for ${tolerable} or less (evidence ${round(evidence)}, passed at ${round(passBound)}).`,
        facts,
      };
    }
    const why = burst
      ? "the newest ones failed together"
      : errors / requests >= errorRate
        ? `not below ${limit}, and too few to be sure`
        : `too few to tell ${limit} from less`;
    return inconclusive(`${seen}: ${why}. ${cleanNeeded} more in a row without an error would clear it.`, facts);
  }

  return { add, verdict };
}

function inconclusive(says: string, facts: NonNullable<Judgement["facts"]>): Judgement {
  return {
    verdict: "inconclusive",
    reason_code: "watch_inconclusive",
    says,
    remedy: "Watch for longer (`criteria.watch`), or probe more often (`criteria.probes-per-second`).",
    facts,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`;
}
