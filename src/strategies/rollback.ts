import type { Active, Fleet } from "../domain/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../domain/plan.ts";
import { activeOf, placesFor, slotNames, takesTraffic } from "./facts.ts";
import { completeRecords } from "./leftovers.ts";
import { awayWarnings, busy, groupAway, hostsMissing, markedBad, unreadableEnvironment, unsuited } from "./refusals.ts";
import { strategies, strategyOf } from "./registry.ts";
import * as step from "./steps.ts";
import { underLock } from "./under-lock.ts";

/**
 * A rollback by a person. `to` names a release id; null or absent is the last one that was verified before. `markBad`
 * marks the release that is left as bad.
 */
export type RollbackWanted = Omit<Wanted, "release" | "migrate"> & {
  readonly to?: string | null;
  readonly markBad: boolean;
};

/**
 * Which release a rollback leaves, and which one it goes to. `verified` says whether the latter was the last one
 * verified.
 */
interface RollbackChoice {
  readonly left: string;
  readonly to: string;
  readonly verified: boolean;
}

/**
 * Back to the last release that was verified before the active one (Phase 6: Rollback Procedure, as it holds in
 * practice: traffic first, the schema stays).
 */
export function planRollback(observed: Fleet, wanted: RollbackWanted, all = strategies): Plan | Refusal {
  const strategy = strategyOf(wanted, all);
  if (isRefusal(strategy)) return strategy;
  const refused = busy(observed, wanted) ?? hostsMissing(observed, wanted) ?? unsuited(observed, strategy);
  if (refused !== null) return refused;
  const { steps: completing, fleet } = completeRecords(observed);
  const choice = chooseRollback(fleet, wanted.to ?? null);
  if ("refused" in choice) return choice;

  const { left, to, verified } = choice;
  const { markBad, environment } = wanted;
  // Before the record: a run that is cut between the two and begins again does not go back to what was left.
  const marked = markBad ? fleet.hosts.filter((host) => !host.bad.includes(left)) : [];
  const mark = marked.map((host) => step.markBad(host, left));
  const toward: Wanted = { ...wanted, release: to, migrate: false, holdSeconds: markBad ? 0 : wanted.holdSeconds };
  const steps = [...completing, ...strategy.rollback(fleet, { wanted: toward, verified, mark })];
  const unreadable = steps.some(({ type }) => type === "start") ? unreadableEnvironment(fleet) : null;
  if (unreadable !== null) return unreadable;

  const unverified = `${to} is not the previous verified release: it is verified before it takes traffic.`;
  const because = verified ? "the previous verified release" : "as requested";
  return underLock(fleet, wanted, {
    says: `Roll ${environment} back from ${left} to ${to}, ${because}.`,
    warnings: [...awayWarnings(fleet), ...strategy.warnings(steps), ...(verified ? [] : [unverified])],
    steps,
  });
}

/**
 * Where a rollback goes: never to what a link or a date suggests, only to the hosts' record of what was verified. A
 * release that takes traffic without having been verified, because a run was interrupted, is left for the active one;
 * the active one is left for the one before it, also where that one takes traffic already, because a rollback was
 * interrupted.
 */
export function chooseRollback(fleet: Fleet, to: string | null): RollbackChoice | Refusal {
  const active = activeOf(fleet);
  if (active === null) {
    return {
      refused: "no_previous_release",
      says: "No release was ever verified here.",
      remedy: "Deploy a version that works.",
    };
  }
  const unverified = unverifiedWithTraffic(fleet, active);
  const left = unverified ?? active.release;
  const last = unverified === null ? active.before : active.release;
  const target = to ?? last;
  if (to !== null && to === left) {
    return {
      refused: "already_active",
      says: `${to} is already active.`,
      remedy: "Nothing has to be done; to go further back, name another release.",
    };
  }
  if (target === null) {
    return {
      refused: "no_previous_release",
      says: `${left} is the only release that was ever verified here.`,
      remedy: "There is no release to roll back to. Deploy a version that works.",
    };
  }
  const away = groupAway(fleet, target);
  if (away !== null) return away;
  const lacking = placesFor(fleet, target).find((host) => !host.releases.includes(target));
  if (lacking !== undefined) {
    return {
      refused: "release_not_kept",
      says: `${target} is not kept on ${lacking.host}.`,
      remedy: "Deploy that version again with promote; `strategy.keep` sets how many releases a host keeps.",
    };
  }
  return markedBad(fleet, target) ?? { left, to: target, verified: target === last };
}

/** A release that takes traffic and is neither the active one nor, in an interrupted rollback, the one before it. */
function unverifiedWithTraffic(fleet: Fleet, active: Active): string | null {
  const returning = (release: string) =>
    release === active.before && !fleet.hosts.some(({ bad }) => bad.includes(release));
  const serving = fleet.hosts.flatMap((host) =>
    slotNames(fleet)
      .filter((slot) => fleet.router === null || takesTraffic(fleet, host, slot))
      .map((slot) => host.slots[slot]?.running?.release ?? active.release),
  );
  return serving.find((release) => release !== active.release && !returning(release)) ?? null;
}
