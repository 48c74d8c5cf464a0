import { errorText } from "../domain/error-text.ts";
import type { Measurement } from "../domain/evidence.ts";
import type { Judgement, Verdict } from "../domain/result.ts";
import type { RequestSample, Sample } from "../domain/sample.ts";
import type { Environment } from "../settings/settings.ts";
import { signals as everySignal } from "../signals/registry.ts";
import type { Doors, Signal, Watching } from "../signals/signal.ts";
import { summarise } from "../statistics/latency.ts";
import { statisticalTests } from "../statistics/registry.ts";
import type { ErrorTestRun, StatisticalTest } from "../statistics/test.ts";
import { publicHttp } from "./public-http.ts";
import type { StageRun } from "./stage.ts";

/** How often a watch asks whether it is over, and how long it waits for late answers when it is, milliseconds. */
const tickMs = 250;
const lateMs = 10_000;

/** How long the requests before the shift are measured at most, milliseconds. */
const beforeMs = 3_000;

/** The doors that lead to the target; the others are those of the stage. */
export type WatchedTarget = Pick<Doors, "slots" | "reach" | "target">;

/** What is watched: through which signals, judged by which tests. The registries name them unless a test does. */
export interface Watch {
  readonly environment: Environment;
  readonly forMs: number;
  /** True once nothing more may come of it, such as after a cancel. */
  readonly stopped: () => boolean;
  /** What signals may ask of the target. */
  readonly target?: WatchedTarget;
  readonly signals?: readonly Signal[];
  readonly tests?: readonly StatisticalTest[];
}

/** What came of a watch. */
export interface Watched {
  /** The worst verdict over all signals and tests. */
  readonly judgement: Judgement;
  /** What the first signal measured. */
  readonly measured: Measurement;
}

/** A test of the samples of one signal. */
interface Judging {
  readonly signal: Signal;
  readonly test: ErrorTestRun;
}

/** Listens to every signal until the time is over or a test has failed, and judges what was seen: the worst counts. */
export async function watch(run: StageRun, what: Watch): Promise<Watched> {
  const { signals = everySignal, tests = statisticalTests, forMs } = what;
  const { criteria } = run.settings;
  const judging: readonly Judging[] = signals.flatMap((signal) =>
    tests
      .filter(({ judges }) => signal.measures.includes(judges))
      .flatMap((one) => {
        const test = one.start({ criteria, watchMs: forMs, control: false, history: null });
        return test === null ? [] : [{ signal, test }];
      }),
  );
  const stopped = () => what.stopped() || judging.some(({ test }) => test.failed);
  const seen = await listen(run, { ...what, stopped, signals }, (signal, sample) => {
    for (const one of judging) if (one.signal === signal) one.test.add(sample);
  });
  const judgements = judging.flatMap(({ signal, test }) => {
    if (!seen.opened.has(signal)) return [];
    const fault = test.failed ? undefined : seen.faults.get(signal);
    return [fault === undefined ? test.verdict(seen.lastedMs) : faulty(signal, fault)];
  });
  const judgement = worst(judgements);
  const measured = measurementOf(seen.samples);
  if (seen.warnings.size === 0) return { judgement, measured };
  const warnings = [...(judgement.warnings ?? []), ...seen.warnings];
  return { judgement: { ...judgement, warnings }, measured };
}

/** Measures what serves before the shift, for the report's Before column. Short, and judged by nobody. */
export async function measureBefore(run: StageRun, environment: Environment): Promise<void> {
  const forMs = Math.min(beforeMs, run.settings.criteria.watchMs / 3);
  const stopped = () => run.world.cancellation.cancelled;
  const [first] = everySignal;
  const { samples } = await listen(run, { environment, forMs, stopped, signals: [first] }, () => undefined);
  await run.recorder.measure("before", measurementOf(samples));
}

/** What was heard of the signals. */
interface Heard {
  /** Signals that the settings ask for. */
  readonly opened: ReadonlySet<Signal>;
  /** Requests of the first signal. */
  readonly samples: readonly RequestSample[];
  /** Why a signal ended before the watch did. */
  readonly faults: ReadonlyMap<Signal, string>;
  /** What signals have to say beside their samples. */
  readonly warnings: ReadonlySet<string>;
  readonly lastedMs: number;
}

/** Passes each sample on until the time is over, the watch is stopped, or a signal breaks. */
async function listen(
  run: StageRun,
  { environment, forMs, stopped, target, signals = [] }: Watch,
  hear: (signal: Signal, sample: Sample) => void,
): Promise<Heard> {
  const { clock } = run.world;
  const opened = new Set<Signal>();
  const faults = new Map<Signal, string>();
  const samples: RequestSample[] = [];
  const began = clock.ticks();
  const sinceMs = () => clock.ticks() - began;
  let closed = false;
  const done = () => closed || stopped() || faults.size > 0;
  const over = () => done() || sinceMs() >= forMs;
  const warnings = new Set<string>();
  const warn = (says: string) => void warnings.add(says);
  const doors = target === undefined ? {} : { doors: { ...run.world, ...target, warn } };
  const watching: Watching = { ...watchingOf(run, environment), ...doors, sinceMs, over };

  const pass = async (signal: Signal): Promise<void> => {
    try {
      const stream = signal.open(watching);
      if (stream === null) return;
      opened.add(signal);
      for await (const sample of stream) {
        if (done()) return;
        if (signal === signals[0] && sample.kind === "request") samples.push(sample);
        hear(signal, sample);
      }
      if (!over()) faults.set(signal, "it ended");
    } catch (error) {
      opened.add(signal);
      faults.set(signal, errorText(error));
    }
  };
  const pending = new Set(signals);
  const heard = Promise.all(signals.map((signal) => pass(signal).finally(() => pending.delete(signal))));
  const time = async () => {
    while (!over()) await clock.sleep(tickMs);
    // Requests that are in flight when the time is over still count.
    const lastMs = sinceMs() + lateMs;
    while (!done() && pending.size > 0 && sinceMs() < lastMs) await clock.sleep(tickMs);
  };
  await Promise.race([heard, time()]);
  if (!done()) for (const signal of pending) faults.set(signal, "it did not end");
  closed = true;
  return { opened, samples, faults, warnings, lastedMs: sinceMs() };
}

function watchingOf(run: StageRun, environment: Environment): Omit<Watching, "sinceMs" | "over" | "doors"> {
  const { smoke, criteria } = run.settings;
  return { environment, smoke, criteria, clock: run.world.clock, http: publicHttp(run.world, environment) };
}

function faulty({ title }: Signal, why: string): Judgement {
  return {
    verdict: "error",
    reason_code: "watch_inconclusive",
    says: `The watch could not be judged: ${title} stopped giving samples (${why}).`,
    remedy: "Look at the log of this job, and run it again.",
  };
}

const nothingWatched: Judgement = {
  verdict: "error",
  reason_code: "watch_inconclusive",
  says: "Nothing was watched: no signal gives samples that a test judges.",
  remedy: "Set a limit under `criteria` in the settings file.",
};

/** Worst first. */
const order: readonly Verdict[] = ["fail", "error", "inconclusive", "not-run", "off", "pass"];

/** The worst of several judgements. Where there are more than one, its facts keep what the others say. */
function worst(judgements: readonly Judgement[]): Judgement {
  const [first, ...others] = [...judgements].sort(
    (one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict),
  );
  if (first === undefined) return nothingWatched;
  if (others.length === 0) return first;
  return { ...first, facts: { ...first.facts, others: others.map(({ says }) => says) } };
}

function measurementOf(samples: readonly RequestSample[]): Measurement {
  const { p50, p99 } = summarise(samples.flatMap(({ ms }) => ms ?? []));
  return {
    requests: samples.length,
    errors: samples.filter((one) => one.failed).length,
    p50_ms: p50,
    p99_ms: p99,
    seconds: samples.length === 0 ? 0 : Math.max(...samples.map((one) => one.atMs)) / 1_000,
  };
}
