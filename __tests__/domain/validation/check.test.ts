import { describe, expect, test } from "@jest/globals";
import { defaultLevel, ships } from "../../../src/domain/validation/check.ts";
import { type CheckId, checkOf } from "../../support/checks.ts";

describe("a commit ships", () => {
  test.each([
    ["a push to the default branch", "push", "refs/heads/main", "main", true],
    ["a schedule on the default branch", "schedule", "refs/heads/main", "main", true],
    ["a push to another branch", "push", "refs/heads/feature", "main", false],
    ["a push to a branch that only ends like it", "push", "refs/heads/feature/main", "main", false],
    ["a run by hand on another branch", "workflow_dispatch", "refs/heads/feature", "main", false],
    ["a pull request", "pull_request", "refs/pull/7/merge", "main", false],
    ["a pull request from a fork, on its target", "pull_request_target", "refs/heads/main", "main", false],
    ["a pull request that was merged", "pull_request", "refs/heads/main", "main", true],
    ["a pull request that was merged into another branch", "pull_request", "refs/heads/feature", "main", false],
    ["a review", "pull_request_review", "refs/pull/7/merge", "main", false],
    ["a merge queue", "merge_group", "refs/heads/gh-readonly-queue/main/pr-7-abc", "main", false],
    ["a tag", "push", "refs/tags/v1.1.0", "main", true],
    ["any branch where the default one is not known", "push", "refs/heads/feature", null, true],
    ["a pull request where the default branch is not known", "pull_request", "refs/pull/7/merge", null, false],
    ["a run that says nothing of itself", "", "", null, true],
  ])("on %s or not", (_, eventName, ref, defaultBranch, expected) => {
    expect(ships({ eventName, ref, defaultBranch })).toBe(expected);
    if (defaultBranch === null) expect(ships({ eventName, ref })).toBe(expected);
  });

  test("with a MUST where its version may still be written as a SHOULD", () => {
    const level = (id: CheckId, ships: boolean) => defaultLevel(checkOf(id).level, ships);
    for (const id of ["version", "changelog", "rollback-plan"] as const) {
      expect(level(id, true)).toBe("must");
      expect(level(id, false)).toBe("should");
    }
    expect(level("test", false)).toBe("must");
    expect(level("backup", true)).toBe("should");
  });
});
