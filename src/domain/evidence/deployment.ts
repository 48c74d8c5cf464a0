import { type RollbackOutcome, rollbackOutcome } from "../rollback/outcome.ts";
import type { Evidence, StageName } from "./evidence.ts";
import { changeBegan, trafficChanged } from "./result.ts";

/**
 * What happened to the deployment. `UNKNOWN` where evidence was lost, a run was cut after traffic may have moved, or a
 * watch ended without a verdict: a person must look.
 */
export const deploymentStatuses = ["SUCCESS", "FAILED", "ROLLED BACK", "NOT DEPLOYED", "UNKNOWN"] as const;
type DeploymentStatus = (typeof deploymentStatuses)[number];

/** The outcome of a deployment, in one word, one sentence and what to do. */
export interface Deployment {
  readonly status: DeploymentStatus;
  readonly says: string;
  readonly remedy: string;
}

/** The newest evidence of each stage that a deployment went through; null where there is none. */
export interface Stages {
  readonly validate: Evidence | null;
  readonly staging: Evidence | null;
  readonly smoke: Evidence | null;
  readonly promote: Evidence | null;
  /** A rollback of the same environment. */
  readonly rollback: Evidence | null;
}

/** True where all there is to judge is a rollback: a run of its own, which deployed nothing. */
export function onlyRolledBack({ validate, staging, smoke, promote, rollback }: Stages): boolean {
  return rollback !== null && [validate, staging, smoke, promote].every((evidence) => evidence === null);
}

/** What the outcome is read from. */
export interface DeploymentFacts extends Stages {
  readonly environment: string;
  /** A job pinned evidence of promote that is not here, or is not what it pinned. */
  readonly promoteLost: boolean;
  /** Other evidence is missing or unreadable, or a job failed without leaving any. */
  readonly gaps: boolean;
  /** Jobs that ran and passed no evidence on, of which one may have changed the environment: none after was skipped. */
  readonly unseen?: readonly string[];
  /** Why a job changed nothing although it failed, as the end of a sentence; absent where that is not known of any. */
  readonly neverBegan?: string | undefined;
}

/**
 * What happened, by the evidence of promote and of a rollback after it. Evidence that is lost is never read as "nothing
 * happened".
 */
export function deploymentOf(facts: DeploymentFacts): Deployment {
  const by = decidedBy(facts);
  if (by === null) return ofNone(facts);
  return (by === facts.rollback ? ofRollback(by) : null) ?? ofPromote(by);
}

/** The evidence that decided the outcome, promote's or a rollback's; null where neither did. */
export function decidedBy(facts: DeploymentFacts): Evidence | null {
  const { promote, rollback } = facts;
  const later =
    rollback !== null && (promote === null || Date.parse(rollback.started_at) > Date.parse(promote.started_at));
  return later && ofRollback(rollback) !== null ? rollback : promote;
}

/** How a stage ended, as the middle of a sentence: "validate failed". */
export function ended({ status }: Pick<Evidence, "status">): string {
  return {
    running: "did not end",
    passed: "passed",
    failed: "failed",
    cancelled: "was cancelled",
    planned: "was a dry run",
  }[status];
}

/** What a rollback makes of a deployment; null where the deployment is what it was before. */
const afterRollback: Readonly<Record<RollbackOutcome, DeploymentStatus | null>> = {
  done: "ROLLED BACK",
  unfinished: "ROLLED BACK",
  partial: "FAILED",
  "not-recovered": "FAILED",
  failed: "FAILED",
  cut: "UNKNOWN",
  undone: null,
  "nothing-changed": null,
  drill: null,
};

/** Null where the stage did not roll back, or nothing came of that. */
function ofRollback(by: Evidence): Deployment | null {
  const came = rollbackOutcome(by);
  const status = came === null ? null : afterRollback[came];
  return status === null ? null : outcome(status, by);
}

function ofPromote(promote: Evidence): Deployment {
  const { status, decision, results } = promote;
  if (status === "planned") return outcome("NOT DEPLOYED", promote);
  if (status === "passed") return outcome("SUCCESS", promote);
  const rolledBack = ofRollback(promote);
  if (rolledBack !== null) return rolledBack;
  if (decision === "held") return outcome("UNKNOWN", promote);
  if (wasCut(promote)) return outcome(changeBegan(results) ? "UNKNOWN" : "NOT DEPLOYED", promote);
  return outcome(trafficChanged(results) ? "FAILED" : "NOT DEPLOYED", promote);
}

/** Without evidence of promote: the earlier stage that stopped it, or that the outcome is unknown. */
function ofNone(facts: DeploymentFacts): Deployment {
  const { environment, promoteLost, gaps, unseen = [], neverBegan, validate, staging, smoke, rollback } = facts;
  const stages: readonly (readonly [StageName, Evidence | null])[] = [
    ["validate", validate],
    ["deploy-staging", staging],
    ["smoke-test", smoke],
  ];
  const unmet = stages.find(([, evidence]) => evidence?.status !== "passed");
  const ran = unseen.length > 0 && (unmet === undefined || unmet[1] === null);
  if (promoteLost || (unmet === undefined && gaps) || ran) {
    const why = ran
      ? `no evidence came from ${unseen.map((id) => `\`${id}\``).join(", ")}`
      : "the evidence of promote is missing, or is not what its job pinned";
    return {
      status: "UNKNOWN",
      says: `It is unknown whether ${environment} was changed: ${why}.`,
      remedy: ran
        ? `Look at ${environment} and at the log. Give each job its action's \`evidence\` output, and the report its ` +
          "artifact."
        : `Look at ${environment} and at the log of the promote job.`,
    };
  }
  if (unmet === undefined) return { status: "NOT DEPLOYED", ...promoteNotRun(environment, neverBegan) };
  if (rollback !== null && onlyRolledBack(facts)) {
    const says = `This run deployed nothing. rollback ${ended(rollback)}: ${rollback.says}`;
    return { status: "NOT DEPLOYED", says, remedy: rollback.remedy };
  }
  const [name, evidence] = unmet;
  if (evidence === null && neverBegan !== undefined)
    return { status: "NOT DEPLOYED", says: `Nothing was changed: ${neverBegan}.`, remedy: startAgain };
  if (evidence === null)
    return { status: "NOT DEPLOYED", says: `${name} left no evidence, and promote did not run.`, remedy: "" };
  return { status: "NOT DEPLOYED", says: `${name} ${ended(evidence)}: ${evidence.says}`, remedy: evidence.remedy };
}

const startAgain = "Start a new run where it is still wanted.";

function promoteNotRun(environment: string, neverBegan: string | undefined): Omit<Deployment, "status"> {
  const says = `promote to ${environment} did not run`;
  return neverBegan === undefined
    ? { says: `${says}.`, remedy: "Approve and run the job of promote." }
    : { says: `${says}: ${neverBegan}.`, remedy: startAgain };
}

/** The stage was ended from outside, before it could conclude by itself. */
function wasCut({ status, reason_code }: Evidence): boolean {
  return status === "cancelled" || status === "running" || reason_code === "unexpected_error";
}

function outcome(status: DeploymentStatus, { says, remedy }: Evidence): Deployment {
  return { status, says, remedy };
}
