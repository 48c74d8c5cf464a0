import { judgeReadiness } from "./once/readiness.ts";
import type { Signal } from "./signal.ts";
import { watchSlots } from "./slot-states.ts";

/** The readiness path of the new release's slots, asked all through a watch. */
export const readinessKept: Signal = {
  id: "readiness",
  title: "the readiness of the slots",
  measures: ["state"],
  open(watching) {
    const { doors, environment } = watching;
    const path = environment.health.ready;
    if (doors === undefined || path === null) return null;
    return watchSlots(watching, doors, { of: "readiness", path, judge: judgeReadiness });
  },
};
