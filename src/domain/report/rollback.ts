import { decidedBy, type Stages } from "../evidence/deployment.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { blocks, type Result } from "../evidence/result.ts";
import type { Report } from "./report.ts";
import { rowOf } from "./rows.ts";

type Rolled = NonNullable<Report["rollback"]>;

/** The rollback that ended the deployment, promote's own or a person's; null where there was none. */
export function rollbackOf(stages: Stages & { readonly environment: string }): Rolled | null {
  const by = decidedBy({ ...stages, promoteLost: false, gaps: false });
  if (by === null) return null;
  if (by.stage === "rollback") return rolled(by, { from: by.from, to: by.to, results: by.results });
  if (by.decision !== "taken-back" && by.decision !== "rollback-failed") return null;
  const cause = by.results.findIndex(blocks);
  return rolled(by, { from: by.to, to: by.from, results: cause < 0 ? [] : by.results.slice(cause + 1) });
}

/** What was rolled back, and how. */
interface Done {
  readonly from: string | null;
  readonly to: string | null;
  readonly results: readonly Result[];
}

function rolled(by: Evidence, { from, to, results }: Done): Rolled {
  const { decision, says, remedy, warnings } = by;
  return {
    by: by.stage === "rollback" ? "rollback" : "promote",
    ...{ decision, from, to, says, remedy },
    ms: lasted(results),
    notes: by.stage === "rollback" ? warnings : [],
    rows: results.map((one) => ({ ...rowOf(one), title: whereOf(one) })),
  };
}

function whereOf({ title, host }: Result): string {
  return host === undefined || title.includes(host) ? title : `${title} on ${host}`;
}

function lasted(results: readonly Result[]): number | null {
  const timed = results.filter(({ started_at }) => started_at !== undefined);
  if (timed.length === 0) return null;
  const at = ({ started_at = "" }: Result) => Date.parse(started_at);
  const first = timed.reduce((least, one) => Math.min(least, at(one)), Number.POSITIVE_INFINITY);
  return timed.reduce((most, one) => Math.max(most, at(one) + one.duration_ms - first), 0);
}
