import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Ran, Shell } from "../../src/ports/shell.ts";
import { fleetOf, install, passed, type Sandbox, sandbox, step } from "../host/sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

/** A shell whose every command ends like this. */
const ending = (ran: Partial<Ran>): Shell => ({
  run: async () => ({ ended: "exited", code: 0, stdout: "", stderr: "", durationMs: 1, why: "", ...ran }),
});

describe("a host", () => {
  test("is observed before anything was deployed there, and is not changed by it", async () => {
    const slot = (port: number) => ({ port, link: null, running: null });
    expect(await fleetOf(host.target())).toMatchObject({
      router: null,
      hosts: [
        {
          host: "web1",
          releases: [],
          bad: [],
          current: null,
          slots: { blue: slot(host.ports.blue), green: slot(host.ports.green) },
          active: null,
          intent: null,
          holdUntil: null,
          lease: null,
          stepRunning: false,
        },
      ],
    });
    expect(existsSync(host.path)).toBe(false);
  });

  test("is distinguished from one whose state cannot be read", async () => {
    await passed(host.target(), { type: "acquire-lock" });
    for (const name of ["lease", "active", "intent", "hold-until", "slot.blue"])
      writeFileSync(join(host.path, "state", name), "\n\0 ::: nonsense\n");
    mkdirSync(join(host.path, "releases/1.0.0-00000000"));
    const { hosts } = await fleetOf(host.target());
    expect(hosts[0]).toMatchObject({
      releases: ["1.0.0-00000000"],
      active: null,
      intent: null,
      holdUntil: null,
      lease: null,
    });
  });
});

describe("an upload", () => {
  test("that is cut is no release, whatever it left", async () => {
    const release = host.release("1.0.0");
    const target = host.target({ release });
    await passed(target, { type: "acquire-lock" });
    await passed(target, { type: "upload", release: release.id });
    const cut = host.target({
      release: { ...release, digest: release.digest.replace(/^./, (digit) => (digit === "0" ? "1" : "0")) },
    });
    expect(await step(cut, { type: "unpack", release: release.id })).toMatchObject({
      verdict: "fail",
      reason_code: "digest_mismatch",
    });
  });

  test("to a host whose folder is missing says why", async () => {
    const release = host.release("1.0.0");
    const judgement = await step(host.target({ release }), { type: "upload", release: release.id });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "upload_failed" });
    expect(judgement.says).toContain("irectory");
  });

  test("of another release than the one that is here is an error", async () => {
    expect(
      await step(host.target({ release: host.release("1.0.0") }), { type: "upload", release: "1.1.0-00000000" }),
    ).toMatchObject({
      verdict: "error",
      reason_code: "release_missing",
    });
  });
});

describe("what a host program leaves unsaid", () => {
  test.each<[string, Partial<Ran>]>([
    ["nothing at all", {}],
    ["no last line", { stdout: "pd\tstarted\t77\tnow\n" }],
    ["half of its last line", { stdout: "pd\tstarted\t77\tnow\npd\texi" }],
    ["a last line without a number", { stdout: "pd\texit\tok\n" }],
    ["the 255 of ssh", { code: 255, stderr: "Connection reset by peer" }],
    ["no end within its time", { ended: "timed-out", code: null }],
    ["that it could not be started", { ended: "not-started", code: null, why: "/bin/sh: not found" }],
  ])("%s: its state is unknown, and is never taken for success", async (_what, ran) => {
    const target = host.target({ shell: ending(ran) });
    expect(await step(target, { type: "start", slot: "blue", release: "1.0.0-00000000" })).toMatchObject({
      verdict: "error",
      reason_code: "state_unknown",
    });
    expect(await target.observe()).toMatchObject({ failed: { verdict: "error", reason_code: "state_unknown" } });
    expect(await target.running("web1", "blue")).toBeNull();
    expect(await target.renew()).toBe("unknown");
  });

  test("facts that are incomplete are no facts", async () => {
    const target = host.target({
      shell: ending({ stdout: "pd\tnow\t1\npd\tdisk\tplenty\npd\tstep\tidle\npd\texit\t0\n" }),
    });
    expect(await target.observe()).toMatchObject({
      failed: { reason_code: "state_unknown", says: expect.stringContaining("incomplete") },
    });
  });

  test("a reason that nobody knows is an unexpected error, in its own words", async () => {
    const target = host.target({
      shell: ending({ code: 1, stdout: "pd\tfail\tno_such_code\tThe disk\tis on fire.\npd\texit\t1\n" }),
    });
    const judgement = await step(target, { type: "hold", slot: "blue", seconds: 1 });
    expect(judgement).toMatchObject({
      verdict: "fail",
      reason_code: "unexpected_error",
      says: "web1: The disk is on fire.",
    });
  });

  test("what tools print is no record", async () => {
    const release = host.release("1.0.0", { migrate: 'printf "pd\\tversions_after\\t666\\npd\\texit\\t0\\n"; exit 1' });
    const target = host.target({ release });
    await install(target, release);
    const judgement = await step(target, { type: "migrate", release: release.id });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "migration_failed" });
    expect(judgement.tail).toContain("666");
  });
});
