import type { Arm, Sample } from "../../domain/watch/sample.ts";
import { LastingFault } from "../polling.ts";
import { type CounterValues, counterBook, hasFallen } from "./counters.ts";
import { coarseness, type HttpMetrics, requestsIn } from "./http-counts.ts";

/** What the processes of an arm have counted until now, each under its name. */
export type ArmCounts = ReadonlyMap<string, CounterValues>;

/** Readings of the same counters, one after another. */
export interface MetricsWatch {
  /** Requests since the reading before. Throws where a counter of the new release fell. */
  requests(reading: { readonly arm: Arm; readonly atMs: number; readonly counts: ArmCounts }): readonly Sample[];
  /** Ends it: throws where the new release was never read twice; else why the histogram is too coarse, or null. */
  end(): string | null;
}

export function metricsWatch(metrics: HttpMetrics): MetricsWatch {
  const book = counterBook();
  const all = new Map<string, number>();
  let seen = false;
  return {
    requests({ arm, atMs, counts }) {
      const samples: Sample[] = [];
      for (const [process, now] of counts) {
        const added = book.added(`${arm} ${process}`, now);
        if (added === null) continue;
        if (hasFallen(added)) {
          // The release before is the control: without that moment of it, there is a little less of it.
          if (arm === "old") continue;
          throw new LastingFault(
            `the counter ${added.name} of ${process} fell from ${added.from} to ${added.to}: its process was started ` +
              "again, or the numbers are not those of one process",
          );
        }
        seen ||= arm === "new";
        for (const [name, count] of added) all.set(name, (all.get(name) ?? 0) + count);
        samples.push(...requestsIn(added, metrics, { atMs, arm }));
      }
      return samples;
    },
    end() {
      if (!seen) throw new Error("the new release was not read twice within the watch, so that nothing is known of it");
      const [why] = [0.5, 0.99].flatMap((quantile) => coarseness(all, metrics, quantile) ?? []);
      if (why === undefined) return null;
      const { durations = "the durations" } = metrics;
      return (
        `The histogram ${durations} cannot show that latency grew by 50 %: ${why}. ` +
        "Add buckets there, or rely on the prober for latency."
      );
    },
  };
}
