import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import type { JobFacts } from "../ports.ts";
import { readEvent } from "./event.ts";
import { bundleDigest, environmentDigest } from "./toolchain.ts";

/** The checkout that the runner names, else the folder that the action was started in. */
export function workspaceOf(env: NodeJS.ProcessEnv): string {
  return resolve(env["GITHUB_WORKSPACE"] ?? process.cwd());
}

/** What the runner says of this job in the environment, and a scratch folder of its own. */
export function jobFacts(env: NodeJS.ProcessEnv): JobFacts {
  const workspace = workspaceOf(env);
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  const runId = env["GITHUB_RUN_ID"] ?? "0";
  const runAttempt = env["GITHUB_RUN_ATTEMPT"] ?? "1";
  const temp = join(env["RUNNER_TEMP"] ?? "/tmp", `phoenix-deploy-${process.pid}`);
  mkdirSync(temp, { recursive: true, mode: 0o700 });
  return {
    repository,
    sha: env["GITHUB_SHA"] ?? "",
    ref: env["GITHUB_REF"] ?? "",
    refName: env["GITHUB_REF_NAME"] ?? "",
    workflow: env["GITHUB_WORKFLOW"] ?? "",
    runId,
    runAttempt,
    runUrl: `${server}/${repository}/actions/runs/${runId}`,
    actor: env["GITHUB_ACTOR"] ?? "",
    eventName: env["GITHUB_EVENT_NAME"] ?? "",
    cores: availableParallelism(),
    bundle: bundleDigest(process.argv[1] ?? ""),
    environment: environmentDigest(env),
    ...readEvent(env["GITHUB_EVENT_PATH"]),
    workspace,
    temp,
  };
}
