import { errorText } from "../../domain/values/error-text.ts";
import type { Sample } from "../../domain/watch/sample.ts";
import type { Environment } from "../../settings/settings.ts";
import type { Doors, Signal, Watching } from "../../signals/signal.ts";
import { publicHttp } from "../public-http.ts";
import type { StageRun } from "../stage.ts";

/** How often it is asked whether the time is over, and how long late answers are waited for then, milliseconds. */
const tickMs = 250;
const lateMs = 10_000;

/** The doors that lead to the target; the others are those of the stage. */
export type WatchedTarget = Pick<Doors, "slots" | "reach" | "target">;

/** What is listened to, where, and for how long. */
export interface Listening {
  readonly environment: Environment;
  readonly signals: readonly Signal[];
  readonly forMs: number;
  /** True once nothing more may come of it, such as after a cancel. */
  readonly stopped: () => boolean;
  /** What signals may ask of the target. */
  readonly target?: WatchedTarget | undefined;
  /** The release before runs beside the one under watch. */
  readonly control: boolean;
  /** What serves is measured, before anything changes. */
  readonly before?: boolean;
  /** A signal that breaks ends it: nothing can come of the others. */
  readonly endsAtFault: boolean;
}

/** What was heard of the signals. */
export interface Heard {
  /** Signals that the settings ask for. */
  readonly opened: ReadonlySet<Signal>;
  /** Why a signal ended before its time. */
  readonly faults: ReadonlyMap<Signal, string>;
  /** What signals have to say beside their samples. */
  readonly warnings: ReadonlySet<string>;
  /** Without the wait for answers that were late: nothing was asked then, so that silence in it means nothing. */
  readonly lastedMs: number;
}

/** Passes each sample on until the time is over, or it is stopped. */
export async function listen(
  run: StageRun,
  { environment, signals, forMs, stopped, target, control, before = false, endsAtFault }: Listening,
  hear: (signal: Signal, sample: Sample) => void,
): Promise<Heard> {
  const { clock } = run.world;
  const opened = new Set<Signal>();
  const faults = new Map<Signal, string>();
  const warnings = new Set<string>();
  const began = clock.ticks();
  const sinceMs = () => clock.ticks() - began;
  let closed = false;
  const done = () => closed || stopped() || (endsAtFault && faults.size > 0);
  const over = () => done() || sinceMs() >= forMs;
  const warn = (says: string) => void warnings.add(says);
  const doors = target === undefined ? {} : { doors: { ...run.world, ...target, warn } };
  const watching: Watching = { ...watchingOf(run, environment), ...doors, control, before, sinceMs, over };

  const pass = async (signal: Signal): Promise<void> => {
    try {
      const stream = signal.open(watching);
      if (stream === null) return;
      opened.add(signal);
      for await (const sample of stream) {
        if (done()) return;
        hear(signal, sample);
      }
      if (!over()) faults.set(signal, "it ended");
    } catch (error) {
      opened.add(signal);
      faults.set(signal, errorText(error));
    }
  };
  const pending = new Set(signals);
  const heard = Promise.all(signals.map((signal) => pass(signal).finally(() => pending.delete(signal))));
  const time = async () => {
    while (!over()) await clock.sleep(tickMs);
    // Requests that are in flight when the time is over still count.
    const lastMs = sinceMs() + lateMs;
    while (!done() && pending.size > 0 && sinceMs() < lastMs) await clock.sleep(tickMs);
  };
  await Promise.race([heard, time()]);
  if (!done()) for (const signal of pending) faults.set(signal, "it did not end");
  closed = true;
  return { opened, faults, warnings, lastedMs: Math.min(sinceMs(), forMs) };
}

function watchingOf(run: StageRun, environment: Environment) {
  const { smoke, criteria } = run.settings;
  return { environment, smoke, criteria, clock: run.world.clock, http: publicHttp(run.world, environment) };
}
