import { counted } from "../domain/values/plural.ts";
import type { StateSample } from "../domain/watch/sample.ts";
import type { SignalSettings } from "../settings/signals.ts";
import { jobsExpression, type ObanJobs, readObanJobs } from "./oban.ts";
import { type CanaryJob, canarySql, hasEnded, judgeCanary } from "./oban-canary.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

type JobsSettings = NonNullable<SignalSettings["jobs"]>;

/** Background jobs: those that wait are begun, and no queue's oldest one grows old. */
export const jobs: Signal = {
  id: "jobs",
  title: "Oban's jobs",
  measures: ["state"],
  open(watching) {
    const given = watching.environment.signals?.jobs;
    return given === undefined ? null : watchJobs(watching, given);
  },
};

async function* watchJobs(watching: Watching, given: JobsSettings): AsyncGenerator<StateSample> {
  const { slots, target, warn } = doorsOf(watching);
  const running = await slots();
  const [own] = running.filter(({ arm }) => arm === "new");
  if (own === undefined) throw new Error("no slot runs the new release");
  const newSlots = running.flatMap(({ arm, slot }) => (arm === "new" ? [slot] : []));
  const ofNew = newSlots.map(partOf);
  const ofOthers = Object.keys(watching.environment.slots)
    .filter((slot) => !newSlots.includes(slot))
    .map(partOf);
  const queues = watchQueues(given.oldest / 1_000, ofOthers);
  const begun = { all: 0, byNew: 0 };
  const { canary } = given;
  let sent: { readonly job: CanaryJob; readonly atMs: number } | null = null;
  let ended: CanaryJob | null = null;
  let askedMs = watching.sinceMs();
  const read = async (): Promise<readonly StateSample[]> => {
    const atMs = watching.sinceMs();
    // A second more: a job that was begun between two questions belongs to one of them at least.
    const seconds = (atMs - askedMs) / 1_000 + 1;
    const more = canary === undefined || ended !== null ? null : canarySql(canary, sent?.job.id ?? null);
    const seen = readObanJobs(await target.evaluate(own.host, own.slot, jobsExpression(seconds, more)));
    askedMs = atMs;
    for (const { node, count } of seen.begun) {
      begun.all += count;
      if (ofNew.some((part) => node.includes(part))) begun.byNew += count;
    }
    const states: StateSample[] = [{ kind: "state", atMs, of: "jobs", ...queues(seen) }];
    if (canary === undefined) return states;
    if (sent === null && seen.canary !== null) sent = { job: seen.canary, atMs };
    if (sent === null) throw new Error("the canary job could not be inserted");
    if (seen.canary !== null && hasEnded(seen.canary)) ended = seen.canary;
    const judged = judgeCanary(canary, ended ?? seen.canary, atMs - sent.atMs);
    return [...states, { kind: "state", atMs, of: "canary job", ...judged }];
  };
  const polling = { everyMs: given.every, patienceMs: given.patience, read };
  for await (const sample of polled(watching, polling)) if (sample.kind === "state") yield sample;
  // Nodes are named by their slots only where releases are distributed, which is their default.
  if (begun.all > 0 && begun.byNew === 0)
    warn(
      `Of ${begun.all} jobs that were begun during the watch, no node of the new release began one; another node, ` +
        "such as that of the release before, began them.",
    );
}

/** What the name of a node has by which its slot is known. */
const partOf = (slot: string) => `_${slot}@`;

/**
 * A queue is stuck where the same job has waited longest as at the question before, for more than the limit, and no job
 * of the queue was begun meanwhile. While jobs of the queue are executed, long ones may have taken all of its places:
 * that is not known then, unless a slot without the new release has them all. One without waiting jobs is idle. One
 * whose jobs were too old before the watch began is not the new release's fault, until it has caught up.
 */
function watchQueues(
  limitSeconds: number,
  ofOthers: readonly string[],
): (jobs: ObanJobs) => Pick<StateSample, "holds" | "says"> {
  let before: ObanJobs["waiting"] | null = null;
  let stale: ReadonlySet<string> = new Set();
  return ({ waiting, begun, executing }) => {
    const moving = new Set(begun.map(({ queue }) => queue));
    const busy = new Map<string, number>();
    for (const { queue, node, count } of executing)
      if (!ofOthers.some((part) => node.includes(part))) busy.set(queue, (busy.get(queue) ?? 0) + count);
    const old = [...waiting].filter(([, { oldestSeconds }]) => oldestSeconds > limitSeconds).map(([queue]) => queue);
    stale = new Set(before === null ? old : old.filter((queue) => stale.has(queue)));
    const still = old.filter(
      (queue) => !moving.has(queue) && !stale.has(queue) && waiting.get(queue)?.oldest === before?.get(queue)?.oldest,
    );
    before = waiting;
    const stuck = still.find((queue) => !busy.has(queue)) ?? still[0];
    if (stuck !== undefined) {
      const { count: jobs = 0, oldestSeconds = 0 } = waiting.get(stuck) ?? {};
      const wait =
        `${counted(jobs, "job")} in its line, the oldest of which has waited for ${oldestSeconds} s, and none was ` +
        "begun since the question before.";
      const places = busy.get(stuck);
      if (places === undefined) return { holds: false, says: `Queue \`${stuck}\` is stuck: ${wait}` };
      const says = `Queue \`${stuck}\` is stuck, or busy with long jobs: ${counted(places, "job")} executing, ${wait}`;
      return { holds: null, says };
    }
    const left = [...stale]
      .map((queue) => ` Queue \`${queue}\` was late before the watch, and is not counted.`)
      .join("");
    const count = begun.reduce((sum, one) => sum + one.count, 0);
    if (waiting.size === 0 && count === 0)
      return { holds: true, says: executing.length === 0 ? "No job waits: the queues are idle." : "No job waits." };
    const many = count === 0 ? "" : ` Jobs begun since the question before: at least ${count}.`;
    return { holds: true, says: `No queue is stuck.${many}${left}` };
  };
}
