import { condemns } from "../domain/blame.ts";
import type { Fleet } from "../domain/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../domain/plan.ts";
import { type Judgement, result } from "../domain/result.ts";
import type { Environment } from "../settings/settings.ts";
import type { Heartbeat } from "../targets/heartbeat.ts";
import type { Target } from "../targets/target.ts";
import { giveBack, type Locking, planWhenFree, takeLocks } from "./lock.ts";
import { perform } from "./perform.ts";
import { headersMissing } from "./public-http.ts";
import { askPublicFirst } from "./public-url.ts";
import { type Conclusion, type StageRun, stopped } from "./stage.ts";
import { measureBefore, type Verifier, verifierOf } from "./verify.ts";

/** How long a rollback waits for the step before it to end on its host. */
const stepEndsMs = 120_000;

/** A change of a target: how to plan it, and what to conclude when all went well. */
export interface Change {
  /**
   * A rollback goes to what was verified: it never marks where it goes as bad, and no look at the public address stops
   * it.
   */
  readonly kind: "deploy" | "rollback";
  readonly environment: Environment;
  readonly target: Target;
  /** What is wanted, given what is there: a rollback knows its release only then. */
  readonly wanted: (fleet: Fleet) => Wanted;
  readonly dryRun: boolean;
  readonly plan: (fleet: Fleet) => Plan | Refusal;
  /** Measure what serves now, before the change, for the report. */
  readonly measureFirst: boolean;
  readonly done: {
    readonly decision: Conclusion["decision"];
    readonly reason_code: Conclusion["reason_code"];
    readonly says: string;
  };
}

/** Observe, plan, lock, observe again, perform; after a failed step plan the rollback from what is really there. */
export async function changeTarget(run: StageRun, change: Change): Promise<Conclusion> {
  const { recorder } = run;
  const { target, environment, plan, dryRun } = change;
  await recorder.set({ url: environment.url });
  const unasked = headersMissing(run.world, environment);
  if (unasked !== null) return unasked;
  // A dry run changes nothing, so it waits for nobody.
  const until = run.world.clock.ticks() + (dryRun ? 0 : environment.lockWaitMs);
  const locking: Locking = { target, plan, until, meaning: "Nothing was changed." };

  const first = await planWhenFree(run, locking);
  if ("status" in first) return first;
  await recorder.set({
    from: first.fleet.hosts[0]?.active?.release ?? null,
    to: change.wanted(first.fleet).release || null,
  });
  await showPlan(run, first.plan);
  if (change.kind === "deploy") {
    const unreachable = await askPublicFirst(run, { environment, target, fleet: first.fleet });
    if (unreachable !== null) return stopped(unreachable, "Nothing was changed.");
  }
  if (dryRun)
    return {
      status: "planned",
      decision: "stop",
      reason_code: "planned",
      says: `Dry run: ${first.plan.says} Nothing was changed.`,
    };

  const refused = await takeLocks(run, locking, first.plan);
  if (refused !== null) return refused;
  const heartbeat = target.keepLock();
  try {
    return await changeUnderLock(run, change, { locking, heartbeat, preview: first.plan });
  } finally {
    heartbeat.stop();
    // Whatever happened, nobody has to wait for a lock that nobody uses.
    if (heartbeat.lost() === null) {
      await giveBack(
        run,
        target,
        first.fleet.hosts.map(({ host }) => host),
      );
    }
  }
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
  change: Change,
  { locking, heartbeat, preview }: UnderLock,
): Promise<Conclusion> {
  const { target, environment, kind } = change;
  // Only under the lock do the facts hold still: plan again from what is there now.
  const second = await planWhenFree(run, locking);
  if ("status" in second) return second;
  const shown = ({ steps }: Plan) => steps.filter(({ type }) => type !== "acquire-lock").map(({ says }) => says);
  if (shown(second.plan).join() !== shown(preview).join()) await showPlan(run, second.plan);
  if (change.measureFirst && second.fleet.hosts.some((host) => host.active !== null))
    await measureBefore(environment, run.settings, run);

  const { lost } = heartbeat;
  const look = verifierOf(environment, run.settings, { target, run, lost });
  const cause = await perform(second.plan, { target, look, lost, goingBack: kind === "rollback" }, run);
  if (cause === null) return (await stillServed(run, change, look)) ?? { status: "passed", ...change.done };
  return rollBack(run, change, { wanted: change.wanted(second.fleet), cause, lost });
}

/**
 * Once more when all is done: what was recorded is what answers. Null where it is; a recorded release is not reversed
 * any more.
 */
async function stillServed(run: StageRun, { target, environment }: Change, look: Verifier): Promise<Conclusion | null> {
  if (run.world.cancellation.cancelled) {
    await run.recorder.warn(
      "Cancelled when all steps were done: who answers on the slot's port was not looked at once more.",
    );
    return null;
  }
  const started = run.world.clock.ticks();
  const seen = await target.observe();
  const heading = {
    kind: "signal",
    id: "owner",
    title: "The recorded release answers on its own port",
    required: true,
  } as const;
  let judgement: Judgement = {
    verdict: "error",
    reason_code: "state_unknown",
    says: "No host has a verified release.",
  };
  if ("failed" in seen) judgement = seen.failed;
  else {
    for (const { host, active } of seen.fleet.hosts) {
      if (active === null) break;
      judgement = await look.owner({ host, slot: active.slot, release: active.release });
      const routed = target.routed(seen.fleet, active.slot);
      if (judgement.verdict === "pass" && routed.verdict !== "pass") judgement = routed;
      if (judgement.verdict !== "pass") break;
    }
  }
  await run.recorder.record(result(heading, judgement, run.world.clock.ticks() - started));
  if (judgement.verdict === "pass") return null;
  return stopped(judgement, `It was recorded on ${environment.name}: look at that host now.`);
}

/** After a failed step: back to what was last proved, planned from what is there now. */
async function rollBack(
  run: StageRun,
  change: Change,
  { wanted, cause, lost }: { readonly wanted: Wanted; readonly cause: Judgement; readonly lost: () => string | null },
): Promise<Conclusion> {
  const { target, environment, kind } = change;
  if (run.world.cancellation.cancelled) return cancelled;
  if (cause.reason_code === "lock_lost") return lostLock(cause);
  const failedToo = (why: Pick<Judgement, "reason_code" | "says">): Conclusion =>
    run.world.cancellation.cancelled
      ? cancelled
      : why.reason_code === "lock_lost"
        ? lostLock({ ...cause, says: why.says })
        : {
            status: "failed",
            decision: "rollback-failed",
            reason_code: "rollback_failed",
            says: `${cause.says} Rolling back failed as well: ${why.says.trim()}`,
            remedy: `Look at ${environment.name} now: the state of the slots and the router is in the last results. Then run the job or \`rollback\` again.`,
          };
  const markBad = kind === "deploy" && condemns(cause);
  const recovery = (fleet: Fleet): Plan | Refusal => {
    const made = target.recover(fleet, { ...wanted, markBad });
    // Another run's lock is not waited for here: that run decides now.
    return isRefusal(made) && made.refused === "lock_held" ? { ...made, refused: "lock_lost" } : made;
  };
  // A step of ours that timed out may still work on its host: it ends by itself.
  const now = await planWhenFree(run, {
    target,
    plan: recovery,
    until: run.world.clock.ticks() + stepEndsMs,
    meaning: "",
  });
  if ("status" in now) return failedToo(now);
  const { plan } = now;
  run.world.log.info(plan.says);
  const look = verifierOf(environment, run.settings, { target, run, lost });
  const failed = await perform(plan, { target, look, lost, goingBack: true }, run);
  if (failed !== null) return failedToo(failed);
  const moved = plan.steps.some((step) => step.type === "shift" || step.type === "start");
  const active = now.fleet.hosts[0]?.active?.release ?? null;
  const remedy =
    cause.remedy ||
    (condemns(cause) ? "Fix the fault, and release a new version." : "Fix the cause, and run the job again.");
  if (!moved)
    return stopped({ ...cause, remedy }, active === null ? "Nothing takes traffic." : `${active} serves as before.`);
  return {
    status: "failed",
    decision: "taken-back",
    reason_code: cause.reason_code,
    says: `${cause.says} The release was rolled back: ${active ?? "nothing"} serves on ${environment.name}.`,
    remedy,
  };
}

const cancelled: Conclusion = {
  status: "cancelled",
  decision: "stop",
  reason_code: "cancelled",
  says: "Cancelled between two steps; the step under way was finished.",
  remedy: "Run the job again: it observes what is there and plans the rest.",
};

/** Another run changes the target now: nothing more is touched. */
function lostLock(cause: Judgement): Conclusion {
  return stopped(
    {
      ...cause,
      reason_code: "lock_lost",
      remedy: "That run decides now what serves. When it has ended, run this job again.",
    },
    "This run stopped before its next change.",
  );
}

async function showPlan(run: StageRun, plan: Plan): Promise<void> {
  await run.recorder.set({ plan: plan.steps.map((step) => step.says) });
  await run.world.log.group(`Plan: ${plan.says}`, async () => {
    plan.steps.forEach((step, index) => {
      run.world.log.info(`${index + 1}. ${step.says}`);
    });
  });
  for (const warning of plan.warnings) await run.recorder.warn(warning);
}
