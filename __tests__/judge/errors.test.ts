import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Judgement } from "../../src/domain/result.ts";
import { type Sample, startErrorTest } from "../../src/judge/errors.ts";

/** Phase 6's limit, watched for ten minutes: buckets of ten seconds. */
const criteria = { errorRate: 0.05, watchMs: 600_000 };

/** Requests at even distances, `x` for one that failed, `.` for one that did not. */
function requests(pattern: string, everyMs = 1_000): readonly Sample[] {
  return [...pattern].map((letter, index) => ({ atMs: index * everyMs, failed: letter === "x" }));
}

function judge(samples: readonly Sample[], { errorRate, watchMs } = criteria): Judgement {
  const watch = startErrorTest({ errorRate, watchMs });
  for (const sample of samples) watch.add(sample);
  return watch.verdict();
}

describe("the judge of request errors", () => {
  test.each([
    { saw: "nothing", pattern: "", verdict: "inconclusive", says: "No request was seen, so nothing is known; 73 without an error pass." },
    {
      saw: "72 clean requests",
      pattern: ".".repeat(72),
      verdict: "inconclusive",
      says: "0 of 72 requests failed (0.0 %): too few to tell 5.0 % from less. 1 more in a row without an error would clear it.",
    },
    {
      saw: "73 clean requests",
      pattern: ".".repeat(73),
      verdict: "pass",
      says: "0 of 73 requests failed (0.0 %), below 5.0 %: enough to speak for 1.0 % or less (evidence -2.99, passed at -2.99).",
    },
    {
      saw: "three errors at 5 %",
      pattern: `${".".repeat(19)}x`.repeat(3),
      verdict: "inconclusive",
      says: "3 of 60 requests failed (5.0 %): not below 5.0 %, and too few to be sure. 133 more in a row without an error would clear it.",
    },
    {
      saw: "one error among many",
      pattern: `${".".repeat(150)}x`,
      verdict: "pass",
      says: "1 of 151 requests failed (0.7 %), below 5.0 %: enough to speak for 1.0 % or less (evidence -1.38, passed at -2.99).",
    },
  ])("says of $saw: $verdict", ({ pattern, verdict, says }) => {
    expect(judge(requests(pattern))).toMatchObject({ verdict, says });
  });

  test("fails a release for three errors in a row, when they are not one burst", () => {
    expect(judge(requests("xx", 10_000)).verdict).toBe("inconclusive");
    expect(judge(requests("xxx", 10_000))).toMatchObject({
      verdict: "fail",
      reason_code: "errors_exceeded",
      says: "3 of 3 requests failed (100.0 %), so close together that they speak for 5.0 % or more (evidence reached 4.55).",
      facts: { requests: 3, errors: 3, rate: 1, fails_at: 4.55, passes_at: -2.99 },
    });
  });

  test("does not fail for one burst, however dense, but for a second one", () => {
    const burst = Array.from({ length: 200 }, (_, index) => ({ atMs: 20_000 + index, failed: true }));
    expect(judge(burst)).toMatchObject({ verdict: "inconclusive", reason_code: "watch_inconclusive" });
    expect(judge([...burst, ...burst.map((sample) => ({ ...sample, atMs: sample.atMs + 10_000 }))]).verdict).toBe("fail");
  });

  test("counts what is told late in the newest bucket, so that overlapping requests open no cap again", () => {
    const pairs = Array.from({ length: 50 }, (_, index) => [
      { atMs: 20_000 + index, failed: true },
      { atMs: 19_900 + index, failed: true },
    ]);
    expect(judge(pairs.flat()).verdict).toBe("inconclusive");
  });

  test("does not pass a release whose newest requests all fail, whatever came before", () => {
    expect(judge(requests(`${".".repeat(590)}${"x".repeat(10)}`))).toMatchObject({
      verdict: "inconclusive",
      says: "10 of 600 requests failed (1.7 %): the newest ones failed together. 1 more in a row without an error would clear it.",
    });
  });

  test("finds a fault that comes after the pass", () => {
    const watch = startErrorTest(criteria);
    for (const sample of requests(".".repeat(300))) watch.add(sample);
    expect(watch.verdict().verdict).toBe("pass");
    for (let index = 0; index < 60; index += 1) watch.add({ atMs: 300_000 + index * 1_000, failed: true });
    expect(watch.verdict().verdict).toBe("fail");
  });

  test("takes no verdict of failure back", () => {
    const watch = startErrorTest(criteria);
    for (const sample of requests("xxx", 10_000)) watch.add(sample);
    for (let index = 0; index < 500; index += 1) watch.add({ atMs: 40_000 + index * 1_000, failed: false });
    expect(watch.verdict().verdict).toBe("fail");
  });

  test("has buckets of a fifth of a short watch", () => {
    const short = { errorRate: 0.05, watchMs: 10_000 };
    expect(judge(requests("xxx", 2_000), short).verdict).toBe("fail");
    expect(judge(requests("xxx", 600), short).verdict).toBe("inconclusive");
  });

  test.each([0, 1, -0.1, 1.5, Number.NaN])("refuses to test a rate of %p", (errorRate) => {
    expect(() => startErrorTest({ errorRate, watchMs: 60_000 })).toThrow("must be between 0 and 1");
  });

  test.each([0, -1, Number.NaN])("refuses to judge a watch of %p ms", (watchMs) => {
    expect(() => startErrorTest({ errorRate: 0.05, watchMs })).toThrow("it must last");
  });

  test("tells truly how many clean requests would clear the release", () => {
    const samples = fc.array(fc.record({ failed: fc.boolean(), gap: fc.integer({ min: 0, max: 9_000 }) }), { maxLength: 40 });
    fc.assert(
      fc.property(samples, fc.constantFrom(0.01, 0.05, 0.2, 0.5), (seen, errorRate) => {
        const watch = startErrorTest({ errorRate, watchMs: 600_000 });
        let atMs = 0;
        for (const { failed, gap } of seen) {
          atMs += gap;
          watch.add({ atMs, failed });
        }
        const { verdict, says } = watch.verdict();
        if (verdict !== "inconclusive") return;
        const needed = Number(/(\d+) (?:more|without)/.exec(says)?.[1]);
        atMs += 10_000;
        for (let index = 1; index < needed; index += 1) watch.add({ atMs, failed: false });
        if (!says.includes("together")) expect(watch.verdict().verdict).toBe("inconclusive");
        watch.add({ atMs, failed: false });
        expect(watch.verdict().verdict).toBe("pass");
      }),
      { numRuns: 500 },
    );
  });
});
