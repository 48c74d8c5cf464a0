import type { GitHubAnswer } from "./github.ts";

/** A pull request, as far as a release that it may be in wants to know it. */
export interface ReleasedPull {
  readonly number: number;
  /** The commit that merged it; null where it was not merged. */
  readonly mergedAs: string | null;
  /** Issues of this repository that it closed. */
  readonly closes: readonly number[];
}

export interface ReleasedPulls {
  /** The pull requests of these numbers; one that GitHub does not know is left out. */
  releasedPulls(numbers: readonly number[]): Promise<GitHubAnswer<readonly ReleasedPull[]>>;
}
