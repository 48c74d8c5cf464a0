import { tickedChecklists } from "../checklist/checklist.ts";
import type { ChecklistFacts } from "../checklist/item.ts";
import type { Stages } from "../evidence/deployment.ts";
import { type Evidence, type StageName, stageNames } from "../evidence/evidence.ts";
import { blocks, type Judgement, notPassed, type Result } from "../evidence/result.ts";
import { type Release, releaseId } from "../release/release.ts";
import { counted } from "../values/plural.ts";
import { changeIn } from "./change.ts";
import type { ExitCriterion } from "./exit-gate.ts";
import { gateOf } from "./gate.ts";
import { issuesOf } from "./issues.ts";
import { databaseRows, productionRows, stagingRows } from "./places.ts";
import type { Report, ReportMetrics, ReportSource } from "./report.ts";
import { rollbackOf } from "./rollback.ts";
import { checkRows, type KnownCheck } from "./rows.ts";

/** A file of evidence, and whether a job output pins it. */
export interface ReportedFile {
  readonly evidence: Evidence;
  readonly pinned: boolean;
  readonly sha256: string;
}

/** Everything that a report is made from. */
export interface ReportFacts extends ChecklistFacts {
  readonly app: string | null;
  readonly version: string | null;
  readonly release: Release | null;
  readonly date: Date;
  /** The environment that the report is about, and the one before it. */
  readonly environment: string;
  readonly from: string;
  readonly criteria: readonly ExitCriterion[];
  /** Every check that validate makes by default, in order. */
  readonly checks: readonly KnownCheck[];
  /** What is wrong with the evidence itself. */
  readonly problems: readonly Judgement[];
  /** The evidence of the stages before, and of the report itself as far as it is. */
  readonly files: readonly ReportedFile[];
  readonly own: Evidence | null;
  readonly delivery?: Report["delivery"];
  readonly documents?: Report["documents"];
}

/** The report of a deployment, made from evidence alone. */
export function reportFrom(facts: ReportFacts): Report {
  const { deployment, problems, promote, smoke, environment, from, files, criteria } = facts;
  const rows = checkRows(facts.validate, facts.checks);
  const before = files.map(({ evidence }) => evidence);
  const loose = files.filter(({ pinned }) => !pinned).map(({ evidence }) => evidence.stage);
  const met = criteria.every((one) => one.met) && problems.length === 0;
  return {
    ...{ schema_version: 1, title: "Deployment Validation Report", app: facts.app, version: facts.version },
    ...{ date: facts.date.toISOString(), environment, from, ...deployment },
    faults: problems.map(({ says, remedy = "" }) => ({ says, remedy })),
    failures: stagesOf(facts).flatMap(failuresOf).map(shortenedFindings),
    validation: rows.validation,
    database: [...rows.database, ...databaseRows(facts)],
    release: facts.release === null ? null : shippedOf(facts.release),
    release_checks: rows.release,
    staging: stagingRows(facts),
    production: productionRows(facts),
    metrics: metricsOf(promote),
    gate: gateOf(promote, loose),
    changes: [facts.staging, promote, facts.rollback].flatMap((one) => (one === null ? [] : (changeIn(one) ?? []))),
    rollback: rollbackOf(facts),
    issues: issuesOf([...before, ...(facts.own === null ? [] : [facts.own])]),
    validations: validationsOf(facts),
    exit_gate: { met, criteria: criteria.map(({ restsOn, ...one }) => ({ ...one, rests_on: restsOn })) },
    checklists: tickedChecklists(facts).map(({ items, ...list }) => ({ ...list, items: [...items] })),
    ...(facts.delivery === undefined ? {} : { delivery: facts.delivery }),
    ...(facts.documents === undefined || facts.documents.length === 0 ? {} : { documents: facts.documents }),
    brief: smoke?.brief?.environment === environment ? smoke.brief : null,
    notes: facts.notes,
    sources: [...files].sort(byStage).map(sourceOf),
  };
}

function stagesOf({ validate, staging, smoke, promote, rollback }: Stages): readonly (Evidence | null)[] {
  return [validate, staging, smoke, promote, rollback];
}

/**
 * What blocked a stage, and what was optional and did not pass; of a stage that was rolled back only the cause, not
 * the rollback. Gates are judged all at once, and each that refused is a cause.
 */
function failuresOf(evidence: Evidence | null): readonly Result[] {
  if (evidence === null || evidence.status === "planned") return [];
  if (evidence.stage === "validate" || evidence.stage === "smoke-test" || evidence.decision === "rollback-failed")
    return evidence.results.filter(notPassed);
  const [cause, ...others] = evidence.results.filter(blocks);
  if (cause === undefined) return [];
  return [cause, ...others.filter((one) => cause.kind === "gate" && one.kind === "gate" && notPassed(one))];
}

/** Findings of one result that a report repeats; the evidence file has them all. */
const maxFindings = 50;

function shortenedFindings(one: Result): Result {
  const total = Math.max(one.findings_total, one.findings.length);
  return { ...one, findings: one.findings.slice(0, maxFindings), findings_total: total };
}

function shippedOf(release: Release): NonNullable<Report["release"]> {
  const { app, version, digest, bytes, files, elixir, otp, built_by, git_sha: commit } = release;
  const count = files?.count ?? null;
  return { id: releaseId(release), app, version, commit, digest, bytes, files: count, elixir, otp, built_by };
}

function metricsOf(promote: Evidence | null): ReportMetrics {
  const watch = promote?.results.filter((one) => one.id === "watch").at(-1);
  return {
    ...{ verdict: watch?.verdict ?? "not-run", says: watch?.says ?? "" },
    ...{ before: promote?.before ?? null, after: promote?.after ?? null, watch: promote?.watch ?? null },
  };
}

/** PASSED only when every stage did; what was switched off or is optional is part of the word. */
function validationsOf({ validate, staging, smoke, promote, problems }: ReportFacts): Report["validations"] {
  const stages = { validate, "deploy-staging": staging, "smoke-test": smoke, promote };
  const of = (which: (evidence: Evidence | null) => boolean) =>
    Object.entries(stages)
      .filter(([, evidence]) => which(evidence))
      .map(([name]) => name);
  const failed = of((evidence) => evidence !== null && evidence.status !== "passed" && evidence.status !== "planned");
  const missing = of((evidence) => evidence === null || evidence.status === "planned");
  if (failed.length > 0) return { state: "FAILED", notes: [failed.join(", ")] };
  if (problems.length > 0) return { state: "FAILED", notes: [`${counted(problems.length, "fault")} in the evidence`] };
  if (missing.length > 0) return { state: "INCOMPLETE", notes: [`not run: ${missing.join(", ")}`] };
  const all = Object.values(stages).flatMap((evidence) => evidence?.results ?? []);
  const off = all.filter((one) => one.verdict === "off").map(({ id }) => id);
  const should = all.filter((one) => !one.required && one.kind === "check" && notPassed(one)).map(({ id }) => id);
  return {
    state: "PASSED",
    notes: [
      ...(off.length === 0 ? [] : [`${off.length} switched off (${off.join(", ")})`]),
      ...(should.length === 0
        ? []
        : [`${counted(should.length, "optional check")} did not pass (${should.join(", ")})`]),
    ],
  };
}

function byStage(a: ReportedFile, b: ReportedFile): number {
  const place = (stage: StageName) => stageNames.indexOf(stage);
  return place(a.evidence.stage) - place(b.evidence.stage);
}

function sourceOf({ evidence, pinned, sha256 }: ReportedFile): ReportSource {
  const { stage, environment, status, run_id, run_attempt, run_url, actor, release } = evidence;
  return {
    ...{ stage, environment, status, run_id, run_attempt, run_url, actor, pinned, sha256 },
    release_sha256: release?.digest ?? null,
  };
}
