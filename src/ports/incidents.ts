import type { GitHubAnswer } from "./github.ts";
import type { ListedCommit } from "./repository.ts";

/** The one issue that a marker names. */
export interface MarkedIssue {
  /** An HTML comment on one line, which the text of the issue begins with. */
  readonly marker: string;
  readonly title: string;
  /** What follows the marker, of the issue and of each comment. The caller cuts it: GitHub takes 65,536 characters. */
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/** What became of it. */
export interface WrittenIssue {
  readonly number: number;
  readonly url: string;
  /** False where the issue was there, and has one comment more. */
  readonly created: boolean;
  /** What GitHub refused of labels and assignees; empty where it took them. */
  readonly without: string;
}

/** What is written and asked after a rollback. */
export interface Incidents {
  /** Opens the issue; where the marker names one that we wrote ourselves, comments on it and reopens it. */
  markedIssue(issue: MarkedIssue): Promise<GitHubAnswer<WrittenIssue>>;
  /**
   * Commits that `to` has and `from` does not, newest first, without a checkout: at most 250, and how many there are.
   */
  comparedCommits(
    from: string,
    to: string,
  ): Promise<GitHubAnswer<{ readonly total: number; readonly commits: readonly ListedCommit[] }>>;
  /** The commit of a branch or tag (`tags/v1.2.3`); null where there is none of that name. */
  commitOfRef(ref: string): Promise<GitHubAnswer<string | null>>;
}
