import type { Stages } from "../domain/deployment.ts";
import type { Evidence, Measurement } from "../domain/evidence.ts";
import { counted } from "../domain/plural.ts";
import { blocks, type Result, type Verdict } from "../domain/result.ts";
import { notPassed } from "./causes.ts";
import { cell, details, plainText, sentence, table } from "./markdown.ts";
import { watchShown } from "./watch.ts";
import { capital, figure, optionalMark, shortened, statusWords, verdictWords } from "./wording.ts";

/**
 * One row of the template's tables: what was looked at, how it ended, in which words, and what belongs to them. The
 * last two are Markdown.
 */
interface Row {
  readonly title: string;
  readonly verdict: Verdict | "does-not-apply";
  readonly status: string;
  readonly note: string;
}

/** A check that has a row, also when it was never run. */
export interface KnownCheck {
  readonly id: string;
  readonly title: string;
}

/** Phase 6: Pre-Deployment Validation. Every check of the list has its row, also when it was never run. */
export function validationTable(validate: Evidence | null, checks: readonly KnownCheck[]): string {
  const results = validate?.results ?? [];
  const known = checks.map(({ id }) => id);
  return arranged([
    ...checks.map(({ id, title }) =>
      checkRow(
        title,
        results.find((one) => one.id === id),
      ),
    ),
    ...results.filter((one) => !known.includes(one.id)).map((one) => checkRow(one.title, one)),
  ]);
}

function checkRow(title: string, one: Result | undefined): Row {
  if (one === undefined) return row(title, "not-run");
  const shown = `${shortened(one.title, 200)}${optionalMark(one)}`;
  const strange = one.reason_code === "not_applicable" && one.verdict !== "pass" && !notPassed(one);
  return {
    title: shown,
    verdict: strange ? "does-not-apply" : one.verdict,
    status: statusWords(one),
    note: figure(one),
  };
}

/**
 * What failed first, then what passed and what was not run, each in one folded table; what is off and what does not
 * apply in one line.
 */
function arranged(rows: readonly Row[]): string {
  const of = (...verdicts: readonly Row["verdict"][]) => rows.filter((one) => verdicts.includes(one.verdict));
  const shown = (some: readonly Row[]) =>
    table(
      ["Check", "Status"],
      some.map(({ title, status, note }) => [cell(title), `${status}${inBrackets(note)}`]),
    );
  const fold = (title: string, some: readonly Row[]) => (some.length === 0 ? [] : [details(title, shown(some))]);
  const line = (title: string, some: readonly Row[]) =>
    some.length === 0
      ? []
      : [`${title}: ${some.map((one) => `${sentence(one.title)}${inBrackets(one.note)}`).join(", ")}`];
  const failed = of("fail", "error", "inconclusive");
  return [
    ...(failed.length === 0 ? [] : [shown(failed)]),
    ...fold(`✅ ${of("pass").length} of ${rows.length} passed`, of("pass")),
    ...fold(`⏭️ ${of("not-run").length} of ${rows.length} not run`, of("not-run")),
    ...line("➖ Switched off", of("off")),
    ...line("➖ Does not apply", of("does-not-apply")),
  ].join("\n\n");
}

function row(title: string, verdict: Verdict, note = ""): Row {
  return { title, verdict, status: verdictWords[verdict], note };
}

function inBrackets(note: string): string {
  return note === "" ? "" : ` (${note})`;
}

/**
 * Phase 6: Deployment Validation. Its four rows, with what they rest on: the deployment itself, migrations, readiness
 * and approval.
 */
export function deploymentTable(model: Stages & { readonly environment: string; readonly from: string }): string {
  const { staging, smoke, promote, rollback } = model;
  const from = capital(shortened(model.from, 100));
  const to = capital(shortened(model.environment, 100));
  const staged = steps(staging);
  const seen = smoke?.results ?? [];
  const shipped = steps(promote);
  const readiness = having(seen, "readiness");
  return arranged([
    deploymentRow(`${from} deployment`, staging),
    migrationRow(`${from} migrations`, staging, staged),
    row(`${from} health check`, worstOf([...having(staged, "health"), ...having(seen, "health")])),
    ...(readiness.length === 0 ? [] : [row(`${from} readiness`, worstOf(readiness))]),
    row(
      `${from} smoke tests`,
      worstOf([...having(staged, "smoke"), ...having(seen, "smoke")], having(seen, "smoke").length > 0),
    ),
    approvalRow(`${to} approval`, promote?.results ?? []),
    deploymentRow(`${to} deployment`, promote),
    migrationRow(`${to} migrations`, promote, shipped),
    row(`${to} health check`, worstOf(having(shipped, "health"))),
    row(`${to} smoke tests`, worstOf(having(shipped, "smoke"))),
    ...(rollback === null ? [] : [deploymentRow(`${to} rollback`, rollback)]),
  ]);
}

/**
 * What was done for the release itself: up to the first result that blocked it. What follows belongs to the rollback.
 */
function steps(evidence: Evidence | null): readonly Result[] {
  const results = evidence?.results ?? [];
  const stop = results.findIndex(blocks);
  return stop < 0 ? results : results.slice(0, stop + 1);
}

function having(results: readonly Result[], id: string): readonly Result[] {
  return results.filter((one) => one.id === id);
}

const worstFirst: readonly Verdict[] = ["fail", "error", "inconclusive", "not-run", "off", "pass"];

/** The worst of several looks at one thing; not run when the look that decides is not among them. */
function worstOf(results: readonly Result[], decided = true): Verdict {
  if (!decided && results.every((one) => one.verdict === "pass")) return "not-run";
  return worstFirst.find((verdict) => results.some((one) => one.verdict === verdict)) ?? "not-run";
}

function deploymentRow(title: string, evidence: Evidence | null): Row {
  if (evidence === null) return row(title, "not-run");
  const { status, decision, results } = evidence;
  if (status === "planned") return row(title, "not-run", "dry run");
  if (status === "passed") return row(title, "pass");
  if (status === "running") return row(title, "error", "did not end");
  if (status === "cancelled") return row(title, "error", "cancelled");
  if (decision === "rollback-failed") return row(title, "fail", "the rollback failed as well");
  if (decision === "taken-back") return row(title, "fail", "rolled back");
  if (decision === "held") return row(title, "inconclusive", "a person decides");
  const blocked = results.find(blocks)?.kind;
  if (blocked === "announcement") return row(title, "not-run", "its start could not be announced");
  return blocked === "gate" ? row(title, "not-run", "blocked by a gate") : row(title, "fail");
}

function migrationRow(title: string, evidence: Evidence | null, results: readonly Result[]): Row {
  const one = having(results, "migrate").at(-1);
  if (one === undefined)
    return evidence?.status === "passed"
      ? { ...row(title, "not-run", "none were due"), verdict: "does-not-apply" }
      : row(title, "not-run");
  const added = one.facts["added"];
  if (one.verdict !== "pass" || !Array.isArray(added)) return row(title, one.verdict);
  return row(
    title,
    "pass",
    added.length === 0 ? "the schema was up to date" : `${counted(added.length, "migration")} applied`,
  );
}

/** The gates that an approval rests on: it counts where every one of them passed. */
const approvalGates: readonly string[] = ["environment", "protection", "approval", "self-approval"];

function approvalRow(title: string, results: readonly Result[]): Row {
  const rows = results.filter(({ kind, id }) => kind === "gate" && approvalGates.includes(id));
  const one = having(rows, "approval").at(-1);
  const refused = rows.find(({ verdict }) => verdict === "fail" || verdict === "error");
  if (refused !== undefined) return row(title, refused.verdict, wordOf(refused));
  if (one === undefined) return row(title, "not-run");
  if (one.reason_code === "approval_not_required") return row(title, "off", "not gated: no approval required");
  const { approvers, self_approved } = one.facts;
  if (one.verdict !== "pass" || typeof approvers !== "string") return row(title, one.verdict, wordOf(one));
  return row(
    title,
    "pass",
    `${self_approved === true ? "self-approved by" : "approved by"} ${plainText(shortened(approvers, 200))}`,
  );
}

/** `unprotected`, `not-gated`, `unverifiable` and their like; empty where the evidence has none. */
function wordOf({ facts }: Result): string {
  const word = facts["approval"];
  return typeof word === "string" ? plainText(shortened(word, 40)) : "";
}

/** Below this many requests the 99th percentile is the slowest request. */
const fewForP99 = 100;

/**
 * Phase 6: Post-Deployment Metrics, measured by our own requests. The table says what was not judged, and where there
 * were no samples.
 */
export function metricsTable(promote: Evidence | null): string {
  const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
  const { before = null, after = null } = promote ?? {};
  if (promote?.watch !== undefined && promote.watch.metrics.length > 0) return watchShown(promote.watch);
  const judged = watch?.verdict === "pass" ? "✓ OK" : verdictWords[watch?.verdict ?? "not-run"];
  const rows = table(
    ["Metric", "Before → After", "Status"],
    [
      ["Error Rate", `${errorRate(before)} → ${errorRate(after)}`, judged],
      ["p99 Latency", `${latency(before)} → ${latency(after)}`, seen(after) ? "not judged" : verdictWords["not-run"]],
    ],
  );
  const windows = [
    ...(seen(before) ? [`${counted(before.requests, "request")} in ${before.seconds.toFixed(1)} s before`] : []),
    ...(seen(after) ? [`${counted(after.requests, "request")} in ${after.seconds.toFixed(1)} s after`] : []),
  ];
  if (windows.length === 0) return rows;
  const few = [before, after].some((one) => seen(one) && one.requests < fewForP99);
  const notes = [
    `Measured by phoenix-deploy's own requests: ${windows.join(", ")}.`,
    ...(few ? [`p99 of fewer than ${fewForP99} requests is the slowest of them.`] : []),
  ];
  return `${rows}\n\n${notes.join(" ")}`;
}

function seen(one: Measurement | null): one is Measurement {
  return one !== null && one.requests > 0;
}

function errorRate(one: Measurement | null): string {
  return seen(one) ? `${((100 * one.errors) / one.requests).toFixed(1)}%` : "no samples";
}

function latency(one: Measurement | null): string {
  return seen(one) && one.p99_ms !== null
    ? `${one.p99_ms < 10 ? one.p99_ms.toFixed(1) : Math.round(one.p99_ms)}ms`
    : "no samples";
}
