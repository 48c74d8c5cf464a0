import type { Guard, ServerWeights } from "../../domain/fleet/plan.ts";
import { guardProgram } from "./program.ts";
import { ownWeights, type RouterPlace } from "./router-places.ts";

/** What a router's host needs to go back by itself: where to, when, and the program that does it. */
export function guardValues(place: RouterPlace, guard: Guard | null): Readonly<Record<string, string>> {
  const back = guard === null ? null : ownWeights(place, guard.weights);
  if (guard === null || back === null) return {};
  return { PD_BACK: orderedWeights(back), PD_CONFIRM: String(guard.seconds), PD_GUARD: guardProgram };
}

/** Weights as the host program reads them. */
export function orderedWeights(weights: ServerWeights): string {
  return Object.entries(weights)
    .map(([name, weight]) => `${name}=${weight}`)
    .join(" ");
}
