import { backupText } from "../../checks/backup.ts";
import { daysAhead } from "../../domain/values/day.ts";
import type { BackupFacts } from "../../gates/backup.ts";
import type { Environment } from "../../settings/settings.ts";
import type { StageRun } from "../stage.ts";

/** How the database is backed up, by the settings; null where nothing migrates, or of an ordinary staging. */
export function backupFacts({ world, recorder }: StageRun, environment: Environment): BackupFacts | null {
  const { name, migrations, backup, approval } = environment;
  const ordinary = approval.promoteOnly === true && recorder.evidence.stage !== "promote";
  if (migrations.migrate === null || ordinary) return null;
  const byProvider = backup?.by === "provider";
  return {
    environment: name,
    named: backup === null ? null : backupText(backup),
    byProvider,
    triedDaysAgo: byProvider ? Math.floor(-daysAhead(backup.verified, world.clock.now())) : null,
  };
}
