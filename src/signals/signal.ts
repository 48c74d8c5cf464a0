import type { TargetQuestions, WatchedSlot } from "../domain/fleet/asked-target.ts";
import type { Criteria } from "../domain/watch/criteria.ts";
import type { Measure, Sample } from "../domain/watch/sample.ts";
import type { Clock } from "../ports/clock.ts";
import type { GitHub } from "../ports/github.ts";
import type { Http } from "../ports/http.ts";
import type { Shell } from "../ports/shell.ts";
import type { Environment, SmokeTest } from "../settings/settings.ts";

/** What a signal may ask besides the public URL. */
export interface Doors {
  /** Requests without the headers of the public URL. */
  readonly http: Http;
  readonly shell: Shell;
  readonly github: GitHub;
  /** The environment variable that a setting names; undefined when unset or empty. */
  readonly secret: (name: string) => string | undefined;
  /** The slots in which a release runs. They are looked up once for a watch; throws where they cannot be. */
  readonly slots: () => Promise<readonly WatchedSlot[]>;
  /** Base address at which a slot is reached directly. */
  readonly reach: (host: string, slot: string) => Promise<string>;
  readonly target: TargetQuestions;
  /** A sentence for the warnings of the watch, which changes no verdict. */
  readonly warn: (says: string) => void;
}

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
  /** Absent where the target is not asked, such as on the new schema before a shift. */
  readonly doors?: Doors;
  /** True where the release before runs beside the one under watch. */
  readonly control?: boolean;
  /**
   * Nothing changes yet: what serves is measured as if it were the new release. A source that keeps its past begins
   * with that.
   */
  readonly before?: boolean;
}

/** Where samples of a release under watch come from. One file each, registered in `registry.ts`. */
export interface Signal {
  readonly id: string;
  /** In sentences: "the prober". */
  readonly title: string;
  /** What its samples can be judged by. */
  readonly measures: readonly Measure[];
  /** Which of them the settings of an environment ask for; absent for all. */
  readonly measuresFor?: (environment: Environment) => readonly Measure[];
  /**
   * It gives samples of the release before as well: `asked` as long as that runs, `shared` while that takes requests of
   * users. Absent where it gives none.
   */
  readonly control?: "asked" | "shared";
  /** The signal whose samples of the release before are its control, and for which measures. */
  readonly controlledBy?: { readonly id: string; readonly measures: readonly Measure[] };
  /**
   * Samples as they are seen, until the watch is over; null where the settings do not ask for this signal. A stream
   * that ends before that, or throws, never passes.
   */
  open(watching: Watching): AsyncIterable<Sample> | null;
}
