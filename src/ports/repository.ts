import type { ChangedPath } from "../domain/brief/brief.ts";

/** A commit as a list of commits has it. */
export interface ListedCommit {
  readonly sha: string;
  readonly subject: string;
  readonly author: string;
}

/** Commits that are listed at most: nobody reads more. */
export const maxListed = 2_000;

/** git of the checked-out repository. */
export interface Repository {
  /** Whether there is a commit to ask about: the questions below throw where there is none. */
  standing(): Promise<"ready" | "none" | "empty" | "of another owner" | "no git">;
  /** Full ids of the commit and its tree, as checked out, and when it was committed: ISO 8601 in UTC. */
  head(): Promise<{ readonly sha: string; readonly tree: string; readonly committedAt?: string }>;
  /** Tracked files with uncommitted changes, as `git status --porcelain` names them. */
  changes(): Promise<readonly string[]>;
  /**
   * Every file that is not as the commit has it, or that it does not have, by path from the root; ignored files aside.
   */
  differing(): Promise<readonly { readonly path: string; readonly tracked: boolean }[]>;
  /**
   * Every tracked file with its git object id, by path from the root; `untouched` when nothing beside them and the
   * ignored lies there.
   */
  tracked(): Promise<{
    readonly files: ReadonlyMap<string, string>;
    readonly untouched: boolean;
    /**
     * Tracked paths whose changes git does not see: links that lead out of the repository, submodules, and files that
     * it was set to overlook.
     */
    readonly foreign: readonly string[];
  }>;
  /** Files and whole folders (with a slash at the end) that git ignores and that exist, by path from the root. */
  ignored(): Promise<readonly string[]>;
  /** True when the history is cut off, as `actions/checkout` does by default: tags and commits may be missing. */
  isShallow(): Promise<boolean>;
  /** Every tag here, with the commit that it points at. */
  tags(): Promise<readonly { readonly name: string; readonly commit: string }[]>;
  /** The commit that a revision names; null when it is not here. */
  commitOf(revision: string): Promise<string | null>;
  /**
   * Files below a folder as a revision has them: absolute path and git's id of the content. Null when that revision is
   * not here (a shallow clone).
   */
  filesAt(revision: string, folder: string): Promise<ReadonlyMap<string, string> | null>;
  /** Commits that `to` has and `from` does not, newest first, at most `maxListed`. Throws where either is not here. */
  commitsBetween(from: string, to: string): Promise<readonly ListedCommit[]>;
  /** Files that two commits have differently, by path from the root; what was renamed was removed and added. */
  changedBetween(from: string, to: string): Promise<readonly ChangedPath[]>;
  /** The text of a file at a commit, by path from the root; null where that has none. Throws where it is too large. */
  fileAt(commit: string, path: string): Promise<string | null>;
  /** Lays a commit's files into a folder beside the checkout for as long as the work takes. */
  atCommit<T>(commit: string, folder: string, work: () => Promise<T>): Promise<T>;
}
