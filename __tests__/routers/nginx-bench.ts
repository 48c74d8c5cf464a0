// nginx from Debian's package, with the upstream file as a person would write it.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nginx } from "../../src/routers/nginx.ts";
import { type Sandbox, until } from "../host/sandbox.ts";
import type { RouterBench, RunningRouter } from "./bench.ts";
import { Slots } from "./slots.ts";

function configuration({ folder }: Sandbox): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `user root;
worker_processes 2;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/temporary-${name};`).join("\n  ")}
  include ${folder}/upstream.conf;
  server {
    listen unix:${folder}/users.sock;
    location / {
      proxy_pass http://app;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }
}
`;
}

const upstream = ({ blue, green }: Sandbox["ports"]) => `# Whoever wrote this keeps it.
upstream app {
  least_conn;
  server 127.0.0.1:${blue};
  server 127.0.0.1:${green} max_fails=3 down; # the other slot
  keepalive 8;
}
`;

export const nginxBench: RouterBench = {
  kind: nginx,
  async start(host): Promise<RunningRouter> {
    const at = (name: string) => join(host.folder, name);
    writeFileSync(at("nginx.conf"), configuration(host));
    writeFileSync(at("upstream.conf"), upstream(host.ports));
    const users = { socketPath: at("users.sock") };
    const slots = new Slots();
    await slots.listen(host);

    const program = ["/usr/sbin/nginx", "-p", host.folder, "-c", at("nginx.conf")];
    const workers = (pid: number) => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    const named = (pid: string) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8");
      } catch {
        return "";
      }
    };
    let running = await launch();
    async function launch(): Promise<ChildProcess> {
      rmSync(users.socketPath, { force: true });
      const [command = "", ...args] = program;
      const child = spawn(command, [...args, "-g", "daemon off;"], { stdio: "ignore" });
      await until(() => existsSync(at("nginx.pid")) && existsSync(users.socketPath));
      const ready = () => workers(child.pid ?? 0).filter((pid) => named(pid).startsWith("nginx: worker process"));
      await until(() => ready().length === 2);
      return child;
    }
    async function end(): Promise<void> {
      const gone = once(running, "exit");
      if (running.exitCode === null && running.kill("SIGTERM")) await gone;
    }

    const settings = {
      type: "nginx",
      upstream: "app",
      file: at("upstream.conf"),
      "pid-file": at("nginx.pid"),
      test: [...program, "-t"],
      reload: [...program, "-s", "reload"],
    };
    return {
      settings,
      users,
      forgetful: null,
      elsewhere: { ...settings, upstream: "shop" },
      async reload() {
        const before = workers(running.pid ?? 0);
        spawnSync("kill", ["-HUP", String(running.pid)]);
        await until(() => before.every((pid) => !/^nginx: worker process$/.test(named(pid).replace(/\0+$/, ""))));
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
