import { readJson } from "../../domain/values/json.ts";
import type { Http } from "../../ports/http.ts";
import { shown } from "../../settings/fault.ts";

const limitMs = 8_000;

/** The alerting rules of Prometheus with these names: whether each is evaluated, and whether it fires. */
export interface AlertRule {
  readonly name: string;
  /** `ok`, `err` where it cannot be evaluated, or `unknown` where it was not yet. */
  readonly health: string;
  readonly fires: boolean;
}

/** Asks for them; a sentence where there was no answer that can be read. Older servers give all rules. */
export async function readAlertRules(
  http: Http,
  url: string,
  names: readonly string[],
): Promise<readonly AlertRule[] | string> {
  const query = new URLSearchParams({ type: "alert", exclude_alerts: "true" });
  for (const name of names) query.append("rule_name[]", name);
  const answer = await http.request({ method: "GET", url: `${url}/api/v1/rules?${query}`, limitMs });
  if (!answer.answered) return `Prometheus at ${url} did not answer: ${shown(answer.why)}`;
  if (answer.status !== 200) return `Prometheus at ${url} answered ${answer.status}`;
  const groups = member(member(readJson(answer.body), "data"), "groups");
  if (!Array.isArray(groups)) return `what answers at ${url} is not the list of rules of a Prometheus`;
  return groups.flatMap((group) => {
    const rules = member(group, "rules");
    return Array.isArray(rules) ? rules.flatMap(ruleOf) : [];
  });
}

function ruleOf(rule: unknown): readonly AlertRule[] {
  const [name, type, health, state] = ["name", "type", "health", "state"].map((key) => member(rule, key));
  if (typeof name !== "string" || type !== "alerting") return [];
  return [{ name, health: typeof health === "string" ? health : "unknown", fires: state === "firing" }];
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
