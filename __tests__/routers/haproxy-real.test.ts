// What is HAProxy's own: its checks, the ports of its servers, the rights of its socket, and several in front of a
// fleet.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { type RequestOptions, request } from "node:http";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { haproxy } from "../../src/routers/haproxy.ts";
import type { Router } from "../../src/routers/router.ts";
import { fleetOf, passed, type Sandbox, sandbox, step, until } from "../host/sandbox.ts";
import { Slots } from "./slots.ts";
import { whileUsersAsk } from "./users.ts";

let host: Sandbox;
let slots: Slots;
const started: ChildProcess[] = [];
beforeEach(async () => {
  host = sandbox();
  slots = new Slots();
  await slots.blue.listen(host.ports.blue);
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    const gone = once(child, "exit");
    if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL")) await gone;
  }
  await slots.close();
  host.close();
});

interface Given {
  readonly name?: string;
  readonly level?: string;
  readonly green?: number;
  /** Of both servers; HAProxy's default is 1. */
  readonly weights?: readonly [number, number];
  /** The process that it takes over from, as by a reload. */
  readonly instead?: ChildProcess;
}

/** HAProxy with the default checks of Debian's version: every two seconds, two to be up, three to be down. */
async function start(given: Given = {}) {
  const { name = "lb", level = "admin", green = host.ports.green, weights = [1, 1], instead } = given;
  const at = (ending: string) => join(host.folder, `${name}.${ending}`);
  writeFileSync(
    at("cfg"),
    `global
  stats socket ${at("sock")} mode 600 level ${level}
  server-state-file ${at("state")}
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
  retries 0
  load-server-state-from-file global
frontend users
  bind unix@${at("users")}
  default_backend app
backend app
  server blue 127.0.0.1:${host.ports.blue} check weight ${weights[0]}
  server green 127.0.0.1:${green} check weight ${weights[1]} disabled
`,
  );
  rmSync(at("sock"), { force: true });
  const reloads = instead === undefined ? [] : ["-sf", String(instead.pid)];
  const child = spawn("/usr/sbin/haproxy", ["-db", "-f", at("cfg"), ...reloads], { stdio: "ignore" });
  started.push(child);
  await until(() => existsSync(at("sock")));
  const settings = { type: "haproxy", socket: at("sock"), backend: "app", "state-file": at("state") };
  return { router: haproxy.settings.parse(settings), users: { socketPath: at("users") }, child };
}

const order = (router: Router, weights: Readonly<Record<string, number>>) =>
  host.target({ router }).perform({ type: "shift", weights, says: "A step", limitMs: 60_000 });

/** A socket as LiveView has one, through the router: it ends when its server ends it. */
async function webSocket(users: RequestOptions) {
  const own = { "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", "sec-websocket-version": "13" };
  const headers = { connection: "Upgrade", upgrade: "websocket", ...own };
  const asked = request({ ...users, path: "/live", headers });
  asked.end();
  const [, socket] = (await once(asked, "upgrade")) as [unknown, Duplex];
  let ended = false;
  socket.on("error", () => undefined);
  for (const event of ["end", "close"])
    socket.on(event, () => {
      ended = true;
    });
  return {
    ended: () => ended,
    async echo(words: string) {
      socket.write(words);
      return String((await once(socket, "data"))[0]);
    },
  };
}

describe("HAProxy", () => {
  test("leaves sockets their time on a drained server, and they are counted where they outlast it", async () => {
    const { router, users } = await start();
    await slots.green.listen(host.ports.green);
    const target = host.target({ router });
    await passed(target, { type: "acquire-lock" });
    const live = [await webSocket(users), await webSocket(users)];
    expect((await order(router, { green: 100, blue: 0 })).warnings).toEqual([
      "2 sessions were still open on blue when its requests went elsewhere. " +
        "Each ends by itself, or when that slot stops.",
    ]);
    const drained = await target.perform({ type: "drain", servers: ["blue"], says: "A step", limitMs: 1_500 });
    expect(drained).toMatchObject({
      verdict: "pass",
      facts: { sessions: 2 },
      warnings: [
        "2 sessions of users were still open after 2 s (`strategy.drain`), closed now that the slot is stopped: " +
          "2 on blue by the router of web1.",
      ],
    });
    for (const socket of live) expect(await socket.echo("there")).toBe("there");
    await slots.blue.close();
    await until(() => live.every((socket) => socket.ended()));
    expect(await target.perform({ type: "drain", servers: ["blue"], says: "A step", limitMs: 60_000 })).toMatchObject({
      says: "No requests are left on blue.",
    });
  });

  test("keeps parts of small weights over a reload, and their proportions, until no server has a part", async () => {
    const { router, child } = await start({ weights: [1, 3] });
    await slots.green.listen(host.ports.green);
    await passed(host.target({ router }), { type: "acquire-lock" });
    const weights = async () =>
      Object.entries((await fleetOf(host.target({ router }))).router ?? {}).map(([, { weight }]) => weight);
    expect(await order(router, { green: 5, blue: 95 })).toMatchObject({ verdict: "pass" });
    expect(await order(router, { green: 20 })).toMatchObject({ verdict: "pass" });
    expect(await weights()).toEqual([95, 20]);
    const gone = once(child, "exit");
    await start({ weights: [1, 3], instead: child });
    await gone;
    expect(await weights()).toEqual([95, 20]);
    expect(await order(router, { green: 100, blue: 0 })).toMatchObject({ verdict: "pass" });
    expect(await weights()).toEqual([100, 100]);
  });

  test("sends no request to a server that left maintenance, before its checks have passed", async () => {
    const { router, users } = await start();
    await passed(host.target({ router }), { type: "acquire-lock" });
    const judgements: unknown[] = [];
    const traffic = await whileUsersAsk(users, async () => {
      const ordered = order(router, { green: 100, blue: 0 });
      // Nothing listens in green for a second: HAProxy would have sent half of the requests there.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await slots.green.listen(host.ports.green);
      judgements.push(await ordered);
    });
    expect(judgements).toMatchObject([{ verdict: "pass" }]);
    expect(traffic.failed).toEqual([]);
    expect(traffic.by.get("blue")).toBeGreaterThan(100);
  });

  test("never gets an order that sends requests to another port than the slot's", async () => {
    const { router } = await start({ green: host.ports.blue });
    const locked = await step(host.target({ router }), { type: "acquire-lock" });
    const says = `server app/green is at port ${host.ports.blue}, and slot green has port ${host.ports.green}.`;
    expect(locked).toMatchObject({ verdict: "pass", warnings: [expect.stringContaining(says)] });
    const judgement = await order(router, { green: 100, blue: 0 });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    expect(judgement.says).toContain(says);
    expect(judgement.says).toContain(
      `server's line of ${join(host.folder, "lb.state")} as well, which HAProxy goes by`,
    );
    const { router: servers } = await fleetOf(host.target({ router }));
    expect(servers).toMatchObject({ blue: { state: "ready" }, green: { state: "maint" } });
  });

  test("is refused before any change where its socket lacks `level admin`", async () => {
    const { router } = await start({ level: "operator" });
    const judgement = await step(host.target({ router }), { type: "acquire-lock" });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    expect(judgement.says).toContain('add "level admin" to that "stats socket" in its configuration');
  });
});
