import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { haproxy } from "../../src/routers/haproxy.ts";
import type { Target } from "../../src/targets/target.ts";
import type { Server } from "./fake-release.ts";
import { alive, haproxyAnswers, hostOf, install, passed, routerText, type Sandbox, sandbox, until } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const path = (name: string) => join(host.path, "state", name);
const giveBack = (target: Target) => passed(target, { type: "release-lock" });

const router = (socket: string) => routerText(haproxy.settings.parse({ type: "haproxy", socket, backend: "app" }));

/** Processes that keep a hold of this host. */
function keepers(): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return words.includes("phoenix-deploy-hold") && words.includes(join(host.path, "state"));
    } catch {
      return false;
    }
  });
}

/** A release that runs in green and is active, and one that runs in blue, as after a shift. */
async function twoSlots(
  server: Server = "plain",
): Promise<{ readonly target: Target; readonly old: number; readonly id: string; readonly active: string }> {
  const one = host.release("1.0.0", { server });
  const other = host.release("1.1.0");
  for (const release of [one, other]) await install(host.target({ release }), release);
  const target = host.target();
  const { facts } = await passed(target, { type: "start", slot: "blue", release: one.id });
  await passed(target, { type: "start", slot: "green", release: other.id });
  await until(() => host.processes().length === 2);
  await passed(target, { type: "activate", slot: "green", release: other.id });
  return { target, old: Number(facts?.["pid"]), id: one.id, active: other.id };
}

describe("a slot that is kept warm", () => {
  test("is stopped by the host itself when its time is over, and the other is not touched", async () => {
    const { target, old, active } = await twoSlots();
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
    await giveBack(target);
    expect(alive(old)).toBe(true);
    await until(() => !alive(old) && !existsSync(path("ending.blue")));
    expect(await hostOf(host.target())).toMatchObject({
      holdUntil: null,
      active: { release: active },
      slots: { blue: { running: null }, green: { running: { release: active } } },
    });
    expect(readFileSync(path("journal"), "utf8")).toContain("host the hold of blue is over");
    await until(() => keepers().length === 0);
  });

  test("is not stopped where it was activated again meanwhile, and the keeper ends", async () => {
    const { target, old, id } = await twoSlots();
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
    await passed(target, { type: "activate", slot: "blue", release: id });
    expect((await hostOf(host.target())).holdUntil).toBeNull();
    await giveBack(target);
    await until(() => keepers().length === 0);
    expect(alive(old)).toBe(true);
    expect((await hostOf(host.target())).slots["blue"]?.running?.release).toBe(id);
  });

  test("is not stopped where it took traffic again, although the run was cut before it recorded that", async () => {
    const { target, old } = await twoSlots();
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
    const PD_ROUTER = await router("/unused");
    const shift = (to: string, from: string) =>
      host.run("shift", { PD_WEIGHTS: `${to}=100 ${from}=0`, PD_ROUTER }, haproxyAnswers);
    await shift("green", "blue");
    expect((await hostOf(host.target())).holdUntil).not.toBeNull();
    // A router for all hosts has the same slot of others.
    const forAll = haproxyAnswers.replace("'2 green' 0", "'2 green' 0 '3 web2-blue' 0");
    await host.run("shift", { PD_HOST: "web1", PD_WEIGHTS: "web2-blue=100", PD_ROUTER }, forAll);
    expect((await hostOf(host.target())).holdUntil).not.toBeNull();
    await shift("blue", "green");
    await giveBack(target);
    await until(() => keepers().length === 0);
    expect(alive(old)).toBe(true);
    expect((await hostOf(host.target())).slots["blue"]?.running).not.toBeNull();
  });

  test("is not stopped while the router sends requests there, as after a restart without its state", async () => {
    const { target, old } = await twoSlots();
    const socket = join(host.folder, "haproxy.sock");
    let drained = false;
    let asked = 0;
    const fake = createServer((client) => {
      client.once("data", () => {
        asked += 1;
        client.end(`1
3 app 1 blue 127.0.0.1 2 ${drained ? 8 : 0} 1 1 1 6 3 7 6 0 0 0 - 4000 -
3 app 2 green 127.0.0.1 0 5 1 1 1
`);
      });
    });
    await new Promise<void>((resolve) => fake.listen(socket, resolve));
    try {
      await host.run("hold", { PD_SLOT: "blue", PD_SECONDS: "0", PD_ROUTER: await router(socket) });
      await giveBack(target);
      await until(() => asked > 1);
      expect(alive(old)).toBe(true);
      drained = true;
      await until(() => !alive(old));
    } finally {
      await new Promise((resolve) => fake.close(resolve));
    }
  });

  test("is not stopped by an earlier hold where it is held anew", async () => {
    const { target, old } = await twoSlots();
    await passed(target, { type: "hold", slot: "blue", seconds: 1 });
    await passed(target, { type: "hold", slot: "blue", seconds: 600 });
    await giveBack(target);
    await until(() => keepers().length === 1);
    expect(alive(old)).toBe(true);
    expect((await hostOf(host.target())).holdUntil).toBeGreaterThan(Date.now() / 1_000 + 500);
  });

  test("is left to a run that has the lock, until that has ended", async () => {
    const { target, old } = await twoSlots();
    await passed(target, { type: "hold", slot: "blue", seconds: 0 });
    // The keeper looks once a second: it has seen the lock by now, and the next step takes its own lock from nobody.
    await passed(target, { type: "mark-bad", release: "0.0.1-00000000" });
    expect(alive(old)).toBe(true);
    await giveBack(target);
    await until(() => !alive(old));
  });

  test("is killed where it does not hear: a start in its slot waits for nothing", async () => {
    const { target, old, id } = await twoSlots("deaf");
    while (!(await target.running("web1", "blue"))?.served) await new Promise((resolve) => setTimeout(resolve, 20));
    await passed(target, { type: "hold", slot: "blue", seconds: 0 });
    await giveBack(target);
    await until(() => existsSync(path("ending.blue")));
    expect(alive(old)).toBe(true);
    // Its port is still open: that is no stranger.
    expect((await hostOf(host.target())).slots["blue"]).toEqual({ port: host.ports.blue, link: id, running: null });
    await passed(target, { type: "acquire-lock" });
    const { facts } = await passed(target, { type: "start", slot: "blue", release: id });
    expect(alive(old)).toBe(false);
    expect(facts?.["pid"]).not.toBe(old);
  });

  test("is kept by a unit where systemd runs, whose own rules for arguments change nothing", async () => {
    const { target, old } = await twoSlots();
    // As systemd-run: `$$` in an argument is `$`, and a single one would begin a variable.
    const units = join(host.folder, "units");
    writeFileSync(
      join(host.folder, "systemd-run"),
      `#!/usr/bin/perl
shift @ARGV while $ARGV[0] =~ /^--/;
s/\\$(\\$|\\{\\w+\\})/$1 eq '$' ? '$' : ''/ge for @ARGV;
open my $file, ">", "${units}"; print $file "started"; close $file;
fork and exit 0;
exec "setsid", @ARGV;
`,
      { mode: 0o755 },
    );
    const { report } = await host.run(
      "hold",
      { PD_SLOT: "blue", PD_SECONDS: "1" },
      `PATH=${host.folder}:$PATH\nmay_start_units() { :; }`,
    );
    expect(report.exit).toBe(0);
    await giveBack(target);
    await until(() => !alive(old));
    expect(existsSync(units)).toBe(true);
  });

  test("has a keeper that survives the job, waits without a lock, and ends with the host's folder", async () => {
    process.env["RUNNER_TRACKING_ID"] = "github_1";
    try {
      const { target } = await twoSlots();
      await passed(target, { type: "hold", slot: "blue", seconds: 600 });
      // A process that was only just forked still has the environment of the job, or is gone a moment later.
      const ofJob = (pid: string) =>
        !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/environ`, "utf8").includes("RUNNER_TRACKING_ID");
      await until(() => keepers().length === 1 && !keepers().some(ofJob));
      const [pid = ""] = keepers();
      expect(await hostOf(host.target())).toMatchObject({ stepRunning: false });
      const [, , , session] = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      expect(session).toBe(pid);
      writeFileSync(path("hold-until"), "1 gone\n");
      await until(() => keepers().length === 0);
    } finally {
      delete process.env["RUNNER_TRACKING_ID"];
    }
  });
});
