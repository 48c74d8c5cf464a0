import type { Fleet, LockFacts } from "../domain/fleet/fleet.ts";
import type { Guard, Step } from "../domain/fleet/plan.ts";
import { activeOf, otherServers, runningSlot, runs, servers } from "./facts.ts";
import type { Placement } from "./phases.ts";
import * as step from "./steps.ts";

/**
 * From a shift until it is confirmed, the routers' hosts guard it: where the run dies or is cut off, they send traffic
 * back by themselves to the release that was verified last.
 */

/** The steps by which a release takes the traffic, guarded, and the confirmation after them. */
export function guardedBy(seconds: number, placement: Placement, taking: readonly Step[]): readonly Step[] {
  const guard = guardOf(placement, seconds);
  const guarded = taking.map((one) => (one.type === "shift" && guard !== null ? step.shift(one.weights, guard) : one));
  const armed = taking.some(({ type }) => type === "shift") ? guard : null;
  return [...guarded, ...confirmations(placement.fleet, armed)];
}

/** Ends the guards that an earlier run left: this one decides what serves. */
export function endGuards(fleet: Fleet): readonly Step[] {
  return confirmations(fleet, null);
}

/** What hosts did by themselves since the last run. */
export function reversals(fleet: Fleet): readonly string[] {
  return machines(fleet).flatMap(({ host, reversed }) => {
    if (reversed === undefined) return [];
    const at = new Date(reversed.at * 1_000).toISOString().replace(/\.\d+Z$/, "Z");
    return [
      `${host} sent traffic back to the previous release by itself at ${at}: there was no sign of life of ` +
        `${reversed.owner} for ${reversed.seconds} s.`,
    ];
  });
}

function confirmations(fleet: Fleet, guard: Guard | null): readonly Step[] {
  return machines(fleet)
    .filter(({ routes, guarded }) => routes === true && (guard !== null || guarded === true))
    .map((host) => step.confirm(host, guard));
}

/** All traffic to the release that was verified last, where it runs; null where there is none to go back to. */
function guardOf({ fleet, wanted }: Placement, seconds: number): Guard | null {
  const active = activeOf(fleet);
  if (seconds === 0 || active === null || active.release === wanted.release) return null;
  const home = runningSlot(fleet, active);
  if (home === null) return null;
  const able = fleet.hosts.filter((host) => runs(host, home, active.release));
  return { seconds, weights: step.onlyTo(servers(fleet, home, able), otherServers(fleet, home)) };
}

function machines({ hosts, routerHosts = [] }: Fleet): readonly LockFacts[] {
  return [...hosts, ...routerHosts];
}
