// The table and the chart of a watch: what was, what is, by how much, and how it was judged.
import { describe, expect, test } from "@jest/globals";
import { evidenceSchema } from "../../../src/domain/evidence/evidence.ts";
import { renderSummary } from "../../../src/render/stage/summary.ts";
import { watchShown } from "../../../src/render/watch/table.ts";
import { page, read } from "../page.ts";
import { takenBack, watched } from "../story.ts";

const rows = (record = watched) =>
  [...page(watchShown(record)).matchAll(/<tr>\s*<td>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    read(row)
      .split("\n")
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ""),
  );

describe("the table of a watch", () => {
  test("has the release before, the new one, the change and the verdict of each metric", () => {
    expect(rows()).toEqual([
      ["Error Rate, prober", "0.0% → 10.2%", "✗ FAIL (+10.2 points)"],
      ["Error Rate, slots", "0.1% → 10.1%", "◌ UNDECIDED (+10.0 points)"],
      ["p50 Latency, slots", "8.0ms → 8.5ms", "✓ OK (+6%)"],
      ["p99 Latency, slots", "12ms → 310ms", "✓ OK (+2440%)"],
      ["p99 Latency, prober", "no samples → 310ms", "not judged"],
      ["readiness", "– → held 100%", "not judged"],
      ["memory, MB, memory", "210 → 402", "not judged (+91%)"],
    ]);
  });

  test("says what it was compared with", () => {
    expect(watchShown(watched)).toContain("Compared with 1.0.0-99999999, at the same moments.");
    const [first] = watched.metrics;
    if (first === undefined) throw new Error("no metric");
    const alone = { ...watched, previous: null, metrics: [{ ...first, compared_with: "history" as const }] };
    expect(watchShown(alone)).toContain("Compared with what was seen before the switch.");
    expect(watchShown({ ...alone, metrics: [] })).toContain("There was nothing to compare with.");
  });

  test("shows names that others chose letter by letter", () => {
    const [first] = watched.metrics;
    if (first === undefined) throw new Error("no metric");
    const strange = { ...first, metric: "a | b <script>", signal: "*x*" };
    const html = page(watchShown({ ...watched, metrics: [strange] }));
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<em>");
    expect(html.match(/<td>/g)).toHaveLength(3);
  });
});

describe("the chart of a watch", () => {
  test("has both releases in one scale, and a dot where there was no request", () => {
    const [, chart = ""] = /```\n(.*?)\n```/s.exec(watchShown(watched)) ?? [];
    expect(chart.split("\n")).toEqual([
      "Error rate, up to 20.0%",
      "new ▁▁▁·▁▁▁▁▁▁███████████",
      "old ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁",
      "Median latency, up to 21ms",
      "new ▂▂▂·▃▃▄▄▄▅▅▅▆▆▆▇▇▇███",
      "old ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄",
      "41 s, 2 s each",
    ]);
  });

  test("is left out where nothing was seen", () => {
    const chart = { ...watched.chart, after: { error_rate: [], ms: [] }, before: null };
    expect(watchShown({ ...watched, chart })).not.toContain("```");
  });
});

test("stands in the summary, and evidence with it is read by its own schema", () => {
  const evidence = evidenceSchema.parse(JSON.parse(JSON.stringify({ ...takenBack, watch: watched })));
  expect(evidence.watch).toEqual(watched);
  expect(renderSummary(evidence)).toContain(watchShown(watched));
});
