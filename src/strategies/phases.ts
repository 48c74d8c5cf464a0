import { type Active, type Fleet, type HostFacts, hasSlot, type SlotName } from "../domain/fleet/fleet.ts";
import type { Step, Wanted } from "../domain/fleet/plan.ts";
import {
  activeOf,
  hostsOf,
  mayTakeTraffic,
  occupied,
  openAway,
  otherServers,
  runs,
  server,
  servers,
  slotNames,
  takesFullShare,
  takesTraffic,
} from "./facts.ts";
import * as step from "./steps.ts";
import { wasVerified } from "./verified.ts";

/**
 * The phases of which strategies make their plans, in the order in which they follow each other: install, migrate,
 * start, verify, shift, verify with traffic, record, retire. Each leaves out what the facts show as done.
 * The rule above all: once a healthy slot took traffic, the router is never without one.
 */

/** The wanted release and the slot that it goes into, with the facts that this is planned from. */
export interface Placement {
  readonly fleet: Fleet;
  readonly wanted: Wanted;
  readonly slot: SlotName;
}

/** Puts the release on every host of the slot that lacks it: to all at once, and then unpacked on all at once. */
export function install({ fleet, wanted: { release }, slot }: Placement): readonly Step[] {
  const lacking = hostsOf(fleet, slot).filter((host) => !host.releases.includes(release));
  return [...lacking.map((host) => step.upload(host, release)), ...lacking.map((host) => step.unpack(host, release))];
}

/**
 * Migrations run from the slot's first host, before any new instance takes traffic. Always planned: the step asks the
 * database for its versions, and runs nothing where all are there. That they were run once says nothing of the database
 * that is there now.
 */
export function migrateSchema({ fleet, wanted, slot }: Placement): readonly Step[] {
  const [first] = hostsOf(fleet, slot);
  if (!wanted.migrate || first === undefined) return [];
  return [
    ...(wanted.backup === true ? [step.backup(first, wanted.release)] : []),
    ...settle(fleet, wanted, "before"),
    step.migrate(first, wanted.release),
    ...settle(fleet, wanted, "after"),
  ];
}

/** A look at the release that serves while the schema changes, where another one does. */
function settle(fleet: Fleet, { release, settleMs = 0 }: Wanted, when: "before" | "after"): readonly Step[] {
  const active = activeOf(fleet);
  if (settleMs === 0 || active === null || active.release === release) return [];
  const serves = (host: HostFacts) =>
    runs(host, active.slot, active.release) && (fleet.router === null || takesTraffic(fleet, host, active.slot));
  const host = fleet.hosts.find(serves);
  return host === undefined ? [] : [step.settle({ host, ...active }, when, settleMs)];
}

/** Starts the release on those of these hosts that have the slot, where it does not run yet. */
export function startIn({ slot, wanted }: Pick<Placement, "slot" | "wanted">, hosts: readonly HostFacts[]) {
  const { release } = wanted;
  return hosts.filter((host) => toStart(host, slot, release)).map((host) => step.start(host, slot, release));
}

function toStart(host: HostFacts, slot: SlotName, release: string): boolean {
  return hasSlot(host, slot) && (!runs(host, slot, release) || host.slots[slot]?.link !== release);
}

/**
 * Verifies the release in its slot: health on every host, smoke tests on those of `tested` where it takes no traffic
 * yet.
 */
export function verify({ fleet, wanted, slot }: Placement, tested: readonly HostFacts[]): readonly Step[] {
  const { release, healthyWithinMs } = wanted;
  const quiet = tested.filter((host) => !(takesTraffic(fleet, host, slot) && runs(host, slot, release)));
  return [
    ...hostsOf(fleet, slot).map((host) => step.awaitHealthy({ host, slot, release }, healthyWithinMs)),
    ...(wanted.smoke ? quiet.map((host) => step.smokeSlot({ host, slot, release })) : []),
  ];
}

/**
 * What only waits for its hold to end is to take requests again: a host whose router is elsewhere does not see that,
 * and would stop it, where this run is cut before it records the release.
 */
export function outliveHold({ fleet, wanted: { release }, slot }: Placement): readonly Step[] {
  if (fleet.routing?.shared !== true || activeOf(fleet)?.release === release) return [];
  const held = hostsOf(fleet, slot).filter((host) => host.holdUntil !== null && runs(host, slot, release));
  return held.map((host) => step.holdAtLarge(host, slot));
}

/** Sends all traffic to the slot, unless it goes there, and only there, already. */
export function shiftAll({ fleet, wanted, slot }: Placement): readonly Step[] {
  const there = hostsOf(fleet, slot).every(
    (host) => takesFullShare(fleet, host, slot) && runs(host, slot, wanted.release),
  );
  const elsewhere = slotNames(fleet).some(
    (name) => name !== slot && fleet.hosts.some((host) => mayTakeTraffic(fleet, host, name)),
  );
  if (there && !elsewhere && openAway(fleet).length === 0) return [];
  const shift = step.shift(step.onlyTo(servers(fleet, slot), otherServers(fleet, slot)));
  if (!there) return [shift];
  return [step.since(shift, elsewhere ? `${wanted.release} is to have them all` : awayWhy)];
}

/** Why a host that is away loses its traffic. */
export const awayWhy = "a host that is away would come back with an old release";

/** Smoke tests and watch through the public URL. */
export function verifyWithTraffic({ fleet, wanted, slot }: Placement): readonly Step[] {
  const { release, watchMs } = wanted;
  const [host] = hostsOf(fleet, slot);
  if (host === undefined) return [];
  return [
    ...(wanted.smoke ? [step.smokePublic({ host, slot, release })] : []),
    ...(watchMs > 0 ? [step.observe({ host, slot, release }, watchMs)] : []),
  ];
}

/**
 * Records the release as the verified one where that is not whole yet, or where a start leaves an intent, which the
 * record ends: on these hosts of the slot, and on all that have it not, so that each one knows what serves.
 */
export function record({ fleet, wanted, slot }: Placement, hosts: readonly HostFacts[]): readonly Step[] {
  const { release } = wanted;
  const whole = (host: HostFacts) =>
    host.active?.release === release &&
    host.active.slot === slot &&
    (host.current === release || !hasSlot(host, slot)) &&
    host.intent === null;
  return fleet.hosts
    .filter((host) => hosts.includes(host) || !hasSlot(host, slot))
    .filter((host) => !whole(host) || toStart(host, slot, release))
    .map((host) => step.activate(host, slot, release));
}

/**
 * What runs in the other slots after the record: the previous release stays warm for `holdSeconds`, once; when its hold
 * is over it is stopped, as is everything else.
 */
export function retire({ fleet, wanted, slot }: Placement, active: Active | null): readonly Step[] {
  const { release, holdSeconds } = wanted;
  const fresh = active?.release !== release;
  const previous = fresh ? active?.release : active.before;
  // A start forgets the hold of its host.
  const heldUntil = (host: HostFacts) => (fresh || toStart(host, slot, release) ? null : host.holdUntil);
  return slotNames(fleet).flatMap((name) => {
    if (name === slot) return [];
    const left = fleet.hosts.filter((host) => occupied(host, name));
    const warm = left.filter((host) => {
      const until = heldUntil(host);
      return host.slots[name]?.running?.release === previous && (until === null ? holdSeconds > 0 : until > host.now);
    });
    const over = left.filter((host) => !warm.includes(host));
    const whyOver = (host: HostFacts) => {
      const running = host.slots[name]?.running?.release ?? null;
      if (running === null || !wasVerified(fleet, running)) return "it was never verified";
      if (running !== previous) return `it is neither ${release} nor the release before it`;
      return heldUntil(host) === null ? null : "its hold is over";
    };
    return [
      ...warm.filter((host) => heldUntil(host) === null).map((host) => step.hold(host, name, holdSeconds)),
      ...(over.length === 0 ? [] : drainAndStop({ fleet, wanted, slot: name }, over, whyOver)),
    ];
  });
}

/**
 * Stops what runs in a slot of these hosts, once its requests are done. What an interrupted or failed start left there
 * without a request is stopped at once: the Erlang VM loses a SIGTERM that comes while it boots. `why` it is stopped on
 * a host; null where every deployment does so.
 */
export function drainAndStop(
  { fleet, wanted, slot }: Placement,
  hosts: readonly HostFacts[],
  why: (host: HostFacts) => string | null = () => null,
): readonly Step[] {
  const busy = hosts.filter(
    (host) =>
      host.intent?.slot !== slot || takesTraffic(fleet, host, slot) || (server(fleet, host, slot)?.sessions ?? 0) > 0,
  );
  return [
    ...(fleet.router === null || busy.length === 0 ? [] : [step.drain(servers(fleet, slot, busy), wanted.drainMs)]),
    ...hosts.map((host) => step.since(step.stop(host, slot, busy.includes(host) ? "drain" : "kill"), why(host))),
  ];
}
