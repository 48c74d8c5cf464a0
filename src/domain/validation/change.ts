import type { Finding } from "../evidence/result.ts";

/**
 * What a pull request changes: each file by its path from the repository's root, with the lines that are new or
 * changed; null where the lines are not known, as of a binary or very large file.
 */
export type Change = ReadonlyMap<string, ReadonlySet<number> | null>;

/** The change that a list of files makes. */
export function changeOf(
  files: readonly { readonly path: string; readonly addedLines: readonly number[] | null }[],
): Change {
  return new Map(files.map(({ path, addedLines }) => [path, addedLines === null ? null : new Set(addedLines)]));
}

/** A finding with what the change has to do with it; as it is when the change does not touch its file. */
export function placedIn(change: Change, finding: Finding): Finding {
  const { in_change: _, ...rest } = finding;
  const lines = rest.file === undefined ? undefined : change.get(rest.file);
  if (lines === undefined) return rest;
  return { ...rest, in_change: rest.line !== undefined && lines?.has(rest.line) === true ? "line" : "file" };
}

const severities: readonly Finding["severity"][] = ["error", "warning", "notice"];

/**
 * The order of a finding among others: first what blocks, then what this change touches, then by severity. Lower comes
 * first.
 */
export function rankOf({ in_change, severity }: Finding, blocking = false): readonly number[] {
  return [blocking ? 0 : 1, in_change === "line" ? 0 : in_change === "file" ? 1 : 2, severities.indexOf(severity)];
}

/** Compares two ranks; what is equal keeps its order. */
export function byRank(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Findings in the order in which a reader wants them: those of this change first, each part worst first. */
export function sorted(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => byRank(rankOf(a), rankOf(b)));
}
