import type { Proof } from "../domain/exit-gate.ts";

/** The section of one version in a CHANGELOG: its text is the release notes. */
export interface Section {
  /** The heading's date, `YYYY-MM-DD`; null when it has none that exists. */
  readonly date: string | null;
  /** The text below the heading, up to the next version, without the link definitions at its end. */
  readonly text: string;
  /** True when nothing stands there but headings. */
  readonly empty: boolean;
}

/** `## [1.1.0] - 2026-11-24` (Keep a Changelog), `## [1.1.0](url) (2026-11-24)` (release-please), `## 1.1.0`, `## v1.1.0`, `## [Unreleased]`. */
const versionHeading = /^#{1,3}\s+\[?(?:v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)|unreleased)\]?(?:\([^)]*\))?\s*(?:$|[-–—:/(]\s*|(?=\d{4}-))(.*)$/i;

/** Finds a version's section; null when there is none. What stands in code fences is no heading. */
export function changelogSection(changelog: string, version: string): Section | null {
  const lines = changelog.split(/\r?\n/);
  const headings = headingsOf(lines);
  const at = headings.findIndex((one) => one.version === version);
  const found = headings[at];
  if (found === undefined) return null;
  const body = lines.slice(found.line + 1, headings[at + 1]?.line);
  const text = body
    .filter((line) => !/^\[[^\]]+\]:\s/.test(line))
    .join("\n")
    .trim();
  const date = /\b\d{4}-\d{2}-\d{2}\b/.exec(found.rest)?.[0] ?? "";
  return { date: exists(date) ? date : null, text, empty: text.split("\n").every((line) => /^\s*(#.*)?$/.test(line)) };
}

/** Phase 6: CHANGELOG updated. The section must be there, dated, and say something. `changelog` is null when there is no file. */
export function judgeChangelog(changelog: string | null, version: string): Proof {
  const open = (restsOn: string, toClose: string): Proof => ({ closed: false, restsOn, toClose });
  const heading = `\`## [${version}] - YYYY-MM-DD\``;
  if (changelog === null) return open("There is no CHANGELOG.md.", `Write one with a section ${heading}.`);
  const section = changelogSection(changelog, version);
  if (section === null) return open(`CHANGELOG.md has no section for ${version}.`, `Add ${heading}, and say what changed.`);
  if (section.empty) return open(`The section for ${version} in CHANGELOG.md is empty.`, "Say in it what changed.");
  if (section.date === null) return open(`The section for ${version} in CHANGELOG.md has no date.`, `Write its heading as ${heading}.`);
  return { closed: true, restsOn: `CHANGELOG.md has a section for ${version}, dated ${section.date}.`, toClose: "" };
}

function headingsOf(
  lines: readonly string[],
): readonly { readonly line: number; readonly version: string | null; readonly rest: string }[] {
  let fence = "";
  return lines.flatMap((text, line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? "";
    if (mark !== "" && (fence === "" || (mark.startsWith(fence) && text.trim() === mark))) fence = fence === "" ? mark : "";
    if (mark !== "" || fence !== "") return [];
    const heading = versionHeading.exec(text);
    return heading === null ? [] : [{ line, version: heading[1] ?? null, rest: heading[2] ?? "" }];
  });
}

function exists(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
