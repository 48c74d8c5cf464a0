import type { Measurement } from "../../domain/evidence/evidence.ts";
import type { History } from "../../domain/watch/history.ts";
import type { RequestSample } from "../../domain/watch/sample.ts";
import { summarise } from "../../statistics/latency.ts";

/** Latencies that are kept at most: beyond that, every second one is forgotten, and the next ones are thinned alike. */
const mostKept = 10_000;

/** Requests as they are counted. What it keeps does not grow with them. */
export interface RequestTally {
  readonly requests: number;
  readonly errors: number;
  add(sample: RequestSample): void;
  /** Adds what another one has counted. */
  join(other: RequestTally): void;
  history(): History;
  /** `seconds`: how long it was counted. */
  measurement(seconds?: number): Measurement;
}

/** Counts requests and keeps how long they took. */
export function tallyRequests(most = mostKept): RequestTally {
  let [requests, errors, newestMs, timed, every] = [0, 0, 0, 0, 1];
  let latencies: number[] = [];
  const keep = (ms: number) => {
    timed += 1;
    if (timed % every === 0) latencies.push(ms);
    if (latencies.length < most) return;
    latencies = latencies.filter((_, index) => index % 2 === 1);
    every *= 2;
  };
  return {
    get requests() {
      return requests;
    },
    get errors() {
      return errors;
    },
    add({ failed, ms, atMs, count = 1 }) {
      requests += count;
      if (failed) errors += count;
      newestMs = Math.max(newestMs, atMs);
      if (ms !== null && Number.isFinite(ms)) keep(ms);
    },
    join(other) {
      requests += other.requests;
      errors += other.errors;
      newestMs = Math.max(newestMs, other.measurement().seconds * 1_000);
      for (const ms of other.history().latenciesMs) keep(ms);
    },
    history: () => ({ requests, errors, latenciesMs: [...latencies].sort((one, other) => one - other) }),
    measurement(seconds = newestMs / 1_000) {
      const { p50, p99 } = summarise(latencies);
      return { requests, errors, p50_ms: p50, p99_ms: p99, seconds };
    },
  };
}
