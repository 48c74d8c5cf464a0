import { describe, expect, test } from "@jest/globals";
import { compareWithLevel } from "../../src/statistics/back-to-level.ts";

const criteria = {
  ...{ errorRate: 0.05, watchMs: 60_000, probesPerSecond: 10, latencyIncrease: 0.5, latencyMaxMs: null },
  inconclusive: "hold",
} as const;
const of = (errors: number, requests: number, p50_ms: number | null = 12) => {
  return { requests, errors, p50_ms, p99_ms: p50_ms, seconds: requests / 10 };
};

describe("what users get after a rollback", () => {
  test.each([
    ["nothing fails, as then", of(0, 100), of(0, 600), "back"],
    ["one request of a hundred is no change", of(1, 100), of(0, 600), "back"],
    ["an application that fails now and then does so again", of(4, 100), of(18, 600), "back"],
    ["more than the criteria, and usual for it", of(7, 100), of(30, 600), "back"],
    ["within the criteria, and clearly more than then", of(4, 100), of(0, 600), "worse"],
    ["more than the criteria", of(6, 100), of(0, 600), "beyond"],
    ["more than the criteria above what is usual for it", of(12, 100), of(30, 600), "beyond"],
    ["far slower than then", of(0, 100, 30), of(0, 600), "worse"],
    ["slower by less than the criteria", of(0, 100, 17), of(0, 600), "back"],
    ["a few milliseconds are no difference", of(0, 100, 9), of(0, 600, 2), "back"],
    ["too few answers for a median", of(0, 12, 90), of(0, 600), "back"],
    ["a level of too few requests raises no limit", of(6, 100), of(20, 99), "beyond"],
    ["a level of too few requests is not compared with", of(4, 100, 90), of(0, 99), "back"],
    ["latency was not measured then", of(0, 100, 90), of(0, 600, null), "back"],
    ["nothing is known of then", of(5, 100, 90), null, "back"],
    ["nothing is known of then, and more than the criteria", of(6, 100), null, "beyond"],
  ] as const)("%s", (_what, now, level, expected) => {
    expect(compareWithLevel(now, level, criteria)).toBe(expected);
  });

  test("is not compared by latency where the settings switch that off", () => {
    expect(compareWithLevel(of(0, 100, 90), of(0, 600), { ...criteria, latencyIncrease: null })).toBe("back");
  });
});
