import type { Measurement } from "../evidence/evidence.ts";
import { whole } from "../fleet/host-record.ts";

/**
 * What users got of a release when it was verified: the measurement of its watch, which hosts keep. A rollback to it
 * compares with that.
 */
export type VerifiedLevel = Measurement;

/** A level as one word of a host's record: `600,2,14.2,80.1,60`. What was not measured is empty. */
export function levelText({ requests, errors, p50_ms, p99_ms, seconds }: VerifiedLevel): string {
  return [requests, errors, tenths(p50_ms), tenths(p99_ms), tenths(seconds)].map((one) => one ?? "").join(",");
}

/** Null for anything but a level. */
export function readLevel(text: string): VerifiedLevel | null {
  const [first, second, p50, p99, lasted, ...more] = text.split(",");
  const [requests, errors, seconds] = [whole(first), whole(second), decimal(lasted)];
  if (requests === null || errors === null || seconds === null || more.length > 0) return null;
  return errors > requests ? null : { requests, errors, p50_ms: decimal(p50), p99_ms: decimal(p99), seconds };
}

function tenths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}

function decimal(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}
