import type { ApprovalFacts } from "../gates/approval-facts.ts";
import type { Environment } from "../settings/settings.ts";
import type { StageRun } from "./stage.ts";

/**
 * Asks GitHub what can be known of the approval that the environment's settings ask for. The gate belongs to the
 * environment: whichever action deploys to it comes through here. Null where its settings name no `approval` and its
 * name is none of a production: then promote alone is asked for one.
 */
export async function approvalFacts(
  run: StageRun,
  environment: Environment,
  jobId: string,
): Promise<ApprovalFacts | null> {
  const { by, selfApproval, promoteOnly = false } = environment.approval;
  if (promoteOnly && run.recorder.evidence.stage !== "promote") return null;
  const asked = by === "environment" ? await askGitHub(run, environment.name, jobId) : { by };
  return { environment: environment.name, selfApproval, asked };
}

/** What a reader should know of settings that leave the approval to a default. */
export function approvalNote({ name, approval }: Environment): string | null {
  return approval.promoteOnly === true
    ? `The settings of ${name} have no \`approval\`, so deploy-staging may deploy to it without one. ` +
        "Write `approval: {by: environment}` there."
    : null;
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
  return { by: "environment", jobEnvironment, rules, approvals, run } as const;
}
