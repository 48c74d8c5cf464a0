import { startErrorTest } from "../../src/statistics/errors.ts";

/** From this time of the watch on a request fails with this chance. */
type Phase = readonly [fromMs: number, chance: number];

/** One kind of release under watch: how it fares in the course of it. `shiftMs` differs from watch to watch. */
export interface Scenario {
  readonly name: string;
  readonly phases: (shiftMs: number) => readonly Phase[];
  /** What is demanded, from so many requests a minute on; nothing where the figures are for the reader alone. */
  readonly limits: readonly Limit[];
}

export interface Limit {
  readonly from: number;
  readonly failedAtMost?: number;
  readonly failedAtLeast?: number;
  readonly passedAtLeast?: number;
  readonly medianWithinS?: number;
  readonly allWithinS?: number;
}

/**
 * How many watches of a kind failed and passed, as parts of all, and after how many seconds they failed (in order; the
 * watch's end where not).
 */
export interface Outcome {
  readonly failed: number;
  readonly passed: number;
  readonly medianS: number;
  readonly slowestS: number;
}

export const watchMs = 600_000;
export const perMinute = [6, 60, 600, 6_000] as const;

const healthy: readonly Limit[] = [
  { from: 6, failedAtMost: 0.01 },
  { from: 60, passedAtLeast: 0.97 },
];
const bad: readonly Limit[] = [
  { from: 60, failedAtLeast: 0.99, medianWithinS: 60 },
  { from: 600, medianWithinS: 15 },
];
const always = (chance: number) => (): readonly Phase[] => [[0, chance]];
const blip =
  (chance: number) =>
  (shiftMs: number): readonly Phase[] => [
    [0, chance],
    [shiftMs, 1],
    [shiftMs + 5_000, chance],
  ];

/** What the error test is held to at its default limit of 5 %. */
export const scenarios: readonly Scenario[] = [
  { name: "0.1 %", phases: always(0.001), limits: healthy },
  { name: "1 %", phases: always(0.01), limits: healthy },
  { name: "2 %", phases: always(0.02), limits: [{ from: 600, failedAtMost: 0.05 }] },
  { name: "3 %", phases: always(0.03), limits: [] },
  { name: "4 %", phases: always(0.04), limits: [] },
  { name: "5 %", phases: always(0.05), limits: [{ from: 60, failedAtLeast: 0.95 }] },
  { name: "7 %", phases: always(0.07), limits: [{ from: 60, failedAtLeast: 0.99 }] },
  { name: "10 %", phases: always(0.1), limits: bad },
  { name: "20 %", phases: always(0.2), limits: bad },
  { name: "40 %", phases: always(0.4), limits: bad },
  { name: "100 %", phases: always(1), limits: [...bad, { from: 60, allWithinS: 25 }] },
  {
    name: "10 % from minute 5",
    phases: () => [
      [0, 0.001],
      [300_000, 0.1],
    ],
    limits: [{ from: 60, failedAtLeast: 0.95 }],
  },
  {
    name: "all fail for 5 s",
    phases: blip(0),
    limits: [{ from: 6, failedAtMost: 0.01 }],
  },
  {
    name: "all fail for 5 s, else 0.5 %",
    phases: blip(0.005),
    limits: [{ from: 60, failedAtMost: 0.02 }],
  },
];

/** Small, seeded and good enough for counting (sfc32): the same watches every time. */
export function randomFrom(seed: number): () => number {
  let [a, b, c, counter] = [seed, 0x9e3779b9 | 0, 0x243f6a88, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/**
 * Many watches of ten minutes at an even pace, each asked whenever a request failed, as the stage that watches asks.
 */
export function simulate(
  { phases }: Scenario,
  { runs, rate, seed }: { readonly runs: number; readonly rate: number; readonly seed: number },
): Outcome {
  const random = randomFrom(seed);
  const seconds: number[] = [];
  let failed = 0;
  let passed = 0;
  for (let run = 0; run < runs; run += 1) {
    const { verdict, endedMs } = watchOnce(phases(random() * (watchMs - 5_000)), rate, random);
    if (verdict === "fail") failed += 1;
    if (verdict === "pass") passed += 1;
    seconds.push(endedMs / 1_000);
  }
  seconds.sort((one, other) => one - other);
  return {
    ...{ failed: failed / runs, passed: passed / runs },
    medianS: seconds[Math.floor(runs / 2)] ?? Number.NaN,
    slowestS: seconds.at(-1) ?? Number.NaN,
  };
}

/** The distance to the next failure is drawn, not each request: most of them do not fail. */
function watchOnce(
  phases: readonly Phase[],
  rate: number,
  random: () => number,
): { readonly verdict: string; readonly endedMs: number } {
  const watch = startErrorTest({ errorRate: 0.05, watchMs });
  const stepMs = 60_000 / rate;
  for (const [index, [fromMs, chance]] of phases.entries()) {
    const gap = () =>
      chance === 1 ? 0 : chance === 0 ? Infinity : Math.floor(Math.log(1 - random()) / Math.log(1 - chance));
    const end = Math.ceil((phases[index + 1]?.[0] ?? watchMs) / stepMs);
    let at = Math.ceil(fromMs / stepMs);
    for (let next = at + gap(); at < end; at += 1) {
      const failed = at === next;
      watch.add({ atMs: at * stepMs, failed });
      if (!failed) continue;
      next = at + 1 + gap();
      if (watch.failed) return { verdict: "fail", endedMs: at * stepMs };
    }
  }
  return { verdict: watch.verdict(watchMs).verdict, endedMs: watchMs };
}

/** The limits that an outcome misses, as sentences; empty when it keeps them all. */
export function missed(limits: readonly Limit[], rate: number, seen: Outcome): readonly string[] {
  return limits
    .filter(({ from }) => rate >= from)
    .flatMap(
      ({ failedAtMost = 1, failedAtLeast = 0, passedAtLeast = 0, medianWithinS = Infinity, allWithinS = Infinity }) => [
        ...(seen.failed > failedAtMost ? [`failed ${seen.failed}, at most ${failedAtMost}`] : []),
        ...(seen.failed < failedAtLeast ? [`failed ${seen.failed}, at least ${failedAtLeast}`] : []),
        ...(seen.passed < passedAtLeast ? [`passed ${seen.passed}, at least ${passedAtLeast}`] : []),
        ...(seen.medianS > medianWithinS ? [`median ${seen.medianS} s, within ${medianWithinS} s`] : []),
        ...(seen.slowestS > allWithinS ? [`slowest ${seen.slowestS} s, within ${allWithinS} s`] : []),
      ],
    );
}
