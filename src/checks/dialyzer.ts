import type { Finding, Judgement } from "../domain/result.ts";
import type { Ran } from "../ports.ts";
import { couldNotRun, firstLine, plain, tailOf } from "./lane.ts";
import { placed } from "./place.ts";

/** `lib/a.ex:49:13:pattern_match The pattern …`, on standard error; OTP 25 and earlier may name no column. */
const warning = /^(\S+?\.(?:ex|exs|erl|eex|heex|leex)):(\d+)(?::(\d+))?:([a-z_]+) (.+)$/gm;

/** No warnings (Phase 6: mix dialyzer). The count on standard output is the evidence; the lines on standard error must be as many. */
export function judgeDialyzer(ran: Pick<Ran, "code" | "stdout" | "stderr">, path: (file: string) => string): Judgement {
  const output = plain(ran.stdout);
  const errors = plain(ran.stderr);
  const tail = tailOf(ran);
  const [, total] = /^Total errors: (\d+), Skipped: -?\d+/m.exec(output) ?? [];
  if (total === undefined)
    return couldNotRun("mix dialyzer", `${output}\n${errors}`, firstLine(errors) || `it ended with ${ran.code}.`, tail);
  const findings: Finding[] = [...errors.matchAll(warning), ...output.matchAll(warning)].map(
    ([, file = "", line = "", column, rule = "", message = ""]) => ({
      severity: "warning",
      message,
      rule,
      ...placed({ file, line: Number(line), column: column === undefined ? null : Number(column) }, path),
    }),
  );
  const facts = { warnings: findings.length, total: Number(total) };
  if (findings.length > 0) {
    return {
      verdict: "fail",
      reason_code: "issues_found",
      says: `${findings.length} ${findings.length === 1 ? "warning" : "warnings"}.`,
      remedy: "Mend each, or list it in .dialyzer_ignore.exs.",
      facts,
      findings,
    };
  }
  if (ran.code === 0) return { verdict: "pass", reason_code: "passed", says: "No warnings.", facts };
  return couldNotRun("mix dialyzer", errors, `it counts ${total}, names no warning, and ended with ${ran.code}.`, tail);
}
