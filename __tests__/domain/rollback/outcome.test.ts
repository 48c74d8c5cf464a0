// What a rollback came to: one judgement, which the report, the issue and the GitHub Release share.
import { describe, expect, test } from "@jest/globals";
import { deploymentOf } from "../../../src/domain/evidence/deployment.ts";
import type { Evidence } from "../../../src/domain/evidence/evidence.ts";
import { noteOf } from "../../../src/domain/release/page-note.ts";
import { rollbackOf } from "../../../src/domain/report/rollback.ts";
import { rollbackOutcome, rolledBackRelease } from "../../../src/domain/rollback/outcome.ts";
import { lastKnown } from "../../../src/domain/rollback/procedures.ts";
import { one, promote, rollback, takenBack } from "../../render/story.ts";

const asked: Evidence["rollback"] = { reason: "p1-bug", detail: "", asked_to: "previous", drill: false };
const drill = { ...asked, drill: true };
const locked = [one("step", "acquire-lock")];
const started = [...locked, one("step", "start")];
const [left, back] = [rollback.from, rollback.to];

function judged(known: Partial<Evidence>, stage = rollback) {
  const by: Evidence = { ...stage, hosts: [{ host: "web1", before: left }], rollback: asked, ...known };
  const byHand = by.stage === "rollback";
  const stages = {
    ...{ validate: null, staging: null, smoke: null, environment: "production" },
    ...(byHand ? { promote, rollback: by } : { promote: by, rollback: null }),
  };
  return {
    outcome: rollbackOutcome(by),
    report: rollbackOf(stages)?.outcome ?? null,
    status: deploymentOf({ ...stages, promoteLost: false, gaps: false }).status,
    serves: lastKnown([by], "production")?.serves ?? null,
    issue: rolledBackRelease(by)?.everywhere ?? "none",
    page: noteOf(by)?.note.whole ?? "none",
  };
}

const failed = { status: "failed", decision: "rollback-failed" } as const;
const stopped = { status: "failed", decision: "stop" } as const;

describe("a rollback by hand that", () => {
  test.each<[string, Partial<Evidence>, readonly unknown[]]>([
    ["went through", {}, ["done", "ROLLED BACK", back, true, true]],
    [
      "went through without a host that the settings can do without",
      { rollback: { ...asked, behind: ["web2"] } },
      ["done", "ROLLED BACK", back, false, false],
    ],
    [
      "went through but for the schema",
      { status: "failed", decision: "complete", reason_code: "revert_failed" },
      ["unfinished", "ROLLED BACK", back, true, true],
    ],
    ["left a host out", { ...failed, reason_code: "partial_fleet" }, ["partial", "FAILED", null, false, false]],
    [
      "went through, and users still get bad answers",
      { ...failed, reason_code: "not_recovered" },
      ["not-recovered", "FAILED", null, true, true],
    ],
    [
      "went through without a host, and users still get bad answers",
      { ...failed, reason_code: "not_recovered", rollback: { ...asked, behind: ["web2"] } },
      ["not-recovered", "FAILED", null, false, false],
    ],
    ["failed", { ...failed, reason_code: "rollback_failed" }, ["failed", "FAILED", null, false, "none"]],
    [
      "was undone, but not on every host",
      { ...failed, reason_code: "partly_undone" },
      ["failed", "FAILED", null, false, "none"],
    ],
    [
      "was recorded, and something else answered then",
      { ...stopped, reason_code: "wrong_release" },
      ["failed", "FAILED", null, false, "none"],
    ],
    [
      "was undone",
      { status: "failed", decision: "taken-back", reason_code: "not_healthy" },
      ["undone", "SUCCESS", left, "none", "none"],
    ],
    [
      "lost its lock halfway",
      { ...stopped, reason_code: "lock_lost", results: started },
      ["cut", "UNKNOWN", null, "none", "none"],
    ],
    [
      "was cancelled halfway",
      { status: "cancelled", decision: "stop", reason_code: "cancelled", results: started },
      ["cut", "UNKNOWN", null, "none", "none"],
    ],
    [
      "was cancelled before its first change",
      { status: "cancelled", decision: "stop", reason_code: "cancelled", results: locked },
      ["nothing-changed", "SUCCESS", left, "none", "none"],
    ],
    [
      "was refused because a host needs the schema",
      { ...stopped, reason_code: "schema_in_use", results: [] },
      ["nothing-changed", "SUCCESS", left, "none", "none"],
    ],
    [
      "went to a release that starts no more",
      { ...stopped, reason_code: "not_healthy", results: started },
      ["nothing-changed", "SUCCESS", left, "none", "none"],
    ],
    ["was a drill", { reason_code: "drill_passed", rollback: drill }, ["drill", "SUCCESS", left, "none", "none"]],
    [
      "was a drill that could not go forward again",
      { ...failed, reason_code: "rollback_failed", rollback: drill },
      ["failed", "FAILED", null, "none", "none"],
    ],
  ])("%s", (_, known, [outcome, status, serves, issue, page]) => {
    expect(judged(known)).toEqual({ outcome, report: outcome, status, serves, issue, page });
  });

  test("was a dry run came to nothing", () => {
    expect(judged({ status: "planned", decision: "stop" })).toMatchObject({
      outcome: null,
      report: null,
      issue: "none",
    });
  });
});

describe("a promotion that", () => {
  test.each<[string, Partial<Evidence>, readonly unknown[]]>([
    ["rolled back by itself", {}, ["done", "ROLLED BACK", takenBack.from, true, true]],
    [
      "rolled back, but not on every host",
      { ...failed, reason_code: "partial_fleet" },
      ["partial", "FAILED", null, false, false],
    ],
    ["could not roll back", { ...failed, reason_code: "rollback_failed" }, ["failed", "FAILED", null, false, "none"]],
  ])("%s", (_, known, [outcome, status, serves, issue, page]) => {
    expect(judged({ rollback: undefined, ...known }, takenBack)).toEqual({
      ...{ outcome, report: outcome, status, serves, issue, page },
    });
  });

  test("passed, or was held, rolled nothing back", () => {
    expect(judged({}, promote)).toMatchObject({ outcome: null, report: null, status: "SUCCESS", issue: "none" });
    expect(judged({ status: "failed", decision: "held" }, promote)).toMatchObject({ outcome: null, status: "UNKNOWN" });
  });
});
