import { readJson } from "../../domain/values/json.ts";
import type { Http } from "../../ports/http.ts";
import { shown } from "../../settings/fault.ts";

const limitMs = 8_000;
/** So much of what Prometheus keeps is the past of what serves, seconds. */
export const pastS = 600;
/** The door keeps no more of an answer. */
const largestBody = 1 << 20;

/** One series of an answer: its labels, and its values by the time of each, seconds since 1970. */
export interface TimeSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/** Prometheus's HTTP API. Every answer that is not a success throws, with a sentence. */
export interface Prometheus {
  /** The newest value of each series, now or at a time, seconds since 1970. */
  instant(query: string, at?: number): Promise<readonly TimeSeries[]>;
  range(
    query: string,
    span: { readonly from: number; readonly to: number; readonly step: number },
  ): Promise<readonly TimeSeries[]>;
}

export function openPrometheus(http: Http, url: string): Prometheus {
  const ask = async (path: string, values: Readonly<Record<string, string>>) => {
    const answer = await http.request({
      method: "POST",
      url: `${url}/api/v1/${path}`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(values).toString(),
      limitMs,
    });
    if (!answer.answered) throw new Error(`Prometheus at ${url} did not answer: ${answer.why}`);
    const body = readJson(answer.body);
    if (isObject(body) && body["status"] === "error") throw new Error(`Prometheus refused the query: ${errorIn(body)}`);
    if (answer.status !== 200) throw new Error(`Prometheus at ${url} answered ${answer.status}`);
    if (answer.body.length >= largestBody)
      throw new Error("Prometheus answered more than 1 MiB: name fewer series in `select`");
    return seriesIn(body, values["query"] ?? "");
  };
  return {
    instant: (query, at) => ask("query", { query, ...(at === undefined ? {} : { time: String(at) }) }),
    range: (query, { from, to, step }) =>
      ask("query_range", { query, start: String(from), end: String(to), step: String(step) }),
  };
}

function errorIn(body: Readonly<Record<string, unknown>>): string {
  return shown(`${String(body["errorType"] ?? "")}: ${String(body["error"] ?? "without a reason")}`);
}

/** The series of a vector or a matrix. */
function seriesIn(body: unknown, query: string): readonly TimeSeries[] {
  const data = isObject(body) && body["status"] === "success" ? body["data"] : undefined;
  const result = isObject(data) ? data["result"] : undefined;
  if (!Array.isArray(result)) throw new Error("what answers is not Prometheus: its answer has no result");
  return result.map((one) => {
    const labels = isObject(one) ? one["metric"] : undefined;
    const pairs: unknown = isObject(one) ? (one["values"] ?? [one["value"]]) : undefined;
    if (!isObject(labels) || !Array.isArray(pairs))
      throw new Error(`Prometheus answered something else than series to \`${shown(query)}\``);
    return { labels: labels as Readonly<Record<string, string>>, points: pairs.map((pair) => pointOf(pair, query)) };
  });
}

function pointOf(pair: unknown, query: string): TimeSeries["points"][number] {
  const [at, text] = Array.isArray(pair) ? pair : [];
  const value = typeof text === "string" && text !== "" ? Number(text) : Number.NaN;
  if (typeof at !== "number" || !Number.isFinite(value))
    throw new Error(`a value of \`${shown(query)}\` is ${shown(text)}, which is no number`);
  return { at, value };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
