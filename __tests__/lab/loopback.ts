// Hosts where none can be booted: an sshd on loopback for each, as the user of the tests. One system is behind all of
// them: each has a folder of its own, and no systemd.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { Lab, LabHost } from "./lab.ts";
import { execute, sshFiles } from "./ssh-files.ts";

/** Ends the server when its input does: by `stop`, or with the process that started it. */
const guarded = '"$@" & pid=$!; cat >/dev/null; kill "$pid"';

export async function startLoopback(names: readonly string[]): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), "pd-lab-"));
  const user = userInfo().username;
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, "key")]);
  if (userInfo().uid === 0) mkdirSync("/run/sshd", { recursive: true });
  const hosts: LabHost[] = [];
  const guards = new Map<string, ChildProcess>();
  const boot = async ({ name, port }: LabHost) => {
    const words = ["-c", guarded, "sh", "/usr/sbin/sshd", "-D", "-f", join(folder, name, "sshd_config")];
    guards.set(name, spawn("sh", words, { detached: true, stdio: ["pipe", "ignore", "ignore"] }));
    guards.get(name)?.unref();
    while (!(await listens(port))) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  for (const name of names) {
    const host = { name, ip: "127.0.0.1", port: await freePort(), address: `${user}@127.0.0.1` };
    writeHost(folder, host);
    hosts.push(host);
    await boot(host);
  }
  const signal = (host: string, name: NodeJS.Signals) => {
    for (const pid of family(guards.get(host)?.pid ?? -1, "sshd")) {
      try {
        process.kill(pid, name);
      } catch (error) {
        // The server of a session may end by itself as soon as it was listed.
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    }
  };
  const refuse = (what: string) => () => Promise.reject(new Error(`A host on loopback cannot be ${what}.`));
  return {
    kind: "loopback",
    folder,
    hosts,
    ...sshFiles(folder, hosts, (name) => readFileSync(join(folder, name, "key.pub"), "utf8")),
    run: (_, [file = "true", ...words], stdin = "") => execute(file, words, stdin),
    cut: async (host) => signal(host, "SIGSTOP"),
    restore: async (host) => signal(host, "SIGCONT"),
    reboot: refuse("rebooted"),
    powerOff: refuse("switched off"),
    boot: refuse("booted"),
    async stop() {
      for (const { name } of hosts) signal(name, "SIGCONT");
      await Promise.all([...guards.values()].map(ended));
      execFileSync("rm", ["-rf", folder]);
    },
  };
}

function writeHost(folder: string, { name, port }: LabHost): void {
  const own = join(folder, name);
  mkdirSync(own);
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(own, "key")]);
  writeFileSync(
    join(own, "sshd_config"),
    `ListenAddress 127.0.0.1
Port ${port}
HostKey ${join(own, "key")}
AuthorizedKeysFile ${join(folder, "key.pub")}
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100:30:200
MaxSessions 100
`,
  );
}

/** The end of a guard and of what it guards. */
async function ended(guard: ChildProcess): Promise<void> {
  const closed = new Promise<void>((resolve) => guard.once("close", () => resolve()));
  guard.ref();
  guard.stdin?.end();
  await closed;
}

/** A process and all below it, those of one name. */
function family(root: number, name: string): readonly number[] {
  const listed = execFileSync("ps", ["-e", "-o", "pid=,ppid=,comm="], { encoding: "utf8" }).trim().split("\n");
  const all = listed.map((line) => line.trim().split(/\s+/));
  const found = [root];
  for (const pid of found)
    for (const [child = "", parent] of all) if (Number(parent) === pid) found.push(Number(child));
  return found.filter((pid) => all.some(([one, , comm]) => Number(one) === pid && comm === name));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
