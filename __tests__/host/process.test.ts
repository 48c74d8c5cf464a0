import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Target } from "../../src/targets/target.ts";
import type { Server } from "./fake-release.ts";
import { alive, hostOf, install, passed, type Sandbox, sandbox, step, until } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const blue = { slot: "blue" } as const;

/** A release with this server, started in slot blue; its process id. */
async function running(
  server: Server,
): Promise<{ readonly target: Target; readonly id: string; readonly pid: number }> {
  const release = host.release("1.0.0", { server });
  const target = host.target({ release });
  await install(target, release);
  const { facts } = await passed(target, { type: "start", ...blue, release: release.id });
  if (server !== "dies" && server !== "slow") await until(() => host.processes().length === 1);
  return { target, id: release.id, pid: Number(facts?.["pid"]) };
}

describe("starting", () => {
  test("leaves a process in a session of its own, from the release, with none of our files open", async () => {
    const { target, id, pid } = await running("plain");
    expect(host.processes()).toEqual([pid]);
    expect(await target.running("web1", "blue")).toEqual({ pid, release: id, served: false });
    const [, , group, session] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    expect([group, session]).toEqual([String(pid), String(pid)]);
    const open = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    expect(open[0]).toBe("/dev/null");
    expect(new Set(open.filter((path) => path.startsWith(host.path)))).toEqual(
      new Set([join(host.path, "state/log.blue")]),
    );
    expect(await hostOf(target)).toMatchObject({ stepRunning: false });
    expect(await target.logTail("web1", "blue")).toBe("1.0.0 starts");
  });

  test("again is no second process", async () => {
    const { target, id, pid } = await running("plain");
    expect((await passed(target, { type: "start", ...blue, release: id })).says).toBe(
      `It runs already, as process ${pid}.`,
    );
    expect(host.processes()).toEqual([pid]);
  });

  test("is refused where another release runs", async () => {
    const { pid } = await running("plain");
    const other = host.release("1.1.0");
    const target = host.target({ release: other });
    await install(target, other);
    expect(await step(target, { type: "start", ...blue, release: other.id })).toMatchObject({
      verdict: "fail",
      reason_code: "start_failed",
    });
    expect(host.processes()).toEqual([pid]);
  });

  test("of what ends at once shows nothing running, and its last words", async () => {
    const { target, pid } = await running("dies");
    await until(() => !alive(pid));
    expect(await target.running("web1", "blue")).toBeNull();
    expect(await target.logTail("web1", "blue")).toContain("no such port");
  });

  test("of what boots for long is a process of no release yet", async () => {
    const { target, pid } = await running("slow");
    expect(await target.running("web1", "blue")).toEqual({ pid, release: null, served: false });
    expect(await passed(target, { type: "stop", ...blue, how: "kill" })).toMatchObject({ says: "It was killed." });
    expect(alive(pid)).toBe(false);
  });

  test("of a release that is not there is refused", async () => {
    const target = host.target();
    await passed(target, { type: "acquire-lock" });
    expect(await step(target, { type: "start", ...blue, release: "9.9.9-00000000" })).toMatchObject({
      reason_code: "release_not_kept",
    });
  });
});

describe("stopping", () => {
  test("waits for a server that needs a moment", async () => {
    const { target, pid } = await running("lingers");
    // It has to be past its boot to hear the signal: the fake says so by its signal mask.
    await until(() => /^SigCgt:\s+\S*[4-7c-f]...$/m.test(readFileSync(`/proc/${pid}/status`, "utf8")));
    expect(await passed(target, { type: "stop", ...blue, how: "drain" })).toMatchObject({
      says: "It stopped by itself.",
      facts: { how: "ended" },
    });
    expect(alive(pid)).toBe(false);
  });

  test("kills a server that does not hear, once its time is over", async () => {
    const { target, pid } = await running("stubborn");
    // The shortest wait that there is: one second.
    const judgement = await passed(target, { type: "stop", ...blue, how: "drain", limitMs: 16_000 });
    expect(judgement).toMatchObject({ says: "It was killed.", facts: { how: "killed" } });
    expect(alive(pid)).toBe(false);
  });

  test("counts its wait by uptime: on a host where each short sleep takes ten seconds, it kills in time", async () => {
    const { target, id, pid } = await running("stubborn");
    const slowly = `
seconds_up() { read_line "$state/ticks" && up=\${got:-0}; }
sleep() { seconds_up && echo "$((up + 10))" >"$state/ticks" && command sleep 0.1; }`;
    const { report } = await host.run(
      "stop",
      { PD_SLOT: "blue", PD_HOW: "drain", PD_LIMIT: "60", PD_RELEASE: id },
      slowly,
    );
    expect(report.records).toContainEqual(["stopped", "killed"]);
    expect(Number(readFileSync(join(host.path, "state/ticks"), "utf8"))).toBeLessThan(100);
    await until(() => !alive(pid));
    expect(await target.running("web1", "blue")).toBeNull();
  });

  test("does not touch a process that only has the number of the one that was started", async () => {
    const { target, pid } = await running("plain");
    const path = join(host.path, "state/slot.blue");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^(\d+) \d+/, "$1 1"));
    expect(await target.running("web1", "blue")).toBeNull();
    expect(await passed(target, { type: "stop", ...blue, how: "kill" })).toMatchObject({
      says: "Nothing was running there.",
    });
    expect(alive(pid)).toBe(true);
  });
});

describe("recording", () => {
  test("keeps the last different release as the previous one, also when one is recorded twice", async () => {
    const first = await running("plain");
    await passed(first.target, { type: "activate", ...blue, release: first.id });
    const release = host.release("1.1.0");
    const target = host.target({ release });
    await install(target, release);
    await passed(target, { type: "start", slot: "green", release: release.id });
    expect(await hostOf(target)).toMatchObject({
      intent: { release: release.id, slot: "green" },
      active: { release: first.id },
    });
    for (let times = 0; times < 2; times += 1) {
      await passed(target, { type: "activate", slot: "green", release: release.id });
      expect(await hostOf(target)).toMatchObject({
        intent: null,
        current: release.id,
        active: { release: release.id, slot: "green", before: first.id },
      });
    }
  });
});
