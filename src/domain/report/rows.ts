import type { Evidence } from "../evidence/evidence.ts";
import { notPassed, type Result, type Verdict } from "../evidence/result.ts";
import { figureOf } from "../values/figure.ts";
import type { ReportRow } from "./row-form.ts";

/** A check that has a row, also when it was never run. */
export interface KnownCheck {
  readonly id: string;
  readonly title: string;
}

/** The row of a result. */
export function rowOf(one: Result, note = figureOf(one)): ReportRow {
  const { id, title, required, verdict, reason_code, says, facts } = one;
  const applies = reason_code !== "not_applicable" || verdict === "pass" || notPassed(one);
  const { as_in_run: run, as_in_run_url: url } = facts;
  return {
    ...{ id, title, required, verdict: applies ? verdict : "does-not-apply", reason_code, note, says },
    as_in: verdict === "pass" && typeof run === "string" ? { run, url: typeof url === "string" ? url : "" } : null,
  };
}

/** A row that sums several results up, or of what was never run. */
export function plainRow(
  { id, title }: KnownCheck,
  verdict: ReportRow["verdict"],
  { note = "", says = "" }: { readonly note?: string; readonly says?: string } = {},
): ReportRow {
  return { id, title, required: true, verdict, reason_code: null, note, says, as_in: null };
}

/** Checks of validate that have their row in another section than the first. */
const databaseChecks: readonly string[] = ["migrations", "migration-safety", "backup"];
const releaseChecks: readonly string[] = ["version", "changelog", "rollback-plan"];

/** The checks of validate, by section; each one known has its row, also when it was never run. */
export function checkRows(
  validate: Evidence | null,
  checks: readonly KnownCheck[],
): { readonly validation: ReportRow[]; readonly database: ReportRow[]; readonly release: ReportRow[] } {
  const results = (validate?.results ?? []).filter(({ kind }) => kind === "check");
  const known = checks.map(({ id }) => id);
  const rows = [
    ...checks.map((check) => {
      const one = results.find(({ id }) => id === check.id);
      return one === undefined ? plainRow(check, "not-run") : rowOf(one);
    }),
    ...results.filter(({ id }) => !known.includes(id)).map((one) => rowOf(one)),
  ];
  return {
    validation: rows.filter(({ id }) => !databaseChecks.includes(id) && !releaseChecks.includes(id)),
    database: rows.filter(({ id }) => databaseChecks.includes(id)),
    release: rows.filter(({ id }) => releaseChecks.includes(id)),
  };
}

const worstFirst: readonly Verdict[] = ["fail", "error", "inconclusive", "not-run", "off", "pass"];

/** The worst of several looks at one thing; not run when the look that decides is not among them. */
export function worstOf(results: readonly Result[], decided = true): Verdict {
  if (!decided && results.every((one) => one.verdict === "pass")) return "not-run";
  return worstFirst.find((verdict) => results.some((one) => one.verdict === verdict)) ?? "not-run";
}
