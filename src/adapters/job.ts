import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import type { JobFacts } from "../ports/job.ts";
import { readEvent } from "./event.ts";
import { bundleDigest, environmentDigest } from "./toolchain.ts";

/** What the entry knows of the process that runs. */
export interface RunnerProcess {
  readonly env: NodeJS.ProcessEnv;
  /** The folder that the action was started in. */
  readonly cwd: string;
  readonly pid: number;
  /** Path of the bundle that runs. */
  readonly entry: string;
}

/** The checkout that the runner names, else the folder that the action was started in. */
export function workspaceOf({ env, cwd }: Pick<RunnerProcess, "env" | "cwd">): string {
  return resolve(env["GITHUB_WORKSPACE"] ?? cwd);
}

/** What the runner says of this job in the environment, and a scratch folder of its own. */
export function jobFacts(process: RunnerProcess, jobId: string): JobFacts {
  const { env, pid } = process;
  const workspace = workspaceOf(process);
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  const runId = env["GITHUB_RUN_ID"] ?? "0";
  const runAttempt = env["GITHUB_RUN_ATTEMPT"] ?? "1";
  const temp = join(env["RUNNER_TEMP"] ?? "/tmp", `phoenix-deploy-${pid}`);
  mkdirSync(temp, { recursive: true, mode: 0o700 });
  return {
    repository,
    sha: env["GITHUB_SHA"] ?? "",
    ref: env["GITHUB_REF"] ?? "",
    refName: env["GITHUB_REF_NAME"] ?? "",
    workflow: env["GITHUB_WORKFLOW"] ?? "",
    runId,
    runAttempt,
    job: jobName(process, jobId),
    runUrl: `${server}/${repository}/actions/runs/${runId}`,
    actor: env["GITHUB_ACTOR"] ?? "",
    eventName: env["GITHUB_EVENT_NAME"] ?? "",
    cores: availableParallelism(),
    bundle: bundleDigest(process.entry),
    environment: environmentDigest(env),
    ...readEvent(env["GITHUB_EVENT_PATH"]),
    workspace,
    temp,
  };
}

/**
 * A name that no other job of this run and attempt has. Jobs of a matrix share `GITHUB_JOB`: GitHub's id of the job
 * distinguishes them, else the runner's tracking id, which is made anew for each job, else this very process.
 */
function jobName({ env, pid }: RunnerProcess, jobId: string): string {
  const name = (env["GITHUB_JOB"] ?? "job").replace(/[^A-Za-z0-9_-]/g, "-").slice(0, 60) || "job";
  if (/^\d{1,20}$/.test(jobId)) return `${name}-${jobId}`;
  const unique =
    env["RUNNER_TRACKING_ID"] || `${env["RUNNER_NAME"] ?? ""} ${env["HOSTNAME"] ?? ""} ${pid} ${Date.now()}`;
  return `${name}-${createHash("sha256").update(unique).digest("hex").slice(0, 8)}`;
}
