import { describe, expect, test } from "@jest/globals";
import { missed, perMinute, type Scenario, scenarios, simulate } from "./watches.ts";

/**
 * A hundred requests a second are slow to simulate: there only what has a limit of its own for releases that hold or
 * fail it outright.
 */
const dense: ReadonlySet<string> = new Set(["2 %", "all fail for 5 s, else 0.5 %"]);
const cases = scenarios.flatMap((scenario) =>
  perMinute
    .filter((rate) => scenario.limits.some(({ from }) => rate >= from) && !(rate === 6_000 && dense.has(scenario.name)))
    .map((rate) => ({ scenario, name: scenario.name, rate })),
);

describe("the error test, over 400 watches of ten minutes each", () => {
  test.each(cases)("keeps its limits for requests that fail at $name, $rate a minute", ({ scenario, rate }) => {
    expect(missed(scenario.limits, rate, simulate(scenario, { runs: 400, rate, seed: 1 }))).toEqual([]);
  });

  test("does not take 3 % for 5 % where there are ten requests a second, nor 4 % where there are a hundred", () => {
    const of = (name: string) => scenarios.find((one) => one.name === name) as Scenario;
    const three = simulate(of("3 %"), { runs: 200, rate: 600, seed: 1 });
    const four = simulate(of("4 %"), { runs: 40, rate: 6_000, seed: 1 });
    expect(Math.max(three.failed, four.failed)).toBeLessThanOrEqual(0.15);
    expect(Math.min(three.passed, four.passed)).toBeGreaterThanOrEqual(0.85);
  });

  test("names the limits that an outcome misses, so that a table cannot pass by not looking", () => {
    const seen = { failed: 0.5, passed: 0.4, medianS: 70, slowestS: 600 };
    const limits = [
      { from: 6, failedAtMost: 0.01, failedAtLeast: 0.99, passedAtLeast: 0.97 },
      { from: 60, medianWithinS: 60, allWithinS: 25 },
    ];
    expect(missed(limits, 60, seen)).toHaveLength(5);
    expect(missed(limits, 6, seen)).toHaveLength(3);
  });
});
