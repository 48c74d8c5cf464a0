import { beforeAll, describe, expect, test } from "@jest/globals";
import { drawn, figure } from "../support/extent.ts";
import { missed, type Outcome, perMinute, scenarios, simulate } from "./watches.ts";

/**
 * A hundred requests a second are slow to simulate: there only what has a limit of its own for releases that hold or
 * fail it outright.
 */
const dense: ReadonlySet<string> = new Set(["2 %", "all fail for 5 s, else 0.5 %"]);
const every = scenarios.flatMap((scenario) =>
  perMinute
    .filter((rate) => scenario.limits.some(({ from }) => rate >= from) && !(rate === 6_000 && dense.has(scenario.name)))
    .map((rate) => ({ scenario, name: scenario.name, rate })),
);
const cases = drawn("scenarios of errors", every, Math.ceil(every.length / 2));
/** Beside the limits: rates near the limit, where requests are many. */
const near = [
  { name: "3 %", runs: 200, rate: 600 },
  { name: "4 %", runs: 40, rate: 6_000 },
];
const runs = figure("SIMULATED_WATCHES", 200, 400);
const key = ({ name, rate }: { readonly name: string; readonly rate: number }) => `${name}, ${rate} a minute`;

let outcomes: ReadonlyMap<string, Outcome>;
beforeAll(() => {
  const wanted = [...cases.map(({ name, rate }) => ({ name, rate, runs })), ...near];
  outcomes = new Map(
    wanted.map(({ name, ...more }) => {
      const scenario = scenarios.find((one) => one.name === name);
      if (scenario === undefined) throw new Error(`There is no scenario ${name}`);
      return [key({ name, rate: more.rate }), simulate(scenario, { ...more, seed: 1 })];
    }),
  );
});
const outcome = (one: Parameters<typeof key>[0]): Outcome => {
  const found = outcomes.get(key(one));
  if (found === undefined) throw new Error(`Nothing was simulated for ${key(one)}`);
  return found;
};

describe("the error test, over hundreds of watches of ten minutes each", () => {
  test.each(cases)("keeps its limits for requests that fail at $name, $rate a minute", ({ scenario, name, rate }) => {
    expect(missed(scenario.limits, rate, outcome({ name, rate }))).toEqual([]);
  });

  test("does not take 3 % for 5 % where there are ten requests a second, nor 4 % where there are a hundred", () => {
    const [three, four] = near.map(outcome) as [Outcome, Outcome];
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
