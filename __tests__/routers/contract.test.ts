// What every router has to do, shown on the real one through the real host program.
import { execFileSync } from "node:child_process";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { ServerWeights } from "../../src/domain/fleet/plan.ts";
import { routerSettings, routers } from "../../src/routers/registry.ts";
import type { Router } from "../../src/routers/router.ts";
import { fleetOf, passed, routerText, type Sandbox, sandbox } from "../host/sandbox.ts";
import { drawn } from "../support/extent.ts";
import type { RunningRouter } from "./bench.ts";
import { benches } from "./registry.ts";
import { whileUsersAsk } from "./users.ts";

const kinds = [...new Set([...routers, ...benches.map(({ kind }) => kind)])];
const settings = routerSettings(kinds);
const [first, ...others] = benches;
const tried = [...(first === undefined ? [] : [first]), ...drawn("routers beside HAProxy", others, 2)];
/** How often traffic is moved while users ask. */
const shifts = Number(process.env["ROUTER_SHIFTS"] ?? 4);

/** Waits until it is so, on a router that takes a moment; the test's own limit ends a wait in vain. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe.each(tried.map((bench) => ({ type: bench.kind.type, bench })))("the router $type", ({ bench }) => {
  let host: Sandbox;
  let running: RunningRouter;
  let router: Router;
  beforeEach(async () => {
    host = sandbox();
    running = await bench.start(host);
    router = settings.parse(running.settings);
    await passed(host.target({ router }), { type: "acquire-lock" });
  });
  afterEach(async () => {
    await running.stop();
    host.close();
  });

  const shift = (weights: ServerWeights, through = router) =>
    host.target({ router: through }).perform({ type: "shift", weights, says: "A step", limitMs: 30_000 });
  const drain = (limitMs: number) =>
    host.target({ router }).perform({ type: "drain", servers: ["blue"], says: "A step", limitMs });
  /** The weights of the servers that take new requests. */
  const taking = async (through = router) => {
    const { router: servers } = await fleetOf(host.target({ router: through }));
    const ready = Object.entries(servers ?? {}).filter(([, { state, weight }]) => state === "ready" && weight > 0);
    return Object.fromEntries(ready.map(([name, { weight }]) => [name, weight]));
  };
  const greenAlone = { green: 100, blue: 0 };
  const blueAlone = { blue: 100, green: 0 };

  test("moves traffic as it is read back, in whole and in shares, and says what carries it", async () => {
    const ask = "for slot in blue green; do (router_carries $slot) && say carries $slot; done";
    const carrying = async () => {
      const { report } = await host.run("space", { PD_ROUTER: await routerText(router) }, ask);
      return report.records.filter(([key]) => key === "carries").map(([, slot]) => slot);
    };
    // Before anything was set.
    expect([await taking(), await carrying()]).toEqual([{ blue: 100 }, ["blue"]]);

    const judgement = await shift(greenAlone);
    expect(judgement).toMatchObject({ verdict: "pass", says: "New requests go to green, as read back.", warnings: [] });
    expect([await taking(), await carrying()]).toEqual([{ green: 100 }, ["green"]]);
    expect(await shift(greenAlone)).toMatchObject({ verdict: "pass" });
    expect(await shift(blueAlone)).toMatchObject({ verdict: "pass" });
    expect(await taking()).toEqual({ blue: 100 });

    // A server that is not named is left as it is.
    expect(await shift({ green: 50 })).toMatchObject({ verdict: "pass" });
    expect(await taking()).toEqual({ blue: 100, green: 50 });
    expect(await shift({ green: 25, blue: 75 })).toMatchObject({ says: expect.stringContaining("green (25 %)") });
    expect([await taking(), await carrying()]).toEqual([{ blue: 75, green: 25 }, ["blue", "green"]]);
    expect(await shift(greenAlone)).toMatchObject({ verdict: "pass" });
    expect(await taking()).toEqual({ green: 100 });
  });

  test("loses no request while traffic goes back and forth, and sends each server its share", async () => {
    const { users } = running;
    if (users === null) return;
    const traffic = await whileUsersAsk(users, async () => {
      for (let done = 0; done < shifts; done += 1)
        expect(await shift(done % 2 === 0 ? greenAlone : blueAlone)).toMatchObject({ verdict: "pass" });
    });
    if (process.env["ROUTER_SHIFTS"] !== undefined) process.stdout.write(`${bench.kind.type}: ${inspect(traffic)}\n`);
    expect(traffic.failed).toEqual([]);
    expect(traffic.answered).toBe(traffic.sent);
    expect([...traffic.by.keys()].sort()).toEqual(["blue", "green"]);

    await shift({ green: 25, blue: 75 });
    const { by, answered } = await whileUsersAsk(users, (asked) => eventually(async () => asked.answered >= 250));
    // At 200 requests, a share of 25 % is outside of this once in a million.
    expect((by.get("green") ?? 0) / answered).toBeGreaterThan(0.1);
    expect((by.get("green") ?? 0) / answered).toBeLessThan(0.42);
  }, 300_000);

  test("obeys the commands that a person pastes where the suite cannot be run, and is read back as usual", async () => {
    const { byHand } = router;
    const type = (text: string) => execFileSync("sh", ["-e", "-s"], { input: text, encoding: "utf8" });
    const by = (open: string, close: string) =>
      byHand?.shift({ open: [open], close: [close], ports: host.ports }) ?? "exit 1";
    await shift({ green: 25, blue: 75 });
    expect(type(byHand?.look ?? "")).toMatch(/\S/);
    for (const [open, close] of [
      ["green", "blue"],
      ["blue", "green"],
    ] as const) {
      type(by(open, close));
      await eventually(async () => Object.keys(await taking()).join() === open);
    }
    await running.reload();
    expect(Object.keys(await taking())).toEqual(["blue"]);
  });

  test("drains: what is in flight is counted until it ends", async () => {
    const finish = await running.request();
    await shift(greenAlone);
    expect(await drain(500)).toMatchObject({
      verdict: "pass",
      facts: { sessions: 1 },
      warnings: [expect.stringMatching(/^1 session of users .* 1 on blue by the router of web1\.$/)],
    });
    await finish();
    expect(await drain(10_000)).toEqual({
      verdict: "pass",
      reason_code: "passed",
      facts: { sessions: 0 },
      says: "No requests are left on blue.",
    });
  });

  test("keeps what was set over a reload and a restart in between", async () => {
    for (const [weights, ready] of [
      [
        { green: 25, blue: 75 },
        { blue: 75, green: 25 },
      ],
      [greenAlone, { green: 100 }],
    ] as const) {
      await shift(weights);
      await running.reload();
      expect(await taking()).toEqual(ready);
      await running.restart();
      expect(await taking()).toEqual(ready);
    }
  });

  test("warns of a shift that a restart would undo, and only of such a one", async () => {
    const kept = running.forgetful === null;
    const forgetful = settings.parse(running.forgetful ?? running.settings);
    const { warnings } = await shift(greenAlone, forgetful);
    expect(warnings).toEqual(kept ? [] : [expect.stringMatching(/reloaded or restarted/)]);
    await running.restart();
    expect(await taking()).toEqual(kept ? { green: 100 } : { blue: 100 });
    expect(forgetful.lostRemedy).not.toBe("");
  });

  test("fails by its name, with a remedy, where it cannot be reached", async () => {
    await running.stop();
    const judgement = await shift(greenAlone);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "router_failed", remedy: router.remedy });
    expect(judgement.says).toContain(router.name);
    expect(await host.target({ router }).observe()).toMatchObject({ failed: { reason_code: "router_failed" } });
  });

  test("fails for a backend or a server that is not there or not healthy, and changes nothing", async () => {
    const elsewhere = settings.parse(running.elsewhere);
    expect(await shift(greenAlone, elsewhere)).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    const target = host.target({ router: elsewhere });
    expect(await target.observe()).toMatchObject({ failed: { reason_code: "router_failed" } });
    // So it is one of the faults that are named before anything changes.
    const { faults } = await target.fitness();
    expect(faults.map(({ reason_code }) => reason_code)).toContain("router_failed");
    expect(await taking()).toEqual({ blue: 100 });

    expect(await shift({ violet: 100, blue: 0 })).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    expect(await taking()).toEqual({ blue: 100 });

    await shift(greenAlone);
    await shift(blueAlone);
    await running.sicken("green");
    expect(await shift(greenAlone)).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    expect(await taking()).toEqual({ blue: 100 });
  });
});
