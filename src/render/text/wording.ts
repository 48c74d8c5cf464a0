import type { Result, Verdict } from "../../domain/evidence/result.ts";
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

/** The earlier run that this pass is from, as a link; nothing where it was found out in this run. */
export function earlierRun({ verdict, facts }: Pick<Result, "verdict" | "facts">): string {
  const { as_in_run: run, as_in_run_url: url } = facts;
  return verdict === "pass" && typeof run === "string"
    ? link(`run ${shortened(run, 40)}`, typeof url === "string" ? url : "")
    : "";
}

interface Mark {
  readonly required: boolean;
  readonly verdict: string;
  readonly reason_code: string | null;
}

/** Is this worth a mark: not required, and neither switched off nor inapplicable? */
export function isOptional(one: Mark): boolean {
  return !one.required && one.verdict !== "off" && one.reason_code !== "not_applicable";
}

/** Behind the title of a check that is not required. */
export function optionalMark(one: Mark): string {
  return isOptional(one) ? " (optional)" : "";
}

/** Milliseconds as a person reads them. */
export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
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
