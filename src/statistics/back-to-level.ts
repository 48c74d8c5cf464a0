import type { Measurement } from "../domain/evidence/evidence.ts";
import type { VerifiedLevel } from "../domain/rollback/verified-level.ts";
import type { Criteria } from "../domain/watch/criteria.ts";
import { judgedBy } from "./own-rate.ts";
import { deviance } from "./two-sample.ts";

/**
 * `beyond`: more requests fail than the criteria allow; where the level shows that some always fail, above those.
 * `worse`: within the criteria, and not as it was.
 */
export type BackToLevel = "back" | "worse" | "beyond";

/** Requests of a level that are enough to compare with: a watch of ten seconds has so many. */
const enough = 100;
/** Answers by which a median is judged. */
const fewestAnswers = 20;
/** Standard deviations by which errors must be more than they were. */
const deviations = 2.95;
/** What takes less counts as this: an application that has just started answers a little slower. */
const negligibleMs = 10;

/** True where so much was measured that it says what is usual. */
export function isComparable(level: VerifiedLevel | null): level is VerifiedLevel {
  return level !== null && level.requests >= enough;
}

/** Do users get what they got when the release was verified? `level` is null where nothing is known of that. */
export function compareWithLevel(now: Measurement, level: VerifiedLevel | null, criteria: Criteria): BackToLevel {
  const { errorRate, latencyIncrease: increase } = criteria;
  const known = isComparable(level) ? level : null;
  if (now.errors > now.requests * judgedBy(errorRate, known).limit) return "beyond";
  if (known === null) return "back";
  if (deviance({ fresh: now, old: known }) >= deviations ** 2 / 2) return "worse";
  if (increase === null || now.p50_ms === null || known.p50_ms === null) return "back";
  const limitMs = Math.max(known.p50_ms, negligibleMs) * (1 + increase);
  return now.requests - now.errors >= fewestAnswers && now.p50_ms > limitMs ? "worse" : "back";
}
