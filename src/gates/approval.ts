import type { Judgement } from "../domain/evidence/result.ts";
import type { Approval } from "../domain/gate/approval.ts";
import {
  type ApprovalFacts,
  type AskedOfEnvironment,
  holding,
  notReadable,
  refusedAs,
  sameName,
} from "./approval-facts.ts";
import { defineGate, notJudged } from "./gate.ts";
import { judgePullRequest } from "./pull-request-approval.ts";

/** Was this run approved? Whether by somebody else is the next gate. */
export const approval = defineGate({
  id: "approval",
  title: (environment) => `Approval of ${environment}`,
  of: "approval",
  judge: (facts) => {
    const { asked, environment } = facts;
    if (asked.by === "none") return notRequired(environment);
    return asked.by === "pull-request" ? judgePullRequest(environment, asked) : ofEnvironment(facts, asked);
  },
});

/** The reviews of this run that name the environment. */
function reviewsOf(environment: string, approvals: readonly Approval[]): readonly Approval[] {
  return approvals.filter((one) => one.environments.some((other) => sameName(other, environment)));
}

/** Who approved, and which of them did not start the run; null while any of it is not known or refused. */
export function givenBy(
  environment: string,
  { approvals, run }: AskedOfEnvironment,
): { readonly given: readonly Approval[]; readonly byOthers: readonly Approval[] } | null {
  if (!approvals.ok || !run.ok) return null;
  const reviews = reviewsOf(environment, approvals.value);
  if (reviews.some(({ state }) => state === "rejected")) return null;
  const given = reviews.filter(({ state }) => state === "approved");
  const starters = [run.value.actorId, run.value.triggeringActorId];
  return given.length === 0 ? null : { given, byOthers: given.filter((one) => !starters.includes(one.userId)) };
}

/** Logins, each once. */
export function namesOf(given: readonly Approval[]): readonly string[] {
  return [...new Set(given.map(({ login }) => login))];
}

function ofEnvironment({ environment, selfApproval }: ApprovalFacts, asked: AskedOfEnvironment): Judgement {
  const { rules, approvals, run } = asked;
  if (!rules.ok || rules.value.reviewers.length === 0) return notJudged(`nobody is known to review ${environment}`);
  if (!approvals.ok) return notReadable("The approvals of this run", { environment, by: "environment" }, approvals);
  const rejection = reviewsOf(environment, approvals.value).find(({ state }) => state === "rejected");
  if (rejection !== undefined) return rejected(environment, rejection);
  if (reviewsOf(environment, approvals.value).every(({ state }) => state !== "approved"))
    return notApproved(environment);
  const seen = givenBy(environment, asked);
  if (seen === null || !run.ok)
    return notReadable("This run", { environment, by: "environment" }, run.ok ? { status: 0, why: "" } : run);

  const self = seen.byOthers.length === 0;
  const counted = self ? seen.given : seen.byOthers;
  const approvers = namesOf(counted);
  const { reviewers, hasTeam } = rules.value;
  const strangers = approvers.filter((login) => !reviewers.some((reviewer) => sameName(reviewer, login)));
  return {
    verdict: "pass",
    reason_code: "approved",
    says: `${approvers.join(", ")} approved this run for ${environment}${self ? ", having started it" : ""}.`,
    facts: {
      approval: self ? "self-approved" : "approved",
      by: "environment",
      approvers: approvers.join(", "),
      comments: counted.flatMap(({ comment }) => (comment === "" ? [] : [comment])),
      self_approved: self,
      evidence: asked.jobEnvironment.ok ? asked.jobEnvironment.value.evidence : "unknown",
      attempt: run.value.attempt,
    },
    warnings:
      self && selfApproval === "refuse" ? [] : doubts({ environment, strangers, hasTeam, attempt: run.value.attempt }),
  };
}

/** What an approval that counts does not prove, one sentence each. */
function doubts(passed: {
  readonly environment: string;
  readonly strangers: readonly string[];
  readonly hasTeam: boolean;
  readonly attempt: number;
}): readonly string[] {
  const { environment, strangers, hasTeam, attempt } = passed;
  const who = strangers.join(", ");
  return holding([
    [
      strangers.length > 0,
      hasTeam
        ? `Whether ${who} may approve ${environment} is not verifiable: a team reviews it, and its members ` +
          "cannot be read."
        : `${who} approved ${environment} but is not among its reviewers now: the list was changed since, or an ` +
          "administrator bypassed it.",
    ],
    [
      attempt > 1,
      `This is attempt ${attempt} of the run: GitHub does not say which attempt an approval was given for.`,
    ],
  ]);
}

function notRequired(environment: string): Judgement {
  const says = `${environment} requires no approval (\`approval: {by: none}\`): who can start this job can deploy.`;
  return {
    verdict: "pass",
    reason_code: "approval_not_required",
    says,
    facts: { approval: "not-gated", by: "none" },
    warnings: [says],
  };
}

function rejected(environment: string, { login }: Approval): Judgement {
  return refusedAs("rejected", {
    reason_code: "approval_rejected",
    says: `${login} rejected this run for ${environment}.`,
    remedy: "Settle it with them, and start a new run.",
  });
}

function notApproved(environment: string): Judgement {
  return refusedAs("not-approved", {
    reason_code: "approval_missing",
    says: `Nobody approved this run for ${environment}.`,
    remedy:
      "Start a new run, and have a reviewer approve it. A comment is no approval, and an approval for another " +
      "environment does not count here.",
  });
}
