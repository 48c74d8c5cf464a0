// A small fleet and two runs, as the exhaustive search of model-check.ts has them: its states, and what planners see.
import { type Fleet, type Groups, type HostFacts, serverName, slotsOn } from "../../src/domain/fleet/fleet.ts";
import type { Wanted } from "../../src/domain/fleet/plan.ts";
import { releaseNumber } from "./fleet-model.ts";

/** `unhealthy` never gets healthy; `rotten` is healthy, and fails the watch. */
export type Health = "good" | "unhealthy" | "rotten";

export interface HostState {
  releases: string[];
  bad: string[];
  current: string | null;
  active: HostFacts["active"];
  intent: HostFacts["intent"];
  /** Something waits there for the end of its hold, if that comes by itself. */
  held: "" | "for a while" | "beyond its hold";
  slots: Record<string, { link: string | null; process: string | null }>;
  lease: { owner: string; live: boolean } | null;
  /**
   * Sends traffic of this host's servers back by itself as soon as nobody renews its lease. `watched` once the release
   * that has the traffic was verified with it.
   */
  guard: { back: Record<string, number>; watched: boolean } | null;
}

export interface Controller {
  /** `locking` and `walking` are under way; the others are ends, but `idle`, from which a run begins. */
  phase: "idle" | "locking" | "walking" | "recovering" | "passed" | "failed" | "lost" | "dead";
  plan: number;
  batch: number;
  /** Smallest changes done of each step of the batch; -1 for a step that failed. */
  done: number[];
  stalled: boolean;
}

/** Everything of a moment. */
export interface State {
  hosts: HostState[];
  router: Record<string, number>;
  migrations: Record<string, number>;
  runs: Controller[];
}

/** What the two runs want. */
export interface Intention {
  readonly kind: "deploy" | "rollback";
  readonly wanted: Wanted;
}

export interface Search {
  readonly slots: readonly string[];
  /** The slot of each host, where each has one. */
  readonly groups?: Groups | undefined;
  readonly intentions: readonly [Intention, Intention];
  readonly health: Readonly<Record<string, Health>>;
  /** Changes the state in which the search begins: the first release serves on both hosts. */
  readonly begin?: ((state: State) => void) | undefined;
}

export const names = ["web1", "web2"] as const;
const first = releaseNumber(1);

/** Where each server is. */
interface Layout {
  readonly slots: Readonly<Record<string, readonly string[]>>;
  readonly servers: ReadonlyMap<string, { readonly at: number; readonly slot: string }>;
  readonly names: Readonly<Record<string, string>>;
}

// Asked for at each change, and the same for a whole search.
const layouts = new WeakMap<Search, Layout>();

function layoutOf(search: Search): Layout {
  const known = layouts.get(search);
  if (known !== undefined) return known;
  const { groups } = search;
  const slots = Object.fromEntries(search.slots.map((one) => [one, null]));
  const places = names.flatMap((host, at) =>
    search.slots.map((slot) => ({
      at,
      slot,
      key: `${host} ${slot}`,
      server: serverName({ hosts: names, slots, groups }, host, slot),
    })),
  );
  const slotsOfHosts = names.map((host) => [host, Object.keys(slotsOn({ slots, groups }, host))] as const);
  const layout: Layout = {
    slots: Object.fromEntries(slotsOfHosts),
    servers: new Map(
      places.flatMap(({ at, slot, server }) => (slotsOfHosts[at]?.[1].includes(slot) ? [[server, { at, slot }]] : [])),
    ),
    names: Object.fromEntries(places.map(({ key, server }) => [key, server])),
  };
  layouts.set(search, layout);
  return layout;
}

/** The slots of a host, as its group has them. */
export function slotsOf(search: Search, host: string): readonly string[] {
  return layoutOf(search).slots[host] ?? [];
}

export function serverOf(search: Search, host: string, slot: string): string {
  return layoutOf(search).names[`${host} ${slot}`] ?? "";
}

/** The lease owner of a run. */
export function ownerOf({ intentions }: Search, index: number): string {
  return intentions[index]?.wanted.owner ?? "";
}

/** Hosts guard a shift until it is confirmed. */
export function isGuarded({ intentions }: Search): boolean {
  return intentions.every(({ wanted: { own } }) => "confirm" in own && own.confirm !== 0);
}

/**
 * The hosts that have a router, each for its own servers. In front of groups there is one for all servers, and the
 * first host stands for its host.
 */
export function routing<Host>({ groups }: Search, hosts: readonly Host[]): readonly Host[] {
  return groups === undefined ? hosts : hosts.slice(0, 1);
}

/** The servers that a host's router has. */
export function routedBy(search: Search, host: string): readonly string[] {
  const machines = search.groups === undefined ? [host] : names;
  return machines.flatMap((name) => slotsOf(search, name).map((slot) => serverOf(search, name, slot)));
}

/** The first release serves: from the first slot, on every host that has it. */
export function firstState(search: Search): State {
  const [home = ""] = search.slots;
  const serving = { link: first, process: first };
  const host = (name: string): HostState => ({
    releases: [releaseNumber(0), first],
    bad: [],
    current: first,
    active: { release: first, slot: home, before: releaseNumber(0) },
    intent: null,
    held: "",
    slots: Object.fromEntries(
      slotsOf(search, name).map((slot) => [slot, slot === home ? serving : { link: null, process: null }]),
    ),
    lease: null,
    guard: null,
  });
  const run = (): Controller => ({ phase: "idle", plan: -1, batch: 0, done: [], stalled: false });
  return {
    hosts: names.map(host),
    router: Object.fromEntries(
      names.flatMap((name) =>
        slotsOf(search, name).map((slot) => [serverOf(search, name, slot), slot === home ? 100 : 0]),
      ),
    ),
    migrations: {},
    runs: [run(), run()],
  };
}

/** A state to be changed. Its hosts are still those of the other: `hostOf` gives one that may be changed. */
export function copyOf({ hosts, router, migrations, runs }: State): State {
  return {
    hosts: [...hosts],
    router: { ...router },
    migrations: { ...migrations },
    runs: runs.map((run) => ({ ...run, done: [...run.done] })),
  };
}

/** A host of this state alone. */
export function hostOf(state: State, at: number): HostState {
  const host = state.hosts[at] as HostState;
  const own = {
    ...host,
    releases: [...host.releases],
    bad: [...host.bad],
    slots: { ...host.slots },
    lease: host.lease && { ...host.lease },
    guard: host.guard && { ...host.guard },
  };
  state.hosts[at] = own;
  return own;
}

/**
 * Keys of states: two with the same key are the same. A step changes one host and most states share the others, so that
 * hosts have numbers; one with a number is never changed again.
 */
export class Keys {
  private readonly known = new Map<string, HostState>();
  private readonly numbers = new Map<HostState, number>();

  of(state: State): string {
    let key = "";
    for (let at = 0; at < state.hosts.length; at += 1) key += `${this.numberOf(state, at)},`;
    for (const name in state.router) key += `${state.router[name]},`;
    for (const name in state.migrations) key += `${name}=${state.migrations[name]},`;
    for (const { phase, plan, batch, done, stalled } of state.runs)
      key += `${phase},${plan},${batch},${stalled},${done};`;
    return key;
  }

  /** The number of a host, which gives way to the first one that was like it. */
  private numberOf(state: State, at: number): number {
    const host = state.hosts[at] as HostState;
    const number = this.numbers.get(host);
    if (number !== undefined) return number;
    const text = JSON.stringify(host);
    const same = this.known.get(text);
    if (same !== undefined) {
      state.hosts[at] = same;
      return this.numbers.get(same) as number;
    }
    for (const part of [host.releases, host.bad, host.slots, host.lease, host.guard]) Object.freeze(part);
    this.known.set(text, Object.freeze(host));
    this.numbers.set(host, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** What a planner sees; `works` says where a step of another run is in its middle. */
export function factsOf(search: Search, state: State, works: (host: string) => boolean): Fleet {
  return {
    ...(search.groups === undefined ? {} : { groups: search.groups, routing: { weights: true, shared: true } }),
    hosts: state.hosts.map((host, at) => ({
      host: names[at] ?? "",
      now: 1_000,
      releases: host.releases,
      bad: host.bad,
      current: host.current,
      slots: Object.fromEntries(
        Object.entries(host.slots).map(([name, { link, process }], number) => [
          name,
          { port: 4_000 + number, link, running: process === null ? null : { pid: 1, release: process } },
        ]),
      ),
      active: host.active,
      intent: host.intent,
      holdUntil: host.held ? 1_900 : null,
      lease: host.lease === null ? null : { owner: host.lease.owner, expires: host.lease.live ? 1_100 : 900, since: 0 },
      stepRunning: works(names[at] ?? ""),
      diskFreeBytes: 1e9,
      routes: routing(search, state.hosts).includes(host),
      guarded: host.guard !== null,
    })),
    router: Object.fromEntries(
      Object.entries(state.router).map(([name, weight]) => [
        name,
        weight === 0
          ? { state: "drain", weight: 100, sessions: 0 }
          : { state: processOf(search, state, name) === null ? "down" : "ready", weight, sessions: 0 },
      ]),
    ),
  };
}

export function processOf(search: Search, { hosts }: State, server: string): string | null {
  const place = layoutOf(search).servers.get(server);
  return place === undefined ? null : (hosts[place.at]?.slots[place.slot]?.process ?? null);
}

/** True where a healthy process has traffic. */
export function serves(search: Search, state: State): boolean {
  for (const name in state.router) if ((state.router[name] ?? 0) > 0 && isUp(search, state, name)) return true;
  return false;
}

export function isUp(search: Search, state: State, server: string): boolean {
  const release = processOf(search, state, server);
  return release !== null && search.health[release] !== "unhealthy";
}

/** The host has it on record, as the last release or the one before it. */
export function isOnRecord({ active }: HostState, release: string | null): boolean {
  return release !== null && [active?.release, active?.before].includes(release);
}
