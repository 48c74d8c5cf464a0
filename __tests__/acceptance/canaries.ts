// What stories of a watch stand on: environments with a real HAProxy, releases that behave as a story says, a Prometheus
// that scrapes all of them, and the bundles of `dist`. What validate, staging and smoke test say of a release is written
// here, and pinned: those stages have stories of their own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Evidence, evidenceFileName } from "../../src/domain/evidence/evidence.ts";
import { manifestOf, type Release } from "../../src/domain/release/release.ts";
import { one, smoke, release as someRelease, staging, validate } from "../render/story.ts";
import { type RunningPrometheus, runPrometheus } from "../signals/prometheus-bench.ts";
import { pinsOf } from "../support/promotion.ts";
import { type GitHubLoopback, startGitHub } from "./github/server.ts";
import { endStanding, type Place, type Standing, startPlace } from "./machine.ts";
import { type RunResult, runAction } from "./runner.ts";
import { type Behaviour, trafficRelease } from "./traffic-release.ts";

const root = join(import.meta.dirname, "../..");

/** What one deployment is given. */
export interface Canary {
  readonly version: string;
  readonly behaviour?: Behaviour;
  /** Of the settings: what follows the error rate in `criteria`, the strategy's pause, and signals. */
  readonly criteria?: string;
  readonly pause: string;
  readonly signals?: string;
}

/** A request for a page, as the release wrote it down that answered it. */
export interface Answered {
  readonly atMs: number;
  readonly version: string;
  /** `direct` and `routed` are ours, `user` is who uses the application. */
  readonly who: "direct" | "routed" | "user";
  readonly status: number;
}

export interface Promoted {
  readonly result: RunResult;
  readonly evidence: Evidence;
  /** The id of the release. */
  readonly id: string;
}

export interface Canaries {
  readonly prometheus: RunningPrometheus;
  readonly places: Readonly<Record<string, Place>>;
  /** Deploys without a watch: what serves from then on. */
  serve(place: Place, canary: Canary): Promise<void>;
  promote(place: Place, canary: Canary, onLine?: (line: string) => void): Promise<Promoted>;
  answered(place: Place): readonly Answered[];
  /** The ids of releases that are marked bad. */
  bad(place: Place): readonly string[];
  close(): Promise<void>;
}

/** An environment for each name. */
export async function startCanaries(names: readonly string[]): Promise<Canaries> {
  const folder = mkdtempSync(join(tmpdir(), "pd-canaries-"));
  const standing: Standing = { places: [], routers: [], claims: [] };
  for (const name of names) await startPlace(name, folder, standing);
  const github = await startGitHub();
  const ports = standing.places.flatMap(({ slots }) => Object.values(slots));
  const prometheus = await runPrometheus(
    ports.map((port) => ({ target: `127.0.0.1:${port}`, path: "/metrics", instance: `127.0.0.1:${port}` })),
  );
  const ground: Ground = { folder, github, runs: 9_000 };
  return {
    prometheus,
    places: Object.fromEntries(standing.places.map((place) => [place.name, place])),
    async serve(place, canary) {
      const { result } = await run(ground, place, { ...canary, action: "deploy-staging" });
      if (result.exitCode !== 0) throw new Error(`${result.log}\n${result.summary}`);
    },
    promote: (place, canary, onLine) =>
      run(ground, place, { ...canary, action: "promote", ...(onLine === undefined ? {} : { onLine }) }),
    answered: ({ path }) =>
      readFileSync(join(path, "shared/asked"), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => {
          const [at = "", version = "", who = "", status] = line.split(" ");
          return { atMs: Number(at) * 1_000, version, who: who as Answered["who"], status: Number(status) };
        }),
    bad({ path }) {
      const file = join(path, "state/bad");
      return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
    },
    async close() {
      await endStanding(standing);
      await prometheus.close();
      await github.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Ground {
  readonly folder: string;
  readonly github: GitHubLoopback;
  runs: number;
}

type Running = Canary & {
  readonly action: "deploy-staging" | "promote";
  readonly onLine?: (line: string) => void;
};

async function run(ground: Ground, place: Place, canary: Running): Promise<Promoted> {
  ground.runs += 1;
  const runId = String(ground.runs);
  const workspace = join(ground.folder, runId);
  const sha = commit(workspace, settingsFile(place, canary));
  const { id, jobs } = passOn(workspace, { canary, sha, runId, scratch: ground.folder });
  ground.github.startJob({ jobId: runId, runId, sha, environment: place.name });
  const { onLine } = canary;
  const result = await runAction({
    action: join(root, canary.action),
    with: { environment: place.name, jobs },
    workspace,
    github: {
      ...{ apiUrl: ground.github.url, token: "ghs_loopback", runId, runAttempt: "1", sha, jobId: runId },
      ...{ repository: "acme/shop", actor: "alice" },
    },
    ...(onLine === undefined ? {} : { onLine }),
  });
  const evidence = join(workspace, ".phoenix-deploy/evidence");
  const name = readdirSync(evidence).find((file) => file.includes(`.${canary.action}.${place.name}.`));
  if (name === undefined) throw new Error(`${canary.action} left no evidence:\n${result.log}`);
  return { result, evidence: JSON.parse(readFileSync(join(evidence, name), "utf8")), id };
}

/** A checkout whose one file is the settings. */
function commit(workspace: string, settings: string): string {
  mkdirSync(join(workspace, ".github"), { recursive: true });
  writeFileSync(join(workspace, ".github/phoenix-deploy.yml"), settings);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=demo", "-c", "user.email=demo@example.com", ...args], {
      ...{ cwd: workspace, encoding: "utf8" as const, stdio: ["ignore", "pipe", "pipe"] as const },
    }).trim();
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "settings");
  return git("rev-parse", "HEAD");
}

/** The release and the evidence of the stages before it, as their jobs leave them; gives its id and the input `jobs`. */
function passOn(
  workspace: string,
  { canary, sha, runId, scratch }: { canary: Canary; sha: string; runId: string; scratch: string },
): { readonly id: string; readonly jobs: string } {
  const { version } = canary;
  const made = trafficRelease(scratch, version, canary.behaviour);
  const { digest, bytes } = made;
  const url = `https://github.com/acme/shop/actions/runs/${runId}`;
  const release: Release = {
    ...{
      ...someRelease,
      arch: process.arch,
      name: "app",
      version,
      git_sha: sha,
      digest,
      bytes,
      file: `app-${version}.tar.gz`,
    },
    built_by: { run_id: runId, run_attempt: "1", url },
  };
  const id = `${version}-${digest.slice(0, 8)}`;
  const seen = one("signal", "running-release", { facts: { proved: "process", release: id } });
  const now = new Date().toISOString();
  const common = { release, sha, run_id: runId, run_url: url, started_at: now, finished_at: now };
  const before: readonly Evidence[] = [
    { ...validate, ...common },
    { ...staging, ...common, to: id },
    { ...smoke, ...common, results: [...smoke.results, seen] },
  ];
  const folder = join(workspace, ".phoenix-deploy");
  for (const name of ["release", "evidence"]) mkdirSync(join(folder, name), { recursive: true });
  cpSync(made.path, join(folder, "release", release.file));
  writeFileSync(join(folder, "release/manifest.json"), manifestOf(release));
  for (const evidence of before)
    writeFileSync(join(folder, "evidence", evidenceFileName(evidence)), JSON.stringify(evidence));
  return { id, jobs: pinsOf(before) };
}

function settingsFile(place: Place, { criteria = "watch: 10s", pause, signals = "" }: Canary): string {
  const { name, url, path, slots, socket } = place;
  return `version: 1
app: shop
smoke: [{get: /, status: 200}]
criteria: {error-rate: 5%, ${criteria}}
environments:
  ${name}:
    url: ${url}
    target: hosts
    hosts: [{name: this-machine, address: local}]
    path: ${path}
    slots: {blue: {port: ${slots.blue}}, green: {port: ${slots.green}}}
    router: {type: haproxy, socket: ${socket}, backend: app, state-file: ${join(path, "../haproxy.state")}}
    strategy: {type: canary, steps: [50, 100], pause: ${pause}, hold: 60s, drain: 2s}
    health: {path: /health, version: /version, within: 30s}
    signals: {${signals}}
    approval: {by: none}
    ref-moved: off
`;
}
