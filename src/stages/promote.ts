import { releaseId } from "../domain/release.ts";
import { result } from "../domain/result.ts";
import { judgeApproval } from "../gates/approval.ts";
import type { Environment } from "../settings/settings.ts";
import { judgeChain } from "./chain.ts";
import { deploy, environmentOf } from "./deploy.ts";
import { openRelease, setOutputs } from "./deploy-staging.ts";
import type { Conclusion, Stage, StageRun } from "./stage.ts";

/** Inputs of promote. */
export interface PromoteInputs {
  readonly environment: string;
  /** The environment whose evidence counts. */
  readonly from: string;
  readonly jobs: string;
  readonly "job-id": string;
  readonly "dry-run": boolean;
}

/** Ships to production what staging proved, once the approval and all the evidence are real, and watches it (Phase 6: Deploy to Production). */
export const promote: Stage<PromoteInputs> = async (run, inputs) => {
  const environment = environmentOf(run.settings, inputs.environment);
  if ("status" in environment) return environment;

  const release = await openRelease(run);
  if ("status" in release) return release;

  const chain = await judgeChain(run, {
    jobs: inputs.jobs,
    release,
    needed: [
      { stage: "validate", environment: null },
      { stage: "deploy-staging", environment: inputs.from },
      { stage: "smoke-test", environment: inputs.from },
    ],
    pinned: true,
  });
  if (chain !== null) return chain;

  const closed = await approvalGate(run, environment, inputs["job-id"]);
  if (closed !== null) return closed;

  const conclusion = await deploy(run, {
    environment,
    release,
    dryRun: inputs["dry-run"],
    watchMs: run.settings.criteria.watchMs,
    done: { decision: "complete", reason_code: "promoted" },
  });
  setOutputs(run, releaseId(release));
  return conclusion;
};

/** Asks GitHub what can be known of the approval, and holds it against the settings. Null when the gate is open. */
async function approvalGate(run: StageRun, environment: Environment, jobId: string): Promise<Conclusion | null> {
  const { github, clock, job } = run.world;
  const started = clock.ticks();
  const asked = environment.approval.by === "environment";
  const facts = asked
    ? await Promise.all([
        github.jobEnvironment(jobId, job.sha, environment.name),
        github.environment(environment.name),
        github.approvals(),
        github.run(),
      ])
    : null;
  const { judgement, warnings } = judgeApproval({
    environment: environment.name,
    by: environment.approval.by,
    selfApproval: environment.approval.selfApproval,
    seen: facts === null ? null : { jobEnvironment: facts[0], rules: facts[1], approvals: facts[2], run: facts[3] },
  });
  const heading = { kind: "gate", id: "approval", title: `Approval of ${environment.name}`, required: true } as const;
  await run.recorder.record(result(heading, judgement, clock.ticks() - started));
  for (const warning of warnings) await run.recorder.warn(warning);
  if (judgement.verdict === "pass") return null;
  return {
    status: "failed",
    decision: "stop",
    reason_code: judgement.reason_code,
    says: `${judgement.says} Nothing was changed.`,
    remedy: judgement.remedy ?? "",
  };
}
