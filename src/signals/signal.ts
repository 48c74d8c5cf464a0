import type { Criteria } from "../domain/criteria.ts";
import type { Measure, Sample } from "../domain/sample.ts";
import type { Clock, Http } from "../ports.ts";
import type { Environment, SmokeTest } from "../settings/settings.ts";

/** What a signal may use while a release is watched. */
export interface Watching {
  readonly environment: Environment;
  readonly smoke: readonly SmokeTest[];
  readonly criteria: Criteria;
  /** Requests through the public URL, with the headers that the settings name. */
  readonly http: Http;
  readonly clock: Clock;
  /** Milliseconds since the watch began. */
  readonly sinceMs: () => number;
  /** True once no more samples are wanted: a signal then asks nothing new, passes on what is in flight, and ends. */
  readonly over: () => boolean;
}

/** Where samples of a release under watch come from. One file each, registered in `registry.ts`. */
export interface Signal {
  readonly id: string;
  /** In sentences: "the prober". */
  readonly title: string;
  /** What its samples can be judged by. */
  readonly measures: readonly Measure[];
  /**
   * Samples as they are seen, until the watch is over; null where the settings do not ask for this signal. A stream
   * that ends before that, or throws, never passes.
   */
  open(watching: Watching): AsyncIterable<Sample> | null;
}
