import type { Judgement } from "../../domain/evidence/result.ts";
import type { Fleet } from "../../domain/fleet/fleet.ts";
import type { Environment } from "../../settings/settings.ts";
import { planDeploy } from "../../strategies/deploy.ts";
import { planDrill, planDrillReturn } from "../../strategies/drill.ts";
import { activeOf, carried, leaveOut, misrouted, runs } from "../../strategies/facts.ts";
import { planRecovery } from "../../strategies/recover.ts";
import { passes } from "../../strategies/refusals.ts";
import { strategies } from "../../strategies/registry.ts";
import { chooseRollback, planRollback } from "../../strategies/rollback.ts";
import { goodBefore } from "../../strategies/verified.ts";
import type { Placed, Planning } from "../target.ts";

/** Hosts are planned for by the strategies. */
export function planningOf({ router }: Pick<Environment, "router">, all = strategies): Planning {
  return {
    plan: (fleet, wanted) => planDeploy(fleet, wanted, all),
    recover: (fleet, wanted) => planRecovery(fleet, wanted, all),
    rollback: (fleet, wanted) => planRollback(fleet, wanted, all),
    drill: (fleet, wanted, before) =>
      before === null ? planDrill(fleet, wanted, all) : planDrillReturn(fleet, { wanted, before }, all),
    rollsBackTo(fleet, choosing) {
      const found = chooseRollback(fleet, choosing);
      return "refused" in found ? found : found.to;
    },
    verifiedBefore: goodBefore,
    leaveOut,
    serving,
    carrying: (fleet) => [...new Set(carried(fleet).map(({ release }) => release))],
    routed: (fleet, slot, shared) => {
      const meant = shared === undefined ? `${slot} alone` : `${slot} in the part that was set`;
      return routed(router.lostRemedy, misrouted(fleet, slot, shared ?? null), meant);
    },
    passes,
  };
}

function serving(fleet: Fleet): Placed | null {
  const active = activeOf(fleet);
  if (active === null) return null;
  const { release, slot } = active;
  const found = fleet.hosts.find((host) => runs(host, slot, release));
  return found === undefined ? null : { host: found.host, slot, release };
}

/**
 * A router that was restarted or reloaded after the shift sends traffic where its configuration says: then nothing that
 * users see is of the release.
 */
function routed(remedy: string, seen: readonly string[], meant: string): Judgement {
  if (seen.length === 0) return { verdict: "pass", reason_code: "passed", says: `New requests go to ${meant}.` };
  const why = "The router was restarted, reloaded or changed by somebody else.";
  const says = `New requests do not go to ${meant} any more: ${seen.join("; ")}. ${why}`;
  return { verdict: "fail", reason_code: "router_failed", says, remedy };
}
