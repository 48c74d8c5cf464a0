import type { Fleet } from "../domain/fleet/fleet.ts";
import type { Plan, Wanted } from "../domain/fleet/plan.ts";
import { acquire, unlock } from "./steps.ts";

/**
 * A plan with the locks around it: those that are not ours yet are taken first, in the order of the hosts' names, and
 * all are released last. A lock that expired and still names us is ours: nobody came in between.
 */
export function underLock(fleet: Fleet, { owner, takeLock = false }: Pick<Wanted, "owner" | "takeLock">, plan: Plan) {
  const sorted = [...fleet.hosts, ...(fleet.routerHosts ?? [])].sort((one, other) => (one.host < other.host ? -1 : 1));
  const missing = sorted.filter(({ lease }) => lease?.owner !== owner);
  const locks = missing.map((host) => acquire(host, takeLock));
  return { ...plan, steps: [...locks, ...plan.steps, ...sorted.map(unlock)] };
}
