import type { ChartLine, WatchedMetric, WatchRecord } from "../../domain/watch/record.ts";
import { block, cell, sentence, table } from "../text/markdown.ts";
import { shortened, verdictWords } from "../text/wording.ts";

/** Rows of the table at most: a watch has a few signals of a few metrics. */
const maxRows = 40;

/**
 * What a watch saw: each metric of the release before and of the new one, and how both went over the watch, which
 * `drawn` draws.
 */
export function watchShown(record: WatchRecord, drawn = chart): string {
  return [watchTable(record), drawn(record), sentence(comparison(record))].filter((part) => part !== "").join("\n\n");
}

function watchTable({ metrics }: WatchRecord): string {
  const several = new Set(metrics.map(({ signal }) => signal)).size > 1;
  return table(
    ["Metric", "Before → After", "Status"],
    metrics
      .slice(0, maxRows)
      .map((one) => [
        cell(`${nameOf(one)}${several && one.metric !== one.signal ? `, ${one.signal}` : ""}`),
        `${value(one, one.before)} → ${value(one, one.after)}`,
        `${statusOf(one)}${changeOf(one)}`,
      ]),
  );
}

const names: Readonly<Record<string, string>> = {
  "error rate": "Error Rate",
  p50: "p50 Latency",
  p99: "p99 Latency",
};

function nameOf({ metric }: WatchedMetric): string {
  return Object.hasOwn(names, metric) ? (names[metric] ?? metric) : shortened(metric, 60);
}

function statusOf({ verdict }: WatchedMetric): string {
  if (verdict === null) return "not judged";
  // The word for an inconclusive one is too long for a third column on a phone.
  if (verdict === "inconclusive") return "◌ UNDECIDED";
  return verdict === "pass" ? "✓ OK" : verdictWords[verdict];
}

function value({ unit }: WatchedMetric, of: number | null): string {
  if (of === null) return unit === "held" || unit === "level" ? "–" : "no samples";
  if (unit === "fraction") return `${(of * 100).toFixed(1)}%`;
  if (unit === "held") return `held ${(of * 100).toFixed(0)}%`;
  return unit === "ms" ? milliseconds(of) : short(of);
}

function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)}ms`;
}

function short(of: number): string {
  return Math.abs(of) < 1_000 ? String(Number(of.toPrecision(3))) : of.toExponential(2);
}

/** The change with its sign: in points of a percentage, or in percent of what was before. */
function changeOf({ unit, change }: WatchedMetric): string {
  if (change === null) return "";
  const percent = (change * 100).toFixed(unit === "fraction" ? 1 : 0);
  const shown = Number(percent) === 0 ? "±0" : `${change > 0 ? "+" : ""}${percent}`;
  return ` (${shown}${unit === "fraction" ? " points" : "%"})`;
}

function comparison({ metrics, previous }: WatchRecord): string {
  const of = (which: WatchedMetric["compared_with"]) => metrics.some((one) => one.compared_with === which);
  const control = of("control") && previous !== null ? `with ${previous}, at the same moments` : "";
  const history = of("history") ? "with what was seen before the switch" : "";
  const both = [control, history].filter((part) => part !== "").join("; where that was not possible, ");
  return both === "" ? "There was nothing to compare with." : `Compared ${both}.`;
}

/** A bar in eight heights. */
export const bars = "▁▂▃▄▅▆▇█";

/** Two small lines for each of error rate and latency, in the same scale; a dot where there was no request. */
function chart({ chart: { before, after, seconds_per_point }, seconds }: WatchRecord): string {
  if (after.error_rate.every((one) => one === null)) return "";
  const pair = (title: string, of: (line: ChartLine) => readonly (number | null)[], say: (top: number) => string) => {
    const lines = [after, ...(before === null ? [] : [before])].map(of);
    const top = Math.max(...lines.flat().map((one) => one ?? 0));
    const drawn = lines.map((line, index) => `${index === 0 ? "new" : "old"} ${spark(line, top)}`);
    return [`${title}, up to ${say(top)}`, ...drawn];
  };
  return block(
    [
      ...pair(
        "Error rate",
        ({ error_rate }) => error_rate,
        (top) => `${(top * 100).toFixed(1)}%`,
      ),
      ...pair("Median latency", ({ ms }) => ms, milliseconds),
      `${Math.round(seconds)} s, ${seconds_per_point} s each`,
    ].join("\n"),
  );
}

function spark(line: readonly (number | null)[], top: number): string {
  const bar = (one: number) => bars[top === 0 ? 0 : Math.ceil((one / top) * (bars.length - 1))] ?? "▁";
  return line.map((one) => (one === null ? "·" : bar(one))).join("");
}
