import type { ChartLine } from "../../domain/watch/record.ts";
import type { RequestSample } from "../../domain/watch/sample.ts";
import { type RequestTally, tallyRequests } from "./request-tally.ts";

/** Points of a chart: what fits beside a label on a phone. */
const mostPoints = 24;
/** Latencies that are kept of one point. */
const mostKept = 200;

/** Requests over time. The width of a point grows with the watch, and what is kept does not. */
export interface ChartLineTally {
  readonly secondsPerPoint: number;
  add(sample: RequestSample): void;
  /** As many points as the line has, or as its wider neighbour needs. */
  line(secondsPerPoint: number): ChartLine;
}

/** Counts requests by windows of a second, of two, of four and so on, so that they stay a line. */
export function chartLine(): ChartLineTally {
  let windowMs = 1_000;
  let samples = new Map<number, RequestTally>();
  const add = (sample: RequestSample) => {
    while (sample.atMs >= windowMs * mostPoints) widen();
    const at = Math.max(0, Math.floor(sample.atMs / windowMs));
    const tally = samples.get(at) ?? tallyRequests(mostKept);
    samples.set(at, tally);
    tally.add(sample);
  };
  const widen = () => {
    const wider = new Map<number, RequestTally>();
    for (const [at, tally] of samples) {
      const to = Math.floor(at / 2);
      const joined = wider.get(to);
      if (joined === undefined) wider.set(to, tally);
      else joined.join(tally);
    }
    windowMs *= 2;
    samples = wider;
  };
  return {
    add,
    get secondsPerPoint() {
      return windowMs / 1_000;
    },
    line(secondsPerPoint) {
      while (windowMs < secondsPerPoint * 1_000) widen();
      const points = Array.from({ length: Math.max(0, ...[...samples.keys()].map((at) => at + 1)) }, (_, at) =>
        samples.get(at),
      );
      return {
        error_rate: points.map((one) => (one === undefined || one.requests === 0 ? null : one.errors / one.requests)),
        ms: points.map((one) => one?.measurement().p50_ms ?? null),
      };
    },
  };
}
