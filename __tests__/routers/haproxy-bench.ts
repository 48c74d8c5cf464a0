// HAProxy from Debian's package in front of two small servers that answer its health checks.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { haproxy } from "../../src/routers/haproxy.ts";
import { type Sandbox, until } from "../host/sandbox.ts";
import type { RouterBench, RunningRouter } from "./bench.ts";
import { Slots } from "./slots.ts";

function configuration(host: Sandbox): string {
  const at = (name: string) => join(host.folder, name);
  return `global
  stats socket ${at("haproxy.sock")} mode 600 level admin
  server-state-file ${at("haproxy.state")}
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
  load-server-state-from-file global
frontend users
  bind unix@${at("users.sock")}
  default_backend app
backend app
  default-server check inter 100ms fall 1 rise 1 weight 100
  server blue 127.0.0.1:${host.ports.blue}
  server green 127.0.0.1:${host.ports.green} disabled
`;
}

/** One line to the admin socket, and its answer. */
async function ask(socket: string, line: string): Promise<string> {
  const client = connect(socket);
  client.end(`${line}\n`);
  return text(client);
}

/** True where HAProxy's health check of this server failed: its operational state is 0. */
function isDown(states: string, server: string): boolean {
  return states.split("\n").some((line) => line.split(" ")[3] === server && line.split(" ")[5] === "0");
}

export const haproxyBench: RouterBench = {
  kind: haproxy,
  async start(host): Promise<RunningRouter> {
    const [socket, config] = [join(host.folder, "haproxy.sock"), join(host.folder, "haproxy.cfg")];
    writeFileSync(config, configuration(host));
    const users = { socketPath: join(host.folder, "users.sock") };
    const slots = new Slots();
    await slots.listen(host);

    let running = await launch();
    async function launch(...more: readonly string[]): Promise<ChildProcess> {
      rmSync(socket, { force: true });
      const child = spawn("/usr/sbin/haproxy", ["-db", "-f", config, ...more], { stdio: "ignore" });
      await until(() => existsSync(socket));
      return child;
    }
    async function end(): Promise<void> {
      const gone = once(running, "exit");
      if (running.exitCode === null && running.kill("SIGKILL")) await gone;
    }

    const settings = { type: "haproxy", socket, backend: "app", "state-file": join(host.folder, "haproxy.state") };
    return {
      settings,
      users,
      forgetful: { type: "haproxy", socket, backend: "app" },
      elsewhere: { ...settings, backend: "shop" },
      async reload() {
        const before = running;
        const gone = once(before, "exit");
        running = await launch("-sf", String(before.pid));
        await gone;
      },
      async restart() {
        await end();
        running = await launch();
      },
      async stop() {
        await end();
        await slots.close();
      },
      request: () => slots.request(users),
      async sicken(server) {
        await slots[server].close();
        while (!isDown(await ask(socket, "show servers state app"), server)) await sleep(20);
      },
    };
  },
};
