import type { Judgement } from "../domain/evidence/result.ts";
import { type AskedOfEnvironment, holding, notReadable, refusedAs } from "./approval-facts.ts";
import { defineGate } from "./gate.ts";

/** Is somebody really asked? An environment that a job names and nobody made is created without any rule. */
export const protection = defineGate({
  id: "protection",
  title: (environment) => `${environment} has required reviewers`,
  of: "approval",
  judge: ({ environment, asked }) => (asked.by === "environment" ? judge(environment, asked) : null),
});

function judge(environment: string, { rules }: AskedOfEnvironment): Judgement {
  if (!rules.ok)
    return rules.status === 404
      ? missing(environment)
      : notReadable("The rules of the environment", { environment, by: "environment" }, rules);
  const { reviewers, waitMinutes, preventSelfReview, adminsBypass } = rules.value;
  if (reviewers.length === 0) return unprotected(environment, waitMinutes);
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `${reviewers.join(", ")} ${reviewers.length === 1 ? "reviews" : "review"} ${environment}.`,
    facts: {
      reviewers: [...reviewers],
      prevents_self_review: preventSelfReview ?? "unknown",
      admins_bypass: adminsBypass ?? "unknown",
      wait_minutes: waitMinutes,
    },
    warnings: holding([
      [
        preventSelfReview === false,
        `Environment ${environment} does not prevent self-review: only this action refuses it.`,
      ],
      [
        adminsBypass === true,
        `Administrators may bypass the reviewers of ${environment}; GitHub does not say whether one did.`,
      ],
    ]),
  };
}

/** Environments of private repositories have reviewers in one plan alone, and in the free one there are none. */
const otherPlans =
  "Private repositories need GitHub Enterprise for reviewers: without it set `approval: {by: pull-request}`, or " +
  "`{by: none}`, which every report says.";

function missing(environment: string): Judgement {
  return refusedAs("unprotected", {
    reason_code: "environment_missing",
    says: `The repository has no environment \`${environment}\`, or the token may not see it.`,
    remedy:
      "Check the spelling, and create the environment under Settings, Environments, with required reviewers: " +
      "when a job names one that does not exist, GitHub creates it without protection. " +
      otherPlans,
  });
}

function unprotected(environment: string, waitMinutes: number): Judgement {
  const timer = waitMinutes > 0 ? ` (its wait timer of ${waitMinutes} min is no approval)` : "";
  return refusedAs("unprotected", {
    reason_code: "environment_unprotected",
    says: `Environment \`${environment}\` has no required reviewers${timer}.`,
    remedy: `Check the spelling, and add required reviewers under Settings, Environments. ${otherPlans}`,
  });
}
