import { describe, expect, test } from "@jest/globals";
import type { RouterFacts, ServerFacts } from "../../src/domain/fleet/fleet.ts";
import { haproxy } from "../../src/routers/haproxy.ts";
import { mergeRouters, othersServe, ownWeights, routerPlaces } from "../../src/targets/hosts/router-places.ts";

const host = (name: string) => ({ name, address: "local" });
const router = (on?: string | readonly string[]) =>
  haproxy.settings.parse({ type: "haproxy", socket: "/run/haproxy.sock", backend: "app", ...(on ? { on } : {}) });
const slots = { blue: { port: 4000 }, green: { port: 4001 } };
const hosts = [host("web1"), host("web2")];
const ready = { state: "ready", weight: 100, sessions: 2 } as const;
const drained = { state: "drain", weight: 100, sessions: 3 } as const;

describe("a router on each host", () => {
  const places = routerPlaces({ hosts, slots, router: router(), routerHosts: hosts });

  test("is ordered by its own names, for its own slots alone", () => {
    const weights = { "web1-blue": 0, "web1-green": 100, "web2-blue": 0, "web2-green": 50 };
    expect(places.map((place) => [place.host, ownWeights(place, weights)])).toEqual([
      ["web1", { blue: 0, green: 100 }],
      ["web2", { blue: 0, green: 50 }],
    ]);
  });

  test("is left alone where an order names none of its servers", () => {
    expect(places.map((place) => ownWeights(place, { "web2-green": 100 }))).toEqual([null, { green: 100 }]);
  });

  test("is read back by the fleet's names, its other servers aside", () => {
    const seen = places.map((place) => ({ place, servers: { blue: ready, green: drained, other: ready } }));
    const { "web1-blue": first, "web2-green": last, ...rest } = mergeRouters(seen) ?? {};
    expect([first, last]).toEqual([ready, drained]);
    expect(Object.keys(rest).sort()).toEqual(["web1-green", "web2-blue"]);
  });
});

describe("several routers for the whole fleet", () => {
  const lbs = [host("lb1"), host("lb2")];
  const places = routerPlaces({ hosts, slots, router: router(["lb1", "lb2"]), routerHosts: lbs });

  test("get the same orders", () => {
    const weights = { "web1-blue": 0, "web1-green": 100 };
    expect(places.map((place) => ownWeights(place, weights))).toEqual([weights, weights]);
  });

  test("give a server its full share only where all of them do", () => {
    const [one, two] = places;
    if (one === undefined || two === undefined) throw new Error("two places");
    const seen = [
      { place: one, servers: { "web1-blue": ready } },
      { place: two, servers: { "web1-blue": drained } },
    ];
    expect(mergeRouters(seen)).toEqual({ "web1-blue": { state: "ready", weight: 50, sessions: 5 } });
  });

  test("know a server only where all of them know it", () => {
    const seen = places.map((place, index) => ({ place, servers: index === 0 ? { "web1-blue": ready } : {} }));
    expect(mergeRouters(seen)).toEqual({});
  });
});

test("a router of one host keeps the names that it has", () => {
  const [place] = routerPlaces({ hosts: [host("web1")], slots, router: router(), routerHosts: [host("web1")] });
  if (place === undefined) throw new Error("one place");
  expect(mergeRouters([{ place, servers: { blue: ready, other: ready } }])).toEqual({ blue: ready, other: ready });
});

describe("servers that no slot of the settings has", () => {
  const lb = [host("lb1")];
  const shared = { hosts, slots, router: router("lb1"), routerHosts: lb };
  const says = (given: Parameters<typeof othersServe>[0], servers: RouterFacts) =>
    routerPlaces(given).map((place) => othersServe(given, { place, servers }))[0];
  const own = { "web1-blue": ready, "web1-green": drained, "web2-blue": ready, "web2-green": drained };

  test("are named where they take requests, such as those of a host that was removed", () => {
    expect(says(shared, { ...own, "web3-blue": ready, "web3-green": drained })).toBe(
      "HAProxy also sends requests to web3-blue, which no host and slot of the settings has.",
    );
  });

  test.each<[string, ServerFacts]>([
    ["is drained", drained],
    ["is down", { ...ready, state: "down" }],
    ["has no weight", { ...ready, weight: 0 }],
    ["is for when no other is up", { ...ready, backup: true }],
  ])("are nobody's business where one %s", (_, server) => {
    expect(says(shared, { ...own, "web3-blue": server })).toBeNull();
  });

  test("are a slot that the settings had, on a router of the host's own", () => {
    const alone = { hosts, slots: { blue: { port: 4000 } }, router: router(), routerHosts: hosts };
    expect(says(alone, { blue: ready, green: ready })).toContain("also sends requests to green,");
  });

  test("are not hosts of the other group", () => {
    const grouped = { ...shared, groups: { web1: "blue", web2: "green" } };
    expect(says(grouped, { web1: ready, web2: drained })).toBeNull();
    expect(says(grouped, { web1: ready, web2: drained, web3: ready })).toContain("to web3,");
  });
});
