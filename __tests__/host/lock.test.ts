import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { drawn, figure } from "../support/extent.ts";
import { hostOf, install, passed, type Sandbox, sandbox, step, until } from "./sandbox.ts";

const seconds = () => Math.floor(Date.now() / 1_000);

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
  test("raced for by many has one winner in each round, and the others learn who it is", async () => {
    await passed(host.target(), { type: "acquire-lock" });
    // A moment between reading and writing: whoever came in between would win too.
    const slowly = 'write_lease() { sleep 0.05; write_file "$state/lease" "$PD_OWNER $(($(now) + PD_TTL)) $1"; }';
    for (let round = 0; round < figure("FAULT_RACES", 5); round += 1) {
      leave("run-dead-1", -1);
      const runs = await Promise.all(
        Array.from({ length: 8 }, (_, racer) =>
          host.run("acquire-lock", { PD_OWNER: `run-${round}-${racer}` }, slowly),
        ),
      );
      const winners = runs.flatMap(({ report }, racer) => (report.exit === 0 ? [`run-${round}-${racer}`] : []));
      expect(winners).toEqual([owner()]);
      for (const { report } of runs.filter((run) => run.report.exit !== 0)) {
        expect(report.failure).toMatchObject({
          reason_code: "lock_held",
          says: expect.stringContaining(`Locked by ${owner()}`),
        });
      }
    }
  }, 3_600_000);

  test("is taken over when it has run out, and says from whom", async () => {
    await passed(host.target(), { type: "acquire-lock" });
    leave("run-8-1", -1);
    const taken = await passed(host.target(), { type: "acquire-lock" });
    expect(taken.says).toContain("run-8-1");
    expect(await hostOf(host.target())).toMatchObject({ lease: { owner: "run-1-1" } });
  });

  test("of another run is neither taken, nor renewed, nor released, and no step begins under it", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await install(target, release);
    leave("run-8-1", 100);
    const before = readFileSync(lease(), "utf8");
    expect(await step(target, { type: "acquire-lock" })).toMatchObject({ verdict: "fail", reason_code: "lock_held" });
    expect(await step(target, { type: "start", slot: "blue", release: release.id })).toMatchObject({
      reason_code: "lock_lost",
    });
    expect(await target.renew()).toEqual({ lost: "web1: The lock belongs to run-8-1 now." });
    await passed(target, { type: "release-lock" });
    expect(readFileSync(lease(), "utf8")).toBe(before);
    expect(host.processes()).toEqual([]);
  });

  test("that expired and still names the run is its own: its next step works, and renews it", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    leave("run-1-1", -5_000);
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
    expect((await hostOf(target)).lease?.expires).toBeGreaterThan(seconds() + 100);
    leave("run-1-1", -5_000);
    expect(await target.renew()).toBe("kept");
  });

  test("that was released or removed lets no step begin", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    await passed(target, { type: "release-lock" });
    expect(await step(target, { type: "hold", slot: "blue", seconds: 1 })).toMatchObject({
      verdict: "fail",
      reason_code: "lock_lost",
      says: expect.stringContaining("nobody"),
    });
  });

  test("names the run that has it, with its address, to whoever waits", async () => {
    await passed(host.target(), { type: "acquire-lock" });
    const other = host.target({ owner: "run-2-1" });
    expect((await step(other, { type: "acquire-lock" })).says).toContain(
      "Locked by run-1-1 (https://github.com/acme/shop/actions/run-1-1)",
    );
    expect(await hostOf(other)).toMatchObject({ lease: { url: "https://github.com/acme/shop/actions/run-1-1" } });
  });

  test("is one job's: another job of the same run and attempt does not get it", async () => {
    await passed(host.target({ owner: "run-1-1-deploy-1" }), { type: "acquire-lock" });
    const twin = host.target({ owner: "run-1-1-deploy-2" });
    expect(await step(twin, { type: "acquire-lock" })).toMatchObject({ verdict: "fail", reason_code: "lock_held" });
  });

  test("that is live is taken on request, with a warning; the run that had it stops and names its taker", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await install(target, release);
    const rollback = host.target({ owner: "run-2-1-rollback" });
    const taken = await passed(rollback, { type: "acquire-lock", take: true });
    expect(taken.warnings?.join()).toContain(
      "was taken from run-1-1 (https://github.com/acme/shop/actions/run-1-1), which still held it",
    );
    const refused = await step(target, { type: "start", slot: "blue", release: release.id });
    expect(refused).toMatchObject({
      verdict: "fail",
      reason_code: "lock_lost",
      says: expect.stringContaining("run-2-1-rollback (https://"),
    });
    expect(host.processes()).toEqual([]);
    await passed(target, { type: "release-lock" });
    await passed(rollback, { type: "hold", slot: "blue", seconds: 1 });
    // A rollback may be over before the run that lost its lock asks again.
    await passed(rollback, { type: "release-lock" });
    expect(await target.renew()).toEqual({ lost: expect.stringContaining("taken by run-2-1-rollback (https://") });
  });

  test.each<[string, () => string, string]>(
    drawn<[string, () => string, string]>(
      "locks that are none",
      [
        ["claims a day", () => `run-77-1 ${seconds() + 86_400} ${seconds()}`, "run-77-1 claims"],
        ["claims the end of time", () => "run-77-1 99999999999999 0", "run-77-1 claims"],
        ["claims more than a number can hold", () => "run-77-1 99999999999999999999999 0", "no readable expiry"],
        ["has words for numbers", () => "run-77-1 notanumber x", "no readable expiry"],
        ["has an octal number", () => "run-77-1 0899 0", "no readable expiry"],
        ["has a number below zero", () => "run-77-1 -5 0", "no readable expiry"],
        ["has no numbers", () => "run-77-1", "no readable expiry"],
        ["is empty", () => "", "names no owner"],
        ["has an empty line", () => "\n\n", "names no owner"],
        ["is binary", () => "\u0000\u0001\u001b[31m\u007f \u0002 \u0003", "cannot be read"],
        ["holds a pattern and a command", () => "* $(id) `id`", "cannot be read"],
      ],
      3,
    ),
  )("that %s is no lock: it is replaced at once, and said", async (_what, text, says) => {
    await passed(host.target(), { type: "acquire-lock" });
    await passed(host.target(), { type: "release-lock" });
    writeFileSync(lease(), text());
    const target = host.target({ owner: "run-2-1" });
    expect((await hostOf(target)).lease?.expires ?? 0).toBe(0);
    const taken = await passed(target, { type: "acquire-lock" });
    expect(taken.warnings?.join()).toContain(says);
    expect(owner()).toBe("run-2-1");
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
  });

  test("that cannot be renewed, because the disk is full, is still ours: a warning, and the step is done", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    // Of one that was written this very moment nothing would be renewed.
    const later = { PD_TTL: "200" };
    const { report } = await host.run("hold", { PD_SECONDS: "1", ...later }, "write_lease() { return 1; }");
    expect(report.exit).toBe(0);
    expect(report.records.map((record) => record.join(" "))).toContainEqual(
      expect.stringContaining("warning The lease could not be renewed"),
    );
  });

  test("is renewed by each step and by renewing, and keeps since when it is held", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    for (const renew of [() => target.renew(), () => step(target, { type: "hold", slot: "blue", seconds: 1 })]) {
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
  test("is waited for as long as a server that was just started takes to let go of it", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    await host.run("hold", {}, "op_hold() { sleep 1 & }");
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
  });

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
    expect(await hostOf(host.target())).toMatchObject({ stepRunning: true });
    leave("run-1-1", -1);
    const next = host.target({ owner: "run-2-1" });
    await passed(next, { type: "acquire-lock" });
    expect(await step(next, { type: "hold", slot: "blue", seconds: 1 })).toMatchObject({
      verdict: "fail",
      reason_code: "step_running",
    });
    writeFileSync(join(host.path, "state/end"), "");
    expect((await working).report.exit).toBe(0);
    expect(await hostOf(next)).toMatchObject({ stepRunning: false });
    await passed(next, { type: "hold", slot: "blue", seconds: 1 });
  });
});
