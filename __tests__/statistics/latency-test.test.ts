import { describe, expect, test } from "@jest/globals";
import { startLatencyTest } from "../../src/statistics/latency-test.ts";
import { randomFrom } from "./watches.ts";

const watchMs = 600_000;

/** Lognormal latencies with a median of 40 ms. */
function latencies(seed: number, spread: number): (factor: number) => number {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return (factor) => 40 * factor * Math.exp(spread * normal());
}

type Factor = (atMs: number) => number;

/** Watches with one answer a second of each arm, and how many of them fail and pass, and within three minutes. */
function watches({
  fresh,
  old = () => 1,
  spread = 0.6,
  runs = 15,
}: Record<"fresh", Factor> & Partial<{ old: Factor; spread: number; runs: number }>) {
  const fared = { failed: 0, passed: 0, soon: 0 };
  for (let run = 0; run < runs; run += 1) {
    const ms = latencies(run + 1, spread);
    const judge = startLatencyTest({ increase: 0.5, limitMs: null, watchMs, control: true });
    let atMs = 0;
    for (; atMs < watchMs && !judge.failed; atMs += 1_000) {
      judge.add({ atMs, ms: ms(old(atMs)), arm: "old" });
      judge.add({ atMs, ms: ms(fresh(atMs)), arm: "new" });
    }
    const { verdict } = judge.verdict(watchMs);
    if (verdict === "fail") fared.failed += 1;
    if (verdict === "pass") fared.passed += 1;
    if (judge.failed && atMs <= 180_000) fared.soon += 1;
  }
  return fared;
}

describe("the latency test with the release before as control", () => {
  test.each<[string, Parameters<typeof watches>[0]]>([
    ["that is as fast", { fresh: () => 1 }],
    ["that is 20 % slower", { fresh: () => 1.2 }],
    ["with heavy tails", { fresh: () => 1, spread: 1.5 }],
    [
      "of an application that became slower on both",
      { fresh: (at) => (at > 3e5 ? 2 : 1), old: (at) => (at > 3e5 ? 2 : 1) },
    ],
    ["with a pause of 5 s", { fresh: (at) => (at >= 1e5 && at < 1.05e5 ? 20 : 1) }],
  ])("never fails a release %s", (_, what) => {
    expect(watches(what)).toMatchObject({ failed: 0 });
  });

  test("passes a release that is as fast", () => {
    expect(watches({ fresh: () => 1 })).toMatchObject({ passed: 15 });
  });

  test("finds doubled latency within three minutes, tripled latency, and one that doubles late", () => {
    expect(watches({ fresh: () => 2 }).soon).toBeGreaterThanOrEqual(13);
    expect(watches({ fresh: () => 3 }).soon).toBe(15);
    expect(watches({ fresh: (at) => (at >= 3e5 ? 2 : 1) }).failed).toBeGreaterThanOrEqual(13);
  });

  test("makes nothing of answers that are all within 10 ms", () => {
    const judge = startLatencyTest({ increase: 0.5, limitMs: null, watchMs, control: true });
    for (let atMs = 0; atMs < 120_000; atMs += 1_000) {
      judge.add({ atMs, ms: 1 + (atMs % 7_000) / 7_000, arm: "old" });
      judge.add({ atMs, ms: 5 + (atMs % 7_000) / 2_000, arm: "new" });
    }
    expect(judge.verdict()).toMatchObject({ verdict: "pass" });
  });

  test("says what it saw in figures of both releases", () => {
    const judge = startLatencyTest({ increase: 0.5, limitMs: null, watchMs, control: true });
    for (let atMs = 0; atMs < 120_000; atMs += 1_000) {
      judge.add({ atMs, ms: 40 + (atMs % 7_000) / 1_000, arm: "old" });
      judge.add({ atMs, ms: 90 + (atMs % 7_000) / 1_000, arm: "new" });
    }
    const took = /^Half of the answers took at most 9\d(\.\d)? ms \(\d+\), 4\d(\.\d)? ms/;
    const slower = / with the previous release \(\d+\): divided by 1\.5, they are slower in 100 % of pairs/;
    expect(judge.verdict()).toMatchObject({
      verdict: "fail",
      reason_code: "latency_exceeded",
      says: expect.stringMatching(new RegExp(took.source + slower.source)),
    });
  });

  test("finds a tenth of requests that are slow where they are many, and says beyond which percentile", () => {
    const ms = latencies(4, 0.6);
    const judge = startLatencyTest({ increase: 0.5, limitMs: null, watchMs, control: true });
    for (let at = 0; at < 6_000 && !judge.failed; at += 1) {
      judge.add({ atMs: at * 100, ms: ms(1), arm: "old" });
      judge.add({ atMs: at * 100, ms: ms(at % 10 === 0 ? 8 : 1), arm: "new" });
    }
    expect(judge.verdict()).toMatchObject({
      verdict: "fail",
      says: expect.stringMatching(
        /^\d+ of \d+ answers took longer than [\d.]+ ms \([\d.]+ %\), which is 1\.5 times the/,
      ),
    });
  });
});

describe("the latency test without a control", () => {
  const history = { latenciesMs: Array.from({ length: 500 }, (_, index) => 20 + index / 20) };
  const judged = (ms: number, more: Partial<Parameters<typeof startLatencyTest>[0]>) => {
    const judge = startLatencyTest({ increase: 0.5, limitMs: null, watchMs, control: false, ...more });
    for (let atMs = 0; atMs < watchMs; atMs += 1_000) judge.add({ atMs, ms: ms + (atMs % 13_000) / 1_000 });
    return judge.verdict(watchMs);
  };

  test("compares with what was measured before the deployment", () => {
    expect(judged(30, { history })).toMatchObject({ verdict: "pass" });
    expect(judged(90, { history })).toMatchObject({
      verdict: "fail",
      says: expect.stringContaining("before the deployment"),
    });
  });

  test("holds the absolute limit, with or without anything to compare with", () => {
    expect(judged(30, { limitMs: 100 }).verdict).toBe("pass");
    expect(judged(120, { limitMs: 100 })).toMatchObject({
      verdict: "fail",
      reason_code: "latency_exceeded",
      says: expect.stringContaining("more than 100 ms"),
    });
    expect(judged(30, { limitMs: 25, history }).verdict).toBe("fail");
  });

  test("passes nothing that it did not see, and does not start without any limit", () => {
    const empty = startLatencyTest({ increase: 0.5, limitMs: 100, watchMs, control: true });
    empty.add({ atMs: 0, ms: null });
    empty.add({ atMs: 0, ms: Number.NaN });
    expect(empty.verdict(watchMs).verdict).toBe("inconclusive");
    expect(() => startLatencyTest({ increase: 0.5, limitMs: null, watchMs, control: false })).toThrow("Nothing sets");
  });
});
