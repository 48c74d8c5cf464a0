import type { Finding, Judgement } from "../domain/result.ts";
import type { SuiteArtefact, TestArtefact } from "./artefacts.ts";
import { placed } from "./place.ts";

/** Tests ran, and none failed (Phase 6: mix test). `suites` has one entry for each app whose suite ended. */
export function judgeTests(run: TestArtefact, suites: readonly SuiteArtefact[], path: (file: string) => string): Judgement {
  const all = suites.flatMap((one) => one.tests);
  const failures = all.filter((one) => one.state === "failed");
  const skipped = all.filter((one) => one.state === "skipped").length;
  const excluded = all.filter((one) => one.state === "excluded").length;
  const tests = all.length - skipped - excluded;
  const slowest = all
    .filter((one) => one.state === "passed" || one.state === "failed")
    .sort((a, b) => b.us - a.us)
    .slice(0, 5)
    .map((one) => `${nameOf(one)}: ${(one.us / 1_000).toFixed(1)} ms`);
  const facts = { tests, failures: failures.length, skipped, excluded, slowest };
  const ignored: Finding[] = run.unmatched.map((file) => ({
    severity: "warning",
    file: path(file),
    line: 1,
    message: "This file looks like tests and is never run: its name must end in `_test.exs`.",
  }));
  const findings: Finding[] = [
    ...failures.map((one) => ({
      severity: "error" as const,
      message: one.message,
      rule: nameOf(one),
      ...placed(one, path),
    })),
    ...ignored,
  ];
  const extra = `${skipped > 0 ? `, ${skipped} skipped` : ""}${excluded > 0 ? `, ${excluded} excluded` : ""}`;
  if (failures.length > 0) {
    const names = failures.slice(0, 3).map(nameOf).join("; ");
    return {
      verdict: "fail",
      reason_code: "tests_failed",
      says: `${failures.length} of ${tests} tests failed${extra}: ${names}.`,
      remedy: "Mend them; each is below with its place.",
      facts,
      findings,
    };
  }
  if (tests === 0) {
    return {
      verdict: "fail",
      reason_code: "no_tests_run",
      says: `No test ran${extra}.`,
      remedy: "Nothing was proved. Add tests in files that end in `_test.exs`, or look at what excludes them.",
      facts,
      findings,
    };
  }
  if (run.failed) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `mix test ended as failed, although none of ${tests} tests did${extra}.`,
      remedy: "A flag such as `--warnings-as-errors` in an alias may have failed it: run `mix test` by hand.",
      facts,
      findings,
    };
  }
  return { verdict: "pass", reason_code: "passed", says: `${tests} tests, 0 failures${extra}.`, facts, findings };
}

function nameOf(one: { readonly module: string; readonly name: string }): string {
  return `${one.module} ${one.name}`;
}
