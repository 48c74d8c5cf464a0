import { describe, expect, test } from "@jest/globals";
import { startErrorTest } from "../../src/statistics/errors.ts";
import { drawn } from "../support/extent.ts";
import type { Fared } from "./arms.ts";
import { cases, failings, fare } from "./arms.ts";

type Arm = "new" | "old";
const criteria = { errorRate: 0.05, watchMs: 600_000, control: true };

/** One request a second of each arm, of which every so-manieth fails; 0 for none. */
function watched(seconds: number, everies: Readonly<Record<Arm, number>>) {
  const judge = startErrorTest(criteria);
  for (let second = 0; second < seconds; second += 1)
    for (const arm of ["old", "new"] as const) {
      const every = everies[arm];
      judge.add({ atMs: second * 1_000, failed: every > 0 && second % every === every - 1, arm });
    }
  return judge;
}

describe("the error test with the release before as control", () => {
  test("fails a release that is worse than the one before, in figures that can be counted", () => {
    const judge = watched(300, { new: 8, old: 100 });
    expect(judge.failed).toBe(true);
    const { verdict, reason_code, says } = judge.verdict();
    expect([verdict, reason_code]).toEqual(["fail", "errors_exceeded"]);
    expect(says).toMatch(
      /^\d+ of (the last )?\d+ requests of the new release failed \([\d.]+ %\), \d+ of \d+ of the previous release/,
    );
    expect(says).toMatch(/if both failed alike, \d+ or more of \d+ errors would be the new release's with a chance of/);
  });

  test("does not speak of too few requests where many errors came at once, as of a release that hangs", () => {
    const judge = startErrorTest({ ...criteria, watchMs: 10_000 });
    for (let at = 0; at < 100; at += 1) judge.add({ atMs: at * 100, failed: false, arm: "old" });
    for (let at = 0; at < 89; at += 1) judge.add({ atMs: at * 100, failed: false, arm: "new" });
    // Eleven that were sent before gave up waiting for an answer.
    for (let at = 0; at < 11; at += 1) judge.add({ atMs: at * 900, failed: true, arm: "new" });
    expect(judge.verdict(10_000)).toMatchObject({
      verdict: "inconclusive",
      says:
        "11 of 100 requests of the new release failed (11 %), 0 of 100 of the previous release: worse by the 5 % " +
        "limit, but the errors are too few or too close together to be sure.",
    });
  });

  test("passes an application whose own error rate is 3 %", () => {
    expect(watched(600, { new: 33, old: 33 }).verdict(600_000)).toMatchObject({
      verdict: "pass",
      says:
        "18 of 600 requests of the new release failed (3 %), 18 of 600 of the previous release (3 %): that it is " +
        "worse by 5 % of requests is excluded.",
    });
  });

  test("blames no outage that both share on the release, and does not pass it while it lasts", () => {
    expect(watched(600, { new: 1, old: 1 }).verdict(600_000)).toMatchObject({
      verdict: "inconclusive",
      reason_code: "watch_inconclusive",
      says: expect.stringContaining("so the cause is not this release alone"),
    });
  });

  test("compares with nothing where no request of the release before comes, and says so", () => {
    const judge = startErrorTest(criteria);
    for (let second = 0; second < 60; second += 1) judge.add({ atMs: second * 1_000, failed: true, arm: "new" });
    expect(judge.failed).toBe(true);
    expect(judge.verdict()).toMatchObject({ verdict: "fail", says: expect.stringContaining("No request of the prev") });
  });

  test.each<[string, Arm | null]>([
    ["no request at all", null],
    ["requests of the release before alone", "old"],
  ])("passes nothing for %s", (_, arm) => {
    const judge = startErrorTest(criteria);
    if (arm !== null) for (let at = 0; at < 600; at += 1) judge.add({ atMs: at * 1_000, failed: false, arm });
    expect(judge.verdict(600_000).verdict).toBe("inconclusive");
  });

  test("takes several requests alike as one sample, and a control that fell silent is no control", () => {
    const judge = startErrorTest(criteria);
    for (let at = 0; at < 600; at += 10) judge.add({ atMs: at * 1_000, failed: false, arm: "new", count: 100 });
    for (let at = 0; at < 100; at += 10) judge.add({ atMs: at * 1_000, failed: false, arm: "old", count: 100 });
    expect(judge.verdict(600_000)).toMatchObject({
      verdict: "inconclusive",
      says: expect.stringContaining("there was no request of the previous release"),
    });
  });
});

describe("the error test with what was measured before the deployment", () => {
  const judged = (history: { requests: number; errors: number }, every: number, seconds = 600) => {
    const judge = startErrorTest({ ...criteria, control: false, history });
    for (let at = 0; at < seconds; at += 1) judge.add({ atMs: at * 1_000, failed: at % every === every - 1 });
    return judge.verdict(seconds * 1_000);
  };

  test("passes an application that failed in 3 % of requests before as well, and says what it was held to", () => {
    expect(judged({ requests: 3_000, errors: 90 }, 33)).toMatchObject({
      verdict: "pass",
      says: expect.stringContaining("The limit is 5 % above the 3 % of requests that failed before the deployment."),
    });
  });

  test("is stricter, and so sooner, where hardly any failed before", () => {
    expect(judged({ requests: 3_000, errors: 0 }, 20, 100).verdict).toBe("fail");
    expect(judged({ requests: 30, errors: 0 }, 20, 100).verdict).toBe("inconclusive");
  });
});

describe("over simulated watches of ten minutes", () => {
  const runs = 250;
  const paces = [60, 600];
  const judge = () => startErrorTest(criteria);
  const tried = drawn("scenarios of errors of both releases", cases, Math.ceil(cases.length / 2));
  const fared = tried.map((one) =>
    paces.map((pace) => fare(one, { judge, runs: pace > 60 ? runs / 5 : runs, pace, seed: 3 })),
  );

  test.each(tried.map(({ name, demands }, index) => ({ name, demands, index })))("keeps its limits: $name", (one) => {
    const missed = paces.flatMap((pace, at) => failings(one.demands, pace, fared[one.index]?.[at] as Fared));
    expect(missed).toEqual([]);
  });
});
