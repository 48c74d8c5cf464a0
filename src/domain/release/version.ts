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
const core = `${number}\\.${number}\\.${number}`;
const metadata = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const grammar = new RegExp(`^${core}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+${metadata})?$`);

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

/** True for versions of one line: `1.7.3` and `1.7.24-rc.1` are of 1.7. */
export function sameLine(a: Version, b: Version): boolean {
  return a.core[0] === b.core[0] && a.core[1] === b.core[1];
}
