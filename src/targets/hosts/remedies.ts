import type { ReasonCode } from "../../domain/evidence/reason.ts";
import type { Environment } from "../../settings/settings.ts";

const remedies: Partial<Record<ReasonCode, string>> = {
  lock_held: "Wait for that run to end, or for its lock to expire; then run again.",
  lock_lost: "When no other run changes this environment any more, run this job again: it observes first.",
  step_running: "It ends by itself within its time limit. Run again then.",
  digest_mismatch: "The file was changed on its way. Run again; if it happens again, find out who changes it.",
  migration_failed: "Traffic was not moved. Fix what its output in the job summary names, and run the job again.",
  schema_unknown: "Go back with `migrations: keep`: traffic moves, and the schema stays.",
  revert_failed:
    "Traffic is with the old release and stays there. Fix what it names, and re-run this job, or run `rollback` with " +
    "`migrations: down` and with `to` as the release that serves now; or restore the backup.",
  backup_failed: "Nothing was migrated. Fix what it names, and run the job again; the release is not marked bad.",
  migration_out_of_order:
    "Rebase: give these migrations new versions. Where the order does not matter, set " +
    "`migrations.out-of-order: allow`.",
  environment_file_invalid:
    "Correct these lines: the format is that of systemd's EnvironmentFile, one NAME=value a line.",
  configuration_missing: "Add them to that file, one NAME=value a line, and run again.",
  database_unreachable:
    "Check that the database runs, and that its firewall and the addresses that it listens on let this host connect.",
  port_taken:
    "Stop that process, or give the slot another port in the settings and in the router. Where it is this " +
    "application itself, the settings had another `path` or `systemd.name` when it was started: set these back.",
  unsafe_release: "Find out how that came into the release, and build it anew without it.",
  disk_full: "Free space there, or keep fewer releases (`strategy.keep`), and run again.",
};

/** What to do about a host's failure with this reason; empty where the sentence itself says it. */
export function remedyOf(code: ReasonCode, { router }: Environment): string {
  return code === "router_failed" ? router.remedy : (remedies[code] ?? "");
}
