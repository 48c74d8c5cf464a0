import { checkIds, titleOf } from "../domain/check.ts";
import type { Stages } from "../domain/deployment.ts";
import type { Evidence, Measurement } from "../domain/evidence.ts";
import { blocks, type Result, type Verdict } from "../domain/result.ts";
import { plain, sentence, table } from "./markdown.ts";
import { capital, count, figure, shortened, shouldMark, statusWords, verdictWords } from "./words.ts";

type Row = readonly [check: string, status: string];

/** Phase 6: Pre-Deployment Validation. Every check of the list has its row, also when it was never run. */
export function validationTable(validate: Evidence | null): string {
  const results = validate?.results ?? [];
  const known: readonly string[] = checkIds;
  const rows: readonly Row[] = [
    ...checkIds.map((id) =>
      checkRow(
        titleOf(id),
        results.find((one) => one.id === id),
      ),
    ),
    ...results.filter((one) => !known.includes(one.id)).map((one) => checkRow(one.title, one)),
  ];
  return table(["Check", "Status"], rows);
}

function checkRow(title: string, one: Result | undefined): Row {
  if (one === undefined) return [sentence(title), verdictWords["not-run"]];
  return [sentence(shortened(one.title, 200)) + shouldMark(one), `${statusWords(one)}${figure(one)}`];
}

/** Phase 6: Deployment Validation. Its four rows, with what they rest on: the deployment itself, migrations, readiness and approval. */
export function deploymentTable(model: Stages & { readonly environment: string; readonly from: string }): string {
  const { staging, smoke, promote, rollback } = model;
  const from = capital(shortened(model.from, 100));
  const to = capital(shortened(model.environment, 100));
  const staged = steps(staging);
  const seen = smoke?.results ?? [];
  const shipped = steps(promote);
  return table(
    ["Check", "Status"],
    [
      [`${plain(from)} deployment`, deploymentCell(staging)],
      [`${plain(from)} migrations`, migrationCell(staging, staged)],
      [`${plain(from)} health check`, cell([...having(staged, "health"), ...having(seen, "health")])],
      ...(having(seen, "readiness").length === 0 ? [] : [[`${plain(from)} readiness`, cell(having(seen, "readiness"))]]),
      [`${plain(from)} smoke tests`, cell([...having(staged, "smoke"), ...having(seen, "smoke")], having(seen, "smoke").length > 0)],
      [`${plain(to)} approval`, approvalCell(having(shipped, "approval").at(-1))],
      [`${plain(to)} deployment`, deploymentCell(promote)],
      [`${plain(to)} migrations`, migrationCell(promote, shipped)],
      [`${plain(to)} health check`, cell(having(shipped, "health"))],
      [`${plain(to)} smoke tests`, cell(having(shipped, "smoke"))],
      ...(rollback === null ? [] : [[`${plain(to)} rollback`, deploymentCell(rollback)]]),
    ],
  );
}

/** What was done for the release itself: up to the first result that stood in its way. What follows belongs to the way back. */
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
function cell(results: readonly Result[], decided = true): string {
  const bad = results.filter((one) => one.verdict !== "pass");
  if (!decided && bad.length === 0) return verdictWords["not-run"];
  return verdictWords[worstFirst.find((verdict) => results.some((one) => one.verdict === verdict)) ?? "not-run"];
}

function deploymentCell(evidence: Evidence | null): string {
  if (evidence === null) return verdictWords["not-run"];
  const { status, decision, results } = evidence;
  if (status === "planned") return `${verdictWords["not-run"]} (dry run)`;
  if (status === "passed") return verdictWords.pass;
  if (status === "running") return `${verdictWords.error} (did not end)`;
  if (status === "cancelled") return `${verdictWords.error} (cancelled)`;
  if (decision === "rollback-failed") return `${verdictWords.fail} (the way back failed as well)`;
  if (decision === "taken-back") return `${verdictWords.fail} (taken back)`;
  return results.find(blocks)?.kind === "gate" ? `${verdictWords["not-run"]} (a gate was closed)` : verdictWords.fail;
}

function migrationCell(evidence: Evidence | null, results: readonly Result[]): string {
  const one = having(results, "migrate").at(-1);
  if (one === undefined) return evidence?.status === "passed" ? `${verdictWords["not-run"]} (none were due)` : verdictWords["not-run"];
  const added = one.facts["added"];
  if (one.verdict !== "pass" || !Array.isArray(added)) return verdictWords[one.verdict];
  return `${verdictWords.pass} (${added.length === 0 ? "the schema was up to date" : `${count(added.length, "migration")} applied`})`;
}

function approvalCell(one: Result | undefined): string {
  if (one === undefined) return verdictWords["not-run"];
  if (one.reason_code === "approval_not_required") return `${verdictWords.off} (no approval is asked for)`;
  const { approvers, self_approved } = one.facts;
  if (one.verdict !== "pass" || typeof approvers !== "string") return verdictWords[one.verdict];
  return `${verdictWords.pass} (${self_approved === true ? "self-approved by" : "by"} ${plain(shortened(approvers, 200))})`;
}

/** Below this many requests the 99th percentile is the slowest request. */
const fewForP99 = 100;

/** Phase 6: Post-Deployment Metrics, as our own prober measured them. What nobody judged, and where nothing was seen, is said. */
export function metricsTable(promote: Evidence | null): string {
  const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
  const { before = null, after = null } = promote ?? {};
  const judged = watch?.verdict === "pass" ? "✓ OK" : verdictWords[watch?.verdict ?? "not-run"];
  const rows = table(
    ["Metric", "Before", "After", "Status"],
    [
      ["Error Rate", errorRate(before), errorRate(after), judged],
      ["p99 Latency", latency(before), latency(after), seen(after) ? "not judged" : verdictWords["not-run"]],
    ],
  );
  const windows = [
    ...(seen(before) ? [`${count(before.requests, "request")} in ${before.seconds.toFixed(1)} s before`] : []),
    ...(seen(after) ? [`${count(after.requests, "request")} in ${after.seconds.toFixed(1)} s after`] : []),
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
  return seen(one) && one.p99_ms !== null ? `${one.p99_ms < 10 ? one.p99_ms.toFixed(1) : Math.round(one.p99_ms)}ms` : "no samples";
}
