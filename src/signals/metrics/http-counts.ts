import type { Arm, RequestSample } from "../../domain/watch/sample.ts";
import type { MetricNames } from "../../settings/signals.ts";
import type { CounterValues } from "./counters.ts";

/** The metrics in which an application counts its requests. */
export interface HttpMetrics {
  /** Counter by status; null where the histogram has the status too. */
  readonly requests: string | null;
  /** Histogram of durations, without `_bucket`; null where there is none. */
  readonly durations: string | null;
  /** Milliseconds that one unit of the histogram is. */
  readonly unitMs: number;
  /** The label with the HTTP status. */
  readonly status: string;
  /** The names are only the end of a metric's name, behind that of the application. */
  readonly prefixed: boolean;
}

/** What the libraries name them by themselves. */
const presets: Readonly<Record<"prom-ex" | "telemetry-metrics", HttpMetrics>> = {
  "prom-ex": {
    requests: "prom_ex_phoenix_http_requests_total",
    durations: "prom_ex_phoenix_http_request_duration_milliseconds",
    ...{ unitMs: 1, status: "status", prefixed: true },
  },
  "telemetry-metrics": {
    ...{ requests: null, durations: "phoenix_endpoint_stop_duration" },
    ...{ unitMs: 1, status: "status", prefixed: false },
  },
};

export function httpMetricsOf(names: MetricNames): HttpMetrics {
  if (typeof names === "string") return presets[names];
  const { requests = null, durations = null, unit, status } = names;
  return { requests, durations, unitMs: unit === "s" ? 1_000 : 1, status, prefixed: false };
}

/** True where latency can be read: not of a counter alone. */
export function hasDurations(names: MetricNames = "prom-ex"): boolean {
  return httpMetricsOf(names).durations !== null;
}

const statusMark = "status ";
const bucketMark = "le ";

/** The name under which requests with a status are kept in counts. */
export const statusCount = (status: string) => `${statusMark}${status}`;
/** The name under which a cumulative bucket of a histogram is kept. */
export const bucketCount = (le: string) => `${bucketMark}${Number(le === "+Inf" ? "Infinity" : le)}`;

/** Requests at the upper bound of their bucket. */
interface Bucket {
  readonly le: number;
  readonly count: number;
}

/** Buckets by their bounds, each with what is not in the one below. */
function bucketsOf(counts: CounterValues): readonly Bucket[] {
  const cumulative = [...counts]
    .flatMap(([name, count]) =>
      name.startsWith(bucketMark) ? [{ le: Number(name.slice(bucketMark.length)), count }] : [],
    )
    .sort((one, other) => one.le - other.le);
  return cumulative.map(({ le, count }, index) => ({
    le,
    count: Math.max(0, count - (cumulative[index - 1]?.count ?? 0)),
  }));
}

/** Where samples belong. */
interface Stamp {
  readonly atMs: number;
  readonly arm: Arm;
}

/**
 * What was added to counters by status and to a histogram, as requests. The two may differ by a few, since they are not
 * counted at once: the counters say how many there were and how many failed, the histogram how long they took, in
 * proportion. A request of the last bucket, which has no bound, took twice the largest bound.
 */
export function requestsIn(
  added: CounterValues,
  { unitMs }: HttpMetrics,
  { atMs, arm }: Stamp,
): readonly RequestSample[] {
  const statuses = [...added].filter(([name]) => name.startsWith(statusMark));
  const sum = (list: readonly (readonly [string, number])[]) => list.reduce((all, [, count]) => all + count, 0);
  const failed = Math.round(sum(statuses.filter(([name]) => name.startsWith(`${statusMark}5`))));
  const succeeded = Math.round(sum(statuses)) - failed;
  const samples: RequestSample[] = [];
  const add = (one: { readonly failed: boolean; readonly ms: number | null; readonly count: number }) => {
    if (one.count > 0) samples.push({ kind: "request", atMs, arm, ...one });
  };
  add({ failed: true, ms: null, count: failed });
  const buckets = bucketsOf(added);
  const timed = buckets.reduce((all, { count }) => all + count, 0);
  const share = timed > succeeded ? succeeded / timed : 1;
  const largest = Math.max(0, ...buckets.map(({ le }) => le).filter(Number.isFinite));
  let below = 0;
  let given = 0;
  for (const { le, count } of buckets) {
    below += count;
    const here = Math.round(below * share) - given;
    given += here;
    add({ failed: false, ms: (Number.isFinite(le) ? le : 2 * largest) * unitMs, count: here });
  }
  add({ failed: false, ms: null, count: succeeded - given });
  return samples;
}

/** The change that a watch has to see: half as much again. */
const change = 1.5;

/**
 * Why buckets cannot show that: the quantile lies in one whose bounds are further apart. Null where they can, or
 * nothing was seen.
 */
export function coarseness(all: CounterValues, { unitMs }: HttpMetrics, quantile: number): string | null {
  const buckets = bucketsOf(all);
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  let below = 0;
  for (const [index, { le, count }] of buckets.entries()) {
    below += count;
    if (total === 0 || below < quantile * total) continue;
    const lower = buckets[index - 1]?.le ?? 0;
    if (lower > 0 && le <= lower * change) return null;
    const upper = Number.isFinite(le) ? `${le * unitMs} ms` : "no limit";
    return `the ${quantile * 100} % quantile lies in a bucket from ${lower * unitMs} ms to ${upper}`;
  }
  return null;
}
