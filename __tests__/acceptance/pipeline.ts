// The user's workflow, job by job: each job is a fresh checkout with the folder that the job before passed on, and one
// action of dist started as the runner does.
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { layHelpers } from "../support/helpers.ts";
import type { GitHubLoopback } from "./github/server.ts";
import { needs, type RunRequest, type RunResult, runAction } from "./runner.ts";
import type { Sources } from "./sources.ts";
import { validatedOnce } from "./validated.ts";

const root = join(import.meta.dirname, "../..");

/** A workflow run on one commit; attempts of it share what was passed on. */
export interface WorkflowRun {
  readonly sha: string;
  readonly runId: string;
  readonly attempt: number;
}

/** One job of a run. */
export interface JobSpec {
  /** Folder of the face: `validate`, `promote`, or `.` for the report. */
  readonly action: string;
  readonly id: string;
  readonly with?: Readonly<Record<string, string>>;
  /** Ids of the jobs before whose outputs this one sees. */
  readonly after?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** `environment:` of the job. GitHub makes a deployment for it, and asks its reviewers. */
  readonly environment?: string;
  /** `permissions: {id-token: write}` of the job. */
  readonly idToken?: boolean;
  /** What started the run; a push to main unless given. */
  readonly event?: RunRequest["event"];
  readonly onLine?: RunRequest["onLine"];
  /** Changes the checkout before the action starts, such as a tampered artifact. */
  readonly before?: (workspace: string) => void;
}

/**
 * Drives runs on a machine, with GitHub played by the loopback server. Each checkout has our compiled Elixir code from
 * a cache, and nothing that an earlier run proved. `shares`: `jobs.validate` may be given what it left of the same
 * application in another story.
 */
export function startPipeline(sources: Sources, github: GitHubLoopback, { shares = false } = {}) {
  const results = new Map<string, Map<string, RunResult>>();
  let jobIds = 5_000;

  async function job(run: WorkflowRun, spec: JobSpec): Promise<RunResult> {
    if (!shares || spec !== jobs.validate) return start(run, spec);
    const passedOn = join(sources.folder, "artifacts", run.runId);
    const validate = () => start(run, spec);
    const result = await validatedOnce({ run, repository: sources.repository, passedOn, validate });
    results.set(run.runId, (results.get(run.runId) ?? new Map()).set(spec.id, result));
    return result;
  }

  async function start(run: WorkflowRun, spec: JobSpec): Promise<RunResult> {
    jobIds += 1;
    const jobId = String(jobIds);
    const before = results.get(run.runId) ?? new Map<string, RunResult>();
    results.set(run.runId, before);
    const passedOn = join(sources.folder, "artifacts", run.runId);
    const workspace = sources.checkout(run.sha, passedOn);
    spec.before?.(workspace);
    layHelpers(workspace);
    if (spec.environment !== undefined)
      github.startJob({ jobId, runId: run.runId, sha: run.sha, environment: spec.environment });
    const after = (spec.after ?? []).flatMap((id) => {
      const result = before.get(id);
      return result === undefined ? [] : [[id, result] as const];
    });
    const result = await runAction({
      action: join(root, spec.action),
      with: { ...(spec.after === undefined ? {} : { jobs: needs(Object.fromEntries(after)) }), ...spec.with },
      workspace,
      github: {
        apiUrl: github.url,
        token: "ghs_loopback",
        runId: run.runId,
        runAttempt: String(run.attempt),
        sha: run.sha,
        jobId,
        repository: "acme/shop",
        actor: "alice",
      },
      env: { ...spec.env, ...(spec.idToken === true ? github.idTokenOf(jobId) : {}) },
      ...(spec.event === undefined ? {} : { event: spec.event }),
      ...(spec.onLine === undefined ? {} : { onLine: spec.onLine }),
    });
    before.set(spec.id, result);
    const left = join(workspace, ".phoenix-deploy");
    if (existsSync(left)) {
      rmSync(passedOn, { recursive: true, force: true });
      cpSync(left, passedOn, { recursive: true });
    }
    return result;
  }

  return {
    job,
    /** Folder that the jobs of a run pass on. */
    passedOn: (runId: string) => join(sources.folder, "artifacts", runId),
  };
}

/** The stages of examples/workflows/deploy.yml, each as a job of its own. */
export const jobs = {
  validate: { action: "validate", id: "validate" },
  staging: { action: "deploy-staging", id: "staging", after: ["validate"], environment: "staging" },
  smoke: { action: "smoke-test", id: "smoke", after: ["validate", "staging"] },
  production: {
    action: "promote",
    id: "production",
    after: ["validate", "staging", "smoke"],
    environment: "production",
  },
  report: { action: ".", id: "report", after: ["validate", "staging", "smoke", "production"] },
} as const satisfies Record<string, JobSpec>;
