import type { Diagnostic } from "./compile.ts";
import { appIn, linesOf, placeIn } from "./lines.ts";

/** What ExUnit counted in one run; an umbrella has one for each app. */
export interface TestSummary {
  /** Tests that ran. */
  readonly total: number;
  readonly failed: number;
  readonly skipped: number;
  readonly excluded: number;
}

/** `1 doctest, 3 tests, 1 failure, 1 skipped`, and from 1.19 on `1 test, 0 failures (2 excluded)`. */
const more = "(?:, \\d{1,9} [a-z]+)*";
const counted = new RegExp(
  `^\\d{1,9} (?:doctests?|tests?|property|properties)${more}, \\d{1,9} failures?${more}(?: \\(.*\\))?$`,
);

/**
 * The lines that end a run of ExUnit: up to 1.19 `1 doctest, 3 tests, 1 failure, 1 skipped`, where skipped and (up to
 * 1.18) excluded ones are among the tests; from 1.20 on `Result: 1/2 passed, 1 skipped` with `Failed: 1 test` below,
 * where they are not. `There are no tests to run` is a run of none.
 */
export function summariesIn(text: string): readonly TestSummary[] {
  return linesOf(text).flatMap((line): readonly TestSummary[] => {
    if (line === "There are no tests to run") return [{ total: 0, failed: 0, skipped: 0, excluded: 0 }];
    const [, passed, tried] = /^Result: (\d{1,9})(?:\/(\d{1,9}))? passed\b/.exec(line) ?? [];
    if (passed === undefined && !counted.test(line)) return [];
    const of = (word: string) => Number(new RegExp(`(?:^|, |\\()(\\d{1,9}) ${word}\\b`).exec(line)?.[1] ?? 0);
    const [skipped, excluded] = [of("skipped"), of("excluded")];
    if (passed !== undefined) {
      const total = Number(tried ?? passed);
      return [{ total, failed: total - Number(passed), skipped, excluded }];
    }
    const named = of("doctests?") + of("tests?") + of("property") + of("properties");
    // 1.19 puts what it excluded in brackets, since it is no longer among the tests.
    const within = skipped + (line.includes("(") ? 0 : excluded);
    return [{ total: named - within, failed: of("failures?") + of("invalid"), skipped, excluded }];
  });
}

/** Tests that failed: `  1) test fails (DemoTest)`, the place below it, and what ExUnit says. */
export function failuresIn(text: string): readonly Diagnostic[] {
  const lines = linesOf(text);
  const found: Diagnostic[] = [];
  let app: string | null = null;
  for (const [at, line] of lines.entries()) {
    app = appIn(line) ?? app;
    const name = /^ {1,3}\d{1,9}\) (.+ \(\S+\)|\S+: failure on setup_all.*)$/.exec(line)?.[1];
    if (name === undefined) continue;
    const place = placeIn(lines[at + 1] ?? "");
    const rest: string[] = [];
    for (const said of lines.slice(at + (place === null ? 1 : 2), at + 20)) {
      if (!said.startsWith("     ") || said === "     stacktrace:") break;
      rest.push(said.slice(5));
    }
    const message = [name, ...rest].join("\n");
    found.push({ severity: "error", message, app, ...(place ?? { file: null, line: null, column: null }) });
  }
  return found;
}

/**
 * Totals of coverage tables, in percent: Mix's (`22.22% | Total`, framed from 1.19 on) and ExCoveralls'
 * (`[TOTAL]  20.0%`).
 */
export function coverageIn(text: string): readonly number[] {
  return linesOf(text).flatMap((line) => {
    const percent =
      /^\|?\s{0,12}(\d{1,3}\.\d{1,4})% \| Total\s*\|?$/.exec(line)?.[1] ??
      /^\[TOTAL\]\s{1,8}(\d{1,3}\.\d{1,4})%$/.exec(line)?.[1];
    return percent === undefined ? [] : [Number(percent)];
  });
}
