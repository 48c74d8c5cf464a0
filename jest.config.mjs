import { availableParallelism } from "node:os";

// One seed for the whole run: what several files draw together is the same in each. Workers inherit it.
process.env["PD_SEED"] = process.env["FAULT_SEED"] || String(Math.floor(Math.random() * 2 ** 31));

/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__"],
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  moduleFileExtensions: ["ts", "js", "mjs", "cjs", "json", "node"],
  // Node reads TypeScript and modules itself.
  testRunner: "<rootDir>/__tests__/support/circus.mjs",
  transform: {},
  injectGlobals: false,
  errorOnDeprecated: true,
  randomize: true,
  // A limit for what hangs: how fast a machine is decides no test.
  testTimeout: 120_000,
  globalSetup: "<rootDir>/__tests__/support/global-setup.mjs",
  globalTeardown: "<rootDir>/__tests__/support/global-teardown.mjs",
  testSequencer: "<rootDir>/__tests__/support/sequencer.mjs",
  // Half of what the slow stories take is waiting for servers, time and VMs: twice as many workers as cores.
  // jest takes a share above 100 % for a number of workers.
  maxWorkers: 2 * availableParallelism(),
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  reporters: ["default", "<rootDir>/__tests__/support/plain-reporter.mjs"],
};
