import { judgeApproval } from "../gates/approval.ts";
import type { Environment } from "../settings/settings.ts";
import { gate } from "./judged.ts";
import type { Conclusion, StageRun } from "./stage.ts";

/**
 * Asks GitHub what can be known of the approval, and compares it with the environment's settings. Null when it was
 * approved. The gate belongs to the environment: whichever action deploys to it comes through here. Only where its
 * settings name no `approval`, and its name is none of a production, is promote alone asked for one.
 */
export async function approvalGate(run: StageRun, environment: Environment, jobId: string): Promise<Conclusion | null> {
  const { by, selfApproval, promoteOnly = false } = environment.approval;
  if (promoteOnly && run.recorder.evidence.stage !== "promote") return null;
  const subject = { id: "approval", title: `Approval of ${environment.name}` };
  const refused = await gate(run, subject, async () => {
    const seen = by === "environment" ? await askGitHub(run, environment.name, jobId) : null;
    const { judgement, warnings } = judgeApproval({ environment: environment.name, by, selfApproval, seen });
    return { ...judgement, warnings };
  });
  if (promoteOnly) {
    await run.recorder.warn(
      `The settings of ${environment.name} have no \`approval\`, so deploy-staging may deploy to it without one. ` +
        "Write `approval: {by: environment}` there.",
    );
  }
  return refused;
}

/** What GitHub's API says of this run's approval. */
async function askGitHub({ world }: StageRun, environment: string, jobId: string) {
  const { github, job } = world;
  const [jobEnvironment, rules, approvals, run] = await Promise.all([
    github.jobEnvironment(jobId, job.sha, environment),
    github.environment(environment),
    github.approvals(),
    github.run(),
  ]);
  return { jobEnvironment, rules, approvals, run };
}
