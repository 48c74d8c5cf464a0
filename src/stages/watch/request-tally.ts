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
  /** How many answers each latency that is kept stands for. */
  readonly every: number;
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
  // Metrics give thousands of answers as one sample: each counts, or one slow answer weighs as much as all others.
  const keep = (ms: number, count: number) => {
    let left = count;
    for (let wait = every - (timed % every); wait <= left; wait = every - (timed % every)) {
      timed += wait;
      left -= wait;
      latencies.push(ms);
      if (latencies.length < most) continue;
      latencies = latencies.filter((_, index) => index % 2 === 1);
      every *= 2;
    }
    timed += left;
  };
  return {
    get requests() {
      return requests;
    },
    get errors() {
      return errors;
    },
    get every() {
      return every;
    },
    add({ failed, ms, atMs, count = 1 }) {
      requests += count;
      if (failed) errors += count;
      newestMs = Math.max(newestMs, atMs);
      if (ms !== null && Number.isFinite(ms)) keep(ms, count);
    },
    join(other) {
      requests += other.requests;
      errors += other.errors;
      newestMs = Math.max(newestMs, other.measurement().seconds * 1_000);
      for (const ms of other.history().latenciesMs) keep(ms, other.every);
    },
    history: () => ({ requests, errors, latenciesMs: [...latencies].sort((one, other) => one - other) }),
    measurement(seconds = newestMs / 1_000) {
      const { p50, p99 } = summarise(latencies);
      return { requests, errors, p50_ms: p50, p99_ms: p99, seconds };
    },
  };
}
