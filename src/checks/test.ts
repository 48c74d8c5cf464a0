import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import type { FailedSetup, TestCase } from "../domain/validation/test-run.ts";
import { counted } from "../domain/values/plural.ts";
import { placed } from "../mix-output/location.ts";
import { defineCheck } from "./define.ts";
import { anyFileAndServices } from "./reads.ts";

const place = { file: z.string().nullish(), line: z.int().nullish(), column: z.int().nullish() };

export const testRunSchema = z.object({
  tests: z.array(
    z.object({
      module: z.string(),
      name: z.string(),
      file: z.string().nullish(),
      line: z.int().nullish(),
      us: z.number(),
      state: z.enum(["passed", "failed", "skipped", "excluded", "invalid"]),
      message: z.string(),
    }),
  ),
  /** Each setup_all that failed. */
  setups: z.array(z.object({ module: z.string(), ...place, what: z.string(), message: z.string() })).default([]),
});
/** One run of ExUnit, test by test; an umbrella has one for each app. */
export type TestRunArtefact = z.input<typeof testRunSchema>;

export const testSchema = z.object({
  status: z.literal("ran"),
  /** Files that hold tests which mix test did not load, and how many. */
  unmatched: z.array(z.object({ file: z.string(), tests: z.int() })).default([]),
  /** mix test ended with an exit of its own, as it does for a suite that failed. */
  failed: z.boolean().default(false),
});
export type TestArtefact = z.infer<typeof testSchema>;

/** Every run of ExUnit that ended, or why one of them cannot be read: it may hold the failures. */
export type TestRuns = { readonly runs: readonly TestRunArtefact[] } | { readonly missing: Judgement };

export default defineCheck({
  id: "test",
  title: "mix test",
  level: "must",
  docs: {
    passes: "tests ran and none failed",
    more:
      "a file with tests that `mix test` did not load is named in a warning, " +
      "unless `test_ignore_filters` names it or `warn_test_pattern` is `false`",
  },
  vm: "test",
  command: "mix test",
  artefact: testSchema,
  reads: anyFileAndServices,
  asksServices: true,
  judge: (seen, { context, runs }) => ("missing" in runs ? runs.missing : judgeTests(seen, runs.runs, context.path)),
  byHand: () => "mix test",
});

/** How many names a sentence holds. */
const maxNames = 4;

/** Tests ran, and none failed (Phase 6: mix test). `suites` has one entry for each app whose suite ended. */
export function judgeTests(
  run: TestArtefact,
  suites: readonly TestRunArtefact[],
  path: (file: string) => string,
): Judgement {
  const all = suites.flatMap((one) => one.tests);
  const setups = suites.flatMap(setupsOf);
  const of = (state: TestCase["state"]) => all.filter((one) => one.state === state);
  const failures = of("failed");
  const [invalid, skipped, excluded] = [of("invalid").length, of("skipped").length, of("excluded").length];
  const tests = all.length - skipped - excluded;
  const facts = { tests, failures: failures.length, invalid, skipped, excluded, slowest: [...slowest(all)] };
  const findings = [
    ...setups.map((one) => ofSetup(one, path)),
    ...failures.map((one) => ofFailure(one, path)),
    ...notRun(run, path),
  ];
  const extra = `${skipped > 0 ? `, ${skipped} skipped` : ""}${excluded > 0 ? `, ${excluded} excluded` : ""}`;
  const unrun = notRunWords(run, path);
  if (failures.length > 0 || invalid > 0 || setups.length > 0) {
    const says = [
      ...failedWords(failures, tests, extra),
      ...setupWords(setups, { invalid, tests }, path),
      ...unrun,
    ].join(" ");
    return {
      verdict: "fail",
      reason_code: "tests_failed",
      says,
      remedy: "Fix them; each is in the job summary with its place.",
      facts,
      findings,
    };
  }
  if (tests === 0) {
    return {
      verdict: "fail",
      reason_code: "no_tests_run",
      says: [`No test ran${extra}.`, ...unrun].join(" "),
      remedy: "Nothing was proved. Add tests in files that end in `_test.exs`, or look at what excludes them.",
      facts,
      findings,
      // mix passes where no test ran.
      reproduce: "",
    };
  }
  if (run.failed) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `mix test failed, although none of ${tests} tests did${extra}.`,
      remedy: "A flag such as `--warnings-as-errors` in an alias may have failed it: run `mix test` by hand.",
      facts,
      findings,
    };
  }
  const says = [`${counted(tests, "test")}, 0 failures${extra}.`, ...unrun].join(" ");
  return { verdict: "pass", reason_code: "passed", says, facts, findings };
}

function slowest(all: readonly TestCase[]): readonly string[] {
  return all
    .filter((one) => one.state === "passed" || one.state === "failed")
    .sort((a, b) => b.us - a.us)
    .slice(0, 5)
    .map((one) => `${nameOf(one)}: ${(one.us / 1_000).toFixed(1)} ms`);
}

function ofFailure(one: TestCase, path: (file: string) => string): Finding {
  return { severity: "error", message: one.message, rule: nameOf(one), ...placed(one, path) };
}

/**
 * What failed for a whole module: its setup_all, before the tests, or where those ran nevertheless an on_exit of it,
 * after them.
 */
interface FailedModule extends FailedSetup {
  readonly step: "setup_all" | "on_exit of setup_all";
}

function setupsOf({ tests, setups = [] }: TestRunArtefact): readonly FailedModule[] {
  const kept = new Set(tests.filter(({ state }) => state === "invalid").map(({ module }) => module));
  return setups.map((one) => ({ ...one, step: kept.has(one.module) ? "setup_all" : "on_exit of setup_all" }));
}

/** Once for its whole module: the tests that it kept from running have the same cause. */
function ofSetup(one: FailedModule, path: (file: string) => string): Finding {
  return {
    severity: "error",
    message: `${one.step} of ${one.module} failed: ${one.what}`,
    rule: `${one.module} setup_all`,
    ...placed(one, path),
  };
}

function failedWords(failures: readonly TestCase[], tests: number, extra: string): readonly string[] {
  if (failures.length === 0) return [];
  const names = failures.slice(0, maxNames).map(nameOf).join("; ");
  const more = failures.length > maxNames ? ` and ${failures.length - maxNames} more` : "";
  return [`${failures.length} of ${tests} tests failed${extra}: ${names}${more}.`];
}

function setupWords(
  setups: readonly FailedModule[],
  { invalid, tests }: { readonly invalid: number; readonly tests: number },
  path: (file: string) => string,
): readonly string[] {
  const before = setups.filter(({ step }) => step === "setup_all");
  const after = setups.filter(({ step }) => step !== "setup_all");
  return [
    ...(before.length === 0
      ? []
      : [`${invalid} of ${tests} tests did not run, because setup_all failed in ${modulesOf(before, path)}.`]),
    ...(after.length === 0
      ? []
      : [`The tests ran, and then on_exit of setup_all failed in ${modulesOf(after, path)}.`]),
  ];
}

function modulesOf(setups: readonly FailedModule[], path: (file: string) => string): string {
  const modules = setups.slice(0, maxNames).map((one) => {
    const { file, line } = placed(one, path);
    const place = file === undefined ? "" : ` (${file}${line === undefined ? "" : `:${line}`})`;
    return `${one.module}${place}`;
  });
  const more = setups.length > maxNames ? ` and ${setups.length - maxNames} more` : "";
  return `${modules.join(", ")}${more}`;
}

/** Files with tests that nobody ran: a reader would count on them. */
function notRun(run: TestArtefact, path: (file: string) => string): readonly Finding[] {
  return run.unmatched.map(({ file, tests }) => ({
    severity: "warning",
    file: path(file),
    line: 1,
    message:
      `mix test did not load this file, so its ${tests === 1 ? "test was" : `${tests} tests were`} not run: by ` +
      "default it loads what ends in `_test.exs` below `test` (`test_paths`, `test_pattern` and " +
      "`test_load_filters` of mix.exs).",
    rule: "test-not-run",
  }));
}

function notRunWords({ unmatched }: TestArtefact, path: (file: string) => string): readonly string[] {
  if (unmatched.length === 0) return [];
  const names = unmatched.slice(0, maxNames).map(({ file }) => path(file));
  const more = unmatched.length > maxNames ? ` and ${unmatched.length - maxNames} more` : "";
  return [
    `${unmatched.length === 1 ? "1 file" : `${unmatched.length} files`} with tests ` +
      `${unmatched.length === 1 ? "was" : "were"} not run: ${names.join(", ")}${more}.`,
  ];
}

function nameOf(one: { readonly module: string; readonly name: string }): string {
  return `${one.module} ${one.name}`;
}
