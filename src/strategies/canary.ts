import { z } from "zod";
import type { HostFacts, SlotName } from "../domain/fleet/fleet.ts";
import type { ServerWeights, Step } from "../domain/fleet/plan.ts";
import { duration, percentage } from "../domain/values/settings.ts";
import {
  activeOf,
  hasWeights,
  occupied,
  otherServers,
  runningSlot,
  runs,
  server,
  servers,
  takesTraffic,
} from "./facts.ts";
import * as phases from "./phases.ts";
import * as step from "./steps.ts";
import type { Strategy, Unsuited } from "./strategy.ts";
import {
  type Confirmed,
  confirmSetting,
  deployBeside,
  recoverBeside,
  rollbackBeside,
  unsuitedForTwoSlots,
} from "./two-slots.ts";

/** What only a canary has to set. */
interface Own extends Confirmed {
  /** Percent of new requests for the release, ascending; the last is 100. */
  readonly steps: readonly number[];
  /** How long it is watched after each step but the last, milliseconds. */
  readonly pause: number;
}

/**
 * Canary: the release starts in the slot that does not serve, is verified there, and takes a small part of the traffic
 * first, then more; after each step it is watched (Phase 6: Canary Deployment). Where the router has no weights, the
 * parts are hosts. What fails is rolled back as in blue-green.
 */
export const canary: Strategy<Own> = {
  type: "canary",
  settings: {
    confirm: confirmSetting,
    steps: z
      .array(percentage.pipe(z.number().gt(0, "must be above 0 %")))
      .min(2, "must have at least two steps, such as `[5, 25, 50, 100]`")
      .max(20, "must have at most 20 steps")
      .refine((steps) => steps.every((one, index) => index === 0 || one > (steps[index - 1] ?? 0)), "must be ascending")
      .refine((steps) => steps.at(-1) === 100, "must end with 100, which gives the release all requests")
      .prefault([5, 25, 50, 100]),
    pause: duration.pipe(z.number().min(10_000, "must be at least 10s: less shows nothing")).prefault("2m"),
  },
  holds: true,
  suits: (layout) => [...unsuitedForTwoSlots("canary", layout), ...weightless(layout)],
  deploy: (fleet, wanted) => deployBeside(fleet, wanted, (placement) => takeByParts(placement, wanted.own)),
  recover: recoverBeside,
  rollback: rollbackBeside,
  warnings: () => [],
};

function weightless({ hosts, routed, routing }: Parameters<Strategy["suits"]>[0]): readonly Unsuited[] {
  if (!routed || routing?.weights !== false || hosts.length > 1) return [];
  return [
    {
      key: "router",
      says: "Strategy `canary` needs a router with weights, or several hosts.",
      remedy: "Choose a router that has weights, such as `haproxy`, or `strategy: {type: blue-green}`.",
    },
  ];
}

/**
 * From the part that the release has already, as an interrupted run leaves it, to all of the traffic. What never served
 * here has no release beside it to share with: it takes all at once.
 */
function takeByParts(placement: phases.Placement, { steps, pause }: Own): readonly Step[] {
  const whole = [...phases.shiftAll(placement), ...phases.verifyWithTraffic(placement)];
  const { fleet, wanted, slot } = placement;
  const sharing = sharingHosts(placement);
  const [host] = sharing?.hosts ?? [];
  if (sharing === null || host === undefined) return whole;
  const weighted = fleet.routing?.weights !== false;
  if (!weighted && sharing.hosts.length < 2) return whole;
  const { release } = wanted;
  const shares = sharing.hosts.map((one) => shareOf(placement, one, sharing.home));
  const reached = weighted ? Math.min(...shares) : shares.reduce((sum, one) => sum + one, 0) / shares.length;
  const orders = steps.filter((part) => part < 100 && part >= reached).map((part) => partOf(placement, sharing, part));
  const distinct = orders.filter((one, index) => JSON.stringify(one) !== JSON.stringify(orders[index - 1]));
  const parts = distinct.flatMap((weights, index): readonly Step[] => [
    ...(index === 0 && hasWeights(fleet, weights) ? [] : [step.shift(weights)]),
    ...(index === 0 && wanted.smoke ? [step.smokeShared({ host, slot, release }, weights)] : []),
    step.observeShared({ host, slot, release }, weights, pause),
  ]);
  return [...parts, ...whole];
}

/** The hosts on which another release takes requests beside the wanted one, and its slot. */
interface Sharing {
  readonly home: SlotName;
  readonly hosts: readonly HostFacts[];
}

/** Null where no verified release serves to share with. */
function sharingHosts({ fleet, wanted, slot }: phases.Placement): Sharing | null {
  const active = activeOf(fleet);
  if (active === null || active.release === wanted.release) return null;
  const home = runningSlot(fleet, active);
  if (home === null || home === slot) return null;
  const hosts = fleet.hosts.filter((host) => occupied(host, home) && takesTraffic(fleet, host, home));
  return { home, hosts };
}

/** Percent of a host's new requests that the release takes now. */
function shareOf({ fleet, wanted, slot }: phases.Placement, host: HostFacts, home: SlotName): number {
  if (!runs(host, slot, wanted.release) || !takesTraffic(fleet, host, slot)) return 0;
  const weight = (name: SlotName) => server(fleet, host, name)?.weight ?? 0;
  return (100 * weight(slot)) / (weight(slot) + weight(home));
}

/** Weights with which the release has this part of new requests. */
function partOf({ fleet, slot }: phases.Placement, { home, hosts }: Sharing, part: number): ServerWeights {
  const closed = step.onlyTo([], [...servers(fleet, slot), ...otherServers(fleet, slot)]);
  const weigh = (of: readonly HostFacts[], name: SlotName, weight: number) =>
    Object.fromEntries(servers(fleet, name, of).map((one) => [one, weight]));
  if (fleet.routing?.weights !== false)
    return { ...closed, ...weigh(hosts, slot, part), ...weigh(hosts, home, 100 - part) };
  const count = Math.min(hosts.length - 1, Math.max(1, Math.ceil((hosts.length * part) / 100)));
  return { ...closed, ...weigh(hosts.slice(0, count), slot, 100), ...weigh(hosts.slice(count), home, 100) };
}
