import type { Judgement } from "../../domain/evidence/result.ts";
import type { Plan } from "../../domain/fleet/plan.ts";
import type { InconclusivePolicy } from "../../domain/watch/criteria.ts";
import { perform, type Walk, type WalkEnded } from "../perform.ts";
import { type Conclusion, type StageRun, stopped } from "../stage.ts";

/** A watch that ended without a verdict, and what it was of. */
interface Open {
  readonly judgement: Judgement;
  readonly policy: InconclusivePolicy;
  /** Samples of the signal that gave the fewest: what nobody saw never passes. */
  readonly seen: number;
  readonly release: string;
  /** The release before, where it still runs. */
  readonly before: { readonly release: string; readonly slot: string; readonly host: string } | null;
  readonly runId: string;
}

/** What the settings say of a watch that could not decide; a verdict stays as it is. */
export function decideOpen({ judgement, policy, seen, release, before, runId }: Open): Judgement {
  const { verdict, reason_code, says } = judgement;
  if (verdict === "pass" || verdict === "fail" || reason_code !== "watch_inconclusive") return judgement;
  if (policy === "roll-back") return judgement;
  // A signal that broke measured nothing that could pass.
  if (policy === "pass" && verdict === "inconclusive" && seen > 0) {
    const accepted = `${says} \`criteria.inconclusive: pass\` of the settings accepts that.`;
    const facts = { ...judgement.facts, accepted: true };
    const warnings = [...(judgement.warnings ?? []), accepted];
    return { ...judgement, verdict: "pass", reason_code: "passed", says: accepted, facts, warnings };
  }
  const warm = before === null ? "" : `, and ${before.release} stays warm in slot ${before.slot} of ${before.host}`;
  return {
    ...judgement,
    reason_code: "watch_held",
    says: `${says} ${release} keeps its traffic, unverified${warm}.`,
    remedy:
      `To confirm the release, run this job again (\`gh run rerun ${runId} --failed\`): it watches again, and ` +
      "records it. To return to the release before, start the workflow of `rollback`.",
  };
}

/** True where a step ended so that a person has to decide. */
export function isHeld({ cause }: WalkEnded): boolean {
  return cause.reason_code === "watch_held";
}

/**
 * Leaves everything as it is: no more traffic moves, nothing is recorded, stopped or removed. Only the guards end, or
 * else the hosts would send traffic back by themselves as soon as this run is gone. Null where one could not be ended.
 */
export async function holdTraffic(
  run: StageRun,
  { plan, walk, cause }: { readonly plan: Plan; readonly walk: Walk; readonly cause: Judgement },
): Promise<Conclusion | { readonly failed: WalkEnded }> {
  const guards = plan.steps.filter(({ type }) => type === "confirm");
  const failed = await perform({ ...plan, steps: guards }, walk, run);
  return failed === null ? { ...stopped(cause), decision: "held" } : { failed };
}
