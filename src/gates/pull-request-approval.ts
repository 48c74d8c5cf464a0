import type { Judgement } from "../domain/evidence/result.ts";
import type { ApprovalRun } from "../domain/gate/approval.ts";
import type { PullRequestOfCommit, Review } from "../domain/gate/code-review.ts";
import { counted, someOf } from "../domain/values/plural.ts";
import type { GitHubAnswer } from "../ports/github.ts";
import { notReadable, refusedAs } from "./approval-facts.ts";
import { notJudged } from "./gate.ts";

/** A pull request of this commit with its reviews, and what each reviewer may do with the repository. */
export interface ReviewedPullRequest {
  readonly pull: PullRequestOfCommit;
  readonly reviews: GitHubAnswer<readonly Review[]>;
  /** By login; of reviewers whose opinion decides. */
  readonly permissions: Readonly<Record<string, GitHubAnswer<string>>>;
}

/** What GitHub says where reviews of the pull request approve. */
export interface AskedOfPullRequest {
  readonly by: "pull-request";
  /** How many approving reviews are required. */
  readonly required: number;
  readonly sha: string;
  readonly pulls: GitHubAnswer<readonly ReviewedPullRequest[]>;
  readonly run: GitHubAnswer<ApprovalRun>;
}

/** Who approved, of a pull request that is about this very commit; or why there is no such approval. */
type Counted =
  | { readonly pull: PullRequestOfCommit; readonly approving: readonly Review[] }
  | { readonly refused: Judgement };

/** The last opinion of each reviewer: a comment changes none, a dismissed review is none. */
export function opinionsOf(reviews: readonly Review[]): readonly Review[] {
  const deciding = reviews.filter(({ state }) => ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(state));
  return [...new Map(deciding.map((one) => [one.userId, one])).values()];
}

/**
 * Reviews count that approve the exact commit, by people who may write. The commit is the head that was merged as this
 * run's commit, or this run's commit itself.
 */
export function judgePullRequest(environment: string, asked: AskedOfPullRequest): Judgement {
  const counted = countedBy(environment, asked);
  if ("refused" in counted) return counted.refused;
  const { pull, approving } = counted;
  const names = loginsOf(approving);
  return {
    verdict: "pass",
    reason_code: "approved",
    says: `${names.join(", ")} approved #${pull.number} at ${pull.headSha.slice(0, 12)}, which is this commit.`,
    facts: {
      ...{ approval: "approved", by: "pull-request", approvers: names.join(", "), self_approved: false },
      ...{ pull_request: pull.number, reviewed: pull.headSha, required: asked.required },
    },
    warnings: [`${environment} is approved by reviews of the pull request: GitHub did not hold this job for a person.`],
  };
}

/** Of those who approved, enough are neither the author nor who started the run or merged, which pushes. */
export function judgeOtherReviewers(
  environment: string,
  asked: AskedOfPullRequest,
  rule: "refuse" | "allow",
): Judgement {
  const counted = countedBy(environment, asked);
  if ("refused" in counted) return notJudged("there is no approval that counts");
  if (!asked.run.ok) return notReadable("This run", { environment, by: "pull-request" }, asked.run);
  const { pull, approving } = counted;
  const { actorId, triggeringActorId } = asked.run.value;
  const others = approving.filter(({ userId }) => ![pull.authorId, actorId, triggeringActorId].includes(userId));
  if (others.length >= asked.required) {
    const says = `${loginsOf(others).join(", ")} neither wrote #${pull.number} nor started this run.`;
    return { verdict: "pass", reason_code: "passed", says };
  }
  const own = loginsOf(approving.filter((one) => !others.includes(one))).join(", ");
  if (rule === "allow") {
    const says = `${own} approved #${pull.number} and started this run (\`self-approval: allow\`).`;
    return { verdict: "pass", reason_code: "approved", says, facts: { approval: "self-approved" }, warnings: [says] };
  }
  return refusedAs("self-approved", {
    reason_code: "self_approval",
    says:
      `${own} approved #${pull.number} and wrote it or started this run: ` +
      `${others.length} of ${asked.required} required approvals are by others.`,
    remedy:
      "Let somebody else merge or start the run, or have another person approve the pull request. " +
      "`self-approval: allow` counts them, and the report shows it.",
  });
}

function countedBy(environment: string, { sha, pulls, required }: AskedOfPullRequest): Counted {
  if (!pulls.ok)
    return { refused: notReadable("The pull requests of this commit", { environment, by: "pull-request" }, pulls) };
  const exact = pulls.value.filter(({ pull }) => pull.mergedAs === sha || pull.headSha === sha);
  const [first] = exact;
  if (first === undefined) return { refused: noPullRequest(sha, pulls.value) };
  const results = exact.map((one) => countedOf(environment, one, required));
  return results.find((one) => "approving" in one) ?? results[0] ?? { refused: noPullRequest(sha, []) };
}

function countedOf(
  environment: string,
  { pull, reviews, permissions }: ReviewedPullRequest,
  required: number,
): Counted {
  if (!reviews.ok)
    return { refused: notReadable(`The reviews of #${pull.number}`, { environment, by: "pull-request" }, reviews) };
  const opinions = opinionsOf(reviews.value);
  const unknown = opinions.map(({ login }) => permissions[login]).find((one) => one !== undefined && !one.ok);
  if (unknown !== undefined && !unknown.ok)
    return {
      refused: notReadable(`What reviewers of #${pull.number} may do`, { environment, by: "pull-request" }, unknown),
    };
  const writes = ({ login }: Review) => {
    const answer = permissions[login];
    return answer?.ok === true && ["admin", "maintain", "write"].includes(answer.value);
  };
  const against = opinions.filter((one) => one.state === "CHANGES_REQUESTED" && writes(one));
  if (against.length > 0) {
    const says = `${loginsOf(against).join(", ")} requested changes of #${pull.number}.`;
    const remedy = "Make the changes in a new pull request, or have the review dismissed, and run the job again.";
    return { refused: refusedAs("rejected", { reason_code: "approval_rejected", says, remedy }) };
  }
  const why = opinions.map((one) => ({ one, not: doesNotCount(one, pull, writes(one)) }));
  const approving = why.flatMap(({ one, not }) => (not === null ? [one] : []));
  if (approving.length >= required) return { pull, approving };
  const others = why.flatMap(({ one, not }) => (not === null ? [] : [`${one.login} ${not}`]));
  return {
    refused: refusedAs("not-approved", {
      reason_code: "approval_missing",
      says:
        `#${pull.number} has ${counted(approving.length, "approving review")} of ${required} at ` +
        `${pull.headSha.slice(0, 12)}${others.length === 0 ? "" : `, since ${someOf(others)}`}.`,
      remedy: "Have people with write access approve the newest commit of the pull request, and run the job again.",
    }),
  };
}

/** Why an opinion is no approval; null where it is one. */
function doesNotCount(
  { state, bot, commit }: Review,
  { headSha }: PullRequestOfCommit,
  writes: boolean,
): string | null {
  if (state === "DISMISSED") return "was dismissed";
  if (state !== "APPROVED") return "has not approved";
  if (bot) return "is no person";
  if (!writes) return "may not write";
  return commit === headSha ? null : `approved ${commit?.slice(0, 12) ?? "another commit"}`;
}

function noPullRequest(sha: string, pulls: readonly ReviewedPullRequest[]): Judgement {
  const commit = sha.slice(0, 12);
  const numbers = pulls.map(({ pull }) => `#${pull.number}`).join(", ");
  return refusedAs("not-approved", {
    reason_code: "approval_missing",
    says:
      numbers === ""
        ? `Commit ${commit} belongs to no pull request, so nobody reviewed it.`
        : `Commit ${commit} is part of ${numbers}, but is not what was merged: reviews are bound to another commit.`,
    remedy: "Merge the change by a pull request that is reviewed, and deploy the commit that it was merged as.",
  });
}

function loginsOf(reviews: readonly Review[]): readonly string[] {
  return [...new Set(reviews.map(({ login }) => login))];
}
