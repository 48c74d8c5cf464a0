// What the latency test is simulated with: lognormal latencies with a median of 40 ms.
import { randomFrom } from "../__tests__/statistics/watches.ts";
import { startLatencyTest } from "../src/statistics/latency-test.ts";

type Factor = (atMs: number, random: () => number) => number;
interface Kind {
  readonly name: string;
  readonly spread: number;
  readonly fresh: Factor;
  readonly old?: Factor;
  /** Failed at most, with the upper 95 % bound; or found within three minutes at 60 a minute and more. */
  readonly wrongAtMost?: number;
  readonly soonAtLeast?: number;
  readonly failedAtLeast?: { readonly from: number; readonly part: number };
}

const from = (ms: number, factor: number): Factor => {
  return (atMs) => (atMs >= ms ? factor : 1);
};
const steady = (factor: number): Factor => {
  return () => factor;
};

export const kinds: readonly Kind[] = [
  { name: "as fast", spread: 0.6, fresh: steady(1), wrongAtMost: 0.01 },
  { name: "as fast, heavy tails", spread: 1.5, fresh: steady(1), wrongAtMost: 0.01 },
  { name: "+20 %", spread: 0.6, fresh: steady(1.2), wrongAtMost: 0.01 },
  { name: "+20 %, heavy tails", spread: 1.2, fresh: steady(1.2), wrongAtMost: 0.01 },
  { name: "both twice as slow from minute 5", spread: 0.6, fresh: from(3e5, 2), old: from(3e5, 2), wrongAtMost: 0.01 },
  {
    name: "pause of 5 s, 20 times as slow",
    spread: 0.6,
    fresh: (atMs) => (atMs >= 100_000 && atMs < 105_000 ? 20 : 1),
    wrongAtMost: 0.01,
  },
  { name: "border: +50 %", spread: 0.6, fresh: steady(1.5) },
  { name: "twice as slow", spread: 0.6, fresh: steady(2), soonAtLeast: 0.95 },
  { name: "twice as slow, heavy tails", spread: 1, fresh: steady(2), failedAtLeast: { from: 60, part: 0.95 } },
  { name: "three times as slow", spread: 0.6, fresh: steady(3), soonAtLeast: 0.99 },
  { name: "twice as slow from minute 5", spread: 0.6, fresh: from(3e5, 2), failedAtLeast: { from: 60, part: 0.95 } },
  {
    name: "a tenth five times as slow",
    spread: 0.6,
    fresh: (_, random) => (random() < 0.1 ? 5 : 1),
    failedAtLeast: { from: 600, part: 0.95 },
  },
];

/** The seconds after which each watch failed, in order, and how many passed. */
export function latencyWatches(kind: Kind, how: { runs: number; pace: number; seed: number }) {
  const random = randomFrom(how.seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const ms = (factor: number) => 40 * factor * Math.exp(kind.spread * normal());
  const seconds: number[] = [];
  let passed = 0;
  for (let run = 0; run < how.runs; run += 1) {
    const test = startLatencyTest({ increase: 0.5, limitMs: null, watchMs: 600_000, control: true });
    let atMs = 0;
    for (; atMs < 600_000 && !test.failed; atMs += 60_000 / how.pace) {
      test.add({ atMs, ms: ms(kind.old?.(atMs, random) ?? 1), arm: "old" });
      test.add({ atMs, ms: ms(kind.fresh(atMs, random)), arm: "new" });
    }
    if (test.failed) seconds.push(atMs / 1_000);
    else if (test.verdict(600_000).verdict === "pass") passed += 1;
  }
  return { seconds: seconds.sort((one, other) => one - other), passed };
}
