/** Before every command: no monitor that the checkout's own configuration names is started. */
export const gitOptions = ["-c", "core.fsmonitor=false"] as const;

/**
 * The newest version tag that was reachable before this commit: a tag on the commit itself is the version that is about
 * to ship.
 */
export function newestVersionTag(patterns: readonly string[]) {
  const usual = ["v[0-9]*", "[0-9]*.[0-9]*"];
  const matches = (patterns.length === 0 ? usual : patterns).flatMap((one) => ["--match", one]);
  return ["git", ...gitOptions, "describe", "--tags", "--abbrev=0", ...matches, "HEAD^"] as const;
}
