import { describe, expect, test } from "@jest/globals";
import type { Wanted } from "../../src/domain/plan.ts";
import { releaseNumber } from "./fleet-model.ts";
import { explore, type Health, intention, type Search } from "./model-check.ts";

const [second, third] = [releaseNumber(2), releaseNumber(3)];

/** The slots and own settings with which each strategy is searched. */
const kinds: Readonly<Record<string, { readonly slots: readonly string[]; readonly own: object }>> = {
  "blue-green": { slots: ["blue", "green"], own: {} },
  canary: { slots: ["blue", "green"], own: { steps: [50, 100], pause: 10_000 } },
  rolling: { slots: ["main"], own: { batch: 1 } },
};

function searchOf(strategy: string, health: Health, other: "deploy" | "again" | "rollback"): Search {
  const { slots, own } = kinds[strategy] ?? { slots: [], own: {} };
  const common: Partial<Wanted> = { strategy, own };
  const last =
    other === "rollback"
      ? intention(2, { ...common, release: "", takeLock: true, watchMs: 0 }, "rollback")
      : intention(2, { ...common, release: other === "again" ? second : third });
  return { slots, health: { [second]: health }, intentions: [intention(1, { ...common, release: second }), last] };
}

const searches = Object.keys(kinds).flatMap((strategy) =>
  (["good", "unhealthy", "rotten"] as const).flatMap((health) =>
    (["deploy", "again", "rollback"] as const).map((other) => ({ strategy, health, other })),
  ),
);

describe("two runs on a fleet of two hosts", () => {
  let states = 0;
  test.each(searches)("with $strategy, the first release being $health, the other a $other, break no rule", (one) => {
    const found = explore(searchOf(one.strategy, one.health, one.other));
    states += found.states;
    console.log(JSON.stringify({ ...one, ...found }));
    expect(found.broken).toBeNull();
  });

  test("reach at least 100,000 states", () => {
    expect(states).toBeGreaterThan(100_000);
  });
});
