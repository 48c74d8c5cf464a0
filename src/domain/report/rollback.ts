import { decidedBy, type Stages } from "../evidence/deployment.ts";
import type { Evidence, Measurement } from "../evidence/evidence.ts";
import { blocks, type Result } from "../evidence/result.ts";
import { type RollbackOutcome, rollbackOutcome, wentBack } from "../rollback/outcome.ts";
import type { Report } from "./report.ts";
import type { RolledBackPart } from "./rollback-form.ts";
import { rowOf } from "./rows.ts";
import { schemaOf } from "./schema-kept.ts";

type Rolled = NonNullable<Report["rollback"]>;
type Places = Stages & { readonly environment: string };

/**
 * The rollback that ended the deployment, promote's own or a person's; else one that a person asked for afterwards and
 * that changed nothing for good, such as a drill. Null where there was none.
 */
export function rollbackOf(stages: Places): Rolled | null {
  const { promote, rollback } = stages;
  const by = decidedBy({ ...stages, promoteLost: false, gaps: false });
  const itself = by === null || by === rollback ? null : rollbackOutcome(by);
  if (by !== null && itself !== null) return byItself(by, itself);
  if (rollback === null || !isLater(rollback, promote)) return null;
  const asked = rollbackOutcome(rollback);
  return asked === null ? null : byHand(rollback, { promote, outcome: asked });
}

function isLater(rollback: Evidence, promote: Evidence | null): boolean {
  return promote === null || Date.parse(rollback.started_at) > Date.parse(promote.started_at);
}

/** A person asked for it. */
function byHand(
  by: Evidence,
  { promote, outcome }: { readonly promote: Evidence | null; readonly outcome: RollbackOutcome },
): Rolled {
  const { rollback: asked, results, before, after } = by;
  return {
    ...headOf(by, { by: "rollback", from: by.from, to: by.to, results }),
    outcome,
    reason: { code: asked?.reason ?? null, detail: asked?.detail ?? "" },
    criterion: null,
    requests: { before: counted(before), after: counted(after) },
    times: wentBack(outcome) ? timesOf(results, Date.parse(by.started_at)) : null,
    schema: schemaOf(by, promote),
    recovered: having(results, "recovered").map((one) => rowOf(one))[0] ?? null,
    ...(asked === undefined ? {} : { asked_to: asked.asked_to }),
    ...(asked?.drill === true ? { drill: { back: asked.back ?? null, forward: asked.forward ?? null } } : {}),
    ...(asked?.built_by === undefined ? {} : { built_by: asked.built_by }),
  };
}

/** promote did it by itself, because of the first result that blocked it. */
function byItself(by: Evidence, outcome: RollbackOutcome): Rolled {
  const at = by.results.findIndex(blocks);
  const cause = by.results[at];
  const results = cause === undefined ? [] : by.results.slice(at + 1);
  return {
    ...headOf(by, { by: "promote", from: by.to, to: by.from, results }),
    outcome,
    reason: { code: cause?.reason_code ?? by.reason_code, detail: "" },
    criterion: cause === undefined ? null : rowOf(cause),
    // What the watch counted after the switch was answered by the release that was left.
    requests: { before: cause?.id === "watch" ? counted(by.after) : null, after: null },
    times: wentBack(outcome) ? timesOf(results, cause === undefined ? Number.NaN : endOf(cause)) : null,
    schema: schemaOf(by, by),
    recovered: null,
  };
}

/** What was rolled back, and how. */
interface Done {
  readonly by: Rolled["by"];
  readonly from: string | null;
  readonly to: string | null;
  readonly results: readonly Result[];
}

function headOf(one: Evidence, { by, from, to, results }: Done) {
  const { decision, says, remedy, warnings, actor, run_id, run_attempt, run_url: url, started_at, finished_at } = one;
  return {
    ...{ by, decision, from, to, says, remedy, ms: lasted(results) },
    notes: by === "rollback" ? warnings : [],
    rows: results.map((result) => ({ ...rowOf(result), title: whereOf(result) })),
    ...{ actor, run: { run_id, run_attempt, url }, started_at, finished_at },
  };
}

function counted(measured: Measurement | null): Measurement | null {
  return measured !== null && measured.requests > 0 ? measured : null;
}

function whereOf({ title, host }: Result): string {
  return host === undefined || title.includes(host) ? title : `${title} on ${host}`;
}

/** From this moment until the last switch of traffic, and until the last of all; null where that was not recorded. */
function timesOf(results: readonly Result[], since: number): RolledBackPart["times"] {
  const timed = results.filter(({ started_at }) => started_at !== undefined);
  const last = (of: readonly Result[]) => Math.max(...of.map(endOf)) - since;
  if (timed.length === 0 || !(last(timed) >= 0)) return null;
  const shifts = having(timed, "shift");
  // Without a router, requests go to whatever is healthy.
  const arrived = shifts.length > 0 ? shifts : having(timed, "health");
  return { traffic_ms: arrived.length === 0 ? null : Math.max(0, last(arrived)), whole_ms: last(timed) };
}

function having(results: readonly Result[], id: string): readonly Result[] {
  return results.filter((one) => one.id === id && one.kind !== "gate");
}

function endOf({ started_at = "", duration_ms }: Result): number {
  return Date.parse(started_at) + duration_ms;
}

function lasted(results: readonly Result[]): number | null {
  const timed = results.filter(({ started_at }) => started_at !== undefined);
  if (timed.length === 0) return null;
  const first = Math.min(...timed.map(({ started_at = "" }) => Date.parse(started_at)));
  return Math.max(0, ...timed.map((one) => endOf(one) - first));
}
