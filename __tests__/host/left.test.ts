// A slot that the settings named when it was started, and name no more.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { FakeRelease } from "./fake-release.ts";
import { alive, hostOf, install, passed, type Sandbox, sandbox, until } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

/** The same host with one slot in the settings. */
const single = (name: string, port: number, release?: FakeRelease) =>
  host.target({
    settings: {
      slots: { [name]: { port } },
      strategy: { type: "restart", holdSeconds: 0, drainMs: 1_000, keep: 2, own: {} },
    },
    ...(release === undefined ? {} : { release }),
  });

/** A release that runs in green and is active. */
async function inGreen(): Promise<{ readonly release: FakeRelease; readonly pid: number }> {
  const release = host.release("1.0.0", { server: "listens" });
  await install(host.target({ release }), release);
  const { facts } = await passed(host.target(), { type: "start", slot: "green", release: release.id });
  await until(() => host.processes().length === 1);
  await passed(host.target(), { type: "activate", slot: "green", release: release.id });
  return { release, pid: Number(facts?.["pid"]) };
}

describe("a slot that the settings name no more", () => {
  test("is seen while something runs in it, with the release", async () => {
    const { release, pid } = await inGreen();
    const left = [{ slot: "green", release: release.id, port: null }];
    expect(await hostOf(single("blue", host.ports.blue))).toMatchObject({ left });
    expect(await hostOf(host.target())).not.toHaveProperty("left");
    process.kill(pid, "SIGKILL");
    await until(() => !alive(pid));
    expect(await hostOf(single("blue", host.ports.blue))).not.toHaveProperty("left");
  });

  test("is the fault that a deployment is refused for, also where a slot of another name has its port", async () => {
    const { release } = await inGreen();
    const target = single("main", host.ports.green, release);
    const { faults } = await target.fitness();
    expect(faults).toMatchObject([{ host: "web1", reason_code: "settings_mismatch" }]);
    expect(faults[0]?.says).toContain(`Slot green runs ${release.id}, and \`slots\` does not name that slot any more`);
  });

  test("keeps its hold through a start and a stop in the slot that is left, and is ended by it", async () => {
    const { release, pid } = await inGreen();
    const next = host.release("1.1.0");
    await install(host.target({ release: next }), next);
    await passed(host.target(), { type: "start", slot: "blue", release: next.id });
    await passed(host.target(), { type: "activate", slot: "blue", release: next.id });
    await passed(host.target(), { type: "hold", slot: "green", seconds: 3 });
    const target = single("blue", host.ports.blue);
    expect(await hostOf(target)).not.toHaveProperty("left");
    await passed(target, { type: "stop", slot: "blue", how: "kill" });
    await passed(target, { type: "start", slot: "blue", release: release.id });
    await passed(target, { type: "activate", slot: "blue", release: release.id });
    expect(alive(pid)).toBe(true);
    await passed(target, { type: "release-lock" });
    await until(() => !alive(pid) && !existsSync(join(host.path, "state/ending.green")));
    expect(readFileSync(join(host.path, "state/journal"), "utf8")).toContain("host the hold of green is over");
  });
});
