import { versionSchema } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import { compareVersions, parseVersion, type Version, versionOfTag } from "../domain/version.ts";

/** What a version is judged from. */
export interface VersionFacts {
  /** As mix resolves it; null when mix names none. */
  readonly version: string | null;
  /** Names whose tags count besides plain ones, such as `shop-v1.2.3`. */
  readonly names: readonly string[];
  /** The commit that is judged. */
  readonly head: string;
  readonly tags: readonly Tag[];
  /** The history is cut off: tags may be missing. */
  readonly shallow: boolean;
  /** The branch that a pull request goes to; null elsewhere. */
  readonly base: BaseVersion | null;
  /** mix.exs as the repository knows it. */
  readonly file: string;
}

export interface Tag {
  readonly name: string;
  readonly commit: string;
}

/** The version on the base branch, or why it is not known. A branch without the project has none: null. */
export type BaseVersion = { readonly branch: string } & ({ readonly version: string | null } | { readonly missing: Judgement });

/** A version that the new one must be greater than, and where it stands. */
interface Rival {
  readonly text: string;
  readonly version: Version;
  readonly where: string;
}

/** Phase 6: Version bumped in mix.exs. SemVer, greater than the newest version tag and than the base branch's version. */
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
    return failed("version_invalid", "mix names no version.", "Set `version` in mix.exs; for an umbrella, `app` in the settings.");
  const version = versionSchema.safeParse(text).success ? parseVersion(text) : null;
  if (version === null)
    return failed(
      "version_invalid",
      `The version \`${shown(text)}\` is not SemVer of at most 64 characters.`,
      "Write one such as `1.4.0` or `1.4.0-rc.1`.",
    );

  const newest = newestTag(facts);
  const rivals = [...(newest === null ? [] : [newest]), ...onBase(base)];
  const unbeaten = rivals.find((one) => compareVersions(version, one.version) <= 0);
  if (unbeaten !== undefined) {
    const remedy = "Raise `version` in mix.exs. For a maintenance release of an older line: `checks: {version: {level: should}}`.";
    return failed("version_not_bumped", `${text} is not greater than ${shown(unbeaten.text)}, ${unbeaten.where}.`, remedy);
  }
  // What is seen can say no; only what is whole can say yes.
  if (shallow) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: "The checkout is shallow: version tags may be missing, so the newest one is not known.",
      remedy: "Give actions/checkout `fetch-depth: 0`.",
    };
  }
  if (base !== null && "missing" in base) return base.missing;
  const than = rivals.map((one) => `${shown(one.text)}, ${one.where}`).join(", and than ");
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `${text} is ${than === "" ? "valid SemVer" : `greater than ${than}`}${newest === null ? "; no tag names another version: the first version" : ""}.`,
    facts: { version: text, newest_tag: newest?.text ?? null, base: base?.version ?? null },
  };
}

/** The greatest version that a tag names. The tag of this very commit and version is what shipping it makes: it does not count. */
export function newestTag({ tags, names, head, version }: Pick<VersionFacts, "tags" | "names" | "head" | "version">): Rival | null {
  return tags
    .flatMap(({ name, commit }): readonly Rival[] => {
      const text = versionOfTag(name, names);
      const parsed = text === null ? null : parseVersion(text);
      if (text === null || parsed === null || (commit === head && text === version)) return [];
      return [{ text, version: parsed, where: `the newest version tag \`${shown(name)}\` (commit ${commit.slice(0, 8)})` }];
    })
    .reduce<Rival | null>((best, one) => (best === null || compareVersions(one.version, best.version) > 0 ? one : best), null);
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
