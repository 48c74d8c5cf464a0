import type { Monitored } from "../../domain/gate/monitoring.ts";
import type { MonitoringFacts } from "../../gates/monitoring.ts";
import type { Environment, MonitoringRule } from "../../settings/settings.ts";
import { type AlertRule, readAlertRules } from "../../signals/metrics/alert-rules.ts";
import { readHeaders, withHeaders } from "../../signals/metrics/headers.ts";
import type { StageRun } from "../stage.ts";

const limitMs = 8_000;

/** What is there of the monitoring that the settings of an environment name; null where they name none. */
export async function monitoringFacts(run: StageRun, environment: Environment): Promise<MonitoringFacts | null> {
  const { monitoring: rule, dashboards = [], name } = environment;
  if (rule == null) return null;
  const [pages, alerts] = await Promise.all([
    Promise.all((rule.dashboards ? dashboards : []).map((page) => askPage(run, page))),
    askAlerts(run, rule),
  ]);
  return { environment: name, required: rule.required, seen: [...pages, ...alerts] };
}

/** A page that asks for a login is there; whether it shows what it should, only a person sees. */
async function askPage({ world }: StageRun, { name, url }: { name: string; url: string }): Promise<Monitored> {
  const page = { kind: "dashboard", name, url } as const;
  const answer = await world.http.request({ method: "GET", url, limitMs, proxied: true });
  if (!answer.answered) return { ...page, state: "unknown", says: `it did not answer (${answer.why})` };
  const { status } = answer;
  if (status === 404 || status === 410) return { ...page, state: "missing", says: `its address answers ${status}` };
  const there = status < 400 || asksForLogin.has(status);
  return there
    ? { ...page, state: "there", says: `it answers ${status}` }
    : { ...page, state: "unknown", says: `it answered ${status}` };
}

const asksForLogin: ReadonlySet<number> = new Set([401, 403]);

async function askAlerts({ world }: StageRun, { alerts, prometheus }: MonitoringRule): Promise<readonly Monitored[]> {
  if (alerts.length === 0 || prometheus === null) return [];
  const { url, headersFrom } = prometheus;
  const headers = headersFrom === null ? {} : readHeaders(world.secret(headersFrom) ?? "");
  const rules =
    typeof headers === "string"
      ? `the variable ${headersFrom}, which has the headers, cannot be used: ${headers}`
      : await readAlertRules(withHeaders(world.http, headers), url, alerts);
  return alerts.map((name) => {
    const alert = { kind: "alert", name, url: `${url}/alerts?search=${encodeURIComponent(name)}` } as const;
    if (typeof rules === "string") return { ...alert, state: "unknown", says: rules };
    return { ...alert, ...stateOf(rules.filter((one) => one.name === name)) };
  });
}

function stateOf(rules: readonly AlertRule[]): Pick<Monitored, "state" | "says"> {
  if (rules.length === 0) return { state: "missing", says: "Prometheus has no such rule" };
  if (rules.every(({ health }) => health === "err"))
    return { state: "missing", says: "Prometheus has it and cannot evaluate it" };
  if (!rules.some(({ health }) => health === "ok"))
    return { state: "unknown", says: "Prometheus has it and has not evaluated it yet" };
  return { state: "there", says: rules.some(({ fires }) => fires) ? "it fires now" : "Prometheus evaluates it" };
}
