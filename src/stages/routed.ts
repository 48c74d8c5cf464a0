import type { Judgement } from "../domain/evidence/result.ts";
import type { ServerWeights } from "../domain/fleet/plan.ts";
import type { Target } from "../targets/target.ts";

/** Whether new requests still go to this slot alone, or are shared as planned, asked of the target now. */
export async function askRouted(target: Target, slot: string, shared?: ServerWeights): Promise<Judgement> {
  const seen = await target.observe();
  return "failed" in seen ? seen.failed : target.routed(seen.fleet, slot, shared);
}
