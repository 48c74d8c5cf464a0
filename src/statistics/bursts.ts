/** Errors that come within so long are one event, milliseconds: a bucket is a sixth of it. */
const buckets = 6;

/** Errors of one arm, and how many of them came together. */
export interface Bursts {
  add(errors: number, atMs: number): void;
  /** Errors of which the densest six seconds count as at most half of the others: one burst alone is none. */
  readonly spread: number;
}

/**
 * Requests fail together: a restart of a database, a lost packet. The most errors of any six seconds in a row are
 * known at any time, in buckets of one second; the memory is six numbers.
 */
export function startBursts(bucketMs: number): Bursts {
  const counts = new Array<number>(buckets).fill(0);
  let newest = 0;
  let inWindow = 0;
  let densest = 0;
  let total = 0;
  return {
    add(errors, atMs) {
      const bucket = Math.max(newest, Math.floor(atMs / bucketMs));
      const gone = Math.min(bucket - newest, buckets);
      for (let step = 1; step <= gone; step += 1) {
        const index = (newest + step) % buckets;
        inWindow -= counts[index] ?? 0;
        counts[index] = 0;
      }
      // The buckets in between are empty, so that only where the newest one lies matters.
      newest = bucket;
      counts[bucket % buckets] = (counts[bucket % buckets] ?? 0) + errors;
      inWindow += errors;
      total += errors;
      if (inWindow > densest) densest = inWindow;
    },
    get spread() {
      const rest = total - densest;
      return rest + Math.min(densest, rest / 2);
    },
  };
}
