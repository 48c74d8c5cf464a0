import { type Fleet, hostNames, type Layout } from "../domain/fleet/fleet.ts";
import type { Step, Wanted } from "../domain/fleet/plan.ts";
import { duration } from "../domain/values/settings.ts";
import {
  activeOf,
  hostsOf,
  openAway,
  runs,
  servers,
  serversAway,
  slotFor,
  slotNames,
  takesFullShare,
  takesTraffic,
} from "./facts.ts";
import { endGuards, guardedBy } from "./guard.ts";
import { completeRecords, endAttempts, explainAgain, freeSlot } from "./leftovers.ts";
import { removeOldReleases } from "./old-releases.ts";
import * as phases from "./phases.ts";
import * as step from "./steps.ts";
import type { Draft, Recovery, Rollback, Unsuited } from "./strategy.ts";

/**
 * What strategies with two slots have in common: the release starts in the slot that does not serve, is verified there,
 * takes the traffic, is verified again and recorded; only then the old slot is drained and stopped, or kept warm. They
 * differ in how it takes the traffic.
 */

/** What of these slots and router such a strategy cannot work with. */
export function unsuitedForTwoSlots(type: string, { slots, routed, routing, groups }: Layout): readonly Unsuited[] {
  const faults: Unsuited[] = [];
  const count = Object.keys(slots).length;
  if (count !== 2)
    faults.push({
      key: "slots",
      says: `Strategy \`${type}\` needs two slots; this environment has ${count}.`,
      remedy: "Name two, such as `{blue: {port: 4000}, green: {port: 4001}}`.",
    });
  if (!routed)
    faults.push({
      key: "router",
      says: `Strategy \`${type}\` needs a router.`,
      remedy: "Set `router: {type: haproxy, …}`, or `strategy: {type: restart}`.",
    });
  else if (groups !== undefined && routing?.shared === false)
    faults.push({
      key: "router",
      says: "Groups of hosts need a router in front of both; here each host has its own.",
      remedy: "Name the host that it runs on, such as `router: {type: haproxy, on: lb1, …}`.",
    });
  return faults;
}

/** What such a strategy has to set, whatever else it has. */
export interface Confirmed {
  /** Without a sign of life of the run for so long, the routers go back by themselves, milliseconds; 0 never. */
  readonly confirm: number;
}

/** `confirm` in the settings. */
export const confirmSetting = duration
  .refine((ms) => ms === 0 || ms >= 15_000, "must be at least 15s, or 0s for never")
  .prefault("60s");

/** How the release takes the traffic and is verified with it. */
type TakeTraffic = (placement: phases.Placement) => readonly Step[];

/**
 * What an interrupted run left is read from the facts alone. If it left the wanted release, with or without traffic,
 * that one is verified and recorded. If it left another one that was never verified, traffic returns to the active
 * release before that slot is touched; where the active release runs nowhere any more, what serves goes on serving and
 * the wanted release takes the dead slot.
 */
export function deployBeside(observed: Fleet, wanted: Wanted<Confirmed>, takeTraffic: TakeTraffic): Draft {
  const { release } = wanted;
  const completed = completeRecords(observed);
  const slot = slotFor(completed.fleet, release);
  const freed = freeSlot({ fleet: completed.fleet, wanted, slot });
  const { fleet } = freed;
  const placement = { fleet, wanted, slot };
  const hosts = hostsOf(fleet, slot);
  const active = activeOf(fleet);
  const steps: Step[] = [
    ...completed.steps,
    ...freed.steps,
    ...explainAgain(fleet, wanted, phases.install(placement)),
    ...phases.migrateSchema(placement),
    ...explainAgain(fleet, wanted, phases.startIn(placement, hosts)),
    ...phases.verify(placement, hosts),
    ...phases.outliveHold(placement),
    ...guardedBy(Math.round(wanted.own.confirm / 1_000), placement, takeTraffic(placement)),
    ...phases.record(placement, hosts),
    ...phases.retire(placement, active),
    ...removeOldReleases(placement),
  ];
  const place = fleet.groups === undefined ? `slot ${slot}` : `group ${slot} (${hostNames(hosts)})`;
  const says =
    active?.release === release
      ? `${release} is already the verified release of ${wanted.environment}: verify it again in ${place}.`
      : `Deploy ${release} to ${wanted.environment}, ${wanted.strategy}, into ${place}.`;
  return { says, steps };
}

/**
 * A new instance without traffic is only ended. One with traffic loses it first, to the active release, which is
 * started again if it is gone and verified before and after. The new one is stopped last: where it failed as a release
 * that was verified before, it may be the only verified one that runs until then.
 */
export function recoverBeside(fleet: Fleet, { failed, active, able, mark }: Recovery): readonly Step[] {
  const { release } = active;
  const home = slotFor(fleet, release);
  const placement = { fleet, wanted: { ...failed, release }, slot: home };
  const end = (slot: string) => endAttempts({ fleet, wanted: failed, slot }, active);
  const others = slotNames(fleet).filter((slot) => slot !== home);
  const carrying = others.filter((slot) => fleet.hosts.some((host) => takesTraffic(fleet, host, slot)));
  const whole =
    openAway(fleet, others).length === 0 &&
    carrying.length === 0 &&
    able.every((host) => takesFullShare(fleet, host, home) && runs(host, home, release));
  const [first] = able;
  // What a host that is away serves from the active release's slot is left to it.
  const closed = [...others.flatMap((slot) => servers(fleet, slot)), ...serversAway(fleet, others)];
  const toActive = [
    ...freeSlot(placement).steps,
    ...phases.startIn(placement, able).map((one) => step.since(one, "it does not run there any more")),
    ...able.map((host) => step.awaitHealthy({ host, slot: home, release }, failed.healthyWithinMs)),
    step.shift(step.onlyTo(servers(fleet, home, able), closed)),
    ...(failed.smoke && first !== undefined ? [step.smokePublic({ host: first, slot: home, release })] : []),
  ];
  return [
    ...(whole ? [] : toActive),
    ...phases.record(placement, able),
    ...endGuards(fleet),
    ...mark,
    ...others.flatMap(end),
  ];
}

/** A release that is warm in its slot only needs the shift; a cold one is started and verified before it. */
export function rollbackBeside(observed: Fleet, { wanted, verified, mark }: Rollback): readonly Step[] {
  const { release } = wanted;
  const slot = slotFor(observed, release);
  const { steps, fleet } = freeSlot({ fleet: observed, wanted, slot });
  const placement = { fleet, wanted, slot };
  // What was verified and kept running is not tested again: every second counts.
  const hosts = hostsOf(fleet, slot);
  const untested = hosts.filter((host) => !verified || !runs(host, slot, release));
  return [
    ...steps,
    ...phases.startIn(placement, hosts),
    ...phases.verify(placement, untested),
    ...phases.outliveHold(placement),
    ...phases.shiftAll(placement),
    ...phases.verifyWithTraffic(placement),
    // Where traffic is there already, no shift ends the guard of the run that sent it.
    ...endGuards(fleet),
    ...mark,
    ...phases.record(placement, hosts),
    ...phases.retire(placement, activeOf(fleet)),
  ];
}
