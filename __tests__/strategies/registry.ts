import { type Strategies, strategies } from "../../src/strategies/registry.ts";
import { noop } from "./noop.ts";

/** The strategies that tests know: those of the suite, and one line for each that only tests have. */
export const testStrategies: Strategies = {
  ...strategies,
  noop,
};
