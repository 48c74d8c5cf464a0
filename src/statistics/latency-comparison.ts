import type { Judgement } from "../domain/evidence/result.ts";
import { type Histogram, rank, startHistogram } from "./histogram.ts";
import { type Slower, slowerVerdict, tailVerdict } from "./latency-verdict.ts";
import { startSilence } from "./silence.ts";
import { type Tail, tailAlarm } from "./tails.ts";

/** Answers of one arm that took equally long. */
export interface Answers {
  readonly atMs: number;
  readonly ms: number;
  readonly arm: "new" | "old";
  readonly count: number;
}

/** The answers of both arms, compared whenever 5 % more have come. */
export interface Comparison {
  add(answers: Answers): void;
  readonly failure: Judgement | null;
  /** True while something is suspected, or where the newest answers rank too high to pass. */
  readonly suspicious: boolean;
  verdict(at: { readonly nowMs: number; readonly watchMs: number }): Judgement;
}

/** Standard deviations by which answers, divided by the tolerable increase, must rank above those of the control. */
const failsAt = 2.35;
/** Standard deviations below which a release passes: that it is slower by the increase is excluded. */
const passesAt = -2;
/** Answers of each arm before anything is concluded. */
const fewest = 20;
const fewestToPass = 50;
/** After the first alarm so long is waited, and then so many answers must agree: one pause is no fault. */
const pauseMs = 6_000;
const agreeing = 10;
const agreeingTail = 4;
/** Answers are compared anew when so many more have come: the effort for each stays the same. */
const growth = 0.05;

/** What first raised the alarm, and the answers since. */
interface Alarm {
  readonly atMs: number;
  readonly tail: Tail | null;
  /** A divided answer above this agrees; of answers that are alike `expected` do. */
  readonly thresholdMs: number;
  readonly expected: number;
  answers: number;
  agree: number;
}

export function startComparison(increase: number, beforeMs: readonly number[], extra = 0): Comparison {
  const old = startHistogram();
  /** Of the new release: each answer divided by the tolerable increase. */
  const fresh = startHistogram();
  for (const ms of beforeMs) old.add(ms, 1);
  let asked = 0;
  const silence = startSilence();
  let alarm: Alarm | null = null;
  let failure: Judgement | null = null;
  const seen = (): Slower => ({ ...summary(fresh, old, increase), ...rank(fresh, old), history: beforeMs.length > 0 });

  function raise(atMs: number): Alarm | null {
    const tail = tailAlarm(fresh, old);
    const shifted = rank(fresh, old).deviations >= failsAt + extra;
    if (!shifted && tail === null) return null;
    if (alarm !== null && (shifted ? alarm.tail === null : alarm.tail !== null)) return alarm;
    const [thresholdMs, expected] = shifted || tail === null ? [old.quantile(0.5), 0.5] : [tail.ms, 1.5 * tail.part];
    return { atMs, tail: shifted ? null : tail, thresholdMs, expected, answers: 0, agree: 0 };
  }

  function ask(atMs: number): void {
    asked = fresh.total;
    if (fresh.total < fewest || old.total < fewest) return;
    alarm = raise(atMs);
    if (alarm === null || alarm.answers < agreeing || alarm.agree < alarm.expected * alarm.answers) return;
    if (alarm.tail !== null && alarm.agree < agreeingTail) return;
    failure ??= alarm.tail === null ? slowerVerdict(seen(), "fail") : tailVerdict(seen(), alarm.tail);
  }

  return {
    add({ atMs, ms, arm, count }) {
      if (arm === "old") {
        if (beforeMs.length === 0) old.add(ms, count);
        return;
      }
      const divided = ms / (1 + increase);
      fresh.add(divided, count);
      silence.heard(atMs);
      if (alarm !== null && atMs >= alarm.atMs + pauseMs) {
        alarm.answers += count;
        if (divided > alarm.thresholdMs) alarm.agree += count;
      }
      if (failure === null && fresh.total >= asked + Math.max(1, asked * growth)) ask(atMs);
    },
    get failure() {
      return failure;
    },
    get suspicious() {
      return alarm !== null || (fresh.total >= fewestToPass && rank(fresh, old).deviations > 1);
    },
    verdict({ nowMs, watchMs }) {
      if (failure !== null) return failure;
      const now = seen();
      const silent = silence.longest(nowMs) > watchMs / 2;
      const few = fresh.total < fewestToPass || old.total < fewestToPass;
      const sure = now.deviations <= passesAt && alarm === null;
      return slowerVerdict(now, few || silent || !sure ? "inconclusive" : "pass");
    },
  };
}

function summary(fresh: Histogram, old: Histogram, increase: number) {
  return {
    increase,
    requests: fresh.total,
    medianMs: fresh.quantile(0.5) * (1 + increase),
    control: { requests: old.total, medianMs: old.quantile(0.5) },
  };
}
