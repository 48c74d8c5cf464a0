import type { Measurement } from "../../domain/evidence/evidence.ts";
import type { Judgement, Verdict } from "../../domain/evidence/result.ts";
import { errorText } from "../../domain/values/error-text.ts";
import type { History } from "../../domain/watch/history.ts";
import type { WatchRecord } from "../../domain/watch/record.ts";
import type { Measure, Sample } from "../../domain/watch/sample.ts";
import type { Environment } from "../../settings/settings.ts";
import { prober } from "../../signals/prober.ts";
import { signals as everySignal } from "../../signals/registry.ts";
import type { Signal } from "../../signals/signal.ts";
import { slotRequests } from "../../signals/slot-requests.ts";
import { statisticalTests } from "../../statistics/registry.ts";
import type { ErrorTestRun, StatisticalTest } from "../../statistics/test.ts";
import type { StageRun } from "../stage.ts";
import { type Heard, listen, type WatchedTarget } from "./listen.ts";
import { blamed } from "./public-url.ts";
import { type JudgedMeasure, tallyWatch } from "./record.ts";

/** What is watched: through which signals, judged by which tests. The registries name them unless a test does. */
export interface Watch {
  readonly environment: Environment;
  readonly forMs: number;
  /** What is watched, for the record. */
  readonly release?: string;
  /** True once nothing more may come of it, such as after a cancel. */
  readonly stopped: () => boolean;
  /** What signals may ask of the target. */
  readonly target?: WatchedTarget;
  /** What each signal saw before the switch, by its id. */
  readonly history?: ReadonlyMap<string, History> | undefined;
  /** The release before takes requests too, so that the public URL does not show which one answered. */
  readonly shared?: boolean;
  readonly signals?: readonly Signal[];
  readonly tests?: readonly StatisticalTest[];
}

/** What came of a watch. */
export interface Watched {
  /** The worst verdict over all signals and tests. */
  readonly judgement: Judgement;
  /** Our own requests through the public URL; to the slot itself while the release before takes requests too. */
  readonly measured: Measurement;
  /** Every metric beside what it was compared with. */
  readonly record: WatchRecord;
  /** What signals saw of the release before while it had users: what is usual, once it has none. */
  readonly beside: ReadonlyMap<string, History>;
  /** Samples of the judged signal that gave the fewest. */
  readonly least: number;
}

/** A test of the samples of one signal. */
interface Judging extends Omit<JudgedMeasure, "judgement"> {
  readonly test: ErrorTestRun;
}

/**
 * Listens to every signal until the time is over or a test has failed, and judges what was seen: the worst counts.
 * Where the release before still runs it is the control; else what was usual before the switch is.
 */
export async function watch(run: StageRun, what: Watch): Promise<Watched> {
  const { signals: given = everySignal, shared = false } = what;
  const signals = shared ? given.filter(({ id }) => id !== prober.id) : given;
  const beside = await runsBeside(what.target);
  const judging = startTests(run, { ...what, signals, shared }, beside.control);
  const counted = tallyWatch();
  const heard = new Map<Signal, number>();
  const stopped = () => what.stopped() || judging.some(({ test }) => test.failed);
  const listening = {
    ...what,
    signals,
    stopped,
    control: beside.control,
    endsAtFault: run.settings.criteria.inconclusive === "roll-back",
  };
  const seen = await listen(run, listening, (signal, sample) => {
    counted.add(signal, sample);
    heard.set(signal, (heard.get(signal) ?? 0) + 1);
    for (const one of judging) if (concerns(one, signal, sample)) one.test.add(sample);
  });
  const judged = judging.flatMap((one) => (seen.opened.has(one.signal) ? [conclude(one, seen)] : []));
  const [through, direct] = [counted.of(prober.id, "new"), counted.of(slotRequests.id, "new")];
  const judgement = withoutLatency(run, blamed(worst(judged), judged, { through, direct }));
  const warnings = [...(judgement.warnings ?? []), ...beside.warnings, ...seen.warnings];
  const { release = "", history = new Map<string, History>() } = what;
  const known = { release, previous: beside.release, seconds: seen.lastedMs / 1_000, judged, history };
  return {
    beside: new Map(
      signals
        .filter(({ control }) => shared && control === "shared")
        .map(({ id }) => [id, counted.of(id, "old")] as const)
        .flatMap(([id, tally]) => (tally.requests === 0 ? [] : [[id, tally.history()] as const])),
    ),
    record: counted.record(known),
    least: Math.min(...judged.map(({ signal }) => heard.get(signal) ?? 0)),
    judgement: warnings.length === 0 ? judgement : { ...judgement, warnings },
    measured: counted.of(signals[0]?.id ?? prober.id, "new").measurement(),
  };
}

/** Whether the release before runs beside the one under watch. */
async function runsBeside(target: WatchedTarget | undefined) {
  try {
    const slots = (await target?.slots()) ?? [];
    const old = slots.find(({ arm }) => arm === "old");
    return { control: old !== undefined, release: old?.release ?? null, warnings: [] };
  } catch (error) {
    const says = `The release before could not be looked for, and is not compared with: ${errorText(error)}`;
    return { control: false, release: null, warnings: [says] };
  }
}

type Starting = Watch & { readonly signals: readonly Signal[]; readonly shared: boolean };

/** Each test for each signal that measures what it judges. */
function startTests({ settings }: StageRun, what: Starting, beside: boolean): readonly Judging[] {
  const { signals, tests = statisticalTests, history, forMs: watchMs, shared } = what;
  const { criteria } = settings;
  return signals.flatMap((signal) =>
    tests
      .filter(({ judges }) => (signal.measuresFor?.(what.environment) ?? signal.measures).includes(judges))
      .flatMap((one) => {
        const control = beside ? controlOf(signal, one.judges, shared) : null;
        const known = history?.get(signal.id) ?? null;
        const test = one.start({ criteria, watchMs, control: control !== null, history: known });
        return test === null ? [] : [{ signal, measure: one.judges, control, test }];
      }),
  );
}

/** Where the samples of the release before come from, while it runs; null where a signal has none of them. */
function controlOf({ id, control, controlledBy }: Signal, measure: Measure, shared: boolean): string | null {
  if (controlledBy?.measures.includes(measure) === true) return controlledBy.id;
  return control === "asked" || (control === "shared" && shared) ? id : null;
}

/** A test hears the samples of its signal, and those of the release before from where its control is. */
function concerns({ signal, control }: Judging, from: Signal, sample: Sample): boolean {
  if (from === signal) return true;
  return from.id === control && sample.kind === "request" && sample.arm === "old";
}

function conclude(one: Judging, seen: Heard): JudgedMeasure {
  const fault = one.test.failed ? undefined : seen.faults.get(one.signal);
  const judgement = fault === undefined ? one.test.verdict(seen.lastedMs) : faulty(one.signal, fault);
  return { ...one, judgement };
}

/** Says of what passed that latency was no part of it, where the settings switch that off. */
function withoutLatency({ settings }: StageRun, judgement: Judgement): Judgement {
  if (settings.criteria.latencyIncrease !== null || judgement.verdict !== "pass") return judgement;
  const says = `${judgement.says} Latency is off (\`criteria.latency\`): how long answers take was not judged.`;
  return { ...judgement, says, facts: { ...judgement.facts, off: ["latency"] } };
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
function worst(judged: readonly JudgedMeasure[]): Judgement {
  const [first, ...others] = judged
    .map(({ judgement }) => judgement)
    .sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
  if (first === undefined) return nothingWatched;
  if (others.length === 0) return first;
  return { ...first, facts: { ...first.facts, others: others.map(({ says }) => says) } };
}
