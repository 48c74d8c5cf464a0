import { errorTest } from "./errors.ts";
import { latencyTest } from "./latency-test.ts";
import { levelTest } from "./level.ts";
import { stateTest } from "./state.ts";
import type { StatisticalTest } from "./test.ts";

/** Every test that the samples of a watch are judged by. */
export const statisticalTests: readonly StatisticalTest[] = [errorTest, latencyTest, stateTest, levelTest];
