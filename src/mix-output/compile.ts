import { appIn, linesOf, placeIn, placeSaid } from "./lines.ts";

/** What was printed of one fault: its place as it was printed, and the app whose part of the output it stands in. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly app: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** Lines of one message that are kept. */
const maxLines = 30;

/**
 * Diagnostics of a compilation as Elixir 1.14 to 1.20 print them: up to 1.15 `warning: …` with the place indented
 * below, from 1.16 on indented, with a snippet and the place behind `└─`; a file that does not compile as
 * `== Compilation error in file … ==`.
 */
export function diagnosticsIn(text: string): readonly Diagnostic[] {
  const lines = linesOf(text);
  const found: Diagnostic[] = [];
  let app: string | null = null;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    app = appIn(line) ?? app;
    const broken = /^== Compilation error in file (.+) ==$/.exec(line)?.[1];
    const [, indent, severity, first = ""] = /^( {4})?(warning|error): (.+)$/.exec(line) ?? [];
    const taken =
      broken !== undefined
        ? brokenFile(lines, at, broken)
        : severity === "warning" || severity === "error"
          ? indent === undefined
            ? plainBlock(lines, at, { severity, first })
            : drawnBlock(lines, at, { severity, first })
          : null;
    if (taken === null) at += 1;
    else {
      found.push({ ...taken.diagnostic, app });
      at = Math.max(at + 1, taken.next);
    }
  }
  return found;
}

interface Taken {
  readonly diagnostic: Omit<Diagnostic, "app">;
  readonly next: number;
}

/** The first line of a diagnostic. */
interface Head {
  readonly severity: "error" | "warning";
  readonly first: string;
}

/** Up to 1.15: the message, then its place on a line of its own, indented by two; the block ends with an empty line. */
function plainBlock(lines: readonly string[], start: number, { severity, first }: Head): Taken {
  const message = [first];
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const place = line.startsWith("  ") ? placeIn(line) : null;
    if (place !== null) return { diagnostic: { severity, message: joined(message), ...place }, next: at + 1 };
    if (begins(line)) return nowhere(severity, message, at);
    // A message may hold empty lines; two lines without indent after one are somebody else's.
    if (line === "" && !(lines[at + 1] ?? "").startsWith("  ")) return nowhere(severity, message, at);
    // A stack that begins in a package has no place in the project.
    if (/^ {2}\(/.test(line)) return nowhere(severity, message, at + 1);
    message.push(line);
  }
  return nowhere(severity, message, lines.length);
}

/** From 1.16 on: message, a snippet drawn with `│`, and `└─ place`. */
function drawnBlock(lines: readonly string[], start: number, { severity, first }: Head): Taken {
  const message = [first];
  let drawn = false;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const behind = /^\s*└─ (.+)$/.exec(line)?.[1];
    if (behind !== undefined) {
      const place = placeIn(behind);
      return place === null
        ? nowhere(severity, message, at + 1)
        : { diagnostic: { severity, message: joined(message), ...place }, next: at + 1 };
    }
    if (begins(line)) return nowhere(severity, message, at);
    if (/^\s*(?:\d+ )?│/.test(line)) drawn = true;
    else if (line !== "" && !line.startsWith("    ") && !/^\s*\.\.\.$/.test(line))
      return nowhere(severity, message, at);
    if (!drawn) message.push(line);
  }
  return nowhere(severity, message, lines.length);
}

/**
 * A file that does not compile: the exception, and its place in the message, below it, or in the first line of the
 * project's own stack.
 */
function brokenFile(lines: readonly string[], start: number, file: string): Taken {
  const message: string[] = [];
  let place: ReturnType<typeof placeIn> = null;
  let at = start + 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (/^== Compilation error/.test(line) || appIn(line) !== null) break;
    if (line === "" && (lines[at + 1] ?? "") === "") break;
    const [, said] = /^\*\* \(\S+\) (.+)$/.exec(line) ?? [];
    // 1.16 and later: `token missing on lib/x.ex:1:15:`, with the message drawn below.
    const inside = said === undefined ? null : placeSaid(said);
    place ??= inside ?? placeIn(/^\s*└─ (.+)$/.exec(line)?.[1] ?? (line.startsWith("    ") ? line : ""));
    // `token missing on lib/x.ex:1:15:` says no more than the place does.
    if (inside !== null && said?.endsWith(":")) continue;
    if (message.length < maxLines && !/^\s*(?:\d+ )?│|^\s*└─|^ {4}\(/.test(line))
      message.push(said ?? line.trim().replace(/^error: /, ""));
  }
  return {
    diagnostic: {
      severity: "error",
      message: joined(message) || `${file} does not compile.`,
      ...(place ?? { file, line: null, column: null }),
    },
    next: at,
  };
}

/** True where another block begins. */
function begins(line: string): boolean {
  return /^(?: {4})?(?:warning|error): |^== |^\*\* \(|^==> |^Compilation failed|^Generated /.test(line);
}

function nowhere(severity: "error" | "warning", message: readonly string[], next: number): Taken {
  return { diagnostic: { severity, message: joined(message), file: null, line: null, column: null }, next };
}

function joined(message: readonly string[]): string {
  return message
    .slice(0, maxLines)
    .map((line) => line.trim())
    .join("\n")
    .replaceAll(/\n{2,}/g, "\n")
    .trim();
}
