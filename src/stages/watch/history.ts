import type { Fleet } from "../../domain/fleet/fleet.ts";
import type { Step } from "../../domain/fleet/plan.ts";
import type { History } from "../../domain/watch/history.ts";
import type { Arm } from "../../domain/watch/sample.ts";
import type { Environment } from "../../settings/settings.ts";
import { prober } from "../../signals/prober.ts";
import { signals as everySignal } from "../../signals/registry.ts";
import type { Signal } from "../../signals/signal.ts";
import { slotRequests } from "../../signals/slot-requests.ts";
import type { Placed, Target } from "../../targets/target.ts";
import type { StageRun } from "../stage.ts";
import { listen } from "./listen.ts";
import { type RequestTally, tallyRequests } from "./request-tally.ts";
import { watchedTarget } from "./target.ts";

/** How long the requests before the switch are measured at most, and how long they are waited for, milliseconds. */
const mostMs = 60_000;
const leastMs = 3_000;

/** Steps that load what the application depends on: nothing is measured then. */
const disturbs = new Set<Step["type"]>(["backup", "migrate", "settle"]);

/** What serves, measured beside the first steps of a change. */
export interface Before {
  /** Hears of each step before it begins; waits where it is about to change what serves, and too little was seen. */
  beginning(step: Step): Promise<void>;
  /** What each signal saw, by its id. */
  readonly history: ReadonlyMap<string, History>;
  /** Ends it, whatever was seen. */
  end(): Promise<void>;
}

/** What is measured before a change. */
interface Measured {
  readonly environment: Environment;
  readonly target: Target;
  readonly fleet: Fleet;
  /** The release that is to be watched. */
  readonly release: string;
}

/**
 * Measures what serves before the switch, through the public URL, at its slot and by the signals that the settings ask
 * for, over a window like the watch and in the time that the upload and the start take anyway. It is what usual means
 * for this application. Null where no verified release has all requests: one that is not verified is no measure, least
 * of all for itself.
 */
export function measureBefore(run: StageRun, measured: Measured): Before | null {
  const { target, fleet } = measured;
  const serving = target.serving(fleet);
  if (serving === null || target.routed(fleet, serving.slot).verdict !== "pass") return null;
  return startMeasuring(run, { ...measured, serving });
}

function startMeasuring(
  run: StageRun,
  { environment, target, fleet, release, serving }: Measured & { readonly serving: Placed },
): Before {
  const { clock, cancellation } = run.world;
  const watchMs = run.settings.criteria.watchMs;
  const forMs = Math.min(mostMs, watchMs);
  const own = [prober, slotRequests];
  const others = everySignal.filter((one) => one.measures.includes("errors") && !own.includes(one));
  const tallies = new Map<string, RequestTally>([...own, ...others].map(({ id }) => [id, tallyRequests()]));
  const began = clock.ticks();
  /** When the last of these steps began and ended, milliseconds since the beginning. */
  let disturbance = { fromMs: 0, toMs: 0 };
  let ended = false;
  const sinceMs = () => clock.ticks() - began;
  const isDisturbed = (atMs: number) => atMs >= disturbance.fromMs && atMs < disturbance.toMs;
  const stopped = () => ended || cancellation.cancelled;
  /** `of`: the release that counts as the new one; `arm`: whose samples are those of what serves. */
  const measure = async (signals: readonly Signal[], of: string, arm: Arm) => {
    const seen = watchedTarget({ environment, target }, of, fleet);
    const control = (await seen.slots()).length > 0;
    const what = { environment, signals, forMs, stopped, target: seen, control, before: true, endsAtFault: false };
    await listen(run, what, (signal, sample) => {
      if (sample.kind !== "request" || isDisturbed(sample.atMs) || (sample.arm ?? arm) !== arm) return;
      tallies.get(signal.id)?.add(sample);
    });
  };
  const heard = Promise.all([
    measure(own, release, serving.release === release ? "new" : "old"),
    measure(others, serving.release, "new"),
  ])
    // What could not be measured before is not known: the watch has no history then.
    .catch(() => null);
  const finish = async (forAnswersMs = 0) => {
    if (ended) return;
    ended = true;
    if (forAnswersMs > 0) await Promise.race([heard, clock.sleep(forAnswersMs)]);
    const probed = tallies.get(prober.id);
    if (probed !== undefined) await run.recorder.measure("before", probed.measurement());
  };
  return {
    async beginning(step) {
      if (!disturbs.has(step.type)) disturbance.toMs = Math.min(disturbance.toMs, sinceMs());
      else if (disturbance.toMs < Number.POSITIVE_INFINITY)
        disturbance = { fromMs: sinceMs(), toMs: Number.POSITIVE_INFINITY };
      const changes =
        step.type === "shift" || step.type === "observe" || (step.type === "stop" && step.slot === serving.slot);
      if (ended || !changes) return;
      const waits = Math.min(leastMs, watchMs / 3) - sinceMs();
      if (waits > 0) await clock.sleep(waits);
      await finish(leastMs);
    },
    get history() {
      return new Map([...tallies].flatMap(([id, one]) => (one.requests === 0 ? [] : [[id, one.history()] as const])));
    },
    end: () => finish(),
  };
}
