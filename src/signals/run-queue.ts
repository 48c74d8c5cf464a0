import type { WatchedSlot } from "../domain/fleet/asked-target.ts";
import type { LevelSample } from "../domain/watch/sample.ts";
import type { SignalSettings } from "../settings/signals.ts";
import { readExposition } from "./metrics/exposition.ts";
import { httpWithHeaders } from "./metrics/headers-from.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

type RunQueueSettings = NonNullable<SignalSettings["run-queue"]>;

/** Processes that wait for a scheduler, in the new release and in the one before, by the metrics of each slot. */
export const runQueue: Signal = {
  id: "run-queue",
  title: "the run queue of the slots",
  measures: ["level"],
  control: "asked",
  open(watching) {
    const given = watching.environment.signals?.["run-queue"];
    return given === undefined ? null : watchRunQueue(watching, given);
  },
};

const limitMs = 8_000;
/** What PromEx and telemetry_poller name it, behind the name of the application where they put that first. */
const names = ["prom_ex_beam_stats_run_queue_count", "vm_total_run_queue_lengths_total"];

async function* watchRunQueue(watching: Watching, given: RunQueueSettings): AsyncGenerator<LevelSample> {
  const doors = doorsOf(watching);
  const http = httpWithHeaders(doors, given["headers-from"]);
  const slots = await doors.slots();
  if (!slots.some(({ arm }) => arm === "new")) throw new Error("no slot runs the new release");
  const wanted = given.metric === undefined ? names : [given.metric];
  const readSlot = async ({ host, slot, arm }: WatchedSlot): Promise<readonly LevelSample[]> => {
    const atMs = watching.sinceMs();
    try {
      const url = `${await doors.reach(host, slot)}${given.path}`;
      const answer = await http.request({ method: "GET", url, headers: { accept: "text/plain" }, limitMs });
      if (!answer.answered) throw new Error(`${url} did not answer: ${answer.why}`);
      if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
      return [{ kind: "level", atMs, of: "run queue", value: lengthIn(answer.body, wanted, url), arm }];
    } catch (error) {
      // Without the release before there is no control, which the tests know.
      if (arm === "new") throw error;
      return [];
    }
  };
  const read = async () => (await Promise.all(slots.map(readSlot))).flat();
  for await (const sample of polled(watching, { everyMs: given.every, patienceMs: given.patience, read }))
    if (sample.kind === "level") yield sample;
}

/** The length, summed over what runs on ordinary schedulers and on dirty ones. */
function lengthIn(page: string, wanted: readonly string[], url: string): number {
  const exposed = readExposition(page);
  if (typeof exposed === "string") throw new Error(`${url}: ${exposed}`);
  const found = exposed.filter((one) => wanted.some((name) => one.name === name || one.name.endsWith(`_${name}`)));
  if (found.length === 0) throw new Error(`${url} has no metric ${wanted.join(" or ")}`);
  const length = found.reduce((sum, { value }) => sum + value, 0);
  if (!Number.isFinite(length)) throw new Error(`${found[0]?.name} of ${url} is ${length}, which is no number`);
  return length;
}
