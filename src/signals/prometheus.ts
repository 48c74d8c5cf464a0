import type { WatchedSlot } from "../domain/fleet/asked-target.ts";
import { releaseVersionOf } from "../domain/release/release.ts";
import type { Arm, Sample } from "../domain/watch/sample.ts";
import type { PrometheusSettings } from "../settings/signals.ts";
import { httpWithHeaders } from "./metrics/headers-from.ts";
import { bucketCount, type HttpMetrics, hasDurations, httpMetricsOf, statusCount } from "./metrics/http-counts.ts";
import { openPrometheus, type Prometheus, pastS } from "./metrics/prometheus-api.ts";
import { queriedRates } from "./metrics/prometheus-rates.ts";
import { type ArmCounts, metricsWatch } from "./metrics/watch.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

/** Requests as Prometheus has scraped them, of the release under watch and the one before. */
export const prometheus: Signal = {
  id: "prometheus",
  title: "Prometheus",
  measures: ["errors", "latency"],
  control: "shared",
  measuresFor: ({ signals }) => {
    const { metrics, queries } = signals?.prometheus ?? {};
    return queries === undefined && hasDurations(metrics) ? ["errors", "latency"] : ["errors"];
  },
  open(watching) {
    const given = watching.environment.signals?.prometheus;
    return given === undefined ? null : watchPrometheus(watching, given);
  },
};

const arms: readonly Arm[] = ["new", "old"];

/** What is asked of one arm. */
interface Question {
  readonly api: Prometheus;
  readonly metrics: HttpMetrics;
  /** Matchers of PromQL that select the arm. */
  readonly select: string;
  /** Each instance that has to be among the answers. */
  readonly instances: readonly string[];
  /** Nothing that was scraped before counts: the slot may have had another process then. */
  readonly oldestMs: number;
  readonly patienceMs: number;
  /** Seconds since 1970; now unless given. */
  readonly at?: number;
}

async function* watchPrometheus(watching: Watching, given: PrometheusSettings): AsyncGenerator<Sample> {
  const doors = doorsOf(watching);
  const { sinceMs } = watching;
  const api = openPrometheus(httpWithHeaders(doors, given["headers-from"]), given.url);
  const slots = await doors.slots();
  const pace = { everyMs: given.every, patienceMs: given.patience };
  if (given.queries !== undefined) {
    const filled = (query: string, own: readonly WatchedSlot[]) => selectorOf(given, own, query);
    const rates = queriedRates({ api, watching, everyMs: given.every, queries: given.queries, slots, filled });
    yield* polled(watching, { ...pace, read: rates.read });
    rates.end();
    return;
  }
  const metrics = httpMetricsOf(given.metrics ?? "prom-ex");
  const tally = metricsWatch(metrics);
  const questionOf = (own: readonly WatchedSlot[], oldestMs: number): Question => ({
    ...{ api, metrics, select: selectorOf(given, own), oldestMs, patienceMs: given.patience },
    instances: given.select.includes("{instances}") ? own.map((slot) => instanceOf(given, slot)) : [],
  });
  const read = async () => {
    const atMs = sinceMs();
    const readings = await Promise.all(
      arms.map(async (arm) => {
        const own = slots.filter((one) => one.arm === arm);
        if (own.length === 0) return { arm, atMs, counts: new Map() };
        const asked = countsOf(questionOf(own, atMs));
        // Without the release before there is no control, which the tests know.
        return { arm, atMs, counts: await (arm === "old" ? asked.catch((): ArmCounts => new Map()) : asked) };
      }),
    );
    return readings.flatMap((reading) => tally.requests(reading));
  };
  /** What was counted in the minutes before; nothing where a counter fell. A process that is younger began at 0. */
  const past = async () => {
    const question = questionOf(
      slots.filter(({ arm }) => arm === "new"),
      Number.POSITIVE_INFINITY,
    );
    const at = watching.clock.now().getTime() / 1_000;
    const [now, then] = await Promise.all([
      countsOf(question),
      countsOf({ ...question, instances: [], at: at - pastS }).catch((): ArmCounts => new Map()),
    ]);
    const counts = new Map([...now.keys()].map((instance) => [instance, then.get(instance) ?? new Map()]));
    tally.requests({ arm: "new", atMs: 0, counts });
    return tally.requests({ arm: "new", atMs: 0, counts: now });
  };
  if (watching.before === true) yield* await past().catch(() => []);
  yield* polled(watching, { ...pace, read });
  const coarse = tally.end();
  if (coarse !== null) doors.warn(coarse);
}

/** The name of a slot in Prometheus's label `instance`. */
function instanceOf({ instance }: PrometheusSettings, { host, slot, port }: WatchedSlot): string {
  return instance.replaceAll("{host}", host).replaceAll("{slot}", slot).replaceAll("{port}", String(port));
}

/** The matchers of an arm: each word in braces becomes a pattern of what the arm's slots have. */
export function selectorOf(given: PrometheusSettings, slots: readonly WatchedSlot[], text = given.select): string {
  const pattern = (words: readonly string[]) =>
    [...new Set(words)].map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\\\$&")).join("|");
  return text
    .replaceAll("{instances}", () => pattern(slots.map((slot) => instanceOf(given, slot))))
    .replaceAll("{versions}", () => pattern(slots.map(({ release }) => releaseVersionOf(release))))
    .replaceAll("{slots}", () => pattern(slots.map(({ slot }) => slot)));
}

/** Counters of one arm, by instance. Sums of counters: a series that appears later adds what it has. */
async function countsOf({ api, metrics, select, instances, oldestMs, patienceMs, at }: Question): Promise<ArmCounts> {
  const { requests, durations, status } = metrics;
  const named = (name: string) => (metrics.prefixed ? `{__name__=~"(.+_)?${name}",${select}}` : `${name}{${select}}`);
  const statuses = named(requests ?? `${durations}_count`);
  const [byStatus, byBound, ages] = await Promise.all([
    api.instant(`sum by (instance, ${status}) (${statuses})`, at),
    durations === null ? [] : api.instant(`sum by (instance, le) (${named(`${durations}_bucket`)})`, at),
    api.instant(`time() - max by (instance) (timestamp(${statuses}))`, at),
  ]);
  if (byStatus.length === 0) throw new Error(`Prometheus has no series \`${statuses}\``);
  for (const instance of instances)
    if (!byStatus.some(({ labels }) => labels["instance"] === instance))
      throw new Error(`Prometheus has no series \`${statuses}\` of ${instance}`);
  const counts = new Map<string, Map<string, number>>();
  const keep = (instance: string, name: string, value: number) => {
    const own = counts.get(instance) ?? new Map<string, number>();
    counts.set(instance, own.set(name, value));
  };
  for (const { labels, points } of byStatus) {
    const word = labels[status];
    if (word === undefined)
      throw new Error(`the series \`${statuses}\` have no label \`${status}\`, so that errors cannot be counted`);
    keep(labels["instance"] ?? "", statusCount(word), points[0]?.value ?? 0);
  }
  for (const { labels, points } of byBound)
    keep(labels["instance"] ?? "", bucketCount(labels["le"] ?? ""), points[0]?.value ?? 0);
  for (const instance of counts.keys())
    if (!ages.some(({ labels }) => (labels["instance"] ?? "") === instance))
      throw new Error(`Prometheus does not say how old its samples of ${instance} are`);
  for (const { labels, points } of ages) {
    const ageMs = (points[0]?.value ?? 0) * 1_000;
    const instance = labels["instance"] ?? "";
    if (ageMs > patienceMs)
      throw new Error(`the newest sample that Prometheus has of ${instance} is ${Math.round(ageMs / 1_000)} s old`);
    if (ageMs > oldestMs) counts.delete(instance);
  }
  return counts;
}
