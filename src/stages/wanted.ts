import type { Wanted } from "../domain/fleet/plan.ts";
import type { Environment, Settings } from "../settings/settings.ts";

/** What the planner must know of a change of this environment, by its settings. */
export function wantedFor(
  { smoke }: Settings,
  { environment, watchMs }: { readonly environment: Environment; readonly watchMs: number },
  of: Pick<Wanted, "release" | "owner">,
): Wanted {
  const { strategy, health, migrations, backup } = environment;
  return {
    environment: environment.name,
    ...of,
    ...(environment.hostsRequired === undefined ? {} : { hostsRequired: environment.hostsRequired }),
    strategy: strategy.type,
    own: strategy.own,
    migrate: migrations.migrate !== null,
    settleMs: migrations.settleMs,
    backup: backup !== null && backup.by !== "provider",
    smoke: smoke.length > 0,
    watchMs,
    holdSeconds: strategy.holdSeconds,
    keep: strategy.keep,
    healthyWithinMs: health.withinMs,
    drainMs: strategy.drainMs,
  };
}
