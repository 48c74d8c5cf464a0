import type { Judgement } from "./result.ts";

/** Every check of validate, by id, in the order of Phase 6's list. */
export const checkIds = ["compile", "format", "test", "coverage", "credo", "sobelow", "hex-audit", "dialyzer", "release"] as const;
export type CheckId = (typeof checkIds)[number];

/** How a check counts: `must` blocks, `should` is shown, `off` is not run and says so. */
export const levels = ["must", "should", "off"] as const;
export type Level = (typeof levels)[number];

/** A row of Phase 6's Validation Checklist. */
export interface Check {
  readonly id: CheckId;
  /** Phase 6's own words for it. */
  readonly title: string;
  readonly level: Exclude<Level, "off">;
  /** The command that a person types to see the same. */
  readonly reproduce: string;
}

/** A judgement of one check, with the time that it took in milliseconds. */
export interface Judged {
  readonly id: CheckId;
  readonly judgement: Judgement;
  readonly durationMs: number;
}
