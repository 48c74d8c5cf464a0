import type { Fleet, HostFacts } from "../domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Step, type Wanted } from "../domain/fleet/plan.ts";
import { activeOf, carried } from "./facts.ts";
import { busy, hostsMissing, unsuited } from "./refusals.ts";
import { strategies, strategyOf } from "./registry.ts";
import { chooseRollback, planRollback, type RollbackWanted } from "./rollback.ts";
import * as step from "./steps.ts";
import { underLock } from "./under-lock.ts";

/**
 * A rehearsal of a rollback: back, and forward again. The record of what is active never changes in between, so that
 * whatever ends the drill, the next run brings back what served before it.
 */

/** The release that is left for a moment goes on running, however long that takes. */
const untilReturnSeconds = 7_200;

/** Back, as a rollback does it, with nothing recorded and the lock kept for the second half. */
export function planDrill(observed: Fleet, wanted: RollbackWanted, all = strategies): Plan | Refusal {
  const made = planRollback(observed, { ...wanted, markBad: false, holdSeconds: untilReturnSeconds }, all);
  if (isRefusal(made)) return made;
  const choice = chooseRollback(observed, wanted);
  if ("refused" in choice) return choice;
  const { left, to } = choice;
  const refused = unsettled(observed, left);
  if (refused !== null) return refused;
  return {
    says: `Drill: roll ${wanted.environment} back from ${left} to ${to}, and forward to ${left} again.`,
    warnings: made.warnings,
    steps: made.steps.filter((one) => !isBookkeeping(observed, one, left)),
  };
}

/** What a drill leaves out: records, the hold of what was left, and the end of the lock. */
function isBookkeeping({ hosts }: Fleet, one: Step, left: string): boolean {
  if (one.type === "activate" || one.type === "release-lock") return true;
  if (one.type !== "hold") return false;
  return hosts.find(({ host }) => host === one.host)?.slots[one.slot]?.running?.release === left;
}

/** A drill begins where the release on record serves alone, and nothing is left of an interrupted run. */
function unsettled(fleet: Fleet, left: string): Refusal | null {
  const active = activeOf(fleet);
  const behind = fleet.hosts.find((host) => host.active?.release !== active?.release || host.intent !== null);
  const stray = carried(fleet).find(({ release }) => release !== active?.release);
  if (active?.release === left && behind === undefined && stray === undefined) return null;
  const says =
    stray === undefined
      ? `An interrupted run left ${behind?.host ?? "a host"} unfinished.`
      : `${stray.release} takes requests on ${stray.host}, and ${active?.release ?? "nothing"} is on record.`;
  return {
    refused: "not_settled",
    says: `A drill needs an environment in order: ${says}`,
    remedy: "Deploy, or roll back without `drill`; then start the drill again.",
  };
}

/** What the second half of a drill is planned from, beside the facts. */
interface DrillReturn {
  readonly wanted: RollbackWanted;
  /** The facts before the drill. */
  readonly before: Fleet;
}

/** Forward to the release on record; what was warm before is warm for as long as it was to be, and nothing else is. */
export function planDrillReturn(fleet: Fleet, { wanted, before }: DrillReturn, all = strategies): Plan | Refusal {
  const strategy = strategyOf(wanted, all);
  if (isRefusal(strategy)) return strategy;
  const refused = busy(fleet, wanted) ?? hostsMissing(fleet, wanted) ?? unsuited(fleet, strategy);
  if (refused !== null) return refused;
  const active = activeOf(fleet);
  if (active === null)
    return { refused: "state_unknown", says: "No release is on record any more.", remedy: "Deploy one." };
  const holdSeconds = Math.max(0, ...fleet.hosts.map((host) => leftOfHold(host, before) ?? 0));
  const toward: Wanted = { ...wanted, release: active.release, migrate: false, holdSeconds };
  const steps = strategy.rollback(fleet, { wanted: toward, verified: true, mark: [] });
  return underLock(fleet, wanted, {
    says: `Drill: forward to ${active.release} again.`,
    warnings: strategy.warnings(steps),
    steps: [...steps, ...holdsAgain(fleet, before)],
  });
}

/** Holds that the first half made longer end when they were to end; the shift to a slot made its hold end at once. */
function holdsAgain({ hosts }: Fleet, before: Fleet): readonly Step[] {
  return hosts.flatMap((host) => {
    const left = leftOfHold(host, before);
    if (left === null || host.holdUntil === null || host.holdUntil === host.now + left) return [];
    const slot = heldSlot(host);
    return slot === undefined ? [] : [step.hold(host, slot, Math.max(1, left))];
  });
}

/** Seconds that this host was still to keep the release before warm; null where it kept none. */
function leftOfHold({ host, now }: HostFacts, before: Fleet): number | null {
  const until = before.hosts.find((one) => one.host === host)?.holdUntil ?? null;
  return until === null ? null : until - now;
}

/** What is held is the release before, in a slot that is not the active one's. */
function heldSlot({ slots, active }: HostFacts): string | undefined {
  return Object.entries(slots).find(
    ([name, { running }]) => name !== active?.slot && running !== null && running.release === active?.before,
  )?.[0];
}
