import type { ReasonCode } from "./reason.ts";
import type { Verdict } from "./result.ts";

/**
 * The closed list of what marks a release bad: what the release itself did. A lost lock, an unreachable router,
 * database or host, a full disk, a clock, a cancel, a watch that saw too little or a wrong setting says nothing about
 * it: it may be deployed again. Nor does a state or a level that only the user's own command knows (`state_lost`,
 * `level_grows`): it may be of something else.
 */
const faultsOfRelease: ReadonlySet<ReasonCode> = new Set([
  "not_healthy",
  "wrong_version",
  "not_ready",
  "smoke_failed",
  "errors_exceeded",
  "latency_exceeded",
  "health_lost",
  "readiness_lost",
  "jobs_stuck",
  "issue_opened",
  "logs_full_of_errors",
  "memory_grows",
  "run_queue_grows",
]);

/**
 * True when a judgement shows a fault of the release, so that it is marked bad and not deployed again. Only what was
 * judged to fail can.
 */
export function condemns({
  verdict,
  reason_code,
}: {
  readonly verdict: Verdict;
  readonly reason_code: ReasonCode;
}): boolean {
  return verdict === "fail" && faultsOfRelease.has(reason_code);
}
