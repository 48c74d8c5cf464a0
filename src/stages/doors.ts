import type { GitHubAnswer } from "../domain/approval.ts";
import type { Finding } from "../domain/result.ts";
import type { JobFacts, World } from "../ports.ts";

/** What the findings of a pull request need of the world, as `ports.ts` names it. */
export interface PullRequestWorld extends World {
  readonly github: World["github"] & PullRequestDoor;
  readonly job: JobFacts & { readonly pullRequest: PullRequest | null; readonly workflow: string };
}

interface PullRequest {
  readonly number: number;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly headSha: string;
  /** Its token only reads. */
  readonly fromFork: boolean;
}

interface PullRequestDoor {
  stickyComment(comment: {
    readonly pullRequest: number;
    readonly marker: string;
    readonly body: string;
  }): Promise<GitHubAnswer<{ readonly created: boolean; readonly url: string }>>;
  checkRun(checkRun: {
    readonly name: string;
    readonly sha: string;
    readonly conclusion: "success" | "failure" | "neutral" | "cancelled" | "skipped";
    readonly title: string;
    readonly summary: string;
    readonly annotations: readonly { readonly finding: Finding; readonly title: string }[];
    readonly detailsUrl: string;
  }): Promise<GitHubAnswer<{ readonly url: string }>>;
  changedFiles(
    pullRequest: number,
  ): Promise<GitHubAnswer<readonly { readonly path: string; readonly addedLines: readonly number[] | null }[]>>;
}
