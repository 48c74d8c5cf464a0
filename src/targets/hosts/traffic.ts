import type { RouterFacts } from "../../domain/fleet.ts";
import type { DrainStep, ServerWeights, ShiftStep } from "../../domain/plan.ts";
import type { Fact, Judgement } from "../../domain/result.ts";
import { type Calling, failed, type Hosts, unreadable } from "./context.ts";
import { type HostReport, warningsIn } from "./report.ts";
import {
  fleetNames,
  mergeRouters,
  ownWeights,
  type RouterPlace,
  type RouterSeen,
  routerPlaces,
} from "./router-places.ts";

const askMs = 30_000;
const pauseMs = 200;

/** What one router reads back after a change. */
interface Applied {
  readonly seen: RouterSeen;
  readonly warnings: readonly string[];
}

/** Moves traffic on all routers at once, and passes only where each reads back as it was ordered. */
export async function shiftOn(hosts: Hosts, step: ShiftStep): Promise<Judgement> {
  const { environment } = hosts.options;
  const orders = routerPlaces(environment).flatMap((place) => {
    const weights = ownWeights(place, step.weights);
    return weights === null ? [] : [{ place, weights }];
  });
  const applied: Applied[] = [];
  for (const one of await Promise.all(orders.map((order) => applyAt(hosts, order, step.limitMs)))) {
    if ("verdict" in one) return one;
    applied.push(one);
  }
  const seen = mergeRouters(applied.map((one) => one.seen)) ?? {};
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `New requests go to ${shares(step.weights)}, as read back.`,
    facts: { servers: stateFacts(seen) },
    warnings: [...new Set(applied.flatMap(({ warnings }) => warnings))],
  };
}

/** Orders one router, and reads it back. */
async function applyAt(
  hosts: Hosts,
  { place, weights }: { readonly place: RouterPlace; readonly weights: ServerWeights },
  limitMs: number,
): Promise<Applied | Judgement> {
  const { router } = hosts.options.environment;
  const ordered = Object.entries(weights).map(([name, weight]) => `${name}=${weight}`);
  const values = { PD_WEIGHTS: ordered.join(" ") };
  const report = await hosts.call({ host: place.host, op: "shift", values, limitMs });
  if (failed(report)) return report;
  const servers = serversIn(hosts, report);
  if (typeof servers === "string")
    return { ...unreadable(`${place.host}: ${servers}`), reason_code: "router_failed", remedy: router.remedy };
  const wrong = router.differences(weights, servers);
  if (wrong.length > 0)
    return {
      verdict: "fail",
      reason_code: "router_failed",
      says: `${router.name} did not apply the change: ${wrong.join("; ")}.`,
      remedy: router.remedy,
    };
  const { records } = report;
  return {
    seen: { place, servers },
    warnings: [...warningsIn(report), ...router.warnings({ wanted: weights, seen: servers, records })],
  };
}

/** Waits until no router has sessions on these servers any more, at most until the limit. */
export async function drainOn(hosts: Hosts, step: DrainStep): Promise<Judgement> {
  const { clock, environment } = hosts.options;
  const servers = step.servers.join(", ");
  const began = clock.ticks();
  let left: number | null = null;
  while (clock.ticks() - began < step.limitMs) {
    left = 0;
    const counts = await Promise.all(routerPlaces(environment).map((place) => sessionsAt(hosts, place, step)));
    for (const count of counts) {
      if (typeof count !== "number") return count;
      left += count;
    }
    if (left === 0) return drained(`No requests are left on ${servers}.`, left);
    await clock.sleep(pauseMs);
  }
  // Long connections never end by themselves: the limit was the user's choice, and is said.
  const after = `after ${Math.round(step.limitMs / 1_000)} s; they are cut`;
  return drained(`${left ?? "An unknown number of"} connections were left on ${servers} ${after}.`, left);
}

/** Sessions that one router still has on these servers. */
async function sessionsAt(hosts: Hosts, place: RouterPlace, { servers }: DrainStep): Promise<number | Judgement> {
  const concerned = ownWeights(place, Object.fromEntries(servers.map((name) => [name, 0])));
  if (concerned === null) return 0;
  const asked: Calling = { host: place.host, op: "router", limitMs: askMs };
  const report = await hosts.call(asked);
  if (failed(report)) return report;
  const seen = serversIn(hosts, report);
  if (typeof seen === "string") return unreadable(seen);
  const fleet = fleetNames({ place, servers: seen });
  return servers.reduce((sum, name) => sum + (fleet[name]?.sessions ?? 0), 0);
}

function drained(says: string, sessions: number | null): Judgement {
  return { verdict: "pass", reason_code: "passed", says, facts: { sessions } };
}

function serversIn({ options }: Hosts, { records }: HostReport): RouterFacts | string {
  return options.environment.router.read(records) ?? "The settings name no router.";
}

function shares(weights: ServerWeights): string {
  const open = Object.entries(weights).filter(([, weight]) => weight > 0);
  return open.map(([name, weight]) => (weight === 100 ? name : `${name} (${weight} %)`)).join(", ");
}

function stateFacts(servers: RouterFacts): Fact {
  return Object.fromEntries(
    Object.entries(servers).map(([name, seen]) => [name, `${seen.state}, weight ${seen.weight} %`]),
  );
}
