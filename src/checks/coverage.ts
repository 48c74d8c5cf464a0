import type { Finding, Judgement } from "../domain/result.ts";
import type { CoverageArtefact } from "./artefacts.ts";

/** Line coverage of the one test run against the minimum in percent (Phase 6: mix test --cover, 80 %). Mix's own threshold is not asked. */
export function judgeCoverage(seen: CoverageArtefact, minimum: number, path: (file: string) => string): Judgement {
  const relevant = seen.modules.reduce((total, one) => total + one.relevant, 0);
  const covered = seen.modules.reduce((total, one) => total + one.covered, 0);
  if (relevant === 0) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `The test run left no coverage: ${seen.modules.length} modules, no relevant line.`,
      remedy: "Look at `test_coverage` in mix.exs: it may leave out every module. Tests that stop `:cover` lose its data.",
    };
  }
  const percent = (100 * covered) / relevant;
  const worst = seen.modules.filter((one) => one.relevant > one.covered).sort((a, b) => b.relevant - b.covered - (a.relevant - a.covered));
  const facts = {
    coverage: floor(percent),
    covered_lines: covered,
    relevant_lines: relevant,
    tool: seen.tool,
    modules: seen.modules.map((one) => ({
      module: one.module,
      coverage: one.relevant === 0 ? 100 : floor((100 * one.covered) / one.relevant),
      covered: one.covered,
      relevant: one.relevant,
    })),
  };
  const says = `Coverage is ${floor(percent).toFixed(1)} % (${covered} of ${relevant} lines; minimum ${minimum} %).`;
  if (percent < minimum) {
    const findings: Finding[] = worst.slice(0, 50).map((one) => ({
      severity: "warning",
      message: `${one.module}: ${one.relevant - one.covered} of ${one.relevant} lines are not covered: ${one.uncovered.slice(0, 30).join(", ")}${one.uncovered.length > 30 ? ", …" : ""}.`,
      ...(one.file === null ? {} : { file: path(one.file) }),
      ...(one.uncovered[0] === undefined ? {} : { line: one.uncovered[0] }),
    }));
    return {
      verdict: "fail",
      reason_code: "coverage_below_minimum",
      says,
      remedy: "Test the lines below, or lower `checks.coverage.minimum` with a reason.",
      facts,
      findings,
    };
  }
  return { verdict: "pass", reason_code: "passed", says, facts, findings: lenient(seen.tool, minimum) };
}

/** The project's own tool accepts less than is asked here: whoever runs it by hand sees a pass that is none. */
function lenient({ name, threshold }: CoverageArtefact["tool"], minimum: number): readonly Finding[] {
  if (threshold === null || threshold >= minimum) return [];
  const message = `${name} accepts ${threshold} % in this project, and ${minimum} % is asked for: raise its threshold, so that both say the same.`;
  return [{ severity: "notice", message, rule: "threshold" }];
}

/** One decimal, rounded down: 79.96 must never read as 80.0. */
function floor(percent: number): number {
  return Math.floor(percent * 10 + 1e-9) / 10;
}
