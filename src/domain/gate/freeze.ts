/** Times in which an environment is not changed, and who may change it all the same. */

/** One time, or one that repeats. Times are those of the clock on the wall in the zone: `2026-12-20T18:00`. */
export interface FreezeWindow {
  readonly from: string;
  /** Null for one without an end. */
  readonly to: string | null;
  /** An RRULE of RFC 5545, such as `FREQ=WEEKLY`; null for one that does not repeat. */
  readonly repeat: string | null;
  readonly why: string;
}

export interface FreezeRule {
  /** An IANA time zone, such as `Europe/Berlin`. */
  readonly zone: string;
  readonly windows: readonly FreezeWindow[];
  /** Logins, and teams as `org/slug`. */
  readonly override: readonly string[];
}

/** A window that holds now. `from` and `to` are shown to people: `2026-12-20 18:00`, in the zone. */
export interface OpenWindow {
  readonly from: string;
  /** Null for one without an end. */
  readonly to: string | null;
  readonly why: string;
}
