import type { Judgement } from "../domain/evidence/result.ts";
import { defineGate } from "./gate.ts";

/** How the database is backed up before the release migrates it, by the settings. */
export interface BackupFacts {
  readonly environment: string;
  /** Null where the settings name no backup; else in words. */
  readonly named: string | null;
  /** Whether the deployment makes it: that of a provider, a person has verified. */
  readonly byProvider: boolean;
  /** How many days ago a restore of the provider's was tried; below 0 is a day to come. Null where that is not said. */
  readonly triedDaysAgo: number | null;
}

/** A restore that was tried so long ago may not work any more. */
const staleDays = 90;

/** Is there a backup to be made, or one of a provider? It is made and verified later, before the migrations. */
export const backupNamed = defineGate({
  id: "backup-named",
  title: (environment) => `The database of ${environment} is backed up before migrations`,
  of: "backup",
  judge: judgeBackupNamed,
});

function judgeBackupNamed({ environment, named, byProvider, triedDaysAgo }: BackupFacts): Judgement {
  if (named === null) {
    const says = `${environment} runs migrations and names no \`backup\`: what a migration destroys is not restored.`;
    return { verdict: "off", reason_code: "backup_not_named", says, warnings: [says] };
  }
  if (!byProvider) {
    const says = `Before migrations run, the database is backed up and that is verified: ${named}.`;
    return { verdict: "pass", reason_code: "passed", says };
  }
  if (triedDaysAgo !== null && triedDaysAgo < -1) {
    return {
      verdict: "fail",
      reason_code: "backup_not_named",
      says: `The backup of ${environment} was verified on a day that is still to come: ${named}.`,
      remedy: "Correct `backup.verified`: the day on which a restore was tried.",
    };
  }
  const stale = triedDaysAgo !== null && triedDaysAgo > staleDays;
  return {
    verdict: "pass",
    reason_code: "passed",
    says: `The database is backed up by ${named}.`,
    warnings: stale
      ? [`A restore of the backup of ${environment} was tried ${triedDaysAgo} days ago: try it again.`]
      : [],
  };
}
