/** When a release is rolled back (Phase 6: Rollback Criteria). Rates are fractions: 0.05 is 5 %. */
export interface Criteria {
  /** Errors above this share of requests roll the release back. */
  readonly errorRate: number;
  /** How long the release is watched after the shift, milliseconds. */
  readonly watchMs: number;
  /** Requests a second of the suite's own prober. */
  readonly probesPerSecond: number;
  /** Latency that is worse by more than this part rolls the release back: 0.5 is 50 %; null where it is not judged. */
  readonly latencyIncrease: number | null;
  /** Latency beyond so many milliseconds rolls it back, whatever it was before; null for no such limit. */
  readonly latencyMaxMs: number | null;
  readonly inconclusive: InconclusivePolicy;
}

/**
 * What becomes of a release whose watch ended without a verdict: `hold` leaves traffic as it is until a person decides.
 */
export const inconclusivePolicies = ["hold", "pass", "roll-back"] as const;
export type InconclusivePolicy = (typeof inconclusivePolicies)[number];

/** The reasons for which a person rolls a release back (Phase 6: Rollback Criteria); `manual` needs a detail. */
export const rollbackReasons = ["error-rate", "performance", "p1-bug", "security", "data-integrity", "manual"] as const;
export type RollbackReason = (typeof rollbackReasons)[number];
