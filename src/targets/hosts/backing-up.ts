import { quote } from "../../commands/host.ts";
import type { Backup, Work } from "../../settings/settings.ts";
import type { TargetOptions } from "../target.ts";
import type { Done } from "./operations.ts";
import { type HostReport, valuesOf } from "./report.ts";

/** What the host program is given of the backup. */
export function backupValues({ environment: { backup } }: TargetOptions): Readonly<Record<string, string>> {
  if (backup === null || backup.by === "provider") return {};
  return { PD_BACKUP: backup.by, PD_MAX_AGE: String(Math.round(backup.maxAgeMs / 1_000)), ...ownValues(backup) };
}

function ownValues(backup: Exclude<Backup, { by: "provider" }>): Readonly<Record<string, string>> {
  if (backup.by === "command") {
    const { make, verify } = backup;
    return { PD_MAKE: make === null ? "" : words(make), PD_VERIFY: words(verify) };
  }
  const { urlFrom, folder, keep, restore } = backup;
  return { PD_URL_FROM: urlFrom, PD_FOLDER: folder, PD_KEEP: String(keep), PD_RESTORE: restore };
}

/** The words of a work, quoted for sh: its kind, then what it is. */
function words(work: Work): string {
  return ("eval" in work ? ["eval", work.eval] : ["run", ...work.run]).map(quote).join(" ");
}

/** What was backed up, with the figures that were seen. */
export function backedUp(report: HostReport): Done {
  const [how = "", file = ""] = valuesOf(report, "backup");
  if (how === "not-needed") return { says: "No migration is pending, so no backup was made.", facts: { made: false } };
  const figure = (key: string) => {
    // The last one: `verify` prints after `make`.
    const text = report.records.filter(([name]) => name === `backup_${key}`).at(-1)?.[1];
    return text === undefined ? null : Number(text);
  };
  const [bytes, seconds, tables, rows] = [figure("bytes"), figure("seconds"), figure("tables"), figure("rows")];
  const restored = valuesOf(report, "backup_restored")[0] === "yes";
  const figures = [
    ...(tables === null ? [] : [`${tables} tables`]),
    ...(rows === null ? [] : [`${rows} rows`]),
    ...(bytes === null ? [] : [`${bytes} bytes`]),
    ...(seconds === null ? [] : [`in ${seconds} s`]),
  ].join(", ");
  const what = how === "made" ? "Backup made and verified" : "An existing backup was verified";
  return {
    says:
      `${what}${figures === "" ? "" : `: ${figures}`}.` +
      (restored ? " It was restored into a scratch database, with the same rows in each table." : ""),
    facts: { made: how === "made", file: file || null, bytes, seconds, tables, rows, restored },
  };
}
