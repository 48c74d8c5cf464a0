// Two real HAProxy in front of one fleet, as behind DNS: both are changed, or none.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import type { Command } from "../../src/ports/shell.ts";
import { haproxy } from "../../src/routers/haproxy.ts";
import type { Environment } from "../../src/settings/settings.ts";
import { callerOf } from "../../src/targets/hosts/call.ts";
import { type Hosts, openHosts } from "../../src/targets/hosts/context.ts";
import { observeHosts } from "../../src/targets/hosts/observe.ts";
import { performStep } from "../../src/targets/hosts/operations.ts";
import { shiftOn } from "../../src/targets/hosts/traffic.ts";
import type { TargetOptions } from "../../src/targets/target.ts";
import { type Sandbox, sandbox, until } from "../host/sandbox.ts";
import { Slots } from "../routers/slots.ts";
import { whileUsersAsk } from "../routers/users.ts";

let host: Sandbox;
let slots: Slots;
const started = new Map<string, ChildProcess>();
beforeEach(async () => {
  host = sandbox();
  slots = new Slots();
  await slots.listen(host);
});
afterEach(async () => {
  for (const name of started.keys()) await end(name);
  await slots.close();
  host.close();
});

async function end(name: string): Promise<void> {
  const child = started.get(name);
  started.delete(name);
  if (child === undefined) return;
  const gone = once(child, "exit");
  if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL")) await gone;
}

/** One HAProxy; where users reach it. */
async function start(name: string, green = host.ports.green) {
  const at = (ending: string) => join(host.folder, `${name}.${ending}`);
  writeFileSync(
    at("cfg"),
    `global
  stats socket ${at("sock")} mode 600 level admin
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
frontend users
  bind unix@${at("users")}
  default_backend app
backend app
  default-server check inter 200ms fall 1 rise 1
  server blue 127.0.0.1:${host.ports.blue}
  server green 127.0.0.1:${green} disabled
`,
  );
  rmSync(at("sock"), { force: true });
  started.set(name, spawn("/usr/sbin/haproxy", ["-db", "-f", at("cfg")], { stdio: "ignore" }));
  await until(() => existsSync(at("sock")));
  return { socketPath: at("users") };
}

/** Both routers on this machine; what each is sent names it instead of `@LB@`, its folder and socket included. */
async function fleet(): Promise<Hosts> {
  const at = join(host.folder, "@LB@");
  const local = (name: string) => ({ name, address: "local" });
  const environment = {
    ...{ name: "production", target: "hosts", path: at },
    hosts: [local("web1")],
    slots: { blue: { port: host.ports.blue }, green: { port: host.ports.green } },
    router: haproxy.settings.parse({ type: "haproxy", socket: `${at}.sock`, backend: "app", on: ["lb1", "lb2"] }),
    routerHosts: [local("lb1"), local("lb2")],
  } as unknown as Environment;
  const cancel = new AbortController().signal;
  const shell = shellAdapter({ cwd: tmpdir(), env: process.env, cancel, show: () => undefined });
  const common = { app: "app", releaseName: "app", owner: "run-1-1", release: null };
  const options = { ...common, environment, shell, clock: clockAdapter(cancel) } as TargetOptions;
  const to = (name: string) => ({
    run: ({ argv, ...command }: Command) =>
      shell.run({ ...command, argv: ["sh", "-c", 'sed "s/@LB@/$0/g" | "$@"', name, ...argv] }),
    reach: async () => "",
    login: null,
    connect: () => undefined,
  });
  const ways = { to, connect: () => undefined, close: async () => undefined };
  const hosts = openHosts({ options, ways, call: callerOf(options, ways) });
  for (const name of ["web1", "lb1", "lb2"]) {
    const lock = { type: "acquire-lock", host: name, says: "A step", limitMs: 30_000 } as const;
    expect(await performStep(hosts, lock)).toMatchObject({ verdict: "pass" });
  }
  return hosts;
}

const shift = (hosts: Hosts, weights: Readonly<Record<string, number>>) =>
  shiftOn(hosts, { type: "shift", weights, says: "A step", limitMs: 30_000 });
const toGreen = { green: 100, blue: 0 };
const blueAlone = { fleet: { router: { blue: { state: "ready", weight: 100 }, green: { state: "drain" } } } };

describe("two routers in front of one fleet", () => {
  test("move together, and lose no request on either", async () => {
    const users = [await start("lb1"), await start("lb2")];
    const hosts = await fleet();
    const judgements: unknown[] = [];
    const moved = (async () => {
      for (const weights of [toGreen, { blue: 100, green: 0 }, toGreen]) judgements.push(await shift(hosts, weights));
    })();
    for (const traffic of await Promise.all(users.map((one) => whileUsersAsk(one, () => moved)))) {
      expect(traffic.failed).toEqual([]);
      expect([...traffic.by.keys()].sort()).toEqual(["blue", "green"]);
    }
    expect(judgements).toMatchObject([{ verdict: "pass" }, { verdict: "pass" }, { verdict: "pass" }]);
  });

  test("stay as they were where one is away, which is named; when it is there again, both move", async () => {
    await start("lb1");
    await start("lb2");
    const hosts = await fleet();
    await shift(hosts, { blue: 100, green: 0 });
    await end("lb2");
    const judgement = await shift(hosts, toGreen);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    expect(judgement.says).toMatch(/^lb2: HAProxy cannot be reached/);
    expect(await observeHosts(hosts)).toMatchObject({ failed: { reason_code: "router_failed" } });
    await start("lb2");
    expect(await shift(hosts, { blue: 100, green: 0 })).toMatchObject({ verdict: "pass" });
    expect(await observeHosts(hosts)).toMatchObject(blueAlone);
    expect(await shift(hosts, toGreen)).toMatchObject({ verdict: "pass" });
  });

  test("go back where one refuses what the other did, and no request is lost", async () => {
    const users = await start("lb1");
    await start("lb2", host.ports.blue);
    const hosts = await fleet();
    const judgements: unknown[] = [];
    const traffic = await whileUsersAsk(users, async () => {
      judgements.push(await shift(hosts, toGreen));
    });
    expect(judgements).toMatchObject([{ verdict: "fail", reason_code: "router_failed" }]);
    expect(JSON.stringify(judgements)).toMatch(
      /lb2: HAProxy's server app\/green is at port .*The router on lb1 was put back/,
    );
    expect(traffic.failed).toEqual([]);
    expect(await observeHosts(hosts)).toMatchObject({ fleet: { router: { blue: { state: "ready", weight: 100 } } } });
  });
});
