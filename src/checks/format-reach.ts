import type { Finding } from "../domain/evidence/result.ts";
import { someOf } from "../domain/values/plural.ts";
import type { FormatArtefact } from "./format.ts";

/** What mix format reached of the files that git tracks. Paths from the repository's root. */
export interface Reach {
  /** Files that it read. */
  readonly read: number;
  /** Tracked sources that no pattern matches and none excludes. */
  readonly unmatched: readonly string[];
  /** Folders of code or tests of which it read no file at all. */
  readonly missed: readonly string[];
}

/**
 * `sources` are the tracked Elixir and HEEx files of the repository; those of other projects in it are theirs. `path`
 * maps a file to the repository.
 */
export function reachOf(seen: FormatArtefact, sources: readonly string[], path: (file: string) => string): Reach {
  const root = path(".");
  const apps = seen.apps.map(path);
  const inside = (folder: string) => (file: string) => folder === "" || file.startsWith(`${folder}/`);
  const strangers = sources
    .filter((file) => /(^|\/)mix\.exs$/.test(file))
    .map((file) => file.replace(/\/?mix\.exs$/, ""))
    .filter((folder) => folder !== root && inside(root)(folder) && !apps.includes(folder));
  const mine = sources.filter(inside(root)).filter((file) => !strangers.some((folder) => inside(folder)(file)));

  const known = new Set([...seen.read, ...seen.excluded].map(path));
  const read = new Set(seen.read.map(path));
  // It is the formatter's own: `mix new --umbrella` writes one that no pattern matches.
  const unmatched = mine.filter((file) => !known.has(file) && !/(^|\/)\.formatter\.exs$/.test(file));
  const untouched = (folder: string) => {
    const code = mine.filter((file) => inside(folder)(file) && /\.exs?$/.test(file));
    return code.length > 0 && !code.some((file) => read.has(file));
  };
  const missed = [...apps].sort().flatMap((app) => {
    if (app !== root && untouched(app)) return [app];
    return ["lib", "test"].map((name) => (app === "" ? name : `${app}/${name}`)).filter(untouched);
  });
  return { read: seen.read.length, unmatched, missed };
}

/** The files that no pattern matches, as one notice. */
export function unmatchedNotice({ unmatched }: Reach, formatter: string): readonly Finding[] {
  if (unmatched.length === 0) return [];
  const files = unmatched.length === 1 ? "1 tracked file" : `${unmatched.length} tracked files`;
  const message =
    `mix format does not read ${files}, since no \`inputs\` or \`subdirectories\` of .formatter.exs match: ` +
    `${someOf(unmatched)}.`;
  return [{ severity: "notice", message, rule: "formatter-inputs", file: formatter, line: 1 }];
}
