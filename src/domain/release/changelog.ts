import type { WrittenDate } from "../values/written-date.ts";
import { dateLine, headingLimit, type ReleaseHeading, releaseHeading } from "./changelog-heading.ts";

/** The section of one version in a CHANGELOG: its text is the release notes. Lines count from 1. */
export interface Section {
  /** Null for what is not released yet. */
  readonly version: string | null;
  /** Whose version it is, where the heading has a name. */
  readonly name: string | null;
  /** Line of its heading. */
  readonly line: number;
  /** In its heading, else alone in the line below; null when there is none. */
  readonly date: WrittenDate | null;
  /** Its heading says that it is not released yet. */
  readonly pending: boolean;
  /**
   * What a reader sees below the heading, up to the next version: without comments, and without the link definitions.
   */
  readonly text: string;
  /** True when there is nothing but headings, rules and the date. */
  readonly empty: boolean;
}

/** One line of Markdown, as far as a CHANGELOG needs it read. */
interface Line {
  readonly raw: string;
  /** The heading that it is; null for none. */
  readonly heading: { readonly level: number; readonly text: string } | null;
  /** Not shown to a reader: a comment, a link definition, the line below a heading. */
  readonly hidden: boolean;
  /** Inside of a code fence or a comment. */
  readonly inert: boolean;
}

interface Boundary {
  readonly at: number;
  /** Null where a heading above ends a section without beginning one. */
  readonly found: ReleaseHeading | null;
}

/**
 * Finds the sections of all versions, in the order of the file. Text in code fences and comments is no heading.
 */
export function changelogSections(changelog: string): readonly Section[] {
  const lines = linesOf(changelog);
  const ends = boundaries(lines);
  return ends.flatMap(({ at, found }, index) =>
    found === null || found.kind === "range" ? [] : [sectionOf(found, at, lines.slice(at + 1, ends[index + 1]?.at))],
  );
}

/** Where sections begin and end: one pass over the headings, with the section that is open. */
function boundaries(lines: readonly Line[]): readonly Boundary[] {
  const seen: Boundary[] = [];
  const marked = lines.some(({ heading }) => heading !== null && releaseHeading(heading.text) !== null);
  let open: number | null = null;
  for (const [at, line] of lines.entries()) {
    const heading = line.heading ?? unmarked(lines, at, marked);
    if (heading === null) continue;
    const found = releaseHeading(heading.text);
    const inside: boolean = open !== null && heading.level > open;
    // Inside of a section a heading begins another only where it is nothing but a version, or is dated:
    // `#### 2.0.0 is next` is a part of it.
    const begins: boolean = found !== null && (!inside || found.date !== null || (found.bare && found.name === null));
    if (!begins && (open === null || heading.level >= open)) continue;
    seen.push({ at, found: begins ? found : null });
    open = begins && found?.kind !== "range" ? heading.level : null;
  }
  return seen;
}

/**
 * A line without a mark that is a version and no more, as in a plain text file: with brackets and a date, or where no
 * heading of the file is one.
 */
function unmarked(lines: readonly Line[], at: number, marked: boolean): Line["heading"] {
  const { raw, hidden, inert } = lines[at] as Line;
  if (hidden || inert || raw.length > headingLimit || (lines[at - 1]?.raw.trim() ?? "") !== "") return null;
  if (!/^(?:\*\*|__)?(?:\[|v?\d|version |release )/i.test(raw)) return null;
  const found = releaseHeading(raw);
  if (found === null || !found.bare || found.kind === "unreleased") return null;
  return !marked || (raw.startsWith("[") && found.date !== null) ? { level: 2, text: raw } : null;
}

function sectionOf({ version, name, date, pending }: ReleaseHeading, at: number, lines: readonly Line[]): Section {
  const shown = lines.filter((line) => !line.hidden);
  const first = shown.find(({ raw }) => raw.trim() !== "");
  const below = first === undefined || first.heading !== null || first.inert ? null : dateLine(first.raw);
  return {
    ...{ version, name, line: at + 1, date: date ?? below, pending },
    text: shown
      .map((line) => line.raw)
      .join("\n")
      .trim(),
    empty: shown.every((line) => line.heading !== null || (line === first && below !== null) || blank(line.raw)),
  };
}

/** Nothing but white space, bullets and rules. */
function blank(line: string): boolean {
  return line.length <= headingLimit ? /^[\s*_=-]*$/.test(line) : line.trim() === "";
}

/**
 * Expressions see no more of a line than its beginning, so that the work grows with the number of lines, whatever
 * they contain.
 */
function linesOf(changelog: string): readonly Line[] {
  const text = changelog.startsWith("\ufeff") ? changelog.slice(1) : changelog;
  const raw = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split("\n");
  let fence = "";
  let comment = false;
  return raw.map((line, at): Line => {
    const is = (heading: Line["heading"], more: Partial<Line> = {}) => ({
      raw: line,
      heading,
      hidden: false,
      inert: false,
      ...more,
    });
    const head = line.slice(0, headingLimit);
    if (comment || (fence === "" && /^ {0,3}<!--/.test(head))) {
      const end = line.lastIndexOf("-->");
      comment = end < 0;
      return is(null, { hidden: comment || line.slice(end + 3).trim() === "", inert: true });
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(head)?.[1] ?? "";
    if (fence !== "") {
      if (mark.startsWith(fence) && line.trim() === mark) fence = "";
      return is(null, { inert: true });
    }
    if (mark !== "") {
      fence = mark;
      return is(null, { inert: true });
    }
    const [, marks = "", title = ""] = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(head) ?? [];
    if (marks !== "") return is({ level: marks.length, text: title.replace(/(?<=[ \t])#*[ \t]*$/, "").trim() });
    if (/^ {0,3}\[[^\]]+\]:\s/.test(head)) return is(null, { hidden: true });
    const underline = paragraph.test(head) ? underlined(raw[at + 1]) : 0;
    if (underline > 0) return is({ level: underline, text: line.trim() });
    return is(null, { hidden: underlined(line) > 0 && paragraph.test((raw[at - 1] ?? "").slice(0, headingLimit)) });
  });
}

/** What the next line can underline, so that it is a heading: no list, quote or table. */
const paragraph = /^ {0,3}(?![-*+>|#]|\d+[.)]\s)\S/;

/** The level of the heading that this line underlines; 0 when it is no such line. */
function underlined(line = ""): 0 | 1 | 2 {
  if (line.length > headingLimit) return 0;
  const mark = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
  return mark === undefined ? 0 : mark.startsWith("=") ? 1 : 2;
}
