import { describe, expect, test } from "@jest/globals";
import { type Build, judgeCompile } from "../../src/checks/compile.ts";
import { type CoverageArtefact, judgeCoverage } from "../../src/checks/coverage.ts";
import { judgeFormat } from "../../src/checks/format.ts";
import { judgeTests } from "../../src/checks/test.ts";
import { shown } from "./recorded.ts";

const same = (file: string) => file;

describe("compile", () => {
  const diagnostic = (severity: string, file: string | null, line: number) => ({
    severity,
    message: `${severity} of ${file}`,
    file,
    line,
  });
  const build = (
    env: "test" | "prod",
    status: "ok" | "error",
    ...diagnostics: ReturnType<typeof diagnostic>[]
  ): Build => ({
    env,
    value: { status, diagnostics },
  });

  test.each([
    ["no warning in either build passes", [build("test", "ok"), build("prod", "ok")], "pass passed"],
    [
      "a warning in prod alone fails",
      [build("test", "ok"), build("prod", "ok", diagnostic("warning", "lib/a.ex", 3))],
      "fail warnings_found: warning lib/a.ex:3",
    ],
    [
      "the same warning of both builds is one",
      [
        build("test", "ok", diagnostic("warning", "lib/a.ex", 3)),
        build("prod", "ok", diagnostic("warning", "lib/a.ex", 3)),
      ],
      "fail warnings_found: warning lib/a.ex:3",
    ],
    [
      "an error wins over warnings",
      [build("test", "error", diagnostic("error", null, 0), diagnostic("warning", "lib/a.ex", 0))],
      "fail compile_error: error, warning lib/a.ex",
    ],
    ["a build that says error and names none fails", [build("test", "error")], "fail compile_error"],
  ])("%s", (_, builds, expected) => {
    expect(shown(judgeCompile(builds, same))).toBe(expected);
  });

  test("a build that is missing leaves it unjudged", () => {
    const missing = { verdict: "error", reason_code: "timed_out", says: "" } as const;
    expect(judgeCompile([build("test", "ok"), { env: "prod", missing }], same)).toBe(missing);
  });

  test("an alias that gates nothing is named in a pass", () => {
    const judgement = judgeCompile([build("test", "ok")], same, {
      precommit: ["compile --warning-as-errors", "test"],
      lint: ["format --check-formatted"],
    });
    expect(shown(judgement)).toBe("pass passed: warning mix.exs:1");
  });
});

describe("format", () => {
  test.each([
    ["formatted files", { status: "ok", message: "" } as const, "pass passed"],
    [
      "a file that cannot be parsed",
      { status: "syntax_error", message: "missing terminator", file: "lib/a.ex", line: 4 } as const,
      "fail syntax_error: error lib/a.ex:4",
    ],
    [
      "a plugin that is missing",
      { status: "failed", message: "Formatter plugin Phoenix.LiveView.HTMLFormatter cannot be found" } as const,
      "error could_not_run",
    ],
    ["an empty word", { status: "failed", message: "" } as const, "error could_not_run"],
  ])("%s", (_, seen, expected) => {
    expect(shown(judgeFormat({ ...seen, read: ["lib/a.ex"], excluded: [], apps: ["."] }, same))).toBe(expected);
  });
});

describe("test", () => {
  const one = (state: "passed" | "failed" | "skipped" | "excluded") => ({
    module: "A",
    name: "t",
    file: "test/a_test.exs",
    line: 3,
    us: 10,
    state,
    message: "no",
  });
  const ran = { status: "ran", unmatched: [], failed: false } as const;

  test.each([
    ["two that passed, in two apps", [{ tests: [one("passed")] }, { tests: [one("passed")] }], "pass passed"],
    ["one that failed", [{ tests: [one("passed"), one("failed")] }], "fail tests_failed: error test/a_test.exs:3"],
    ["all skipped or excluded", [{ tests: [one("skipped"), one("excluded")] }], "fail no_tests_run"],
    ["no suite at all", [], "fail no_tests_run"],
  ])("%s", (_, suites, expected) => {
    expect(shown(judgeTests({ ...ran, unmatched: [] }, suites, same))).toBe(expected);
  });

  test("a run that ended as failed is no pass, although no test did", () => {
    expect(shown(judgeTests({ ...ran, unmatched: [], failed: true }, [{ tests: [one("passed")] }], same))).toBe(
      "error not_judged",
    );
    expect(shown(judgeTests({ ...ran, unmatched: [], failed: true }, [{ tests: [one("failed")] }], same))).toMatch(
      /^fail tests_failed/,
    );
  });

  test("a file that is never picked up is named", () => {
    expect(
      shown(
        judgeTests({ ...ran, unmatched: [{ file: "test/a_tests.exs", tests: 2 }] }, [{ tests: [one("passed")] }], same),
      ),
    ).toBe("pass passed: warning test/a_tests.exs:1");
  });
});

describe("coverage", () => {
  const seen = (covered: number, relevant: number, threshold: number | null = 80): CoverageArtefact => ({
    status: "ran",
    modules: [{ module: "A", file: "lib/a.ex", relevant, covered, uncovered: covered < relevant ? [7] : [] }],
    tool: { name: "Mix", threshold },
  });

  test.each([
    ["what is above the minimum passes", seen(9, 10), "pass passed", 90],
    ["what is below fails, with the lines", seen(79, 100), "fail coverage_below_minimum: warning lib/a.ex:7", 79],
    ["79.96 is not 80", seen(7_996, 10_000), "fail coverage_below_minimum: warning lib/a.ex:7", 79.9],
    ["a tool that accepts less is named", seen(9, 10, 50), "pass passed: notice", 90],
    ["no relevant line is no coverage", seen(0, 0), "error not_judged", undefined],
  ])("%s", (_, artefact, expected, percent) => {
    const judgement = judgeCoverage(artefact, { minimum: 80, path: same });
    expect([shown(judgement), judgement.facts?.["coverage"]]).toEqual([expected, percent]);
  });
});
