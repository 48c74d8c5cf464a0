import { errorText } from "../domain/values/error-text.ts";
import type { Sample } from "../domain/watch/sample.ts";
import type { Doors, Watching } from "./signal.ts";

/** A fault that asking again does not undo: what was counted is lost. */
export class LastingFault extends Error {}

/** How a source is asked again and again. */
export interface Polling {
  readonly everyMs: number;
  /** For how long it may fail in a row. */
  readonly patienceMs: number;
  /** What has happened since it was asked before. Throws, with a sentence, where that cannot be said. */
  readonly read: () => Promise<readonly Sample[]>;
}

const stepMs = 250;

/**
 * Asks until the watch is over, and once more then. Counters lose nothing by a question that failed, so that it is
 * asked again while the patience lasts; the last one has to be answered.
 */
export async function* polled(
  { clock, sinceMs, over }: Watching,
  { everyMs, patienceMs, read }: Polling,
): AsyncGenerator<Sample> {
  let answeredMs = sinceMs();
  for (;;) {
    const last = over();
    const dueMs = sinceMs() + everyMs;
    try {
      const samples = await read();
      answeredMs = sinceMs();
      yield* samples;
    } catch (error) {
      if (last || error instanceof LastingFault || sinceMs() - answeredMs >= patienceMs)
        throw new Error(errorText(error));
    }
    if (last) return;
    while (!over() && sinceMs() < dueMs) await clock.sleep(Math.min(stepMs, dueMs - sinceMs()));
  }
}

/** The doors of a watch. A signal that the settings ask for cannot do without them. */
export function doorsOf({ doors }: Watching): Doors {
  if (doors === undefined) throw new Error("there is nothing under watch to ask");
  return doors;
}
