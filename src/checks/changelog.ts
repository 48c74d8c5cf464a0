import { join } from "node:path";
import { handover } from "../domain/evidence/handover.ts";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { changelogSections, type Section } from "../domain/release/changelog.ts";
import { daysAhead } from "../domain/values/day.ts";
import { errorText } from "../domain/values/error-text.ts";
import type { Files } from "../ports/files.ts";
import { repositoryPath } from "../settings/values.ts";
import type { Candidate } from "./candidate.ts";
import { defineCheck, type Options } from "./define.ts";
import { goodVersion } from "./version.ts";

/** The notes of the release that ships, from the repository's root. */
const notesFile = `${handover.report}/release-notes.md`;

const settings = { file: repositoryPath.optional() };

export default defineCheck({
  id: "changelog",
  title: "CHANGELOG updated",
  level: "must-to-ship",
  docs: {
    passes: "there is one section for the version that says something",
    more: "`file`, from the repository's root; else see below",
  },
  settings,
  vm: "none",
  writes: [notesFile],
  judge: documented,
  // No short command judges alike; the sentence names the file and the value.
  byHand: () => "",
});

/** Judges the CHANGELOG of the version that ships, and writes its release notes where it passes. */
async function documented(candidate: Candidate, { file }: Options<typeof settings>) {
  const { context, versions } = candidate;
  const version = goodVersion(versions);
  if (version === null && "verdict" in versions && versions.reason_code === "not_applicable") return versions;
  if (version === null) {
    const says = "Which version the CHANGELOG should have a section for is unknown.";
    return { verdict: "error", reason_code: "not_judged", says, remedy: "Fix what `version` names." } as const;
  }
  const names = "verdict" in versions ? [] : versions.rules.names;
  const { files, job, clock, path } = context;
  const from = { file: file ?? null, projectPath: candidate.settings.projectPath, workspace: job.workspace };
  const changelog = await readChangelog(files, from, path);
  const { judgement, notes } = judgeChangelog(changelog, { version, names }, clock.now());
  if (notes === null) return judgement;
  await files.write(join(job.workspace, notesFile), `${notes}\n`);
  candidate.output("release-notes-file", notesFile);
  return judgement;
}

/** The CHANGELOG as it was found. `file` is its path in the repository. */
export type Changelog = { readonly file: string } & (
  | { readonly text: string | null }
  | { readonly unreadable: string }
);

/** What the CHANGELOG says of a version: the judgement, and the release notes where it passed. */
export interface Documented {
  readonly judgement: Judgement;
  readonly notes: string | null;
}

/** Largest CHANGELOG that is read. */
const maxBytes = 8 << 20;

/** What a CHANGELOG is called, most usual first; upper and lower case are one. */
const fileNames = ["changelog", "changes", "history", "release_notes", "release-notes", "releases", "news"];
const fileEndings = [".md", ".markdown", "", ".txt", ".rst"];
const folders = [".", "docs", "doc"];

/** Where a CHANGELOG is looked for: `file` where the settings name it, from the repository's root. */
interface ChangelogPlace {
  readonly file: string | null;
  readonly projectPath: string;
  readonly workspace: string;
}

/**
 * Reads the file that the settings name, else the CHANGELOG of the mix project, else that of the repository. `path`
 * maps a file to the repository.
 */
export async function readChangelog(
  files: Files,
  { file: named, projectPath, workspace }: ChangelogPlace,
  path: (file: string) => string,
): Promise<Changelog> {
  const absolute = named === null ? await usualFile(files, projectPath, workspace) : join(workspace, named);
  if (absolute === null) return { file: "CHANGELOG.md", text: null };
  const file = path(absolute);
  try {
    return { file, text: await files.read(absolute, maxBytes) };
  } catch (error) {
    return { file, unreadable: errorText(error) };
  }
}

async function usualFile(files: Files, projectPath: string, workspace: string): Promise<string | null> {
  for (const root of new Set([projectPath, workspace])) {
    for (const folder of folders) {
      const names = await files.list(join(root, folder));
      const usual = fileNames.flatMap((name) => fileEndings.map((ending) => `${name}${ending}`));
      for (const wanted of usual) {
        const found = names.find((name) => name.toLowerCase() === wanted);
        // A folder of that name holds fragments, and is no CHANGELOG.
        if (found !== undefined && !(await isFolder(files, join(root, folder, found))))
          return join(root, folder, found);
      }
    }
  }
  return null;
}

async function isFolder(files: Files, path: string): Promise<boolean> {
  return files.read(path, maxBytes).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "EISDIR",
  );
}

/** What ships: its version, and the names under which a CHANGELOG of several applications may have it. */
export interface Documents {
  readonly version: string;
  readonly names: readonly string[];
}

/** Phase 6: CHANGELOG updated. One section for this version that says something: its text is the release notes. */
export function judgeChangelog(changelog: Changelog, { version, names }: Documents, now: Date): Documented {
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
      judgement: {
        verdict: "error",
        reason_code: "not_judged",
        says,
        remedy: "Save it as UTF-8 text of at most 8 MiB.",
      },
      notes: null,
    };
  }
  if (changelog.text === null) return missing(file, heading);

  const sections = changelogSections(changelog.text);
  const [section, second] = sectionsOf(sections, { version, names });
  if (section === undefined)
    return open(`${file} has no section for ${version}.`, `Add ${heading}, and say what changed.`, sections[0]?.line);
  const { line, date } = section;
  const its = `The section for ${version} in ${file}`;
  if (second !== undefined)
    return open(
      `${file} has two sections for ${version}, in lines ${line} and ${second.line}.`,
      "Make them one.",
      second.line,
    );
  if (section.empty) return open(`${its} is empty.`, "Say in it what changed.", line);
  if (date?.days.length === 0)
    return open(`${its} is dated ${date.text}, a day that does not exist.`, `Write its heading as ${heading}.`, line);
  // A day of grace: the earth has time zones.
  if (date?.days.every((day) => daysAhead(day, now) > 1))
    return open(`${its} is dated ${date.text}, which is still to come.`, "Date it on the day of the release.", line);
  return {
    judgement: {
      verdict: "pass",
      reason_code: "passed",
      says: `${file} has a section for ${version}, ${date === null ? "without a date" : `dated ${date.text}`}.`,
      facts: { file, line, date: date?.days[0] ?? null },
      findings: [...unclearDate(section, file), ...leftOver(sections, version, file)],
    },
    notes: section.text,
  };
}

function missing(file: string, heading: string): Documented {
  const says = "The project has no CHANGELOG.";
  const remedy =
    `Write ${file} with a section ${heading}, name another file with \`checks: {changelog: {file: …}}\`, or set ` +
    "`checks: {changelog: off}`.";
  return { judgement: { verdict: "fail", reason_code: "changelog_missing", says, remedy }, notes: null };
}

/**
 * The sections of a version: build metadata does not count, and where several applications have it, the one that ships
 * does.
 */
function sectionsOf(sections: readonly Section[], { version, names }: Documents): readonly Section[] {
  const bare = (text: string | null) => text?.split("+")[0];
  const same = sections.filter((one) => bare(one.version) === bare(version));
  const exact = same.filter((one) => one.version === version);
  const of = exact.length > 0 ? exact : same.slice(0, 1);
  const key = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const own = of.filter((one) => one.name !== null && names.some((name) => key(name) === key(one.name ?? "")));
  const nobodys = of.filter((one) => one.name === null);
  return own.length > 0 ? own : nobodys.length > 0 ? nobodys : of;
}

/** A date that is missing, or that can be two days, does no harm, and is shown. */
function unclearDate({ date, pending, line }: Section, file: string): readonly Finding[] {
  const notice = (message: string): Finding => ({ severity: "notice", message, file, line, rule: "changelog-date" });
  if (pending)
    return [notice("The heading says that this version is not released yet: give it the date of the release.")];
  if (date === null) return [notice("The heading has no date: only the tag or the release says when it was.")];
  const [first, second] = date.days;
  if (second === undefined) return [];
  return [notice(`\`${date.text}\` can be ${first} or ${second}: write the date as YYYY-MM-DD.`)];
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
