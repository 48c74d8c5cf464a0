import type { Judgement } from "../../domain/evidence/result.ts";
import { readJson } from "../../domain/values/json.ts";
import type { Http } from "../../ports/http.ts";

const good = new Set(["ok", "up", "healthy", "ready", "pass", "passing", "true", "operational"]);

/** How many services are repeated; more are counted. */
const maxShown = 20;

/** One service that the readiness answer names. */
interface Service {
  readonly name: string;
  readonly healthy: boolean;
  readonly says: string;
}

/**
 * Readiness: 200, and a body that names at least one service, every one of them healthy (Phase 6: "Ready endpoint shows
 * all services healthy"). The body decides as well as the status: some libraries answer 200 whatever they found.
 */
export async function judgeReadiness(url: string, http: Http): Promise<Judgement> {
  const answer = await http.request({ method: "GET", url, limitMs: 5_000 });
  if (!answer.answered)
    return { verdict: "fail", reason_code: "not_ready", says: `${url} did not answer: ${answer.why}.` };
  const tail = answer.body.slice(0, 2_000);
  const services = servicesIn(answer.body);
  if (services === null || services.length === 0) {
    return {
      verdict: answer.status === 200 ? "error" : "fail",
      reason_code: "not_ready",
      says: `${url} answered ${answer.status} and named no service.`,
      facts: { status: answer.status },
      remedy:
        'Let it answer JSON that names each service, such as {"services":{"database":{"status":"ok"}}}, ' +
        "or switch readiness off: `health: {ready: off}`.",
      tail,
    };
  }
  const shown = Object.fromEntries(services.slice(0, maxShown).map((one) => [one.name, one.says]));
  const facts = { services: shown, named: services.length, status: answer.status };
  const ill = services.filter((one) => !one.healthy);
  if (ill.length > 0 || answer.status !== 200) {
    const named = listOf(ill.map((one) => `${one.name} (${one.says})`));
    return {
      verdict: "fail",
      reason_code: "not_ready",
      says: `${url} answered ${answer.status}; not ready: ${named || "no service named as failing"}.`,
      remedy: "Look at the named services on that host.",
      facts,
      tail,
    };
  }
  return { verdict: "pass", reason_code: "passed", says: `Ready: ${listOf(services.map((one) => one.name))}.`, facts };
}

/** The first names, and how many there are beyond them. */
function listOf(names: readonly string[]): string {
  const more = names.length - maxShown;
  return `${names.slice(0, maxShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The services named in a body; null when it is not JSON of a known shape. */
export function servicesIn(body: string): readonly Service[] | null {
  const json = readJson(body);
  if (Array.isArray(json)) return json.flatMap(listed);
  if (!isObject(json)) return null;
  const group = json["services"] ?? json["checks"] ?? json["components"];
  if (Array.isArray(group)) return group.flatMap(listed);
  if (isObject(group)) return Object.entries(group).map(([name, state]) => service(name, state));
  return null;
}

/** One entry of a list: plug_checkup's `{"name","healthy"}`, or heartcheck's `{"db":{"status"}}`. */
function listed(entry: unknown): readonly Service[] {
  if (!isObject(entry)) return [{ name: "unnamed", healthy: false, says: "unreadable" }];
  if (typeof entry["name"] === "string") return [service(entry["name"], entry)];
  return Object.entries(entry)
    .filter(([name]) => name !== "time")
    .map(([name, state]) => service(name, state));
}

function service(name: string, state: unknown): Service {
  const status = isObject(state) ? (state["status"] ?? state["healthy"] ?? state["state"]) : state;
  // A list or an object is no status; made into text it may end the stack, or refuse to be one.
  const says = String(
    typeof status === "object" ? (status === null ? "no status" : "unreadable") : (status ?? "no status"),
  ).slice(0, 80);
  return { name: name.slice(0, 80), healthy: good.has(says.toLowerCase()), says };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
