import type { Judgement } from "../domain/evidence/result.ts";
import { counted } from "../domain/values/plural.ts";
import { divergence } from "./cusum.ts";

/** What a watch has seen of request errors. Rates are fractions. */
export interface Seen {
  readonly requests: number;
  readonly errors: number;
  readonly errorRate: number;
  readonly watchMs: number;
  /** The requests that failed the release, and the two rates that they were weighed between; null when none did. */
  readonly failure: Failure | null;
  /** The longest time without a request. */
  readonly silenceMs: number;
  readonly score: number;
  readonly alarm: number;
  /** Clean requests that would calm the charts; 0 when they are calm. */
  readonly toCalm: number;
  /** Requests with which these errors exclude the limit. */
  readonly suffices: number;
  /** Requests and errors since the score last was 0. */
  readonly recent: { readonly requests: number; readonly errors: number };
}

interface Failure {
  readonly requests: number;
  readonly errors: number;
  /** True when there were healthy requests before them. */
  readonly part: boolean;
  readonly tolerable: number;
  readonly unacceptable: number;
}

/** What excludes the limit: e^-3.7 is 2.5 %. */
const excludingNats = 3.7;

/**
 * The least number of requests, of which so many failed, that excludes the limit. It is above `over`, which fewer
 * errors need.
 */
export function needed(errors: number, limit: number, over = 0): number {
  const excludes = (requests: number) =>
    errors / requests < limit && requests * divergence(errors / requests, limit) >= excludingNats;
  let low = over;
  let high = over + 16;
  while (!excludes(high)) {
    low = high;
    high += high - over;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (excludes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The verdict on what was seen, in words that a reader can check by counting. */
export function verdictOf(seen: Seen): Judgement {
  const { requests, errors, failure, score, alarm, suffices } = seen;
  const facts = {
    requests,
    errors,
    rate: requests === 0 ? null : errors / requests,
    suffices,
    score: Math.round(score * 100) / 100,
    fails_at: alarm,
    longest_silence_s: Math.round(seen.silenceMs / 1_000),
    ...(failure === null
      ? {}
      : {
          failed_on: {
            requests: failure.requests,
            errors: failure.errors,
            tolerable: failure.tolerable,
            unacceptable: failure.unacceptable,
          },
        }),
  };
  if (failure !== null) {
    const remedy = "Read the log of the release for the requests that failed.";
    return {
      verdict: "fail",
      reason_code: "errors_exceeded",
      says: failureText(failure, seen.errorRate),
      remedy,
      facts,
    };
  }
  const open = openText(seen);
  if (open !== null) {
    const remedy = "Watch for longer (`criteria.watch`), or probe more often (`criteria.probes-per-second`).";
    return { verdict: "inconclusive", reason_code: "watch_inconclusive", says: open, remedy, facts };
  }
  return { verdict: "pass", reason_code: "passed", says: passText(seen), facts };
}

function failureText({ requests, errors, part, tolerable, unacceptable }: Failure, limit: number): string {
  const rate = errors / requests;
  const seen = `${errors} of ${part ? "the last " : ""}${requests} requests failed (${percentText(rate)})`;
  if (rate >= limit) return `${seen}: the error rate is at or above the ${percentText(limit)} limit.`;
  return (
    `${seen}: that fits a rate of ${percentText(unacceptable)} better than the ${percentText(tolerable)} of a ` +
    "healthy release."
  );
}

function passText({ requests, errors, errorRate, suffices }: Seen): string {
  if (errors === 0)
    return `0 of ${requests} requests failed; ${suffices} clean requests suffice for ${percentText(errorRate)}.`;
  const rate = percentText(errors / requests);
  const seen = `${errors} of ${requests} requests failed (${rate}), below the ${percentText(errorRate)} limit`;
  return `${seen}; with ${counted(errors, "error")} ${suffices} requests suffice.`;
}

/** Why nothing can be concluded yet, and what would; null when the release has passed. */
function openText({ requests, errors, errorRate, suffices, toCalm, recent, silenceMs, watchMs }: Seen): string | null {
  if (requests === 0) return `No request was seen, so nothing is known; ${suffices} without an error are needed.`;
  const more = Math.max(1, suffices - requests, toCalm);
  const needs = `about ${more} more without an error ${more === 1 ? "is" : "are"} needed`;
  const seen = `${errors} of ${requests} requests failed${errors === 0 ? "" : ` (${percentText(errors / requests)})`}`;
  if (errors / requests >= errorRate)
    return (
      `${seen}: at or above the ${percentText(errorRate)} limit, but too few or too close together to be sure; ` +
      `${needs}.`
    );
  if (requests < suffices) return `${seen}: not enough requests to decide; ${needs}.`;
  if (toCalm > 0)
    return (
      `${seen}, ${recent.errors} of them among the last ${recent.requests}: the newest fail too often to ` +
      `pass; ${needs}.`
    );
  if (silenceMs <= watchMs / 2) return null;
  return (
    `${seen}, but for ${spanText(silenceMs)} of the ${spanText(watchMs)} watch there was no request: what ` +
    "was not seen cannot pass."
  );
}

/** "6 min 41 s". */
export function spanText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const parts = [
    [Math.floor(seconds / 3_600), "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ] as const;
  return parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(" ") || "0 s";
}

/** With one decimal, and two significant digits below 1 %. */
export function percentText(rate: number): string {
  const value = rate * 100;
  return `${Number(value < 1 ? value.toPrecision(2) : value.toFixed(1))} %`;
}
