import { type RouterFacts, type ServerFacts, serverName, slotsOn } from "../../domain/fleet/fleet.ts";
import type { ServerWeights } from "../../domain/fleet/plan.ts";
import type { Environment } from "../../settings/settings.ts";

/** A host on which the router is changed, and how the router there names the fleet's servers. */
export interface RouterPlace {
  readonly host: string;
  /** Name of the fleet to its own name. Null where they are the same, and where servers of others are kept. */
  readonly own: ReadonlyMap<string, string> | null;
}

/** The servers of one router, by its own names. */
export interface RouterSeen {
  readonly place: RouterPlace;
  readonly servers: RouterFacts;
}

type Routing = Pick<Environment, "hosts" | "slots" | "groups" | "router" | "routerHosts">;

/** Every place where the router is changed. A router that routes to its own host alone names servers by their slots. */
export function routerPlaces({ hosts, slots, router, routerHosts }: Routing): readonly RouterPlace[] {
  if (router.on !== null || hosts.length === 1) return routerHosts.map(({ name }) => ({ host: name, own: null }));
  return routerHosts.map(({ name }) => ({
    host: name,
    own: new Map(Object.keys(slots).map((slot) => [serverName({ hosts, slots }, name, slot), slot])),
  }));
}

/** The servers of the settings' slots, by the names that this router has for them. */
export function serversAt({ hosts, slots, groups }: Routing, { own }: RouterPlace): readonly string[] {
  if (own !== null) return [...own.values()];
  return hosts.flatMap(({ name }) =>
    Object.keys(slotsOn({ slots, groups }, name)).map((slot) => serverName({ hosts, slots, groups }, name, slot)),
  );
}

/** A sentence where servers that no order concerns take requests too; null where none does. */
export function othersServe(environment: Routing, { place, servers }: RouterSeen): string | null {
  const known = serversAt(environment, place);
  const others = Object.entries(servers).flatMap(([name, { state, weight, backup }]) =>
    known.includes(name) || state !== "ready" || weight === 0 || backup === true ? [] : [name],
  );
  if (others.length === 0) return null;
  const them = others.join(", ");
  return `${environment.router.name} also sends requests to ${them}, which no host and slot of the settings has.`;
}

export const othersRemedy =
  "What runs there serves them whatever is deployed: take it out of the router, or name its host or slot in the " +
  "settings.";

/** What of an order concerns this router, in its own words; null for nothing. */
export function ownWeights({ own }: RouterPlace, weights: ServerWeights): ServerWeights | null {
  if (own === null) return weights;
  const concerned = Object.entries(weights).flatMap(([name, weight]) => {
    const here = own.get(name);
    return here === undefined ? [] : [[here, weight] as const];
  });
  return concerned.length === 0 ? null : Object.fromEntries(concerned);
}

/** The servers of a router by the fleet's names. */
export function fleetNames({ place: { own }, servers }: RouterSeen): RouterFacts {
  if (own === null) return servers;
  return Object.fromEntries(
    [...own].flatMap(([name, here]) => (servers[here] === undefined ? [] : [[name, servers[here]]])),
  );
}

/** All routers as one; a server that one of several routers for the fleet does not know is none. Null without any. */
export function mergeRouters(seen: readonly RouterSeen[]): RouterFacts | null {
  if (seen.length === 0) return null;
  const all = seen.map((one) => ({ shared: one.place.own === null, servers: fleetNames(one) }));
  const names = new Set(all.flatMap(({ servers }) => Object.keys(servers)));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const servers = all.flatMap((one) => one.servers[name] ?? []);
      const known = all.every(({ shared, servers: here }) => !shared || here[name] !== undefined);
      return known ? [[name, together(servers)]] : [];
    }),
  );
}

/** One server as several routers see it. */
function together(servers: readonly ServerFacts[]): ServerFacts {
  const sum = (of: (server: ServerFacts) => number) => servers.reduce((all, server) => all + of(server), 0);
  const state = servers.find((server) => server.state === "ready")?.state ?? servers[0]?.state ?? "down";
  const taken = servers.length === 1 ? () => true : (server: ServerFacts) => server.state === "ready";
  return {
    state,
    weight: Math.round((sum((server) => (taken(server) ? server.weight : 0)) / servers.length) * 10) / 10,
    sessions: sum(({ sessions }) => sessions),
  };
}
