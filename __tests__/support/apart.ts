// Hosts on this machine that are reached by ssh and are apart: each has its own processes, network and files below one
// path. What it takes is root; the rest of the machine they share.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort, makeKey } from "./sshd.ts";

export interface HostApart {
  readonly name: string;
  /** Its entry in `hosts` of the settings. */
  readonly setting: string;
  /** Its host key as a line of known_hosts. */
  readonly knownHost: string;
  /** What is at `path` on it, as this process sees it. */
  readonly files: string;
  /** Takes it off the network; what runs there runs on. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
}

export interface HostsApart {
  readonly hosts: readonly HostApart[];
  /** Where the application is, on each host. */
  readonly path: string;
  /** Where users reach the first host's application. */
  readonly url: string;
  readonly key: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** Why there are none here, as a sentence to print; null where there are. */
export function apartRefusal(): string | null {
  if (process.getuid?.() !== 0) return "This machine has no hosts that are apart: it takes root.";
  try {
    execFileSync("unshare", ["--mount", "--net", "--pid", "--fork", "--mount-proc", "true"], { stdio: "pipe" });
    return null;
  } catch (error) {
    return `This machine has no hosts that are apart: ${error instanceof Error ? error.message : error}`;
  }
}

/** `port` is the application's, on each of them. */
export async function startApart(names: readonly string[], port: number): Promise<HostsApart> {
  const folder = mkdtempSync(join(tmpdir(), "pd-apart-"));
  chmodSync(folder, 0o755);
  mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  const path = join(folder, "app");
  mkdirSync(path);
  const keyFile = join(folder, "id");
  makeKey(keyFile);
  const inits: ChildProcess[] = [];
  const hosts: HostApart[] = [];
  const front = createServer((client) => {
    const server = connect(join(folder, names[0] ?? "", "front"));
    for (const [one, other] of [[client, server] as const, [server, client] as const])
      one.on("error", () => other.destroy()).pipe(other);
  });
  const close = async () => {
    front.close();
    for (const host of hosts) await host.leave();
    // Everything of a host ends with its first process.
    await Promise.all(inits.map(killed));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    for (const name of names) {
      const { init, ...host } = await startHost({ folder, path, keyFile, port }, name);
      inits.push(init);
      hosts.push(host);
      await host.comeBack();
    }
    await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
    const at = front.address();
    const url = `http://127.0.0.1:${typeof at === "object" ? at?.port : ""}`;
    return { hosts, path, url, key: readFileSync(keyFile, "utf8"), folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Common {
  readonly folder: string;
  readonly path: string;
  readonly keyFile: string;
  readonly port: number;
}

/** Its first process makes its file system and network, and passes on what comes from users. */
const first = `
mount --bind "$1" "$2" && ip link set lo up && cd / &&
  exec socat UNIX-LISTEN:"$3",fork,backlog=128 TCP:127.0.0.1:"$4"`;

async function startHost(common: Common, name: string): Promise<HostApart & { readonly init: ChildProcess }> {
  const { folder, path, keyFile, port: served } = common;
  const own = join(folder, name);
  const files = join(own, "files");
  mkdirSync(files, { recursive: true });
  const hostKey = join(own, "host_key");
  makeKey(hostKey);
  const config = join(own, "sshd_config");
  const lines = [`HostKey ${hostKey}`, `AuthorizedKeysFile ${keyFile}.pub`, "UsePAM no", "StrictModes no", "UseDNS no"];
  writeFileSync(config, `${lines.join("\n")}\nPermitRootLogin prohibit-password\nMaxSessions 100\n`);
  const apart = ["--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const words = ["sh", "-c", first, "sh", files, path, join(own, "front"), String(served)];
  const init = begin("unshare", ...apart, ...words);
  await until(() => existsSync(join(own, "front")), `${name} did not start`);
  const [pid = ""] = readFileSync(`/proc/${init.pid}/task/${init.pid}/children`, "utf8").split(" ");
  const port = await freePort();
  const enter = `nsenter --target ${pid} --mount --net --pid`;
  const [type, key] = readFileSync(`${hostKey}.pub`, "utf8").split(" ");
  let door: ChildProcess | null = null;
  return {
    ...{ name, files, init, knownHost: `[127.0.0.1]:${port} ${type} ${key}` },
    setting: `{name: ${name}, address: "${userInfo().username}@127.0.0.1", port: ${port}}`,
    async leave() {
      if (door !== null) await killed(door);
      door = null;
    },
    async comeBack() {
      const listens = `TCP-LISTEN:${port},bind=127.0.0.1,fork,reuseaddr,backlog=128`;
      const sshd = `EXEC:${enter} /usr/sbin/sshd -i -f ${config} -E ${join(own, "log")},nofork`;
      door = begin("socat", listens, sshd);
      await until(() => listening(port), `${name} was not reachable again`);
    },
  };
}

/** A program that ends with this process, however that ends. */
function begin(...words: readonly string[]): ChildProcess {
  return spawn("setpriv", ["--pdeathsig", "KILL", ...words], { stdio: "ignore" });
}

/** A listener on loopback, by the kernel: to ask it would be a login. */
function listening(port: number): boolean {
  const at = `:${port.toString(16).toUpperCase().padStart(4, "0")} `;
  return readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .some((line) => line.includes(`0100007F${at}`) && line.includes(" 0A "));
}

async function until(holds: () => boolean, otherwise: string): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 1_000) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}
