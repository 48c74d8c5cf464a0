import { describe, expect, test } from "@jest/globals";
import { diagnosticsIn } from "../../src/mix-output/compile.ts";
import { placesIn, progressIn } from "../../src/mix-output/places.ts";
import { failuresIn, summariesIn } from "../../src/mix-output/tests.ts";
import { plain } from "../../src/mix-output/unfinished.ts";
import { type Judged, judges } from "../checks/judges.ts";
import { kindOf, path, placeOf, recorded, runs, shown } from "../checks/recorded.ts";

/** Places and progress that are read from a run's words. */
function read(run: string): readonly string[] {
  const { stdout, stderr } = recorded(run);
  const texts = [plain(stderr), plain(stdout)];
  const progress = progressIn(texts.join("\n"));
  return [...placesIn(texts, path).map(placeOf), ...(progress === "" ? [] : [progress])];
}

const versions = ["1.14.0", "1.15.8", "1.17.3", "1.18.4", "1.20.3"];

/**
 * What Elixir of a version prints of the small application: columns came with 1.16, type warnings of tests with 1.18,
 * warnings of an unchanged build with 1.15.
 */
function expectedOf(
  version: string,
): Readonly<Record<string, { readonly words: readonly string[]; readonly judged?: string }>> {
  const minor = Number(version.split(".")[1]);
  const at = (place: string, column: number) => `warning ${place}${minor < 16 ? "" : `:${column}`}`;
  const demo = [at("lib/demo.ex:6", 5), at("lib/demo.ex:5", 13), at("lib/demo.ex:7", 9)];
  const again = minor < 15 ? [] : demo;
  const typed = minor < 18 ? [] : ["warning test/demo_test.exs:10:25"];
  const before = minor < 18 ? demo.slice(0, 2) : [];
  const broken = `error lib/x.ex:${minor < 16 ? "2:1" : "1:15"}`;
  const umbrella = [at("lib/a1.ex:2", 10), at("lib/a1.ex:3", 5)];
  const both = [...umbrella, at("lib/a2.ex:2", 10), at("lib/a2.ex:3", 5)];
  const percent = minor < 20 ? 22.22 : 20;
  const half = minor < 20 ? 50 : 66.67;
  const failed = "error test/demo_test.exs:9";
  const warned = `fail warnings_found: ${demo.join(", ")}`;
  return {
    "compile-again": { words: demo, judged: warned },
    "compile-error": { words: [broken, ...before], judged: `fail compile_error: ${[...before, broken].join(", ")}` },
    "compile-warnings": { words: demo, judged: warned },
    "format-check": {
      words: ["error mix.exs:1", "error lib/demo.ex:1"],
      judged: "fail not_formatted: error mix.exs:1, error lib/demo.ex:1",
    },
    release: { words: [...demo, "the release demo-0.1.0 was assembled"] },
    "release-no-overwrite": { words: [...again, "the release demo-0.1.0 was there and nothing was built"] },
    "test-coverage-task": { words: [...again, `coverage ${percent} %`] },
    "test-fail-cover": {
      words: [failed, ...demo, ...typed, `2 tests, 1 failed, 1 skipped, coverage ${percent} %`],
      judged: `fail tests_failed: ${failed}`,
    },
    "test-fail-export": {
      words: [failed, ...again, ...typed, "2 tests, 1 failed, 1 skipped"],
      judged: `fail tests_failed: ${failed}`,
    },
    "test-none": { words: [...again, "0 tests, 0 failed"], judged: "fail no_tests_run" },
    "test-pass": { words: [...again, "2 tests, 0 failed, 1 skipped"], judged: "pass passed" },
    "umbrella-compile": { words: umbrella, judged: `fail warnings_found: ${umbrella.join(", ")}` },
    "umbrella-test-cover": {
      words: [...both, `2 tests, 0 failed, coverage ${half} % and ${half} %`],
      judged: "pass passed",
    },
  };
}

const fleet = ["warning lib/harbor/fleet.ex:49"];
const boot = "error _build/prod/rel/harbor/releases/1.1.0/runtime.exs";
const coveralls = ["warning", "warning lib/excoveralls/html/view.ex:5:3", "warning lib/excoveralls/html/view.ex:6:3"];
const demo = ["warning lib/demo.ex:6:5", "warning lib/demo.ex:5:13", "warning lib/demo.ex:7:9"];

/** Runs of the real application and of tools that say something beside their report; all others say nothing. */
const others: Readonly<Record<string, readonly string[]>> = {
  "ecto/rollback-irreversible": ["error"],
  "phoenix-1.8/fail/boot-no-env": [`${boot}:10`],
  "phoenix-1.8/fail/boot-port-taken": ["error", "error"],
  "phoenix-1.8/fail/credo-bad-config": ["warning"],
  "phoenix-1.8/fail/credo-unknown-check": ["error"],
  ...Object.fromEntries(runs.filter((run) => run.startsWith("phoenix-1.8/fail/dialyzer")).map((run) => [run, fleet])),
  "phoenix-1.8/fail/ecto-migrate-fails": ["error"],
  "phoenix-1.8/fail/ecto-rollback-irreversible": ["error"],
  "phoenix-1.8/fail/migrate-db-refused": ["error"],
  "phoenix-1.8/fail/migrate-no-db": ["error"],
  "phoenix-1.8/fail/release-bad-eex": [
    "error",
    "error rel/env.sh.eex:3",
    "warning",
    "the release harbor-1.1.0 was begun and not finished",
  ],
  "phoenix-1.8/fail/release-compile-error": ["error lib/harbor/prod.ex:2"],
  "phoenix-1.8/fail/release-dev-dep": ["error lib/harbor/uses_credo.ex:2", "error lib/harbor/uses_credo.ex:2"],
  "phoenix-1.8/fail/release-runtime-syntax-boot": [`${boot}:41:18`, `${boot}:41:18`],
  ...Object.fromEntries(
    runs.filter((run) => run.startsWith("phoenix-1.8/fail/sobelow-0.13")).map((run) => [run, ["warning"]]),
  ),
  "phoenix-1.8/pass/release": ["the release harbor-1.1.0 was assembled"],
  "phoenix-1.8/pass/release-again": ["the release harbor-1.1.0 was there and nothing was built"],
  "phoenix-1.8/pass/release-overwrite": ["the release harbor-1.1.0 was assembled"],
  "tools/credo-bad-flag": ["error"],
  "tools/excoveralls-json-lowcov": [...coveralls, ...demo, "2 tests, 0 failed, 1 skipped, coverage 20 %"],
  "tools/excoveralls-mix-test-cover-fail": [
    "error test/demo_test.exs:9",
    ...coveralls,
    ...demo,
    "warning test/demo_test.exs:10:25",
    "2 tests, 1 failed, 1 skipped, coverage 20 %",
  ],
  "tools/excoveralls-pass-lowcov": [...coveralls, ...demo, "2 tests, 0 failed, 1 skipped, coverage 20 %"],
};

describe("the words of mix", () => {
  test.each(versions)("of Elixir %s name places and progress, and the judges see the same in them", (version) => {
    const table = expectedOf(version);
    const mine = runs.filter((run) => run.startsWith(`elixir-${version}/`));
    expect(mine).toEqual(Object.keys(table).map((name) => `elixir-${version}/${name}`));
    for (const run of mine) {
      const { words, judged } = table[run.split("/")[1] ?? ""] ?? { words: [] };
      expect([run, read(run)]).toEqual([run, words]);
      if (judged !== undefined)
        expect([run, shown(judges[kindOf(run) as Judged](recorded(run)))]).toEqual([run, judged]);
    }
  });

  test("of a real application and of tools explain what went wrong, and nothing else is taken for a fault", () => {
    const rest = runs.filter((run) => !run.startsWith("elixir-"));
    expect(
      Object.fromEntries(rest.map((run) => [run, read(run)]).filter(([, words]) => (words?.length ?? 0) > 0)),
    ).toEqual(others);
  });

  test("an error of Ecto names the migration that was under way", () => {
    const { stdout, stderr } = recorded("phoenix-1.8/fail/ecto-migrate-fails");
    const [says, where, ...more] = placesIn([stderr, stdout], path)[0]?.message.split("\n") ?? [];
    const exists = 'column "name" of relation "vessels" already exists';
    expect(says).toBe(`(Postgrex.Error) ERROR 42701 (duplicate_column) ${exists}`);
    expect(where).toMatch(/^In the migration \d{14} Harbor\.Repo\.Migrations\.\w+\.change\/0\.$/);
    expect(more).toEqual([]);
  });

  test("a message of several paragraphs is kept up to the snippet", () => {
    const { stderr } = recorded("elixir-1.18.4/test-fail-cover");
    const said = diagnosticsIn(stderr).at(-1)?.message ?? "";
    expect(said.split("\n").slice(0, 3)).toEqual([
      "comparison between distinct types found:",
      "left == right",
      "given types:",
    ]);
    expect(said).not.toContain("│");
  });

  test("a failed test is shown with what ExUnit saw", () => {
    expect(failuresIn(recorded("elixir-1.20.3/test-fail-cover").stdout)).toEqual([
      {
        severity: "error",
        message:
          "test fails (DemoTest)\nAssertion with == failed\ncode:  assert Demo.hello() == :moon\nleft:  " +
          ":world\nright: :moon",
        app: null,
        file: "test/demo_test.exs",
        line: 9,
        column: null,
      },
    ]);
  });

  test("what stands below `==> app` belongs to that app", () => {
    const text =
      "==> a1\n\n== Compilation error in file lib/a1.ex ==\n** (CompileError) lib/a1.ex:3: undefined function " +
      "go/0\n\n\n==> a2\n  1) test goes (A2Test)\n     test/a2_test.exs:4\n";
    expect([...diagnosticsIn(text), ...failuresIn(text)].map(({ app, file, line }) => [app, file, line])).toEqual([
      ["a1", "lib/a1.ex", 3],
      ["a2", "test/a2_test.exs", 4],
    ]);
    expect(placesIn([text], path).map((one) => one.message.split("\n").at(-1))).toEqual(["(in a1)", "(in a2)"]);
  });

  test.each([
    ["3 tests, 0 failures", [3, 0, 0, 0]],
    ["1 doctest, 2 properties, 3 tests, 1 failure, 2 invalid, 1 skipped", [5, 3, 1, 0]],
    ["4 tests, 0 failures, 3 excluded", [1, 0, 0, 3]],
    ["1 test, 0 failures (3 excluded)", [1, 0, 0, 3]],
    ["Result: 2 passed, 1 skipped", [2, 0, 1, 0]],
    ["Result: 447/455 passed (53/54 doctests, 393/403 tests)", [455, 8, 0, 0]],
    ["There are no tests to run", [0, 0, 0, 0]],
  ])("`%s` is a summary of ExUnit", (line, [total, failed, skipped, excluded]) => {
    expect(summariesIn(`${line}\r\n`)).toEqual([{ total, failed, skipped, excluded }]);
  });

  test.each([
    "Result: ok",
    "2 tests remain",
    "12 testers, 3 failures of nerve were seen",
    "passed 3 tests, 0 failures",
  ])("`%s` is none", (line) => {
    expect(summariesIn(line)).toEqual([]);
  });
});
