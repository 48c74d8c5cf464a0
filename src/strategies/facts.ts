import {
  type Active,
  type Away,
  type Fleet,
  type HostFacts,
  hasSlot,
  type ServerFacts,
  type SlotName,
  serverName,
} from "../domain/fleet/fleet.ts";
import type { ServerWeights } from "../domain/fleet/plan.ts";

/** Names of the slots, sorted. */
export function slotNames({ hosts, groups }: Pick<Fleet, "hosts" | "groups">): readonly SlotName[] {
  return [...new Set(groups === undefined ? Object.keys(hosts[0]?.slots ?? {}) : Object.values(groups))].sort();
}

/** The slot of strategies that have exactly one (`suits`). */
export function onlySlot(fleet: Fleet): SlotName {
  return slotNames(fleet)[0] ?? "";
}

/** The hosts that have the slot: all of them, but where they are in groups. */
export function hostsOf({ hosts }: Fleet, slot: SlotName): readonly HostFacts[] {
  return hosts.filter((host) => hasSlot(host, slot));
}

/** True when something runs in the slot, of whatever release. */
export function occupied(host: HostFacts, slot: SlotName): boolean {
  return (host.slots[slot]?.running ?? null) !== null;
}

/** True when this very release runs in the slot. */
export function runs(host: HostFacts, slot: SlotName, release: string): boolean {
  return host.slots[slot]?.running?.release === release;
}

/** True when something else than this release runs in the slot. */
export function runsAnother(host: HostFacts, slot: SlotName, release: string): boolean {
  return occupied(host, slot) && !runs(host, slot, release);
}

/** The router's names of a slot, one for each of these hosts. */
export function servers(fleet: Fleet, slot: SlotName, of: readonly HostFacts[] = fleet.hosts): readonly string[] {
  return of.filter((host) => hasSlot(host, slot)).map(({ host }) => serverName(namedBy(fleet), host, slot));
}

function namedBy({ hosts, away = [], groups }: Fleet) {
  return { hosts: [...hosts, ...away], slots: hosts[0]?.slots ?? {}, groups };
}

/** The router's names of all other slots, and of hosts that are away: one that comes back has an old release. */
export function otherServers(fleet: Fleet, slot: SlotName): readonly string[] {
  const others = slotNames(fleet).flatMap((name) => (name === slot ? [] : servers(fleet, name)));
  return [...others, ...serversAway(fleet)];
}

/** The servers of hosts that are away, as far as a router that answers knows them. */
export function serversAway(fleet: Fleet, slots = slotNames(fleet)): readonly string[] {
  return (fleet.away ?? [])
    .flatMap(({ host }) =>
      slots
        .filter((slot) => (fleet.groups?.[host] ?? slot) === slot)
        .map((slot) => serverName(namedBy(fleet), host, slot)),
    )
    .filter((name) => Object.hasOwn(fleet.router ?? {}, name));
}

/** Those of them to which requests go, or would as soon as something answers there. */
export function openAway(fleet: Fleet, slots = slotNames(fleet)): readonly string[] {
  return serversAway(fleet, slots).filter((name) => {
    const seen = fleet.router?.[name];
    return (seen?.state === "ready" || seen?.state === "down") && seen.weight > 0;
  });
}

/** The fleet without these hosts, which are away now. A router that each host has for itself is away with its host. */
export function leaveOut(fleet: Fleet, left: readonly Away[]): Fleet {
  if (left.length === 0) return fleet;
  const gone = new Set(left.map(({ host }) => host));
  const own = slotNames(fleet).flatMap((slot) =>
    servers(
      fleet,
      slot,
      fleet.hosts.filter(({ host }) => gone.has(host)),
    ),
  );
  const kept = Object.entries(fleet.router ?? {}).filter(([name]) => !own.includes(name));
  return {
    ...fleet,
    hosts: fleet.hosts.filter(({ host }) => !gone.has(host)),
    away: [...(fleet.away ?? []).filter(({ host }) => !gone.has(host)), ...left],
    router: fleet.router !== null && fleet.routing?.shared === false ? Object.fromEntries(kept) : fleet.router,
  };
}

/** How the router sees a slot of a host; null without a router, and where the host has not that slot. */
export function server(fleet: Fleet, host: HostFacts, slot: SlotName): ServerFacts | null {
  if (!hasSlot(host, slot)) return null;
  return fleet.router?.[serverName(namedBy(fleet), host.host, slot)] ?? null;
}

/** True when new requests go to the slot. */
export function takesTraffic(fleet: Fleet, host: HostFacts, slot: SlotName): boolean {
  const seen = server(fleet, host, slot);
  return seen?.state === "ready" && seen.weight > 0;
}

/** The releases that take new requests, each as often as it does; without a router, everything that runs does. */
export function carried(fleet: Fleet): readonly { readonly host: string; readonly release: string }[] {
  return fleet.hosts.flatMap((host) =>
    Object.entries(host.slots).flatMap(([slot, { running }]) =>
      running?.release != null && (fleet.router === null || takesTraffic(fleet, host, slot))
        ? [{ host: host.host, release: running.release }]
        : [],
    ),
  );
}

/** True when the slot takes its full share of new requests. */
export function takesFullShare(fleet: Fleet, host: HostFacts, slot: SlotName): boolean {
  return takesTraffic(fleet, host, slot) && (server(fleet, host, slot)?.weight ?? 0) >= 100;
}

/**
 * True when new requests go to the slot, or would as soon as something answers there: `down` is a server that nobody
 * drained.
 */
export function mayTakeTraffic(fleet: Fleet, host: HostFacts, slot: SlotName): boolean {
  const seen = server(fleet, host, slot);
  return (seen?.state === "ready" || seen?.state === "down") && seen.weight > 0;
}

/**
 * What the router does with each slot where new requests do not go to this one alone; nothing where they do, or without
 * a router. `shared` has the weights that are meant where requests go to several slots.
 */
export function misrouted(fleet: Fleet, slot: SlotName, shared: ServerWeights | null = null): readonly string[] {
  if (fleet.router === null) return [];
  const state = (name: SlotName) => hostsOf(fleet, name).map((host) => stateText(server(fleet, host, name)));
  const wrong = shared === null ? !routedAlone(fleet, slot) : !hasWeights(fleet, shared);
  return wrong ? slotNames(fleet).map((name) => `${name} is ${state(name).join(", ")}`) : [];
}

function routedAlone(fleet: Fleet, slot: SlotName): boolean {
  const everywhere = hostsOf(fleet, slot).every((host) => mayTakeTraffic(fleet, host, slot));
  return (
    everywhere &&
    slotNames(fleet).every((name) => name === slot || fleet.hosts.every((host) => !takesTraffic(fleet, host, name)))
  );
}

/** True where each of these servers has this weight. A router may round a small share by one percent. */
export function hasWeights({ router }: Fleet, weights: ServerWeights): boolean {
  return Object.entries(weights).every(([name, weight]) => {
    const seen = router?.[name];
    if (seen === undefined) return false;
    if (weight === 0) return seen.state !== "ready" || seen.weight === 0;
    return seen.state === "ready" && Math.abs(seen.weight - weight) <= 1;
  });
}

function stateText(seen: ServerFacts | null): string {
  if (seen === null) return "unknown";
  return seen.state === "ready" && seen.weight !== 100 ? `ready with ${seen.weight} % of its weight` : seen.state;
}

/**
 * The release that the fleet verified last. Hosts disagree only when a run ended between two of its `activate` steps;
 * that comes after the shift, so the record that is served is the newer one. With no router, what runs on more of the
 * slot's hosts is.
 */
export function activeOf(fleet: Fleet): Active | null {
  const { hosts } = fleet;
  const weight = ({ release, slot }: Active) => {
    const running = hosts.filter((host) => runs(host, slot, release));
    const serving = running.filter((host) => takesTraffic(fleet, host, slot));
    return (running.length + serving.length) / Math.max(1, hostsOf(fleet, slot).length);
  };
  return hosts
    .flatMap((host) => host.active ?? [])
    .reduce<Active | null>((best, one) => (best === null || weight(one) > weight(best) ? one : best), null);
}

/**
 * The slot where a verified release still runs, on any host: the recorded one if it runs there; null when it runs
 * nowhere.
 */
export function runningSlot(fleet: Fleet, { release, slot }: Active): SlotName | null {
  const anywhere = (name: SlotName) => fleet.hosts.some((host) => runs(host, name, release));
  return anywhere(slot) ? slot : (slotNames(fleet).find(anywhere) ?? null);
}

/**
 * The slot in which a release is to run. Of those that are free for it: the one that carries least of other releases'
 * traffic, then one whose hosts keep the release, then one where it runs already, then the recorded slot for the active
 * release and any other slot for all others, so that the previous release keeps its place. There must be two slots
 * (`unsuited`), and one free (`groupAway`).
 */
export function slotFor(fleet: Fleet, release: string): SlotName {
  const active = activeOf(fleet);
  const own = active?.release === release;
  const cost = (slot: SlotName) => {
    const hosts = hostsOf(fleet, slot);
    return (
      hosts.filter((host) => takesTraffic(fleet, host, slot) && runsAnother(host, slot, release)).length * 8 +
      (hosts.some(({ releases }) => releases.includes(release)) ? 0 : 4) +
      (hosts.some((host) => runs(host, slot, release)) ? 0 : 2) +
      ((slot === active?.slot) === own ? 0 : 1)
    );
  };
  return freeSlots(fleet, release).reduce((best, slot) => (cost(slot) < cost(best) ? slot : best));
}

/** The hosts on which a release is to run: all of them, but where they are in groups. */
export function placesFor(fleet: Fleet, release: string): readonly HostFacts[] {
  return fleet.groups === undefined ? fleet.hosts : hostsOf(fleet, slotFor(fleet, release));
}

/** Slots that a release may go into: not the one where another, active one runs, nor one whose hosts are all away. */
export function freeSlots(fleet: Fleet, release: string): readonly SlotName[] {
  const active = activeOf(fleet);
  const taken = active === null || active.release === release ? null : runningSlot(fleet, active);
  return slotNames(fleet).filter((slot) => slot !== taken && hostsOf(fleet, slot).length > 0);
}
