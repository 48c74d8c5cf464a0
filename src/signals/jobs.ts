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
  const queues = watchQueues(given.oldest / 1_000);
  const ofNew = running.filter(({ arm }) => arm === "new").map(({ slot }) => `_${slot}@`);
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

/**
 * A queue is stuck where its oldest waiting job is older than the limit, has grown older since the question before, and
 * no job of the queue was begun meanwhile. One without waiting jobs is idle. One whose jobs were too old before the
 * watch began is not the new release's fault, until it has moved.
 */
function watchQueues(limitSeconds: number): (jobs: ObanJobs) => Pick<StateSample, "holds" | "says"> {
  let before: ObanJobs["waiting"] | null = null;
  let stale: ReadonlySet<string> = new Set();
  return ({ waiting, begun }) => {
    const moving = new Set(begun.map(({ queue }) => queue));
    const old = [...waiting].filter(([, { oldestSeconds }]) => oldestSeconds > limitSeconds).map(([queue]) => queue);
    stale = new Set(before === null ? old : old.filter((queue) => stale.has(queue)));
    const stuck = old.find(
      (queue) =>
        !moving.has(queue) &&
        !stale.has(queue) &&
        (waiting.get(queue)?.oldestSeconds ?? 0) > (before?.get(queue)?.oldestSeconds ?? 0),
    );
    before = waiting;
    const count = begun.reduce((sum, one) => sum + one.count, 0);
    if (stuck !== undefined) {
      const { count: jobs = 0, oldestSeconds = 0 } = waiting.get(stuck) ?? {};
      const says =
        `Queue \`${stuck}\` is stuck: ${jobs} jobs wait, the oldest for ${oldestSeconds} s, and none was begun since ` +
        "the question before.";
      return { holds: false, says };
    }
    const left = [...stale].map((queue) => ` Queue \`${queue}\` was stuck before, and is not counted.`).join("");
    if (waiting.size === 0 && count === 0) return { holds: true, says: `No job waits: the queues are idle.${left}` };
    return { holds: true, says: `${count} jobs were begun since the question before; no queue is stuck.${left}` };
  };
}
