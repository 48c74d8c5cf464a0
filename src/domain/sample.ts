/** What a release under watch is judged by. */
export type Measure = "errors" | "latency";

/** One request to a release under watch, as a signal saw it. */
export interface Sample {
  /** When it was sent, milliseconds since the watch began. */
  readonly atMs: number;
  readonly failed: boolean;
  /** How long its answer took, milliseconds; null where the signal does not know. */
  readonly ms: number | null;
  /** `old` for the release before, as the control; the new release unless given. */
  readonly arm?: "new" | "old";
}
