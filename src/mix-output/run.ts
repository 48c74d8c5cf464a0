import type { Diagnostic } from "./compile.ts";
import { appIn, linesOf, placeIn, placeSaid } from "./lines.ts";

/** Lines of a stack that are looked through for a place in the project. */
const maxStack = 30;

/**
 * Errors that ended a run: `** (Ecto.MigrationError) …` with the stack below it. The place is the first of the
 * project's own; an error of Ecto or of a database names the migration that was under way.
 */
export function raisedIn(text: string, migration: string | null = null): readonly Diagnostic[] {
  const lines = linesOf(text);
  const found: Diagnostic[] = [];
  let app: string | null = null;
  let compiling = false;
  for (const [at, line] of lines.entries()) {
    app = appIn(line) ?? app;
    compiling = /^== Compilation error/.test(line) || (compiling && line !== "");
    const [, kind = "", said = ""] = /^ {0,8}(?:ERROR! )?\*\* \(([^()]{1,200})\) ?(.*)$/.exec(line) ?? [];
    // What stopped a compilation is shown with its file.
    if (kind === "" || compiling) continue;
    const where =
      migration === null || !/^(?:Ecto|Postgrex|MyXQL|Tds|Exqlite|DBConnection)\./.test(kind)
        ? ""
        : `\nIn the migration ${migration}.`;
    // What mix itself refuses is said above it, and is no fault of a line.
    if (/^Mix(?:\.Error)?$/.test(kind)) continue;
    const place = placeSaid(said) ?? inStack(lines.slice(at + 1, at + maxStack));
    found.push({
      severity: "error",
      message: `(${kind}) ${said}${where}`,
      app,
      ...(place ?? { file: null, line: null, column: null }),
    });
  }
  return found;
}

/** The migration that was begun last, with its version. */
export function migrationIn(text: string): string | null {
  return linesOf(text).reduce<string | null>(
    (last, line) => /\[info\] == Running (\d+ \S+)/.exec(line)?.[1] ?? last,
    null,
  );
}

/** The first place of the project in a stack: `    lib/shop/prod.ex:2: (module)`, up to the next error. */
function inStack(lines: readonly string[]): ReturnType<typeof placeIn> {
  for (const line of lines) {
    if (line.includes("** (")) return null;
    const place = line.startsWith("    ") ? placeIn(line) : null;
    if (place !== null) return place;
  }
  return null;
}

/** How far `mix release` came. */
export function releaseIn(text: string): readonly string[] {
  const lines = linesOf(text);
  const name = lines.map((line) => /^\* assembling (\S+) on MIX_ENV=/.exec(line)?.[1]).find((one) => one !== undefined);
  const created = lines.some((line) => line.startsWith("Release created at "));
  const asked = lines
    .map((line) => /^Release (\S+) already exists\. Overwrite\?/.exec(line)?.[1])
    .find((one) => one !== undefined);
  if (asked !== undefined) return [`the release ${asked} was there and nothing was built`];
  if (name === undefined) return [];
  return [created ? `the release ${name} was assembled` : `the release ${name} was begun and not finished`];
}

/**
 * The files that `mix format --check-formatted` names: a list on 1.14, a diff below each absolute path from 1.15 on.
 */
export function unformattedIn(text: string): readonly string[] {
  if (!text.includes("not formatted")) return [];
  return linesOf(text).flatMap((line) => {
    const named = /^ {2}\* (.+)$/.exec(line) ?? /^(\/.+\.\w+)$/.exec(line);
    return named?.[1] === undefined ? [] : [named[1]];
  });
}
