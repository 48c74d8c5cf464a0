import type { Deployment } from "../../domain/evidence/deployment.ts";
import type { Evidence } from "../../domain/evidence/evidence.ts";
import { releaseVersionOf } from "../../domain/release/release.ts";
import { rollbackOutcome } from "../../domain/rollback/outcome.ts";
import { counted } from "../../domain/values/plural.ts";
import { plainText } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";

/** How something ended, at a glance: each has its own sign on GitHub, and its own colour on our page. */
export type Tone = "success" | "failure" | "rolled-back" | "not-deployed" | "unknown";

const signs: Readonly<Record<Tone, string>> = {
  success: "✅",
  failure: "❌",
  "rolled-back": "↩️",
  "not-deployed": "⛔",
  unknown: "❓",
};

/** The tone of a deployment's outcome. */
export function toneOf({ status }: Pick<Deployment, "status">): Tone {
  switch (status) {
    case "SUCCESS":
      return "success";
    case "FAILED":
      return "failure";
    case "ROLLED BACK":
      return "rolled-back";
    case "NOT DEPLOYED":
      return "not-deployed";
    case "UNKNOWN":
      return "unknown";
  }
}

/** The sign of a tone, as GitHub shows it. */
export function signOf(tone: Tone): string {
  return signs[tone];
}

/**
 * How a stage ended, in one line. The loudest is a rollback that failed; what was switched off is part of every
 * verdict that rests on it.
 */
export function headline(evidence: Evidence): string {
  const { stage, environment, results } = evidence;
  const where = environment === null ? "" : ` on ${plainText(shortened(environment, 100))}`;
  const off = results.filter((one) => one.verdict === "off").length;
  const switched = off === 0 ? "" : `, ${counted(off, "check")} switched off`;
  return `${endingOf(evidence)}${switched}: ${stage}${where}`;
}

function endingOf(evidence: Evidence): string {
  const { stage, status, decision, reason_code } = evidence;
  if (decision === "rollback-failed") return "🚨 ROLLBACK FAILED, look now";
  if (decision === "taken-back" && stage === "rollback") return `${signs.failure} The rollback was undone`;
  if (decision === "taken-back") return `${signs["rolled-back"]} Rolled back${versions(evidence.to, evidence.from)}`;
  if (decision === "held") return "⏸️ Not decided, a person must confirm it or roll back";
  if (stage === "report") return criteria(evidence);
  switch (status) {
    case "passed":
      if (reason_code === "drill_passed") return `${signs.success} Drill passed`;
      return stage === "rollback"
        ? `${signs["rolled-back"]} Rolled back${versions(evidence.from, evidence.to)}`
        : `${signs.success} Passed`;
    case "planned":
      return "📝 Dry run, nothing was changed";
    case "cancelled":
      return "⏹️ Cancelled";
    case "running":
      return `${signs.unknown} Did not end`;
    case "failed":
      return failed(evidence);
  }
}

/**
 * A report that only shows its exit gate passes, whatever became of the deployment: its sign is that of the criteria.
 */
function criteria({ status, reason_code }: Evidence): string {
  if (status !== "passed")
    return `${signs.failure} ${reason_code === "gate_open" ? "Exit criteria not met" : "Failed"}`;
  return reason_code === "gate_open" ? "⚠️ Exit criteria not met" : `${signs.success} Exit criteria met`;
}

/** A deployment that stopped before anything that serves was changed is another thing than one that failed. */
function failed(evidence: Evidence): string {
  const { stage, decision, reason_code } = evidence;
  if (decision !== "stop" || reason_code === "unexpected_error") return `${signs.failure} Failed`;
  if (stage === "promote" || stage === "deploy-staging") return `${signs["not-deployed"]} Nothing deployed`;
  const refused = rollbackOutcome(evidence) === "nothing-changed";
  return refused ? `${signs["not-deployed"]} Nothing rolled back` : `${signs.failure} Failed`;
}

/** Two builds of one version differ in their digest: then the whole ids are shown. */
function versions(left: string | null, now: string | null): string {
  const same = left !== null && now !== null && releaseVersionOf(left) === releaseVersionOf(now);
  const shown = (id: string) => plainText(shortened(same ? id : releaseVersionOf(id), 80));
  return `${left === null ? "" : ` from ${shown(left)}`}${now === null ? "" : ` to ${shown(now)}`}`;
}
