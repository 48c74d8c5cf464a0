import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { daysAhead } from "../domain/values/day.ts";
import type { Backup, Environment, Work } from "../settings/settings.ts";
import { defineCheck } from "./define.ts";

export default defineCheck({
  id: "backup",
  title: "Backup named in the settings",
  level: "should",
  docs: {
    passes:
      'never: it says "configured, not run" where every environment with migrations names how its database is ' +
      "backed up, and fails where one does not",
    more:
      "a deployment makes and verifies the backup itself, before it migrates, and stops there where that fails; " +
      "that of a provider is not looked at",
  },
  vm: "none",
  judge: ({ context, settings }) => judgeBackup(Object.values(settings.environments), context.clock.now()),
  byHand: () => "",
});

type Named = Pick<Environment, "name" | "backup"> & { readonly migrations: Pick<Environment["migrations"], "migrate"> };

/**
 * Phase 6: Backup verified. Every environment whose schema changes must name how its database is backed up. It is
 * made and verified by the deployment, before it migrates: here it is configured, and never verified.
 */
export function judgeBackup(environments: readonly Named[], now: Date): Judgement {
  const migrating = environments.filter((one) => one.migrations.migrate !== null);
  if (migrating.length === 0) {
    const says = environments.length === 0 ? "The settings name no environment." : "No environment runs migrations.";
    return { verdict: "not-run", reason_code: "not_applicable", says };
  }
  const findings = migrating.flatMap((one) => faultOf(one, now));
  if (findings.length > 0) {
    return {
      verdict: "fail",
      reason_code: "backup_not_named",
      says: findings.map((one) => one.message).join(" "),
      remedy:
        'Write `backup: {by: command, verify: …}` for it, or `backup: {by: provider, says: "snapshots every ' +
        'hour", verified: YYYY-MM-DD}` with the day on which a restore was tried.',
      findings,
    };
  }
  const named = migrating.map(({ name, backup }) => `${name} by ${backup === null ? "nothing" : backupText(backup)}`);
  return {
    verdict: "not-run",
    reason_code: "backup_not_run",
    says: `Configured, not run: ${named.join("; ")}.`,
    remedy:
      "Nothing to do for `command` and `postgres`: the deployment makes and verifies the backup before it migrates. " +
      "Look at the backup of a provider before you deploy.",
    facts: { environments: migrating.map((one) => one.name) },
  };
}

function faultOf({ name, backup }: Named, now: Date): readonly Finding[] {
  const fault = (message: string): readonly Finding[] => [{ severity: "error", message, rule: "backup" }];
  if (backup === null) return fault(`Environment ${name} runs migrations and names no backup.`);
  if (backup.by === "provider" && daysAhead(backup.verified, now) > 1)
    return fault(`The backup of ${name} was verified on ${backup.verified}, a day that is still to come.`);
  return [];
}

/** A backup in words. */
export function backupText(backup: Backup): string {
  if (backup.by === "provider")
    return `its provider (${backup.says}; the settings say that a restore was tried on ${backup.verified})`;
  if (backup.by === "postgres") {
    const restored = backup.restore === "scratch" ? ", restored into a scratch database" : "";
    return `pg_dump of \`${backup.urlFrom}\` into ${backup.folder}${restored}`;
  }
  const commands = [backup.make, backup.verify].flatMap((work) => (work === null ? [] : `\`${workText(work)}\``));
  return `a command (${commands.join(", then ")})`;
}

function workText(work: Work): string {
  return "eval" in work ? work.eval : work.run.join(" ");
}
