/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__"],
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  moduleFileExtensions: ["ts", "js", "mjs", "cjs", "json", "node"],
  transform: {
    "/@actions/(languageservice|workflow-parser)/.*\\.js$": "<rootDir>/__tests__/support/json-imports.mjs",
    "\\.ts$": [
      "babel-jest",
      { babelrc: false, configFile: false, presets: [["@babel/preset-typescript", { onlyRemoveTypeImports: true }]] },
    ],
  },
  transformIgnorePatterns: ["/node_modules/(?!@actions/(languageservice|workflow-parser)/)"],
  injectGlobals: false,
  clearMocks: true,
  restoreMocks: true,
  errorOnDeprecated: true,
  randomize: true,
  // A limit for what hangs: how fast a machine is decides no test.
  testTimeout: 120_000,
  globalSetup: "<rootDir>/__tests__/support/global-setup.mjs",
  maxWorkers: 2,
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
  reporters: ["default", "<rootDir>/__tests__/support/plain-reporter.mjs"],
};
