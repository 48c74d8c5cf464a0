import type { Check } from "../checks/define.ts";
import { defaultLevel, type Level, ships } from "../domain/validation/check.ts";
import type { JobFacts } from "../ports/job.ts";
import type { Settings } from "../settings/settings.ts";

/** The settings' level of a check, else its default for this commit. */
export function levelOf(check: Pick<Check, "id" | "level">, settings: Settings, job: JobFacts): Level {
  return settings.checks[check.id]?.level ?? defaultLevel(check.level, ships(job));
}

/** True for a check that this run records: one that is off by default belongs to it where the settings name it. */
export function isListed(check: Pick<Check, "id" | "level">, settings: Settings): boolean {
  return check.level !== "off" || settings.checks[check.id] !== undefined;
}
