import type { Step } from "../domain/fleet/plan.ts";
import { hostsOf } from "./facts.ts";
import type { Placement } from "./phases.ts";
import * as step from "./steps.ts";

/**
 * Removes releases beyond the newest `keep` on every host of `slot`, judged by the facts as they will be once the
 * wanted release is active there. Never what a link or a process names, never the active release, nor the previous one,
 * to which a rollback goes.
 */
export function removeOldReleases({ fleet, wanted, slot }: Placement): readonly Step[] {
  const { release } = wanted;
  return hostsOf(fleet, slot).flatMap((host) => {
    const releases = host.releases.includes(release) ? host.releases : [...host.releases, release];
    const before = host.active?.release === release ? host.active.before : host.active?.release;
    const others = Object.entries(host.slots).flatMap(([name, { link, running }]) =>
      name === slot ? [] : [link, running?.release],
    );
    const live = new Set([release, before, ...others]);
    const remove = releases.slice(0, Math.max(0, releases.length - wanted.keep)).filter((one) => !live.has(one));
    return remove.length === 0 ? [] : [step.removeReleases({ ...host, releases }, remove)];
  });
}
