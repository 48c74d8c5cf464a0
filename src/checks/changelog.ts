import { isAbsolute, join } from "node:path";
import { changelogSections, type Section } from "../domain/changelog.ts";
import { daysAhead, isDay } from "../domain/day.ts";
import type { Finding, Judgement } from "../domain/result.ts";
import type { Files } from "../ports.ts";
import type { Settings } from "../settings/settings.ts";

/** The CHANGELOG as it was found. `file` is its path in the repository. */
export type Changelog = { readonly file: string } & ({ readonly text: string | null } | { readonly unreadable: string });

/** What the CHANGELOG says of a version: the judgement, and the release notes where it passed. */
export interface Documented {
  readonly judgement: Judgement;
  readonly notes: string | null;
}

/** Largest CHANGELOG that is read. */
const maxBytes = 8 << 20;

/** Reads the file that the settings name, else CHANGELOG.md of the mix project, else that of the repository. `path` maps a file to the repository. */
export async function readChangelog(
  files: Files,
  { changelogFile, projectPath }: Pick<Settings, "changelogFile" | "projectPath">,
  workspace: string,
  path: (file: string) => string,
): Promise<Changelog> {
  const places = changelogFile === null ? [join(projectPath, "CHANGELOG.md"), "CHANGELOG.md"] : [changelogFile];
  for (const place of places) {
    const absolute = isAbsolute(place) ? place : join(workspace, place);
    const file = path(absolute);
    try {
      const text = await files.read(absolute, maxBytes);
      if (text !== null) return { file, text };
    } catch (error) {
      return { file, unreadable: error instanceof Error ? error.message : String(error) };
    }
  }
  return { file: changelogFile ?? "CHANGELOG.md", text: null };
}

/** Phase 6: CHANGELOG updated. One section for this version, dated, that says something: its text is the release notes. */
export function judgeChangelog(changelog: Changelog, version: string, now: Date): Documented {
  const { file } = changelog;
  const heading = `\`## [${version}] - YYYY-MM-DD\``;
  const open = (says: string, remedy: string, line = 1): Documented => ({
    judgement: {
      verdict: "fail",
      reason_code: "changelog_incomplete",
      says,
      remedy,
      findings: [{ severity: "error", message: `${says} ${remedy}`, file, line, rule: "changelog" }],
    },
    notes: null,
  });
  if ("unreadable" in changelog) {
    const says = `${file} cannot be read: ${changelog.unreadable}.`;
    return {
      judgement: { verdict: "error", reason_code: "not_judged", says, remedy: "Mend the file: UTF-8, at most 8 MiB." },
      notes: null,
    };
  }
  if (changelog.text === null) return open(`There is no ${file}.`, `Write one with a section ${heading}.`);

  const sections = changelogSections(changelog.text);
  const [section, second] = sections.filter((one) => one.version === version);
  if (section === undefined)
    return open(`${file} has no section for ${version}.`, `Add ${heading}, and say what changed.`, sections[0]?.line);
  const { line, date } = section;
  const its = `The section for ${version} in ${file}`;
  if (second !== undefined)
    return open(`${file} has two sections for ${version}, in lines ${line} and ${second.line}.`, "Make them one.", second.line);
  if (section.empty) return open(`${its} is empty.`, "Say in it what changed.", line);
  if (date === null) return open(`${its} has no date.`, `Write its heading as ${heading}.`, line);
  if (!isDay(date)) return open(`${its} is dated ${date}, a day that does not exist.`, `Write its heading as ${heading}.`, line);
  // A day of grace: the earth has time zones.
  if (daysAhead(date, now) > 1) return open(`${its} is dated ${date}, which is still to come.`, "Date it on the day of the release.", line);
  return {
    judgement: {
      verdict: "pass",
      reason_code: "passed",
      says: `${file} has a section for ${version}, dated ${date}.`,
      facts: { file, line, date },
      findings: leftOver(sections, version, file),
    },
    notes: section.text,
  };
}

/** What still waits under `[Unreleased]` while this version ships: shown, since it may belong into this section. */
function leftOver(sections: readonly Section[], version: string, file: string): readonly Finding[] {
  return sections
    .filter((one) => one.version === null && !one.empty)
    .map(({ line }) => ({
      severity: "warning",
      message: `[Unreleased] still holds entries while ${version} ships: move what ships into its section.`,
      file,
      line,
      rule: "changelog",
    }));
}
