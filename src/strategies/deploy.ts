import type { Fleet } from "../domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../domain/fleet/plan.ts";
import { reversals } from "./guard.ts";
import {
  awayWarnings,
  busy,
  groupAway,
  hostsMissing,
  markedBad,
  portTaken,
  slotLeft,
  staleWarnings,
  unreadableEnvironment,
  unsuited,
} from "./refusals.ts";
import { strategies, strategyOf } from "./registry.ts";
import { underLock } from "./under-lock.ts";

/**
 * From what is on the target now to the wanted release: a plan, or why there is none. Pure: the same facts give the
 * same plan.
 */
export function planDeploy(fleet: Fleet, wanted: Wanted, all = strategies): Plan | Refusal {
  const strategy = strategyOf(wanted, all);
  if (isRefusal(strategy)) return strategy;
  const refused =
    busy(fleet, wanted) ??
    hostsMissing(fleet, wanted) ??
    markedBad(fleet, wanted.release, "Release a new version.") ??
    slotLeft(fleet) ??
    portTaken(fleet) ??
    unreadableEnvironment(fleet) ??
    unsuited(fleet, strategy) ??
    groupAway(fleet, wanted.release);
  if (refused !== null) return refused;
  const draft = strategy.deploy(fleet, wanted);
  const warnings = [
    ...reversals(fleet),
    ...awayWarnings(fleet),
    ...staleWarnings(fleet, wanted.release, draft.steps),
    ...strategy.warnings(draft.steps),
  ];
  return underLock(fleet, wanted, { ...draft, warnings });
}
