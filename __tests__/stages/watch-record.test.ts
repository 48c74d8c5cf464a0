// What is kept of a watch, for its table and its chart.
import { describe, expect, test } from "@jest/globals";
import type { Measure, Sample } from "../../src/domain/watch/sample.ts";
import type { Signal } from "../../src/signals/signal.ts";
import { type JudgedMeasure, tallyWatch } from "../../src/stages/watch/record.ts";

const signal = (id: string): Signal => ({ id, title: id, measures: [], open: () => null });
const [slots, prober, ready, memory] = ["slots", "prober", "readiness", "memory"].map(signal) as [
  ...[Signal, Signal, Signal, Signal],
];

const judged = (of: Signal, measure: Measure, control: string | null): JudgedMeasure => ({
  ...{ signal: of, measure, control },
  judgement: { verdict: "pass", reason_code: "passed", says: "" },
});

const known = { release: "new", previous: "old", seconds: 60, history: new Map() };

/** Ten requests a second for so long to both releases; the new one fails every tenth and takes twice as long. */
function busy(seconds: number) {
  const tally = tallyWatch();
  for (let at = 0; at < seconds * 10; at += 1)
    for (const arm of ["old", "new"] as const) {
      const failed = arm === "new" && at % 10 === 0;
      tally.add(slots, { kind: "request", atMs: at * 100, failed, ms: arm === "new" ? 20 : 10, arm });
    }
  return tally;
}

describe("the record of a watch", () => {
  test("has each metric beside the release before", () => {
    const tally = busy(60);
    const { metrics } = tally.record({
      ...known,
      judged: [judged(slots, "errors", "slots"), judged(slots, "latency", "slots")],
    });
    expect(metrics).toMatchObject([
      { metric: "error rate", before: 0, after: 0.1, change: 0.1, compared_with: "control", verdict: "pass" },
      { metric: "p50", before: 10, after: 20, change: 1 },
      { metric: "p99", before: 10, after: 20, change: 1 },
    ]);
  });

  test("weighs what metrics give as one sample by the answers that it stands for", () => {
    const tally = tallyWatch();
    for (const [ms, count] of [
      [10, 40_000],
      [900, 10],
    ] as const)
      for (const atMs of [1, 30_000, 70_000]) tally.add(slots, { kind: "request", atMs, failed: false, ms, count });
    const { metrics, chart } = tally.record({ ...known, judged: [judged(slots, "latency", null)] });
    expect(metrics).toMatchObject([
      { metric: "p50", after: 10 },
      { metric: "p99", after: 10 },
    ]);
    expect(new Set(chart.after.ms)).toEqual(new Set([10, null]));
    const { latenciesMs } = tally.of("slots", "new").history();
    expect(latenciesMs.length).toBeLessThan(10_000);
    expect(latenciesMs.filter((ms) => ms > 10).length / latenciesMs.length).toBeLessThan(0.001);
  });

  test("falls back to what was seen before the switch, and else compares with nothing", () => {
    const tally = tallyWatch();
    tally.add(prober, { kind: "request", atMs: 1, failed: false, ms: 30 });
    const history = new Map([["prober", { requests: 10, errors: 1, latenciesMs: [15] }]]);
    const all = [judged(prober, "errors", "slots"), judged(prober, "latency", null)];
    expect(tally.record({ ...known, judged: all, history }).metrics).toMatchObject([
      { before: 0.1, after: 0, compared_with: "history" },
      { before: 15, after: 30, change: 1, compared_with: "history" },
      { before: 15, after: 30 },
    ]);
    expect(tally.record({ ...known, judged: all }).metrics[0]).toMatchObject({ before: null, compared_with: null });
  });

  test("counts how often a state held, and keeps the last level of each release", () => {
    const tally = tallyWatch();
    const looks: readonly (readonly [Signal, Sample])[] = [
      [ready, { kind: "state", atMs: 0, of: "readiness", holds: true, says: "" }],
      [ready, { kind: "state", atMs: 3, of: "readiness", holds: null, says: "" }],
      [ready, { kind: "state", atMs: 6, of: "readiness", holds: false, says: "" }],
      [memory, { kind: "level", atMs: 0, of: "memory, MB", value: 100, arm: "old" }],
      [memory, { kind: "level", atMs: 0, of: "memory, MB", value: 150, arm: "new" }],
      [memory, { kind: "level", atMs: 1, of: "memory, MB", value: Number.NaN, arm: "new" }],
    ];
    for (const [of, sample] of looks) tally.add(of, sample);
    expect(tally.record({ ...known, judged: [judged(ready, "state", null)] }).metrics).toMatchObject([
      { metric: "readiness", unit: "held", before: null, after: 0.5, verdict: "pass" },
      { metric: "memory, MB", unit: "level", before: 100, after: 150, change: 0.5, verdict: null },
    ]);
  });

  test.each([3, 60, 600, 5_000])("draws %i seconds in at most 24 points", (seconds) => {
    const { chart } = busy(seconds).record({ ...known, judged: [] });
    const { after, before, seconds_per_point: each } = chart;
    expect(after.error_rate.length).toBeLessThanOrEqual(24);
    expect(after.error_rate.length).toBe(Math.ceil(seconds / each));
    expect(before?.ms).toEqual(after.ms.map(() => 10));
    for (const rate of after.error_rate) expect(rate).toBeCloseTo(0.1, 5);
  });
});
