import type { Judgement } from "../domain/evidence/result.ts";
import type { Fleet } from "../domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Step } from "../domain/fleet/plan.ts";
import type { Target } from "../targets/target.ts";
import { judged, recordAll, recordTimed, timed } from "./judged.ts";
import { type Conclusion, cancelled, type StageRun, stopped } from "./stage.ts";

/** What is planned under a lock, and how long another run's lock is waited for. */
export interface Locking {
  readonly target: Target;
  readonly plan: (fleet: Fleet) => Plan | Refusal;
  /** When waiting ends, in the clock's ticks. */
  readonly until: number;
  /** What it means that no plan can be made: ends the sentence that says why. */
  readonly meaning: string;
}

/** A plan, with the facts that it was made from. */
export interface Planned {
  readonly fleet: Fleet;
  readonly plan: Plan;
}

type LockStep = Extract<Step, { type: "acquire-lock" }>;

const pollMs = 2_000;
const sayAgainMs = 60_000;

/**
 * Observes and plans, again and again while only another run's lock or its last step keeps the plan from being made.
 * What was `known` a moment ago is not asked for at first.
 */
export async function planWhenFree(
  run: StageRun,
  { target, plan, until, meaning }: Locking,
  known: Fleet | null = null,
): Promise<Planned | Conclusion> {
  const { clock, cancellation, log } = run.world;
  let saidOf = "";
  let saidAt = 0;
  for (let first = known; ; first = null) {
    const { value: seen, durationMs } = await timed(run, () => (first === null ? target.observe() : { fleet: first }));
    if (!("fleet" in seen)) {
      const subject = { kind: "step", id: "observe-target", title: "Observe the target", required: true } as const;
      await recordTimed(run, subject, { judgement: seen.failed, durationMs });
      return stopped(seen.failed, meaning);
    }
    const made = plan(seen.fleet);
    if (!isRefusal(made)) return { fleet: seen.fleet, plan: made };
    const left = until - clock.ticks();
    if (!target.passes(made) || left <= 0) return refused(run, made, meaning);
    const owners = [...seen.fleet.hosts, ...(seen.fleet.routerHosts ?? [])]
      .map(({ lease }) => lease?.owner ?? "")
      .join();
    if (owners !== saidOf || clock.ticks() - saidAt > sayAgainMs) {
      log.info(`Waiting at most ${Math.ceil(left / 1_000)} s: ${made.says}`);
      saidOf = owners;
      saidAt = clock.ticks();
    }
    await clock.sleep(Math.min(pollMs, left));
    if (cancellation.cancelled) return cancelledWaiting;
  }
}

const cancelledWaiting = cancelled("Cancelled while waiting for the lock. Nothing was changed.");

/**
 * Takes the locks that a plan begins with, all or none; waits where another run was faster. Null when they are ours.
 */
export async function takeLocks(run: StageRun, locking: Locking, first: Plan): Promise<Conclusion | null> {
  const { clock, cancellation } = run.world;
  let plan = first;
  for (;;) {
    if (cancellation.cancelled) return cancelledWaiting;
    const locks = plan.steps.filter((step) => step.type === "acquire-lock");
    const failed = await acquire(run, locking, locks);
    if (failed === null) return null;
    if (failed.reason_code !== "lock_held" || clock.ticks() >= locking.until) {
      const title = locks[0]?.says ?? "Take the lock";
      await judged(run, { kind: "step", id: "acquire-lock", title, required: true }, () => failed);
      return stopped(failed, locking.meaning);
    }
    const again = await planWhenFree(run, locking);
    if ("status" in again) return again;
    plan = again.plan;
  }
}

/**
 * A plan from facts that were seen under all of its locks. One that still has locks to take, because another run had
 * one in between or a host is there again, is made again once they are ours: what was seen before may have changed.
 */
export async function planUnderLock(run: StageRun, locking: Locking): Promise<Planned | Conclusion> {
  for (;;) {
    const planned = await planWhenFree(run, locking);
    if ("status" in planned || planned.plan.steps.every(({ type }) => type !== "acquire-lock")) return planned;
    const refused = await takeLocks(run, locking, planned.plan);
    if (refused !== null) return refused;
  }
}

/** How long a plan waits for the step before it to end on its host. */
const stepEndsMs = 120_000;

/**
 * A further plan of a run that has the lock. Another run's lock is not waited for then: that run decides now. A step of
 * ours that timed out may still work on its host, and ends by itself.
 */
export function planOn(run: StageRun, target: Target, plan: Locking["plan"]): Promise<Planned | Conclusion> {
  const until = run.world.clock.ticks() + stepEndsMs;
  const ours = (fleet: Fleet): Plan | Refusal => {
    const made = plan(fleet);
    return isRefusal(made) && made.refused === "lock_held" ? { ...made, refused: "lock_lost" } : made;
  };
  return planUnderLock(run, { target, plan: ours, until, meaning: "" });
}

/**
 * Null when all are ours; else why one is not, and then none is. The first decides between two runs, which have it in
 * common; the others are taken at once.
 */
async function acquire(run: StageRun, { target }: Locking, locks: readonly LockStep[]): Promise<Judgement | null> {
  const take = async (step: LockStep) => {
    const { value: judgement, durationMs } = await timed(run, () => target.perform(step));
    return { step, judgement, durationMs };
  };
  const [first, ...others] = locks;
  if (first === undefined) return null;
  const seen = [await run.world.log.group(first.says, () => take(first))];
  if (seen[0]?.judgement.verdict === "pass") seen.push(...(await Promise.all(others.map(take))));
  const failed = seen.find(({ judgement }) => judgement.verdict !== "pass");
  if (failed !== undefined) {
    const taken = seen.filter(({ judgement }) => judgement.verdict === "pass");
    await giveBack(
      run,
      target,
      taken.map(({ step }) => step.host),
    );
    return failed.judgement;
  }
  await recordAll(
    run,
    seen.map(({ step: { type: id, says: title }, ...one }) => {
      return { ...one, subject: { kind: "step", id, title, required: true } };
    }),
  );
  return null;
}

/** Releases the locks of these hosts, also after a cancel: what is not ours is left alone by the host. */
export async function giveBack(run: StageRun, target: Target, hosts: readonly string[]): Promise<void> {
  const release = async (host: string) => {
    const says = `Release the lock on ${host}`;
    return { says, judgement: await target.perform({ type: "release-lock", host, says, limitMs: 30_000 }) };
  };
  for (const { says, judgement } of await Promise.all(hosts.map(release))) {
    if (judgement.verdict !== "pass")
      await run.recorder.warn(`${says}: ${judgement.says} It expires by itself within three minutes.`);
  }
}

async function refused(run: StageRun, refusal: Refusal, meaning: string): Promise<Conclusion> {
  const { refused: reason_code, says, remedy } = refusal;
  const subject = { kind: "gate", id: "plan", title: "A plan can be made", required: true } as const;
  const judgement = await judged(run, subject, () => ({ verdict: "fail", reason_code, says, remedy }));
  return stopped(judgement, meaning);
}
