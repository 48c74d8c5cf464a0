import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Clock } from "../../src/ports/clock.ts";
import { startHeartbeat } from "../../src/targets/heartbeat.ts";
import type { Target } from "../../src/targets/target.ts";
import { hostOf, install, passed, type Sandbox, sandbox, until } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const lease = () => readFileSync(join(host.path, "state/lease"), "utf8");

/** Work of six seconds under a lease of two; the leases that were seen meanwhile. */
async function besides(
  work: (target: Target) => Promise<unknown>,
): Promise<{ readonly target: Target; readonly leases: ReadonlySet<string> }> {
  const release = host.release("1.0.0", { migrate: "sleep 6; echo 1 >>$schema" });
  const target = host.target({ release, leaseSeconds: 2 });
  await install(target, release);
  const heartbeat = target.keepLock();
  let ended = false;
  const working = work(target).finally(() => {
    ended = true;
  });
  const leases = new Set<string>();
  await until(() => {
    leases.add(lease());
    return ended;
  });
  await working;
  expect(heartbeat.lost()).toBeNull();
  heartbeat.stop();
  return { target, leases };
}

describe("a lock of two seconds is kept", () => {
  test("through a migration of six seconds, and the next step works", async () => {
    const { target, leases } = await besides(async (working) => {
      const [release = ""] = (await hostOf(working)).releases;
      expect(await passed(working, { type: "migrate", release })).toMatchObject({ facts: { added: ["1"] } });
    });
    expect(leases.size).toBeGreaterThan(2);
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
  });

  test("through a boot or a drain of six seconds that is waited for from here, and the next step works", async () => {
    const { target, leases } = await besides(() => new Promise((resolve) => setTimeout(resolve, 6_000)));
    expect(leases.size).toBeGreaterThan(2);
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
  });

  test("until another run takes it: then it says who, and renews no more", async () => {
    const target = host.target({ leaseSeconds: 2 });
    await passed(target, { type: "acquire-lock" });
    const heartbeat = target.keepLock();
    await passed(host.target({ owner: "run-2-1" }), { type: "acquire-lock", take: true });
    await until(() => heartbeat.lost() !== null);
    expect(heartbeat.lost()).toContain("The lock was taken by run-2-1 (https://");
    expect(lease()).toMatch(/^run-2-1 /);
    heartbeat.stop();
  });
});

describe("a heartbeat", () => {
  /** A clock whose time is what was slept: how fast the machine is decides nothing. */
  function sleepingClock(): Clock {
    let ticks = 0;
    return {
      now: () => new Date(ticks),
      ticks: () => ticks,
      sleep: (ms) => {
        ticks += ms;
        return new Promise((resolve) => setImmediate(resolve));
      },
    };
  }

  test("goes on after a renewal whose result is unknown, as where a host does not answer for a while", async () => {
    const answers = ["unknown", "throws", "unknown", "kept"];
    let beats = 0;
    const heartbeat = startHeartbeat(
      async () => {
        const answer = answers[beats];
        beats += 1;
        if (answer === "throws") throw new Error("connection reset");
        return answer === "kept" ? "kept" : "unknown";
      },
      () => 20_000,
      sleepingClock(),
    );
    await until(() => beats > answers.length);
    expect(heartbeat.lost()).toBeNull();
    heartbeat.stop();
  });

  test("comes more often as soon as that is asked for", async () => {
    const clock = sleepingClock();
    let everyMs = 20_000;
    const beats: number[] = [];
    const heartbeat = startHeartbeat(
      async () => {
        beats.push(clock.ticks());
        everyMs = 4_000;
        return "kept";
      },
      () => everyMs,
      clock,
    );
    await until(() => beats.length >= 3);
    heartbeat.stop();
    expect(beats.slice(0, 3)).toEqual([20_000, 24_000, 28_000]);
  });

  test("ends with a cancel, when sleeps end at once, instead of spinning", async () => {
    let beats = 0;
    const cancelledClock: Clock = { now: () => new Date(0), ticks: () => 0, sleep: async () => undefined };
    const heartbeat = startHeartbeat(
      async () => {
        beats += 1;
        return "kept";
      },
      () => 1_000,
      cancelledClock,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(beats).toBe(0);
    heartbeat.stop();
  });
});
