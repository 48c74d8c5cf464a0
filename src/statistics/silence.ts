/** When something was last heard of, and the longest time in which nothing was; milliseconds of the watch. */
export interface Silence {
  readonly newestMs: number;
  /** What comes late, or without a time, ends no silence. */
  heard(atMs: number): void;
  /** The silence that lasts counts too, where it is known how late it is. */
  longest(nowMs: number): number;
}

export function startSilence(): Silence {
  let newestMs = 0;
  let longestMs = 0;
  return {
    get newestMs() {
      return newestMs;
    },
    heard(atMs) {
      if (!(atMs > newestMs && Number.isFinite(atMs))) return;
      longestMs = Math.max(longestMs, atMs - newestMs);
      newestMs = atMs;
    },
    longest: (nowMs) => Math.max(longestMs, Number.isFinite(nowMs) ? nowMs - newestMs : 0),
  };
}
