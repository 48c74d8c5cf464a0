// The schema of a fleet in memory, as a look before a rollback finds it.
import type { Fleet } from "../../src/domain/fleet/fleet.ts";
import type { SchemaReturn } from "../../src/domain/fleet/schema.ts";
import type { RollbackChoosing } from "../../src/domain/rollback/to.ts";
import { leftAlready } from "../../src/strategies/revert.ts";
import { chooseRollback } from "../../src/strategies/rollback.ts";

/** One version goes; null where no rollback could be made. */
export function schemaOf(fleet: Fleet, choosing: RollbackChoosing): SchemaReturn | null {
  const choice = chooseRollback(fleet, choosing);
  const between = "refused" in choice ? leftAlready(fleet, choice) : choice;
  if (between === null) return null;
  const { left: from, to } = between;
  return { host: fleet.hosts[0]?.host ?? "", from, to, going: ["Repo/2"], staying: ["Repo/1"], losses: [] };
}
