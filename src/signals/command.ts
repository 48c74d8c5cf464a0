import { readJson } from "../domain/values/json.ts";
import type { Measure, Sample } from "../domain/watch/sample.ts";
import { shown } from "../settings/fault.ts";
import type { SignalSettings } from "../settings/signals.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Doors, Signal, Watching } from "./signal.ts";

type CommandSettings = NonNullable<SignalSettings["command"]>;

/** Samples that a program of the user's prints on the runner, one in JSON on each line. */
export const commandSamples: Signal = {
  id: "command",
  title: "the command of `signals`",
  measures: ["errors", "latency", "state", "level"],
  control: "shared",
  measuresFor: ({ signals }) => signals?.command?.measures ?? [],
  open(watching) {
    const given = watching.environment.signals?.command;
    return given === undefined ? null : watchCommand(watching, given);
  },
};

const limitMs = 30_000;

async function* watchCommand(watching: Watching, given: CommandSettings): AsyncGenerator<Sample> {
  const doors = doorsOf(watching);
  const slots = await slotsAsText(doors);
  let lastMs = watching.sinceMs();
  const read = async (): Promise<readonly Sample[]> => {
    const atMs = watching.sinceMs();
    const ran = await doors.shell.run({
      argv: given.run as [string, ...string[]],
      env: { WATCH_ENVIRONMENT: watching.environment.name, WATCH_SECONDS: `${(atMs - lastMs) / 1_000}`, ...slots },
      ...{ limitMs, onCancel: "end" },
    });
    if (ran.ended !== "exited" || ran.code !== 0) {
      const how = ran.ended === "exited" ? `exited with code ${ran.code}` : `${ran.ended} ${ran.why}`.trim();
      throw new Error(`\`${shown(given.run.join(" "))}\` ${how}: ${shown(ran.stderr.trim().split("\n").at(-1) ?? "")}`);
    }
    lastMs = atMs;
    const lines = ran.stdout.split("\n").filter((line) => line.trim() !== "");
    if (lines.length === 0) throw new Error(`\`${shown(given.run.join(" "))}\` printed nothing`);
    return lines.flatMap((line) => sampleIn(line, atMs, given.measures));
  };
  yield* polled(watching, { everyMs: given.every, patienceMs: given.patience, read });
}

/** The slots as JSON, each with the address at which it is reached. */
async function slotsAsText({ slots, reach }: Doors): Promise<Readonly<Record<string, string>>> {
  const all = (await slots()).map(async ({ host, slot, release, arm }) => {
    return { host, slot, release, arm, url: await reach(host, slot) };
  });
  return { WATCH_SLOTS: JSON.stringify(await Promise.all(all)) };
}

/** The sample of a line. What is of another form, or was not asked for, throws: it would count for nothing. */
function sampleIn(line: string, atMs: number, measures: readonly Measure[]): readonly Sample[] {
  const json = readJson(line);
  const given = typeof json === "object" && json !== null ? (json as Readonly<Record<string, unknown>>) : {};
  const wrong = (why: string) => new Error(`the command printed \`${shown(line)}\`: ${why}`);
  const wanted = (...any: readonly Measure[]) => {
    if (!any.some((one) => measures.includes(one)))
      throw wrong(`\`signals.command.measures\` does not name ${any.join(" or ")}`);
  };
  const { state, holds, says, level, value, requests, errors = 0, ms = null, arm = "new" } = given;
  if (arm !== "new" && arm !== "old") throw wrong("`arm` is `new` or `old`");
  if (typeof state === "string" && (typeof holds === "boolean" || holds === null)) {
    wanted("state");
    return [{ kind: "state", atMs, of: state, holds, says: typeof says === "string" ? shown(says) : "" }];
  }
  if (typeof level === "string" && typeof value === "number") {
    wanted("level");
    return [{ kind: "level", atMs, of: level, value, arm }];
  }
  if (!isCount(requests) || !isCount(errors) || errors > requests || !(ms === null || isCount(ms)))
    throw wrong("a line has `requests` and `errors`, or `state` and `holds`, or `level` and `value`");
  wanted("errors", "latency");
  return [
    ...(errors > 0 ? [{ kind: "request", atMs, failed: true, ms, arm, count: errors } as const] : []),
    ...(requests > errors
      ? [{ kind: "request", atMs, failed: false, ms, arm, count: requests - errors } as const]
      : []),
  ];
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
