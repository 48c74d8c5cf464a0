import { judgeHealth } from "./once/health.ts";
import type { Signal } from "./signal.ts";
import { watchSlots } from "./slot-states.ts";

/** The health path of the new release's slots, asked all through a watch. */
export const healthKept: Signal = {
  id: "health",
  title: "the health of the slots",
  measures: ["state"],
  open(watching) {
    const { doors, environment } = watching;
    if (doors === undefined) return null;
    return watchSlots(watching, doors, { of: "health", path: environment.health.path, judge: judgeHealth });
  },
};
