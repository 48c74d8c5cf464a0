import type { Wanted } from "../domain/fleet/plan.ts";
import { type Release, releaseId } from "../domain/release/release.ts";
import type { Environment } from "../settings/settings.ts";
import type { Target } from "../targets/target.ts";
import { changeTarget } from "./change.ts";
import { recordDryRun } from "./deployment-record.ts";
import { ownerOf } from "./environment.ts";
import { openRollbackIssue } from "./rollback/issue.ts";
import type { Conclusion, StageRun } from "./stage.ts";
import { wantedFor } from "./wanted.ts";

/** What a deployment is asked for. */
export interface DeployRequest {
  readonly environment: Environment;
  readonly release: Release;
  readonly target: Target;
  readonly dryRun: boolean;
  /** Watch the release after the shift, milliseconds; 0 for staging, whose traffic is the smoke tests. */
  readonly watchMs: number;
  /** The input `job-id`, by which the job's own deployment is found. */
  readonly jobId?: string;
  /** What comes before the first change, once the plan is known; a conclusion ends it there. */
  readonly begins?: () => Promise<Conclusion | null>;
  /** The conclusion of a deployment that went well. */
  readonly done: Pick<Conclusion, "decision" | "reason_code">;
}

/** Deploys a release to an environment and verifies it there; rolls back when it fails. */
export async function deploy(run: StageRun, request: DeployRequest): Promise<Conclusion> {
  const { environment, release, target, jobId = "" } = request;
  const id = releaseId(release);
  const wanted = wantedOf(run, request, id);
  const conclusion = await changeTarget(run, {
    kind: "deploy",
    environment,
    target,
    wanted: () => wanted,
    dryRun: request.dryRun,
    plan: (fleet) => target.plan(fleet, wanted),
    measureFirst: request.watchMs > 0,
    ...(request.begins === undefined ? {} : { begins: request.begins }),
    record: { jobId, why: "" },
    done: { ...request.done, says: `${release.version} (${id}) runs on ${environment.name} and was verified.` },
  });
  setOutputs(run, id);
  await openRollbackIssue(run, environment, { conclusion, why: null });
  if (request.dryRun) await recordDryRun(run, { environment, jobId });
  return conclusion;
}

/** What the planner must know of this deployment. */
export function wantedOf(
  run: StageRun,
  request: Pick<DeployRequest, "environment" | "watchMs">,
  release: string,
): Wanted {
  return wantedFor(run.settings, request, { release, owner: ownerOf(run) });
}

/** The outputs of every action that changes a target. */
export function setOutputs({ recorder }: StageRun, release: string): void {
  recorder.output("url", recorder.evidence.url ?? "");
  recorder.output("release", release);
  recorder.output("previous", recorder.evidence.from ?? "");
}
