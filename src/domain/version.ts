/** A version by SemVer 2.0.0. Build metadata is left out: it has no part in precedence. */
export interface Version {
  /** Major, minor, patch. */
  readonly core: readonly [bigint, bigint, bigint];
  /** Identifiers of the pre-release; none of a release. */
  readonly pre: readonly string[];
}

const number = "(0|[1-9]\\d*)";
/** Digits alone are a number, which has no leading zero. */
const identifier = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
const grammar = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

/** Reads a version as SemVer writes it, without a `v`; null when it is none. */
export function parseVersion(text: string): Version | null {
  const found = grammar.exec(text);
  if (found === null) return null;
  const [, major = "", minor = "", patch = "", pre] = found;
  return { core: [BigInt(major), BigInt(minor), BigInt(patch)], pre: pre === undefined ? [] : pre.split(".") };
}

/** Precedence by SemVer 2.0.0, section 11: below 0 when `a` comes before `b`, 0 when neither does. */
export function compareVersions(a: Version, b: Version): number {
  for (const [index, part] of a.core.entries()) {
    const other = b.core[index] ?? 0n;
    if (part !== other) return part < other ? -1 : 1;
  }
  // A release comes after all its pre-releases; else the longer list does, when all before are equal.
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length;
  for (const [index, part] of a.pre.entries()) {
    const other = b.pre[index];
    if (other === undefined) break;
    const order = compareIdentifiers(part, other);
    if (order !== 0) return order;
  }
  return a.pre.length - b.pre.length;
}

/** Numbers by their value and before words; words by their ASCII order. */
function compareIdentifiers(a: string, b: string): number {
  const [first, second] = [a, b].map((one) => (/^\d+$/.test(one) ? BigInt(one) : null));
  if (first != null && second != null) return first < second ? -1 : first > second ? 1 : 0;
  if (first != null || second != null) return first != null ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The version that a tag names for one of these apps: `v1.2.3`, `1.2.3`, `<app>-v1.2.3`, `<app>@1.2.3` and their kin; null when it names none. */
export function versionOfTag(tag: string, apps: readonly string[]): string | null {
  const own = apps.find((app) => tag.startsWith(app) && /^[-@/]/.test(tag.slice(app.length)));
  const text = (own === undefined ? tag : tag.slice(own.length + 1)).replace(/^v/, "");
  return parseVersion(text) === null ? null : text;
}
