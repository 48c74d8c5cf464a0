import type { WatchedSlot } from "../domain/fleet/asked-target.ts";
import type { LevelSample } from "../domain/watch/sample.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

/** Memory of the slots' processes, of the new release and of the one before. */
export const slotMemory: Signal = {
  id: "memory",
  title: "the memory of the slots",
  measures: ["level"],
  control: "asked",
  open(watching) {
    const given = watching.environment.signals?.memory;
    return given === undefined ? null : watchMemory(watching, given);
  },
};

interface Pace {
  readonly every: number;
  readonly patience: number;
}

const megabyte = 1 << 20;

async function* watchMemory(watching: Watching, { every, patience }: Pace): AsyncGenerator<LevelSample> {
  const { slots, target } = doorsOf(watching);
  const running = await slots();
  if (!running.some(({ arm }) => arm === "new")) throw new Error("no slot runs the new release");
  const readSlot = async ({ host, slot, arm }: WatchedSlot): Promise<readonly LevelSample[]> => {
    const atMs = watching.sinceMs();
    try {
      const value = Math.round(((await target.memory(host, slot)) / megabyte) * 10) / 10;
      return [{ kind: "level", atMs, of: "memory, MB", value, arm }];
    } catch (error) {
      // Without the release before there is no control, which the tests know.
      if (arm === "new") throw error;
      return [];
    }
  };
  const read = async () => (await Promise.all(running.map(readSlot))).flat();
  for await (const sample of polled(watching, { everyMs: every, patienceMs: patience, read }))
    if (sample.kind === "level") yield sample;
}
