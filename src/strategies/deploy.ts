import type { Fleet } from "../domain/fleet.ts";
import type { Plan, Refusal, Wanted } from "../domain/plan.ts";
import { planBlueGreen } from "./blue-green.ts";
import { busy, condemned, portTaken, unreadableEnvironment } from "./refusals.ts";
import { planRestart } from "./restart.ts";

/**
 * From what is on the target now to the wanted release: a plan, or why there is none. Pure: the same facts give the
 * same plan.
 */
export function planDeploy(fleet: Fleet, wanted: Wanted): Plan | Refusal {
  const refused =
    busy(fleet, wanted) ?? condemned(fleet, wanted.release) ?? portTaken(fleet) ?? unreadableEnvironment(fleet);
  if (refused !== null) return refused;
  return wanted.strategy === "blue-green" ? planBlueGreen(fleet, wanted) : planRestart(fleet, wanted);
}
