/** The newest version tag that was reachable before this commit: a tag on the commit itself is the version that is about to ship. */
export const newestVersionTag = [
  "git",
  "describe",
  "--tags",
  "--abbrev=0",
  "--match",
  "v[0-9]*",
  "--match",
  "[0-9]*.[0-9]*",
  "HEAD^",
] as const;
