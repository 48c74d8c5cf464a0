/** How a check counts: `must` blocks, `should` is shown, `off` is not run and says so. */
export const levels = ["must", "should", "off"] as const;
export type Level = (typeof levels)[number];

/** How sure sobelow is of a finding, least first. */
export const confidences = ["low", "medium", "high"] as const;
export type Confidence = (typeof confidences)[number];

/**
 * The level of a check that the settings do not name. `must-to-ship` is a MUST where a commit is about to ship, and a
 * SHOULD on a pull request or another branch, whose version and CHANGELOG may still be written.
 */
type DefaultLevel = "must" | "should" | "must-to-ship";

/** Every check of validate, by id, in the order of Phase 6's list: under the document's words, with its level there. */
const table = {
  compile: { title: "mix compile --warnings-as-errors", level: "must" },
  format: { title: "mix format --check-formatted", level: "must" },
  test: { title: "mix test", level: "must" },
  coverage: { title: "mix test --cover", level: "must" },
  credo: { title: "mix credo --strict", level: "must" },
  sobelow: { title: "mix sobelow", level: "must" },
  "hex-audit": { title: "mix hex.audit", level: "must" },
  "deps-audit": { title: "mix deps.audit", level: "must" },
  "unused-deps": { title: "mix deps.unlock --check-unused", level: "should" },
  dialyzer: { title: "mix dialyzer", level: "should" },
  release: { title: "MIX_ENV=prod mix release", level: "must" },
  migrations: { title: "mix ecto.migrate, mix ecto.rollback", level: "must" },
  "migration-safety": { title: "Migrations are safe under traffic", level: "should" },
  version: { title: "Version bumped in mix.exs", level: "must-to-ship" },
  changelog: { title: "CHANGELOG updated", level: "must-to-ship" },
  "rollback-plan": { title: "Rollback plan documented", level: "must-to-ship" },
  backup: { title: "Backup named in the settings", level: "should" },
} as const satisfies Record<string, { readonly title: string; readonly level: DefaultLevel }>;

export type CheckId = keyof typeof table;
export const checkIds = Object.keys(table) as readonly CheckId[];

/** Phase 6's words for a check. */
export function titleOf(id: CheckId): string {
  return table[id].title;
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
  if (/^(pull_request|merge_group)/.test(job.eventName)) return false;
  return !job.defaultBranch || !job.ref.startsWith("refs/heads/") || job.ref === `refs/heads/${job.defaultBranch}`;
}

/**
 * Phase 6's level of a check. `ships` is true where the commit is on the branch that is deployed, or where that is not
 * known.
 */
export function defaultLevel(id: CheckId, ships: boolean): Exclude<Level, "off"> {
  const { level } = table[id];
  if (level !== "must-to-ship") return level;
  return ships ? "must" : "should";
}
