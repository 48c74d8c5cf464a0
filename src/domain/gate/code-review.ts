/** What GitHub says of the branch or tag of a run, and of the pull requests behind its commit. */

/** Where a branch or tag points now, seen from a commit. */
export interface RefStanding {
  /** Null where there is no such branch or tag, or the token may not see it. */
  readonly at: string | null;
  /** The commit is the one that it points at, or an ancestor of that. */
  readonly contains: boolean;
  /** How many commits it has beyond that commit, where it contains it. */
  readonly ahead: number;
}

/** A review of a pull request. States are strings, since GitHub adds words. */
export interface Review {
  /** `APPROVED`, `CHANGES_REQUESTED`, `DISMISSED`, `COMMENTED` or `PENDING`. */
  readonly state: string;
  readonly login: string;
  readonly userId: number;
  /** An app or a bot, and no person. */
  readonly bot: boolean;
  /** The commit that was reviewed; null where it is gone. */
  readonly commit: string | null;
}

/** A pull request that a commit belongs to. */
export interface PullRequestOfCommit {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly author: string;
  readonly authorId: number;
  readonly headSha: string;
  /** The commit that it was merged as; null where it is not merged. */
  readonly mergedAs: string | null;
}
