import type { Fact, Judgement } from "../../domain/evidence/result.ts";
import type { RouterFacts } from "../../domain/fleet/fleet.ts";
import type { DrainStep, Guard, ServerWeights, ShiftStep } from "../../domain/fleet/plan.ts";
import { counted } from "../../domain/values/plural.ts";
import { type Calling, failed, type Hosts, unreadable } from "./context.ts";
import { type HostReport, warningsIn } from "./report.ts";
import {
  fleetNames,
  mergeRouters,
  othersRemedy,
  othersServe,
  ownWeights,
  type RouterPlace,
  type RouterSeen,
  routerPlaces,
} from "./router-places.ts";
import { guardValues, orderedWeights } from "./shift-guard.ts";

const askMs = 30_000;
const pauseMs = 200;

/** What one router reads back after a change. */
interface Applied {
  readonly seen: RouterSeen;
  readonly warnings: readonly string[];
}

/** What one router is ordered, by its own names. */
interface Order {
  readonly place: RouterPlace;
  readonly weights: ServerWeights;
  readonly guard: Guard | null;
}

/**
 * Moves traffic on all routers at once, and passes only where each reads back as it was ordered. Several are asked
 * first, so that one that is away leaves all as they were; where one fails later, the others are put back.
 */
export async function shiftOn(hosts: Hosts, step: ShiftStep): Promise<Judgement> {
  const { environment } = hosts.options;
  hosts.looks.forget();
  const orders = routerPlaces(environment).flatMap((place) => {
    const weights = ownWeights(place, step.weights);
    return weights === null ? [] : [{ place, weights, guard: step.guard ?? null }];
  });
  const before = orders.length > 1 ? await Promise.all(orders.map(({ place }) => readAt(hosts, place))) : [];
  for (const seen of before) if (isJudgement(seen)) return seen;
  const results = await Promise.all(orders.map((order) => applyAt(hosts, order, step.limitMs)));
  const applied = results.filter((one): one is Applied => !isJudgement(one));
  const failure = results.find(isJudgement);
  if (failure !== undefined) {
    const changed = orders.flatMap((order, index) => {
      const [result, seen] = [results[index], before[index]];
      if (result === undefined || isJudgement(result) || seen === undefined || isJudgement(seen)) return [];
      return [{ place: order.place, weights: asBefore(order.weights, seen), guard: null }];
    });
    return putBack(hosts, { orders: changed, failure, limitMs: step.limitMs });
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

function isJudgement(one: object): one is Judgement {
  return "verdict" in one;
}

/** The weights that these servers had; one that took no new requests had none. */
function asBefore(weights: ServerWeights, seen: RouterFacts): ServerWeights {
  const names = Object.keys(weights).filter((name) => seen[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, seen[name]?.state === "ready" ? seen[name].weight : 0]));
}

/** One of several routers failed: the same judgement, with what became of the others. */
async function putBack(
  hosts: Hosts,
  given: { readonly orders: readonly Order[]; readonly failure: Judgement; readonly limitMs: number },
): Promise<Judgement> {
  const { orders, failure, limitMs } = given;
  if (orders.length === 0) return failure;
  const results = await Promise.all(orders.map((order) => applyAt(hosts, order, limitMs)));
  const named = (back: boolean) =>
    orders
      .flatMap(({ place: { host } }, index) => (isJudgement(results[index] ?? {}) === back ? [] : [host]))
      .join(", ");
  const [done, left] = [named(true), named(false)];
  return {
    ...failure,
    says:
      `${failure.says}${done === "" ? "" : ` The router on ${done} was put back.`}` +
      (left === "" ? "" : ` The router on ${left} could not be put back.`),
  };
}

/** Orders one router, and reads it back. */
async function applyAt(hosts: Hosts, { place, weights, guard }: Order, limitMs: number): Promise<Applied | Judgement> {
  const { router } = hosts.options.environment;
  const values = { PD_WEIGHTS: orderedWeights(weights), ...guardValues(place, guard) };
  const report = await hosts.call({ host: place.host, op: "shift", values, limitMs });
  if (failed(report)) return report;
  const servers = serversIn(hosts, report);
  if (typeof servers === "string") return notRead(hosts, place.host, servers);
  const wrong = router.differences(weights, servers);
  if (wrong.length > 0)
    return {
      verdict: "fail",
      reason_code: "router_failed",
      says: `${place.host}: ${router.name} did not apply the change: ${wrong.join("; ")}.`,
      remedy: router.remedy,
    };
  const { records } = report;
  const seen = { place, servers };
  const others = othersServe(hosts.options.environment, seen);
  return {
    seen,
    warnings: [
      ...warningsIn(report),
      ...router.warnings({ wanted: weights, seen: servers, records }),
      ...(others === null ? [] : [`${others} ${othersRemedy}`]),
    ],
  };
}

/** What is left on one server by one router. */
interface Left {
  readonly server: string;
  /** The host of the router. */
  readonly host: string;
  readonly sessions: number;
}

/** Waits until no router has sessions on these servers any more, at most until the limit. */
export async function drainOn(hosts: Hosts, step: DrainStep): Promise<Judgement> {
  const { clock, environment } = hosts.options;
  const servers = step.servers.join(", ");
  const began = clock.ticks();
  let left: readonly Left[] | null = null;
  while (clock.ticks() - began < step.limitMs) {
    const counts = await Promise.all(routerPlaces(environment).map((place) => leftAt(hosts, place, step)));
    for (const count of counts) if ("verdict" in count) return count;
    left = counts.flatMap((count) => ("verdict" in count ? [] : count));
    if (left.length === 0) return drained(`No requests are left on ${servers}.`, 0);
    await clock.sleep(pauseMs);
  }
  // Long connections, such as those of LiveView, never end by themselves: the limit was the user's choice, and is said.
  const limit = `${Math.round(step.limitMs / 1_000)} s (\`strategy.drain\`)`;
  if (left === null) return drained(`It is not known what is left on ${servers} after ${limit}.`, null);
  const sessions = left.reduce((sum, one) => sum + one.sessions, 0);
  const says = `${counted(sessions, "session was", "sessions were")} left on ${servers} after ${limit}.`;
  const each = left.map(({ server, host, sessions: open }) => `${open} on ${server} by the router of ${host}`);
  const warning =
    `${counted(sessions, "session of users was", "sessions of users were")} still open after ${limit}, closed now ` +
    `that the slot is stopped: ${each.join(", ")}.`;
  return { ...drained(says, sessions), warnings: [warning] };
}

/** Sessions that one router still has on these servers. */
async function leftAt(hosts: Hosts, place: RouterPlace, { servers }: DrainStep): Promise<readonly Left[] | Judgement> {
  const concerned = ownWeights(place, Object.fromEntries(servers.map((name) => [name, 0])));
  if (concerned === null) return [];
  const seen = await readAt(hosts, place);
  if (isJudgement(seen)) return seen;
  const fleet = fleetNames({ place, servers: seen });
  return servers.flatMap((server) => {
    const sessions = fleet[server]?.sessions ?? 0;
    return sessions === 0 ? [] : [{ server, host: place.host, sessions }];
  });
}

/** The servers of one router now, by its own names. */
async function readAt(hosts: Hosts, { host }: RouterPlace): Promise<RouterFacts | Judgement> {
  const asked: Calling = { host, op: "router", limitMs: askMs };
  const report = await hosts.call(asked);
  if (failed(report)) return report;
  const seen = serversIn(hosts, report);
  return typeof seen === "string" ? notRead(hosts, host, seen) : seen;
}

function notRead({ options }: Hosts, host: string, says: string): Judgement {
  const { remedy } = options.environment.router;
  return { ...unreadable(`${host}: ${says}`), reason_code: "router_failed", remedy };
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
