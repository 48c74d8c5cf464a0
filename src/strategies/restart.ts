import type { Fleet, HostFacts, SlotName } from "../domain/fleet.ts";
import type { Plan, Refusal, Step, Wanted } from "../domain/plan.ts";
import * as bring from "./bring.ts";
import { settle } from "./converge.ts";
import { activeOf, carriesFully, occupied, runs, servers, slotNames, strange } from "./facts.ts";
import { prune } from "./prune.ts";
import { unsuited } from "./refusals.ts";
import * as step from "./steps.ts";

/**
 * Restart in place: one slot, and an honest gap between the old release's end and the new one's first answer.
 * Hosts follow each other: the next one is touched when the one before is healthy.
 */
export function planRestart(observed: Fleet, wanted: Wanted): Plan | Refusal {
  const wrong = unsuited(observed, "restart");
  if (wrong !== null) return wrong;

  const { release } = wanted;
  const { steps: settling, fleet } = settle(observed);
  const known = activeOf(fleet)?.release === release;
  const steps: Step[] = [
    ...settling,
    ...bring.install(fleet, release),
    ...bring.migration(fleet, wanted),
    ...slotNames(fleet).flatMap((slot) => [
      ...replace(fleet, wanted, slot, fleet.hosts, "drain"),
      ...bring.proveWithTraffic(fleet, wanted, slot),
      ...bring.record(fleet.hosts, slot, release),
      ...prune(fleet, wanted, slot),
    ]),
  ];
  const says = known
    ? `${release} is the verified release of ${wanted.environment} already: verify it again.`
    : `Deploy ${release} to ${wanted.environment}, by a restart in place.`;
  return step.underLock(fleet, wanted, says, steps, gap(steps));
}

/** Puts the release into the slot of these hosts, one host after the other, each healthy before the next. */
export function replace(
  fleet: Fleet,
  wanted: Wanted,
  slot: SlotName,
  hosts: readonly HostFacts[],
  how: "drain" | "kill",
): readonly Step[] {
  const { release } = wanted;
  const steps = hosts.flatMap((host): readonly Step[] => [
    ...(strange(host, slot, release) ? [step.stop(host, slot, how)] : []),
    ...bring.begin([host], slot, release),
    step.awaitHealthy(host, slot, release, wanted.healthyWithinMs),
  ]);
  const routed = hosts.every((host) => carriesFully(fleet, host, slot) && runs(host, slot, release));
  // A router in front has to see the new process before anybody asks it through the router.
  return fleet.router === null || routed ? steps : [...steps, step.shift(step.onlyTo(servers(fleet, slot, hosts)))];
}

/** What the approver should know of a plan that stops the only slot. */
export function gap(steps: readonly Step[]): readonly string[] {
  if (!steps.some(({ type }) => type === "stop")) return [];
  return [
    "Requests fail from the stop until the new release answers, usually 1.4 s or more. Only blue-green, with a second slot behind a router, avoids it.",
  ];
}

/** The steps back to a release that is kept, after a start in the only slot went wrong. */
export function restore(fleet: Fleet, wanted: Wanted, slot: SlotName, able: readonly HostFacts[]): readonly Step[] {
  const whole = able.every((host) => runs(host, slot, wanted.release));
  const stranded = fleet.hosts.filter((host) => !able.includes(host) && occupied(host, slot));
  if (whole) return stranded.map((host) => step.stop(host, slot, "kill"));
  const [first] = able;
  return [
    ...stranded.map((host) => step.stop(host, slot, "kill")),
    // Every second counts while nothing serves, and what never got healthy would not hear a polite stop.
    ...replace(fleet, wanted, slot, able, "kill"),
    ...(wanted.smoke && first !== undefined ? [step.smokePublic(first, slot, wanted.release)] : []),
  ];
}
