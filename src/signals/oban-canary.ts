import type { StateSample } from "../domain/watch/sample.ts";

/** A job that is inserted during the watch, to see whether jobs are begun and done. */
export interface Canary {
  /** The worker's module, such as `Shop.Canary`, and the queue. */
  readonly worker: string;
  readonly queue: string;
  /** How long it may take, milliseconds. */
  readonly within: number;
}

/** What became of it, as one question sees it. */
export interface CanaryJob {
  readonly id: number;
  readonly state: string;
  /** The node that began it; `?` while none did. */
  readonly node: string;
}

const printed = "RETURNING 'inserted ' || id || ' ' || state || ' ?'";

/** SQL that inserts it, or asks for it once it has an id. The names are those of a module and of a queue: no quotes. */
export function canarySql({ worker, queue }: Canary, id: number | null): string {
  if (id === null)
    return `INSERT INTO #{pd_table} (worker, queue, args, max_attempts, tags)
VALUES ('${worker}', '${queue}', '{}', 1, ARRAY['phoenix-deploy']) ${printed}`;
  return `SELECT 'inserted ' || id || ' ' || state || ' ' || coalesce(attempted_by[1], '?')
FROM #{pd_table} WHERE id = ${id}`;
}

/** States that a job does not leave by itself, unless it is deleted: Oban's pruner does that within minutes. */
const ended: ReadonlySet<string> = new Set(["completed", "discarded", "cancelled", "retryable"]);

/** Whether nothing more is to be learned of it. */
export function hasEnded({ state }: CanaryJob): boolean {
  return ended.has(state);
}

/** Whether it holds, so long after it was inserted: unknown while it may still be done, or may have been. */
export function judgeCanary(
  { worker, queue, within }: Canary,
  seen: CanaryJob | null,
  sinceMs: number,
): Pick<StateSample, "holds" | "says"> {
  const seconds = Math.round(sinceMs / 1_000);
  const job = `The canary job of ${worker} in queue \`${queue}\``;
  if (seen === null)
    return { holds: null, says: `${job} is no longer there after ${seconds} s, and nobody saw how it ended.` };
  const { state, node } = seen;
  if (state === "completed") return { holds: true, says: `${job} was completed by ${node}.` };
  if (hasEnded(seen)) return { holds: false, says: `${job} is ${state} after its attempt by ${node}.` };
  if (sinceMs < within) return { holds: null, says: `${job} is ${state}.` };
  return { holds: false, says: `${job} is still ${state} after ${seconds} s.` };
}
