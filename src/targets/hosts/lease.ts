import type { TargetOptions } from "../target.ts";

/** How long a lease lasts without renewal, seconds, unless a caller says otherwise. */
const defaultLeaseSeconds = 180;

/** Renewals in the length of a lease: several may fail before it expires. */
const beatsOfLease = 9;

/** Signs of life in the time of a guard: some may be late before it acts. */
export const beatsOfGuard = 4;

export function leaseSecondsOf({ leaseSeconds }: TargetOptions): number {
  return leaseSeconds ?? defaultLeaseSeconds;
}

/** How often the lock is renewed, milliseconds. */
export function beatMs(options: TargetOptions): number {
  return (leaseSecondsOf(options) * 1_000) / beatsOfLease;
}
