import { counted } from "../domain/plural.ts";
import type { Result, Verdict } from "../domain/result.ts";
import { link } from "./markdown.ts";

/** The verdict as Phase 6's report writes it. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: "✓ PASS",
  fail: "✗ FAIL",
  error: "✗ ERROR",
  inconclusive: "◌ INCONCLUSIVE",
  off: "– OFF",
  "not-run": "– NOT RUN",
};

/**
 * How a result ended, as a table shows it: a pass of an earlier run names that run, and what does not apply is no gap.
 */
export function statusWords(one: Pick<Result, "verdict" | "reason_code" | "facts">): string {
  const run = earlierRun(one);
  if (run !== "") return `✓ as in ${run}`;
  if (one.reason_code === "backup_not_run") return "– CONFIGURED, NOT RUN";
  return one.reason_code === "not_applicable" ? "– DOES NOT APPLY" : verdictWords[one.verdict];
}

/** The earlier run that this pass is from, as a link; nothing where it was found out in this run. */
export function earlierRun({ verdict, facts }: Pick<Result, "verdict" | "facts">): string {
  const { as_in_run: run, as_in_run_url: url } = facts;
  return verdict === "pass" && typeof run === "string"
    ? link(`run ${shortened(run, 40)}`, typeof url === "string" ? url : "")
    : "";
}

/** Behind the title of a check that is not required; nothing where it is switched off or does not apply. */
export function optionalMark({
  required,
  verdict,
  reason_code,
}: Pick<Result, "required" | "verdict" | "reason_code">): string {
  return required || verdict === "off" || reason_code === "not_applicable" ? "" : " (optional)";
}

/** Milliseconds as a person reads them. */
export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * The number beside a check's verdict in Phase 6's table: "103 tests", "92.3%". Coverage is rounded down: 79.96 never
 * reads as 80.0.
 */
export function figure({ id, facts }: Pick<Result, "id" | "facts">): string {
  const { tests, coverage } = facts;
  if (id === "test" && typeof tests === "number") return counted(tests, "test");
  if (id === "coverage" && typeof coverage === "number")
    return `${(Math.floor(coverage * 10 + 1e-9) / 10).toFixed(1)}%`;
  return "";
}

/** An ISO time as the report writes it: `YYYY-MM-DD HH:MM UTC`. */
export function minute(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

/** A word as it begins a title. */
export function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** At most so many characters, and a mark where the rest was. */
export function shortened(text: string, maxCharacters: number): string {
  return text.length <= maxCharacters
    ? text
    : `${text
        .slice(0, maxCharacters)
        .toWellFormed()
        .replace(/\ufffd$/, "")}…`;
}
