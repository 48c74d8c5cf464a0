// What stories stand on: a machine, GitHub, a receiver and a workflow whose jobs are run one by one. Nothing here has a
// time limit of its own.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import type { ReasonCode } from "../../src/domain/evidence/reason.ts";
import { type GitHubLoopback, startGitHub } from "./github/server.ts";
import { type Machine, type Place, startMachine } from "./machine.ts";
import { type JobSpec, jobs, startPipeline, type WorkflowRun } from "./pipeline.ts";
import { type Receiver, startReceiver } from "./receiver.ts";
import type { RunResult } from "./runner.ts";
import type { Commit, Ground, Pace } from "./sources.ts";

// Real bundles, real Elixir, real HAProxy: the only limit is one for stories that hang.
jest.setTimeout(600_000);

export const upToStaging = [jobs.validate, jobs.staging];
export const upToSmoke = [...upToStaging, jobs.smoke];
export const upToProduction = [...upToSmoke, jobs.production];

/** A change of the demo application's configuration that makes it fail in this way. */
export const fault = (name: string): NonNullable<Commit["edits"]> => [
  { file: "config/config.exs", from: ":fault, :none", to: `:fault, :${name}` },
];

export interface Scene<On extends Ground = Machine> {
  readonly machine: On;
  readonly github: GitHubLoopback;
  readonly receiver: Receiver;
  /** Commits the demo application, and begins a workflow run on it. */
  begin(commit: Commit): WorkflowRun;
  /** Runs a job, however it ends. */
  job(run: WorkflowRun, spec: JobSpec): Promise<RunResult>;
  /** Runs a job that has to end with this reason code, and shows its log when it does not. */
  ends(run: WorkflowRun, spec: JobSpec, reason: ReasonCode): Promise<RunResult>;
  /** Runs jobs in order, each of which has to succeed; the last one's result. */
  through(run: WorkflowRun, specs: readonly JobSpec[]): Promise<RunResult>;
  /** Folder that the jobs of a run pass on. */
  passedOn(run: WorkflowRun): string;
  /** The evidence that a stage left with a run. */
  evidence(run: WorkflowRun, stage: string): Evidence;
}

/** Sets a scene up on this machine before the stories of a file, and takes it down after them. */
export function setScene(more: Pick<Pace, "buildOnly"> = {}): Scene {
  return setSceneOn(() => startMachine({ watch: "6s", hold: "60s", within: "120s", ...more }), more);
}

/** Sets a scene up on other ground. */
export function setSceneOn<On extends Ground>(
  open: () => Promise<On>,
  { buildOnly = false }: Pick<Pace, "buildOnly">,
): Scene<On> {
  let machine: On;
  let github: GitHubLoopback;
  let receiver: Receiver;
  let pipeline: ReturnType<typeof startPipeline>;
  let runs = 2_000;

  beforeAll(async () => {
    machine = await open();
    github = await startGitHub();
    receiver = await startReceiver();
    pipeline = startPipeline(machine, github, { shares: buildOnly });
  });
  afterAll(async () => {
    await receiver.close();
    await github.close();
    await machine.close();
    expect(github.breaches).toEqual([]);
  });

  const job = (run: WorkflowRun, spec: JobSpec) =>
    // validate announces nothing.
    pipeline.job(
      run,
      spec === jobs.validate
        ? spec
        : {
            ...spec,
            env: {
              ...{ DEPLOY_WEBHOOK: receiver.url, DEPLOY_WEBHOOK_SECRET: receiver.secret },
              ...machine.env,
              ...spec.env,
            },
          },
    );

  return {
    get machine() {
      return machine;
    },
    get github() {
      return github;
    },
    get receiver() {
      return receiver;
    },
    begin(commit) {
      runs += 1;
      return { sha: machine.commit(commit), runId: String(runs), attempt: 1 };
    },
    job,
    async ends(run, spec, reason) {
      const result = await job(run, spec);
      if (result.outputs["reason-code"] !== reason) throw new Error(unexpected(spec, result, reason));
      return result;
    },
    async through(run, specs) {
      const results: RunResult[] = [];
      for (const spec of specs) {
        const result = await job(run, spec);
        if (result.exitCode !== 0) throw new Error(unexpected(spec, result, "success"));
        results.push(result);
      }
      const last = results.at(-1);
      if (last === undefined) throw new Error("No job was given");
      return last;
    },
    passedOn: (run) => pipeline.passedOn(run.runId),
    evidence(run, stage) {
      const folder = join(pipeline.passedOn(run.runId), "evidence");
      const name = readdirSync(folder)
        .filter((file) => file.includes(`.${stage}.`))
        .sort()
        .at(-1);
      if (name === undefined) throw new Error(`Run ${run.runId} left no evidence of ${stage}`);
      return JSON.parse(readFileSync(join(folder, name), "utf8"));
    },
  };
}

function unexpected(spec: JobSpec, result: RunResult, wanted: string): string {
  const reason = result.outputs["reason-code"] ?? "none";
  const how = `${spec.id} ended with reason code ${reason} and exit code ${result.exitCode}; ${wanted} was expected`;
  return [
    `${how}.`,
    ...result.annotations.map(({ kind, message }) => `${kind}: ${message}`),
    "Its log:",
    result.log,
  ].join("\n");
}

/** The version that the public address answers; null when nothing does. */
export async function serving(place: Pick<Place, "url">): Promise<string | null> {
  try {
    return ((await (await fetch(`${place.url}/version`)).json()) as { version: string }).version;
  } catch {
    return null;
  }
}

/** The words of a file of the host program's state; none when there is no such file. */
export function stateOf(place: Place, name: string): readonly string[] {
  const path = join(place.path, "state", name);
  return existsSync(path) ? readFileSync(path, "utf8").split(/\s+/).filter(Boolean) : [];
}

/** Lets the lease of a run that is dead run out now: a story does not wait for its three minutes. */
export function expireLease(place: Place): void {
  const [owner, , since] = stateOf(place, "lease");
  if (owner !== undefined)
    writeFileSync(join(place.path, "state/lease"), `${owner} ${Math.floor(Date.now() / 1_000) - 1} ${since}\n`);
}
