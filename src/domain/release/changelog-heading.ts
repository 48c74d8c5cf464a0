import { type WrittenDate, writtenDate } from "../values/written-date.ts";
import { parseVersion } from "./version.ts";

/** What a heading of a CHANGELOG announces. */
export interface ReleaseHeading {
  /** `version`: one release; `range`: `1.6.x`, `v1.1`, `1.0.0 - 1.0.4`; `unreleased`: what is to come. */
  readonly kind: "version" | "range" | "unreleased";
  /** The version without `v`; null unless it is one release. */
  readonly version: string | null;
  /**
   * The text before the version, such as `SDK` or the application's name; null for none, or for a word such as
   * `Version`.
   */
  readonly name: string | null;
  readonly date: WrittenDate | null;
  /** Only version, name and date: not a sentence that happens to begin with a version. */
  readonly bare: boolean;
  /** It says itself that it is not released yet. */
  readonly pending: boolean;
}

/** Longest part of a line that is looked at: no heading is longer, and what is longer cannot cost more. */
export const headingLimit = 300;

/** Words that say nothing about whose version it is. */
const generalWords = [
  "version|release|released|ver\\.?|rel\\.?",
  "changelog(?: for)?|changes(?: in| for)?|release notes(?: for)?|notes for",
  "new in|what(?:'|’)?s (?:new|changed) in",
];
const general = new RegExp(`^(?:the |our )?(?:${generalWords.join("|")})(?: version| release)?$`, "i");

/** Words of a sentence: the text before the version is not a name then. */
const sentenceWords = [
  "(?:upgrad|updat|migrat|mov|drop|deprecat|remov|bump|fix|add|compatib)\\w*",
  "requires?|required|requiring|supports?|supported|use|uses|using|see|changes?|changed|breaking",
  "from|to|for|since|before|after|until|with|in|of|and|or|on|at|than|least|minimum|older|newer",
];
const sentence = new RegExp(`^(?:${sentenceWords.join("|")})$`, "i");

/** Reads a heading's text; null when it announces no release. */
export function releaseHeading(raw: string): ReleaseHeading | null {
  const text = plain(raw.slice(0, headingLimit));
  if (/^unreleased(?![\w-])/i.test(text))
    return { kind: "unreleased", version: null, name: null, date: null, bare: true, pending: true };
  return dateFirst(text) ?? versionFirst(text) ?? named(text);
}

/** `2024-06-11 - 1.2.0` */
function dateFirst(text: string): ReleaseHeading | null {
  const date = writtenDate(text);
  if (date === null || date.at > 0) return null;
  const rest = text.slice(date.text.length).replace(/^[\s\-–—:|,/)]+/, "");
  const token = tokenAt(rest.replace(/^(?:version|release) /i, ""));
  if (token === null || token.range) return null;
  return { ...one(token, null), date: { text: date.text, days: date.days }, bare: wordless(token.rest) };
}

/** `1.2.0 (2024-06-11)`, `1.6.x`, `1.0.0 - 1.0.4` */
function versionFirst(text: string): ReleaseHeading | null {
  const token = tokenAt(text.replace(/^(?:<=?|>=?|~>|≤|≥|==?)\s*/, ""));
  if (token === null) return null;
  return finished(token, null);
}

/** `SDK 1.6.0 - 2025-09-16`, `Version 1.2.0`, `my_app-v1.2.0` */
function named(text: string): ReleaseHeading | null {
  const words = text.split(" ");
  for (const [index, word] of words.slice(0, 6).entries()) {
    const [, joined = ""] = /^(@?[A-Za-z][\w./-]*?[-@/]?)(?=v?\d+\.\d)/.exec(word) ?? [];
    const own = /^v$/i.test(joined) ? "" : joined;
    const token = tokenAt([word.slice(own.length), ...words.slice(index + 1)].join(" "));
    if (token === null) continue;
    const before = [...words.slice(0, index), own.replace(/[-@/]$/, "")].filter(
      (part) => part !== "" && part !== "-" && part !== "–",
    );
    const name = before.join(" ").replace(/[:,]$/, "");
    if (general.test(name)) return finished(token, null);
    if (before.some((part) => sentence.test(part) || /[.!?;]$/.test(part))) return null;
    const heading = finished(token, name);
    // Where anything but a date follows it is a sentence about somebody's version.
    return heading.bare || heading.date !== null ? heading : null;
  }
  return null;
}

interface Token {
  readonly text: string;
  readonly range: boolean;
  readonly rest: string;
}

/** The version or range at the front of a text; null when it begins with neither. */
function tokenAt(text: string): Token | null {
  const [whole = "", found = ""] = /^v?\.?(\d[0-9A-Za-z.+*-]*)/i.exec(text) ?? [];
  if (found === "") return null;
  const word = found.replace(/[.+-]$/, "");
  const rest = text.slice(whole.length);
  // `1.1.0-2026-11-24`: a date, and no pre-release of that name.
  const [, version, date] = /^(\d+\.\d+\.\d+)(-\d{4}-\d{2}-\d{2})$/.exec(word) ?? [];
  if (version !== undefined) return { text: version, range: false, rest: `${date}${rest}` };
  if (parseVersion(word) !== null) return { text: word, range: false, rest };
  return /^\d+(?:\.(?:\d+|[xX*]))+(?![A-Za-z])/.test(word) ? { text: word, range: true, rest } : null;
}

function finished(token: Token, name: string | null): ReleaseHeading {
  const next = /^\s*(?:-|–|—|\.{2,3}|…|to|through|and|,|\/|&|→|->)\s*(?=v?\d)/i.exec(token.rest);
  const after = next === null ? "" : token.rest.slice(next[0].length);
  const second = next === null || writtenDate(after)?.at === 0 ? null : tokenAt(after);
  return { ...one(second === null ? token : { ...token, range: true }, name), bare: wordless((second ?? token).rest) };
}

function one({ text, range, rest }: Token, name: string | null): Omit<ReleaseHeading, "bare"> {
  const date = writtenDate(rest);
  const pending = /\b(?:unreleased|not released|to be released|in progress|tbd|tba)\b/i.test(rest);
  return {
    kind: range ? "range" : "version",
    version: range ? null : text,
    name,
    date: date && { text: date.text, days: date.days },
    pending,
  };
}

/** Words that go with a date. */
const dateWords = [
  "released?(?: on| date)?|date|dated|on|yanked|unreleased|tbd|tba|today|yyyy-mm-dd|utc",
  "mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun",
];
const besideDate = new RegExp(`\\b(?:${dateWords.join("|")})(?:day)?\\b`, "gi");

/** True where there is no word but a date and what goes with one. */
function wordless(rest: string): boolean {
  const date = writtenDate(rest);
  const without = date === null ? rest : rest.slice(0, date.at) + rest.slice(date.at + date.text.length);
  return !/[\p{L}\d]/u.test(without.replace(besideDate, ""));
}

/** Text without Markdown's marks, HTML, links' targets and emoji, its spaces single. */
function plain(raw: string): string {
  return raw
    .replace(/<[^<>]*>/g, "")
    .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, "")
    .replace(/\]\([^()]*\)/g, "] ")
    .replace(/\]\[[^[\]]*\]/g, "] ")
    .replace(/:[a-z][a-z0-9_+-]*:/gi, " ")
    .replace(/\\(?=[^\w\s])/g, "")
    .replace(/[[\](){}«»"“”`~]|(?<!\.)\*|\*(?=\*)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, " ")
    .replace(/\u200D|\uFE0F|[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1F1E6}-\u{1F1FF}#•·]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-–—:|,>.]+/, "")
    .trim();
}

/**
 * The date that a line below a heading gives, such as `_2024-06-11_` or `Released on June 11, 2024`; null where it says
 * more, or none.
 */
export function dateLine(raw: string): WrittenDate | null {
  if (raw.length > headingLimit) return null;
  const text = plain(raw);
  const date = writtenDate(text);
  return date !== null && wordless(text) ? { text: date.text, days: date.days } : null;
}
