import * as phases from "./phases.ts";
import type { Strategy } from "./strategy.ts";
import {
  type Confirmed,
  confirmSetting,
  deployBeside,
  recoverBeside,
  rollbackBeside,
  unsuitedForTwoSlots,
} from "./two-slots.ts";

/**
 * Blue-green: the release starts in the slot that does not serve, is verified there, takes all traffic at once, is
 * verified again and recorded; only then the old slot is drained and stopped, or kept warm (Phase 6: Blue-Green
 * Deployment). The slots are on every host, or each on a group of hosts of its own.
 */
export const blueGreen: Strategy<Confirmed> = {
  type: "blue-green",
  groups: true,
  settings: { confirm: confirmSetting },
  holds: true,
  suits: (layout) => unsuitedForTwoSlots("blue-green", layout),
  deploy: (fleet, wanted) =>
    deployBeside(fleet, wanted, (placement) => [...phases.shiftAll(placement), ...phases.verifyWithTraffic(placement)]),
  recover: recoverBeside,
  rollback: rollbackBeside,
  warnings: () => [],
};
