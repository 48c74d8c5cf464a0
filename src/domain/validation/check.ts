/** How a check counts: `must` blocks, `should` is shown, `off` is not run and says so. */
export const levels = ["must", "should", "off"] as const;
export type Level = (typeof levels)[number];

/**
 * The level of a check that the settings do not name. `must-to-ship` is a MUST where a commit is about to ship, and a
 * SHOULD on a pull request or another branch, whose version and CHANGELOG may still be written.
 */
export type DefaultLevel = Level | "must-to-ship";

/**
 * True where the commit is only proposed: a pull request, or a merge queue. One that was merged, as `types: [closed]`
 * hears of it, is a commit of its branch: the ref is that branch then, under the same name of the event.
 */
export function isProposed({ eventName, ref }: { readonly eventName: string; readonly ref: string }): boolean {
  if (eventName === "pull_request") return !ref.startsWith("refs/heads/");
  return /^(pull_request|merge_group)/.test(eventName);
}

/**
 * True where the commit is about to ship: on the branch that is deployed, or where that branch is not known, so that
 * nothing is let through by not knowing. Not on a pull request, in a merge queue, or on another branch. A tag is what a
 * release is made from: it ships.
 */
export function ships(job: {
  readonly eventName: string;
  readonly ref: string;
  readonly defaultBranch?: string | null;
}): boolean {
  if (isProposed(job)) return false;
  return !job.defaultBranch || !job.ref.startsWith("refs/heads/") || job.ref === `refs/heads/${job.defaultBranch}`;
}

/**
 * The level that a default stands for. `ships` is true where the commit is on the branch that is deployed, or where
 * that is not known.
 */
export function defaultLevel(level: DefaultLevel, ships: boolean): Level {
  if (level !== "must-to-ship") return level;
  return ships ? "must" : "should";
}
