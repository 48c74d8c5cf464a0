import type { StateSample } from "../domain/watch/sample.ts";
import type { SignalSettings } from "../settings/signals.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

type LogRateSettings = NonNullable<SignalSettings["log-rate"]>;

/** Errors that the new release logs while it is watched, by the patterns of `logs`. */
export const logRate: Signal = {
  id: "log-rate",
  title: "the logs of the new release",
  measures: ["state"],
  open(watching) {
    const given = watching.environment.signals?.["log-rate"];
    return given === undefined ? null : watchLogs(watching, given);
  },
};

const minuteMs = 60_000;

async function* watchLogs(watching: Watching, given: LogRateSettings): AsyncGenerator<StateSample> {
  const { slots, target } = doorsOf(watching);
  const limit = given["per-minute"];
  const running = (await slots()).filter(({ arm }) => arm === "new");
  if (running.length === 0) throw new Error("no slot runs the new release");
  /** Errors since the start of the slots, by the time at which they were counted. */
  const counted: { readonly atMs: number; readonly errors: number }[] = [];
  const read = async (): Promise<readonly StateSample[]> => {
    const atMs = watching.sinceMs();
    const logs = await Promise.all(running.map(({ host, slot }) => target.logCounts(host, slot)));
    const errors = logs.reduce((sum, one) => sum + one.errors, 0);
    counted.push({ atMs, errors });
    // The newest count that is a minute old, or the first one.
    while (counted.length > 1 && (counted[1]?.atMs ?? atMs) <= atMs - minuteMs) counted.shift();
    const first = counted[0] ?? { atMs, errors };
    // A log that was rotated begins anew: what it has is new.
    const added = errors >= first.errors ? errors - first.errors : errors;
    const seconds = Math.round((atMs - first.atMs) / 1_000);
    const says = `${added} lines of the logs within ${seconds} s are errors; the limit is ${limit} within a minute.`;
    return [{ kind: "state", atMs, of: "logs", holds: added <= limit, says }];
  };
  for await (const sample of polled(watching, { everyMs: given.every, patienceMs: given.patience, read }))
    if (sample.kind === "state") yield sample;
}
