import { errorTest } from "./errors.ts";
import type { StatisticalTest } from "./test.ts";

/** Every test that the samples of a watch are judged by. */
export const statisticalTests: readonly StatisticalTest[] = [errorTest];
