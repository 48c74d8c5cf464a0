// Hosts that are reached by ssh: real sshd on the loopback address, each with its own host key. All of them are this
// machine, with its users and files; this user logs in with a key made for the test.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const program = "/usr/sbin/sshd";

/** One sshd. */
export interface Sshd {
  readonly port: number;
  /** `user@127.0.0.1`, for `address` in settings; its port goes into `port`. */
  readonly address: string;
  /** Its host key as a line of known_hosts. */
  readonly knownHost: string;
  /** Logins since it was first started. */
  logins(): number;
  /** Connections that stand. */
  connections(): number;
  /** Cuts every connection at once, as a network does that is gone; what runs there runs on. */
  cut(): void;
  log(): string;
  /** Ends it with all connections; `start` begins anew on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface Sshds {
  readonly hosts: readonly Sshd[];
  /** The private key that may log in everywhere. */
  readonly key: string;
  /** Its file, for `ssh -i`. */
  readonly keyFile: string;
  /** Known-hosts lines of all. */
  readonly knownHosts: readonly string[];
  /** Folder of this test's own. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts one sshd for each entry, whose lines are put before its own configuration: the first value counts. */
export async function startSshds(configs: readonly (readonly string[])[]): Promise<Sshds> {
  const folder = mkdtempSync(join(tmpdir(), "pd-sshd-"));
  // sshd reads the keys as whoever logs in.
  chmodSync(folder, 0o711);
  // Where sshd runs as root, it wants this folder to be there.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  const keyFile = join(folder, "id");
  makeKey(keyFile);
  const publicKey = readFileSync(`${keyFile}.pub`, "utf8");
  writeFileSync(join(folder, "authorized_keys"), `restrict,port-forwarding ${publicKey}`);
  const hosts = await Promise.all(configs.map((config, index) => startOne(join(folder, `sshd-${index}`), config)));
  return {
    hosts,
    key: readFileSync(keyFile, "utf8"),
    keyFile,
    knownHosts: hosts.map(({ knownHost }) => knownHost),
    folder,
    async close() {
      await Promise.all(hosts.map((host) => host.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a key pair without a passphrase, or with one. */
export function makeKey(file: string, passphrase = "", type = "ed25519"): void {
  rmSync(file, { force: true });
  execFileSync("ssh-keygen", ["-q", "-t", type, "-N", passphrase, "-C", "test", "-f", file], { stdio: "ignore" });
}

async function startOne(folder: string, config: readonly string[]): Promise<Sshd> {
  mkdirSync(folder);
  const port = await freePort();
  const hostKey = join(folder, "host_key");
  makeKey(hostKey);
  const log = join(folder, "log");
  const lines = [
    // Where there is no IPv6 it says so in its log, and listens without.
    ...[
      `ListenAddress 127.0.0.1:${port}`,
      `ListenAddress [::1]:${port}`,
      `HostKey ${hostKey}`,
      `PidFile ${join(folder, "pid")}`,
    ],
    ...config,
    ...[`AuthorizedKeysFile ${join(folder, "../authorized_keys")}`, "UsePAM no", "StrictModes no", "UseDNS no"],
    ...["PasswordAuthentication no", "KbdInteractiveAuthentication no", "PermitRootLogin prohibit-password"],
    ...["LogLevel VERBOSE", "MaxStartups 500"],
  ];
  writeFileSync(join(folder, "config"), `${lines.join("\n")}\n`);
  writeFileSync(log, "");
  const [type, key] = readFileSync(`${hostKey}.pub`, "utf8").split(" ");
  let child: ChildProcess | null = null;
  const text = () => readFileSync(log, "utf8");
  const children = () => (child?.pid === undefined ? [] : childrenOf(child.pid));
  const host: Sshd = {
    port,
    address: `${userInfo().username}@127.0.0.1`,
    knownHost: `[127.0.0.1]:${port} ${type} ${key}`,
    logins: () => [...text().matchAll(/Accepted publickey/g)].length,
    connections: () => children().length,
    cut() {
      for (const pid of children()) end(pid);
    },
    log: text,
    async stop() {
      const ending = child;
      if (ending === null) return;
      child = null;
      const gone = new Promise((resolve) => ending.once("exit", resolve));
      const left = ending.pid === undefined ? [] : childrenOf(ending.pid);
      ending.kill("SIGKILL");
      for (const pid of left) end(pid);
      await gone;
    },
    async start() {
      const listening = () => [...text().matchAll(/Server listening/g)].length;
      const before = listening();
      child = spawn(program, ["-D", "-e", "-f", join(folder, "config"), "-E", log], {
        stdio: "ignore",
        detached: true,
      });
      while (listening() === before) {
        if (child.exitCode !== null) throw new Error(`sshd did not start: ${text()}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  await host.start();
  return host;
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        return (
          readFileSync(`/proc/${entry}/stat`, "utf8")
            .replace(/^.*\) /s, "")
            .split(" ")[1] === String(parent)
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

/** A port on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
