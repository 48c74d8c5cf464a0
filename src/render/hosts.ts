import type { Evidence } from "../domain/evidence.ts";
import { counted } from "../domain/plural.ts";
import type { Result } from "../domain/result.ts";
import { notPassed } from "./causes.ts";
import { block, cell, details, table } from "./markdown.ts";
import { capital, shortened } from "./wording.ts";

/** Rows of the table, and tasks of the timeline: GitHub draws no diagram above 50,000 characters. */
const maxRows = 50;
const maxTasks = 200;

/** What became of each host, and when each step was done, folded. Nothing where no host was changed. */
export function hostsAndTimeline(evidence: Evidence): readonly string[] {
  const { hosts = [], results, environment } = evidence;
  const done = results.filter(({ kind, started_at }) => (kind === "step" || kind === "signal") && started_at);
  if (hosts.length === 0 || done.length === 0) return [];
  const body = [hostsTable(evidence), block(gantt(done), "mermaid")].join("\n\n");
  const place = environment === null ? "" : ` of ${cell(shortened(environment, 100))}`;
  return [details(`${capital(counted(hosts.length, "host"))}${place}, and the timeline`, body)];
}

function hostsTable({ hosts = [], results, to }: Evidence): string {
  const rows = hosts.slice(0, maxRows).map(({ host, before }) => {
    const own = results.filter((one) => one.host === host);
    const ms = own.reduce((sum, one) => sum + one.duration_ms, 0);
    const { state, after } = stateOf(own, { before, to });
    return [cell(shortened(host, 60)), cell(before ?? "none"), cell(after ?? "none"), state, (ms / 1_000).toFixed(1)];
  });
  const rest = hosts.length - rows.length;
  const more = rest > 0 ? `\n\n${counted(rest, "more host")} in the evidence file.` : "";
  return `${table(["Host", "Before", "After", "State", "s"], rows)}${more}`;
}

/**
 * What was last seen of a host. A release is recorded by the first `activate` that passed with nothing failed before:
 * one after a failure records the release that was rolled back to.
 */
function stateOf(
  own: readonly Result[],
  { before, to }: { readonly before: string | null; readonly to: string | null },
): { readonly state: string; readonly after: string | null } {
  const failed = own.find((one) => one.required && notPassed(one));
  if (failed !== undefined) return { state: `❌ ${failed.id}`, after: before };
  const recorded = own.find(({ id }) => id === "activate");
  if (recorded === undefined) return { state: "not changed", after: before };
  // Where hosts are in groups, those of the other one serve.
  return recorded.facts["serves"] === false
    ? { state: "✅ takes no traffic", after: null }
    : { state: "✅ verified", after: to };
}

/** A Gantt chart of Mermaid: a section for each host, times since the first step. */
function gantt(done: readonly Result[]): string {
  const at = ({ started_at = "" }: Result) => Date.parse(started_at);
  const zero = Math.min(...done.map(at));
  const sections = new Map<string, string[]>();
  for (const one of done.slice(0, maxTasks)) {
    const start = at(one) - zero;
    const section = sections.get(one.host ?? "all") ?? [];
    section.push(
      `${word(one.id)} :${notPassed(one) ? "crit" : "done"}, ${start}, ${start + Math.max(1, one.duration_ms)}`,
    );
    sections.set(one.host ?? "all", section);
  }
  const text = [...sections].flatMap(([name, tasks]) => [`section ${word(name)}`, ...tasks]);
  return ["gantt", "dateFormat x", "axisFormat %M:%S", ...text].join("\n");
}

/** A name as Mermaid reads it: what has a meaning there is left out. */
function word(text: string): string {
  return shortened(text.replace(/[^A-Za-z0-9 ._-]/g, " ").trim() || "?", 60);
}
