import { type Fleet, type HostFacts, type RouterFacts, serverName } from "../domain/fleet.ts";
import type { Plan, Refusal } from "../domain/plan.ts";
import { planRollback, type RollbackWanted } from "./rollback.ts";

/** The target of a rehearsal: what the settings say of it. */
export interface Place {
  readonly hosts: readonly string[];
  readonly slots: Readonly<Record<string, { readonly port: number }>>;
  readonly routed: boolean;
}

/**
 * The rollback that a deployment would need, planned before it: on a fleet where the release serves and the one before
 * is kept. `warm`: the one before still runs in its slot, as it does until its hold is over.
 */
export function rehearseRollback(
  place: Place,
  releases: { readonly now: string; readonly before: string },
  warm: boolean,
  wanted: RollbackWanted,
): Plan | Refusal {
  return planRollback(deployed(place, releases, warm), wanted);
}

/** The fleet after the deployment: the release serves in the last slot, the one before stands in the first. */
function deployed(
  { hosts, slots, routed }: Place,
  { now, before }: { readonly now: string; readonly before: string },
  warm: boolean,
): Fleet {
  const names = Object.keys(slots).sort();
  const serving = names.at(-1) ?? "";
  const releaseIn = (slot: string) => (slot === serving ? now : before);
  const fleet = hosts.map(
    (host): HostFacts => ({
      host,
      now: 0,
      releases: [before, now],
      bad: [],
      current: now,
      slots: Object.fromEntries(
        Object.entries(slots).map(([slot, { port }]) => {
          const release = releaseIn(slot);
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
    names.flatMap((slot) =>
      hosts.map((host) => [
        serverName(hosts, host, slot),
        { state: slot === serving ? "ready" : "maint", weight: 100, sessions: 0 },
      ]),
    ),
  );
  return { hosts: fleet, router: routed ? router : null };
}
