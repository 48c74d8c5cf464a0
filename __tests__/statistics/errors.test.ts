import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { startErrorTest } from "../../src/statistics/errors.ts";
import { randomFrom } from "./watches.ts";

type Request = { readonly atMs: number; readonly failed: boolean };

/** The limit of the rollback criteria, watched for ten minutes. */
const criteria = { errorRate: 0.05, watchMs: 600_000 };

/** Requests at even distances, `x` for one that failed, `.` for one that did not. */
function requests(pattern: string, everyMs = 1_000): readonly Request[] {
  return [...pattern].map((letter, index) => ({ atMs: index * everyMs, failed: letter === "x" }));
}

function judge(samples: readonly Request[], { errorRate, watchMs } = criteria): Judgement {
  const watch = startErrorTest({ errorRate, watchMs });
  for (const sample of samples) watch.add(sample);
  return watch.verdict();
}

const clean = (count: number) => ".".repeat(count);

describe("requests without a usable time", () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1])("count as any other: %d", (atMs) => {
    const bent = (samples: readonly Request[]) => samples.map((one, index) => (index === 5 ? { ...one, atMs } : one));
    expect(judge(bent(requests(clean(600)))).verdict).toBe("pass");
    expect(judge(bent(requests(`${clean(300)}${"x".repeat(60)}`))).verdict).toBe("fail");
  });

  test("may be judged at a time that is none, and go on after a verdict", () => {
    const watch = startErrorTest(criteria);
    for (const one of requests(clean(600))) watch.add(one);
    expect(watch.verdict(Number.NaN).verdict).toBe("pass");
    for (const one of requests("x".repeat(60))) watch.add({ ...one, atMs: one.atMs + 600_000 });
    expect(watch.verdict().verdict).toBe("fail");
    expect(watch.failed).toBe(true);
  });
});

describe("the judge of request errors", () => {
  test.each([
    {
      saw: "nothing",
      pattern: "",
      verdict: "inconclusive",
      says: "No request was seen, so nothing is known; 73 without an error are needed.",
    },
    {
      saw: "one request",
      pattern: ".",
      verdict: "inconclusive",
      says: "0 of 1 requests failed: not enough requests to decide; about 72 more without an error are needed.",
    },
    {
      saw: "72 clean requests",
      pattern: clean(72),
      verdict: "inconclusive",
      says: "0 of 72 requests failed: not enough requests to decide; about 1 more without an error is needed.",
    },
    {
      saw: "73 clean requests",
      pattern: clean(73),
      verdict: "pass",
      says: "0 of 73 requests failed; 73 clean requests suffice for 5 %.",
    },
    {
      saw: "200 clean requests",
      pattern: clean(200),
      verdict: "pass",
      says: "0 of 200 requests failed; 73 clean requests suffice for 5 %.",
    },
    {
      saw: "three errors among 600",
      pattern: `${clean(199)}x`.repeat(3),
      verdict: "pass",
      says: "3 of 600 requests failed (0.5 %), below the 5 % limit; with 3 errors 206 requests suffice.",
    },
    {
      saw: "one error early",
      pattern: `x${clean(59)}`,
      verdict: "inconclusive",
      says:
        "1 of 60 requests failed (1.7 %): not enough requests to decide; about 69 more without an error are " +
        "needed.",
    },
    {
      saw: "three errors at 5 %",
      pattern: `${clean(19)}x`.repeat(3),
      verdict: "inconclusive",
      says:
        "3 of 60 requests failed (5 %): at or above the 5 % limit, but too few or too close together to be " +
        "sure; about 146 more without an error are needed.",
    },
  ])("says of $saw: $verdict", ({ pattern, verdict, says }) => {
    expect(judge(requests(pattern))).toMatchObject({ verdict, says });
  });

  test("fails a release in words that can be counted, and keeps the figures apart", () => {
    expect(judge(requests(`${clean(5)}x`.repeat(12)))).toMatchObject({
      verdict: "fail",
      reason_code: "errors_exceeded",
      says: expect.stringMatching(
        /^\d+ of \d+ requests failed \(16\.7 %\): the error rate is at or above the 5 % limit\.$/,
      ),
      facts: { requests: 72, errors: 12, fails_at: 9.5, failed_on: { tolerable: expect.closeTo(0.01) } },
    });
  });

  test("counts only the requests since the fault began, where healthy ones came before", () => {
    const says = judge(requests(`${clean(300)}${`${clean(4)}x`.repeat(30)}`)).says;
    const [, errors, of, rate] = /^(\d+) of the last (\d+) requests failed \(([\d.]+) %\)/.exec(says) ?? [];
    expect(Number(of)).toBeLessThan(150);
    expect(Math.round((1_000 * Number(errors)) / Number(of)) / 10).toBe(Number(rate));
  });

  test("does not call a rate below the limit one that is at or above it", () => {
    const random = randomFrom(4);
    const says = Array.from(
      { length: 40 },
      () => judge(Array.from({ length: 600 }, (_, index) => ({ atMs: index * 1_000, failed: random() < 0.04 }))).says,
    );
    const below = says.filter((one) => one.includes("better than"));
    expect(below.length).toBeGreaterThan(0);
    for (const one of says) {
      const rate = Number(/\(([\d.]+) %\)/.exec(one)?.[1]);
      if (one.includes("is at or above")) expect(rate).toBeGreaterThanOrEqual(5);
      if (one.includes("better than"))
        expect(one).toMatch(/: that fits a rate of (5|10) % better than the [\d.]+ % of a healthy release\.$/);
    }
  });

  test("does not fail for one burst, however dense: first, late or at the limit of two windows", () => {
    for (const healthy of [0, 5, 300]) {
      const burst = Array.from({ length: 500 }, (_, index) => ({ atMs: healthy * 1_000 + index * 10, failed: true }));
      expect(judge([...requests(clean(healthy)), ...burst])).toMatchObject({
        verdict: "inconclusive",
        reason_code: "watch_inconclusive",
      });
    }
  });

  test("fails a release of which every request fails within 25 s, from one request a second on", () => {
    for (const everyMs of [1_000, 100, 10])
      expect(judge(requests("x".repeat(24_000 / everyMs), everyMs)).verdict).toBe("fail");
  });

  test("weighs the successes of a window against its errors: ten of a thousand are no evidence", () => {
    expect(judge(requests(`${clean(99)}x`.repeat(600), 10)).verdict).toBe("pass");
  });

  test("does not pass a release whose newest requests all fail, whatever came before", () => {
    const verdictOf = (failing: number) => judge(requests(`${clean(600 - failing)}${"x".repeat(failing)}`));
    expect([1, 3, 4, 10].map((failing) => verdictOf(failing).verdict)).toEqual([
      "pass",
      "inconclusive",
      "inconclusive",
      "inconclusive",
    ]);
    expect(verdictOf(10).says).toMatch(
      new RegExp(
        String.raw`^10 of 600 requests failed \(1\.7 %\), 10 of them among the last 10: ` +
          String.raw`the newest fail too often to pass; about \d+ more without an error are needed\.$`,
      ),
    );
  });

  test("finds a fault that comes after the pass, and takes no verdict of failure back", () => {
    const watch = startErrorTest(criteria);
    for (const sample of requests(clean(300))) watch.add(sample);
    expect(watch.verdict().verdict).toBe("pass");
    for (let index = 0; index < 60; index += 1) watch.add({ atMs: 300_000 + index * 1_000, failed: true });
    const failed = watch.verdict().says;
    for (let index = 0; index < 5_000; index += 1) watch.add({ atMs: 360_000 + index, failed: false });
    expect(watch.verdict()).toMatchObject({ verdict: "fail", says: failed });
  });

  test("counts what is reported late as the newest, so that overlapping requests open no window again", () => {
    const pairs = Array.from({ length: 50 }, (_, index) => [
      { atMs: 20_000 + index, failed: true },
      { atMs: 10_000 - index, failed: true },
    ]);
    expect(judge(pairs.flat()).verdict).toBe("inconclusive");
  });

  test("counts requests after the end of the watch, and those without a time", () => {
    expect(judge(requests(clean(80), 10_000)).facts).toMatchObject({ requests: 80 });
    expect(judge(requests("x".repeat(40)).map((one) => ({ ...one, atMs: one.atMs + 600_000 }))).verdict).toBe("fail");
    expect(judge([{ atMs: Number.NaN, failed: true }, ...requests(clean(150))])).toMatchObject({
      verdict: "pass",
      facts: { errors: 1 },
    });
  });

  test("does not pass a watch that saw requests for its first minutes only", () => {
    const watch = startErrorTest(criteria);
    for (const sample of requests(clean(200))) watch.add(sample);
    expect(watch.verdict(499_000).verdict).toBe("pass");
    expect(watch.verdict(600_000)).toMatchObject({
      verdict: "inconclusive",
      says:
        "0 of 200 requests failed, but for 6 min 41 s of the 10 min watch there was no request: what was not " +
        "seen cannot pass.",
      facts: { longest_silence_s: 401 },
    });
    expect(
      judge([{ atMs: 0, failed: false }, ...requests(clean(200)).map((one) => ({ ...one, atMs: one.atMs + 400_000 }))])
        .verdict,
    ).toBe("inconclusive");
  });

  test("needs three windows also in a short watch: a quarter of it each", () => {
    const short = { errorRate: 0.05, watchMs: 8_000 };
    expect(judge(requests("x".repeat(60), 100), short).verdict).toBe("fail");
    expect(judge(requests("x".repeat(39), 100), short).verdict).toBe("inconclusive");
  });

  test("watches for a day with the memory of a moment, and still finds a late fault", () => {
    const watch = startErrorTest({ errorRate: 0.05, watchMs: 86_400_000 });
    const random = randomFrom(5);
    for (let second = 0; second < 80_000; second += 1) watch.add({ atMs: second * 1_000, failed: random() < 0.01 });
    expect(watch.verdict()).toMatchObject({ verdict: "pass", facts: { requests: 80_000 } });
    for (let second = 80_000; second < 80_600; second += 1) watch.add({ atMs: second * 1_000, failed: random() < 0.1 });
    expect(watch.verdict().verdict).toBe("fail");
  });

  test.each([0.001, 0.01, 0.1, 0.3])("holds a limit of %p: a fifth of it passes, the double fails", (errorRate) => {
    const random = randomFrom(6);
    const atRate = (chance: number) =>
      judge(
        Array.from({ length: 60_000 }, (_, index) => ({ atMs: index * 10, failed: random() < chance })),
        { errorRate, watchMs: 600_000 },
      ).verdict;
    expect([atRate(errorRate / 5), atRate(errorRate * 2)]).toEqual(["pass", "fail"]);
  });

  test.each([0, 1, -0.1, 1.5, Number.NaN])("refuses to test a rate of %p", (errorRate) => {
    expect(() => startErrorTest({ errorRate, watchMs: 60_000 })).toThrow("must be between 0 and 1");
  });

  test.each([0, -1, Number.NaN])("refuses to judge a watch of %p ms", (watchMs) => {
    expect(() => startErrorTest({ errorRate: 0.05, watchMs })).toThrow("it must last");
  });

  test("tells truly how many clean requests are missing", () => {
    const samples = fc.array(fc.record({ failed: fc.boolean(), gap: fc.integer({ min: 0, max: 9_000 }) }), {
      maxLength: 40,
    });
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
        const needed = Number(/(\d+) (?:more )?without/.exec(says)?.[1]);
        atMs += 10_000;
        const enough = Math.ceil(needed * 1.25) + 1;
        for (let index = 0; index < enough; index += 1) {
          if (index < needed * 0.75 - 1) expect(watch.verdict().verdict).toBe("inconclusive");
          watch.add({ atMs, failed: false });
        }
        expect(watch.verdict().verdict).toBe("pass");
      }),
      { numRuns: 500 },
    );
  });
});
