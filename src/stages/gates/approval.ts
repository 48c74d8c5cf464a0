import type { ApprovalFacts } from "../../gates/approval-facts.ts";
import { type AskedOfPullRequest, opinionsOf } from "../../gates/pull-request-approval.ts";
import type { Environment } from "../../settings/settings.ts";
import type { StageRun } from "../stage.ts";

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
  const { name } = environment;
  if (by === "none") return { environment: name, selfApproval, asked: { by } };
  const asked =
    by === "environment" ? await askGitHub(run, name, jobId) : await askReviews(run, environment.approval.reviews ?? 1);
  return { environment: name, selfApproval, asked };
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

/** The reviews of the pull requests of this commit, and what their authors may do. */
async function askReviews({ world, recorder }: StageRun, required: number): Promise<AskedOfPullRequest> {
  const { github } = world;
  const { sha } = recorder.evidence;
  const [found, run] = await Promise.all([github.pullRequestsOf(sha), github.run()]);
  if (!found.ok) return { by: "pull-request", required, sha, pulls: found, run };
  const pulls = await Promise.all(
    found.value.map(async (pull) => {
      const reviews = await github.reviewsOf(pull.number);
      const logins = reviews.ok ? opinionsOf(reviews.value).map(({ login }) => login) : [];
      const permissions = await Promise.all(
        logins.map(async (login) => [login, await github.permissionOf(login)] as const),
      );
      return { pull, reviews, permissions: Object.fromEntries(permissions) };
    }),
  );
  return { by: "pull-request", required, sha, pulls: { ok: true, value: pulls }, run };
}
