import type { Fleet } from "../domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Step, type Wanted } from "../domain/fleet/plan.ts";
import { activeOf, placesFor, slotNames } from "./facts.ts";
import { endAttempts } from "./leftovers.ts";
import { busy, unsuited } from "./refusals.ts";
import { strategies, strategyOf } from "./registry.ts";
import * as step from "./steps.ts";
import { underLock } from "./under-lock.ts";
import { wasVerified } from "./verified.ts";

/**
 * What recovery is asked for besides the wish that failed. `markBad` marks the wanted release, unless it was ever
 * verified here.
 */
type RecoveryWanted = Wanted & { readonly markBad: boolean };

/**
 * Hosts that are away are left out: the others go back all the same.
 * After a step that did not pass: from what is really there now back to the release that was last verified. Where
 * nothing was ever verified, the new instance is stopped and nothing serves.
 */
export function planRecovery(fleet: Fleet, wanted: RecoveryWanted, all = strategies): Plan | Refusal {
  const strategy = strategyOf(wanted, all);
  if (isRefusal(strategy)) return strategy;
  const { owner, environment, release } = wanted;
  const refused = busy(fleet, { owner }) ?? unsuited(fleet, strategy, fleet.away);
  if (refused !== null) return refused;

  const mark = marks(fleet, wanted);
  const active = activeOf(fleet);
  if (active === null) {
    const says = `Stop ${release}: there is no verified release to roll back to.`;
    const steps = slotNames(fleet).flatMap((slot) => endAttempts({ fleet, wanted, slot }, null));
    return underLock(fleet, { owner }, { says, warnings: [], steps: [...steps, ...mark] });
  }

  const able = placesFor(fleet, active.release).filter((host) => host.releases.includes(active.release));
  if (able.length === 0) {
    return {
      refused: "release_not_kept",
      says: `No host keeps ${active.release}, the last verified release.`,
      remedy: "Deploy a version that works.",
    };
  }
  const says = `Roll ${environment} back to ${active.release}, the last verified release.`;
  const steps = strategy.recover(fleet, { failed: wanted, active, able, mark });
  return underLock(fleet, { owner }, { says, warnings: [], steps });
}

/** What was verified once may fail to start today for want of a database: it stays what a rollback can go to. */
function marks(fleet: Fleet, { release, markBad }: RecoveryWanted): readonly Step[] {
  if (!markBad || wasVerified(fleet, release)) return [];
  const kept = fleet.hosts.filter((host) => host.releases.includes(release) && !host.bad.includes(release));
  return kept.map((host) => step.markBad(host, release));
}
