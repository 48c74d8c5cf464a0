import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { versionSchema } from "../domain/release/release.ts";
import { compareVersions, parseVersion, sameLine, type Version } from "../domain/release/version.ts";
import {
  newest,
  patternOf,
  type Tag,
  type TagRules,
  type VersionTag,
  versionTags,
} from "../domain/release/version-tag.ts";
import { counted } from "../domain/values/plural.ts";
import { tagPattern } from "../settings/values.ts";
import { defineCheck, type Given, optionsOf } from "./define.ts";

const settings = {
  tags: z.union([tagPattern, z.array(tagPattern).min(1).max(20)]).optional(),
  line: z.enum(["newest", "maintenance"]).optional(),
  from: z.enum(["mix", "tag"]).optional(),
};

const check = defineCheck({
  id: "version",
  title: "Version bumped in mix.exs",
  level: "must-to-ship",
  docs: {
    passes: "the version is SemVer, and greater than the newest version tag and the version on the base branch",
    more: "`{tags, line, from}`, see below",
  },
  settings,
  vm: "none",
  judge: ({ versions }) => ("verdict" in versions ? versions : judgeVersion(versions)),
  // No short command judges alike; the sentence names the file and the value.
  byHand: () => "",
});

export default check;

/** What the settings say of the version, with the defaults. */
interface VersionSettings {
  /** `tag`: from the tag that is released, and not from mix.exs. */
  readonly from: "mix" | "tag";
  /** `maintenance`: a release of an older line may be. */
  readonly line: "newest" | "maintenance";
  /** Patterns of the tags that count; none takes the usual forms. */
  readonly patterns: readonly string[];
}

export function versionSettings(given: Given): VersionSettings {
  const { tags, line = "newest", from = "mix" } = optionsOf(check, given);
  return { from, line, patterns: [tags ?? []].flat() };
}

/** What a version is judged from. */
export interface VersionFacts {
  /** As mix resolves it, or as the tag that is released names it; null when there is none. */
  readonly version: string | null;
  /** The commit that is judged. */
  readonly head: string;
  readonly tags: readonly Tag[];
  readonly rules: TagRules;
  /** A release of an older line may be: the settings say so, or this is a branch other than the default one. */
  readonly maintenance: boolean;
  /** The history is cut off: tags may be missing. */
  readonly shallow: boolean;
  /** The branch that a pull request goes to; null elsewhere. */
  readonly base: BaseVersion | null;
  /** mix.exs as the repository knows it. */
  readonly file: string;
}

/** The version on the base branch, or why it is not known. A branch without the project has none: null. */
export type BaseVersion = { readonly branch: string } & (
  | { readonly version: string | null }
  | { readonly missing: Judgement }
);

/** A version that the new one must be greater than, and where it stands. */
interface Rival {
  readonly text: string;
  readonly version: Version;
  readonly where: string;
}

/** Tags by what they mean for a version. */
interface Sorted {
  /** What the version must be greater than. */
  readonly before: readonly VersionTag[];
  /** Pre-releases of another line: they bind nobody. */
  readonly elsewhere: readonly VersionTag[];
  /** How many name a version at all. */
  readonly read: number;
}

/**
 * Phase 6: Version bumped in mix.exs. SemVer, greater than the newest version tag and than the base branch's version.
 */
export function judgeVersion(facts: VersionFacts): Judgement {
  const { version: text, shallow, base, file } = facts;
  const failed = (reason_code: "version_invalid" | "version_not_bumped", says: string, remedy: string): Judgement => ({
    verdict: "fail",
    reason_code,
    says,
    remedy,
    findings: [{ severity: "error", message: `${says} ${remedy}`, file, line: 1, rule: "version" }],
  });
  if (text === null)
    return failed(
      "version_invalid",
      "mix names no version.",
      "Set `version` in mix.exs; for an umbrella, `app` in the settings.",
    );
  const version = versionSchema.safeParse(text).success ? parseVersion(text) : null;
  if (version === null)
    return failed(
      "version_invalid",
      `The version \`${shown(text)}\` is not SemVer of at most 64 characters.`,
      "Write one such as `1.4.0` or `1.4.0-rc.1`.",
    );

  const tags = sortTags(facts, version);
  const last = newest(tags.before);
  const ofLine = last === null || compareVersions(version, last.version) > 0 ? null : lineBelow(tags.before, version);
  const counts = ofLine !== null && facts.maintenance ? ofLine : last;
  const rivals = [...(counts === null ? [] : [rivalOf(counts, counts === ofLine)]), ...onBase(base)];
  const unbeaten = rivals.find((one) => compareVersions(version, one.version) <= 0);
  if (unbeaten !== undefined) {
    const says = `${text} is not greater than ${shown(unbeaten.text)}, ${unbeaten.where}.`;
    return failed("version_not_bumped", says, remedyFor(unbeaten, version, { last, ofLine, before: tags.before }));
  }
  // What is seen can say no; only what is whole can say yes.
  if (shallow) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: "The checkout is shallow: version tags may be missing, so the newest one is unknown.",
      remedy: "Give actions/checkout `fetch-depth: 0`.",
    };
  }
  if (base !== null && "missing" in base) return base.missing;
  const than = rivals.map((one) => `${shown(one.text)}, ${one.where}`).join(", and than ");
  return {
    verdict: "pass",
    reason_code: "passed",
    says:
      `${text} is ${than === "" ? "valid SemVer" : `greater than ${than}`}` +
      `${counts === null ? `; ${without(facts, tags.read)}` : ""}.`,
    facts: {
      version: text,
      newest_tag: counts?.text ?? null,
      base: base?.version ?? null,
      tags: facts.tags.length,
      tags_read: tags.read,
    },
    findings: notices(facts, tags, { last, counts }),
  };
}

/** The version that file names and headings hold; null when there is no valid one. */
export function goodVersion(versions: VersionFacts | Judgement): string | null {
  if ("verdict" in versions || versions.version === null) return null;
  return parseVersion(versions.version) === null ? null : versions.version;
}

/**
 * The tag before this version; what names this very commit and version is what shipping it makes, and does not count.
 */
export function newestTag(facts: Pick<VersionFacts, "tags" | "rules" | "head" | "version">): VersionTag | null {
  const version = facts.version === null ? null : parseVersion(facts.version);
  return newest(version === null ? versionTags(facts.tags, facts.rules) : sortTags(facts, version).before);
}

function sortTags({ tags, rules, head }: Pick<VersionFacts, "tags" | "rules" | "head">, version: Version): Sorted {
  const read = versionTags(tags, rules);
  const others = read.filter((one) => one.commit !== head || compareVersions(one.version, version) !== 0);
  const elsewhere = others.filter((one) => one.version.pre.length > 0 && !sameLine(one.version, version));
  return { before: others.filter((one) => !elsewhere.includes(one)), elsewhere, read: read.length };
}

/** The newest tag of the version's own line, `1.7`, else of its major version, where the version comes after it. */
function lineBelow(before: readonly VersionTag[], version: Version): VersionTag | null {
  const minor = before.filter((one) => sameLine(one.version, version));
  const line = minor.length > 0 ? minor : before.filter((one) => one.version.core[0] === version.core[0]);
  const last = newest(line);
  return last !== null && compareVersions(version, last.version) > 0 ? last : null;
}

function rivalOf({ text, version, name, commit }: VersionTag, ofLine: boolean): Rival {
  const which = ofLine ? "the newest version tag of its line" : "the newest version tag";
  return { text, version, where: `${which} \`${shown(name)}\` (commit ${commit.slice(0, 8)})` };
}

interface Around {
  readonly last: VersionTag | null;
  readonly ofLine: VersionTag | null;
  readonly before: readonly VersionTag[];
}

/** What to do where the version is not greater. */
function remedyFor(unbeaten: Rival, version: Version, { last, ofLine, before }: Around): string {
  if (last !== null && unbeaten.text === last.text) {
    if (outOfLine(last, version, before)) {
      return (
        `No release of this project could follow \`${shown(last.name)}\`: name the tags that count, as in ` +
        `\`checks: {version: {tags: "${leavingOut(last, version)}"}}\`, or delete that tag.`
      );
    }
    if (ofLine !== null)
      return (
        "For a maintenance release set `checks: {version: {line: maintenance}}`, or release it from a branch other " +
        "than the default one. Else raise `version` in mix.exs."
      );
  }
  return (
    "Phase 6 asks for a greater `version` in mix.exs with each release: raise it. A project that does not number " +
    "its releases there sets `checks: {version: {from: tag}}`, which takes the version from the tag that is " +
    "released, or `checks: {version: off}`."
  );
}

/**
 * True for a date, or a number so far ahead of the version and of every other tag that it belongs to no series of this
 * project.
 */
function outOfLine(tag: VersionTag, version: Version, before: readonly VersionTag[]): boolean {
  const [major] = tag.version.core;
  const others = before.filter((one) => one.version.core[0] !== major).map((one) => one.version.core[0]);
  const next = [...others, version.core[0]].reduce((most, one) => (one > most ? one : most));
  return major > next + 10n;
}

/** A pattern that leaves this tag out. */
function leavingOut(tag: VersionTag, version: Version): string {
  return tag.name.startsWith("v") ? `v${version.core[0]}.*` : "v*";
}

/** Why there is no newest tag. */
function without({ tags, rules }: VersionFacts, read: number): string {
  if (read > 0 || tags.length === 0) return "no tag names another version: the first version";
  const which =
    rules.patterns.length > 0 ? ` under ${rules.patterns.map((one) => `\`${shown(one)}\``).join(", ")}` : "";
  return `${counted(tags.length, "tag")}, none read as a version of this application${which}`;
}

/** What a reader should know of a pass. */
function notices(
  facts: VersionFacts,
  tags: Sorted,
  { last, counts }: { last: VersionTag | null; counts: VersionTag | null },
): readonly Finding[] {
  const notice = (message: string): Finding => ({
    severity: "notice",
    message,
    file: facts.file,
    line: 1,
    rule: "version",
  });
  const found: Finding[] = [];
  if (counts !== last && last !== null)
    found.push(
      notice(`A maintenance release: ${shown(last.text)} (\`${shown(last.name)}\`) is newer, and of another line.`),
    );
  const above = newest(
    tags.elsewhere.filter((one) => compareVersions(one.version, parseVersion(facts.version ?? "") ?? one.version) > 0),
  );
  if (above !== null)
    found.push(notice(`\`${shown(above.name)}\` does not count: it is a pre-release of another line.`));
  if (tags.read === 0 && facts.tags.length > 0) {
    const pattern = patternOf(facts.tags);
    const how =
      pattern === null
        ? ""
        : ` If they are this application's, set \`checks: {version: {tags: "${shown(pattern)}"}}\`.`;
    found.push(
      notice(
        `None of ${facts.tags.length} tags, such as \`${shown(facts.tags[0]?.name ?? "")}\`, was read as a ` +
          `version.${how}`,
      ),
    );
  }
  return found;
}

/** What the base branch says; a version there that is none binds nobody. */
function onBase(base: BaseVersion | null): readonly Rival[] {
  if (base === null || "missing" in base || base.version === null) return [];
  const version = parseVersion(base.version);
  return version === null ? [] : [{ text: base.version, version, where: `the version on \`${shown(base.branch)}\`` }];
}

/** Text from outside within a sentence: one line, cut. Who renders it escapes it. */
function shown(text: string): string {
  const line = text.replaceAll(/[\p{Cc}`]+/gu, " ").trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
