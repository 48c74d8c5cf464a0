import { describe, expect, test } from "@jest/globals";
import { haproxy } from "../../src/routers/haproxy.ts";
import { mergeRouters, ownWeights, routerPlaces } from "../../src/targets/hosts/router-places.ts";

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
