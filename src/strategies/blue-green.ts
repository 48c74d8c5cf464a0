import type { Fleet } from "../domain/fleet.ts";
import type { Plan, Refusal, Step, Wanted } from "../domain/plan.ts";
import * as bring from "./bring.ts";
import { makeRoom, settle } from "./converge.ts";
import { activeOf, slotFor } from "./facts.ts";
import { prune } from "./prune.ts";
import { unsuited } from "./refusals.ts";
import { underLock } from "./steps.ts";

/**
 * Blue-green: the release starts in the slot that does not serve, is proved there, takes all traffic at once, is proved
 * again and recorded; only then the old slot is drained and stopped, or kept warm (Phase 6: Blue-Green Deployment).
 *
 * What an interrupted run left is read from the facts alone. If it left the wanted release, with or without traffic,
 * that one is proved and recorded. If it left another one that was never proved, traffic returns to the active release
 * before that slot is touched; where the active release runs nowhere any more, what serves goes on serving and the
 * wanted release takes the dead slot.
 */
export function planBlueGreen(observed: Fleet, wanted: Wanted): Plan | Refusal {
  const wrong = unsuited(observed, "blue-green");
  if (wrong !== null) return wrong;

  const { release } = wanted;
  const settled = settle(observed);
  const into = slotFor(settled.fleet, release);
  const { steps: making, fleet } = makeRoom(settled.fleet, wanted, into);
  const active = activeOf(fleet);
  const known = active?.release === release;
  const steps: Step[] = [
    ...settled.steps,
    ...making,
    ...bring.install(fleet, release),
    ...bring.migration(fleet, wanted),
    ...bring.begin(fleet.hosts, into, release),
    ...bring.prove(fleet, wanted, into, () => true),
    ...bring.route(fleet, into, release),
    ...bring.proveWithTraffic(fleet, wanted, into),
    ...bring.record(fleet.hosts, into, release),
    ...bring.retire(fleet, wanted, into, active),
    ...prune(fleet, wanted, into),
  ];
  const says = known
    ? `${release} is the verified release of ${wanted.environment} already: verify it again in slot ${into}.`
    : `Deploy ${release} to ${wanted.environment}, blue-green, into slot ${into}.`;
  return underLock(fleet, wanted, says, steps);
}
