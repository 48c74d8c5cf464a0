import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { HostStep } from "../../src/domain/fleet/plan.ts";
import type { Target } from "../../src/targets/target.ts";
import { fleetOf, type Sandbox, sandbox, until } from "../host/sandbox.ts";
import { type SshGiven, shellOf, sshTarget } from "../support/ssh-target.ts";
import { type Sshd, type Sshds, startSshds } from "../support/sshd.ts";

/** What a file holds; nothing where it is gone. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Processes of a run's folder. */
const processesOf = (folder: string) =>
  readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && textOf(`/proc/${pid}/cmdline`).includes(folder));

const step = (target: Target, fields: object) =>
  target.perform({ says: "A step", limitMs: 60_000, host: "web1", ...fields } as HostStep);

describe("hosts that are reached by ssh", () => {
  let sshds: Sshds;
  const places: Sandbox[] = [];
  beforeAll(async () => {
    sshds = await startSshds([[], [], []]);
  });
  afterAll(async () => {
    for (const place of places) place.close();
    await sshds.close();
    expect(newFolders()).toEqual([]);
  });

  /** Folders of runs that know a host of ours. */
  const newFolders = () =>
    readdirSync("/tmp")
      .filter((name) => /^pd-[0-9a-f]{16}$/.test(name))
      .filter((name) => sshds.knownHosts.some((line) => textOf(join("/tmp", name, "known_hosts")).includes(line)));

  function place(): Sandbox {
    const made = sandbox();
    places.push(made);
    return made;
  }

  function hostAt(index: number): Sshd {
    const host = sshds.hosts[index];
    if (host === undefined) throw new Error(`There is no host ${index}`);
    return host;
  }

  /** Each host is this machine: a path of its own makes it one. */
  const targetAt = (index: number, given: Partial<SshGiven> & Pick<SshGiven, "path">) =>
    sshTarget({
      hosts: [{ name: "web1", address: hostAt(index).address, port: hostAt(index).port }],
      secrets: { DEPLOY_KEY: sshds.key },
      ...given,
      ssh: { knownHosts: sshds.knownHosts, keyFrom: "DEPLOY_KEY", ...given.ssh },
    });

  test("run the whole program over one connection each, which is gone with its key afterwards", async () => {
    const logins = sshds.hosts.map((host) => host.logins());
    const targets = await Promise.all(
      sshds.hosts.map(async (_, index) => {
        const { path, ports, release: make } = place();
        const release = make("1.0.0");
        const target = targetAt(index, { path, ports, release });
        const { id } = release;
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
        return target;
      }),
    );
    expect(sshds.hosts.map((host, index) => host.logins() - (logins[index] ?? 0))).toEqual([1, 1, 1]);
    expect(sshds.hosts.map((host) => host.connections())).toEqual([1, 1, 1]);
    const made = newFolders();
    expect(made).toHaveLength(3);
    await Promise.all(targets.map((target) => target.close()));
    expect(newFolders()).toEqual([]);
    expect(made.flatMap(processesOf)).toEqual([]);
    await until(() => sshds.hosts.every((host) => host.connections() === 0));
  });

  test("are connected again when the connection was cut, with the ports that were reached through it", async () => {
    const server = createServer((_, answer) => answer.end("from the slot")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { path } = place();
    const target = targetAt(0, { path, ports: { blue: port, green: 2 } });
    const base = await target.reach("web1", "blue");
    expect(base).not.toBe(`http://127.0.0.1:${port}`);
    expect(await (await fetch(base)).text()).toBe("from the slot");
    expect(await step(target, { type: "acquire-lock" })).toMatchObject({ verdict: "pass" });

    // What changes something and was not begun is begun, and what only asks is asked again.
    // What is under way when the connection ends is another story: its master has to know.
    const [folder = ""] = newFolders();
    hostAt(0).cut();
    await until(() => hostAt(0).connections() === 0 && !existsSync(join("/tmp", folder, "m-1")));
    expect(await step(target, { type: "hold", slot: "green", seconds: 0 })).not.toMatchObject({
      reason_code: "state_unknown",
    });
    expect(await target.reach("web1", "blue")).toBe(base);
    expect(await (await fetch(base)).text()).toBe("from the slot");

    // A host that is away for a moment is waited for.
    await hostAt(0).stop();
    const observing = target.observe();
    await hostAt(0).start();
    expect(await observing).toHaveProperty("fleet");
    await target.close();
    server.close();
  });

  test("leave a step that was under way when the connection was cut unknown, and it is asked for", async () => {
    const { path, ports, release: make } = place();
    const release = make("1.0.0", { migrate: "sleep 3; exit 0" });
    const target = targetAt(0, { path, ports, release });
    expect(await step(target, { type: "acquire-lock" })).toMatchObject({ verdict: "pass" });
    expect(await step(target, { type: "upload", release: release.id })).toMatchObject({ verdict: "pass" });
    const unpacking = step(target, { type: "unpack", release: release.id });
    await new Promise((resolve) => setTimeout(resolve, 20));
    hostAt(0).cut();
    const judgement = await unpacking;
    if (judgement.verdict !== "pass") expect(judgement).toMatchObject({ reason_code: "state_unknown" });
    expect(await fleetOf(target)).toHaveProperty("hosts");
    await target.close();
  });

  test("are reached through a jump host, which is named where it is the one that cannot be reached", async () => {
    const { path } = place();
    const { address, port } = hostAt(2);
    const logins = hostAt(2).logins();
    const target = targetAt(1, { path, ssh: { jump: `${address}:${port}` } });
    expect(await target.observe()).toHaveProperty("fleet");
    expect(hostAt(2).logins()).toBe(logins + 1);
    hostAt(2).cut();
    await until(() => hostAt(2).connections() === 0);
    expect(await target.observe()).toHaveProperty("fleet");
    expect(hostAt(2).logins()).toBe(logins + 2);
    await target.close();
    const lost = targetAt(1, { path, ssh: { jump: "deploy@no-such-host.invalid" } });
    expect(await lost.observe()).toMatchObject({
      failed: { reason_code: "host_unreachable", says: expect.stringMatching(/^The jump host: the name/) },
    });
    await lost.close();
    const { knownHost } = hostAt(1);
    const unknown = targetAt(1, { path, ssh: { knownHosts: [hostAt(2).knownHost], jump: `${address}:${port}` } });
    expect(await unknown.observe()).toMatchObject({
      failed: { reason_code: "host_key_unknown", remedy: expect.stringContaining(knownHost) },
    });
    await unknown.close();
  });

  test("lose agent, key and connection when the run is killed, or cancelled and closed", async () => {
    const { address, port, knownHost } = hostAt(1);
    const argv = [String(port), address, sshds.keyFile, knownHost];
    const script = join(import.meta.dirname, "../support/ssh-run.ts");
    const run = spawn(process.execPath, ["--no-warnings", script, ...argv], { stdio: ["ignore", "pipe", "inherit"] });
    const [said] = await once(run.stdout, "data");
    expect(String(said)).toBe("observed\n");
    const [folder = ""] = newFolders();
    expect(processesOf(folder).length).toBeGreaterThanOrEqual(3);
    // No file has the key.
    const files = readdirSync(join("/tmp", folder)).filter((name) => /^(config|known_hosts|guard)$/.test(name));
    expect(files.map((name) => readFileSync(join("/tmp", folder, name), "utf8")).join()).not.toContain("PRIVATE KEY");
    run.kill("SIGKILL");
    await until(() => processesOf(folder).length === 0 && newFolders().length === 0);
    await until(() => hostAt(1).connections() === 0);

    const cancel = new AbortController();
    const target = targetAt(1, { path: place().path, shell: shellOf({}, cancel.signal) });
    expect(await step(target, { type: "acquire-lock" })).toMatchObject({ verdict: "pass" });
    expect(await target.observe()).toMatchObject({ fleet: { hosts: [{ lease: { owner: "run-1-1" } }] } });
    cancel.abort();
    expect(await target.observe()).toMatchObject({ failed: { reason_code: "cancelled" } });
    expect(await step(target, { type: "release-lock" })).toMatchObject({ verdict: "pass" });
    await target.close();
    expect(newFolders()).toEqual([]);
  });

  test("are all asked at once: one that does not answer delays no other", async () => {
    const { path } = place();
    const silent = createTcpServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const hosts = [
      { name: "web1", address: hostAt(0).address, port: hostAt(0).port },
      { name: "web2", address: hostAt(1).address, port: (silent.address() as AddressInfo).port },
    ];
    const target = targetAt(0, { path, hosts, ssh: { options: { ConnectTimeout: "3" } } });
    const observing = target.observe();
    const first = await target.answering("web1", "blue");
    expect(first).not.toBeNull();
    expect(await observing).toMatchObject({ fleet: { away: [{ host: "web2", reason_code: "host_unreachable" }] } });
    await target.close();
    silent.close();
  });
});
