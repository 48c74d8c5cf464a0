import type { Approval, EnvironmentRules, GitHubAnswer, JobEnvironment, RunFacts } from "../domain/approval.ts";
import type { Judgement } from "../domain/result.ts";

/** What the gate is judged from. `seen` is null when the settings ask for no approval. */
export interface ApprovalFacts {
  readonly environment: string;
  readonly by: "environment" | "none";
  readonly selfApproval: "refuse" | "allow";
  readonly seen: {
    readonly jobEnvironment: GitHubAnswer<JobEnvironment>;
    readonly rules: GitHubAnswer<EnvironmentRules>;
    readonly approvals: GitHubAnswer<readonly Approval[]>;
    readonly run: GitHubAnswer<RunFacts>;
  } | null;
}

/** The judgement and what the reader should know although it passed. */
export interface ApprovalGate {
  readonly judgement: Judgement;
  readonly warnings: readonly string[];
}

const scope =
  "Give the job `permissions: {actions: read, deployments: read, checks: read, contents: read}`, and try again when GitHub answers.";

/**
 * Was this run approved for this environment, by somebody else, where somebody is really asked? Anything that cannot be read closes the gate,
 * with a code of its own: "could not verify" is never "was not approved". GitHub tells no time and no attempt of an approval, and neither do we.
 */
export function judgeApproval(facts: ApprovalFacts): ApprovalGate {
  const { environment, seen } = facts;
  if (facts.by === "none" || seen === null) {
    const says = `No approval is asked for on ${environment} (\`approval: {by: none}\`): whoever can start this job can deploy.`;
    return { judgement: { verdict: "pass", reason_code: "approval_not_required", says, facts: { by: "none" } }, warnings: [says] };
  }
  const closed = (
    reason_code: Judgement["reason_code"],
    says: string,
    remedy: string,
    verdict: "fail" | "error" = "fail",
  ): ApprovalGate => ({
    judgement: { verdict, reason_code, says, remedy },
    warnings: [],
  });
  const unreadable = (what: string, { status, why }: { status: number; why: string }) =>
    closed(
      "approval_unreadable",
      `${what} could not be read: ${status === 0 ? why : `${status} ${why}`}. Whether ${environment} was approved is not known.`,
      scope,
      "error",
    );

  const { jobEnvironment, rules, approvals, run } = seen;
  if (!rules.ok && rules.status === 404) {
    return closed(
      "environment_missing",
      `GitHub has no environment \`${environment}\`.`,
      "Create it under Settings, Environments, with required reviewers. A job that names an environment which does not exist creates one without protection: check the spelling.",
    );
  }
  if (!rules.ok) return unreadable(`The rules of environment ${environment}`, rules);
  if (rules.value.reviewers.length === 0) {
    return closed(
      "environment_unprotected",
      `Environment \`${environment}\` asks no reviewer.`,
      "Add required reviewers under Settings, Environments. On private repositories that needs GitHub Enterprise; without it set `approval: {by: none}` and the report says so.",
    );
  }
  if (!jobEnvironment.ok) return unreadable("This job's own deployment", jobEnvironment);
  if (jobEnvironment.value.name === null) {
    return closed(
      "environment_unproven",
      "This job has no deployment of an environment: nothing shows that it was held for approval.",
      `Write \`environment: ${environment}\` on the job, without \`deployment: false\`.`,
    );
  }
  if (jobEnvironment.value.name.toLowerCase() !== environment.toLowerCase()) {
    return closed(
      "environment_mismatch",
      `This job runs in environment \`${jobEnvironment.value.name}\`, not in \`${environment}\`.`,
      `Write \`environment: ${environment}\` on the job, or name the other in the input.`,
    );
  }
  if (!approvals.ok) return unreadable("The approvals of this run", approvals);
  if (!run.ok) return unreadable("This run", run);
  const mine = approvals.value.filter((one) => one.environments.some((name) => name.toLowerCase() === environment.toLowerCase()));
  const rejected = mine.find((one) => one.state === "rejected");
  if (rejected !== undefined)
    return closed("approval_rejected", `${rejected.login} rejected this run for ${environment}.`, "Talk with them, and start a new run.");
  const approved = mine.filter((one) => one.state === "approved");
  if (approved.length === 0) {
    return closed(
      "approval_missing",
      `Nobody approved this run for ${environment}.`,
      "Start it from a workflow whose job has the environment, and have a reviewer approve it. An administrator's bypass leaves no approval.",
    );
  }
  const starters = new Set([run.value.actorId, run.value.triggeringActorId]);
  const others = approved.filter((one) => !starters.has(one.userId));
  const names = (list: readonly Approval[]) => [...new Set(list.map((one) => one.login))].join(", ");
  if (others.length === 0 && facts.selfApproval === "refuse") {
    return closed(
      "self_approval",
      `Only ${names(approved)}, who started this run, approved it.`,
      "Have somebody else approve it. A team of one sets `approval: {self-approval: allow}`, which the report shows.",
    );
  }
  const warnings: string[] = [];
  if (others.length === 0) warnings.push(`${names(approved)} approved their own run (\`self-approval: allow\`).`);
  if (rules.value.preventSelfReview === false && facts.selfApproval === "refuse")
    warnings.push(`Environment ${environment} does not prevent self-review; this action refused it by itself.`);
  if (rules.value.adminsBypass === true) warnings.push(`Administrators may bypass the reviewers of ${environment}.`);
  if (run.value.attempt > 1)
    warnings.push(`This is attempt ${run.value.attempt}: GitHub does not tell to which attempt an approval belongs.`);
  const approvers = names(others.length > 0 ? others : approved);
  return {
    judgement: {
      verdict: "pass",
      reason_code: "approved",
      says: `${approvers} approved this run for ${environment}.`,
      facts: {
        approvers,
        evidence: jobEnvironment.value.evidence,
        self_approved: others.length === 0,
        reviewers: [...rules.value.reviewers],
      },
    },
    warnings,
  };
}
