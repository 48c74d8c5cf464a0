import { z } from "zod";
import type { Finding, Judgement } from "../domain/result.ts";
import type { Ran } from "../ports.ts";
import { couldNotRun, firstLine, plain, tailOf } from "./lane.ts";
import { placed } from "./place.ts";

const report = z.object({
  issues: z.array(
    z.object({
      category: z.string(),
      check: z.string(),
      filename: z.string(),
      line_no: z.int().nullable(),
      column: z.int().nullish(),
      message: z.string(),
    }),
  ),
});

/** From here on the exit code is a fault of the tool; below it is a set of issue categories. */
const toolFault = 128;

/** No issue (Phase 6: mix credo --strict). `ran` is the JSON run, ended by itself. Files and checks that credo left out are never a pass. */
export function judgeCredo(ran: Pick<Ran, "code" | "stdout" | "stderr">, path: (file: string) => string): Judgement {
  const tail = tailOf(ran);
  const errors = plain(ran.stderr);
  const parsed = parse(ran.stdout);
  if (ran.code === null || ran.code >= toolFault || parsed === null)
    return couldNotRun("mix credo", `${errors}\n${plain(ran.stdout)}`, firstLine(errors) || `it ended with ${ran.code}.`, tail);
  const excluded = [...errors.matchAll(/^ +\d+\) (\S+)$/gm)].map(([, file = ""]) => file);
  if (excluded.length > 0 || errors.includes("could not be parsed")) {
    return {
      verdict: "error",
      reason_code: "syntax_error",
      says: `credo left out files that it could not parse: ${excluded.map(path).join(", ")}.`,
      remedy: "Mend their syntax.",
      findings: excluded.map((file) => ({ severity: "error", file: path(file), line: 1, message: "credo could not parse this file." })),
      tail,
    };
  }
  const unknown = [...errors.matchAll(/Ignoring an undefined check: (\S+)/g)].map(([, check = ""]) => check);
  if (unknown.length > 0) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `credo ignored checks that it does not know: ${unknown.join(", ")}.`,
      remedy: "Mend their names in .credo.exs.",
      tail,
    };
  }
  const findings: Finding[] = parsed.issues.map((one) => ({
    severity: "warning",
    message: one.message,
    rule: one.check,
    ...placed({ file: one.filename, line: one.line_no, column: one.column }, path),
  }));
  const facts = { issues: findings.length };
  if (findings.length > 0) {
    const categories = [...new Set(parsed.issues.map((one) => one.category))].sort();
    return {
      verdict: "fail",
      reason_code: "issues_found",
      says: `${findings.length} ${findings.length === 1 ? "issue" : "issues"} (${categories.join(", ")}).`,
      remedy: "Mend each, or configure the check in .credo.exs.",
      facts,
      findings,
    };
  }
  if (ran.code !== 0) return couldNotRun("mix credo", errors, `it named no issue and ended with ${ran.code}.`, tail);
  return { verdict: "pass", reason_code: "passed", says: "No issues.", facts };
}

/** Dependencies that had to be compiled speak first: the report begins at the first line that is `{` and nothing else. */
function parse(stdout: string): z.infer<typeof report> | null {
  const start = /^\{$/m.exec(stdout);
  if (start === null) return null;
  try {
    return report.parse(JSON.parse(stdout.slice(start.index)));
  } catch {
    return null;
  }
}
