/** The section of one version in a CHANGELOG: its text is the release notes. Lines count from 1. */
export interface Section {
  /** Null for what is not released yet. */
  readonly version: string | null;
  /** Line of its heading. */
  readonly line: number;
  /** The heading's date as it stands there, `YYYY-MM-DD`, whether the calendar has it or not; null when there is none. */
  readonly date: string | null;
  /** What a reader sees below the heading, up to the next version: without comments, and without the link definitions. */
  readonly text: string;
  /** True when nothing stands there but headings and rules. */
  readonly empty: boolean;
}

/**
 * `[1.1.0] - 2026-11-24` (Keep a Changelog), `[1.1.0](url) (2026-11-24)` (release-please), `1.1.0`, `v1.1.0`, `[Unreleased]`.
 * The version is taken whole: `1.1.0-rc.1 is out` is no heading of 1.1.0.
 */
const title =
  /^(?:(?:version|release)\s+)?\[?(?:v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)(?![0-9A-Za-z.+-])|unreleased)\]?(?:\([^)]*\)|\[[^\]]*\])?\s*(?:$|[-–—:/(]\s*|(?=\d{4}-))(.*)$/i;

/** One line of Markdown, as far as a CHANGELOG needs it read. */
interface Line {
  readonly raw: string;
  /** The heading that it is; null for none. */
  readonly heading: { readonly level: number; readonly text: string } | null;
  /** Not shown to a reader: a comment, a link definition, the line below a heading. */
  readonly hidden: boolean;
}

/** Finds the sections of all versions, in the order of the file. What stands in code fences and comments is no heading. */
export function changelogSections(changelog: string): readonly Section[] {
  const lines = linesOf(changelog);
  const headings = lines.flatMap(({ heading }, at) => (heading === null ? [] : [{ ...heading, at, found: title.exec(heading.text) }]));
  return headings.flatMap(({ at, level, found }, index) => {
    if (found === null) return [];
    // Another version ends a section, and so does a heading above its own, such as `# Archive` after `## 1.1.0`.
    let next = index + 1;
    while (headings[next]?.found === null && (headings[next]?.level ?? 0) >= level) next += 1;
    const shown = lines.slice(at + 1, headings[next]?.at).filter((line) => !line.hidden);
    return {
      version: found[1] ?? null,
      line: at + 1,
      date: /\b\d{4}-\d{2}-\d{2}\b/.exec(found[2] ?? "")?.[0] ?? null,
      text: shown
        .map((line) => line.raw)
        .join("\n")
        .trim(),
      empty: shown.every((line) => line.heading !== null || /^[\s*_=-]*$/.test(line.raw)),
    };
  });
}

function linesOf(changelog: string): readonly Line[] {
  const raw = changelog.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  let fence = "";
  let comment = false;
  return raw.map((line, at): Line => {
    const is = (heading: Line["heading"], hidden = false) => ({ raw: line, heading, hidden });
    if (comment || (fence === "" && /^ {0,3}<!--/.test(line))) {
      const end = line.lastIndexOf("-->");
      comment = end < 0;
      return is(null, comment || line.slice(end + 3).trim() === "");
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence !== "") {
      if (mark.startsWith(fence) && line.trim() === mark) fence = "";
      return is(null);
    }
    if (mark !== "") {
      fence = mark;
      return is(null);
    }
    const [, marks = "", text = ""] = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line) ?? [];
    if (marks !== "") return is({ level: marks.length, text: text.replace(/[ \t]#+[ \t]*$/, "").trim() });
    if (/^ {0,3}\[[^\]]+\]:\s/.test(line)) return is(null, true);
    const underline = paragraph.test(line) ? underlined(raw[at + 1]) : 0;
    if (underline > 0) return is({ level: underline, text: line.trim() });
    return is(null, underlined(line) > 0 && paragraph.test(raw[at - 1] ?? ""));
  });
}

/** What the next line can underline, so that it is a heading: no list, quote or table. */
const paragraph = /^ {0,3}(?![-*+>|#]|\d+[.)]\s)\S/;

/** The level of the heading that this line underlines; 0 when it is no such line. */
function underlined(line = ""): 0 | 1 | 2 {
  const mark = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
  return mark === undefined ? 0 : mark.startsWith("=") ? 1 : 2;
}
