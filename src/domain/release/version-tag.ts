import { compareVersions, parseVersion, type Version } from "./version.ts";

/** Which tags name a version of the application that ships. */
export interface TagRules {
  /** Names whose tags count besides plain ones, such as `shop-v1.2.3`. */
  readonly names: readonly string[];
  /**
   * Patterns as git's own, with `*`, `?` and `[0-9]`: only a tag that matches one counts. None takes the usual forms.
   */
  readonly patterns: readonly string[];
}

export interface Tag {
  readonly name: string;
  readonly commit: string;
}

/** A tag that names a version. */
export interface VersionTag extends Tag {
  readonly text: string;
  readonly version: Version;
}

/** Longest tag that is read. */
const longest = 256;

/**
 * The version that a tag names: `v1.2.3`, `1.2.3`, `<app>-v1.2.3`, `<app>@1.2.3` and their kin, or what follows the
 * fixed part of a pattern; null when it names none.
 */
export function versionOfTag(tag: string, { names, patterns }: TagRules): string | null {
  if (tag.length > longest) return null;
  if (patterns.length === 0) return usual(tag, names);
  const pattern = patterns.find((one) => matcher(one).test(tag));
  if (pattern === undefined) return null;
  const fixed = /^[^*?[]*/.exec(pattern)?.[0] ?? "";
  return usual(tag.slice(fixed.length), []) ?? usual(tag, names);
}

/** Every tag that names a version. */
export function versionTags(tags: readonly Tag[], rules: TagRules): readonly VersionTag[] {
  return tags.flatMap((tag) => {
    const text = versionOfTag(tag.name, rules);
    const version = text === null ? null : parseVersion(text);
    return text === null || version === null ? [] : [{ ...tag, text, version }];
  });
}

/** The greatest; null of none. */
export function newest(tags: readonly VersionTag[]): VersionTag | null {
  return tags.reduce<VersionTag | null>(
    (best, one) => (best === null || compareVersions(one.version, best.version) > 0 ? one : best),
    null,
  );
}

/**
 * The tag that is being released: the one that started the run, else the greatest version on this very commit; null
 * where none is.
 */
export function releasedTag(
  tags: readonly Tag[],
  rules: TagRules,
  at: { readonly ref: string; readonly head: string },
): VersionTag | null {
  const here = versionTags(
    tags.filter((one) => one.commit === at.head),
    rules,
  );
  return here.find((one) => at.ref === `refs/tags/${one.name}`) ?? newest(here);
}

/**
 * The pattern under which most of these tags end in a version, such as `@core/sync-service@*`; null when none of them
 * does.
 */
export function patternOf(tags: readonly Tag[]): string | null {
  const prefixes = new Map<string, number>();
  for (const { name } of tags) {
    const [, prefix] = (name.length > longest ? null : /^(.*?)\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]*)?$/.exec(name)) ?? [];
    if (prefix !== undefined) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const [most] = [...prefixes].sort((a, b) => b[1] - a[1]);
  return most === undefined ? null : `${most[0]}*`;
}

function usual(tag: string, names: readonly string[]): string | null {
  const own = names.find((name) => tag.startsWith(name) && /^[-@/]/.test(tag.slice(name.length)));
  const text = (own === undefined ? tag : tag.slice(own.length + 1)).replace(/^v/, "");
  return parseVersion(text) === null ? null : text;
}

function matcher(pattern: string): RegExp {
  const text = pattern.replaceAll(/\*+|\?|\[[\w-]+\]|[^\w]/g, (part) => {
    if (part.startsWith("*")) return ".*";
    return part === "?" ? "." : part.startsWith("[") && part.length > 1 ? part : `\\${part}`;
  });
  return new RegExp(`^${text}$`, "s");
}
