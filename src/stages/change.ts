import type { Judgement } from "../domain/evidence/result.ts";
import { type Active, type Fleet, type HostFacts, hostNames, recordedPlaces } from "../domain/fleet/fleet.ts";
import { batches, batchText, type Plan, type Refusal, type Step, type Wanted } from "../domain/fleet/plan.ts";
import type { Environment } from "../settings/settings.ts";
import { judgeAnswering } from "../signals/once/owner.ts";
import type { Heartbeat } from "../targets/heartbeat.ts";
import type { Target } from "../targets/target.ts";
import { type RecordedChange, recorded } from "./deployment-record.ts";
import { fitFirst } from "./fit.ts";
import { judged, nothingChanged } from "./judged.ts";
import { giveBack, type Locking, type Planned, planOn, planUnderLock, planWhenFree, takeLocks } from "./lock.ts";
import { logsRead } from "./logs.ts";
import { perform } from "./perform.ts";
import { headersMissing } from "./public-http.ts";
import { rollBack } from "./roll-back.ts";
import { type Conclusion, type StageRun, stopped } from "./stage.ts";
import { type Verifier, verifierOf } from "./verify.ts";
import { measureBefore } from "./watch/history.ts";
import { holdTraffic, isHeld } from "./watch/hold.ts";

/** A change of a target: how to plan it, and what to conclude when all went well. */
export interface TargetChange {
  /** A rollback goes to what was verified: it never marks that as bad, and the public address does not stop it. */
  readonly kind: "deploy" | "rollback";
  readonly environment: Environment;
  readonly target: Target;
  /** What is wanted, given what is there: a rollback knows its release only then. */
  readonly wanted: (fleet: Fleet) => Wanted;
  readonly dryRun: boolean;
  readonly plan: (fleet: Fleet) => Plan | Refusal;
  /** Measure what serves now, before the change, for the report. */
  readonly measureFirst: boolean;
  /** What was observed a moment ago, if anything. */
  readonly known?: Fleet | null;
  /** Hears of each step before it begins. */
  readonly beginning?: (step: Step) => Promise<void>;
  /** A second plan, made under the same lock from what is there once the first one was performed. */
  readonly andThen?: (fleet: Fleet) => Plan | Refusal;
  /** What comes before the first change, once the plan is known; a conclusion ends it there. */
  readonly begins?: () => Promise<Conclusion | null>;
  /** What GitHub's record of deployments is to say of it; absent where it is not recorded there. */
  readonly record?: Pick<RecordedChange, "jobId" | "why">;
  readonly done: Pick<Conclusion, "decision" | "reason_code" | "says">;
}

/** Observe, plan, lock, observe again, perform; after a failed step plan the rollback from what is really there. */
export async function changeTarget(run: StageRun, change: TargetChange): Promise<Conclusion> {
  const { recorder } = run;
  const { target, environment, plan, dryRun } = change;
  await recorder.set({ url: environment.url });
  const unasked = headersMissing(run.world, environment);
  if (unasked !== null) return unasked;
  // A dry run changes nothing, so it waits for nobody.
  const until = run.world.clock.ticks() + (dryRun ? 0 : environment.lockWaitMs);
  const locking: Locking = { target, plan, until, meaning: nothingChanged };

  const fit = change.kind === "deploy" ? await fitFirst(run, { environment, target }) : { ends: null, fleet: null };
  if (fit.ends !== null) return fit.ends;
  const first = await planWhenFree(run, locking, fit.fleet ?? change.known ?? null);
  if ("status" in first) return first;
  const serving = recordedPlaces(first.fleet.hosts);
  const before = (host: string) => serving.find((one) => one.host === host)?.release ?? null;
  await recorder.set({
    from: first.plan.leaves ?? first.fleet.hosts[0]?.active?.release ?? null,
    to: change.wanted(first.fleet).release || null,
    hosts: first.fleet.hosts.map(({ host, releases }) => ({ host, before: before(host), kept: [...releases] })),
  });
  await showPlan(run, first.plan);
  if (dryRun)
    return {
      status: "planned",
      decision: "stop",
      reason_code: "planned",
      says: `Dry run: ${first.plan.says} ${nothingChanged}`,
    };

  const refused = (await change.begins?.()) ?? (await takeLocks(run, locking, first.plan));
  if (refused !== null) return refused;
  const work = () => changeAndGiveBack(run, change, { locking, first });
  return change.record === undefined ? work() : recorded(run, { ...change, ...change.record }, work);
}

/** The change under our locks, and these given back whatever comes of it. */
async function changeAndGiveBack(
  run: StageRun,
  change: TargetChange,
  { locking, first }: { readonly locking: Locking; readonly first: Planned },
): Promise<Conclusion> {
  const { target } = change;
  const heartbeat = target.keepLock();
  try {
    return await changeUnderLock(run, change, { locking, heartbeat, preview: first.plan });
  } finally {
    heartbeat.stop();
    // Whatever happened, nobody has to wait for a lock that nobody uses.
    if (heartbeat.lost() === null) {
      const hosts = [...first.fleet.hosts, ...(first.fleet.routerHosts ?? [])].map(({ host }) => host);
      await giveBack(
        run,
        target,
        hosts.filter((host) => !released(run, host)),
      );
    }
  }
}

/** True where a step gave this host's lock back already. */
function released({ recorder }: StageRun, name: string): boolean {
  const { results } = recorder.evidence;
  return results.some(({ id, host, verdict }) => id === "release-lock" && host === name && verdict === "pass");
}

/** The lock of a change while it is ours. */
interface UnderLock {
  readonly locking: Locking;
  readonly heartbeat: Heartbeat;
  /** The plan that was shown before the lock was ours. */
  readonly preview: Plan;
}

async function changeUnderLock(
  run: StageRun,
  change: TargetChange,
  { locking, heartbeat, preview }: UnderLock,
): Promise<Conclusion> {
  const { target, environment, kind } = change;
  // Only under the lock do the facts hold still: plan again from what is there now.
  const second = await planUnderLock(run, locking);
  if ("status" in second) return second;
  const shown = ({ steps }: Plan) => steps.filter(({ type }) => type !== "acquire-lock").map(({ says }) => says);
  if (shown(second.plan).join() !== shown(preview).join()) await showPlan(run, second.plan);
  const { release } = change.wanted(second.fleet);
  const before = change.measureFirst ? measureBefore(run, { environment, target, fleet: second.fleet, release }) : null;

  const { lost } = heartbeat;
  const verifier = verifierOf({ environment, target, run, lost, history: () => before?.history });
  const beginning = async (step: Step) => {
    await before?.beginning(step);
    await change.beginning?.(step);
  };
  const walk = { target, verifier, lost, goingBack: kind === "rollback", beginning };
  let ending = await perform(second.plan, walk, run);
  await before?.end();
  if (ending === null && change.andThen !== undefined) {
    const then = await planOn(run, target, change.andThen);
    if ("plan" in then) {
      await showPlan(run, then.plan, run.recorder.evidence.plan);
      ending = await perform(then.plan, walk, run);
    } else if (then.status === "cancelled") return then;
    // What was changed by then is rolled back, as after a step that failed.
    else ending = { cause: { ...then, verdict: "fail" }, hosts: [] };
  }
  if (ending !== null && isHeld(ending)) {
    const held = await holdTraffic(run, {
      plan: second.plan,
      walk: { target, verifier, lost, goingBack: false },
      cause: ending.cause,
    });
    if ("status" in held) return held;
    ending = held.failed;
  }
  if (ending === null) {
    const last = await lastLook(run, change, verifier);
    return last.ends ?? (await logsRead(run, change, last.fleet)) ?? passed(change, second.fleet);
  }
  const { wanted } = change;
  return rollBack(run, { target, environment, kind, wanted: wanted(second.fleet), cause: ending.cause, lost });
}

/** All went well, on all hosts but those that were left out. */
function passed({ done }: TargetChange, { away = [] }: Fleet): Conclusion {
  const left = away.length === 0 ? "" : ` Left out, because they could not be reached: ${hostNames(away)}.`;
  return { status: "passed", ...done, says: `${done.says}${left}` };
}

const ownerSignal = {
  kind: "signal",
  id: "owner",
  title: "The recorded release answers on its own port",
  required: true,
} as const;

/** What the look after the last step came to: why it ends here, or what was seen; null where nobody looked. */
type LastLook = { readonly ends: Conclusion } | { readonly ends: null; readonly fleet: Fleet | null };

/** Once more when all is done: what was recorded is what answers. A recorded release is not reversed any more. */
async function lastLook(run: StageRun, change: TargetChange, verifier: Verifier): Promise<LastLook> {
  if (run.world.cancellation.cancelled) {
    await run.recorder.warn(
      "Cancelled when all steps were done: which process answers on the slot's port was not checked again.",
    );
    return { ends: null, fleet: null };
  }
  const last: { fleet: Fleet | null } = { fleet: null };
  const judgement = await judged(run, ownerSignal, async () => {
    const seen = await change.target.observe();
    if ("failed" in seen) return seen.failed;
    last.fleet = seen.fleet;
    return judgeServed(change.target, verifier, seen.fleet);
  });
  if (judgement.verdict === "pass") return { ends: null, fleet: last.fleet };
  const ends = stopped(judgement, `It was recorded on ${change.environment.name}: look at that host now.`);
  // Whoever rolls back has an incident, and it goes on.
  return { ends: change.kind === "rollback" ? { ...ends, decision: "rollback-failed" } : ends };
}

/** Does every host serve, on the slot's port and through the router, the release that it has on record? */
async function judgeServed(target: Target, verifier: Verifier, fleet: Fleet): Promise<Judgement> {
  const unrecorded = fleet.hosts.find(({ active }) => active === null);
  if (unrecorded !== undefined) return noRelease(unrecorded.host);
  const places = fleet.hosts.flatMap((facts) => recordedPlaces([facts]).map((place) => ({ facts, place })));
  const looks = await Promise.all(
    places.map(async ({ facts, place: { host, slot, release } }) => {
      const owner = ownerSeen(facts, { slot, release }) ?? (await verifier.owner({ host, slot, release }));
      if (owner.verdict !== "pass") return owner;
      const routed = target.routed(fleet, slot);
      return routed.verdict === "pass" ? owner : routed;
    }),
  );
  return looks.find(({ verdict }) => verdict !== "pass") ?? looks.at(-1) ?? noRelease("The target");
}

/** What serves as it was recorded needs no other look; null where it does not, and the host is to say more of it. */
function ownerSeen({ host, slots }: HostFacts, { slot, release }: Pick<Active, "slot" | "release">): Judgement | null {
  const { running = null, listens } = slots[slot] ?? {};
  if (running?.release !== release || listens !== true) return null;
  return judgeAnswering({ host, slot, release }, { process: running, listener: "own", stranger: "" });
}

function noRelease(place: string): Judgement {
  return { verdict: "error", reason_code: "state_unknown", says: `${place} has no verified release.` };
}

/** `before` are the lines of a plan that was performed already. */
async function showPlan(run: StageRun, plan: Plan, before: readonly string[] = []): Promise<void> {
  const lines = batches(plan.steps).map(batchText);
  await run.recorder.set({ plan: [...before, ...lines] });
  await run.world.log.group(`Plan: ${plan.says}`, async () => {
    for (const [index, line] of lines.entries()) run.world.log.info(`${index + 1}. ${line}`);
  });
  for (const warning of plan.warnings) await run.recorder.warn(warning);
}
