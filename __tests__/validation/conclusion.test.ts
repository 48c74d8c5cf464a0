import { describe, expect, test } from "@jest/globals";
import { type Judgement, result } from "../../src/domain/evidence/result.ts";
import type { Release } from "../../src/domain/release/release.ts";
import { conclusionOf } from "../../src/validation/conclusion.ts";
import { checkIds } from "../support/checks.ts";

const release = { version: "1.2.0" } as Release;
const passed: Judgement = { verdict: "pass", reason_code: "passed", says: "In order." };
const failed: Judgement = { verdict: "fail", reason_code: "check_failed", says: "Not so.", remedy: "Fix it." };

/** A run in which every check passes but this one. */
function only(id: string, judgement: Judgement, required = true) {
  const results = checkIds.map((one) => {
    const heading = { kind: "check", id: one, title: one, required: one === id ? required : true } as const;
    return result(heading, one === id ? judgement : passed, 0);
  });
  return conclusionOf(results, release);
}

describe("a validation", () => {
  test("passes with the release that it built", () => {
    expect(only("", passed)).toMatchObject({ status: "passed", says: "Validation passed: release 1.2.0." });
  });

  test.each(checkIds)("fails for %s alone, and says what to do", (id) => {
    expect(only(id, failed)).toEqual({
      ...{ status: "failed", decision: "stop", reason_code: "checks_failed" },
      says: `1 of ${checkIds.length} required checks did not pass: ${id}.`,
      remedy: "Fix it.",
    });
  });

  test.each(["error", "inconclusive", "not-run"] as const)("fails for a required check that is %s", (verdict) => {
    expect(only("test", { verdict, reason_code: "not_judged", says: "Unknown." }).status).toBe("failed");
  });

  test("passes without a check that is not required, and names it", () => {
    expect(only("credo", failed, false)).toMatchObject({
      status: "passed",
      says: "Validation passed: release 1.2.0; not required and not passed: credo (fail).",
    });
  });

  test("is no pass where no release was built", () => {
    expect(conclusionOf([], null)).toMatchObject({ status: "failed", reason_code: "release_missing" });
  });
});
