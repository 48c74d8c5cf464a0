import type { Evidence } from "../domain/evidence/evidence.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { spanOf } from "../domain/values/span.ts";
import { type ChainFacts, neededLinks } from "./chain.ts";
import { defineGate, notJudged } from "./gate.ts";

/** How far the clocks of two runners may be apart. */
const skewMs = 5 * 60_000;

/** Is the evidence young enough? What was verified long ago may have been of another world: data, services, secrets. */
export const evidenceAge = defineGate({
  id: "evidence-age",
  title: () => "The evidence is recent",
  of: "evidence",
  judge: judgeAge,
});

function judgeAge(facts: ChainFacts): Judgement {
  const { nowMs, maxAgeMs, needed } = facts;
  const links = neededLinks(facts).map(({ evidence }) => evidence);
  const odd = links.map((one) => undated(one, nowMs)).find((one) => one !== null);
  if (odd !== undefined) return odd;
  const ages = links
    .map((one) => ({ stage: one.stage, ms: nowMs - Date.parse(one.finished_at ?? "") }))
    .sort((one, other) => other.ms - one.ms);
  const old = ages.filter(({ ms }) => ms >= maxAgeMs);
  const [oldest] = old;
  if (oldest !== undefined) {
    return {
      verdict: "fail",
      reason_code: "evidence_expired",
      says:
        `The evidence of ${old.map(({ stage }) => stage).join(", ")} is older than ${spanOf(maxAgeMs)} ` +
        `(\`evidence-max-age\`): ${oldest.stage} ended ${spanOf(oldest.ms)} ago.`,
      remedy: "Run all jobs of the run again, or set a longer `evidence-max-age` for this environment.",
      facts: { oldest_seconds: Math.round(oldest.ms / 1_000), limit_seconds: Math.round(maxAgeMs / 1_000) },
    };
  }
  if (links.length < needed.length) return notJudged("evidence is missing");
  const eldest = ages[0];
  const says =
    `${eldest?.stage ?? "The stage before"} ended ${spanOf(Math.max(0, eldest?.ms ?? 0))} ago, ` +
    `the limit is ${spanOf(maxAgeMs)}.`;
  return { verdict: "pass", reason_code: "passed", says };
}

/** Evidence without an end, or that ended in the future: its age is not known. */
function undated({ stage, finished_at }: Evidence, nowMs: number): Judgement | null {
  const at = Date.parse(finished_at ?? "");
  if (!Number.isFinite(at)) {
    return {
      verdict: "error",
      reason_code: "evidence_unreadable",
      says: `The evidence of ${stage} does not say when it ended.`,
      remedy: `Run ${stage} again.`,
    };
  }
  if (at - nowMs <= skewMs) return null;
  return {
    verdict: "error",
    reason_code: "clock_wrong",
    says: `${stage} ended ${spanOf(at - nowMs)} in the future by this runner's clock.`,
    remedy: "Set the clocks of the runners, and run the job again.",
  };
}
