import type { Evidence } from "../../domain/evidence/evidence.ts";
import { changeIn } from "../../domain/report/change.ts";
import type { ReportChange, ReportHost, ReportTask } from "../../domain/report/report.ts";
import { counted } from "../../domain/values/plural.ts";
import type { Part } from "../report/part.ts";
import { block, cell, details, table } from "../text/markdown.ts";
import { capital, durationText, shortened } from "../text/wording.ts";
import { timelineHtml } from "./timeline.ts";

/** Rows of the table, and tasks of the timeline: GitHub draws no diagram above 50,000 characters. */
const maxRows = 50;
const maxTasks = 200;

/** What became of each host, and when each step was done, folded. Nothing where no host was changed. */
export function hostsAndTimeline(evidence: Evidence): readonly string[] {
  const change = changeIn(evidence);
  return change === null ? [] : hostsParts(change).map(({ markdown }) => markdown);
}

/** The same of a change as a report keeps it; our own page draws the timeline itself. */
export function hostsParts(change: ReportChange): readonly Part[] {
  const { hosts, tasks, environment } = change;
  if (hosts.list.length === 0 || tasks.list.length === 0) return [];
  const place = environment === null ? "" : ` of ${cell(shortened(environment, 100))}`;
  const title = `${capital(counted(hosts.total, "host"))}${place}, and the timeline`;
  const shown = (timeline: string) => details(title, `${hostsTable(change)}\n\n${timeline}`);
  return [{ markdown: shown(block(gantt(tasks.list), "mermaid")), own: shown(timelineHtml(change)) }];
}

function hostsTable({ hosts }: ReportChange): string {
  const rows = hosts.list
    .slice(0, maxRows)
    .map((one) => [
      cell(shortened(one.host, 60)),
      `${cell(one.before ?? "none")} → ${cell(one.after ?? "none")}`,
      `${stateOf(one)}, ${durationText(one.ms).replaceAll(" ", "&#160;")}`,
    ]);
  const rest = hosts.total - rows.length;
  const more = rest > 0 ? `\n\n${counted(rest, "more host")} in the evidence file.` : "";
  return `${table(["Host", "Before → After", "State"], rows)}${more}`;
}

function stateOf({ state, failed }: ReportHost): string {
  switch (state) {
    case "failed":
      return `❌ ${cell(shortened(failed ?? "", 60))}`;
    case "not-changed":
      return "not changed";
    case "takes-no-traffic":
      return "✅ takes no traffic";
    case "verified":
      return "✅ verified";
  }
}

/** A Gantt chart of Mermaid: a section for each host, times since the first step. */
function gantt(tasks: readonly ReportTask[]): string {
  const sections = new Map<string, string[]>();
  for (const { id, host, start_ms, ms, passed } of tasks.slice(0, maxTasks)) {
    const section = sections.get(host ?? "all") ?? [];
    section.push(`${word(id)} :${passed ? "done" : "crit"}, ${start_ms}, ${start_ms + Math.max(1, ms)}`);
    sections.set(host ?? "all", section);
  }
  const text = [...sections].flatMap(([name, all]) => [`section ${word(name)}`, ...all]);
  return ["gantt", "dateFormat x", "axisFormat %M:%S", ...text].join("\n");
}

/** A name as Mermaid reads it: what has a meaning there is left out. */
function word(text: string): string {
  return shortened(text.replace(/[^A-Za-z0-9 ._-]/g, " ").trim() || "?", 60);
}
