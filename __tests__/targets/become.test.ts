import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Target } from "../../src/targets/target.ts";
import type { FakeRelease } from "../host/fake-release.ts";
import { alive, passed, type Sandbox, sandbox, until } from "../host/sandbox.ts";
import { type Account, isRoot, makeAccount } from "../support/accounts.ts";
import { sshTarget } from "../support/ssh-target.ts";
import { type Sshd, type Sshds, startSshds } from "../support/sshd.ts";

const asRoot = isRoot ? test : test.skip;
if (!isRoot) console.warn("Skipped: only root can make users and allow one to become the other.");

describe("a host where one user logs in and another runs the steps", () => {
  let sshds: Sshds;
  let login: Account;
  let app: Account;
  let place: Sandbox;
  const open: Target[] = [];
  const rules = `/etc/sudoers.d/pd-test-${process.pid}`;
  beforeAll(async () => {
    if (!isRoot) return;
    sshds = await startSshds([[]]);
    login = makeAccount("pd-in");
    app = makeAccount("pd-app");
    // As users have it: nobody else looks into the home in which sudo begins.
    chmodSync(login.home, 0o700);
    // The line of docs/hosts.md.
    writeFileSync(rules, `${login.name} ALL=(${app.name}) NOPASSWD: /bin/sh\n`, { mode: 0o440 });
    place = sandbox();
    chmodSync(place.folder, 0o711);
    mkdirSync(place.path);
    app.own(place.path);
  });
  afterAll(async () => {
    if (!isRoot) return;
    for (const target of open) await target.close();
    place.close();
    await sshds.close();
    rmSync(rules);
    for (const account of [login, app]) account.remove();
  });

  /** What a job sees that has this release. */
  function targetOf(host: Sshd, release: FakeRelease): Target {
    const target = sshTarget({
      hosts: [{ name: "web1", address: "127.0.0.1", port: host.port }],
      ...{ user: login.name, become: app.name, path: place.path, ports: place.ports, release },
      secrets: { DEPLOY_KEY: sshds.key },
      ssh: { knownHosts: sshds.knownHosts, keyFrom: "DEPLOY_KEY" },
    });
    open.push(target);
    return target;
  }

  const statusOf = (pid: number, file: string) => readFileSync(`/proc/${pid}/${file}`, "utf8");

  asRoot("has releases, processes and holds of the other user, who gets nothing of the login", async () => {
    const [host] = sshds.hosts;
    if (host === undefined) throw new Error("There is no sshd");
    const pids: number[] = [];
    for (const [version, slot] of [
      ["1.0.0", "blue"],
      ["1.1.0", "green"],
    ] as const) {
      const release = place.release(version, { listed: true, server: "listens" });
      const { id } = release;
      const target = targetOf(host, release);
      await passed(target, { type: "acquire-lock" });
      const { facts } = await passed(target, { type: "upload", release: id });
      // The second one is made of what the host has, by a pack.
      expect(Number(facts?.["copied"]) > 0).toBe(slot === "green");
      await passed(target, { type: "unpack", release: id });
      expect(statSync(join(place.path, "releases", id, "bin/app")).uid).toBe(app.uid);
      await passed(target, { type: "start", slot, release: id });
      const listener = async () => (await target.answering("web1", slot))?.listener;
      while ((await listener()) !== "own") await new Promise((next) => setTimeout(next, 20));
      const { pid = 0, release: runs } = (await target.running("web1", slot)) ?? {};
      expect(runs).toBe(id);
      expect(statusOf(pid, "status")).toMatch(new RegExp(`^Uid:(\\s+${app.uid}){4}$`, "m"));
      const environ = statusOf(pid, "environ").split("\0");
      expect(environ).toEqual(expect.arrayContaining([`HOME=${app.home}`, `USER=${app.name}`]));
      expect(environ.filter((line) => /^(SUDO|SSH)_/.test(line))).toEqual([]);
      pids.push(pid);
      if (slot === "green") {
        await passed(target, { type: "activate", slot, release: id });
        await passed(target, { type: "hold", slot: "blue", seconds: 1 });
      }
      await passed(target, { type: "release-lock" });
      await target.close();
    }
    // The hold outlives the session of sudo.
    const [blue = 0, green = 0] = pids;
    await until(() => !alive(blue));
    expect(alive(green)).toBe(true);
    expect(host.logins()).toBe(2);
  });
});
