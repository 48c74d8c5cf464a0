// Web servers and a load balancer of the lab, prepared for applications as a user prepares them, and a runner whose
// network can be cut while users still reach the load balancer.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { FakeRelease } from "../host/fake-release.ts";
import { type Deployed, deployOnce, type Given, type Moment } from "./deploying.ts";
import { type Lab, startLab } from "./lab.ts";
import { startUsers, type Users } from "./users.ts";
import { type Nature, webRelease } from "./web-release.ts";

const prepareSh = readFileSync(join(import.meta.dirname, "../../examples/hosts/prepare.sh"), "utf8");
const child = join(import.meta.dirname, "deploying-child.ts");

/** Whether an application has two slots a host, or one; in groups, hosts have one of two slots in turn. */
type Slots = "both" | "single" | "groups";

/** One application on the hosts. Several are deployed at the same time without a common lock. */
export interface App {
  readonly name: string;
  readonly path: string;
  readonly url: string;
  readonly ports: { readonly blue: number; readonly green: number };
  /** Text of its settings, with this strategy. */
  settings(strategy: string, slots?: Slots): string;
  /** The same on one host alone, without a router; users ask that host. */
  readonly alone: { readonly url: string; settings(strategy: string): string };
}

/** What a deployment of a test says. */
export interface Ordered extends Pick<Given, "settings" | "release" | "own" | "watchMs" | "rollback"> {
  readonly kill?: { readonly index: number; readonly afterMs: number | null };
  /** The runner is the one whose network can be cut. */
  readonly apart?: boolean;
  readonly runId?: string;
}

/** How a process that deployed ended. */
interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  /** What began, in order. */
  readonly began: readonly Moment[];
  readonly said: string;
  /** When it ended, by `performance.now()`. */
  readonly at: number;
}

/** Hears what begins in a process; `kill` ends that by SIGKILL. */
type Hear = (moment: Moment, kill: () => void) => void;

export interface Fleet {
  readonly lab: Lab;
  readonly apps: readonly App[];
  release(version: string, nature?: Nature): FakeRelease;
  users(url: string, perSecond?: number): Users;
  /** Deploys in this process. */
  deploy(ordered: Ordered, before?: (moment: Moment) => void): Promise<Deployed>;
  /** Deploys in a process of its own. */
  spawnDeploy(ordered: Ordered, hear?: Hear): Promise<Ended>;
  cutRunner(): Promise<void>;
  restoreRunner(): Promise<void>;
  /** A command of sh on a host, as root; fails where it fails. */
  sh(host: string, command: string): Promise<string>;
  /** Lets three minutes pass for the locks that a run which died left on the hosts. */
  expireLocks(app: App): Promise<void>;
  stop(): Promise<void>;
}

export async function startFleet(webs: readonly string[], kinds: readonly Slots[]): Promise<Fleet> {
  const lab = await startLab({ hosts: [...webs, "lb1"], user: null });
  const folder = mkdtempSync(join(tmpdir(), "pd-fleet-"));
  const apps = kinds.map((_, index) => appOf(lab, webs, index));
  const key = readFileSync(`${lab.keyFile}.pub`, "utf8").trim();
  const run = async (host: string, argv: readonly string[], input?: string) => {
    const { code, stdout, stderr } = await lab.run(host, argv, input);
    if (code !== 0) throw new Error(`${host}: ${argv.join(" ")} exited with code ${code}: ${stderr}${stdout}`);
    return stdout;
  };
  const prepare = async (host: string) => {
    for (const [index, app] of apps.entries()) {
      const slots = Object.entries(app.ports);
      const servers = webs.flatMap((web) => {
        const at = (port: number) => `${ipOf(lab, web)}:${port}`;
        // With one slot a server has the name of its host.
        if (kinds[index] !== "both") return [`${web}=${at(app.ports.blue)}`];
        return slots.map(([slot, port]) => `${web}-${slot}=${at(port)}`);
      });
      const own = kinds[index] === "groups" ? [[groupOf(webs.indexOf(host)), app.ports.blue] as const] : slots;
      const words = webs.includes(host)
        ? ["--slots", own.map(([slot, port]) => `${slot}=${port}`).join()]
        : ["--router-only", "--servers", servers.join(), "--bind", `:${new URL(app.url).port}`];
      const common = ["--app", app.name, "--release", "app", "--key", key];
      await run(host, ["sh", "-s", "--", ...common, ...words], prepareSh);
    }
  };
  await Promise.all([...webs, "lb1"].map(prepare));
  // Parts of a weight of 1, which servers have by default, are none.
  const weighted =
    "sed -i 's/^ *default-server check.*/& weight 100/' /etc/haproxy/haproxy.cfg && systemctl reload haproxy";
  await run("lb1", ["sh", "-c", weighted]);
  const runner = startRunner(lab);
  const users: Users[] = [];
  let runs = 0;
  const givenOf = ({ settings, release, own: shorter, watchMs, runId, rollback }: Ordered): Given => {
    runs += 1;
    const own = { ...release, scratch: join(folder, `${runs}.scratch`) };
    return {
      ...{ settings, release: own, runId: runId ?? String(runs), keyFile: lab.keyFile, folder },
      ...{ own: shorter ?? {}, watchMs: watchMs ?? 0 },
      ...(rollback === true ? { rollback } : {}),
    };
  };
  return {
    lab,
    apps,
    release: (version, nature) => webRelease(folder, version, nature),
    users(url, perSecond) {
      const started = startUsers({ url, ...(perSecond === undefined ? {} : { perSecond }) });
      users.push(started);
      return started;
    },
    deploy: (ordered, before) => deployOnce(givenOf(ordered), before),
    spawnDeploy(ordered, hear = () => undefined) {
      const given = { ...givenOf(ordered), kill: ordered.kill };
      const file = join(folder, `${given.runId}.json`);
      writeFileSync(file, JSON.stringify(given));
      return runChild(
        [...(ordered.apart === true ? runner.words : []), process.execPath, "--no-warnings", child, file],
        hear,
      );
    },
    cutRunner: async () => void runner.link("down"),
    restoreRunner: async () => void runner.link("up"),
    sh: (host, command) => run(host, ["sh", "-c", command]),
    async expireLocks({ path }) {
      const expire = `[ ! -e ${path}/state/lease ] || sed -i -E 's/^([^ ]+) [0-9]+/\\1 1/' ${path}/state/lease`;
      await Promise.all(lab.hosts.map(({ name }) => run(name, ["sh", "-c", expire])));
    },
    async stop() {
      await Promise.all(users.map((one) => one.stop()));
      rmSync(folder, { recursive: true, force: true });
      await lab.stop();
    },
  };
}

const groupOf = (index: number) => (index % 2 === 0 ? "blue" : "green");

function ipOf(lab: Lab, host: string): string {
  return lab.hosts.find(({ name }) => name === host)?.ip ?? "";
}

function appOf(lab: Lab, webs: readonly string[], index: number): App {
  const [name, blue, green] = [`app${index + 1}`, 4000 + 10 * index, 4001 + 10 * index];
  const url = `http://${ipOf(lab, "lb1")}:${8000 + index}`;
  const known = readFileSync(lab.knownHosts, "utf8").trim().split("\n");
  const hostsOf = (grouped: boolean) =>
    [...webs, "lb1"].map((host, at) => {
      const more = host === "lb1" ? ", role: router" : grouped ? `, group: ${groupOf(at)}` : "";
      return `      - {name: ${host}, address: deploy@${ipOf(lab, host)}${more}}`;
    });
  const hosts = hostsOf(false);
  const socket = `/run/haproxy/admin.sock, backend: ${name}, state-file: /var/lib/phoenix-deploy/${name}/servers`;
  const text = (own: { at: string; hosts: readonly string[]; slots: string; router: string; strategy: string }) =>
    `version: 1
app: ${name}
smoke: [{get: /}]
criteria: {error-rate: 45, probes-per-second: 20, latency: off, inconclusive: pass}
environments:
  production:
    url: ${own.at}
    hosts:
${own.hosts.join("\n")}
    ssh: {key-from: DEPLOY_KEY, known-hosts: ${JSON.stringify(known)}}
    path: /opt/${name}
    slots: {${own.slots}}
    router: {${own.router}}
    strategy: ${own.strategy}
    health: {path: /health, version: /version, within: 20s}
`;
  const router = `type: haproxy, "on": lb1, socket: ${socket}`;
  const one = `blue: {port: ${blue}}`;
  const all = { single: one, both: `${one}, green: {port: ${green}}`, groups: `${one}, green: {port: ${blue}}` };
  const settings = (strategy: string, slots: Slots = "both") =>
    text({ at: url, hosts: hostsOf(slots === "groups"), slots: all[slots], router, strategy });
  const direct = `http://${ipOf(lab, webs[0] ?? "")}:${blue}`;
  const alone = {
    url: direct,
    settings: (strategy: string) =>
      text({ at: direct, hosts: hosts.slice(0, 1), slots: one, router: "type: none", strategy }),
  };
  return { name, path: `/opt/${name}`, url, ports: { blue, green }, settings, alone };
}

/** A network namespace on the lab's bridge: whoever runs there is one host more. The lab removes it. */
function startRunner({ folder, hosts }: Lab) {
  const id = folder.replace(/^.*-/, "");
  const name = `pdl-${id}-runner`;
  const ip = (...words: readonly string[]) => execFileSync("ip", words, { stdio: "pipe" });
  const address = (hosts[0]?.ip ?? "").replace(/\.\d+$/, ".9/24");
  ip("netns", "add", name);
  ip("link", "add", `pdl${id}run`, "type", "veth", "peer", "name", "eth0", "netns", name);
  ip("link", "set", `pdl${id}run`, "master", `pdl${id}`, "up");
  ip("-n", name, "addr", "add", address, "dev", "eth0");
  for (const device of ["lo", "eth0"]) ip("-n", name, "link", "set", device, "up");
  return {
    words: ["nsenter", `--net=/run/netns/${name}`],
    link: (state: "up" | "down") => ip("-n", name, "link", "set", "eth0", state),
  };
}

function runChild(argv: readonly string[], hear: Hear): Promise<Ended> {
  const [file = "", ...words] = argv;
  const run = spawn(file, words, { stdio: ["ignore", "pipe", "pipe"] });
  const began: Moment[] = [];
  const said: string[] = [];
  createInterface(run.stderr).on("line", (line) => said.push(line));
  createInterface(run.stdout).on("line", (line) => {
    const [, index, what = ""] = /^begins (\d+) (.*)$/.exec(line) ?? [];
    if (index === undefined) said.push(line);
    else {
      began.push({ index: Number(index), what });
      hear({ index: Number(index), what }, () => void run.kill("SIGKILL"));
    }
  });
  let at = 0;
  run.once("exit", () => {
    at = performance.now();
  });
  return new Promise((resolve, reject) => {
    run.once("error", reject);
    run.once("close", (code, signal) => resolve({ code, signal, began, said: said.join("\n"), at }));
  });
}
