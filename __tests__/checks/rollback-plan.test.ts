import { describe, expect, test } from "@jest/globals";
import { judgeRollbackPlan } from "../../src/checks/rollback-plan.ts";

const generated = ".phoenix-deploy/report/rollback-procedures.md";
const refusal = {
  refused: "invalid_settings",
  says: "Restart needs exactly one slot; the environment has 2.",
  remedy: "Name one.",
} as const;

describe("the rollback plan is documented", () => {
  test("by the file that the settings name, when it says something", () => {
    expect(judgeRollbackPlan({ written: "docs/rollback.md", text: "# Rollback\n\nCall Alice.\n" })).toMatchObject({
      verdict: "pass",
      says: "docs/rollback.md documents the rollback, in 1 line.",
    });
  });

  test("else by the one that is generated, and it is said where it lies", () => {
    expect(judgeRollbackPlan({ generated, environments: ["staging", "production"], refused: [] })).toMatchObject({
      verdict: "pass",
      says: "Generated for staging, production: .phoenix-deploy/report/rollback-procedures.md.",
    });
  });

  test.each([
    ["the file is not there", { written: "docs/rollback.md", text: null }, "There is no docs/rollback.md"],
    ["the file is empty", { written: "docs/rollback.md", text: " \n" }, "says nothing"],
    ["the file has headings only", { written: "docs/rollback.md", text: "# Rollback\n\n## When\n" }, "says nothing"],
    [
      "an environment cannot be rolled back",
      { generated, environments: ["staging", "production"], refused: [{ environment: "production", refusal }] },
      "production cannot be rolled back: Restart needs exactly one slot",
    ],
  ])("not when %s", (_, facts, says) => {
    const judgement = judgeRollbackPlan(facts);
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "rollback_plan_missing",
      says: expect.stringContaining(says),
    });
    expect(judgement.remedy).not.toBe("");
  });

  test("is not asked for where no environment is configured: there is no deployment to roll back", () => {
    expect(judgeRollbackPlan({ generated, environments: [], refused: [] })).toMatchObject({
      verdict: "not-run",
      reason_code: "not_applicable",
    });
  });

  test("is not known when the file cannot be read", () => {
    const judgement = judgeRollbackPlan({ written: "docs/rollback.md", unreadable: "it is not UTF-8 text" });
    expect(judgement).toMatchObject({ verdict: "error", reason_code: "not_judged" });
  });
});
