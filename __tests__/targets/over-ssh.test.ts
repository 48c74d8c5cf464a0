import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import type { HostStep } from "../../src/domain/plan.ts";
import { noRouter } from "../../src/routers/none.ts";
import type { Environment } from "../../src/settings/settings.ts";
import { openTarget } from "../../src/targets/registry.ts";
import type { Target } from "../../src/targets/target.ts";
import type { FakeRelease } from "../host/fake-release.ts";
import { fleetOf, type Sandbox, sandbox } from "../host/sandbox.ts";
import { type Sshds, startSshds } from "../support/sshd.ts";

const signal = new AbortController().signal;
const shell = shellAdapter({ cwd: "/", env: process.env, cancel: signal, show: () => undefined });

/** Folders of runs with ssh that are there now. */
const folders = () => readdirSync("/tmp").filter((name) => /^pd-[0-9a-f]{16}$/.test(name));

describe("hosts that are reached by ssh", () => {
  let sshds: Sshds;
  let places: readonly Sandbox[];
  let before: readonly string[];
  beforeAll(async () => {
    before = folders();
    sshds = await startSshds([[], [], []]);
    places = sshds.hosts.map(() => sandbox());
  });
  afterAll(async () => {
    for (const place of places) place.close();
    await sshds.close();
    expect(folders().filter((name) => !before.includes(name))).toEqual([]);
  });

  /** Each host is this machine: the sandbox of its own makes it one. */
  function targetOf(index: number, release: FakeRelease | null = null): Target {
    const host = sshds.hosts[index];
    const place = places[index];
    if (host === undefined || place === undefined) throw new Error(`There is no host ${index}`);
    const web = { name: "web1", address: host.address, port: host.port };
    const environment = {
      ...{ name: "production", url: "http://127.0.0.1:1", target: "hosts", hosts: [web], routerHosts: [web] },
      ...{ path: place.path, slots: { blue: { port: place.ports.blue }, green: { port: place.ports.green } } },
      router: noRouter(),
      ssh: { knownHosts: sshds.knownHosts, knownHostsFrom: null, keyFrom: "DEPLOY_KEY", jump: null, options: {} },
      strategy: { type: "blue-green", holdSeconds: 0, drainMs: 1_000, keep: 2, own: {} },
      health: { path: "/health", ready: null, version: null, withinMs: 1_000, successes: 1 },
      migrations: { migrate: null, versions: null },
    } as unknown as Environment;
    return openTarget({
      ...{ environment, app: "app", releaseName: "app", owner: "run-1-1", shell, clock: clockAdapter(signal), release },
      files: filesAdapter(),
      secret: (name) => (name === "DEPLOY_KEY" ? sshds.key : undefined),
    });
  }

  const step = (target: Target, fields: object) =>
    target.perform({ says: "A step", limitMs: 30_000, host: "web1", ...fields } as HostStep);

  test("run the whole program over one connection each, which is gone with its key afterwards", async () => {
    const all = sshds.hosts.map((_, index) => {
      const release = places[index]?.release("1.0.0");
      if (release === undefined) throw new Error("There is no sandbox");
      return { target: targetOf(index, release), release };
    });
    await Promise.all(
      all.map(async ({ target, release: { id } }) => {
        expect((await fleetOf(target)).hosts[0]).toMatchObject({ releases: [], lease: null });
        for (const fields of [
          ...[{ type: "acquire-lock" }, { type: "upload", release: id }, { type: "unpack", release: id }],
          { type: "start", slot: "blue", release: id },
        ])
          expect(await step(target, fields)).toMatchObject({ verdict: "pass" });
        expect(await target.running("web1", "blue")).toMatchObject({ release: id });
        expect(await target.renew()).toBe("kept");
        expect(await step(target, { type: "stop", slot: "blue", how: "kill" })).toMatchObject({ verdict: "pass" });
        expect(await step(target, { type: "release-lock" })).toMatchObject({ verdict: "pass" });
      }),
    );
    expect(sshds.hosts.map((host) => [host.logins(), host.connections()])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    await Promise.all(all.map(({ target }) => target.close()));
    expect(folders().filter((name) => !before.includes(name))).toEqual([]);
    expect(sshds.hosts.map((host) => host.connections())).toEqual([0, 0, 0]);
  });
});
