// HAProxy from Debian's package before two servers, of which one fails: its counters, read by the program of hosts.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { clockAdapter } from "../../src/adapters/clock.ts";
import type { ServerCounts } from "../../src/domain/fleet/asked-target.ts";
import { haproxy } from "../../src/routers/haproxy.ts";
import { noRouter } from "../../src/routers/none.ts";
import { routerStatistics } from "../../src/signals/router-statistics.ts";
import { type Sandbox, sandbox, until } from "../host/sandbox.ts";
import { answering, requestsOf, watchWith } from "./watching.ts";

let host: Sandbox;
let servers: readonly Server[];
let child: ChildProcess | undefined;
const at = (name: string) => join(host.folder, name);

async function start(mode = "http"): Promise<void> {
  writeFileSync(
    at("cfg"),
    `global
  stats socket ${at("sock")} mode 600 level admin
defaults
  mode ${mode}
  timeout connect 2s
  timeout client 5s
  timeout server 5s
  option httpclose
frontend users
  bind unix@${at("users")}
  default_backend app
backend app
  server blue 127.0.0.1:${host.ports.blue}
  server green 127.0.0.1:${host.ports.green}
`,
  );
  child = spawn("/usr/sbin/haproxy", ["-db", "-f", at("cfg")], { stdio: "ignore" });
  await until(() => existsSync(at("sock")) && existsSync(at("users")));
}

async function end(): Promise<void> {
  const running = child;
  child = undefined;
  const gone = running === undefined ? null : once(running, "exit");
  if (running?.kill("SIGKILL")) await gone;
}

/** As many requests of users, one after another: HAProxy gives every other one to green. */
async function ask(times: number, path = "/"): Promise<void> {
  for (let sent = 0; sent < times; sent += 1) {
    const asked = request({ socketPath: at("users"), path, agent: false }, (answer) => answer.resume());
    asked.on("error", () => undefined).end();
    await once(asked, "close");
  }
}

const router = () => haproxy.settings.parse({ type: "haproxy", socket: at("sock"), backend: "app" });
const target = () => {
  const { questions } = host.target({ router: router() });
  if (questions === undefined) throw new Error("no questions");
  return questions;
};

describe("HAProxy's statistics", () => {
  beforeEach(async () => {
    host = sandbox();
    servers = ["blue", "green"].map((name) =>
      createServer(({ url }, answer) => {
        if (name === "green" && url === "/cut") answer.destroy();
        else answer.writeHead(name === "green" && url === "/fails" ? 500 : 200).end(name);
      }),
    );
    const ports = [host.ports.blue, host.ports.green];
    await Promise.all(servers.map((one, index) => once(one.listen(ports[index], "127.0.0.1"), "listening")));
  });
  afterEach(async () => {
    await end();
    for (const one of servers) {
      one.closeAllConnections();
      one.close();
    }
    host.close();
  });

  test("are the requests of each server, and those that failed with an answer or without one", async () => {
    await start();
    await ask(4);
    await ask(2, "/fails");
    await ask(2, "/cut");
    const counts = await target().routerCounts();
    expect(counts).toEqual([
      { server: "blue", requests: 4, failed: 0 },
      { server: "green", requests: 4, failed: 2 },
    ]);
  });

  test("give samples of what users asked during the watch, by release", async () => {
    await start();
    await ask(4, "/fails");
    const clock = clockAdapter(new AbortController().signal);
    const questions = target();
    let reads = 0;
    const routerCounts = async () => {
      if (reads++ === 1) await ask(20, "/fails");
      return questions.routerCounts();
    };
    const { samples, fault } = await watchWith(routerStatistics, {
      ...{ signals: "router-statistics: {every: 1s}", clock, forMs: 2_000 },
      doors: { target: { ...questions, routerCounts } },
    });
    expect(fault).toBeNull();
    expect([requestsOf(samples, "old"), requestsOf(samples, "new")]).toEqual([
      { failed: 0, good: 10 },
      { failed: 10, good: 0 },
    ]);
  });

  test("cannot be read of a backend that knows no requests, of no router, and of one that is away", async () => {
    await start("tcp");
    await expect(target().routerCounts()).rejects.toThrow("does not count requests of blue: its mode may be `tcp`");
    await end();
    await expect(target().routerCounts()).rejects.toThrow("HAProxy");
    const none = host.target({ router: noRouter() }).questions;
    await expect(none?.routerCounts()).rejects.toThrow("The router on this host counts no requests by server.");
  });
});

describe("the router's statistics", () => {
  const signals = "router-statistics: {}";
  const watch = (counts: (nth: number) => readonly ServerCounts[]) => {
    let nth = 0;
    const questions = answering({ routerCounts: async () => counts(nth++) });
    return watchWith(routerStatistics, { signals, doors: { target: questions } });
  };
  const both = (requests: number, failed = 0) => [
    { server: "blue", requests, failed: 0 },
    { server: "green", requests, failed },
  ];

  test("go on after a reload of the router, with a warning", async () => {
    const seen = await watch((nth) => both(nth < 6 ? 100 + nth : nth));
    expect([seen.fault, requestsOf(seen.samples, "new").good]).toEqual([null, 11]);
    expect(seen.warnings).toContain(
      "The router's counters of green fell from 105 to 6, as after a reload: " +
        "requests between two questions are not counted.",
    );
  });

  test("break the watch where the new server is none of them, or the router is away for long", async () => {
    expect((await watch(() => [{ server: "blue", requests: 1, failed: 0 }])).fault).toBe(
      "the router has no statistics of server green",
    );
    const away = await watch((nth) => {
      if (nth > 3) throw new Error("HAProxy cannot be reached");
      return both(nth);
    });
    expect(away.fault).toBe("HAProxy cannot be reached");
  });
});
