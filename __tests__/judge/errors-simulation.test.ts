import { describe, expect, test } from "@jest/globals";
import { startErrorTest } from "../../src/judge/errors.ts";

const watchMs = 600_000;
const errorRate = 0.05;

/** Small, seeded and good enough for counting: the same watches every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Watched {
  readonly verdict: string;
  /** Milliseconds until it failed. */
  readonly failedAt: number | null;
}

/** One watch of ten minutes at one request a second, where a request at that time fails with that chance. */
function watchOnce(chance: (atMs: number) => number, random: () => number): Watched {
  const watch = startErrorTest({ errorRate, watchMs });
  for (let atMs = 0; atMs < watchMs; atMs += 1_000) {
    const failed = random() < chance(atMs);
    watch.add({ atMs, failed });
    if (failed && watch.verdict().verdict === "fail") return { verdict: "fail", failedAt: atMs };
  }
  return { verdict: watch.verdict().verdict, failedAt: null };
}

function watchMany(times: number, seed: number, chance: (atMs: number) => number): readonly Watched[] {
  const random = randomFrom(seed);
  return Array.from({ length: times }, () => watchOnce(chance, random));
}

/** The upper end of Clopper and Pearson's interval for a share, one-sided at 95 %: the largest share under which so few would be seen. */
function upperBound(seen: number, of: number): number {
  const atMost = (share: number) => {
    let term = (1 - share) ** of;
    let sum = term;
    for (let count = 1; count <= seen; count += 1) {
      term *= ((of - count + 1) / count) * (share / (1 - share));
      sum += term;
    }
    return sum;
  };
  let low = seen / of;
  let high = 1;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (atMost(middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

const fails = (watched: readonly Watched[]) => watched.filter(({ verdict }) => verdict === "fail").length;

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe("the judge of request errors, over many watches of ten minutes at one request a second", () => {
  test("has an upper bound of its own that is right where it is known", () => {
    expect(upperBound(0, 100)).toBeCloseTo(1 - 0.05 ** (1 / 100), 6);
  });

  test("takes a healthy release with 1 % of errors back in at most 1 % of watches", () => {
    const times = 1_500;
    const watched = watchMany(times, 1, () => 0.01);
    expect(upperBound(fails(watched), times)).toBeLessThanOrEqual(0.01);
    expect(watched.filter(({ verdict }) => verdict === "pass").length).toBeGreaterThan(times * 0.9);
  });

  test("finds a dead release within two buckets", () => {
    expect(watchMany(1, 2, () => 1)[0]?.failedAt).toBeLessThan(20_000);
  });

  test("finds a release with 10 % of errors nearly always, and mostly within 70 s", () => {
    const watched = watchMany(500, 3, () => 0.1);
    expect(fails(watched)).toBeGreaterThanOrEqual(497);
    expect(median(watched.map(({ failedAt }) => failedAt ?? watchMs))).toBeLessThanOrEqual(70_000);
  });

  test("finds a release at the limit of 5 % in at least 95 of 100 watches", () => {
    expect(fails(watchMany(500, 4, () => 0.05))).toBeGreaterThanOrEqual(475);
  });

  test("finds a release that turns bad in the middle", () => {
    expect(fails(watchMany(300, 5, (atMs) => (atMs < 300_000 ? 0.002 : 0.2)))).toBeGreaterThanOrEqual(297);
  });

  test("does not take a release back for one blip of five seconds", () => {
    const times = 1_000;
    const watched = watchMany(times, 6, (atMs) => (atMs >= 200_000 && atMs < 205_000 ? 1 : 0.002));
    expect(upperBound(fails(watched), times)).toBeLessThanOrEqual(0.01);
  });
});
