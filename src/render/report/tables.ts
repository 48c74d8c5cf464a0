import type { Measurement } from "../../domain/evidence/evidence.ts";
import type { ReportMetrics } from "../../domain/report/report.ts";
import type { ReportRow } from "../../domain/report/row-form.ts";
import { counted } from "../../domain/values/plural.ts";
import { cell, details, link, sentence, table } from "../text/markdown.ts";
import { optionalMark, shortened, verdictWords } from "../text/wording.ts";
import { chartHtml } from "../watch/chart.ts";
import { watchShown } from "../watch/table.ts";
import type { Part } from "./part.ts";

/** Rows of one table: a report of a fleet has more of them than anybody reads. */
const maxRows = 200;

/**
 * The rows of a section in Phase 6's two columns; what was not run is folded, what is off and what does not apply are
 * in one line each.
 */
export function rowsTable(rows: readonly ReportRow[], head = "Check"): string {
  const of = (...verdicts: readonly ReportRow["verdict"][]) => rows.filter(({ verdict }) => verdicts.includes(verdict));
  const shown = (some: readonly ReportRow[]) =>
    table(
      [head, "Status"],
      some.slice(0, maxRows).map((row) => [titleOf(row), `${statusOf(row)}${inBrackets(cell(noteOf(row)))}`]),
    );
  const line = (title: string, some: readonly ReportRow[]) =>
    some.length === 0
      ? []
      : [
          `${title}: ` +
            `${some.map((row) => `${sentence(shortTitle(row))}${inBrackets(sentence(noteOf(row)))}`).join(", ")}`,
        ];
  const judged = of("pass", "fail", "error", "inconclusive");
  const notRun = of("not-run");
  return [
    ...(judged.length === 0 ? [] : [shown(judged)]),
    ...(judged.length <= maxRows ? [] : [`And ${judged.length - maxRows} more in the evidence files.`]),
    ...(notRun.length === 0 ? [] : [details(`⏭️ ${notRun.length} of ${rows.length} not run`, shown(notRun))]),
    ...line("➖ Switched off", of("off")),
    ...line("➖ Does not apply", of("does-not-apply")),
  ].join("\n\n");
}

/** The rows of a section with what was seen of each. */
export function seenTable(rows: readonly ReportRow[], head: string): string {
  const shown = rows
    .slice(0, maxRows)
    .map((row) => [titleOf(row), `${statusOf(row)}: ${cell(shortened(row.says, 300))}`]);
  const rest = rows.length - shown.length;
  return `${table([head, "What was seen"], shown)}${rest > 0 ? `\n\nAnd ${rest} more in the evidence files.` : ""}`;
}

function shortTitle({ title }: ReportRow): string {
  return shortened(title, 200);
}

function titleOf(row: ReportRow): string {
  return `${cell(shortTitle(row))}${optionalMark(row)}`;
}

function noteOf({ note }: ReportRow): string {
  return shortened(note, 200);
}

/** How a row ended: a pass of an earlier run names that run, and what does not apply is no gap. */
export function statusOf({
  verdict,
  reason_code,
  as_in,
}: Pick<ReportRow, "verdict" | "reason_code" | "as_in">): string {
  if (as_in !== null) return `✓ as in ${link(`run ${shortened(as_in.run, 40)}`, as_in.url)}`;
  if (reason_code === "backup_not_run") return "– CONFIGURED, NOT RUN";
  return verdict === "does-not-apply" ? "– DOES NOT APPLY" : verdictWords[verdict];
}

function inBrackets(note: string): string {
  return note === "" ? "" : ` (${note})`;
}

/** Below this many requests the 99th percentile is the slowest request. */
const fewForP99 = 100;

/**
 * Phase 6: Post-Deployment Metrics, measured by our own requests. The table says what was not judged, and where there
 * were no samples.
 */
export function metricsPart({ verdict, before, after, watch }: ReportMetrics): Part {
  if (watch !== null && watch.metrics.length > 0)
    return { markdown: watchShown(watch), own: watchShown(watch, chartHtml) };
  const judged = verdict === "pass" ? "✓ OK" : verdictWords[verdict];
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
  if (windows.length === 0) return { markdown: rows };
  const few = [before, after].some((one) => seen(one) && one.requests < fewForP99);
  const notes = [
    `Measured by phoenix-deploy's own requests: ${windows.join(", ")}.`,
    ...(few ? [`p99 of fewer than ${fewForP99} requests is the slowest of them.`] : []),
  ];
  return { markdown: `${rows}\n\n${notes.join(" ")}` };
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
