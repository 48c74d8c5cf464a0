import type { Evidence } from "../domain/evidence/evidence.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { spanOf } from "../domain/values/span.ts";
import { defineGate, notJudged } from "./gate.ts";

/** How long a release must have run on the environment that tested it. */
export interface SoakFacts {
  /** Null for a stage that rests on no environment: a release that skips it has run nowhere. */
  readonly from: string | null;
  readonly requiredMs: number;
  readonly nowMs: number;
  /** The evidence of its deployment there. */
  readonly deployed: Evidence | null;
  /** Null where its hosts said now which release runs; else why they did not. */
  readonly unasked: string | null;
}

/**
 * Did the release run there for as long as `verified-for` asks? It counts from the end of its deployment there, and
 * only while the hosts themselves say that it still runs: a manual promotion cannot shorten it. That another release
 * ran there in between, and was rolled back to this one, is not seen.
 */
export const soak = defineGate({
  id: "verified-for",
  title: () => "The release has run long enough where it was tested",
  of: "soak",
  judge: judgeSoak,
});

function judgeSoak({ from, requiredMs, nowMs, deployed, unasked }: SoakFacts): Judgement {
  if (from === null) {
    return {
      verdict: "fail",
      reason_code: "soak_too_short",
      says:
        `\`verified-for\` requires that the release has run for ${spanOf(requiredMs)} where it was tested, and this ` +
        "action rests on no such environment.",
      remedy: "Deploy it with `promote`, which takes the evidence of staging, or remove `verified-for`.",
    };
  }
  const since = Date.parse(deployed?.finished_at ?? "");
  if (!Number.isFinite(since)) return notJudged(`there is no evidence of a deployment to ${from}`);
  if (unasked !== null) {
    return {
      verdict: "error",
      reason_code: "release_unproven",
      says: `Whether the release ran on ${from} all the time is not known: its hosts could not be asked (${unasked}).`,
      remedy: `Run this job on a runner that reaches the hosts of ${from}, or remove \`verified-for\`.`,
    };
  }
  const ranMs = Math.max(0, nowMs - since);
  const facts = { ran_seconds: Math.round(ranMs / 1_000), required_seconds: Math.round(requiredMs / 1_000) };
  if (ranMs >= requiredMs) {
    const says = `The release has run on ${from} for ${spanOf(ranMs)}; ${spanOf(requiredMs)} are required.`;
    return { verdict: "pass", reason_code: "passed", says, facts };
  }
  return {
    verdict: "fail",
    reason_code: "soak_too_short",
    says:
      `The release has run on ${from} for ${spanOf(ranMs)}, and \`verified-for\` requires ${spanOf(requiredMs)}: ` +
      `${spanOf(requiredMs - ranMs)} are left.`,
    remedy: `Run this job again then, while ${from} still runs this release.`,
    facts,
  };
}
