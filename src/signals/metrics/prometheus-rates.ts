import type { WatchedSlot } from "../../domain/fleet/asked-target.ts";
import type { Arm, RequestSample } from "../../domain/watch/sample.ts";
import { shown } from "../../settings/fault.ts";
import type { PrometheusSettings } from "../../settings/signals.ts";
import type { Watching } from "../signal.ts";
import { type Prometheus, pastS, type TimeSeries } from "./prometheus-api.ts";

interface Asked {
  readonly api: Prometheus;
  readonly watching: Watching;
  readonly everyMs: number;
  readonly queries: NonNullable<PrometheusSettings["queries"]>;
  readonly slots: readonly WatchedSlot[];
  /** The query for the slots of one arm. */
  readonly filled: (query: string, slots: readonly WatchedSlot[]) => string;
}

/**
 * Requests by the user's own queries, which give rates: requests a second, and errors a second. Each point of a range
 * stands for the time since the point before. A query that names no arm is that of the new release.
 */
export function queriedRates({ api, watching, everyMs, queries, slots, filled }: Asked) {
  const { clock, sinceMs } = watching;
  const step = everyMs / 1_000;
  const began = clock.now().getTime() / 1_000 - sinceMs() / 1_000 - (watching.before === true ? pastS : 0);
  const asked = new Map<Arm, number>();
  // Parts of a request, kept until they are one.
  const rest = new Map<string, number>();
  const whole = (key: string, amount: number) => {
    const all = amount + (rest.get(key) ?? 0);
    const count = Math.floor(all + 1e-9);
    rest.set(key, all - count);
    return count;
  };

  async function read(arm: Arm, own: readonly WatchedSlot[]): Promise<readonly RequestSample[]> {
    const from = (asked.get(arm) ?? began) + step;
    const to = clock.now().getTime() / 1_000;
    if (to < from) return [];
    const [requests, errors] = await Promise.all(
      [queries.requests, queries.errors].map(async (query) =>
        onlyOne(await api.range(filled(query, own), { from, to, step }), query),
      ),
    );
    const failing = new Map(errors?.points.map(({ at, value }) => [at, value]));
    // All are read before one counts: what is asked again after a fault must not lack what came before it.
    const points = (requests?.points ?? []).map(({ at, value }) => {
      const bad = failing.get(at);
      if (bad === undefined) throw new Error(`\`${shown(queries.errors)}\` gives no value where requests have one`);
      if (value < 0 || bad < 0) throw new Error("a query of Prometheus gives a rate below 0");
      return { at, value, bad };
    });
    const samples: RequestSample[] = [];
    for (const { at, value, bad } of points) {
      const failed = whole(`errors ${arm}`, bad * step);
      const good = Math.max(0, whole(`requests ${arm}`, value * step) - failed);
      const stamp = { kind: "request", atMs: Math.round((at - began) * 1_000), ms: null, arm } as const;
      if (failed > 0) samples.push({ ...stamp, failed: true, count: failed });
      if (good > 0) samples.push({ ...stamp, failed: false, count: good });
      asked.set(arm, at);
    }
    return samples;
  }

  return {
    read: async () => {
      const bothArms = filled(queries.requests, slots) !== queries.requests;
      const own = (arm: Arm) => slots.filter((one) => one.arm === arm);
      const old = own("old");
      // Without the release before there is no control, which the tests know.
      const control = bothArms && old.length > 0 ? await read("old", old).catch(() => []) : [];
      return [...(await read("new", own("new"))), ...control];
    },
    end() {
      if (!asked.has("new")) throw new Error("no query gave a value within the watch");
    },
  };
}

/** A query has to give one series: several would be counted twice, and none is no zero. */
function onlyOne(series: readonly TimeSeries[], query: string): TimeSeries {
  const [first, ...others] = series;
  if (first === undefined)
    throw new Error(`\`${shown(query)}\` gives no series; append \`or vector(0)\` where that means none`);
  if (others.length > 0)
    throw new Error(`\`${shown(query)}\` gives ${series.length} series; it has to give one, such as \`sum(...)\``);
  return first;
}
