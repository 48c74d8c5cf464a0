import type { Finding } from "../domain/evidence/result.ts";
import type { Approval, ApprovalRun, EnvironmentRules, JobEnvironment } from "../domain/gate/approval.ts";
import type { PullRequestOfCommit, RefStanding, Review } from "../domain/gate/code-review.ts";
import type { Deployments } from "./deployments.ts";
import type { Incidents } from "./incidents.ts";
import type { ReleasePages } from "./release-pages.ts";
import type { ReleasedPulls } from "./released-pulls.ts";

/**
 * An answer of GitHub's API: a value, or its HTTP status and the reason ("Resource not accessible by integration");
 * status 0 when none came.
 */
export type GitHubAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly why: string };

/** The one comment that a marker names on a pull request or an issue. */
export interface StickyComment {
  readonly pullRequest: number;
  /**
   * An HTML comment on one line, such as `<!-- phoenix-deploy:report:v1 key=deploy/staging -->`: what the comment
   * begins with.
   */
  readonly marker: string;
  /** What follows the marker. The caller cuts it: GitHub takes 65,536 characters of both together. */
  readonly body: string;
  /** Update the comment where there is one, and write none where there is not. */
  readonly updateOnly?: boolean;
}

/** A finished check run. The caller cuts the summary: GitHub takes 65,535 characters. */
export interface CheckRun {
  readonly name: string;
  /** The commit that it is shown on: of a pull request its head, not the merge commit. */
  readonly sha: string;
  readonly conclusion: "success" | "failure" | "neutral" | "cancelled" | "skipped";
  readonly title: string;
  readonly summary: string;
  /** As many as there are; a finding without a file has no place in a check run and is left out. */
  readonly annotations: readonly { readonly finding: Finding; readonly title: string }[];
  readonly detailsUrl: string;
}

/** A file of a pull request. */
export interface ChangedFile {
  readonly path: string;
  /**
   * The lines that the pull request adds or changes, numbered as in its head; null when GitHub gives no patch (binary,
   * or too large).
   */
  readonly addedLines: readonly number[] | null;
}

/** A deployment to an environment that succeeded. */
export interface SucceededDeployment {
  /** Full id of its commit. */
  readonly sha: string;
  readonly at: string;
}

/** An issue of the repository; GitHub counts pull requests among them. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly labels: readonly string[];
  readonly isPull: boolean;
}

/** A job of a run, in one of its attempts. */
export interface JobOfRun {
  /** As GitHub shows it: the id in the workflow unless it has a `name`, behind those of the workflows that call it. */
  readonly name: string;
  /** Null while it has not ended. */
  readonly conclusion: string | null;
  /** A runner had it. One that was rejected, or cancelled while it waited, never began. */
  readonly began: boolean;
}

/** Nothing here throws: an answer that refuses, or did not come, is an answer. */
export interface GitHub extends Deployments, Incidents, ReleasePages, ReleasedPulls {
  environment(name: string): Promise<GitHubAnswer<EnvironmentRules>>;
  approvals(): Promise<GitHubAnswer<readonly Approval[]>>;
  run(): Promise<GitHubAnswer<ApprovalRun>>;
  /** The jobs of all attempts of this run. */
  jobsOfRun(): Promise<GitHubAnswer<readonly JobOfRun[]>>;
  /**
   * The environment of the deployment that belongs to this very job, and how that was found out; null name when the job
   * has none.
   */
  jobEnvironment(jobId: string, sha: string, environment: string): Promise<GitHubAnswer<JobEnvironment>>;
  /** Where a branch or tag (`refs/heads/main`) points now, seen from a commit. */
  refStanding(ref: string, sha: string): Promise<GitHubAnswer<RefStanding>>;
  /** The pull requests that a commit belongs to. */
  pullRequestsOf(sha: string): Promise<GitHubAnswer<readonly PullRequestOfCommit[]>>;
  /** The reviews of a pull request, the oldest first. */
  reviewsOf(pullRequest: number): Promise<GitHubAnswer<readonly Review[]>>;
  /** `admin`, `write`, `read` or `none`: what a person may do with the repository. */
  permissionOf(login: string): Promise<GitHubAnswer<string>>;
  /** Is a person in a team (`org/slug`)? Only a token that may read the organization's members gets an answer. */
  memberOfTeam(team: string, login: string): Promise<GitHubAnswer<boolean>>;
  /**
   * Updates the newest comment that begins with the marker and that we wrote ourselves; creates one where there is
   * none. The address is null where there is none and none was wanted.
   */
  stickyComment(
    comment: StickyComment,
  ): Promise<GitHubAnswer<{ readonly created: boolean; readonly url: string | null }>>;
  /** Creates a check run with all its annotations. */
  checkRun(checkRun: CheckRun): Promise<GitHubAnswer<{ readonly url: string }>>;
  /** At most 3,000 files: GitHub lists no more. */
  changedFiles(pullRequest: number): Promise<GitHubAnswer<readonly ChangedFile[]>>;
  /** The newest deployment to an environment that succeeded, also where another one followed; null where none did. */
  lastDeployment(environment: string): Promise<GitHubAnswer<SucceededDeployment | null>>;
  /** The hundred issues that were opened last, the newest first. */
  newestIssues(): Promise<GitHubAnswer<readonly Issue[]>>;
}
