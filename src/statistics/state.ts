import { type ReasonCode, reasonOfLoss } from "../domain/evidence/reason.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import type { StateSample } from "../domain/watch/sample.ts";
import { spanText } from "./error-verdict.ts";
import type { StatisticalTest } from "./test.ts";

/** What must hold while a release is watched: health, readiness, jobs, logs, issues. */
export const stateTest: StatisticalTest = {
  id: "state",
  judges: "state",
  start({ watchMs }) {
    const test = startStateTest({ watchMs });
    return {
      ...test,
      add(sample) {
        if (sample.kind === "state") test.add(sample);
      },
      get failed() {
        return test.failed;
      },
    };
  },
};

/** What is lost for so long, seen twice or more, is lost; a moment in which a look fails is none. */
const lostMs = 5_000;
const lostLooks = 2;
/** Names that are kept: what holds is a short list, and memory must not grow. */
const mostNames = 100;
/** What is a fact once it was seen, and needs no second look. */
const facts: ReadonlySet<ReasonCode> = new Set(["issue_opened"]);

interface Held {
  looks: number;
  held: number;
  /** Looks that could not be answered, what the newest of them says, and when the newest was that could. */
  unknown: number;
  unknownSays: string;
  knownMs: number;
  lostSinceMs: number | null;
  lostLooks: number;
  says: string;
}

/**
 * Does it hold, all the time? Fails what was seen not to hold for 5 s in a row; a look that could not be answered
 * neither ends nor begins that. Passes where everything held at its newest look, and was known for most of the watch.
 */
export function startStateTest({ watchMs }: { readonly watchMs: number }) {
  const states = new Map<string, Held>();
  let failure: Judgement | null = null;
  let newestMs = 0;

  function add({ of, holds, says, atMs }: Omit<StateSample, "kind">): void {
    if (Number.isFinite(atMs)) newestMs = Math.max(newestMs, atMs);
    const state = states.get(of) ?? newState();
    if (!states.has(of)) {
      if (states.size >= mostNames) return;
      states.set(of, state);
    }
    state.looks += 1;
    if (holds === null) Object.assign(state, { unknown: state.unknown + 1, unknownSays: says });
    else state.knownMs = newestMs;
    if (holds !== false) {
      if (holds) Object.assign(state, { held: state.held + 1, lostSinceMs: null, lostLooks: 0 });
      return;
    }
    state.lostSinceMs ??= newestMs;
    state.lostLooks += 1;
    state.says = says;
    failure ??= lost(of, state, newestMs);
  }

  return {
    add,
    get failed() {
      return failure !== null;
    },
    verdict(nowMs = newestMs): Judgement {
      return failure ?? openState(states, { nowMs, watchMs }) ?? allHeld(states);
    },
  };
}

function newState(): Held {
  return { looks: 0, held: 0, unknown: 0, unknownSays: "", knownMs: 0, lostSinceMs: null, lostLooks: 0, says: "" };
}

function lost(of: string, { lostSinceMs, lostLooks: looks, says }: Held, nowMs: number): Judgement | null {
  if (lostSinceMs === null) return null;
  const reason_code = reasonOfLoss(of);
  const lastedMs = nowMs - lostSinceMs;
  if (!facts.has(reason_code) && (lastedMs < lostMs || looks < lostLooks)) return null;
  return {
    verdict: "fail",
    reason_code,
    says: facts.has(reason_code) ? says : `${of} did not hold, in ${looks} looks over ${spanText(lastedMs)}: ${says}`,
    remedy: "Read the log of the release from that time on.",
    facts: { of, looks, lost_for_s: Math.round(lastedMs / 1_000) },
  };
}

type States = ReadonlyMap<string, Held>;

/** What is not known to hold; null where all is. */
function openState(states: States, at: { readonly nowMs: number; readonly watchMs: number }): Judgement | null {
  const remedy = "Look at the log of this job for why it could not be asked, and run it again.";
  const open = (says: string): Judgement => ({
    ...{ verdict: "inconclusive", reason_code: "watch_inconclusive", says, remedy },
  });
  if (states.size === 0) return open("No state of the release was seen, so nothing is known.");
  for (const [of, { held, looks, unknown, unknownSays, knownMs, lostSinceMs, says }] of states) {
    const newest = unknownSays === "" ? "" : ` The newest of them: ${unknownSays}`;
    if (lostSinceMs !== null) return open(`${of} did not hold at its newest look: ${says}`);
    if (held === 0) return open(`${of} is unknown: none of ${looks} looks was answered.${newest}`);
    // What comes after the watch, while answers are awaited, is no silence of the signal.
    const silentMs = (Number.isFinite(at.nowMs) ? Math.min(at.nowMs, at.watchMs) : knownMs) - knownMs;
    if (unknown > looks / 2)
      return open(`${of} is unknown for most of the watch: ${unknown} of ${looks} looks were not answered.${newest}`);
    if (silentMs > Math.max(at.watchMs / 2, lostMs))
      return open(`${of} is unknown for the last ${spanText(silentMs)} of the watch: no look was answered.`);
  }
  return null;
}

function allHeld(states: States): Judgement {
  const parts = [...states].map(([of, { held, looks }]) => `${of} in ${held} of ${looks} looks`);
  const says = `What must hold held: ${parts.slice(0, 5).join(", ")}.`;
  return { verdict: "pass", reason_code: "passed", says, facts: { states: states.size } };
}
