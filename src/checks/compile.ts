import type { Finding, Judgement } from "../domain/result.ts";
import type { CompileArtefact } from "./artefacts.ts";

/** One build's diagnostics, or why there are none. */
export type Build = { readonly env: "test" | "prod" } & ({ readonly value: CompileArtefact } | { readonly missing: Judgement });

/** Zero warnings, in `test` and in `prod` (Phase 6: mix compile --warnings-as-errors). `path` maps a file to the repository. */
export function judgeCompile(builds: readonly Build[], path: (file: string) => string): Judgement {
  const findings: Finding[] = [];
  const facts: Record<string, number> = {};
  let broken = false;
  for (const build of builds) {
    if ("missing" in build) return build.missing;
    const { value, env } = build;
    if (value.status === "could_not_run") {
      return {
        verdict: "error",
        reason_code: "could_not_run",
        says: `MIX_ENV=${env} mix compile could not run: ${firstLine(value.message)}`,
        remedy: "Run `mix deps.get` before this step, and see the message.",
        tail: value.message,
      };
    }
    broken ||= value.status === "error";
    facts[`warnings_${env}`] = value.diagnostics.filter((one) => one.severity === "warning").length;
    for (const one of value.diagnostics) {
      const finding: Finding = {
        severity: one.severity === "error" ? "error" : "warning",
        message: one.message,
        rule: `compile-${env}`,
        ...(one.file == null ? {} : { file: path(one.file) }),
        ...(one.line == null || one.line < 1 ? {} : { line: one.line }),
        ...(one.column == null || one.column < 1 ? {} : { column: one.column }),
      };
      // Both builds compile the same files: a reader wants each fault once.
      if (!findings.some((known) => known.file === finding.file && known.line === finding.line && known.message === finding.message))
        findings.push(finding);
    }
  }
  if (broken) {
    const errors = findings.filter((one) => one.severity === "error");
    return {
      verdict: "fail",
      reason_code: "compile_error",
      says: `It does not compile: ${firstLine(errors[0]?.message ?? "see the findings")}`,
      remedy: "Mend the error.",
      findings,
      facts,
    };
  }
  if (findings.length > 0) {
    return {
      verdict: "fail",
      reason_code: "warnings_found",
      says: `${findings.length} ${findings.length === 1 ? "warning" : "warnings"}, none is accepted.`,
      remedy: "Mend each of them.",
      findings,
      facts,
    };
  }
  return { verdict: "pass", reason_code: "passed", says: `No warnings in ${builds.map((build) => build.env).join(" and ")}.`, facts };
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
