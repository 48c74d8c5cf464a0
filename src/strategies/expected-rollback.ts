import {
  type Fleet,
  type HostFacts,
  type Layout,
  type RouterFacts,
  serverName,
  slotsOn,
} from "../domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal } from "../domain/fleet/plan.ts";
import { strategies, strategyOf } from "./registry.ts";
import { planRollback, type RollbackWanted } from "./rollback.ts";

/** A deployment that is expected, for the rollback that it would need. */
export interface Expected {
  readonly layout: Layout;
  /** The release that will serve, and the one that serves before it. */
  readonly releases: { readonly now: string; readonly before: string };
  readonly wanted: RollbackWanted;
}

/** A rollback, and when it is the one that is needed. */
export interface RollbackCase {
  /** While the release before is kept warm, once it was stopped, or always, where it is never kept warm. */
  readonly when: "warm" | "stopped" | "always";
  readonly made: Plan | Refusal;
}

/**
 * The rollbacks that a deployment would need, planned before it: on a fleet where the release serves and the one before
 * is kept on disk, and in its slot until its hold is over.
 */
export function expectedRollbacks(expected: Expected, all = strategies): readonly RollbackCase[] {
  const { wanted } = expected;
  const strategy = strategyOf(wanted, all);
  const plan = (warm: boolean) => planRollback(deployedFleet(expected, warm), wanted, all);
  if (isRefusal(strategy) || !strategy.holds || wanted.holdSeconds === 0)
    return [{ when: "always", made: plan(false) }];
  return [
    { when: "warm", made: plan(true) },
    { when: "stopped", made: plan(false) },
  ];
}

/** The fleet after the deployment: the release serves in the last slot, the one before is in the first. */
export function deployedFleet(
  { layout, releases: { now, before } }: Pick<Expected, "layout" | "releases">,
  warm: boolean,
): Fleet {
  const { hosts, slots, routed, routing, groups } = layout;
  const names = Object.keys(slots).sort();
  const serving = names.at(-1) ?? "";
  const fleet = hosts.map(
    (host): HostFacts => ({
      host,
      now: 0,
      releases: [before, now],
      bad: [],
      current: now,
      slots: Object.fromEntries(
        Object.entries(slotsOn(layout, host)).map(([slot, { port }]) => {
          const release = slot === serving ? now : before;
          return [slot, { port, link: release, running: slot === serving || warm ? { pid: 1, release } : null }];
        }),
      ),
      active: { release: now, slot: serving, before },
      intent: null,
      holdUntil: null,
      lease: null,
      stepRunning: false,
      diskFreeBytes: 0,
    }),
  );
  const router: RouterFacts = Object.fromEntries(
    hosts.flatMap((host) =>
      Object.keys(slotsOn(layout, host)).map((slot) => [
        serverName(layout, host, slot),
        { state: slot === serving ? "ready" : "maint", weight: 100, sessions: 0 },
      ]),
    ),
  );
  return {
    hosts: fleet,
    router: routed ? router : null,
    ...(routing === undefined ? {} : { routing }),
    ...(groups === undefined ? {} : { groups }),
  };
}
