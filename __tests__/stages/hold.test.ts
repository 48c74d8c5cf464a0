// A watch that ends without a verdict: what the settings make of it, and what a person does then.
import { describe, expect, test } from "@jest/globals";
import { deploymentOf } from "../../src/domain/evidence/deployment.ts";
import { isRefusal } from "../../src/domain/fleet/plan.ts";
import type { InconclusivePolicy } from "../../src/domain/watch/criteria.ts";
import { decideOpen } from "../../src/stages/watch/hold.ts";
import { modelWanted, releaseNumber } from "../strategies/fleet-model.ts";
import { Bent, first, second } from "../support/bent.ts";

/** A watch of 5 s sees too little to decide. */
const short = (bent: Bent, inconclusive: InconclusivePolicy = "hold", strategy = "") => {
  bent.settings = `criteria: {inconclusive: ${inconclusive}, probes-per-second: 2}`;
  return bent.change("deploy", { watchMs: 5_000, ...(strategy === "" ? {} : { strategy }) });
};

describe("a watch that cannot decide", () => {
  test("leaves the traffic where it is by default, and the release before warm, until a person decides", async () => {
    const bent = new Bent().deployed(first);
    const { conclusion, evidence, host } = await short(bent);
    expect(conclusion).toMatchObject({ status: "failed", decision: "held", reason_code: "watch_held" });
    expect(conclusion.says).toContain(
      `${second} keeps its traffic, unverified, and ${first} stays warm in slot blue of web1.`,
    );
    expect(conclusion.remedy).toContain("gh run rerun 7 --failed");
    expect(conclusion.remedy).toContain("`rollback`");
    expect(bent.model.router).toEqual({ blue: 0, green: 100 });
    expect(host).toMatchObject({ active: { release: first }, bad: [], lease: null, guard: null });
    expect(host.slots["blue"]?.process?.release).toBe(first);
    for (const type of ["activate", "hold", "stop", "prune", "mark-bad"]) expect(bent.sent).not.toContain(type);
    expect(evidence.results.find(({ id }) => id === "watch")).toMatchObject({ verdict: "inconclusive" });
    const stages = { validate: null, staging: null, smoke: null, rollback: null };
    const promote = { ...evidence, status: "failed" as const, decision: "held" as const };
    const facts = { ...stages, promote, environment: "production", promoteLost: false, gaps: false };
    expect(deploymentOf(facts).status).toBe("UNKNOWN");
  });

  test("is not decided by a host either: no guard is left that would send traffic back", async () => {
    const bent = new Bent().deployed(first);
    await short(bent);
    await bent.clock.sleep(3_600_000);
    bent.model.facts();
    expect(bent.model.router).toEqual({ blue: 0, green: 100 });
  });

  test("is confirmed by the same job again, which watches anew and moves no traffic", async () => {
    const bent = new Bent().deployed(first);
    await short(bent);
    bent.sent.length = 0;
    const { conclusion, host } = await bent.change("deploy", { watchMs: 120_000 });
    expect(conclusion.status).toBe("passed");
    expect(bent.sent).not.toContain("shift");
    expect(host.active).toMatchObject({ release: second, before: first });
  });

  test("is ended by a rollback", async () => {
    const bent = new Bent().deployed(first);
    await short(bent);
    const { conclusion, host } = await bent.change("rollback");
    expect(conclusion.status).toBe("passed");
    expect(bent.model.router).toEqual({ blue: 100, green: 0 });
    expect(host.active?.release).toBe(first);
  });

  test("loses its traffic to the release before when another is deployed, before its slot is touched", async () => {
    const bent = new Bent().deployed(first);
    await short(bent);
    const plan = bent.target.plan(bent.model.facts(), { ...modelWanted, release: releaseNumber(3) });
    if (isRefusal(plan)) throw new Error(plan.says);
    const changing = plan.steps.filter(({ type }) => ["shift", "stop", "start"].includes(type));
    expect(changing[0]).toMatchObject({ type: "shift", weights: { blue: 100, green: 0 } });
    expect(changing[1]).toMatchObject({ type: "stop", slot: "green" });
  });

  test("keeps the part that a canary has, and gives it no more", async () => {
    const bent = new Bent().deployed(first);
    const strategy = "strategy: {type: canary, hold: 0s, steps: [10, 100], pause: 10s}";
    const { conclusion } = await short(bent, "hold", strategy);
    expect(conclusion).toMatchObject({ decision: "held", reason_code: "watch_held" });
    expect(bent.model.router).toEqual({ blue: 90, green: 10 });
  });

  test("passes with a warning where the settings say so, and is no monitoring that was met", async () => {
    const { conclusion, evidence, host } = await short(new Bent().deployed(first), "pass");
    expect(conclusion.status).toBe("passed");
    expect(host.active?.release).toBe(second);
    expect(evidence.warnings.join()).toContain("`criteria.inconclusive: pass` of the settings accepts that.");
    expect(evidence.results.find(({ id }) => id === "watch")?.facts["accepted"]).toBe(true);
  });

  test("is rolled back where the settings say so, and not marked bad", async () => {
    const { conclusion, host } = await short(new Bent().deployed(first), "roll-back");
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "watch_inconclusive" });
    expect(conclusion.says).toMatch(/not enough requests to decide/);
    expect(host).toMatchObject({ active: { release: first }, bad: [] });
  });

  test("is rolled back where its guard cannot be ended, since the host would do it too", async () => {
    const bent = new Bent().deployed(first);
    bent.failing.set("confirm", { verdict: "error", reason_code: "host_unreachable", says: "web1 does not answer." });
    const { conclusion } = await short(bent);
    expect(conclusion.decision).not.toBe("held");
  });
});

test.each<[InconclusivePolicy, "inconclusive" | "error", number, string]>([
  ["pass", "inconclusive", 0, "watch_held"],
  ["pass", "error", 600, "watch_held"],
  ["pass", "inconclusive", 1, "passed"],
  ["hold", "error", 600, "watch_held"],
  ["roll-back", "error", 600, "watch_inconclusive"],
])("`%s` makes of a watch that is %s after %i requests: %s", (policy, verdict, seen, expected) => {
  const judgement = { verdict, reason_code: "watch_inconclusive", says: "It is open." } as const;
  const decided = decideOpen({ judgement, policy, seen, release: second, before: null, runId: "7" });
  expect(decided.reason_code).toBe(expected);
  expect(decided.verdict === "pass").toBe(expected === "passed");
});
