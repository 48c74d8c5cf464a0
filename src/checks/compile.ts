import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import type { Project } from "../domain/validation/project.ts";
import { counted } from "../domain/values/plural.ts";
import { placed } from "../mix-output/location.ts";
import { firstLine } from "../mix-output/unfinished.ts";
import { defineCheck } from "./define.ts";
import { anyFile } from "./reads.ts";

const place = { file: z.string().nullish(), line: z.int().nullish(), column: z.int().nullish() };

export const compileSchema = z.object({
  status: z.enum(["ok", "error"]),
  /**
   * Whether `mix compile --warnings-as-errors` fails on the warnings: it accepts those of Erlang's compiler. Absent
   * means that each of them counts.
   */
  refused: z.boolean().optional(),
  diagnostics: z.array(z.object({ severity: z.string(), message: z.string(), ...place })),
});
export type CompileArtefact = z.infer<typeof compileSchema>;

export default defineCheck({
  id: "compile",
  title: "mix compile --warnings-as-errors",
  level: "must",
  docs: {
    passes: "`mix compile --warnings-as-errors` accepts the `test` and the `prod` build",
    more: "warnings that it accepts, those of Erlang's compilers, are shown",
  },
  vm: "builds",
  reads: anyFile,
  byHand: () =>
    ["test", "prod"].map((env) => `MIX_ENV=${env} mix compile --warnings-as-errors --all-warnings`).join(" && "),
});

/** One build's diagnostics, or why there are none. */
export type Build = { readonly env: "test" | "prod" } & (
  | { readonly value: CompileArtefact }
  | { readonly missing: Judgement }
);

/**
 * Flags that mix takes without a word and that do nothing: Phoenix 1.8.0 wrote the first into every new project's
 * `precommit`.
 */
const mistyped = /--warning-as-errors\b|--warnings-as-error\b|--check-format\b/;

/**
 * No warning that `mix compile --warnings-as-errors` fails on, in `test` and in `prod` (Phase 6: zero warnings). `path`
 * maps a file to the repository.
 */
export function judgeCompile(
  builds: readonly Build[],
  path: (file: string) => string,
  aliases: Project["aliases"] = {},
): Judgement {
  const findings: Finding[] = [];
  const known = new Set<string>();
  const facts: Record<string, number> = {};
  let broken = false;
  let refused = false;
  for (const build of builds) {
    if ("missing" in build) return build.missing;
    const { value, env } = build;
    broken ||= value.status === "error";
    refused ||= value.refused ?? value.diagnostics.length > 0;
    facts[`warnings_${env}`] = value.diagnostics.filter((one) => one.severity === "warning").length;
    for (const one of value.diagnostics) {
      const finding: Finding = {
        severity: one.severity === "error" ? "error" : "warning",
        message: one.message,
        rule: `compile-${env}`,
        ...placed(one, path),
      };
      // Both builds compile the same files: a reader wants each fault once.
      const same = JSON.stringify([finding.file, finding.line, finding.message]);
      if (!known.has(same)) findings.push(finding);
      known.add(same);
    }
  }
  if (broken) {
    const errors = findings.filter((one) => one.severity === "error");
    return {
      verdict: "fail",
      reason_code: "compile_error",
      says: `It does not compile: ${firstLine(errors[0]?.message ?? "see the findings")}`,
      remedy: "Fix the error.",
      findings,
      facts,
    };
  }
  if (refused) {
    return {
      verdict: "fail",
      reason_code: "warnings_found",
      says: `${counted(findings.length, "compiler warning")}; the limit is 0.`,
      remedy: "Fix them.",
      findings,
      facts,
    };
  }
  const warnings = counted(findings.length, "warning");
  const accepted = `${warnings} that \`--warnings-as-errors\` accepts (of Erlang, Leex or Yecc)`;
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `${findings.length === 0 ? "No warnings" : accepted} in ${builds.map((build) => build.env).join(" and ")}.`,
    facts,
    findings: [...findings, ...toothless(aliases, path)],
  };
}

/** Aliases that a person trusts and that gate nothing. */
function toothless(aliases: Project["aliases"], path: (file: string) => string): readonly Finding[] {
  return Object.entries(aliases).flatMap(([alias, tasks]) =>
    tasks.flatMap((task): readonly Finding[] => {
      const flag = mistyped.exec(task)?.[0];
      if (flag === undefined) return [];
      const message =
        `The alias \`${alias}\` says \`${task}\`: mix does not know \`${flag}\` and lets everything pass. Write ` +
        "`--warnings-as-errors` or `--check-formatted`.";
      return [{ severity: "warning", message, rule: "alias", file: path("mix.exs"), line: 1 }];
    }),
  );
}
