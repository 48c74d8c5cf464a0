import { z } from "zod";
import type { DatedCommit, DeploymentHistory, RecordedDeployment } from "./recorded-deployment.ts";
import { type DeliveryEnd, readDeliveryWord } from "./word.ts";

/**
 * How an environment is delivered to, by DORA's definitions (docs/delivery.md), from GitHub's record of deployments.
 * What the record does not say is not counted, and too few are no rate.
 */

const countSchema = z.int().nonnegative();
const windowSchema = z.object({
  days: z.int().positive(),
  /** False where the record that was read does not reach back so far. */
  whole: z.boolean(),
  /** Deployments that succeeded, and how many that is in a week; null where they are not all known. */
  deployments: countSchema,
  per_week: z.number().nullable(),
  /** From commit to deployment; null of too few changes. */
  lead_time: z.object({ median_ms: z.number().nullable(), changes: countSchema }),
  /** Deployments that had to be rolled back or fixed at once; `unclear` failed, and nothing says what they changed. */
  change_fail_rate: z.object({
    rate: z.number().nullable(),
    failed: countSchema,
    of: countSchema,
    unclear: countSchema,
  }),
  /** From a failed deployment to what served again; null where none recovered. */
  recovery: z.object({ median_ms: z.number().nullable(), recovered: countSchema, open: countSchema }),
});
export type DeliveryWindow = z.infer<typeof windowSchema>;

const knownSchema = z.object({
  environment: z.string(),
  /** The oldest deployment on record; null where there is none. */
  since: z.string().nullable(),
  windows: z.array(windowSchema),
  /** The last weeks, the oldest first: what succeeded, and what failed in production. */
  weeks: z.array(z.object({ from: z.string(), succeeded: countSchema, failed: countSchema })),
  /** What a reader should know of these figures. */
  notes: z.array(z.string()),
});
export const deliverySchema = z.union([z.object({ missing: z.string() }), knownSchema]);
export type Delivery = z.infer<typeof deliverySchema>;
export type KnownDelivery = z.infer<typeof knownSchema>;

/** Fewer changes have no median, and fewer deployments no rate. */
export const enoughSamples = 5;
/** The windows, days. */
export const deliveryDays = [30, 90] as const;
const shownWeeks = 13;
const dayMs = 24 * 3_600_000;

/** What deliveries are measured from. */
export interface DeliveryFacts {
  readonly environment: string;
  readonly nowMs: number;
  readonly history: DeploymentHistory;
  /** What the newest deployment has below it; null where that is not known. */
  readonly commits: { readonly commits: readonly DatedCommit[]; readonly whole: boolean } | null;
  /** Why the commits are not known. */
  readonly commitsMissing: string;
}

/** A deployment as it counts. */
interface Delivered {
  readonly sha: string;
  /** When it succeeded; null where it did not. */
  readonly doneMs: number | null;
  /** When it counts: when it succeeded, else when it ended. */
  readonly atMs: number;
  readonly failed: boolean;
  /** It ended in a failure, and nothing says whether that changed what serves. */
  readonly unclear: boolean;
  /** When it was rolled back or replaced, of one that failed; null where that is to come. */
  readonly recoveredMs: number | null;
  /** From when on it is recovered from: when it served, or else began. */
  readonly fromMs: number;
}

export function deliveryOf(facts: DeliveryFacts): KnownDelivery {
  const { environment, nowMs, history } = facts;
  const all = deliveredOf(history);
  const oldest = history.deployments.at(-1)?.at ?? null;
  const changes = changesOf(all, facts.commits?.commits ?? []);
  const windows = deliveryDays.map((days) => {
    const startMs = nowMs - days * dayMs;
    const whole = history.whole || (oldest !== null && Date.parse(oldest) <= startMs);
    return windowOf({ all, changes, startMs, whole, days });
  });
  return {
    ...{ environment, since: oldest, windows },
    weeks: weeksOf(all, nowMs),
    notes: notesOf(facts, windows),
  };
}

/**
 * The oldest first: what succeeded, or failed in production. Dry runs, refusals and waiting ones are none; a drill has
 * no record.
 */
function deliveredOf({ deployments }: DeploymentHistory): readonly Delivered[] {
  const oldestFirst = [...deployments].reverse();
  const restores = oldestFirst.flatMap((one) => firstOf(one, "success") ?? []).sort((a, b) => a - b);
  const handRollbacks = oldestFirst
    .filter(({ task }) => task === "rollback")
    .flatMap((one) => firstOf(one, "success") ?? []);
  const all = oldestFirst.filter(({ task }) => task !== "rollback").flatMap((one) => delivered(one, restores) ?? []);
  // A rollback by hand shows that what was deployed last before it failed, also where that could not be written there.
  return all.map((one, index) => {
    if (one.failed || one.doneMs === null) return one;
    const nextMs = all.slice(index + 1).find(({ doneMs }) => doneMs !== null)?.doneMs ?? Number.POSITIVE_INFINITY;
    const { doneMs } = one;
    const backMs = handRollbacks.find((at) => at > doneMs && at < nextMs);
    return backMs === undefined ? one : { ...one, failed: true, recoveredMs: backMs };
  });
}

function delivered(one: RecordedDeployment, restores: readonly number[]): Delivered | null {
  const said = endsOf(one);
  if (said.has("dry-run")) return null;
  const doneMs = firstOf(one, "success");
  const endMs = doneMs ?? firstOf(one, "failure") ?? firstOf(one, "error");
  const rolledMs = said.get("rolled-back");
  const failed = rolledMs !== undefined || said.has("failed");
  // What waits for its approval, or changed nothing, is no deployment.
  if (!failed && doneMs === null && (endMs === null || said.has("unchanged"))) return null;
  const fromMs = doneMs ?? firstOf(one, "in_progress") ?? Date.parse(one.at);
  const atMs = doneMs ?? endMs ?? rolledMs ?? fromMs;
  const restoredMs = rolledMs ?? restores.find((at) => at > atMs) ?? null;
  return {
    ...{ sha: one.sha, doneMs, atMs, failed, fromMs },
    unclear: !failed && doneMs === null,
    recoveredMs: failed ? restoredMs : null,
  };
}

/** When it first had this state; null where it never did. */
function firstOf({ words }: RecordedDeployment, state: string): number | null {
  const word = words.find((one) => one.state === state);
  return word === undefined ? null : Date.parse(word.at);
}

/** How our own words say that it ended, and when each was said. */
function endsOf({ words }: RecordedDeployment): ReadonlyMap<DeliveryEnd, number> {
  return new Map(
    words.flatMap(({ description, at }) => {
      const read = readDeliveryWord(description);
      return read === null ? [] : [[read.end, Date.parse(at)] as const];
    }),
  );
}

/** For each change that a deployment brought, when that was and how long it took since the commit. Merges are none. */
function changesOf(
  all: readonly Delivered[],
  commits: readonly DatedCommit[],
): readonly { readonly atMs: number; readonly leadMs: number }[] {
  const known = new Map(commits.map((one) => [one.sha, one]));
  const before = new Set<string>();
  return all.flatMap(({ sha, doneMs }, index) => {
    if (doneMs === null || !known.has(sha)) return [];
    const brought = newBelow(sha, known, before);
    // What the oldest deployment of all brought is not known: nothing shows what ran before it.
    const first = all.slice(0, index).every((one) => one.doneMs === null);
    if (first) return [];
    return brought
      .filter(({ parents }) => parents.length < 2)
      .map(({ at }) => ({ atMs: doneMs, leadMs: Math.max(0, doneMs - Date.parse(at)) }));
  });
}

/** The commits below this one that were not seen before; they are seen now. */
function newBelow(sha: string, known: ReadonlyMap<string, DatedCommit>, seen: Set<string>): readonly DatedCommit[] {
  const found: DatedCommit[] = [];
  const left = [sha];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const commit = known.get(next);
    if (commit === undefined || seen.has(next)) continue;
    seen.add(next);
    found.push(commit);
    left.push(...commit.parents);
  }
  return found;
}

interface Measured {
  readonly all: readonly Delivered[];
  readonly changes: ReturnType<typeof changesOf>;
  readonly startMs: number;
  readonly whole: boolean;
  readonly days: number;
}

function windowOf({ all, changes, startMs, whole, days }: Measured): DeliveryWindow {
  const within = all.filter(({ atMs }) => atMs >= startMs);
  const succeeded = within.filter(({ doneMs }) => doneMs !== null).length;
  const failed = within.filter((one) => one.failed);
  const unclear = within.filter((one) => one.unclear).length;
  const of = within.length - unclear;
  const leads = changes.filter(({ atMs }) => atMs >= startMs).map(({ leadMs }) => leadMs);
  const took = failed.flatMap(({ recoveredMs, fromMs }) => (recoveredMs === null ? [] : [recoveredMs - fromMs]));
  return {
    ...{ days, whole, deployments: succeeded },
    per_week: whole ? succeeded / (days / 7) : null,
    lead_time: { median_ms: leads.length < enoughSamples ? null : median(leads), changes: leads.length },
    change_fail_rate: { rate: of < enoughSamples ? null : failed.length / of, failed: failed.length, of, unclear },
    recovery: {
      median_ms: took.length === 0 ? null : median(took),
      recovered: took.length,
      open: failed.length - took.length,
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = low] = sorted.slice(sorted.length % 2 === 0 ? middle - 1 : middle, middle + 1);
  return (low + high) / 2;
}

function weeksOf(all: readonly Delivered[], nowMs: number): KnownDelivery["weeks"] {
  return Array.from({ length: shownWeeks }, (_, index) => {
    const endMs = nowMs - (shownWeeks - 1 - index) * 7 * dayMs;
    const within = all.filter(({ atMs }) => atMs > endMs - 7 * dayMs && atMs <= endMs);
    return {
      from: new Date(endMs - 7 * dayMs).toISOString(),
      succeeded: within.filter(({ doneMs }) => doneMs !== null).length,
      failed: within.filter(({ failed }) => failed).length,
    };
  });
}

function notesOf({ history, commits, commitsMissing }: DeliveryFacts, windows: readonly DeliveryWindow[]): string[] {
  const short = windows.find(({ whole }) => !whole);
  const unclear = windows.some(({ change_fail_rate }) => change_fail_rate.unclear > 0);
  const oldest = history.deployments.at(-1)?.at ?? "";
  return [
    ...(short === undefined
      ? []
      : [`The newest ${history.deployments.length} deployments reach back to ${oldest.slice(0, 10)} alone.`]),
    ...(commits === null && commitsMissing !== "" ? [commitsMissing] : []),
    ...(commits?.whole === false ? ["There are more than 1,000 commits: the older ones are not counted."] : []),
    ...(unclear
      ? [
          "Failed runs of which nothing says whether they changed what serves are not counted: give the job that " +
            "promotes `deployments: write`, so that it can say so.",
        ]
      : []),
  ];
}
