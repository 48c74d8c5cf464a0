import type { Finding } from "../domain/evidence/result.ts";
import { type Diagnostic, diagnosticsIn } from "./compile.ts";
import { placed } from "./location.ts";
import { migrationIn, raisedIn, releaseIn, unformattedIn } from "./run.ts";
import { coverageIn, failuresIn, summariesIn } from "./tests.ts";

/**
 * What can be read from the words of mix where a tool left nothing else: places and sentences that explain why there is
 * no verdict. Words make no pass: nothing here says that something is in order.
 */

/** Findings that are named of one text. */
const maxPlaces = 50;

/**
 * Compile diagnostics, failed tests, raised errors and files that are not formatted, each with its place. Standard
 * output and error are read apart: `==> app` counts for its own stream.
 */
export function placesIn(texts: readonly string[], path: (file: string) => string): readonly Finding[] {
  const found = new Map<string, Finding>();
  const migration = texts.map(migrationIn).find((one) => one !== null) ?? null;
  for (const text of texts) {
    for (const one of [
      ...diagnosticsIn(text),
      ...failuresIn(text),
      ...raisedIn(text, migration),
      ...unformattedIn(text).map(unformatted),
    ]) {
      const finding = findingOf(one, path);
      found.set(JSON.stringify([finding.file, finding.line, finding.message.split("\n")[0]]), finding);
    }
  }
  const all = [...found.values()];
  return [...all.filter((one) => one.severity === "error"), ...all.filter((one) => one.severity !== "error")].slice(
    0,
    maxPlaces,
  );
}

function unformatted(file: string): Diagnostic {
  return { severity: "error", message: "This file is not formatted.", app: null, file, line: 1, column: null };
}

function findingOf(
  { severity, message, app, file, line, column }: Diagnostic,
  path: (file: string) => string,
): Finding {
  const said = app === null ? message : `${message}\n(in ${app})`;
  const place = placed({ file, line, column }, path);
  // A place outside the repository is none that a reader could open.
  return { severity, rule: "output", message: said, ...(place.file?.startsWith("/") ? {} : place) };
}

/** How far it had come, in its own figures: "3 tests, 1 failed, 1 skipped". Empty when it says none. */
export function progressIn(text: string): string {
  const tests = summariesIn(text);
  const sum = (of: "total" | "failed" | "skipped" | "excluded") => tests.reduce((total, one) => total + one[of], 0);
  const coverage = coverageIn(text);
  return [
    ...(tests.length === 0
      ? []
      : [
          `${sum("total")} tests, ${sum("failed")} failed`,
          ...(sum("skipped") > 0 ? [`${sum("skipped")} skipped`] : []),
          ...(sum("excluded") > 0 ? [`${sum("excluded")} excluded`] : []),
        ]),
    ...(coverage.length === 0 ? [] : [`coverage ${coverage.map((percent) => `${percent} %`).join(" and ")}`]),
    ...releaseIn(text),
  ].join(", ");
}
