import type { Fleet, Layout } from "../domain/fleet/fleet.ts";
import type { Plan, Refusal, Wanted } from "../domain/fleet/plan.ts";
import { planDeploy } from "./deploy.ts";
import { deployedFleet } from "./expected-rollback.ts";
import { strategies } from "./registry.ts";

/** A deployment that is expected to hosts which nobody can ask yet. */
export interface ExpectedDeployment {
  readonly layout: Layout;
  /** The release that serves there, and the one before it; null where nothing serves. */
  readonly serving: { readonly now: string; readonly before: string } | null;
  /** Hosts that have a router and run nothing. */
  readonly routerHosts: readonly string[];
  readonly wanted: Wanted;
}

/**
 * The plan of a deployment on hosts as the last deployment should have left them: its release serves in the last slot,
 * nothing else runs, nobody has the lock, every router has all its servers.
 */
export function expectedDeployment(expected: ExpectedDeployment, all = strategies): Plan | Refusal {
  const { layout, serving, routerHosts, wanted } = expected;
  const nothing = { now: "", before: "" };
  const fleet = deployedFleet({ layout, releases: serving ?? nothing }, false);
  const locks = routerHosts.map((host) => ({ host, now: 0, lease: null, stepRunning: false, routes: true }));
  const there = locks.length === 0 ? fleet : { ...fleet, routerHosts: locks };
  return planDeploy(serving === null ? emptied(there) : there, wanted, all);
}

/** The same hosts before their first deployment. */
function emptied(fleet: Fleet): Fleet {
  const hosts = fleet.hosts.map((host) => ({
    ...{ ...host, releases: [], current: null, active: null },
    slots: Object.fromEntries(
      Object.entries(host.slots).map(([name, { port }]) => [name, { port, link: null, running: null }]),
    ),
  }));
  return { ...fleet, hosts };
}
