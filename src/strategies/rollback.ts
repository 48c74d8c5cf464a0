import type { Fleet } from "../domain/fleet.ts";
import type { Plan, Refusal, Step, Wanted } from "../domain/plan.ts";
import * as bring from "./bring.ts";
import { makeRoom, settle } from "./converge.ts";
import { activeOf, carries, runs, slotFor, slotNames } from "./facts.ts";
import { busy, condemned, unreadableEnvironment, unsuited } from "./refusals.ts";
import { gap, replace } from "./restart.ts";
import * as step from "./steps.ts";

/**
 * A rollback by a person. `to` names a release id; null or absent is the last one that was verified before. `markBad`
 * condemns the release that is left.
 */
export type RollbackWanted = Omit<Wanted, "release" | "migrate"> & {
  readonly to?: string | null;
  readonly markBad: boolean;
};

/**
 * Which release a rollback leaves, and which one it goes to. `verified` says whether the latter was the last one
 * verified.
 */
interface WayBack {
  readonly left: string;
  readonly to: string;
  readonly verified: boolean;
}

/**
 * Back to the last release that was verified before the active one (Phase 6: Rollback Procedure, as it holds in
 * practice: traffic first, the schema stays). A release that is warm in its slot only needs the shift; a cold one is
 * started again, and proved before it takes traffic.
 */
export function planRollback(observed: Fleet, wanted: RollbackWanted): Plan | Refusal {
  const refused = busy(observed, wanted) ?? unsuited(observed, wanted.strategy);
  if (refused !== null) return refused;
  const { steps: settling, fleet } = settle(observed);
  const back = wayBack(fleet, wanted.to ?? null);
  if ("refused" in back) return back;

  const toward: Wanted = {
    ...wanted,
    release: back.to,
    migrate: false,
    holdSeconds: wanted.markBad ? 0 : wanted.holdSeconds,
  };
  const condemn = wanted.markBad ? fleet.hosts.filter((host) => !host.bad.includes(back.left)) : [];
  // Before the record: a run that is cut between the two and begins again does not go back to what was left.
  const mark = condemn.map((host) => step.markBad(host, back.left));
  const steps = [
    ...settling,
    ...(wanted.strategy === "blue-green" ? switchBack(fleet, toward, back, mark) : restartBack(fleet, toward, mark)),
  ];
  const unreadable = steps.some(({ type }) => type === "start") ? unreadableEnvironment(fleet) : null;
  if (unreadable !== null) return unreadable;
  const warnings = wanted.strategy === "restart" ? [...gap(steps)] : [];
  if (!back.verified)
    warnings.push(`${back.to} is not the last release that was verified: it is proved before it takes traffic.`);
  const because = back.verified ? "the last release that was verified before" : "as asked";
  return step.underLock(
    fleet,
    wanted,
    `Roll ${wanted.environment} back from ${back.left} to ${back.to}, ${because}.`,
    steps,
    warnings,
  );
}

/**
 * Where a rollback goes: never to what a link or a date suggests, only to the hosts' record of what was proved. A
 * release that takes traffic without having been proved, because a run was interrupted, is left for the active one; the
 * active one is left for the one before it, also where that one takes traffic already, because a rollback was
 * interrupted.
 */
export function wayBack(fleet: Fleet, to: string | null): WayBack | Refusal {
  const active = activeOf(fleet);
  if (active === null) {
    return {
      refused: "no_previous_release",
      says: "No release was ever verified here.",
      remedy: "Deploy a version that works.",
    };
  }
  const returning = (release: string) =>
    release === active.before && !fleet.hosts.some(({ bad }) => bad.includes(release));
  const unproved = fleet.hosts
    .flatMap((host) =>
      slotNames(fleet)
        .filter((slot) => fleet.router === null || carries(fleet, host, slot))
        .map((slot) => host.slots[slot]),
    )
    .map((slot) => slot?.running?.release ?? active.release)
    .find((release) => release !== active.release && !returning(release));
  const left = unproved ?? active.release;
  const last = unproved === undefined ? active.before : active.release;
  if (to !== null && to === left) {
    return {
      refused: "already_active",
      says: `${to} is active already.`,
      remedy: "Nothing has to be done; to go further back, name another release.",
    };
  }
  const target = to ?? last;
  if (target === null) {
    return {
      refused: "no_previous_release",
      says: `${left} is the only release that was ever verified here.`,
      remedy: "There is nothing to go back to. Deploy a version that works.",
    };
  }
  const lacking = fleet.hosts.find((host) => !host.releases.includes(target));
  if (lacking !== undefined) {
    return {
      refused: "release_not_kept",
      says: `${target} is not kept on ${lacking.host}.`,
      remedy: "Deploy that version again with promote; `strategy.keep` says how many releases a host keeps.",
    };
  }
  return condemned(fleet, target) ?? { left, to: target, verified: target === last };
}

function switchBack(settled: Fleet, toward: Wanted, back: WayBack, mark: readonly Step[]): readonly Step[] {
  const { release } = toward;
  const slot = slotFor(settled, release);
  const { steps, fleet } = makeRoom(settled, toward, slot);
  return [
    ...steps,
    ...bring.begin(fleet.hosts, slot, release),
    // What was verified and kept running needs no second proof: every second counts.
    ...bring.prove(fleet, toward, slot, (host) => !back.verified || !runs(host, slot, release)),
    ...bring.route(fleet, slot, release),
    ...bring.proveWithTraffic(fleet, toward, slot),
    ...mark,
    ...bring.record(fleet.hosts, slot, release),
    ...bring.retire(fleet, toward, slot, activeOf(fleet)),
  ];
}

function restartBack(fleet: Fleet, toward: Wanted, mark: readonly Step[]): readonly Step[] {
  return slotNames(fleet).flatMap((slot) => [
    ...replace(fleet, toward, slot, fleet.hosts, "drain"),
    ...bring.proveWithTraffic(fleet, toward, slot),
    ...mark,
    ...bring.record(fleet.hosts, slot, toward.release),
  ]);
}
