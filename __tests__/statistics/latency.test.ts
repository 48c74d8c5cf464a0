import { describe, expect, test } from "@jest/globals";
import { summarise } from "../../src/statistics/latency.ts";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => count - index);

describe("latency in figures", () => {
  test.each([
    { samples: [], p50: null, p99: null },
    { samples: [7], p50: 7, p99: 7 },
    { samples: [9, 1], p50: 1, p99: 9 },
    { samples: [30, 10, 20], p50: 20, p99: 30 },
    { samples: upTo(99), p50: 50, p99: 99 },
    { samples: upTo(100), p50: 50, p99: 99 },
    { samples: upTo(101), p50: 51, p99: 100 },
    { samples: upTo(700), p50: 350, p99: 693 },
  ])("takes the nearest rank of $samples.length samples: $p50 and $p99", ({ samples, p50, p99 }) => {
    expect(summarise(samples)).toEqual({ p50, p99 });
  });

  test("sorts by number and leaves the samples as they were", () => {
    const samples = [100, 9, 20];
    expect(summarise(samples)).toEqual({ p50: 20, p99: 100 });
    expect(samples).toEqual([100, 9, 20]);
  });
});
