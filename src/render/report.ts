import type { Deployment, Stages } from "../domain/deployment.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { Box } from "../domain/exit-gate.ts";
import { blocks, type Judgement, type Result } from "../domain/result.ts";
import { renderFailing, roomy, stands } from "./failing.ts";
import { block, bold, code, cutTo, details, lines, plain, sentence, table } from "./markdown.ts";
import { deploymentTable, metricsTable, validationTable } from "./report-tables.ts";
import { runLink } from "./stage-page.ts";
import { maxBytes } from "./summary.ts";
import { capital, count, minute, shortened } from "./words.ts";

/** Characters of the release notes that the report repeats. */
const maxNotes = 60_000;

/** Everything that the report shows. */
export interface ReportModel extends Stages {
  /** Without the `v`; null when no evidence names one. */
  readonly version: string | null;
  readonly date: Date;
  /** The environment that the report is about, and the one before it. */
  readonly environment: string;
  readonly from: string;
  readonly deployment: Deployment;
  readonly boxes: readonly Box[];
  /** What is wrong with the evidence itself. */
  readonly problems: readonly Judgement[];
  readonly warnings: readonly string[];
  readonly links: readonly { readonly evidence: Evidence; readonly pinned: boolean; readonly sha256: string }[];
  /** The CHANGELOG's section of the version; null when there is none. */
  readonly notes: string | null;
}

/**
 * The Deployment Validation Report in the sections of Phase 6's template, then the exit gate and what it all rests on; at most 900 KiB.
 * The status says what happened to the deployment, the exit gate what is still open: two things.
 */
export function renderReport(model: ReportModel): string {
  const { deployment, problems } = model;
  const failing = [model.validate, model.staging, model.smoke, model.promote, model.rollback].flatMap(failuresOf);
  const parts = [
    "## Deployment Validation Report",
    lines(
      `**Version**: ${model.version === null ? "unknown" : `v${plain(shortened(model.version, 100))}`}`,
      `**Date**: ${minute(model.date.toISOString())}`,
      `**Environment**: ${plain(capital(shortened(model.environment, 100)))}`,
      `**Status**: ${deployment.status}`,
    ),
    sentence(shortened(deployment.says, 2_000)),
    ...(deployment.remedy === "" ? [] : [`What to do: ${sentence(shortened(deployment.remedy, 2_000))}`]),
    ...problems.map((one) =>
      `> ${bold(`✗ ${sentence(shortened(one.says, 1_000))}`)} ${sentence(shortened(one.remedy ?? "", 1_000))}`.trimEnd(),
    ),
    "### Pre-Deployment Validation",
    validationTable(model.validate),
    "### Deployment Validation",
    deploymentTable(model),
    "### Post-Deployment Metrics",
    metricsTable(model.promote),
    "### Summary",
    lines(
      `**Deployment**: ${deployment.status === "SUCCESS" ? "SUCCESSFUL" : deployment.status}`,
      `**All Validations**: ${allValidations(model)}`,
      `**Exit Gate**: ${exitGateWord(model)}`,
    ),
    "### Exit Gate",
    model.boxes.map(boxLine).join("\n"),
    ...(failing.length === 0 ? [] : ["### What did not pass", ...failing.map((one) => renderFailing(one, roomy))]),
    ...(model.warnings.length === 0 ? [] : ["### Notes", model.warnings.map((one) => `- ${sentence(shortened(one, 1_000))}`).join("\n")]),
    ...(model.notes === null ? [] : [details("Release notes", block(shortened(model.notes, maxNotes), "markdown"))]),
    "### Evidence",
    model.links.length === 0 ? "There is none." : evidenceTable(model.links),
  ];
  return `${cutTo(parts.join("\n\n"), maxBytes - 1, "The rest is in the evidence files.")}\n`;
}

/** PASSED only when every stage did; what was switched off or only SHOULD pass is part of the word. */
function allValidations({ validate, staging, smoke, promote, problems }: ReportModel): string {
  const stages = { validate, "deploy-staging": staging, "smoke-test": smoke, promote };
  const of = (which: (evidence: Evidence | null) => boolean) =>
    Object.entries(stages)
      .filter(([, evidence]) => which(evidence))
      .map(([name]) => name);
  const failed = of((evidence) => evidence !== null && evidence.status !== "passed" && evidence.status !== "planned");
  const missing = of((evidence) => evidence === null || evidence.status === "planned");
  if (failed.length > 0) return `FAILED (${failed.join(", ")})`;
  if (problems.length > 0) return `FAILED (${count(problems.length, "fault")} in the evidence)`;
  if (missing.length > 0) return `INCOMPLETE (not run: ${missing.join(", ")})`;
  const all = Object.values(stages).flatMap((evidence) => evidence?.results ?? []);
  const off = all.filter((one) => one.verdict === "off").map((one) => plain(one.id));
  const should = all.filter((one) => !one.required && one.kind === "check" && stands(one)).map((one) => plain(one.id));
  return [
    "PASSED",
    ...(off.length === 0 ? [] : [`${count(off.length, "check")} switched off (${off.join(", ")})`]),
    ...(should.length === 0 ? [] : [`${count(should.length, "check")} that SHOULD pass did not (${should.join(", ")})`]),
  ].join(", ");
}

function exitGateWord({ boxes, problems }: ReportModel): string {
  const open = boxes.filter((box) => !box.closed).length;
  if (open > 0) return `OPEN, ${open} of ${boxes.length} boxes`;
  return problems.length > 0 ? "OPEN, the evidence has faults" : "CLOSED, every box on evidence";
}

function boxLine({ closed, title, restsOn, toClose }: Box): string {
  const rest = sentence(shortened(restsOn, 600));
  return closed || toClose === ""
    ? `- [${closed ? "x" : " "}] **${title}**: ${rest}`
    : `- [ ] **${title}**: ${rest} To close it: ${sentence(shortened(toClose, 600))}`;
}

/** What stood in a stage's way, and what SHOULD have passed; of a stage that was taken back only the cause, not the way back. */
function failuresOf(evidence: Evidence | null): readonly Result[] {
  if (evidence === null || evidence.status === "planned") return [];
  if (evidence.stage === "validate" || evidence.stage === "smoke-test" || evidence.decision === "rollback-failed")
    return evidence.results.filter(stands);
  const cause = evidence.results.find(blocks);
  return cause === undefined ? [] : [cause];
}

function evidenceTable(links: ReportModel["links"]): string {
  return table(
    ["Stage", "Environment", "Status", "Run", "Release", "File sha256", "Pinned"],
    links.map(({ evidence, pinned, sha256 }) => [
      evidence.stage,
      plain(shortened(evidence.environment ?? "", 100)),
      evidence.status,
      runLink(evidence),
      evidence.release === null ? "" : code(evidence.release.digest.slice(0, 12)),
      code(sha256.slice(0, 12)),
      pinned ? "yes" : "no",
    ]),
  );
}
