import type { Deployment, Stages } from "../domain/deployment.ts";
import { type Evidence, stageNames } from "../domain/evidence.ts";
import type { ExitCriterion } from "../domain/exit-gate.ts";
import { counted } from "../domain/plural.ts";
import { blocks, type Judgement, type Result } from "../domain/result.ts";
import { briefParts } from "./brief.ts";
import { notPassed } from "./causes.ts";
import { failing, roomy } from "./failing.ts";
import { signOf, toneOf } from "./headline.ts";
import { hostsAndTimeline } from "./hosts.ts";
import { block, bold, cell, code, cutTo, details, lines, plainText, sentence, table } from "./markdown.ts";
import { deploymentTable, type KnownCheck, metricsTable, validationTable } from "./report-tables.ts";
import { runLink } from "./stage-page.ts";
import { maxBytes } from "./summary.ts";
import { capital, minute, shortened } from "./wording.ts";

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
  readonly criteria: readonly ExitCriterion[];
  /** Every check that validate makes by default, in order. */
  readonly checks: readonly KnownCheck[];
  /** What is wrong with the evidence itself. */
  readonly problems: readonly Judgement[];
  readonly warnings: readonly string[];
  readonly links: readonly { readonly evidence: Evidence; readonly pinned: boolean; readonly sha256: string }[];
  /** The CHANGELOG's section of the version; null when there is none. */
  readonly notes: string | null;
}

/**
 * The Deployment Validation Report in the sections of Phase 6's template, then the exit gate and what it all rests on;
 * at most 900 KiB. The status says what happened to the deployment, the exit gate which criteria are not met: two
 * things.
 */
export function renderReport(model: ReportModel): string {
  const { deployment, problems } = model;
  const sign = signOf(toneOf(deployment));
  const results = [model.validate, model.staging, model.smoke, model.promote, model.rollback].flatMap(failuresOf);
  const failed = failing(results, roomy, deployment.says);
  const remedy = failed.remedies.includes(deployment.remedy) ? "" : deployment.remedy;
  const parts = [
    "## Deployment Validation Report",
    lines(
      `**Version**: ${model.version === null ? "unknown" : `v${plainText(shortened(model.version, 100))}`}`,
      `**Date**: ${minute(model.date.toISOString())}`,
      `**Environment**: ${plainText(capital(shortened(model.environment, 100)))}`,
      `**Status**: ${deployment.status} ${sign}`,
    ),
    bold(sentence(shortened(deployment.says, 2_000))),
    ...(remedy === "" ? [] : [`**What to do:** ${sentence(shortened(remedy, 2_000))}`]),
    ...problems.map(problemLine),
    // Before all else: a reader of a failed deployment looks for nothing else.
    ...(results.length === 0 ? [] : ["### What did not pass", ...failed.table, ...failed.details]),
    "### Pre-Deployment Validation",
    validationTable(model.validate, model.checks),
    "### Deployment Validation",
    deploymentTable(model),
    ...[model.staging, model.promote, model.rollback].flatMap((one) => (one === null ? [] : hostsAndTimeline(one))),
    "### Post-Deployment Metrics",
    metricsTable(model.promote),
    "### Summary",
    lines(
      `**Deployment**: ${deployment.status === "SUCCESS" ? "SUCCESSFUL" : deployment.status}`,
      `**All Validations**: ${allValidations(model)}`,
      `**Exit Gate**: ${exitGateWord(model)}`,
    ),
    "### Exit Gate",
    model.criteria.map(criterionLine).join("\n"),
    ...(model.warnings.length === 0
      ? []
      : ["### Notes", model.warnings.map((one) => `- ${sentence(shortened(one, 1_000))}`).join("\n")]),
    ...whatWasApproved(model),
    ...(model.notes === null ? [] : [details("Release notes", block(shortened(model.notes, maxNotes), "markdown"))]),
    "### Evidence",
    ...(model.links.length === 0 ? ["No evidence was found."] : evidenceOf(model.links)),
  ];
  return `${cutTo(parts.join("\n\n"), maxBytes - 1, "The rest is in the evidence files.")}\n`;
}

function problemLine({ says, remedy = "" }: Judgement): string {
  return `> ${bold(`❌ ${sentence(shortened(says, 1_000))}`)} ${sentence(shortened(remedy, 1_000))}`.trimEnd();
}

/** PASSED only when every stage did; what was switched off or is optional is part of the word. */
function allValidations({ validate, staging, smoke, promote, problems }: ReportModel): string {
  const stages = { validate, "deploy-staging": staging, "smoke-test": smoke, promote };
  const of = (which: (evidence: Evidence | null) => boolean) =>
    Object.entries(stages)
      .filter(([, evidence]) => which(evidence))
      .map(([name]) => name);
  const failed = of((evidence) => evidence !== null && evidence.status !== "passed" && evidence.status !== "planned");
  const missing = of((evidence) => evidence === null || evidence.status === "planned");
  if (failed.length > 0) return `FAILED (${failed.join(", ")})`;
  if (problems.length > 0) return `FAILED (${counted(problems.length, "fault")} in the evidence)`;
  if (missing.length > 0) return `INCOMPLETE (not run: ${missing.join(", ")})`;
  const all = Object.values(stages).flatMap((evidence) => evidence?.results ?? []);
  const off = all.filter((one) => one.verdict === "off").map((one) => plainText(one.id));
  const should = all
    .filter((one) => !one.required && one.kind === "check" && notPassed(one))
    .map((one) => plainText(one.id));
  return [
    "PASSED",
    ...(off.length === 0 ? [] : [`${counted(off.length, "check")} switched off (${off.join(", ")})`]),
    ...(should.length === 0 ? [] : [`${counted(should.length, "optional check")} did not pass (${should.join(", ")})`]),
  ].join(", ");
}

function exitGateWord({ criteria, problems }: ReportModel): string {
  const unmet = criteria.filter((one) => !one.met).length;
  if (unmet > 0) return `NOT MET, ${unmet} of ${criteria.length} criteria`;
  return problems.length > 0 ? "NOT MET, the evidence has faults" : `MET, all ${criteria.length} criteria`;
}

function criterionLine({ met, title, restsOn, remedy }: ExitCriterion): string {
  const why = sentence(shortened(restsOn, 600));
  if (met) return `- [x] **${title}**: ${why}`;
  const todo = remedy === "" ? "" : ` What to do: ${sentence(shortened(remedy, 600))}`;
  return `- [ ] **${title}**, not met: ${why}${todo}`;
}

/**
 * What blocked a stage, and what was optional and did not pass; of a stage that was rolled back only the cause, not
 * the rollback.
 */
function failuresOf(evidence: Evidence | null): readonly Result[] {
  if (evidence === null || evidence.status === "planned") return [];
  if (evidence.stage === "validate" || evidence.stage === "smoke-test" || evidence.decision === "rollback-failed")
    return evidence.results.filter(notPassed);
  const cause = evidence.results.find(blocks);
  return cause === undefined ? [] : [cause];
}

function placeOf({ environment }: Evidence): string {
  return environment === null ? "" : `on ${cell(shortened(environment, 100))} `;
}

/** The promotion brief as it was shown before the gate, folded. */
function whatWasApproved({ smoke, environment }: ReportModel): readonly string[] {
  if (smoke?.brief === undefined || smoke.brief.environment !== environment) return [];
  const title = `What the approver was shown (${plainText(minute(smoke.brief.written_at))})`;
  return [details(title, briefParts(smoke.brief).join("\n\n"))];
}

/** What the report is written from, in the order of the stages. */
function evidenceOf(links: ReportModel["links"]): readonly string[] {
  const sorted = [...links].sort((a, b) => stageNames.indexOf(a.evidence.stage) - stageNames.indexOf(b.evidence.stage));
  const digests = sorted.map(({ evidence, sha256 }) => {
    const release = evidence.release === null ? "" : `, release ${code(evidence.release.digest)}`;
    return `- ${evidence.stage}: file ${code(sha256)}${release}`;
  });
  return [
    table(
      ["Stage", "Run", "Pinned"],
      sorted.map(({ evidence, pinned }) => [
        `${evidence.stage} ${placeOf(evidence)}${evidence.status}`,
        runLink(evidence),
        pinned ? "yes" : "⚠️ no",
      ]),
    ),
    details("Digests (sha256)", digests.join("\n")),
  ];
}
