import type { Approval, ApprovalRun, EnvironmentRules, JobEnvironment } from "../domain/approval.ts";
import type { Judgement } from "../domain/result.ts";
import type { GitHubAnswer } from "../ports.ts";

/** What the gate is judged from. `seen` is null when the settings ask for no approval. */
export interface ApprovalFacts {
  readonly environment: string;
  readonly by: "environment" | "none";
  readonly selfApproval: "refuse" | "allow";
  readonly seen: {
    readonly jobEnvironment: GitHubAnswer<JobEnvironment>;
    readonly rules: GitHubAnswer<EnvironmentRules>;
    readonly approvals: GitHubAnswer<readonly Approval[]>;
    readonly run: GitHubAnswer<ApprovalRun>;
  } | null;
}

/** The judgement, what the reader should know although it passed, and the logins whose approval counted. */
export interface ApprovalGate {
  readonly judgement: Judgement;
  readonly warnings: readonly string[];
  readonly approvers: readonly string[];
}

/**
 * Was this run approved for this environment, by somebody else, where somebody is really asked? Anything that cannot be
 * read is no approval, and has a code of its own: "could not be verified" is never "was not approved". GitHub names no
 * time and no attempt of an approval, nor do we.
 */
export function judgeApproval({ environment, by, selfApproval, seen }: ApprovalFacts): ApprovalGate {
  if (by === "none") return notRequired(environment);
  if (seen === null) return unreadable(environment, "GitHub", { status: 0, why: "nothing was asked" });

  const { rules, jobEnvironment, approvals, run } = seen;
  if (!rules.ok)
    return rules.status === 404 ? missing(environment) : unreadable(environment, "The rules of the environment", rules);
  if (rules.value.reviewers.length === 0) return unprotected(environment, rules.value);

  if (!jobEnvironment.ok) return unreadable(environment, "This job's own deployment", jobEnvironment);
  const { name } = jobEnvironment.value;
  if (name === null) return unproven(environment);
  if (!same(name, environment)) return mismatch(environment, name);

  if (!approvals.ok) return unreadable(environment, "The approvals of this run", approvals);
  if (!run.ok) return unreadable(environment, "This run", run);
  const reviews = approvals.value.filter((one) => one.environments.some((other) => same(other, environment)));
  const rejection = reviews.find((one) => one.state === "rejected");
  if (rejection !== undefined) return rejected(environment, rejection);
  const given = reviews.filter((one) => one.state === "approved");
  if (given.length === 0) return notApproved(environment);

  const starters = [run.value.actorId, run.value.triggeringActorId];
  const byOthers = given.filter((one) => !starters.includes(one.userId));
  if (byOthers.length === 0 && selfApproval === "refuse") return selfApproved(environment, given);

  const counted = byOthers.length > 0 ? byOthers : given;
  const approvers = [...new Set(counted.map(({ login }) => login))];
  const self = byOthers.length === 0;
  return {
    approvers,
    warnings: doubts({ environment, rules: rules.value, job: jobEnvironment.value, run: run.value, approvers, self }),
    judgement: {
      verdict: "pass",
      reason_code: "approved",
      says: `${approvers.join(", ")} approved this run for ${environment}${self ? ", having started it" : ""}.`,
      facts: {
        by: "environment",
        approvers: approvers.join(", "),
        comments: counted.flatMap(({ comment }) => (comment === "" ? [] : [comment])),
        self_approved: self,
        evidence: jobEnvironment.value.evidence,
        reviewers: [...rules.value.reviewers],
        prevents_self_review: rules.value.preventSelfReview ?? "unknown",
        admins_bypass: rules.value.adminsBypass ?? "unknown",
        attempt: run.value.attempt,
      },
    },
  };
}

/** What an approval that counts does not prove, one sentence each. */
function doubts(passed: {
  readonly environment: string;
  readonly rules: EnvironmentRules;
  readonly job: JobEnvironment;
  readonly run: ApprovalRun;
  readonly approvers: readonly string[];
  readonly self: boolean;
}): readonly string[] {
  const { environment, rules, job, run, approvers, self } = passed;
  const strangers = approvers.filter((login) => !rules.reviewers.some((reviewer) => same(reviewer, login)));
  const who = strangers.join(", ");
  const sentences: readonly (readonly [boolean, string])[] = [
    [self, `${approvers.join(", ")} approved a run that they started themselves (\`self-approval: allow\`).`],
    [
      rules.preventSelfReview === false && !self,
      `Environment ${environment} does not prevent self-review: only this action refuses it.`,
    ],
    [
      rules.adminsBypass === true,
      `Administrators may bypass the reviewers of ${environment}; GitHub does not say whether one did.`,
    ],
    [
      strangers.length > 0,
      rules.hasTeam
        ? `Whether ${who} may approve ${environment} is not verifiable: a team reviews it, and its members ` +
          "cannot be read."
        : `${who} approved ${environment} but is not among its reviewers now: the list was changed since, or an ` +
          "administrator bypassed it.",
    ],
    [
      job.waited === false,
      `The deployment of this job shows no waiting: the rules of ${environment} may not have held it, or were ` +
        "added later.",
    ],
    [
      job.evidence === "run-url",
      `That this job runs in ${environment} rests on the run's only deployment: GitHub's records do not name the job.`,
    ],
    [
      run.attempt > 1,
      `This is attempt ${run.attempt} of the run: GitHub does not say which attempt an approval was given for.`,
    ],
  ];
  return sentences.filter(([holds]) => holds).map(([, sentence]) => sentence);
}

function notRequired(environment: string): ApprovalGate {
  const says = `${environment} requires no approval (\`approval: {by: none}\`): who can start this job can deploy.`;
  return {
    judgement: { verdict: "pass", reason_code: "approval_not_required", says, facts: { by: "none" } },
    warnings: [says],
    approvers: [],
  };
}

function unreadable(environment: string, what: string, { status, why }: { status: number; why: string }): ApprovalGate {
  const said = status === 0 || status === 200 ? why : `${status}, ${why}`;
  const permissions = "Give the job `permissions: {actions: read, checks: read, contents: read, deployments: read}`.";
  return refused({
    reason_code: "approval_unreadable",
    says: `${what} could not be read: ${said}. Whether ${environment} was approved is not known.`,
    remedy:
      status === 401 || status === 403 || status === 404
        ? permissions
        : "Run the job again when GitHub's API answers, and look at `github-token`.",
    verdict: "error",
  });
}

function missing(environment: string): ApprovalGate {
  return refused({
    reason_code: "environment_missing",
    says: `The repository has no environment \`${environment}\`, or the token may not see it.`,
    remedy:
      "Check the spelling, and create the environment under Settings, Environments, with required reviewers: " +
      "when a job names one that does not exist, GitHub creates it without protection.",
  });
}

function unprotected(environment: string, { waitMinutes }: EnvironmentRules): ApprovalGate {
  const timer = waitMinutes > 0 ? ` (its wait timer of ${waitMinutes} min is no approval)` : "";
  return refused({
    reason_code: "environment_unprotected",
    says: `Environment \`${environment}\` has no required reviewers${timer}.`,
    remedy:
      "Check the spelling, and add required reviewers under Settings, Environments. Private repositories need " +
      "GitHub Enterprise for that; without it set `approval: {by: none}`, and every report says so.",
  });
}

function unproven(environment: string): ApprovalGate {
  return refused({
    reason_code: "environment_unproven",
    says: `Nothing shows that this job runs in environment \`${environment}\`: GitHub has no deployment of it.`,
    remedy:
      `Write \`environment: ${environment}\` on the job, without \`deployment: false\`, and give it ` +
      "`permissions: {actions: read, checks: read, deployments: read}`.",
  });
}

function mismatch(environment: string, name: string): ApprovalGate {
  return refused({
    reason_code: "environment_mismatch",
    says: `This job runs in environment \`${name}\`, not in \`${environment}\`.`,
    remedy: `Write \`environment: ${environment}\` on the job, or \`environment: ${name}\` in the action's inputs.`,
  });
}

function rejected(environment: string, { login }: Approval): ApprovalGate {
  return refused({
    reason_code: "approval_rejected",
    says: `${login} rejected this run for ${environment}.`,
    remedy: "Settle it with them, and start a new run.",
  });
}

function notApproved(environment: string): ApprovalGate {
  return refused({
    reason_code: "approval_missing",
    says: `Nobody approved this run for ${environment}.`,
    remedy:
      "Start a new run, and have a reviewer approve it. A comment is no approval, and an approval for another " +
      "environment does not count here.",
  });
}

function selfApproved(environment: string, given: readonly Approval[]): ApprovalGate {
  const names = [...new Set(given.map(({ login }) => login))].join(", ");
  return refused({
    reason_code: "self_approval",
    says: `Only ${names} approved this run for ${environment}, having started it.`,
    remedy:
      "Start a new run, and have somebody else approve it. A team of one sets `approval: {by: environment, " +
      "self-approval: allow}`, and the report shows it.",
  });
}

/** What is said where an approval does not count. */
interface NotApproved {
  readonly reason_code: Judgement["reason_code"];
  readonly says: string;
  readonly remedy: string;
  /** `error` where the answer is not known. */
  readonly verdict?: "fail" | "error";
}

function refused({ verdict = "fail", ...why }: NotApproved): ApprovalGate {
  return { judgement: { verdict, ...why }, warnings: [], approvers: [] };
}

/** GitHub compares names of environments and people without regard to case. */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
