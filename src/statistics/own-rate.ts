import type { History } from "../domain/watch/history.ts";
import { percentText } from "./error-verdict.ts";

/** What a test without a control weighs requests between. */
export interface Judged {
  /** Unacceptable from here on. */
  readonly limit: number;
  /** The least that counts as tolerable. */
  readonly least: number;
  /** How the limit came about, where the criteria do not say so by themselves. */
  readonly note: string | null;
}

/** Where nothing is known a release must hold a fifth of the limit: 1 % against the 5 % of the rollback criteria. */
const unknown = 0.2;
/** Whatever was seen before, a release may have so much of the limit. */
const always = 0.1;
/** An own rate counts as tolerable up to so many parts of the limit below the raised limit. */
const distance = 0.4;

/**
 * The two rates, from what was measured before the deployment. An application that fails more often than a fifth of the
 * limit by itself is judged by the limit above its own rate; one that was seen to fail less is judged more strictly,
 * and so sooner.
 */
export function judgedBy(errorRate: number, history: Pick<History, "requests" | "errors"> | null): Judged {
  const standard = { limit: errorRate, least: errorRate * unknown, note: null };
  if (history === null || !(history.requests > 0)) return standard;
  const { requests, errors } = history;
  const own = errors / requests;
  // About 95 % of such counts are below this, whatever the rate was.
  const upper = (errors + 1 + 1.645 * Math.sqrt(errors + 1)) / requests;
  if (upper <= errorRate * unknown) return { ...standard, least: Math.max(upper, errorRate * always) };
  if (own <= errorRate * unknown || own + errorRate >= 1) return standard;
  const limit = own + errorRate;
  const note =
    `The limit is ${percentText(errorRate)} above the ${percentText(own)} of requests that failed before the ` +
    "deployment.";
  return { limit, least: Math.min(upper, limit - errorRate * distance), note };
}
