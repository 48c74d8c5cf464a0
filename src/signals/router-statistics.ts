import type { Sample } from "../domain/watch/sample.ts";
import { type CounterValues, counterBook, hasFallen } from "./metrics/counters.ts";
import { doorsOf, polled } from "./polling.ts";
import type { Signal, Watching } from "./signal.ts";

/** Requests of users as the router counts them by server: real traffic of the old servers and the new ones. */
export const routerStatistics: Signal = {
  id: "router-statistics",
  title: "the router's statistics",
  // Routers give no durations but averages of their last requests, which show no quantile.
  measures: ["errors"],
  control: "shared",
  open(watching) {
    const given = watching.environment.signals?.["router-statistics"];
    return given === undefined ? null : watchRouter(watching, given);
  },
};

interface Pace {
  readonly every: number;
  readonly patience: number;
}

async function* watchRouter(watching: Watching, { every, patience }: Pace): AsyncGenerator<Sample> {
  const { slots, target, warn } = doorsOf(watching);
  const servers = await slots();
  const book = counterBook();
  const read = async () => {
    const seen = new Map((await target.routerCounts()).map((one) => [one.server, one]));
    const atMs = watching.sinceMs();
    return servers.flatMap(({ server, arm }): readonly Sample[] => {
      const counts = seen.get(server);
      if (counts === undefined) {
        if (arm === "old") return [];
        throw new Error(`the router has no statistics of server ${server}`);
      }
      const { requests, failed } = counts;
      const now: CounterValues = new Map([
        ["failed", failed],
        ["good", requests - failed],
      ]);
      const added = book.added(server, now);
      if (added === null) return [];
      if (hasFallen(added)) {
        // Whoever reloads the router does so for other reasons than a release: what comes after it counts.
        warn(
          `The router's counters of ${server} fell from ${added.from} to ${added.to}, as after a reload: requests ` +
            "between two questions are not counted.",
        );
        return [];
      }
      return [true, false].flatMap((bad): readonly Sample[] => {
        const count = added.get(bad ? "failed" : "good") ?? 0;
        return count === 0 ? [] : [{ kind: "request", atMs, failed: bad, ms: null, arm, count }];
      });
    });
  };
  yield* polled(watching, { everyMs: every, patienceMs: patience, read });
}
