// Caddy from Debian's package, started with a JSON file.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { caddy } from "../../src/routers/caddy.ts";
import { type Sandbox, until } from "../host/sandbox.ts";
import type { RouterBench, RunningRouter } from "./bench.ts";
import { Slots } from "./slots.ts";

const configuration = ({ folder, ports }: Sandbox) => ({
  admin: { listen: `unix/${folder}/admin.sock`, config: { persist: false } },
  logging: { logs: { default: { level: "ERROR" } } },
  apps: {
    http: {
      servers: {
        srv: {
          listen: [`unix/${folder}/users.sock`],
          automatic_https: { disable: true },
          routes: [
            {
              handle: [{ "@id": "app", handler: "reverse_proxy", upstreams: [{ dial: `localhost:${ports.blue}` }] }],
            },
          ],
        },
      },
    },
  },
});

export const caddyBench: RouterBench = {
  kind: caddy,
  async start(host): Promise<RunningRouter> {
    const at = (name: string) => join(host.folder, name);
    const [users, admin] = [{ socketPath: at("users.sock") }, { socketPath: at("admin.sock") }];
    writeFileSync(at("caddy.json"), JSON.stringify(configuration(host)));
    const slots = new Slots();
    await slots.listen(host);
    const env = { ...process.env, HOME: host.folder, XDG_CONFIG_HOME: host.folder, XDG_DATA_HOME: host.folder };

    let running = await launch();
    async function launch(): Promise<ChildProcess> {
      for (const { socketPath } of [users, admin]) rmSync(socketPath, { force: true });
      const child = spawn("/usr/bin/caddy", ["run", "--config", at("caddy.json")], { stdio: "ignore", env });
      await until(() => existsSync(users.socketPath) && existsSync(admin.socketPath));
      return child;
    }
    async function end(): Promise<void> {
      const gone = once(running, "exit");
      if (running.exitCode === null && running.signalCode === null && running.kill("SIGKILL")) await gone;
    }

    const forgetful = { type: "caddy", admin: `unix/${admin.socketPath}`, id: "app" };
    return {
      settings: { ...forgetful, "config-file": at("caddy.json") },
      users,
      forgetful,
      elsewhere: { ...forgetful, id: "shop" },
      async reload() {
        const address = `unix/${admin.socketPath}`;
        const child = spawn(
          "/usr/bin/caddy",
          ["reload", "--force", "--config", at("caddy.json"), "--address", address],
          {
            env,
          },
        );
        await once(child, "exit");
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
      sicken: (server) => slots[server].close(),
    };
  },
};
