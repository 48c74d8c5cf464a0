import type { Judgement } from "../domain/evidence/result.ts";
import type { Approval, ApprovalRun, EnvironmentRules, JobEnvironment } from "../domain/gate/approval.ts";
import type { GitHubAnswer } from "../ports/github.ts";
import type { AskedOfPullRequest } from "./pull-request-approval.ts";
import { tokenRemedy } from "./token.ts";

/** What environment, protection, approval and self-approval are judged from. */
export interface ApprovalFacts {
  readonly environment: string;
  readonly selfApproval: "refuse" | "allow";
  readonly asked: AskedOfEnvironment | AskedOfPullRequest | { readonly by: "none" };
}

/** What GitHub says where the reviewers of the environment approve. */
export interface AskedOfEnvironment {
  readonly by: "environment";
  readonly jobEnvironment: GitHubAnswer<JobEnvironment>;
  readonly rules: GitHubAnswer<EnvironmentRules>;
  readonly approvals: GitHubAnswer<readonly Approval[]>;
  readonly run: GitHubAnswer<ApprovalRun>;
}

/**
 * The words of every report for what became of an approval. GitHub names no time and no attempt of an approval, nor do
 * we.
 */
export type ApprovalWord =
  | "approved"
  | "self-approved"
  | "not-approved"
  | "rejected"
  | "unprotected"
  | "not-gated"
  | "unverifiable";

/** What reading an approval needs, by who approves. */
const permissions = {
  environment: "actions: read, checks: read, contents: read, deployments: read",
  "pull-request": "actions: read, contents: read, pull-requests: read",
};

/** What GitHub did not answer: "could not be verified" is never "was not approved". */
export function notReadable(
  what: string,
  { environment, by }: { readonly environment: string; readonly by: keyof typeof permissions },
  { status, why }: { readonly status: number; readonly why: string },
): Judgement {
  const said = status === 0 || status === 200 ? why : `${status}, ${why}`;
  return refusedAs("unverifiable", {
    verdict: "error",
    reason_code: "approval_unreadable",
    says: `${what} could not be read: ${said}. Whether ${environment} was approved is not known.`,
    remedy:
      tokenRemedy({ status, why }) ??
      (status === 403 || status === 404
        ? `Give the job \`permissions: {${permissions[by]}}\`.`
        : "Run the job again when GitHub's API answers."),
  });
}

/** What is said where an approval does not count. */
export function refusedAs(
  word: ApprovalWord,
  why: Pick<Judgement, "reason_code" | "says"> & { readonly remedy: string; readonly verdict?: "fail" | "error" },
): Judgement {
  return { verdict: "fail", ...why, facts: { approval: word } };
}

/** GitHub compares names of environments and people without regard to case. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Each of the sentences whose condition holds. */
export function holding(sentences: readonly (readonly [boolean, string])[]): readonly string[] {
  return sentences.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
