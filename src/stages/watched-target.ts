import type { TargetQuestions, WatchedSlot } from "../domain/asked-target.ts";
import { serverName } from "../domain/fleet.ts";
import type { Environment } from "../settings/settings.ts";
import type { Target } from "../targets/target.ts";
import type { WatchedTarget } from "./watch.ts";

/** What signals may ask of a target while a release is watched on it. */
export function watchedTarget(
  { environment, target }: { readonly environment: Environment; readonly target: Target },
  release: string,
): WatchedTarget {
  let found: Promise<readonly WatchedSlot[]> | undefined;
  return {
    slots: () => {
      found ??= watchedSlots(environment, target, release);
      return found;
    },
    reach: (host, slot) => target.reach(host, slot),
    target: target.questions ?? unasked,
  };
}

/** Every slot in which a release runs. While a step of a watch lasts, none is started or stopped. */
async function watchedSlots(
  environment: Environment,
  target: Target,
  release: string,
): Promise<readonly WatchedSlot[]> {
  const observed = await target.observe();
  if ("failed" in observed) throw new Error(observed.failed.says);
  return observed.fleet.hosts.flatMap(({ host, slots }) =>
    Object.entries(slots).flatMap(([slot, { port, running }]): readonly WatchedSlot[] => {
      const runs = running?.release ?? null;
      if (runs === null) return [];
      const server = serverName(environment, host, slot);
      return [{ host, slot, port, server, release: runs, arm: runs === release ? "new" : "old" }];
    }),
  );
}

const nobody = () => Promise.reject(new Error("the target of this environment cannot be asked that"));
const unasked: TargetQuestions = { routerCounts: nobody, memory: nobody, logCounts: nobody, evaluate: nobody };
