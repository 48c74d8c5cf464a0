import type { WatchedSlot } from "../domain/fleet/asked-target.ts";
import type { Sample } from "../domain/watch/sample.ts";
import type { Http } from "../ports/http.ts";
import type { SignalSettings } from "../settings/signals.ts";
import type { CounterValues } from "./metrics/counters.ts";
import { type Exposed, readExposition } from "./metrics/exposition.ts";
import { httpWithHeaders } from "./metrics/headers-from.ts";
import { bucketCount, type HttpMetrics, hasDurations, httpMetricsOf, statusCount } from "./metrics/http-counts.ts";
import { type ArmCounts, metricsWatch } from "./metrics/watch.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

type ScrapeSettings = NonNullable<SignalSettings["scrape"]>;

/** Requests as each slot counts them itself: its `/metrics`, without a Prometheus. */
export const scrape: Signal = {
  id: "scrape",
  title: "the metrics of the slots",
  measures: ["errors", "latency"],
  control: "shared",
  measuresFor: ({ signals }) => (hasDurations(signals?.scrape?.metrics) ? ["errors", "latency"] : ["errors"]),
  open(watching) {
    const given = watching.environment.signals?.scrape;
    return given === undefined ? null : watchMetrics(watching, given);
  },
};

const limitMs = 8_000;
/** The door keeps no more of an answer. */
const largestPage = 1 << 20;

async function* watchMetrics(watching: Watching, given: ScrapeSettings): AsyncGenerator<Sample> {
  const doors = doorsOf(watching);
  const http = httpWithHeaders(doors, given["headers-from"]);
  const metrics = httpMetricsOf(given.metrics);
  const tally = metricsWatch(metrics);
  const slots = await doors.slots();
  const readSlot = async (slot: WatchedSlot) => {
    const atMs = watching.sinceMs();
    const place = `slot ${slot.slot} of ${slot.host}`;
    try {
      const url = `${await doors.reach(slot.host, slot.slot)}${given.path}`;
      const counts: ArmCounts = new Map([[place, await countsAt({ url, place, http, metrics })]]);
      return { arm: slot.arm, atMs, counts };
    } catch (error) {
      // Without the release before there is no control, which the tests know.
      if (slot.arm === "new") throw error;
      return { arm: slot.arm, atMs, counts: new Map() };
    }
  };
  const read = async () => (await Promise.all(slots.map(readSlot))).flatMap((reading) => tally.requests(reading));
  yield* polled(watching, { everyMs: given.every, patienceMs: given.patience, read });
  const coarse = tally.end();
  if (coarse !== null) doors.warn(coarse);
}

interface Page {
  readonly url: string;
  readonly place: string;
  readonly http: Http;
  readonly metrics: HttpMetrics;
}

/** The counters of one slot, summed over all labels but the status and the bound. */
async function countsAt({ url, place, http, metrics }: Page): Promise<CounterValues> {
  const answer = await http.request({ method: "GET", url, headers: { accept: "text/plain" }, limitMs });
  if (!answer.answered) throw new Error(`${url} of ${place} did not answer: ${answer.why}`);
  if (answer.status !== 200) throw new Error(`${url} of ${place} answered ${answer.status}`);
  if (answer.body.length >= largestPage) throw new Error(`${url} of ${place} has more than 1 MiB of metrics`);
  const exposed = readExposition(answer.body);
  if (typeof exposed === "string") throw new Error(`${url} of ${place}: ${exposed}`);
  return countsOf(exposed, metrics, place);
}

function countsOf(exposed: readonly Exposed[], metrics: HttpMetrics, place: string): CounterValues {
  const { requests, durations, status, prefixed } = metrics;
  const counts = new Map<string, number>();
  const named = (one: Exposed, name: string) => one.name === name || (prefixed && one.name.endsWith(`_${name}`));
  const counter = requests ?? `${durations}_count`;
  for (const one of exposed) {
    const counted = named(one, counter);
    const bucket = durations !== null && named(one, `${durations}_bucket`);
    if (!counted && !bucket) continue;
    if (!Number.isFinite(one.value)) throw new Error(`${one.name} of ${place} is ${one.value}, which is no number`);
    const word = one.labels[counted ? status : "le"];
    if (word === undefined)
      throw new Error(
        `${one.name} of ${place} has no label ` +
          `\`${counted ? status : "le"}\`${counted ? ", so that errors cannot be counted" : ""}`,
      );
    const key = counted ? statusCount(word) : bucketCount(word);
    counts.set(key, (counts.get(key) ?? 0) + one.value);
  }
  if (counts.size === 0) throw new Error(`${place} has no metric ${prefixed ? `…_${counter}` : counter}`);
  return counts;
}
