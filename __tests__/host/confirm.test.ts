// What a router's host does by itself while a shift is not confirmed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Guard, ShiftStep } from "../../src/domain/fleet/plan.ts";
import { routerSettings } from "../../src/routers/registry.ts";
import type { Router } from "../../src/routers/router.ts";
import type { Target } from "../../src/targets/target.ts";
import { fileBench } from "../routers/file.ts";
import { fleetOf, type Sandbox, sandbox, until } from "./sandbox.ts";

let host: Sandbox;
let file: string;
let router: Router;

beforeEach(() => {
  host = sandbox();
  file = join(host.folder, "router");
  writeFileSync(file, "blue 100 0 up\ngreen 0 0 up\n");
  router = routerSettings([fileBench.kind]).parse({ type: "file", path: file });
});
afterEach(() => host.close());

const target = (owner = "run-1-1") => host.target({ owner, router });
const back = { blue: 100, green: 0 };
const guard: Guard = { weights: back, seconds: 2 };

/** For tests in which a sign of life must never be late, on however busy a machine. */
const patient: Guard = { weights: back, seconds: 6 };

async function renewedFor(who: Target, seconds: number): Promise<void> {
  const ends = performance.now() + seconds * 1_000;
  while (performance.now() < ends) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await who.renew()).toBe("kept");
  }
}

const acquire = (who: Target) =>
  who.perform({ type: "acquire-lock", host: "web1", says: "Take the lock", limitMs: 30_000 });
const shift = (who: Target, given: Partial<ShiftStep> = {}) =>
  who.perform({ type: "shift", weights: { green: 100, blue: 0 }, guard, says: "Shift", limitMs: 30_000, ...given });
const unguarded = (who: Target, weights: ShiftStep["weights"]) =>
  who.perform({ type: "shift", weights, says: "Shift", limitMs: 30_000 });
const confirm = (who: Target) =>
  who.perform({ type: "confirm", host: "web1", says: "Confirm the shift", limitMs: 30_000 });

const weights = () =>
  readFileSync(file, "utf8")
    .replace(/ 0 up$/gm, "")
    .trim()
    .split("\n")
    .join(", ");
const state = (name: string) => join(host.path, "state", name);
const journal = () => readFileSync(state("journal"), "utf8");

async function shifted(given: Partial<ShiftStep> = {}): Promise<Target> {
  const run = target();
  expect(await acquire(run)).toMatchObject({ verdict: "pass" });
  expect(await shift(run, given)).toMatchObject({ verdict: "pass" });
  expect(weights()).toBe("blue 0, green 100");
  return run;
}

describe("a shift that is not confirmed", () => {
  test("goes back by itself, once, and the next run is shown why", async () => {
    await shifted();
    await until(() => weights() === "blue 100, green 0");
    await until(() => !existsSync(state("guard")));
    expect(journal()).toMatch(/host no sign of life of run-1-1 for 2 s: traffic went back to blue=100 green=0\n$/);
    expect(existsSync(state("lease"))).toBe(false);

    const next = target("run-2-1");
    const { hosts } = await fleetOf(next);
    expect(hosts[0]).toMatchObject({ guarded: false, reversed: { owner: "run-1-1", seconds: 2 } });
    expect(await acquire(next)).toMatchObject({ verdict: "pass" });
    expect((await fleetOf(next)).hosts[0]?.reversed).toBeUndefined();
    // Nothing is left that would change traffic again.
    expect(await unguarded(next, { green: 100, blue: 0 })).toMatchObject({ verdict: "pass" });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(weights()).toBe("blue 0, green 100");
  });

  test("is not confirmed afterwards, and its run changes nothing more", async () => {
    const run = await shifted();
    await until(() => !existsSync(state("guard")));
    expect(await run.renew()).toMatchObject({ lost: expect.stringContaining("sent traffic back by itself") });
    expect(await confirm(run)).toMatchObject({ verdict: "fail", reason_code: "lock_lost" });
    expect(weights()).toBe("blue 100, green 0");
  });

  test("stays while its run shows that it lives, whatever the clock says", async () => {
    const run = await shifted({ guard: patient });
    await renewedFor(run, patient.seconds + 1);
    expect(weights()).toBe("blue 0, green 100");
    await until(() => weights() === "blue 100, green 0");
  });

  test("goes back to where it went before the first of several shifts", async () => {
    const run = await shifted();
    expect(await shift(run, { weights: { blue: 50, green: 50 } })).toMatchObject({ verdict: "pass" });
    expect(weights()).toBe("blue 50, green 50");
    await until(() => weights() === "blue 100, green 0");
  });

  test("stays with a run that took over, as long as that one lives", async () => {
    await shifted({ guard: patient });
    const other = target("run-2-1");
    const taken = { type: "acquire-lock", host: "web1", take: true, says: "Take the lock", limitMs: 30_000 } as const;
    expect(await other.perform(taken)).toMatchObject({ verdict: "pass" });
    await renewedFor(other, patient.seconds + 1);
    expect(weights()).toBe("blue 0, green 100");
    expect(await confirm(other)).toMatchObject({ verdict: "pass" });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(weights()).toBe("blue 0, green 100");
  });

  test("stays where the previous release runs behind no server of this router, and says so", async () => {
    const run = await shifted({ guard: { weights: { blue: 0, green: 0 }, seconds: 2 } });
    await until(() => journal().includes("runs behind no server of this router"));
    expect(weights()).toBe("blue 0, green 100");
    expect(await confirm(run)).toMatchObject({ verdict: "pass" });
  });

  test("tries again while no old server is healthy, and says so once", async () => {
    await shifted();
    writeFileSync(file, "blue 0 0 down\ngreen 100 0 up\n");
    await until(() => journal().includes("traffic could not go back"));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    writeFileSync(file, "blue 0 0 up\ngreen 100 0 up\n");
    await until(() => weights() === "blue 100, green 0");
    expect(journal().match(/could not go back/g)).toHaveLength(1);
  });
});

describe("a shift that is confirmed", () => {
  test("is never reversed", async () => {
    const run = await shifted();
    expect(await confirm(run)).toMatchObject({ verdict: "pass" });
    expect((await fleetOf(run)).hosts[0]).toMatchObject({ guarded: false });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(weights()).toBe("blue 0, green 100");
    expect(journal()).not.toContain("went back");
  });

  test("stays so where a renewal of the lock was under way meanwhile", async () => {
    const run = await shifted();
    const slowly = `write_file() {
      case "$1" in */guard) : >"$state/renewing" && sleep 1 ;; esac
      printf '%s\\n' "$2" >"$1.tmp.$$" && mv -fT "$1.tmp.$$" "$1"
    }`;
    const renewing = host.run("renew", {}, slowly);
    await until(() => existsSync(state("renewing")));
    expect(await confirm(run)).toMatchObject({ verdict: "pass" });
    expect((await renewing).report.exit).toBe(0);
    expect(existsSync(state("guard"))).toBe(false);
  });

  test("and one that goes back without a guard ends the guard", async () => {
    const run = await shifted();
    expect(await unguarded(run, back)).toMatchObject({ verdict: "pass" });
    expect(existsSync(state("guard"))).toBe(false);
  });

  test("and one without a guard that the router refuses leaves the guard to send traffic back", async () => {
    const run = await shifted();
    writeFileSync(file, "blue 0 0 down\ngreen 100 0 up\n");
    expect(await unguarded(run, back)).toMatchObject({ verdict: "fail" });
    expect(existsSync(state("guard"))).toBe(true);
    writeFileSync(file, "blue 0 0 up\ngreen 100 0 up\n");
    await until(() => weights() === "blue 100, green 0");
    await until(() => journal().includes("traffic went back"));
  });
});
