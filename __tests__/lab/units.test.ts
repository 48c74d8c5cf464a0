// Real hosts with systemd, made fit by examples/hosts/prepare.sh, and deployed to over ssh.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { programText } from "../../src/commands/host.ts";
import { unitText } from "../../src/commands/unit.ts";
import type { HostFacts } from "../../src/domain/fleet/fleet.ts";
import { noRouter } from "../../src/routers/none.ts";
import { readAnswering, readFacts } from "../../src/targets/hosts/facts.ts";
import { type HostReport, readReport, valuesOf } from "../../src/targets/hosts/report.ts";
import { type FakeRelease, makeRelease } from "../host/fake-release.ts";
import { program, routerText } from "../host/sandbox.ts";
import { type Lab, labRefusal, startLab } from "./lab.ts";

const refusal = await labRefusal();
if (refusal !== null) process.stdout.write(`${refusal}\n`);
const onLab = refusal === null ? test : test.skip;

const prepareSh = join(import.meta.dirname, "../../examples/hosts/prepare.sh");
const path = "/opt/app";
let lab: Lab;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pd-units-"));
  if (refusal !== null) return;
  lab = await startLab({ hosts: 3, user: null });
  await prepare("h1", "--haproxy");
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await lab?.stop();
});

/** Runs prepare.sh on a host, and gives its lines. */
async function prepare(host: string, ...words: readonly string[]): Promise<readonly string[]> {
  const key = readFileSync(`${lab.keyFile}.pub`, "utf8").trim();
  const argv = ["sh", "-s", "--", "--app", "app", "--key", key, ...words];
  const { code, stdout, stderr } = await lab.run(host, argv, readFileSync(prepareSh, "utf8"));
  if (code !== 0) throw new Error(stderr + stdout);
  return stdout.trimEnd().split("\n");
}

const slots = { blue: { port: 4000 }, green: { port: 4001 } };

/** ssh as the user that prepare.sh made. */
function ssh(host: string, command: string, input: string | Buffer = "") {
  const shared = ["-o", `ControlPath=${lab.folder}/cm-%C`, "-o", "ControlMaster=auto", "-o", "ControlPersist=60"];
  const words = ["-F", lab.sshConfig, ...shared, "-l", "deploy", host, command];
  const { status, stdout, stderr } = spawnSync("ssh", words, { input });
  return { code: status ?? -1, stdout: String(stdout), stderr: String(stderr) };
}

type Values = Readonly<Record<string, string>>;

/** One run of the host program as the deployments' user, over ssh. */
async function run(host: string, operation: string, values: Values = {}): Promise<HostReport> {
  const common = {
    PD_OP: operation,
    PD_OWNER: "run-1-1",
    PD_URL: "",
    PD_TAKE: "no",
    PD_PATH: path,
    PD_APP: "app",
    PD_NAME: "app",
    PD_UNIT: "app",
    PD_TTL: "180",
    PD_MANIFEST: "",
    PD_SLOTS: "blue=4000 green=4001",
    PD_ROUTER: await routerText(noRouter()),
  };
  return readReport(ssh(host, "/bin/sh -s", programText({ ...common, ...values }, program)).stdout);
}

/** An operation that has to pass. */
async function done(host: string, operation: string, values: Values = {}): Promise<HostReport> {
  const report = await run(host, operation, values);
  if (report.exit !== 0) throw new Error(`${operation}: ${report.failure?.says ?? report.relayed}`);
  return report;
}

async function observe(host: string): Promise<HostFacts> {
  const facts = readFacts(await done(host, "observe"), host, slots);
  if (typeof facts === "string") throw new Error(facts);
  return facts;
}

/** Brings a release onto a host and starts it in a slot. */
async function start(host: string, slot: "blue" | "green", release: FakeRelease): Promise<number> {
  await done(host, "acquire-lock");
  ssh(host, `cat >${path}/incoming/${release.id}.tar.gz`, readFileSync(release.path));
  const PD_RELEASE = release.id;
  await done(host, "unpack", { PD_RELEASE, PD_DIGEST: release.digest });
  const report = await done(host, "start", { PD_RELEASE, PD_SLOT: slot, PD_PORT: String(slots[slot].port) });
  return Number(report.records.find(([key]) => key === "started")?.[1]);
}

const activate = (host: string, slot: string, { id }: FakeRelease) =>
  done(host, "activate", { PD_RELEASE: id, PD_SLOT: slot });
const stop = (host: string, PD_SLOT: string, PD_HOW: string) => done(host, "stop", { PD_SLOT, PD_HOW, PD_LIMIT: "60" });
const show = async (host: string, slot: string, property: string) =>
  (await lab.run(host, ["systemctl", "show", "--value", "-p", property, `app@${slot}`])).stdout.trim();

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** The release that runs in a slot. */
const running = async (host: string, slot: "blue" | "green") => (await observe(host)).slots[slot]?.running ?? null;

/** What HAProxy of a host answers. */
async function answer(host: string): Promise<number> {
  const ip = lab.hosts.find(({ name }) => name === host)?.ip;
  return fetch(`http://${ip}/health`).then(
    ({ status }) => status,
    () => 0,
  );
}

const haproxyOf = (order: string) => ssh("h3", `echo '${order}' | socat - /run/haproxy/admin.sock`).stdout;

/** Takes new requests from a server of the third host, gives them to another, and keeps that as a deployment does. */
function drain(backend: string, server: string, instead?: string): void {
  haproxyOf(`set server ${backend}/${server} state drain`);
  if (instead !== undefined) haproxyOf(`set server ${backend}/${instead} state ready`);
  ssh("h3", `cat >/var/lib/phoenix-deploy/${backend}/servers`, haproxyOf("show servers state"));
}

/** The servers of a backend on the third host. */
const serversOf = (backend: string) =>
  haproxyOf(`show servers state ${backend}`)
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([, of]) => of === backend)
    .map((words) => ({ name: words[3], administrative: Number(words[6]), port: words[18] }));

/** The servers that get no new requests. */
const drained = (backend: string) =>
  serversOf(backend)
    .filter(({ administrative }) => (administrative & 8) !== 0)
    .map(({ name }) => name);

describe("a host that was prepared", () => {
  onLab("has a user, folders, a unit, rules for sudo HAProxy, and takes the unit of the settings", async () => {
    const first = await prepare("h2", "--haproxy", "--manage-units", "--domain", "example.com");
    expect(first).toContain("Create the user deploy, who has no password.");
    expect(first).toContain("Start HAProxy, now and at boot.");
    expect(first.at(-1)).toBe("h2 is ready for deployments of app by deploy to /opt/app.");
    expect(await prepare("h2", "--haproxy", "--manage-units", "--domain", "example.com")).toEqual(first.slice(-1));

    const of = { app: "app", releaseName: "app", path, user: "deploy", limits: [] };
    const { stdout: unit } = await lab.run("h2", ["cat", "/etc/systemd/system/app@.service"]);
    expect(unit).toBe(unitText(of));
    // No release is there yet: that is all that systemd has to say.
    const { stderr } = await lab.run("h2", ["systemd-analyze", "verify", "app@blue.service"]);
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining("is not executable")]);
    expect(await lab.run("h2", ["visudo", "-c"])).toMatchObject({ code: 0 });
    expect(ssh("h2", "sudo -n id").code).toBe(1);
    expect(ssh("h2", "sudo -n systemctl start app@blue extra").stderr).toContain("password is required");
    expect(ssh("h2", "echo 'show servers state app' | socat - /run/haproxy/admin.sock").stdout).toContain(" green ");
    expect((await lab.run("h2", ["sh", "-c", "ls /etc/haproxy"])).stdout.match(/haproxy\.cfg/g)).toHaveLength(2);

    await done("h2", "acquire-lock");
    const limits = ["MemoryMax=512M", "TasksMax=100"];
    const PD_UNIT_TEXT = unitText({ app: "app", releaseName: "app", path, user: "deploy", limits }).trimEnd();
    const { relayed } = await done("h2", "install-units", { PD_UNIT_TEXT });
    expect(relayed).toContain("+MemoryMax=512M");
    expect((await observe("h2")).unit).toEqual({ user: "deploy", path, installed: PD_UNIT_TEXT.split("\n") });
    expect(await show("h2", "blue", "MemoryMax")).toBe(String(512 * 1024 * 1024));
    expect(await prepare("h2", "--manage-units")).toEqual(first.slice(-1));
    await lab.run("h2", ["sed", "-i", "/kill -s KILL app@green/d", "/etc/sudoers.d/phoenix-deploy-app"]);
    const asked = { PD_RELEASE: "", PD_NEEDS: "", PD_ROLE: "app", PD_MANAGE: "yes" };
    const forbidden = async () => valuesOf(await done("h2", "fit", asked), "unit_forbidden");
    expect(await forbidden()).toEqual(["deploy", "systemctl kill -s KILL app@green"]);
    await prepare("h2");
    expect(await forbidden()).toEqual([
      "deploy",
      "install -m 644 /opt/app/state/app@.service /etc/systemd/system/app@.service",
    ]);
    await prepare("h2", "--manage-units");
    expect(await forbidden()).toEqual([]);
    expect((await run("h1", "acquire-lock")).exit).toBe(0);
    expect((await run("h1", "install-units", { PD_UNIT_TEXT })).failure).toMatchObject({
      reason_code: "host_unsuitable",
      says: expect.stringContaining("sudo does not let deploy run"),
    });
  });

  onLab(
    "keeps the traffic of each of two applications when HAProxy is restarted, and when a slot gets another port",
    async () => {
      await prepare("h3", "--haproxy");
      await prepare("h3", "--app", "shop", "--haproxy", "--bind", ":8080", "--slots", "blue=4010,green=4011");
      drain("app", "blue");
      drain("shop", "green");
      // Whichever application was deployed last: what is kept with the other one is older.
      for (const [last, from, to] of [
        ["app", "green", "blue"],
        ["shop", "blue", "green"],
      ] as const) {
        drain(last, from, to);
        await lab.run("h3", ["systemctl", "restart", "haproxy"]);
        expect([...drained("app"), ...drained("shop")]).toEqual(["green", last === "app" ? "green" : "blue"]);
      }
      // With other ports, the server that takes requests stays there, and the other gets none before a deployment.
      const moved = ["--app", "shop", "--haproxy", "--bind", ":8080", "--slots", "blue=4015,green=4016"];
      expect(await prepare("h3", ...moved)).toContain("Move servers of shop to their new ports.");
      const ports = () => serversOf("shop").map(({ port }) => port);
      await eventually(async () => ports()[0] === "4015");
      expect([ports(), drained("shop")]).toEqual([["4015", "4011"], ["blue"]]);
      expect(await prepare("h3", ...moved)).toHaveLength(1);
      drain("shop", "green", "blue");
      await prepare("h3", ...moved);
      await eventually(async () => ports()[1] === "4016");
      expect(drained("shop")).toEqual(["green"]);
    },
  );
});

describe("with units", () => {
  beforeEach(async () => {
    if (refusal !== null) return;
    const all = ["app@blue", "app@green"];
    await lab.run("h1", ["systemctl", "kill", "-s", "KILL", ...all]);
    await lab.run("h1", ["systemctl", "disable", "--now", ...all]);
    await lab.run("h1", ["sh", "-c", `rm -rf ${path}/state ${path}/releases ${path}/slots`]);
  });

  onLab("a slot is the unit's own process, with the variables of the slot and of the user's files", async () => {
    ssh("h1", `cat >${path}/shared/env`, "SECRET=s3cret\nPORT=1\nRELEASE_COOKIE=own\n");
    const release = makeRelease(folder, "1.0.0", { server: "listens" });
    const pid = await start("h1", "blue", release);
    expect(await show("h1", "blue", "MainPID")).toBe(String(pid));
    await eventually(async () => (await running("h1", "blue"))?.release === release.id);
    const { stdout } = ssh("h1", `tr '\\000' '\\n' <${path}/state/tmp.blue/environ`);
    for (const line of ["SECRET=s3cret", "PORT=4000", "RELEASE_COOKIE=own", "RELEASE_NODE=app_blue", "USER=deploy"])
      expect(stdout.split("\n")).toContain(line);
    expect((await done("h1", "log", { PD_SLOT: "blue" })).relayed).toContain("1.0.0 starts");

    // What systemd starts after a crash may listen when the slot's process has just been looked up: it is no stranger.
    const PD_ROUTER = `${await routerText(noRouter())}\nslot_pid() { pid=; return 1; }`;
    const between = readAnswering(await done("h1", "running", { PD_SLOT: "blue", PD_ROUTER }));
    expect(between).toMatchObject({ process: null, listener: "none" });

    const again = await done("h1", "start", { PD_RELEASE: release.id, PD_SLOT: "blue", PD_PORT: "4000" });
    expect(again.records).toContainEqual(["started", String(pid), "already"]);
    expect((await stop("h1", "blue", "drain")).records).toContainEqual(["stopped", "ended"]);
    expect(await running("h1", "blue")).toBeNull();
  });

  onLab("what crashes is started again, and what does not hear SIGTERM is killed and stays away", async () => {
    const release = makeRelease(folder, "1.0.0", { server: "deaf" });
    const pid = await start("h1", "blue", release);
    await lab.run("h1", ["kill", "-SEGV", String(pid)]);
    await eventually(async () => {
      const seen = await running("h1", "blue");
      return seen?.release === release.id && seen.pid !== pid;
    });
    expect((await stop("h1", "blue", "kill")).records).toContainEqual(["stopped", "killed"]);
    expect(await show("h1", "blue", "NRestarts")).toBe("1");
    expect(await running("h1", "blue")).toBeNull();
  });

  onLab("after a reboot the active release serves again, without a deployment, and no other", async () => {
    const release = makeRelease(folder, "1.0.0", { server: "listens" });
    const other = makeRelease(folder, "1.1.0", { server: "listens" });
    await start("h1", "green", other);
    await activate("h1", "green", other);
    await start("h1", "blue", release);
    await activate("h1", "blue", release);
    await eventually(async () => (await answer("h1")) === 200);
    ssh("h1", "kill $PPID");
    await lab.reboot("h1");
    await eventually(async () => (await answer("h1")) === 200);
    expect(await observe("h1")).toMatchObject({
      active: { release: release.id, slot: "blue" },
      slots: { blue: { running: { release: release.id } }, green: { running: null } },
    });
  });

  onLab("a crash loop blocks neither its stop nor a start in its slot", async () => {
    const good = makeRelease(folder, "1.0.0", { server: "listens" });
    await start("h1", "blue", makeRelease(folder, "1.1.0", { server: "dies" }));
    await eventually(async () => (await running("h1", "blue")) !== null);
    await stop("h1", "blue", "kill");
    expect(await show("h1", "blue", "ActiveState")).toBe("inactive");
    expect(await running("h1", "blue")).toBeNull();
    await lab.run("h1", ["systemctl", "start", "app@blue"]);
    await eventually(
      async () =>
        (await show("h1", "blue", "Result")) === "start-limit-hit" ||
        (await show("h1", "blue", "ActiveState")) === "failed",
    );
    expect((await lab.run("h1", ["systemctl", "start", "app@blue"])).code).toBe(1);
    expect((await done("h1", "log", { PD_SLOT: "blue" })).relayed).toContain("no such port");
    expect((await stop("h1", "blue", "kill")).records).toContainEqual(["stopped", "already"]);
    await start("h1", "blue", good);
    await eventually(async () => (await running("h1", "blue"))?.release === good.id);
    // What the slot printed before is no cause of what becomes of it now.
    expect((await done("h1", "log", { PD_SLOT: "blue" })).relayed).not.toContain("no such port");
  });

  onLab("a slot whose hold is over is stopped by the host, by the user's rules for sudo", async () => {
    const old = makeRelease(folder, "1.0.0", { server: "listens" });
    const active = makeRelease(folder, "1.1.0", { server: "listens" });
    await start("h1", "blue", old);
    await start("h1", "green", active);
    await activate("h1", "green", active);
    await done("h1", "hold", { PD_SLOT: "blue", PD_SECONDS: "1" });
    await done("h1", "release-lock");
    await eventually(async () => (await show("h1", "blue", "ActiveState")) === "inactive");
    expect(await observe("h1")).toMatchObject({
      holdUntil: null,
      slots: { blue: { running: null }, green: { running: { release: active.id } } },
    });
  });
});

test("what prepare.sh prints is the unit that a deployment writes", () => {
  const words = ["--app", "my_app", "--release", "shop", "--path", "/srv/shop", "--user", "web", "--print"];
  const printed = execFileSync("sh", [prepareSh, ...words], { encoding: "utf8" });
  const [unit = "", rules = ""] = printed.split("\n\n# phoenix-deploy: what ");
  const of = { app: "my_app", releaseName: "shop", path: "/srv/shop", user: "web", limits: [] };
  expect(`${unit}\n`).toBe(unitText(of));
  expect(rules).toContain("web ALL=(root) NOPASSWD: /usr/bin/systemctl start my_app@green\n");
  expect(rules).not.toMatch(/[*?[]/);
});
