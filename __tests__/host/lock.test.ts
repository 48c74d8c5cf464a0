import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { hostOf, install, passed, type Sandbox, sandbox, step, until } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const lease = () => join(host.path, "state/lease");
const owner = () => readFileSync(lease(), "utf8").split(" ")[0];
/** Writes a lease as another run left it, which runs out in so many seconds. */
const leave = (name: string, seconds: number) => {
  const now = Math.floor(Date.now() / 1_000);
  writeFileSync(lease(), `${name} ${now + seconds} ${now - 500}\n`);
};

describe("the lease", () => {
  test("raced for by many has one winner in each round, and the others are told who it is", async () => {
    await passed(host.target(), { type: "acquire-lock" });
    // A moment between reading and writing: whoever came in between would win too.
    const slowly = 'write_lease() { sleep 0.05; write_file "$state/lease" "$PD_OWNER $(($(now) + PD_TTL)) $1"; }';
    for (let round = 0; round < 5; round += 1) {
      leave("run-dead-1", -1);
      const runs = await Promise.all(
        Array.from({ length: 8 }, (_, racer) => host.run("acquire-lock", { PD_OWNER: `run-${round}-${racer}` }, slowly)),
      );
      const winners = runs.flatMap(({ report }, racer) => (report.exit === 0 ? [`run-${round}-${racer}`] : []));
      expect(winners).toEqual([owner()]);
      for (const { report } of runs.filter((run) => run.report.exit !== 0)) {
        expect(report.failure).toMatchObject({ reason_code: "lock_held", says: expect.stringContaining(`Locked by ${owner()}`) });
      }
    }
  });

  test("is taken over when it has run out, and says from whom", async () => {
    await passed(host.target(), { type: "acquire-lock" });
    leave("run-8-1", -1);
    const taken = await passed(host.target(), { type: "acquire-lock" });
    expect(taken.says).toContain("run-8-1");
    expect(await hostOf(host.target())).toMatchObject({ lease: { owner: "run-1-1" } });
  });

  test("of another run is neither taken, nor renewed, nor given back, and no step begins under it", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await install(target, release);
    leave("run-8-1", 100);
    const before = readFileSync(lease(), "utf8");
    expect(await step(target, { type: "acquire-lock" })).toMatchObject({ verdict: "fail", reason_code: "lock_held" });
    expect(await step(target, { type: "start", slot: "blue", release: release.id })).toMatchObject({ reason_code: "lock_lost" });
    expect(await target.renew()).toBe(false);
    await passed(target, { type: "release-lock" });
    expect(readFileSync(lease(), "utf8")).toBe(before);
    expect(host.processes()).toEqual([]);
  });

  test("that has run out lets no step begin, even where nobody else came", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    leave("run-1-1", -5);
    expect(await step(target, { type: "hold", seconds: 1 })).toMatchObject({ verdict: "fail", reason_code: "lock_lost" });
  });

  test("is renewed by each step and by renewing, and keeps since when it is held", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    for (const renew of [() => target.renew(), () => step(target, { type: "hold", seconds: 1 })]) {
      leave("run-1-1", 5);
      const [, before, since] = readFileSync(lease(), "utf8").split(/\s/);
      await renew();
      const [, after, still] = readFileSync(lease(), "utf8").split(/\s/);
      expect(Number(after)).toBeGreaterThan(Number(before) + 100);
      expect(still).toBe(since);
    }
    await passed(target, { type: "release-lock" });
    expect(existsSync(lease())).toBe(false);
  });
});

describe("the step lock", () => {
  test("keeps a step of a dead run from being overtaken, until that step has ended by itself", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    // The run's lease is over and taken, its step still works.
    const working = host.run(
      "hold",
      { PD_SECONDS: "1" },
      'op_hold() { : >"$state/works"; until [ -e "$state/end" ]; do sleep 0.02; done; }',
    );
    await until(() => existsSync(join(host.path, "state/works")));
    expect(await hostOf(target)).toMatchObject({ stepRunning: true });
    leave("run-1-1", -1);
    const next = host.target({ owner: "run-2-1" });
    await passed(next, { type: "acquire-lock" });
    expect(await step(next, { type: "hold", seconds: 1 })).toMatchObject({ verdict: "fail", reason_code: "step_running" });
    writeFileSync(join(host.path, "state/end"), "");
    expect((await working).report.exit).toBe(0);
    expect(await hostOf(next)).toMatchObject({ stepRunning: false });
    await passed(next, { type: "hold", seconds: 1 });
  });
});
