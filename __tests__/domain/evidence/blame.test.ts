import { describe, expect, test } from "@jest/globals";
import { condemns } from "../../../src/domain/evidence/blame.ts";
import { reasonCodes } from "../../../src/domain/evidence/reason.ts";
import { verdicts } from "../../../src/domain/evidence/result.ts";

const faults = [
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
];

describe("a release is marked bad", () => {
  test("for what it did itself, and for no other reason code of the whole list", () => {
    expect(reasonCodes.filter((reason_code) => condemns({ verdict: "fail", reason_code })).sort()).toEqual(
      [...faults].sort(),
    );
  });

  test.each(verdicts.filter((verdict) => verdict !== "fail"))(
    "never by the verdict %s: it was not judged to fail",
    (verdict) => {
      expect(reasonCodes.filter((reason_code) => condemns({ verdict, reason_code }))).toEqual([]);
    },
  );

  test.each([
    "lock_lost",
    "lock_held",
    "step_running",
    "target_unreachable",
    "router_failed",
    "database_unreachable",
    "migration_failed",
    "host_unsuitable",
    "state_unknown",
    "cancelled",
    "watch_inconclusive",
    "configuration_missing",
    "not_listening",
    "public_url_failed",
    "state_lost",
    "level_grows",
  ] as const)("never for %s", (reason_code) => {
    expect(condemns({ verdict: "fail", reason_code })).toBe(false);
  });
});
