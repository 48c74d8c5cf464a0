import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { haproxy } from "../../src/routers/haproxy.ts";
import { install, passed, type Sandbox, sandbox } from "./sandbox.ts";

let host: Sandbox;
let running: ChildProcess | null = null;
beforeEach(() => {
  host = sandbox();
});
afterEach(async () => {
  if (running !== null) {
    const gone = once(running, "exit");
    if (running.kill("SIGKILL")) await gone;
    running = null;
  }
  host.close();
});

/** HAProxy with these lines in its backend, on the host's slots; its socket. */
async function startHaproxy(lines: string): Promise<string> {
  const socket = join(host.folder, "haproxy.sock");
  const config = join(host.folder, "haproxy.cfg");
  writeFileSync(
    config,
    `global
  stats socket ${socket} mode 600 level admin
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
backend app
${lines}
`,
  );
  running = spawn("/usr/sbin/haproxy", ["-db", "-f", config], { stdio: "ignore" });
  while (!existsSync(socket)) await new Promise((resolve) => setTimeout(resolve, 20));
  return socket;
}

/** What a shift from blue to green warns of. */
async function warnings(lines: string, stateFile: string | null): Promise<readonly string[]> {
  const socket = await startHaproxy(lines);
  const kept = stateFile === null ? {} : { "state-file": stateFile };
  const router = haproxy.settings.parse({ type: "haproxy", socket, backend: "app", ...kept });
  const release = host.release("1.0.0");
  await install(host.target({ release }), release);
  const shift = { type: "shift", weights: { green: 100, blue: 0 }, says: "A step", limitMs: 30_000 } as const;
  const judgement = await host.target({ router }).perform(shift);
  expect(judgement).toMatchObject({ verdict: "pass" });
  await passed(host.target(), { type: "release-lock" });
  return judgement.warnings ?? [];
}

const plain = () => `  server blue 127.0.0.1:${host.ports.blue}\n  server green 127.0.0.1:${host.ports.green} disabled`;

describe("a shift", () => {
  test("of a backend that keeps clients by a cookie says who stays on the old release until when", async () => {
    const lines = `  cookie SRV insert indirect nocache
  server blue 127.0.0.1:${host.ports.blue} cookie b
  server green 127.0.0.1:${host.ports.green} cookie g disabled`;
    const [warning = "", ...rest] = await warnings(lines, join(host.folder, "haproxy.state"));
    expect(warning).toContain(
      "by the cookie `SRV`: those that were served by blue stay on the old release until that slot stops",
    );
    expect(warning).toContain("0 sessions are open there now");
    expect(rest).toEqual([]);
  });

  test("warns where the router forgets it when it is reloaded", async () => {
    expect(await warnings(plain(), null)).toEqual([expect.stringContaining("`router.state-file` is not set")]);
  });

  test("warns of nothing where nobody is left behind and the state is kept", async () => {
    expect(await warnings(plain(), join(host.folder, "haproxy.state"))).toEqual([]);
  });

  test("of a table that only counts requests is no persistence", async () => {
    const lines = `  stick-table type ip size 1k store http_req_rate(10s)\n${plain()}`;
    expect(await warnings(lines, join(host.folder, "haproxy.state"))).toEqual([]);
  });
});

describe("the weights of a shift", () => {
  /** Performs shifts one after the other on HAProxy, whose servers have this weight in its configuration. */
  async function shifts(weight: number, ...ordered: readonly Readonly<Record<string, number>>[]) {
    const lines = `  server blue 127.0.0.1:${host.ports.blue} weight ${weight}
  server green 127.0.0.1:${host.ports.green} weight ${weight}`;
    const stateFile = join(host.folder, "haproxy.state");
    const socket = await startHaproxy(lines);
    const router = haproxy.settings.parse({ type: "haproxy", socket, backend: "app", "state-file": stateFile });
    const release = host.release("1.0.0");
    await install(host.target({ release }), release);
    const target = host.target({ router });
    const judgements = [];
    for (const weights of ordered)
      judgements.push(await target.perform({ type: "shift", weights, says: "A step", limitMs: 30_000 }));
    await passed(host.target(), { type: "release-lock" });
    return judgements;
  }

  test("are set, read back, and replaced by the next shift", async () => {
    expect(await shifts(100, { green: 5, blue: 95 }, { green: 100, blue: 0 }, { blue: 100, green: 0 })).toMatchObject([
      { verdict: "pass", facts: { servers: { blue: "ready, weight 95 %", green: "ready, weight 5 %" } } },
      { verdict: "pass", facts: { servers: { blue: "drain, weight 95 %", green: "ready, weight 100 %" } } },
      { verdict: "pass", facts: { servers: { blue: "ready, weight 100 %", green: "drain, weight 100 %" } } },
    ]);
  });

  test("are parts of the default weight, 1, too, and leave the proportions of other weights", async () => {
    const ordered = [
      { green: 1, blue: 99 },
      { green: 5, blue: 95 },
      { green: 100, blue: 0 },
      { blue: 100, green: 0 },
    ];
    expect(await shifts(1, ...ordered)).toMatchObject([
      { verdict: "pass", facts: { servers: { blue: "ready, weight 99 %", green: "ready, weight 1 %" } } },
      { verdict: "pass", facts: { servers: { blue: "ready, weight 95 %", green: "ready, weight 5 %" } } },
      { verdict: "pass", facts: { servers: { blue: "drain, weight 100 %", green: "ready, weight 100 %" } } },
      { verdict: "pass", facts: { servers: { blue: "ready, weight 100 %", green: "drain, weight 100 %" } } },
    ]);
  });

  test("of a server that HAProxy does not know are a failure that names it, and drain nothing", async () => {
    const [failed, next] = await shifts(100, { purple: 100, blue: 0 }, { green: 100 });
    expect(failed).toMatchObject({ verdict: "fail", reason_code: "router_failed" });
    expect(failed?.says).toContain("purple");
    expect(next).toMatchObject({ facts: { servers: { blue: "ready, weight 100 %" } } });
  });
});
