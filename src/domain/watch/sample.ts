/**
 * What a release under watch is judged by: `errors` and `latency` of its requests, `state` of what must hold, `level`
 * of what must not grow.
 */
export type Measure = "errors" | "latency" | "state" | "level";

/** Whose sample it is: the new release's, or that of the release before, as the control. */
export type Arm = "new" | "old";

/** One request to a release under watch, as a signal saw it, or several alike. */
export interface RequestSample {
  readonly kind: "request";
  /** When it was sent, milliseconds since the watch began. */
  readonly atMs: number;
  readonly failed: boolean;
  /** How long its answer took, milliseconds; null where the signal does not know. */
  readonly ms: number | null;
  /** The new release unless given. */
  readonly arm?: Arm;
  /** How many requests were like this one; 1 unless given. */
  readonly count?: number;
}

/** Something that must hold while a release is watched, such as its readiness. */
export interface StateSample {
  readonly kind: "state";
  readonly atMs: number;
  /** What must hold: "readiness". */
  readonly of: string;
  /** Null where it could not be asked. */
  readonly holds: boolean | null;
  /** What was seen, in a sentence. */
  readonly says: string;
}

/** A quantity that must not grow with the new release, such as its memory. */
export interface LevelSample {
  readonly kind: "level";
  readonly atMs: number;
  /** What was measured, with its unit: "memory, MB". */
  readonly of: string;
  readonly value: number;
  readonly arm: Arm;
}

/** What a signal gives while a release is watched. */
export type Sample = RequestSample | StateSample | LevelSample;
