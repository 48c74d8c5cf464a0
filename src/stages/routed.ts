import type { Fleet } from "../domain/fleet.ts";
import type { Judgement } from "../domain/result.ts";
import { astray } from "../strategies/facts.ts";
import type { Target } from "../targets/target.ts";

/**
 * A router that was restarted or reloaded after the shift sends traffic where its configuration says: then nothing that
 * users see is of the release.
 */
export function judgeRouted(fleet: Fleet, slot: string): Judgement {
  const seen = astray(fleet, slot);
  if (seen.length === 0) return { verdict: "pass", reason_code: "passed", says: `New requests go to ${slot} alone.` };
  return {
    verdict: "fail",
    reason_code: "router_failed",
    says: `New requests do not go to ${slot} alone any more: ${seen.join("; ")}. The router was restarted, reloaded or changed by somebody else.`,
    remedy:
      "Name HAProxy's `server-state-file` as `router.state-file`, so that a restart keeps what was shifted, and run the job again.",
  };
}

/** The same, asked of the target now. */
export async function askRouted(target: Target, slot: string): Promise<Judgement> {
  const seen = await target.observe();
  return "failed" in seen ? seen.failed : judgeRouted(seen.fleet, slot);
}
