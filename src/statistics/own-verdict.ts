import type { Judgement } from "../domain/evidence/result.ts";
import { percentText, spanText } from "./error-verdict.ts";
import { type Both, type Counts, chanceOf } from "./two-sample.ts";

/** What a watch has seen of both releases. */
export interface Compared {
  readonly both: Both;
  /** Of them the newest few minutes. */
  readonly newest: Both;
  readonly errorRate: number;
  readonly watchMs: number;
  /** The requests that failed the release. */
  readonly failure: WorseThanOld | null;
  /** True where it is excluded that the new release is worse by the limit. */
  readonly excluded: boolean;
  readonly calm: boolean;
  /** The longest times without a request of the new release, and of the one before. */
  readonly silenceMs: number;
  readonly controlSilenceMs: number;
}

/** The requests that failed the release; `part` where others came before them. */
export interface WorseThanOld extends Both {
  readonly part: boolean;
}

/** The verdict on both, in words that a reader can check by counting. */
export function controlledVerdict(seen: Compared): Judgement {
  const { both, failure } = seen;
  const facts = {
    requests: both.fresh.requests,
    errors: both.fresh.errors,
    rate: rateOf(both.fresh),
    control: { ...both.old },
    longest_silence_s: Math.round(seen.silenceMs / 1_000),
    ...(failure === null ? {} : { failed_on: { fresh: { ...failure.fresh }, old: { ...failure.old } } }),
  };
  if (failure !== null)
    return {
      verdict: "fail",
      reason_code: "errors_exceeded",
      says: failureText(failure),
      remedy: "Read the log of the release for the requests that failed.",
      facts,
    };
  const open = openText(seen);
  if (open !== null) return { verdict: "inconclusive", reason_code: "watch_inconclusive", ...open, facts };
  const says = `${bothText(both)}: that it is worse by ${percentText(seen.errorRate)} of requests is excluded.`;
  return { verdict: "pass", reason_code: "passed", says, facts };
}

const watchLonger = "Watch for longer (`criteria.watch`), or probe more often (`criteria.probes-per-second`).";

function openText(seen: Compared): { readonly says: string; readonly remedy: string } | null {
  const { both, errorRate, watchMs } = seen;
  if (both.fresh.requests === 0)
    return { says: "No request of the new release was seen, so nothing is known.", remedy: watchLonger };
  const text = bothText(both);
  const high = (counts: Counts) => (rateOf(counts) ?? 0) >= errorRate;
  if (high(both.fresh) && high(both.old) && high(seen.newest.fresh) && high(seen.newest.old))
    return {
      says:
        `${text}: both are at or above the ${percentText(errorRate)} limit, ` +
        "so the cause is not this release alone.",
      remedy: "Look for an outage of what both use, such as the database, and run the job again when it is over.",
    };
  const silence = Math.max(seen.silenceMs, seen.controlSilenceMs);
  if (!seen.excluded) return { says: `${text}: ${undecided(both, errorRate)}.`, remedy: watchLonger };
  if (!seen.calm) return { says: `${text}: the newest fail too often to pass.`, remedy: watchLonger };
  if (silence <= watchMs / 2) return null;
  const who = seen.silenceMs >= seen.controlSilenceMs ? "" : " of the previous release";
  return {
    says:
      `${text}, but for ${spanText(silence)} of the ${spanText(watchMs)} watch there was no request${who}: what was ` +
      "not seen cannot pass.",
    remedy: watchLonger,
  };
}

/** Errors of one moment count as one event, so that even many may not suffice. */
function undecided({ fresh, old }: Both, errorRate: number): string {
  const worse = (rateOf(fresh) ?? 0) - (rateOf(old) ?? 0);
  if (worse < errorRate) return "not enough requests to decide";
  return `worse by the ${percentText(errorRate)} limit, but the errors are too few or too close together to be sure`;
}

function failureText(both: WorseThanOld): string {
  const errors = both.fresh.errors + both.old.errors;
  const { fresh } = both;
  return (
    `${bothText(both, both.part)}: if both failed alike, ${fresh.errors} or more of ${errors} errors would be the ` +
    `new release's with a chance of ${chanceText(chanceOf(both))}.`
  );
}

/** "12 of 100 requests of the new release failed (12 %), 1 of 100 of the previous release (1 %)". */
function bothText({ fresh, old }: Both, part = false): string {
  const rate = ({ requests, errors }: Counts) => (errors === 0 ? "" : ` (${percentText(errors / requests)})`);
  const last = part ? "the last " : "";
  return (
    `${fresh.errors} of ${last}${fresh.requests} requests of the new release failed${rate(fresh)}, ` +
    `${old.errors} of ${old.requests} of the previous release${rate(old)}`
  );
}

function chanceText(chance: number): string {
  return chance < 1e-6 ? "less than 0.0001 %" : percentText(chance);
}

function rateOf({ requests, errors }: Counts): number | null {
  return requests === 0 ? null : errors / requests;
}
