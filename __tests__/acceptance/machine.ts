// A machine to deploy to: a scratch git repository of the demo application, and for each environment a real HAProxy
// with two slots behind it.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Claim, claimPort } from "./ports.ts";

const root = join(import.meta.dirname, "../..");

/** One environment of the machine. */
export interface Place {
  readonly name: string;
  readonly url: string;
  readonly path: string;
  readonly slots: { readonly blue: number; readonly green: number };
  readonly socket: string;
}

/** What a test or the demo may do to the settings and to the application before it is committed. */
export interface Commit {
  readonly version: string;
  /** Replaces text in files of the application; every pattern must be found. */
  readonly edits?: readonly { readonly file: string; readonly from: string | RegExp; readonly to: string }[];
  /** Whole files to add. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Machine {
  readonly folder: string;
  readonly repository: string;
  readonly staging: Place;
  readonly production: Place;
  /** Commits the demo application in this version, and returns the commit's id. */
  commit(commit: Commit): string;
  /** A fresh checkout of the commit for one job, with the folder that jobs pass on in it. */
  checkout(sha: string, passedOn: string | null): string;
  close(): Promise<void>;
}

/** Durations of the settings file. `within` is how long a release may take to get healthy. */
export interface Pace {
  readonly watch: string;
  readonly hold: string;
  readonly within: string;
  /**
   * Only what builds the release is checked, and nothing of the settings: for stories that are about what becomes of
   * it. They share what validate left of the same application.
   */
  readonly buildOnly?: boolean;
}

// The demo application has no hex packages: these tools cannot be its dependencies.
const withoutTools = "credo: off, sobelow: off, hex-audit: off, dialyzer: off";
const onlyBuilt =
  "compile: off, format: off, test: off, coverage: off, unused-deps: off, " +
  "deps-audit: off, migrations: off, migration-safety: off, rollback-plan: off, backup: off";

/** What has to be ended with the machine. */
interface Standing {
  readonly routers: ChildProcess[];
  readonly claims: Claim[];
}

/** Builds the machine in a temporary folder. */
export async function startMachine(pace: Pace): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), "pd-machine-"));
  const standing: Standing = { routers: [], claims: [] };
  const staging = await startPlace("staging", folder, standing);
  const production = await startPlace("production", folder, standing);
  const repository = join(folder, "repository");
  const settings = settingsFile({ ...pace, staging, production });
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: repository, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  mkdirSync(repository);
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "demo");
  git("config", "user.email", "demo@example.com");
  let jobs = 0;

  return {
    folder,
    repository,
    staging,
    production,
    commit({ version, edits = [], files = {} }) {
      for (const name of readdirSync(repository))
        if (name !== ".git") rmSync(join(repository, name), { recursive: true });
      cpSync(join(root, "examples/demo_app"), repository, {
        recursive: true,
        filter: (path) => !/^(_build|cover|deps|\.phoenix-deploy)$/.test(basename(path)),
      });
      mkdirSync(join(repository, ".github"), { recursive: true });
      writeFileSync(join(repository, ".github/phoenix-deploy.yml"), settings);
      const all = [{ file: "mix.exs", from: /@version "[^"]+"/, to: `@version "${version}"` }, ...edits];
      for (const { file, from, to } of all) {
        const path = join(repository, file);
        const before = readFileSync(path, "utf8");
        const after = before.replace(from, to);
        if (after === before && !before.includes(to)) throw new Error(`${file} of the demo application has no ${from}`);
        writeFileSync(path, after);
      }
      document(repository, version);
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(join(repository, file, ".."), { recursive: true });
        writeFileSync(join(repository, file), text);
      }
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", `Release ${version}`);
      return git("rev-parse", "HEAD");
    },
    checkout(sha, passedOn) {
      jobs += 1;
      const workspace = join(folder, "jobs", String(jobs), "checkout");
      mkdirSync(join(workspace, ".."), { recursive: true });
      execFileSync("git", ["clone", "--quiet", repository, workspace], { stdio: "ignore" });
      execFileSync("git", ["checkout", "--quiet", sha], { cwd: workspace, stdio: "ignore" });
      if (passedOn !== null && existsSync(passedOn))
        cpSync(passedOn, join(workspace, ".phoenix-deploy"), { recursive: true });
      return workspace;
    },
    async close() {
      for (const place of [staging, production]) await stopSlots(place);
      for (const router of standing.routers) await ended(router);
      for (const claim of standing.claims) claim.giveBack();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Gives the version a section in the CHANGELOG, as whoever releases it does. */
function document(repository: string, version: string): void {
  const path = join(repository, "CHANGELOG.md");
  const text = readFileSync(path, "utf8");
  if (text.includes(`## [${version}]`)) return;
  const section = `## [${version}] - ${new Date().toISOString().slice(0, 10)}\n\n- Another version.\n\n`;
  writeFileSync(path, text.replace("## [", `${section}## [`));
}

async function startPlace(name: string, folder: string, standing: Standing): Promise<Place> {
  const claims = [await claimPort(), await claimPort(), await claimPort()] as const;
  standing.claims.push(...claims);
  const [front, blue, green] = [claims[0].port, claims[1].port, claims[2].port];
  const own = join(folder, name);
  const path = join(own, "demo_app");
  const socket = join(own, "haproxy.sock");
  mkdirSync(join(path, "shared"), { recursive: true });
  mkdirSync(join(own, "data"));
  writeFileSync(join(path, "shared/env"), `DEMO_DATA=${join(own, "data")}\n`);
  const config = join(own, "haproxy.cfg");
  writeFileSync(
    config,
    `global
  stats socket ${socket} mode 600 level admin
  server-state-file ${join(own, "haproxy.state")}
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
  timeout check 10s
  load-server-state-from-file global
  option redispatch
  retries 3
frontend public
  bind 127.0.0.1:${front}
  default_backend app
backend app
  balance roundrobin
  option httpchk GET /health
  default-server check inter 200ms fall 3 rise 1
  server blue 127.0.0.1:${blue} weight 100
  server green 127.0.0.1:${green} weight 100 disabled
`,
  );
  const router = spawn("/usr/sbin/haproxy", ["-db", "-f", config], { stdio: "ignore" });
  standing.routers.push(router);
  while (!existsSync(socket)) {
    if (router.exitCode !== null) throw new Error(`HAProxy did not start with ${config}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { name, url: `http://127.0.0.1:${front}`, path, slots: { blue, green }, socket };
}

/** Ends the releases that still run below a place's path, or boot there, by process id. */
async function stopSlots({ path }: Place): Promise<void> {
  const below = (link: string) => {
    try {
      return readlinkSync(link).startsWith(`${path}/`);
    } catch {
      return false;
    }
  };
  const left = () =>
    readdirSync("/proc").filter(
      (pid) => /^\d+$/.test(pid) && ["exe", "cwd"].some((link) => below(`/proc/${pid}/${link}`)),
    );
  for (let pids = left(); pids.length > 0; pids = left()) {
    for (const pid of pids) {
      try {
        process.kill(Number(pid), "SIGKILL");
      } catch {
        // It ended by itself.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 2_000).unref();
  });
}

function settingsFile(given: Pace & { readonly staging: Place; readonly production: Place }): string {
  const environment = (place: Place) => `  ${place.name}:
    url: ${place.url}
    target: hosts
    hosts: [{name: this-machine, address: local}]
    path: ${place.path}
    slots: {blue: {port: ${place.slots.blue}}, green: {port: ${place.slots.green}}}
    router: {type: haproxy, socket: ${place.socket}, backend: app, state-file: ${join(place.path, "../haproxy.state")}}
    strategy: {type: blue-green, hold: ${given.hold}, drain: 5s}
    health: {path: /health, ready: /ready, version: /version, within: ${given.within}}
    migrations: {migrate: "DemoApp.Release.migrate()", versions: "DemoApp.Release.print_versions()"}
    backup: {by: command, verify: [test, -d, ${join(place.path, "../data")}]}
    lock-wait: 4s
`;
  return `version: 1
app: demo_app
checks: {${given.buildOnly === true ? `${withoutTools}, ${onlyBuilt}` : withoutTools}}
smoke:
  - {name: the page, get: /, status: 200, text: Welcome}
  - {name: health, get: /health, status: 200}
  - {name: version, get: /version, status: 200, json: {app: demo_app}}
criteria: {error-rate: 5%, watch: ${given.watch}, probes-per-second: 20}
environments:
${environment(given.staging)}${environment(given.production)}    approval: {by: environment, self-approval: refuse}
notify: [{type: webhook, url-from: DEPLOY_WEBHOOK, secret-from: DEPLOY_WEBHOOK_SECRET}]
`;
}
