// What stories of a watch stand on: environments with a real HAProxy, releases that behave as a story says, a
// Prometheus that scrapes all of them, and the bundles of `dist`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import { type RunningPrometheus, runPrometheus } from "../signals/prometheus-bench.ts";
import { type GitHubLoopback, startGitHub } from "./github/server.ts";
import { endStanding, type Place, type Standing, startPlace } from "./machine.ts";
import { runReadyMade } from "./ready-made.ts";
import type { RunResult } from "./runner.ts";
import { type Behaviour, trafficRelease } from "./traffic-release.ts";

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
  const { action, version, behaviour, onLine } = canary;
  const release = trafficRelease(ground.folder, version, behaviour);
  const { result, evidence } = await runReadyMade(ground, {
    ...{ action, release, runId: String(ground.runs), environment: place.name },
    settings: settingsFile(place, canary),
    ...(onLine === undefined ? {} : { onLine }),
  });
  return { result, evidence, id: release.id };
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
