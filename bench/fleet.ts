// A fleet to measure on: hosts with systemd, made fit by examples/hosts/prepare.sh, and a load balancer with HAProxy,
// as in examples/hosts/three; the demo application, and the jobs that deploy it.
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { startGitHub } from "../__tests__/acceptance/github/server.ts";
import { startMachine } from "../__tests__/acceptance/machine.ts";
import { type JobSpec, jobs, startPipeline, type WorkflowRun } from "../__tests__/acceptance/pipeline.ts";
import type { RunResult } from "../__tests__/acceptance/runner.ts";
import { type Lab, labRefusal, startLab } from "../__tests__/lab/lab.ts";
import { sshFiles } from "../__tests__/lab/ssh-files.ts";
import { compileHelpers } from "../__tests__/support/helpers.ts";
import { serverName } from "../src/domain/fleet/fleet.ts";
import { type Link, startLink } from "./link.ts";

export const app = "demo_app";
const balancer = "lb1";

/** A commit of the demo application. */
interface Version {
  readonly version: string;
  /** `strategy` of the settings, such as `{type: rolling}`. */
  readonly strategy: string;
  /** Text of a file in the release, from `ballastOf`. */
  readonly ballast?: string;
  /** How much longer than by itself the application takes to start, seconds. */
  readonly bootSeconds?: number;
}

/** Where ssh reaches the hosts: at themselves, or at the near end of a link to each. */
type Reached = Pick<Lab, "hosts" | "knownHosts" | "sshConfig">;

export interface Fleet {
  readonly lab: Lab;
  readonly reached: Reached;
  /** Names of the hosts with the application. */
  readonly hosts: readonly string[];
  /** Where users reach it. */
  readonly url: string;
  /** Environment variables of jobs. */
  readonly env: Readonly<Record<string, string>>;
  readonly settingsOf: (strategy: string) => string;
  /** Commits a version and validates it; what deploys it belongs to the run. */
  readonly built: (version: Version) => Promise<WorkflowRun>;
  /** The tarball that was built in a run. */
  readonly tarball: (run: WorkflowRun) => string;
  /** A job that has to pass. */
  readonly job: (run: WorkflowRun, spec: JobSpec) => Promise<RunResult>;
  readonly close: () => Promise<void>;
}

/** A link to each host, by which ssh reaches it; `close` ends them. */
async function overLinks(lab: Lab, link: Link): Promise<Reached & { readonly close: () => void }> {
  const links = await Promise.all(lab.hosts.map((host) => startLink(host, link)));
  const hosts = lab.hosts.map((host, index) => ({ ...host, ip: "127.0.0.1", port: links[index]?.port ?? 0 }));
  const folder = join(lab.folder, "over-links");
  mkdirSync(folder);
  copyFileSync(lab.keyFile, join(folder, "key"));
  const known = readFileSync(lab.knownHosts, "utf8").split("\n");
  const keyOf = (name: string) => known.find((line) => line.includes(`,${name} `))?.replace(/^\S+ /, "") ?? "";
  const close = () => {
    for (const { server } of links) server.close();
  };
  return { hosts, ...sshFiles(folder, hosts, keyOf), close };
}

interface FleetOptions {
  readonly slotNames?: readonly string[];
  /** Between this machine and each host; nothing is without it. */
  readonly link?: Link | null;
}

/** So many hosts with these slots, and their load balancer. */
export async function startFleet(
  count: number,
  { slotNames = ["blue", "green"], link = null }: FleetOptions = {},
): Promise<Fleet> {
  const refusal = await labRefusal();
  if (refusal !== null) throw new Error(refusal);
  await compileHelpers();
  const hosts = Array.from({ length: count }, (_, index) => `web${index + 1}`);
  const lab = await startLab({ hosts: [...hosts, balancer], user: null });
  const links = link === null ? null : await overLinks(lab, link);
  const reached = links ?? lab;
  const machine = await startMachine({ watch: "5s", hold: "1h", within: "60s", buildOnly: true });
  const github = await startGitHub();
  const pipeline = startPipeline(machine, github);
  const ipOf = (name: string) => lab.hosts.find((host) => host.name === name)?.ip ?? "";
  const slots = Object.fromEntries(slotNames.map((name, index) => [name, { port: 4_000 + index }]));
  await prepareAll(lab, hosts, slots);
  const url = `http://${ipOf(balancer)}`;
  const env = { DEPLOY_KEY: readFileSync(lab.keyFile, "utf8"), KNOWN_HOSTS: readFileSync(reached.knownHosts, "utf8") };
  const settingsOf = (strategy: string) => settingsText(strategy, { url, slots, hosts: reached.hosts });
  let runs = 0;
  const job = async (run: WorkflowRun, spec: JobSpec) => {
    const result = await pipeline.job(run, { ...spec, env });
    if (result.exitCode !== 0) throw new Error(result.log);
    return result;
  };
  return {
    ...{ lab, reached, hosts, url, env, settingsOf, job },
    async built({ version, strategy, ballast, bootSeconds = 0 }) {
      runs += 1;
      const files = {
        ".github/phoenix-deploy.yml": settingsOf(strategy),
        ...(ballast === undefined ? {} : { "priv/ballast": ballast }),
      };
      const run = {
        sha: machine.commit({ version, files, edits: [...edits, ...slowBoot(bootSeconds)] }),
        runId: String(runs),
        attempt: 1,
      };
      await job(run, jobs.validate);
      return run;
    },
    tarball({ runId }) {
      const folder = join(pipeline.passedOn(runId), "release");
      return join(folder, readdirSync(folder).find((name) => name.endsWith(".tar.gz")) ?? "");
    },
    async close() {
      await github.close();
      await machine.close();
      links?.close();
      await lab.stop();
    },
  };
}

/** Makes the hosts with these slots fit, and the load balancer in front of them. */
async function prepareAll(lab: Lab, hosts: readonly string[], slots: Settings["slots"]): Promise<void> {
  const ports = Object.entries(slots).map(([slot, { port }]) => `${slot}=${port}`);
  const servers = hosts.flatMap((host) => {
    const ip = lab.hosts.find(({ name }) => name === host)?.ip ?? "";
    const serverOf = (slot: string) => serverName({ hosts, slots }, host, slot);
    return Object.entries(slots).map(([slot, { port }]) => `${serverOf(slot)}=${ip}:${port}`);
  });
  await Promise.all([
    ...hosts.map((host) => prepare(lab, host, ["--slots", ports.join(",")])),
    prepare(lab, balancer, ["--router-only", "--servers", servers.join(",")]),
  ]);
}

interface Settings {
  readonly url: string;
  readonly slots: Readonly<Record<string, { readonly port: number }>>;
  /** Where ssh reaches them; the load balancer is one of them. */
  readonly hosts: Reached["hosts"];
}

function settingsText(strategy: string, { url, slots, hosts }: Settings): string {
  const lines = hosts.map(({ name, ip, port }) => {
    const role = name === balancer ? ", role: router" : "";
    return `      - {name: ${name}, address: "deploy@${ip}", port: ${port}${role}}\n`;
  });
  return `version: 1
app: ${app}
checks: {${withoutChecks.map((id) => `${id}: off`).join(", ")}}
smoke:
  - {name: the page, get: /, status: 200, text: Welcome}
criteria: {error-rate: 5%, watch: 5s, probes-per-second: 20, latency: off, inconclusive: pass}
environments:
  staging:
    url: ${url}
    hosts:
${lines.join("")}\
    ssh: {key-from: DEPLOY_KEY, known-hosts-from: KNOWN_HOSTS}
    path: /opt/${app}
    slots: ${JSON.stringify(slots)}
    router:
      type: haproxy
      "on": ${balancer}
      socket: /run/haproxy/admin.sock
      backend: ${app}
      state-file: /var/lib/phoenix-deploy/${app}/servers
    strategy: ${strategy}
    health: {path: /health, version: /version, within: 120s}
`;
}

/** What is judged of a commit is no subject here. */
const withoutChecks = [
  ...["credo", "sobelow", "hex-audit", "dialyzer", "compile", "format", "test", "coverage", "unused-deps"],
  ...["deps-audit", "migrations", "migration-safety", "rollback-plan", "backup"],
];

/** The application has requests that take 5 s. */
const edits = [
  { file: "lib/demo_app/router.ex", from: '"/version"]', to: '"/version", "/slow"]' },
  {
    file: "lib/demo_app/router.ex",
    from: '  defp get("/version")',
    to: '  defp get("/slow") do\n    Process.sleep(5_000)\n    get("/version")\n  end\n\n  defp get("/version")',
  },
];

/** Most applications take seconds until they answer, and the demonstration less than half a second. */
const slowBoot = (seconds: number) =>
  seconds === 0
    ? []
    : [
        {
          file: "lib/demo_app/application.ex",
          from: "  defp server do\n",
          to: `  defp server do\n    Process.sleep(${seconds * 1_000})\n`,
        },
      ];

/** Text that compresses to so many bytes and no fewer. */
export const ballastOf = (bytes: number) => randomBytes(bytes).toString("base64");

async function prepare(lab: Lab, host: string, words: readonly string[]): Promise<void> {
  const script = readFileSync(join(import.meta.dirname, "../examples/hosts/prepare.sh"), "utf8");
  const key = readFileSync(`${lab.keyFile}.pub`, "utf8").trim();
  const { code, stdout, stderr } = await lab.run(
    host,
    ["sh", "-s", "--", "--app", app, "--key", key, ...words],
    script,
  );
  if (code !== 0) throw new Error(`${host}: ${stderr}${stdout}`);
}

/** When something began and ended, of `performance.now()`; of a job, its action: what is around it is GitHub's. */
export type Span = Pick<RunResult, "beganMs" | "endedMs">;

export async function timed(work: () => Promise<unknown>): Promise<Span> {
  const beganMs = performance.now();
  await work();
  return { beganMs, endedMs: performance.now() };
}

/** The load of this machine, for the line beside figures. */
export const load = () => `load ${loadavg()[0]?.toFixed(1)}`;

/** The middle one, and the one that so many percent do not exceed. */
export function ranks(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (percent: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
  return { median: at(50), p95: at(95), most: at(100) };
}
