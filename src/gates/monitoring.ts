import type { Judgement } from "../domain/evidence/result.ts";
import type { Monitored } from "../domain/gate/monitoring.ts";
import { counted } from "../domain/values/plural.ts";
import { defineGate } from "./gate.ts";

/** What is there of the monitoring that the settings name. */
export interface MonitoringFacts {
  readonly environment: string;
  /** Nothing is changed without it. */
  readonly required: boolean;
  readonly seen: readonly Monitored[];
}

/** The dashboards answer and the alerting rules exist (Phase 6: Monitoring configured). */
export const monitoring = defineGate({
  id: "monitoring",
  title: (environment) => `The monitoring of ${environment} is configured`,
  of: "monitoring",
  judge: judgeMonitoring,
  optional: ({ required }) => !required,
});

function judgeMonitoring({ environment, required, seen }: MonitoringFacts): Judgement {
  const facts = { monitored: seen.map(({ kind, name, state }) => ({ kind, name, state })) };
  const missing = seen.filter(({ state }) => state === "missing");
  const unknown = seen.filter(({ state }) => state === "unknown");
  if (missing.length + unknown.length === 0) {
    const kinds = [counted(of(seen, "dashboard"), "dashboard"), counted(of(seen, "alert"), "alerting rule")];
    return { verdict: "pass", reason_code: "passed", says: `There are ${kinds.join(" and ")}.`, facts };
  }
  const says = [...missing, ...unknown].map(wordOf).join(" ");
  const warnings = required ? [] : [`The monitoring of ${environment} is not all there. ${says}`];
  // An outage of the monitoring is no fault of anybody's settings.
  if (missing.length === 0) {
    const remedy = "Run the job again when it answers, or set `monitoring: {required: false}`.";
    return { verdict: "error", reason_code: "monitoring_unreadable", says, remedy, facts, warnings };
  }
  const remedy = "Create what is missing, or correct its name under `dashboards` or `monitoring.alerts`.";
  return { verdict: "fail", reason_code: "monitoring_missing", says, remedy, facts, warnings };
}

function of(seen: readonly Monitored[], kind: Monitored["kind"]): number {
  return seen.filter((one) => one.kind === kind).length;
}

function wordOf({ kind, name, says }: Monitored): string {
  return `${kind === "alert" ? "Alerting rule" : "Dashboard"} ${name}: ${says}.`;
}
