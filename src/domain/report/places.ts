import { ofRelease } from "../checklist/item.ts";
import type { Stages } from "../evidence/deployment.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { blocks, type Result } from "../evidence/result.ts";
import { counted } from "../values/plural.ts";
import { spanOf } from "../values/span.ts";
import type { ReportRow } from "./row-form.ts";
import { plainRow, rowOf, worstOf } from "./rows.ts";

/** Phase 6: Deployment Validation and its database, from the evidence of each environment. */

/** The stages, and the names of their two environments. */
interface Places extends Stages {
  readonly environment: string;
  readonly from: string;
}

/** A name as it begins a title. */
function titled(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** What was seen of the environment before. */
export function stagingRows({ from, staging, smoke }: Places): ReportRow[] {
  const place = titled(from);
  const [staged, seen] = [ofRelease(staging), smoke?.results ?? []];
  const readiness = having(seen, "readiness");
  const logs = having(staging?.results ?? [], "logs");
  const tested = [...having(staged, "smoke"), ...having(seen, "smoke")];
  return [
    deploymentRow({ id: "deployment", title: `${place} deployment` }, staging),
    looked({ id: "health", title: `${place} health check` }, [...having(staged, "health"), ...having(seen, "health")]),
    ...(readiness.length === 0 ? [] : [looked({ id: "readiness", title: `${place} readiness` }, readiness)]),
    plainRow({ id: "smoke", title: `${place} smoke tests` }, worstOf(tested, having(seen, "smoke").length > 0), {
      says: lastWords(tested),
    }),
    ...logs.map((one) => rowOf(one)),
  ];
}

/** What was seen of the environment that the report is about. */
export function productionRows({ environment, promote, rollback }: Places): ReportRow[] {
  const place = titled(environment);
  const shipped = ofRelease(promote);
  const logs = having(promote?.results ?? [], "logs");
  return [
    approvalRow({ id: "approval", title: `${place} approval` }, promote?.results ?? []),
    deploymentRow({ id: "deployment", title: `${place} deployment` }, promote),
    looked({ id: "health", title: `${place} health check` }, having(shipped, "health")),
    looked({ id: "smoke", title: `${place} smoke tests` }, having(shipped, "smoke")),
    ...logs.map((one) => rowOf(one)),
    ...(rollback === null ? [] : [rollbackRow(place, rollback)]),
  ];
}

/** Backups, and migrations where they ran; what validate rehearsed comes before. */
export function databaseRows(places: Places): ReportRow[] {
  const { environment, from, staging, promote } = places;
  return [
    ...placeRows({ id: "staging", title: titled(from) }, staging),
    ...having(promote?.results ?? [], "backup-named").map((one) => rowOf(one)),
    ...placeRows({ id: "production", title: titled(environment) }, promote),
  ];
}

interface Named {
  readonly id: string;
  readonly title: string;
}

function placeRows({ id, title }: Named, evidence: Evidence | null): ReportRow[] {
  const results = ofRelease(evidence);
  const backups = results.filter((one) => one.kind === "step" && one.id === "backup");
  const settled = having(results, "settle");
  return [
    ...(backups.length === 0 ? [] : [looked({ id: `${id}-backup`, title: `${title} backup verified` }, backups)]),
    migrationRow({ id: `${id}-migrations`, title: `${title} migrations` }, evidence, results),
    ...settled.map((one) => ({ ...rowOf(one), id: `${id}-settle` })),
  ];
}

function having(results: readonly Result[], id: string): readonly Result[] {
  return results.filter((one) => one.id === id);
}

function looked(named: Named, results: readonly Result[]): ReportRow {
  return plainRow(named, worstOf(results), { says: lastWords(results) });
}

/** The words of the look that did not pass, or of the last one. */
function lastWords(results: readonly Result[]): string {
  return (results.find(({ verdict }) => verdict !== "pass") ?? results.at(-1))?.says ?? "";
}

function deploymentRow(named: Named, evidence: Evidence | null): ReportRow {
  if (evidence === null) return plainRow(named, "not-run");
  const { status, decision, results, says } = evidence;
  const row = (verdict: ReportRow["verdict"], note = "") => plainRow(named, verdict, { note, says });
  if (status === "planned") return row("not-run", "dry run");
  if (status === "passed") return row("pass");
  if (status === "running") return row("error", "did not end");
  if (status === "cancelled") return row("error", "cancelled");
  if (decision === "rollback-failed") return row("fail", "the rollback failed as well");
  if (decision === "taken-back") return row("fail", "rolled back");
  if (decision === "held") return row("inconclusive", "a person decides");
  const blocked = results.find(blocks)?.kind;
  if (blocked === "announcement") return row("not-run", "its start could not be announced");
  return blocked === "gate" ? row("not-run", "blocked by a gate") : row("fail");
}

/** A rollback, or a drill of one with how long both directions took. */
function rollbackRow(place: string, evidence: Evidence): ReportRow {
  const { drill = false, back, forward } = evidence.rollback ?? {};
  const row = deploymentRow({ id: "rollback", title: `${place} rollback${drill ? " drill" : ""}` }, evidence);
  if (back === undefined || forward === undefined) return row;
  return { ...row, note: `back in ${spanOf(back.whole_ms)}, forward in ${spanOf(forward.whole_ms)}` };
}

function migrationRow(named: Named, evidence: Evidence | null, results: readonly Result[]): ReportRow {
  const one = having(results, "migrate").at(-1);
  if (one === undefined)
    return evidence?.status === "passed"
      ? plainRow(named, "does-not-apply", { note: "none were due" })
      : plainRow(named, "not-run");
  const added = one.facts["added"];
  if (one.verdict !== "pass" || !Array.isArray(added)) return plainRow(named, one.verdict, { says: one.says });
  const note = added.length === 0 ? "the schema was up to date" : `${counted(added.length, "migration")} applied`;
  return plainRow(named, "pass", { note, says: one.says });
}

/** The gates that an approval rests on: it counts where every one of them passed. */
const approvalGates: readonly string[] = ["environment", "protection", "approval", "self-approval"];

function approvalRow(named: Named, results: readonly Result[]): ReportRow {
  const rows = results.filter(({ kind, id }) => kind === "gate" && approvalGates.includes(id));
  const one = having(rows, "approval").at(-1);
  const refused = rows.find(({ verdict }) => verdict === "fail" || verdict === "error");
  if (refused !== undefined) return plainRow(named, refused.verdict, { note: wordOf(refused), says: refused.says });
  if (one === undefined) return plainRow(named, "not-run");
  const { says } = one;
  if (one.reason_code === "approval_not_required")
    return plainRow(named, "off", { note: "not gated: no approval required", says });
  const { approvers, self_approved } = one.facts;
  if (one.verdict !== "pass" || typeof approvers !== "string")
    return plainRow(named, one.verdict, { note: wordOf(one), says });
  const note = `${self_approved === true ? "self-approved by" : "approved by"} ${approvers}`;
  return plainRow(named, "pass", { note, says });
}

/** `unprotected`, `not-gated`, `unverifiable` and their like; empty where the evidence has none. */
function wordOf({ facts }: Result): string {
  const word = facts["approval"];
  return typeof word === "string" ? word : "";
}
