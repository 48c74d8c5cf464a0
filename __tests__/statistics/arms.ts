import type { Judgement } from "../../src/domain/evidence/result.ts";
import { randomFrom } from "./watches.ts";

/** What becomes of the requests of one watch: the chance that one of that arm fails, at that time. */
type Chances = (shiftMs: number) => (arm: "new" | "old", atMs: number) => number;

/** What is demanded of a kind of watch, from so many requests a minute on. */
export interface Demand {
  readonly from: number;
  readonly upTo?: number;
  /** The upper 95 % bound (Clopper and Pearson 1934) of the part that failed. */
  readonly wrongAtMost?: number;
  readonly failedAtLeast?: number;
  readonly withinS?: number;
  readonly passedAtLeast?: number;
  readonly medianWithinS?: number;
}

export interface Case {
  readonly name: string;
  readonly chances: Chances;
  readonly demands: readonly Demand[];
}

/** The parts of watches that failed and passed, and the seconds after which each failed: in order, of all watches. */
export interface Fared {
  readonly runs: number;
  readonly failed: number;
  readonly passed: number;
  readonly seconds: readonly number[];
}

/** What the simulation asks of a judge. */
export interface Judge {
  add(sample: { atMs: number; failed: boolean; arm: "new" | "old"; count: number }): void;
  readonly failed: boolean;
  verdict(nowMs: number): Pick<Judgement, "verdict">;
}

const watchMs = 600_000;
/** Requests a minute of each arm. */
export const paces = [6, 60, 600, 6_000] as const;

const steady = (own: number, above = 0): Chances => {
  return () => (arm) => Math.min(1, arm === "new" ? own + above : own);
};
const innocent: readonly Demand[] = [{ from: 6, wrongAtMost: 0.01 }];
const healthy: readonly Demand[] = [...innocent, { from: 60, passedAtLeast: 0.97 }];
const percent = (part: number) => `${Number((part * 100).toPrecision(3))} %`;

/** Errors in a span of the watch: of the new arm alone, or of both. */
const span = (own: number, chance: number, lastsMs: number, who: "new" | "both", fromMs?: number): Chances => {
  return (shiftMs) => (arm, atMs) => {
    const from = fromMs ?? shiftMs;
    return atMs >= from && atMs < from + lastsMs && (who === "both" || arm === "new") ? chance : own;
  };
};

const bad = (own: number): readonly Case[] => [
  {
    name: `5 points above ${percent(own)}`,
    chances: steady(own, 0.05),
    demands: [{ from: own === 0.03 ? 600 : 60, failedAtLeast: 0.9 }],
  },
  {
    name: `10 points above ${percent(own)}`,
    chances: steady(own, 0.1),
    demands: [
      { from: 60, failedAtLeast: 0.99 },
      ...(own === 0.03 ? [] : [{ from: 60, upTo: 60, medianWithinS: 110 }]),
      { from: 600, medianWithinS: own === 0.03 ? 18 : 15 },
    ],
  },
  {
    name: `20 points above ${percent(own)}`,
    chances: steady(own, 0.2),
    demands: [{ from: 60, failedAtLeast: 0.99, medianWithinS: own === 0.03 ? 75 : 60 }],
  },
  {
    name: `all requests fail, above ${percent(own)}`,
    chances: steady(own, 1),
    demands: [{ from: 60, failedAtLeast: 0.99, withinS: 20 }],
  },
];

/** What the error test with a control is held to at its default limit of 5 %. */
export const cases: readonly Case[] = [
  ...[0, 0.001, 0.01, 0.03].map((own) => ({
    name: `healthy, ${percent(own)} of its own`,
    chances: steady(own),
    demands: healthy,
  })),
  { name: "border: both 5 %", chances: steady(0.05), demands: innocent },
  { name: "border: 2.5 points above 1 %", chances: steady(0.01, 0.025), demands: [] },
  { name: "5 % against 0 %", chances: steady(0, 0.05), demands: [{ from: 60, failedAtLeast: 0.95 }] },
  { name: "5 % against 0.1 %", chances: steady(0.001, 0.049), demands: [{ from: 60, failedAtLeast: 0.95 }] },
  { name: "5 % against 1 %", chances: steady(0.01, 0.04), demands: [{ from: 600, failedAtLeast: 0.95 }] },
  ...[0.001, 0.01, 0.03].flatMap(bad),
  {
    name: "late: 10 points above 0.1 % from minute 5",
    chances: span(0.001, 0.101, watchMs, "new", watchMs / 2),
    demands: [{ from: 60, failedAtLeast: 0.95 }],
  },
  { name: "5 s in which all of the new fail, else 0.5 %", chances: span(0.005, 1, 5_000, "new"), demands: healthy },
  { name: "5 s in which all of both fail, else 0.5 %", chances: span(0.005, 1, 5_000, "both"), demands: healthy },
  { name: "30 s in which all of both fail, else 0.5 %", chances: span(0.005, 1, 30_000, "both"), demands: innocent },
  { name: "shared outage: both 20 %", chances: steady(0.2), demands: innocent },
  {
    name: "shared outage: both 20 % for 200 s, else 0.1 %",
    chances: span(0.001, 0.2, 200_000, "both", 200_000),
    demands: innocent,
  },
  { name: "shared outage: all of both fail", chances: steady(1), demands: innocent },
  {
    name: "drift: both from 0.1 % to 3 % and back",
    chances: () => (_, atMs) => 0.001 + 0.029 * Math.sin((Math.PI * atMs) / watchMs) ** 2,
    demands: innocent,
  },
];

/** Many watches of ten minutes: both arms at the same even pace, in steps in which requests of a kind come together. */
export function fare(
  { chances }: Case,
  { judge, ...how }: { judge: () => Judge; runs: number; pace: number; seed: number },
): Fared {
  const random = randomFrom(how.seed);
  const seconds: number[] = [];
  let [failed, passed] = [0, 0];
  for (let run = 0; run < how.runs; run += 1) {
    const chance = chances(random() * (watchMs - 30_000));
    const one = watchOnce({ judge: judge(), chance, pace: how.pace, random });
    if (one.verdict === "fail") failed += 1;
    if (one.verdict === "pass") passed += 1;
    seconds.push(one.verdict === "fail" ? one.endedMs / 1_000 : Number.POSITIVE_INFINITY);
  }
  seconds.sort((one, other) => one - other);
  return { runs: how.runs, failed: failed / how.runs, passed: passed / how.runs, seconds };
}

function watchOnce(of: { judge: Judge; chance: ReturnType<Chances>; pace: number; random: () => number }) {
  const { judge, chance, pace, random } = of;
  const stepMs = Math.max(250, 60_000 / pace);
  const each = Math.round((pace * stepMs) / 60_000);
  for (let atMs = 0; atMs < watchMs; atMs += stepMs) {
    for (const arm of ["old", "new"] as const) {
      const errors = binomial(each, chance(arm, atMs), random);
      if (errors < each) judge.add({ atMs, failed: false, arm, count: each - errors });
      if (errors > 0) judge.add({ atMs, failed: true, arm, count: errors });
    }
    if (judge.failed) return { verdict: "fail", endedMs: atMs + stepMs };
  }
  return { verdict: judge.verdict(watchMs).verdict, endedMs: watchMs };
}

/** The distance to the next failure is drawn, not each request: most of them do not fail. */
function binomial(many: number, chance: number, random: () => number): number {
  if (chance <= 0) return 0;
  if (chance >= 1) return many;
  const scale = 1 / Math.log1p(-chance);
  let errors = 0;
  for (let at = Math.floor(Math.log(1 - random()) * scale); at < many; errors += 1)
    at += 1 + Math.floor(Math.log(1 - random()) * scale);
  return errors;
}

/** The upper 95 % bound of a part that was seen so many times in so many runs (Clopper and Pearson 1934). */
export function upperBound(seen: number, runs: number): number {
  let [low, high] = [seen / runs, 1];
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2;
    if (atMostSeen(seen, runs, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

function atMostSeen(seen: number, runs: number, chance: number): number {
  let term = runs * Math.log1p(-chance);
  let sum = 0;
  for (let k = 0; k <= seen; k += 1) {
    sum += Math.exp(term);
    term += Math.log(((runs - k) / (k + 1)) * (chance / (1 - chance)));
  }
  return sum;
}

/** The demands that an outcome misses, as sentences; empty when it keeps them all. */
export function failings(demands: readonly Demand[], pace: number, { runs, failed, passed, seconds }: Fared) {
  const misses: string[] = [];
  const check = (met: boolean, says: string) => {
    if (!met) misses.push(says);
  };
  for (const one of demands.filter(({ from, upTo = 1e9 }) => pace >= from && pace <= upTo)) {
    const withinS = one.withinS ?? watchMs / 1_000;
    const found = seconds.filter((second) => second <= withinS).length / runs;
    const median = seconds[Math.floor(runs / 2)] ?? Number.NaN;
    // Few runs say little: there only what is surely missed is a miss.
    const few = runs < 1_000;
    const highest = (part: number) => upperBound(Math.round(part * runs), runs);
    const wrong = few ? 1 - highest(1 - failed) : highest(failed);
    const atLeast = (part: number) => (few ? highest(part) : part);
    check(wrong <= (one.wrongAtMost ?? 1), `bound of failed ${wrong}, at most ${one.wrongAtMost}`);
    check(atLeast(found) >= (one.failedAtLeast ?? 0), `failed ${found} in ${withinS} s, at least ${one.failedAtLeast}`);
    check(atLeast(passed) >= (one.passedAtLeast ?? 0), `passed ${passed}, at least ${one.passedAtLeast}`);
    check(median <= (one.medianWithinS ?? Infinity), `median ${median} s, within ${one.medianWithinS} s`);
  }
  return misses;
}
