// A rehearsal of a rollback that a person asked for, on a target in memory.
import { describe, expect, test } from "@jest/globals";
import { rollbackReasons } from "../../src/domain/watch/criteria.ts";
import { releaseNumber } from "../strategies/fleet-model.ts";
import { Bent, first, second } from "../support/bent.ts";
import { rolledBack } from "./rolled-back.ts";

const third = releaseNumber(3);

describe("a drill", () => {
  test.each(rollbackReasons)("for the reason %s marks nothing, and a rollback for it does", async (reason) => {
    const bent = new Bent().deployed(first).deployed(second);
    const asked = { reason, "reason-detail": "prices are wrong" };
    const { conclusion, evidence } = await rolledBack(bent, { ...asked, drill: true });
    expect(conclusion.reason_code).toBe("drill_passed");
    expect(evidence.rollback).toMatchObject({ reason, drill: true });
    expect(bent.host).toMatchObject({ active: { release: second }, bad: [] });
    expect((await rolledBack(bent, asked)).conclusion.reason_code).toBe("rolled_back");
    expect(bent.host).toMatchObject({ active: { release: first }, bad: [second] });
  });

  const state = ({ model }: Bent) => ({
    hosts: model.hosts.map(({ active, verified, bad, current, intent, lease, slots }) =>
      structuredClone({ active, verified, bad, current, intent, lease, slots }),
    ),
    router: { ...model.router },
  });

  test("rolls back and forward again, reports both times, and leaves everything as it was", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const before = state(bent);
    const { conclusion, evidence } = await rolledBack(bent, { drill: true, reason: undefined });
    expect(conclusion).toMatchObject({ status: "passed", decision: "complete", reason_code: "drill_passed" });
    expect(conclusion.says).toMatch(/^Drill on production: back from 1\.2\.0-00000002 to 1\.1\.0-00000001 \(/);
    expect(conclusion.says).toMatch(/^[^(]*\(.* s in all\) and forward again \(.* in all\)\. /);
    expect(bent.sent.filter((type) => type === "shift")).toHaveLength(2);
    expect(evidence).toMatchObject({
      warnings: ["Drill of a rollback of production, asked for by alice."],
      rollback: { reason: null, drill: true, back: { whole_ms: expect.any(Number) } },
    });
    expect(evidence.rollback?.back?.traffic_ms).toBeLessThanOrEqual(evidence.rollback?.back?.whole_ms ?? 0);
    expect(evidence.rollback?.forward?.whole_ms).toBeGreaterThan(0);
    const { hosts, ...rest } = before;
    const at = (of: typeof hosts) =>
      of.map((host) => ({ ...host, verified: host.verified.map(({ release }) => release) }));
    const after = state(bent);
    expect({ ...after, hosts: at(after.hosts).map(withoutLinks) }).toEqual({
      ...rest,
      hosts: at(hosts).map(withoutLinks),
    });
  });

  test("that cannot go back says what serves, and names the release before", async () => {
    const bent = new Bent().deployed(first).deployed(second).deployed(third);
    bent.model.natures.set(second, "lying");
    const { conclusion, evidence } = await rolledBack(bent, { drill: true });
    expect(conclusion.says).toContain(`${third} serves as before.`);
    expect(conclusion.remedy).toContain("`drill: true`");
    expect(evidence.rollback).not.toHaveProperty("forward");
    expect(bent.host).toMatchObject({ active: { release: third }, bad: [], lease: null });
  });

  test("that cannot go forward again says which release takes the requests", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.before = (step) => {
      if (step.type === "shift") bent.model.natures.set(second, "lying");
    };
    const { conclusion } = await rolledBack(bent, { drill: true });
    expect(conclusion).toMatchObject({ status: "failed", decision: "rollback-failed" });
    expect(conclusion.says).toContain(`Requests go to ${first} now.`);
    expect(bent.host.bad).toEqual([]);
  });

  test("that loses sight of the hosts halfway restores what served", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    const { observe } = bent.target;
    let blind = 1;
    const failed = { verdict: "error", reason_code: "host_unreachable", says: "web1 does not answer." } as const;
    Object.assign(bent.target, {
      observe: async () => {
        const half = bent.sent.includes("shift") && !bent.sent.includes("release-lock");
        return half && blind-- > 0 ? { failed } : observe();
      },
    });
    const { conclusion } = await rolledBack(bent, { drill: true });
    expect(conclusion).toMatchObject({ status: "failed", decision: "taken-back", reason_code: "host_unreachable" });
    expect(conclusion.says).toContain(`The rollback was undone: ${second} serves on production again.`);
    expect(bent.host).toMatchObject({ active: { release: second }, bad: [] });
  });

  test("that is cancelled halfway says what serves, and what brings the other back", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.before = (step) => {
      if (step.type === "shift") bent.cancelled = true;
    };
    const { conclusion } = await rolledBack(bent, { drill: true });
    expect(conclusion).toMatchObject({ status: "cancelled", says: expect.stringContaining(`${first} serves now.`) });
    expect(conclusion.remedy).toContain(`Run the job that deployed ${second} again`);
  });

  test("does not begin where an interrupted run left something", async () => {
    const bent = new Bent().deployed(first).deployed(second);
    bent.host.intent = { owner: "run-3-1", release: third, slot: "blue" };
    const { conclusion } = await rolledBack(bent, { drill: true });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "not_settled" });
    expect(bent.sent).toEqual([]);
  });
});

/** A slot that was used for a moment keeps its link, which nothing depends on. */
function withoutLinks<Host extends { readonly slots: Readonly<Record<string, { readonly process: unknown }>> }>(
  host: Host,
) {
  return {
    ...host,
    slots: Object.fromEntries(Object.entries(host.slots).map(([name, { process }]) => [name, process])),
  };
}
