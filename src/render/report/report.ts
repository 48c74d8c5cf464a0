import type { Report } from "../../domain/report/report.ts";
import { briefParts } from "../brief/brief.ts";
import { failing, roomy } from "../findings/failing.ts";
import { signOf, toneOf } from "../stage/headline.ts";
import { maxBytes } from "../stage/summary.ts";
import { block, bold, cutTo, details, lines, plainText, sentence } from "../text/markdown.ts";
import { capital, minute, shortened } from "../text/wording.ts";
import { banner } from "./banner.ts";
import { checklistParts, personTasks } from "./checklists.ts";
import { deliveryShown } from "./delivery.ts";
import { type Part, plainParts } from "./part.ts";
import { rollbackParts, rollbackWord } from "./rollback.ts";
import {
  changeParts,
  documentsPart,
  exitGatePart,
  gatePart,
  issuesPart,
  releasePart,
  sourcesPart,
} from "./sections.ts";
import { metricsPart, rowsTable } from "./tables.ts";

/** Characters of the release notes that the report repeats. */
const maxNotes = 60_000;

/** The report in Markdown; at most 900 KiB, or as much as another place takes. */
export function renderReport(report: Report, limit = maxBytes): string {
  const parts = reportParts(report).map(({ markdown }) => markdown);
  return `${cutTo(parts.join("\n\n"), limit - 1, "The rest is in the evidence files.")}\n`;
}

/**
 * The Deployment Validation Report in the sections of Phase 6's template, with those that it rests on. The status says
 * what happened to the deployment, the exit gate which criteria are not met: two things.
 */
export function reportParts(report: Report): readonly Part[] {
  const { environment, from, rollback, delivery, documents } = report;
  return [
    ...headParts(report),
    ...failureParts(report),
    ...section("Pre-Deployment Validation", rowsTable(report.validation)),
    ...section("Database", rowsTable(report.database)),
    ...section("Release", ...releasePart(report)),
    ...section("Deployment Validation"),
    ...subsection(from, rowsTable(report.staging)),
    ...subsection(environment, rowsTable(report.production)),
    ...section("Post-Deployment Metrics"),
    metricsPart(report.metrics),
    ...section("Gate", ...gatePart(report.gate)),
    ...section("Plan and Timeline"),
    ...changeParts(report.changes),
    ...(rollback === null ? [] : rollbackParts(rollback, report.says)),
    ...section("Issues", issuesPart(report.issues)),
    ...section("Summary", summaryPart(report)),
    ...section("Exit Gate", exitGatePart(report.exit_gate)),
    ...section("Checklists", ...checklistParts(report.checklists)),
    ...tasksParts(report),
    ...(delivery === undefined ? [] : section("Delivery", ...deliveryShown(delivery))),
    ...(documents === undefined ? [] : section("Documents", documentsPart(documents))),
    ...section("Evidence", ...sourcesPart(report.sources), ...approvedParts(report), ...notesParts(report)),
  ];
}

function section(title: string, ...below: readonly string[]): readonly Part[] {
  return plainParts(`### ${title}`, ...below);
}

function subsection(name: string, ...below: readonly string[]): readonly Part[] {
  return plainParts(`#### ${nameOf(name)}`, ...below);
}

function nameOf(environment: string): string {
  return plainText(capital(shortened(environment, 100)));
}

function headParts(report: Report): readonly Part[] {
  const { title, version, date, environment, status } = report;
  const shown = version === null ? "unknown" : `v${plainText(shortened(version, 100))}`;
  const head = [
    `**Version**: ${shown}`,
    `**Date**: ${minute(date)}`,
    `**Environment**: ${nameOf(environment)}`,
    `**Status**: ${status} ${signOf(toneOf(report))}`,
  ];
  return [
    { markdown: `## ${title}`, own: banner(report) },
    { markdown: lines(...head), own: lines(...head.slice(0, -1)) },
  ];
}

/** What happened, before all else: a reader of a failed deployment looks for nothing else. */
function failureParts({ says, remedy, faults, failures }: Report): readonly Part[] {
  const failed = failing(failures, roomy, says);
  const todo = failed.remedies.includes(remedy) ? "" : remedy;
  return [
    ...plainParts(bold(sentence(shortened(says, 2_000)))),
    ...(todo === "" ? [] : plainParts(`**What to do:** ${sentence(shortened(todo, 2_000))}`)),
    ...plainParts(...faults.slice(0, maxFaults).map(faultLine)),
    ...(failures.length === 0 ? [] : section("What did not pass", ...failed.table, ...failed.details)),
  ];
}

/** Faults of the evidence that are shown. */
const maxFaults = 100;

function faultLine({ says, remedy }: Report["faults"][number]): string {
  return `> ${bold(`❌ ${sentence(shortened(says, 1_000))}`)} ${sentence(shortened(remedy, 1_000))}`.trimEnd();
}

function summaryPart({ status, validations, exit_gate, rollback, issues }: Report): string {
  const notes = shortened(validations.notes.join(", "), 1_000);
  const passed = validations.state === "PASSED";
  const words = notes === "" ? "" : passed ? `, ${notes}` : ` (${notes})`;
  const { criteria, met } = exit_gate;
  const unmet = criteria.filter((one) => !one.met).length;
  return lines(
    `**Deployment**: ${status === "SUCCESS" ? "SUCCESSFUL" : status}`,
    `**All Validations**: ${validations.state}${plainText(words)}`,
    `**Exit Gate**: ${
      unmet > 0
        ? `NOT MET (${unmet} of ${criteria.length} criteria are not met)`
        : met
          ? `MET, all ${criteria.length} criteria`
          : "NOT MET, the evidence has faults"
    }`,
    ...(rollback === null ? [] : [`**Rollback**: ${rollbackWord(rollback)}`]),
    `**Issues**: ${issues.length === 0 ? "none" : issues.length}`,
  );
}

function tasksParts({ checklists }: Report): readonly Part[] {
  const tasks = personTasks(checklists);
  if (tasks === "") return [];
  return section(
    "Tasks for a Person",
    "No evidence shows these: a person looks at each. The input `ticked` of the report records who did.",
    tasks,
  );
}

/** The promotion brief as it was shown before the gate, folded. */
function approvedParts({ brief }: Report): readonly string[] {
  if (brief === null) return [];
  const title = `What the approver was shown (${plainText(minute(brief.written_at))})`;
  return [details(title, briefParts(brief).join("\n\n"))];
}

function notesParts({ notes }: Report): readonly string[] {
  return notes === null ? [] : [details("Release notes", block(shortened(notes, maxNotes), "markdown"))];
}
