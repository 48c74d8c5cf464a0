import { compareVersions, parseVersion } from "./version.ts";

/** A dependency as mix.lock has it. */
export interface LockedPackage {
  readonly name: string;
  /** As a reader knows it: a version, or the commit of a repository of git with the branch or tag that names it. */
  readonly version: string;
  /** Where it comes from: `hexpm`, another repository of Hex, or an address of git. */
  readonly source: string;
  /** What distinguishes contents of one version; empty where the version does. */
  readonly checksum: string;
}

/** One package that two locks have differently. Null where one of them does not have it. */
export interface PackageChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  /** `source`: from elsewhere, or of another content under the same version. `other`: versions that have no order. */
  readonly how: "added" | "removed" | "newer" | "major" | "older" | "source" | "other";
}

/** Longest mix.lock that is read, characters, and how deep its terms may lie. */
const maxCharacters = 2_000_000;
const maxDepth = 20;

/**
 * Reads mix.lock: the packages by name, or a sentence that says which line is not understood. The file is one literal
 * map, `%{"jason": {:hex, :jason, "1.4.4", …}, …}`; nothing of it is run.
 */
export function readMixLock(text: string): ReadonlyMap<string, LockedPackage> | string {
  if (text.length > maxCharacters) return `it is longer than ${maxCharacters} characters`;
  const reader: Reader = { text, at: 0 };
  try {
    const term = readTerm(reader, 0);
    skipSpace(reader);
    if (reader.at < text.length || !("map" in term)) return `line ${lineOf(reader)} is not understood`;
    return packagesOf(term.map);
  } catch (error) {
    if (error instanceof NotUnderstood) return error.message;
    throw error;
  }
}

/** What two locks have differently, by name. */
export function packageChanges(
  before: ReadonlyMap<string, LockedPackage>,
  after: ReadonlyMap<string, LockedPackage>,
): readonly PackageChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined) return now === undefined ? [] : [added(now)];
    return now === undefined ? [{ name, before: shownAs(old), after: null, how: "removed" }] : changed(old, now);
  });
}

function added(now: LockedPackage): PackageChange {
  return { name: now.name, before: null, after: shownAs(now), how: "added" };
}

function changed(old: LockedPackage, now: LockedPackage): readonly PackageChange[] {
  const { name } = old;
  if (old.source !== now.source)
    return [
      { name, before: `${old.version} of ${old.source}`, after: `${now.version} of ${now.source}`, how: "source" },
    ];
  if (old.version !== now.version)
    return [{ name, before: old.version, after: now.version, how: stepOf(old.version, now.version) }];
  if (old.checksum === now.checksum) return [];
  return [{ name, before: old.version, after: `${now.version}, another checksum`, how: "source" }];
}

function shownAs({ version, source }: LockedPackage): string {
  return source === "hexpm" ? version : `${version} of ${source}`;
}

/** Below 1.0 a new minor version may change anything, as a new major version may. */
function stepOf(before: string, after: string): PackageChange["how"] {
  const [old, now] = [parseVersion(before), parseVersion(after)];
  if (old === null || now === null) return "other";
  const order = compareVersions(now, old);
  if (order === 0) return "other";
  if (order < 0) return "older";
  const [major, minor] = old.core;
  return now.core[0] !== major || (major === 0n && now.core[1] !== minor) ? "major" : "newer";
}

/** A literal of Elixir, as far as a lock has them. */
type Term =
  | { readonly text: string }
  | { readonly atom: string }
  | { readonly list: readonly Term[] }
  | { readonly tuple: readonly Term[] }
  | { readonly map: readonly Pair[] };
type Pair = readonly [key: string, value: Term];

interface Reader {
  readonly text: string;
  at: number;
}

class NotUnderstood extends Error {}

function fail(reader: Reader): never {
  throw new NotUnderstood(`line ${lineOf(reader)} is not understood`);
}

function lineOf({ text, at }: Reader): number {
  return text.slice(0, at).split("\n").length;
}

function packagesOf(pairs: readonly Pair[]): ReadonlyMap<string, LockedPackage> | string {
  const found = new Map<string, LockedPackage>();
  for (const [name, term] of pairs) {
    const one = packageOf(name, "tuple" in term ? term.tuple : []);
    if (one === null) return `the entry of \`${name.slice(0, 100).replaceAll("`", "'")}\` is not understood`;
    found.set(name, one);
  }
  return found;
}

/**
 * `{:hex, :name, "version", "checksum", managers, dependencies, "repository", …}` or `{:git, "url", "commit", opts}`.
 */
function packageOf(name: string, [manager, ...rest]: readonly Term[]): LockedPackage | null {
  if (manager === undefined || !("atom" in manager)) return null;
  if (manager.atom === "hex") {
    const [, version, checksum, , , repository, outer] = rest.map(textOf);
    if (version === undefined || version === "") return null;
    return { name, version, source: repository || "hexpm", checksum: outer || checksum || "" };
  }
  const [url, commit] = rest.map(textOf);
  if (manager.atom !== "git" || url === undefined || url === "" || commit === undefined || commit === "") return null;
  const options = rest[2] !== undefined && "list" in rest[2] ? rest[2].list : [];
  const named = options
    .flatMap((one) => ("tuple" in one ? [one.tuple.map(textOf)] : []))
    .find(([key]) => key === "tag" || key === "branch");
  return {
    name,
    version: `${commit.slice(0, 12)}${named?.[1] ? ` (${named[1]})` : ""}`,
    source: url,
    checksum: commit,
  };
}

/** A string or an atom as text; empty for another term. */
function textOf(term: Term): string {
  return "text" in term ? term.text : "atom" in term ? term.atom : "";
}

function readTerm(reader: Reader, depth: number): Term {
  skipSpace(reader);
  if (depth > maxDepth) return fail(reader);
  const { text, at } = reader;
  if (text.startsWith("%{", at)) {
    reader.at += 2;
    return { map: readMembers(reader, "}", depth).map((one) => pairOf(reader, one)) };
  }
  switch (text[at]) {
    case "{":
      reader.at += 1;
      return { tuple: readMembers(reader, "}", depth) };
    case "[":
      reader.at += 1;
      return { list: readMembers(reader, "]", depth) };
    case '"':
      return { text: readString(reader) };
    default:
      return { atom: readAtom(reader) };
  }
}

/** Members up to the closing mark. A pair, `key: value` or `"key" => value`, is a tuple of two. */
function readMembers(reader: Reader, close: "}" | "]", depth: number): readonly Term[] {
  const members: Term[] = [];
  for (;;) {
    skipSpace(reader);
    if (reader.text[reader.at] === close) break;
    members.push(readMember(reader, depth + 1));
    skipSpace(reader);
    const mark = reader.text[reader.at];
    if (mark === close) break;
    if (mark !== ",") return fail(reader);
    reader.at += 1;
  }
  reader.at += 1;
  return members;
}

function readMember(reader: Reader, depth: number): Term {
  const bare = matching(reader, /([A-Za-z_][\w@]*[?!]?):(?=\s)/y);
  if (bare !== null) return { tuple: [{ atom: bare }, readTerm(reader, depth)] };
  const key = readTerm(reader, depth);
  if ("text" in key && matching(reader, /(:)(?=\s)/y) !== null)
    return { tuple: [{ atom: key.text }, readTerm(reader, depth)] };
  skipSpace(reader);
  return matching(reader, /(=>)/y) === null ? key : { tuple: [key, readTerm(reader, depth)] };
}

function pairOf(reader: Reader, member: Term): Pair {
  const [key, value, ...more] = "tuple" in member ? member.tuple : [];
  if (key === undefined || value === undefined || more.length > 0) return fail(reader);
  const name = textOf(key);
  return name === "" ? fail(reader) : [name, value];
}

/** A string without interpolation, which would be code. */
function readString(reader: Reader): string {
  const body = matching(reader, /"((?:[^"\\#\n]|\\[^\n]|#(?!\{))*)"/y);
  return body === null ? fail(reader) : body.replaceAll(/\\(.)/g, "$1");
}

/** `:name`, `:"name"`, `true`, `nil` or a number. */
function readAtom(reader: Reader): string {
  const plain = matching(reader, /:?([A-Za-z_][\w@]*[?!]?|\d{1,15})/y);
  if (plain !== null) return plain;
  if (reader.text[reader.at] !== ":") return fail(reader);
  reader.at += 1;
  return readString(reader);
}

/** The first group of what stands here, which is passed over; null where it does not match. */
function matching(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found === null) return null;
  reader.at = pattern.lastIndex;
  return found[1] ?? "";
}

/** White space and comments. */
function skipSpace(reader: Reader): void {
  matching(reader, /((?:\s|#[^\n]*)*)/y);
}
