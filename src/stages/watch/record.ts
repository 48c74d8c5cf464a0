import type { Judgement, Verdict } from "../../domain/evidence/result.ts";
import type { History } from "../../domain/watch/history.ts";
import type { WatchedMetric, WatchRecord } from "../../domain/watch/record.ts";
import type { Arm, Measure, Sample } from "../../domain/watch/sample.ts";
import type { Signal } from "../../signals/signal.ts";
import { summarise } from "../../statistics/latency.ts";
import { type ChartLineTally, chartLine } from "./chart-line.ts";
import { type RequestTally, tallyRequests } from "./request-tally.ts";

/** How one measure of a signal was judged, and against what. */
export interface JudgedMeasure {
  readonly signal: Signal;
  readonly measure: Measure;
  /** The signal that gave the samples of the release before; null where none did. */
  readonly control: string | null;
  readonly judgement: Judgement;
}

/** What a record is made of besides the samples. */
interface Known {
  readonly release: string;
  readonly previous: string | null;
  readonly seconds: number;
  readonly judged: readonly JudgedMeasure[];
  readonly history: ReadonlyMap<string, History>;
}

/** What a watch sees, kept for its table and its chart. It does not grow with the watch. */
export interface WatchTally {
  add(signal: Signal, sample: Sample): void;
  /** Requests of one signal to one release. */
  of(signal: string, arm: Arm): RequestTally;
  record(known: Known): WatchRecord;
}

interface Requests {
  readonly tally: RequestTally;
  readonly line: ChartLineTally;
}

/** How often a state held, or what a level was last, of one signal. */
interface Looks {
  readonly signal: string;
  readonly of: string;
  held: number;
  asked: number;
  readonly level: Partial<Record<Arm, number>>;
}

/** Starts to keep what a watch sees. */
export function tallyWatch(): WatchTally {
  const requests = new Map<string, Requests>();
  const looks = new Map<string, Looks>();
  const requestsOf = (signal: string, arm: Arm): Requests => {
    const one = requests.get(`${signal} ${arm}`) ?? { tally: tallyRequests(), line: chartLine() };
    requests.set(`${signal} ${arm}`, one);
    return one;
  };
  return {
    add({ id }, sample) {
      if (sample.kind === "request") {
        const { tally, line } = requestsOf(id, sample.arm ?? "new");
        tally.add(sample);
        line.add(sample);
        return;
      }
      const key = `${id} ${sample.of}`;
      const one = looks.get(key) ?? { signal: id, of: sample.of, held: 0, asked: 0, level: {} };
      looks.set(key, one);
      if (sample.kind === "level" && Number.isFinite(sample.value)) one.level[sample.arm] = sample.value;
      if (sample.kind !== "state" || sample.holds === null) return;
      one.held += sample.holds ? 1 : 0;
      one.asked += 1;
    },
    of: (signal, arm) => requestsOf(signal, arm).tally,
    record: (known) => ({
      ...{ release: known.release, previous: known.previous, seconds: known.seconds },
      metrics: [
        ...known.judged
          .filter(({ measure }) => measure === "errors" || measure === "latency")
          .flatMap((one) => requestMetrics(one, known.history, (signal, arm) => requestsOf(signal, arm).tally)),
        ...[...looks.values()].map((one) => lookMetric(one, known.judged)),
      ],
      chart: chartOf(requests),
    }),
  };
}

type TallyOf = (signal: string, arm: Arm) => RequestTally;

/** The error rate of a signal, or its latency, beside what it was compared with. */
function requestMetrics(
  { signal, measure, control, judgement }: JudgedMeasure,
  histories: ReadonlyMap<string, History>,
  tallyOf: TallyOf,
): readonly WatchedMetric[] {
  const own = tallyOf(signal.id, "new");
  const old = control === null ? undefined : tallyOf(control, "old").history();
  const history = old !== undefined && old.requests > 0 ? old : histories.get(signal.id);
  const against = history === undefined ? null : history === old ? ("control" as const) : ("history" as const);
  const common = { signal: signal.id, compared_with: against, verdict: judgement.verdict };
  if (measure === "errors") {
    const [before, after] = [rateOf(history), rateOf(own)];
    const change = before === null || after === null ? null : after - before;
    return [{ ...common, metric: "error rate", unit: "fraction", before, after, change }];
  }
  const was = summarise(history?.latenciesMs ?? []);
  const is = summarise(own.history().latenciesMs);
  return (["p50", "p99"] as const).map((metric) => {
    const [before, after] = [was[metric], is[metric]];
    return { ...common, metric, unit: "ms", before, after, change: relative(before, after) };
  });
}

function rateOf(one: { readonly requests: number; readonly errors: number } | undefined): number | null {
  return one === undefined || one.requests === 0 ? null : one.errors / one.requests;
}

function relative(before: number | null, after: number | null): number | null {
  return before === null || after === null || before === 0 ? null : after / before - 1;
}

function lookMetric({ signal, of, held, asked, level }: Looks, judged: readonly JudgedMeasure[]): WatchedMetric {
  const verdictOf = (which: Measure): Verdict | null =>
    judged.find((one) => one.signal.id === signal && one.measure === which)?.judgement.verdict ?? null;
  const common = { metric: of, signal };
  if (level.new === undefined && level.old === undefined) {
    const after = asked === 0 ? null : held / asked;
    const state = { before: null, after, change: null, compared_with: null };
    return { ...common, unit: "held", ...state, verdict: verdictOf("state") };
  }
  const [before, after] = [level.old ?? null, level.new ?? null];
  const compared = before === null ? null : ("control" as const);
  const change = relative(before, after);
  return { ...common, unit: "level", before, after, change, compared_with: compared, verdict: verdictOf("level") };
}

/** The line of the signal that saw both releases, else of the first that saw the new one. */
function chartOf(requests: ReadonlyMap<string, Requests>): WatchRecord["chart"] {
  const ids = [...requests.keys()].filter((key) => key.endsWith(" new")).map((key) => key.slice(0, -" new".length));
  const seen = (id: string, arm: Arm) => {
    const one = requests.get(`${id} ${arm}`);
    return one !== undefined && one.tally.requests > 0 ? one.line : null;
  };
  const id = ids.find((one) => seen(one, "old") !== null && seen(one, "new") !== null) ?? ids[0] ?? "";
  const [before, after] = [seen(id, "old"), seen(id, "new")];
  const width = Math.max(before?.secondsPerPoint ?? 1, after?.secondsPerPoint ?? 1);
  return {
    signal: id,
    seconds_per_point: width,
    before: before?.line(width) ?? null,
    after: after?.line(width) ?? { error_rate: [], ms: [] },
  };
}
