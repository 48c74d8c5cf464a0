/** Every check of validate, by id, in the order of Phase 6's list. */
export const checkIds = ["compile", "format", "test", "coverage", "credo", "sobelow", "hex-audit", "dialyzer", "release"] as const;
export type CheckId = (typeof checkIds)[number];

/** How a check counts: `must` blocks, `should` is shown, `off` is not run and says so. */
export const levels = ["must", "should", "off"] as const;
export type Level = (typeof levels)[number];

/** Phase 6's Validation Checklist: dialyzer SHOULD pass, everything else MUST. */
export const defaultLevels: Readonly<Record<CheckId, Exclude<Level, "off">>> = {
  compile: "must",
  format: "must",
  test: "must",
  coverage: "must",
  credo: "must",
  sobelow: "must",
  "hex-audit": "must",
  dialyzer: "should",
  release: "must",
};
