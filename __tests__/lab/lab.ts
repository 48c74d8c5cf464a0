// Hosts for tests: each has a network, an sshd and a systemd of its own, and this machine's packages. They are gone
// with `stop`, and as well when the process that started them is.

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { startLoopback } from "./loopback.ts";
import { execute, sshFiles } from "./ssh-files.ts";

export interface LabHost {
  readonly name: string;
  readonly ip: string;
  readonly port: number;
  /** `user@ip`, for ssh. */
  readonly address: string;
}

/** What a command printed, and its exit code. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Lab {
  /** `loopback` is what is left where no hosts can be booted: an sshd each, on one system, without systemd. */
  readonly kind: "nspawn" | "loopback";
  readonly folder: string;
  readonly hosts: readonly LabHost[];
  /** Files for ssh: the hosts' keys, the private key of every user, and a configuration that has both. */
  readonly knownHosts: string;
  readonly keyFile: string;
  readonly sshConfig: string;
  /** A command on a host, as its root, without its network. */
  run(host: string, argv: readonly string[], stdin?: string): Promise<Said>;
  /** Takes the host off the network, without a word to anybody. */
  cut(host: string): Promise<void>;
  restore(host: string): Promise<void>;
  /** Power off and on again: files stay, processes and /run do not. */
  reboot(host: string): Promise<void>;
  powerOff(host: string): Promise<void>;
  boot(host: string): Promise<void>;
  stop(): Promise<void>;
}

interface LabOptions {
  /** How many, called h1, h2, …; or their names, of at most eight letters and digits. */
  readonly hosts: number | readonly string[];
  /** Who logs in by the key beside root, and may do nothing else; null makes no such user. */
  readonly user?: string | null;
}

const script = join(import.meta.dirname, "lab.sh");
const labs = "/run/phoenix-deploy-lab";

/** Why this machine boots no hosts, as a sentence to print; null where it does. */
export async function labRefusal(): Promise<string | null> {
  const { stdout, stderr, code } = await labScript(["support", "-", randomBytes(2).toString("hex")]);
  const why = stdout.trim() || (code === 0 ? "" : stderr.trim() || `lab.sh exited with code ${code}`);
  return why === "" ? null : `This machine boots no hosts for tests: ${why}.`;
}

/**
 * Boots hosts; all of them are up and take sessions when it returns. Where that is refused, it prints why and starts an
 * sshd on loopback for each.
 */
export async function startLab({ hosts, user = "deploy" }: LabOptions): Promise<Lab> {
  const refusal = await labRefusal();
  if (refusal !== null) {
    process.stdout.write(`${refusal} Each host is an sshd on loopback instead, without systemd.\n`);
    return startLoopback(namesOf(hosts));
  }
  await removeLeftovers();
  const id = randomBytes(2).toString("hex");
  const folder = join(labs, `${process.pid}-${began(process.pid)}-${id}`);
  const names = namesOf(hosts);
  const guard = guardOf(folder, id);
  const call = (verb: string, ...words: readonly string[]) => need([verb, folder, id, ...words]);
  try {
    const net = freeNetwork();
    await call("open", `${net}.1/24`);
    const all = names.map((name, index) => {
      const ip = `${net}.${index + 11}`;
      return { name, ip, port: 22, address: `${user ?? "root"}@${ip}` };
    });
    writeFileSync(join(folder, "hosts"), all.map(({ name, ip }) => `${ip} ${name}\n`).join(""));
    await needed("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "lab", "-f", join(folder, "key")]);
    await inTurns(all, async ({ name, ip }) => {
      await call("make", name, ip, `pdl${id}v${ip.split(".").pop()}`, user ?? "-");
      await bootHost({ folder, id }, name);
    });
    const keyOf = (name: string) => readFileSync(join(folder, name, "root/etc/ssh/ssh_host_ed25519_key.pub"), "utf8");
    const files = sshFiles(folder, all, keyOf);
    return {
      kind: "nspawn",
      folder,
      hosts: all,
      ...files,
      run: (host, argv, stdin) => labScript(["run", folder, id, host, ...argv], stdin),
      cut: (host) => call("cut", host),
      async restore(host) {
        await call("restore", host);
        await reached(all.find(({ name }) => name === host)?.ip ?? "");
      },
      powerOff: (host) => call("power-off", host),
      boot: (host) => bootHost({ folder, id }, host),
      async reboot(host) {
        await call("power-off", host);
        await bootHost({ folder, id }, host);
      },
      stop: guard.end,
    };
  } catch (error) {
    await guard.end();
    throw error;
  }
}

/** Waits until sshd can be connected to: the kernel remembers for a moment that nobody was there. */
async function reached(ip: string): Promise<void> {
  for (;;) {
    const socket = connect({ host: ip, port: 22 });
    const stands = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    socket.destroy();
    if (stands) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function namesOf(hosts: number | readonly string[]): readonly string[] {
  return typeof hosts === "number" ? Array.from({ length: hosts }, (_, index) => `h${index + 1}`) : hosts;
}

async function bootHost({ folder, id }: { readonly folder: string; readonly id: string }, name: string): Promise<void> {
  const words = ["boot", folder, id, name];
  spawn("sh", [script, ...words], { detached: true, stdio: "ignore" }).unref();
  await need(["await", folder, id, name]);
}

/** A process that removes the lab when its input ends: by `end`, or with this process, however that ends. */
function guardOf(folder: string, id: string): { readonly end: () => Promise<void> } {
  const child = spawn("sh", [script, "guard", folder, id], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.unref();
  return {
    async end() {
      child.ref();
      child.stdin.end();
      await closed;
    },
  };
}

/** Labs whose process is gone: their guard was ended as well. */
async function removeLeftovers(): Promise<void> {
  mkdirSync(labs, { recursive: true });
  for (const left of readdirSync(labs)) {
    const [pid = "", since, id = ""] = left.split("-");
    if (since !== began(Number(pid))) await need(["close", join(labs, left), id]);
  }
}

/** When a process began, in clock ticks: its number may be another's by now. */
function began(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ")[19] ?? ""
    );
  } catch {
    return "";
  }
}

/** The first three numbers of a network that this machine does not have. */
function freeNetwork(): string {
  const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
  for (;;) {
    const [a = 0, b = 0] = randomBytes(2);
    const net = `10.${64 + (a % 128)}.${b}`;
    if (own.every((address) => !address.startsWith(`${net}.`))) return net;
  }
}

/**
 * Four at once; booting takes a core. After a fault none begins, and those under way are waited for: what they start is
 * there by then, to be removed.
 */
async function inTurns<T>(all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  const worker = async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
      await each(one).catch((error: unknown) => {
        rest.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: 4 }, worker));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}

async function need(words: readonly string[]): Promise<void> {
  await needed("sh", [script, ...words]);
}

async function needed(file: string, words: readonly string[]): Promise<void> {
  const { code, stderr, stdout } = await execute(file, words, "");
  if (code !== 0) throw new Error(`${file} ${words.join(" ")} exited with code ${code}: ${stderr}${stdout}`);
}

function labScript(words: readonly string[], stdin = ""): Promise<Said> {
  return execute("sh", [script, ...words], stdin);
}
