import { z } from "zod";
import { variableName } from "../domain/values/settings.ts";
import type { MonitoringRule } from "./settings.ts";
import { prometheusUrl, type SignalSettings } from "./signals.ts";

/** The name of an alerting rule, as Prometheus has it: any text on one line. */
const alertName = z
  .string()
  .trim()
  .regex(/^\P{Cc}{1,200}$/u, "must be the name of an alerting rule");

const monitoring = z
  .strictObject({
    required: z.boolean().prefault(false),
    /** Each page of `dashboards` has to answer. */
    dashboards: z.boolean().prefault(false),
    /** Alerting rules that Prometheus has to have. */
    alerts: z.array(alertName).max(50, "must be at most 50").prefault([]),
    /** Absent: that of `signals`. */
    prometheus: z.strictObject({ url: prometheusUrl, "headers-from": variableName.optional() }).optional(),
  })
  .refine(({ dashboards, alerts }) => dashboards || alerts.length > 0, {
    error: "must ask for something: `dashboards: true`, or `alerts` with the names of alerting rules",
  });

export const monitoringSettings = { monitoring: monitoring.optional() };

type Given = { readonly monitoring?: z.output<typeof monitoring> | undefined; readonly signals: SignalSettings };

export function monitoringOf({ monitoring: given, signals }: Given): MonitoringRule | null {
  if (given === undefined) return null;
  const from = given.prometheus ?? signals.prometheus;
  return {
    ...{ required: given.required, dashboards: given.dashboards, alerts: given.alerts },
    prometheus: from === undefined ? null : { url: from.url, headersFrom: from["headers-from"] ?? null },
  };
}

/** What is asked for and nothing could answer. */
export function* monitoringFaults({
  monitoring: given,
  signals,
  dashboards,
}: Given & { readonly dashboards: Readonly<Record<string, string>> }): Generator<{
  readonly keys: readonly PropertyKey[];
  readonly says: string;
  readonly remedy: string;
}> {
  if (given === undefined) return;
  if (given.dashboards && Object.keys(dashboards).length === 0) {
    const says = "It asks for the dashboards of the environment, which has none.";
    yield { keys: ["monitoring", "dashboards"], says, remedy: "Name them under `dashboards`, or remove this." };
  }
  if (given.alerts.length > 0 && given.prometheus === undefined && signals.prometheus === undefined) {
    const says = "It names alerting rules, and no Prometheus that could have them.";
    const remedy = "Name it under `monitoring.prometheus`, such as `{url: http://prometheus.internal:9090}`.";
    yield { keys: ["monitoring", "alerts"], says, remedy };
  }
}
