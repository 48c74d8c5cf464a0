import type { Finding, Judgement } from "../domain/result.ts";
import type { SuiteArtefact, TestArtefact } from "./artefacts.ts";

/** Tests ran, and none failed (Phase 6: mix test). `suites` has one entry for each app whose suite ended. */
export function judgeTests(run: TestArtefact, suites: readonly SuiteArtefact[], path: (file: string) => string): Judgement {
  const failures = suites.flatMap((one) => one.failures);
  const passed = sum(suites.map((one) => one.passed));
  const skipped = sum(suites.map((one) => one.skipped));
  const excluded = sum(suites.map((one) => one.excluded));
  const tests = passed + failures.length;
  const slowest = suites
    .flatMap((one) => one.slow)
    .sort((a, b) => b.us - a.us)
    .slice(0, 5)
    .map((one) => `${one.name}: ${(one.us / 1_000).toFixed(1)} ms`);
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
      rule: one.name,
      ...(one.file == null ? {} : { file: path(one.file) }),
      ...(one.line == null || one.line < 1 ? {} : { line: one.line }),
    })),
    ...ignored,
  ];
  if (run.status === "could_not_run" && failures.length === 0) {
    const database = /database|DBConnection|connection refused/i.test(run.message);
    return {
      verdict: "error",
      reason_code: "could_not_run",
      says: `mix test could not run: ${run.message.split("\n")[0]}`,
      remedy: database
        ? "Give the job a `services: postgres` container, and the address in config/test.exs."
        : "See the message and the log.",
      facts,
      findings,
      tail: run.message,
    };
  }
  const extra = `${skipped > 0 ? `, ${skipped} skipped` : ""}${excluded > 0 ? `, ${excluded} excluded` : ""}`;
  if (failures.length > 0) {
    const names = failures
      .slice(0, 3)
      .map((one) => one.name)
      .join("; ");
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
  return { verdict: "pass", reason_code: "passed", says: `${tests} tests, 0 failures${extra}.`, facts, findings };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
