/**
 * The closed list of reason codes: why a stage, check, gate, step or signal ended as it did.
 * Machines branch on the code; people read the sentence beside it. A code is never renamed or reused.
 */
export const reasonCodes = [
  // a stage as a whole
  "passed",
  "planned",
  "running",
  "cancelled",
  "checks_failed",
  "deployed",
  "promoted",
  "rolled_back",
  "drill_passed",
  "not_recovered",
  "not_as_verified",
  "taken_back",
  "rollback_failed",
  "partial_fleet",
  "partly_undone",
  "smoke_passed",
  "gate_closed",
  "gate_open",
  "written",
  "unexpected_error",
  // inputs and settings
  "invalid_input",
  "unknown_input",
  "invalid_settings",
  // checks
  "check_failed",
  "could_not_run",
  "timed_out",
  "tool_missing",
  "not_judged",
  "switched_off",
  "dependency_failed",
  "no_tests_run",
  "tests_failed",
  "coverage_below_minimum",
  "warnings_found",
  "compile_error",
  "not_formatted",
  "syntax_error",
  "issues_found",
  "vulnerabilities_found",
  "release_not_assembled",
  "release_does_not_boot",
  "not_applicable",
  "network_failed",
  "database_unreachable",
  "lock_mismatch",
  "migration_missing",
  "migration_irreversible",
  "migration_out_of_order",
  "schema_differs",
  "unsafe_migration",
  "version_invalid",
  "version_not_bumped",
  "changelog_incomplete",
  "rollback_plan_missing",
  "backup_not_named",
  "backup_not_run",
  // evidence and release
  "evidence_missing",
  "evidence_unreadable",
  "evidence_unpinned",
  "evidence_conflict",
  "evidence_of_another_commit",
  "evidence_of_another_run",
  "manifest_mismatch",
  "checkout_of_another_commit",
  "fork_checked_out",
  "stage_failed",
  "release_missing",
  "digest_mismatch",
  "release_unproven",
  "evidence_expired",
  "soak_too_short",
  "provenance_missing",
  "provenance_mismatch",
  "provenance_unreadable",
  "ref_moved",
  "ref_unreadable",
  // approval
  "approved",
  "approval_not_required",
  "environment_missing",
  "environment_unprotected",
  "environment_mismatch",
  "environment_unproven",
  "approval_missing",
  "approval_rejected",
  "self_approval",
  "approval_unreadable",
  // monitoring
  "monitoring_missing",
  "monitoring_unreadable",
  // freeze
  "frozen",
  "freeze_overridden",
  "freeze_override_refused",
  "freeze_override_unreadable",
  // target
  "lock_held",
  "lock_lost",
  "step_running",
  "target_unreachable",
  "host_unreachable",
  "host_key_unknown",
  "host_key_changed",
  "host_refused",
  "ssh_key_unusable",
  "host_unsuitable",
  "target_unfit",
  "clock_wrong",
  "upload_failed",
  "unpack_failed",
  "migration_failed",
  "backup_failed",
  "old_release_broken",
  "log_errors",
  "logs_not_read",
  "start_failed",
  "not_healthy",
  "not_ready",
  "wrong_version",
  "wrong_release",
  "router_failed",
  "request_failed",
  "smoke_failed",
  "smoke_fails_alike",
  "stop_failed",
  "state_unknown",
  "release_marked_bad",
  "not_listening",
  "settings_mismatch",
  "configuration_missing",
  "outage",
  "public_url_failed",
  "port_taken",
  "environment_file_invalid",
  "unsafe_release",
  "disk_full",
  // the watch
  "errors_exceeded",
  "latency_exceeded",
  "health_lost",
  "readiness_lost",
  "jobs_stuck",
  "issue_opened",
  "logs_full_of_errors",
  "memory_grows",
  "run_queue_grows",
  "level_grows",
  "state_lost",
  "watch_inconclusive",
  "watch_held",
  // rollback
  "no_previous_release",
  "already_active",
  "release_not_kept",
  "release_not_found",
  "not_settled",
  "schema_unknown",
  "data_would_be_lost",
  "revert_failed",
  "schema_in_use",
  // announcements
  "not_configured",
  "not_delivered",
  "not_announced",
  "changelog_missing",
  // what a tool did not read
  "sources_not_read",
  // the checkout itself
  "tree_changed",
] as const;

/** One code of the closed list. */
export type ReasonCode = (typeof reasonCodes)[number];

/** The code for what was lost or has grown, by the name that a signal gives it: "readiness", "readiness of web1". */
type Named = readonly (readonly [name: string, code: ReasonCode])[];

const losses: Named = [
  ["health", "health_lost"],
  ["readiness", "readiness_lost"],
  ["jobs", "jobs_stuck"],
  ["issues", "issue_opened"],
  ["logs", "logs_full_of_errors"],
];
const growths: Named = [
  ["memory", "memory_grows"],
  ["run queue", "run_queue_grows"],
];

const codeIn = (named: Named, of: string) => named.find(([name]) => of.toLowerCase().startsWith(name))?.[1];

/** What a release is rolled back for where this no longer holds. A state of a user's own has a code of its own. */
export function reasonOfLoss(of: string): ReasonCode {
  return codeIn(losses, of) ?? "state_lost";
}

/** What a release is rolled back for where this grows. */
export function reasonOfGrowth(of: string): ReasonCode {
  return codeIn(growths, of) ?? "level_grows";
}
