import type { Release } from "../../domain/release/release.ts";
import type { LockSeen } from "../../gates/lock.ts";
import type { Environment } from "../../settings/settings.ts";
import { ownerOf, targetOf } from "../environment.ts";
import type { StageRun } from "../stage.ts";

/** Asks the hosts who has their lock; it takes none. */
export async function lockFacts(run: StageRun, environment: Environment, release: Release | null): Promise<LockSeen> {
  const target = targetOf(run, environment, release);
  try {
    const observed = await target.observe();
    if ("failed" in observed) return { environment: environment.name, seen: observed.failed };
    const { hosts, routerHosts = [] } = observed.fleet;
    const holders = [...hosts, ...routerHosts].flatMap(({ host, lease, now }) =>
      lease === null || lease.owner === ownerOf(run) || lease.expires <= now
        ? []
        : [{ host, owner: lease.url === undefined ? lease.owner : `${lease.owner} (${lease.url})` }],
    );
    return { environment: environment.name, seen: { holders } };
  } finally {
    await target.close();
  }
}
