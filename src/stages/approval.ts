import { result } from "../domain/result.ts";
import { judgeApproval } from "../gates/approval.ts";
import type { Environment } from "../settings/settings.ts";
import type { Conclusion, StageRun } from "./stage.ts";

/**
 * Asks GitHub what can be known of the approval, and compares it with the environment's settings. Null when it was
 * approved. The gate belongs to the environment: whichever action deploys to it comes through here. Only where its
 * settings name no `approval`, and its name is none of a production, is promote alone asked for one.
 */
export async function approvalGate(run: StageRun, environment: Environment, jobId: string): Promise<Conclusion | null> {
  const { by, selfApproval, promoteOnly = false } = environment.approval;
  if (promoteOnly && run.recorder.evidence.stage !== "promote") return null;
  const { github, clock, job } = run.world;
  const started = clock.ticks();
  const facts =
    by === "environment"
      ? await Promise.all([
          github.jobEnvironment(jobId, job.sha, environment.name),
          github.environment(environment.name),
          github.approvals(),
          github.run(),
        ])
      : null;
  const { judgement, warnings } = judgeApproval({
    environment: environment.name,
    by,
    selfApproval,
    seen: facts === null ? null : { jobEnvironment: facts[0], rules: facts[1], approvals: facts[2], run: facts[3] },
  });
  const heading = { kind: "gate", id: "approval", title: `Approval of ${environment.name}`, required: true } as const;
  await run.recorder.record(result(heading, judgement, clock.ticks() - started));
  for (const warning of warnings) await run.recorder.warn(warning);
  if (promoteOnly)
    await run.recorder.warn(
      `The settings of ${environment.name} name no \`approval\`, so that deploy-staging may deploy to it without one. Write \`approval: {by: environment}\` there.`,
    );
  if (judgement.verdict === "pass") return null;
  return {
    status: "failed",
    decision: "stop",
    reason_code: judgement.reason_code,
    says: `${judgement.says} Nothing was changed.`,
    remedy: judgement.remedy ?? "",
  };
}
