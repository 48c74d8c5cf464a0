import type { TargetQuestions, WatchedSlot } from "../../domain/fleet/asked-target.ts";
import { type Fleet, serverName } from "../../domain/fleet/fleet.ts";
import type { Environment } from "../../settings/settings.ts";
import type { Target } from "../../targets/target.ts";
import type { WatchedTarget } from "./listen.ts";

/** What signals may ask of a target while a release is watched on it. `fleet`: where it was observed just now. */
export function watchedTarget(
  { environment, target }: { readonly environment: Environment; readonly target: Target },
  release: string,
  fleet?: Fleet,
): WatchedTarget {
  let found: Promise<readonly WatchedSlot[]> | undefined;
  return {
    slots: () => {
      found ??= (fleet === undefined ? observed(target) : Promise.resolve(fleet)).then((one) =>
        watchedSlots(environment, one, release),
      );
      return found;
    },
    reach: (host, slot) => target.reach(host, slot),
    target: target.questions ?? unasked,
  };
}

async function observed(target: Target): Promise<Fleet> {
  const seen = await target.observe();
  if ("failed" in seen) throw new Error(seen.failed.says);
  return seen.fleet;
}

/**
 * Every slot in which the release runs, or the one that was verified before it. While a step of a watch lasts, none is
 * started or stopped. What else may run, such as a failed attempt of another run, is no control.
 */
function watchedSlots(environment: Environment, { hosts }: Fleet, release: string): readonly WatchedSlot[] {
  return hosts.flatMap(({ host, slots, active }) => {
    const before = active?.release === release ? active.before : (active?.release ?? null);
    return Object.entries(slots).flatMap(([slot, { port, running }]): readonly WatchedSlot[] => {
      const runs = running?.release ?? null;
      if (runs === null || (runs !== release && runs !== before)) return [];
      const server = serverName(environment, host, slot);
      return [{ host, slot, port, server, release: runs, arm: runs === release ? "new" : "old" }];
    });
  });
}

const nobody = () => Promise.reject(new Error("the target of this environment cannot be asked that"));
const unasked: TargetQuestions = { routerCounts: nobody, memory: nobody, logCounts: nobody, evaluate: nobody };
