// A rollback that a person asked for, on a target in memory.
import { describe, expect, test } from "@jest/globals";
import { type RollbackInputs, rollback } from "../../src/stages/rollback.ts";
import { leaveOut } from "../../src/strategies/facts.ts";
import { sha } from "../render/story.ts";
import { Bent, first, second } from "../support/bent.ts";
import { jobFacts } from "../support/job.ts";
import { closedWorld } from "../support/world.ts";

async function rolledBack(bent: Bent, inputs: Partial<RollbackInputs> = {}) {
  const { environment: _, ...run } = await bent.open("rollback", {
    job: jobFacts({ sha }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
  });
  const conclusion = await rollback(run, {
    ...{ environment: "production", reason: "p1-bug", "reason-detail": "", "dry-run": false, lock: "wait" },
    ...inputs,
  });
  return { conclusion, evidence: run.recorder.evidence, outputs: run.recorder.outputs };
}

describe("a rollback", () => {
  test("goes to the release that was verified before, and marks the one that it leaves as bad", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const { conclusion, evidence, outputs } = await rolledBack(bent);
    expect(conclusion).toEqual({
      status: "passed",
      decision: "complete",
      reason_code: "rolled_back",
      says: `production was rolled back from ${second} to ${first}, the last release verified before it.`,
    });
    expect(outputs).toEqual({ url: "https://example.com", release: first, previous: second });
    expect(evidence.warnings).toEqual(["Rollback of production for the reason p1-bug, asked for by alice."]);
    expect(bent.host).toMatchObject({ active: { release: first }, bad: [second], lease: null });
    expect(bent.model.migrations.get(first)).toBe(1);
  });

  test("for a drill does not mark the release that it leaves as bad", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    expect((await rolledBack(bent, { reason: "drill" })).conclusion.status).toBe("passed");
    expect(bent.host.bad).toEqual([]);
  });

  test("goes on without hosts that are away, which is no success; a drill does not", async () => {
    const bent = new Bent(2).deployed(first).deployed(second);
    const says = "web2: Connection timed out.";
    const away = [{ host: "web2", reason_code: "target_unreachable" as const, says, remedy: "" }];
    Object.assign(bent.target, { observe: async () => ({ fleet: leaveOut(bent.model.facts(), away) }) });
    const drill = await rolledBack(bent, { reason: "drill" });
    expect(drill.conclusion).toMatchObject({ status: "failed", reason_code: "target_unreachable" });
    expect(bent.host.active).toMatchObject({ release: second });
    const { conclusion, evidence } = await rolledBack(bent);
    expect(conclusion).toMatchObject({
      status: "failed",
      reason_code: "partial_fleet",
      says:
        `production was rolled back from ${second} to ${first}, the last release verified before it. web2 could not ` +
        "be reached and may serve the release that was left: web2: Connection timed out.",
    });
    expect(evidence.warnings.join(" ")).toContain(
      "web2 cannot be observed: web2: Connection timed out. It is left out",
    );
    expect(bent.host.active).toMatchObject({ release: first });
  });

  test("for a reason of its own needs that reason, and keeps it", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    expect((await rolledBack(bent, { reason: "manual", "reason-detail": " " })).conclusion).toMatchObject({
      status: "failed",
      reason_code: "invalid_input",
    });
    expect(bent.sent).toEqual([]);
    const { conclusion, evidence } = await rolledBack(bent, { reason: "manual", "reason-detail": "wrong prices" });
    expect(conclusion.status).toBe("passed");
    expect(evidence.warnings[0]).toContain("for the reason manual (wrong prices)");
  });

  test("that is a dry run plans, and changes nothing", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const { conclusion, evidence } = await rolledBack(bent, { "dry-run": true });
    expect(conclusion).toMatchObject({ status: "planned" });
    expect(evidence).toMatchObject({ from: second, to: first });
    expect(bent.sent).toEqual([]);
  });

  test("has nowhere to go where only one release was ever verified", async () => {
    const bent = new Bent().deployed(first);
    const { conclusion, outputs } = await rolledBack(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision: "stop" });
    expect(conclusion.says).toMatch(/Nothing was changed\.$/);
    expect(outputs["release"]).toBe("");
    expect(bent.sent).toEqual([]);
  });
});
