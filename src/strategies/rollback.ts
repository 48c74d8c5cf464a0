import type { Active, Fleet } from "../domain/fleet/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Step, type Wanted } from "../domain/fleet/plan.ts";
import type { SchemaReturn } from "../domain/fleet/schema.ts";
import type { RollbackChoosing } from "../domain/rollback/to.ts";
import { activeOf, placesFor, slotNames, takesTraffic } from "./facts.ts";
import { completeRecords } from "./leftovers.ts";
import { namedRelease } from "./named-release.ts";
import {
  awayWarnings,
  busy,
  groupAway,
  hostsMissing,
  markedBad,
  slotLeft,
  staleWarnings,
  unreadableEnvironment,
  unsuited,
} from "./refusals.ts";
import { strategies, strategyOf } from "./registry.ts";
import { revertAlone, revertLast, revertWarnings, schemaRefused } from "./revert.ts";
import * as step from "./steps.ts";
import { underLock } from "./under-lock.ts";
import { goodBefore, isBad, passedOver, verifiedOn, wasVerified, wentBackTo } from "./verified.ts";

/** A rollback by a person. `markBad` marks the release that is left as bad; `schema` rolls that back too. */
export type RollbackWanted = Omit<Wanted, "release" | "migrate"> &
  RollbackChoosing & { readonly markBad: boolean; readonly schema?: SchemaReturn | null };

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
  const refused =
    busy(observed, wanted) ?? hostsMissing(observed, wanted) ?? slotLeft(observed) ?? unsuited(observed, strategy);
  if (refused !== null) return refused;
  const { steps: completing, fleet: complete } = completeRecords(observed);
  const choice = chooseRollback(complete, wanted);
  if ("refused" in choice) return revertAlone({ completing, fleet: complete, choice }, wanted) ?? choice;
  const kept = schemaRefused(complete, wanted, choice);
  if (kept !== null) return kept;

  const { left, to, verified } = choice;
  const { markBad, environment } = wanted;
  const { steps: fetching, fleet } = bring(complete, to);
  // Before the record: a run that is cut between the two and begins again does not go back to what was left.
  const marked = markBad ? fleet.hosts.filter((host) => !host.bad.includes(left)) : [];
  const mark = marked.map((host) => step.markBad(host, left));
  const holdSeconds = markBad || wanted.schema ? 0 : wanted.holdSeconds;
  const toward: Wanted = { ...wanted, release: to, migrate: false, holdSeconds };
  const going = strategy.rollback(fleet, { wanted: toward, verified, mark });
  const back = [...completing, ...fetching, ...going].map((one) => recordedAsBack(one, to));
  const steps = [...back, ...revertLast(wanted)];
  const unreadable = steps.some(({ type }) => type === "start") ? unreadableEnvironment(fleet) : null;
  if (unreadable !== null) return unreadable;

  const unverified = `${to} is not the previous verified release: it is verified before it takes traffic.`;
  const because = verified ? "the previous verified release" : "as requested";
  const bad = passedOver(fleet, to);
  const over = `Marked bad, and passed over: ${bad.join(", ")}.`;
  return underLock(fleet, wanted, {
    says: `Roll ${environment} back from ${left} to ${to}, ${because}.`,
    leaves: left,
    warnings: [
      ...awayWarnings(fleet),
      ...staleWarnings(fleet, to, steps),
      ...strategy.warnings(steps),
      ...triedSince(fleet, left),
      ...(verified ? [] : [unverified]),
      ...(verified && bad.length > 0 ? [over] : []),
      ...revertWarnings(wanted),
    ],
    steps,
  });
}

/** A run that is cut after the record and begins again goes on to the same release, and no further. */
function recordedAsBack(one: Step, to: string): Step {
  return one.type === "activate" && one.release === to ? { ...one, back: true } : one;
}

/** The files of the release on every host that is to run it and lacks them, and the facts after that. */
function bring(fleet: Fleet, to: string): { readonly steps: readonly Step[]; readonly fleet: Fleet } {
  const lacking = placesFor(fleet, to).filter((host) => !host.releases.includes(to));
  const after = (host: Fleet["hosts"][number]) =>
    lacking.includes(host) ? { ...host, releases: [...host.releases, to] } : host;
  const steps = [...lacking.map((host) => step.upload(host, to)), ...lacking.map((host) => step.unpack(host, to))];
  return { steps, fleet: { ...fleet, hosts: fleet.hosts.map(after) } };
}

/**
 * Where a rollback goes: never to what a link or a date suggests, only to the hosts' record of what was verified. A
 * release that takes traffic without having been verified, because a run was interrupted, is left for the active one;
 * the active one is left for the last one before it that is not marked bad, also where that one takes traffic already,
 * because a rollback was interrupted.
 */
export function chooseRollback(fleet: Fleet, choosing: RollbackChoosing): RollbackChoice | Refusal {
  const active = activeOf(fleet);
  if (active === null) {
    return {
      refused: "no_previous_release",
      says: "No release was ever verified here.",
      remedy: "Deploy a version that works.",
    };
  }
  const named = namedRelease(fleet, choosing.to ?? "previous");
  if (named !== null && typeof named === "object") return named;
  const [previous = null] = goodBefore(fleet);
  const unverified = unverifiedWithTraffic(fleet, active, named ?? previous);
  const returned = named === null && unverified === null && wentBackTo(fleet, active.release, choosing.owner);
  const left = unverified ?? (returned && active.before !== null ? active.before : active.release);
  const last = left === active.release ? previous : active.release;
  const target = named ?? last;
  if (target === null) return nowhere(fleet, left);
  if (target === left) {
    return {
      refused: "already_active",
      says: `${target} is already active.`,
      remedy: "Nothing has to be done; to go further back, name another release.",
    };
  }
  const instead =
    last === null
      ? "No other release can be rolled back to: deploy a version that works."
      : `Set \`to: previous\`, which goes to ${last}, or name another release.`;
  const refused = groupAway(fleet, target) ?? markedBad(fleet, target, instead) ?? lacking(fleet, target, choosing);
  return refused ?? { left, to: target, verified: target === last };
}

/**
 * Whoever sees a deployment fail may not know that the release before serves again, or still: this rollback leaves that
 * one.
 */
function triedSince(fleet: Fleet, left: string): readonly string[] {
  const later = fleet.hosts.flatMap(({ releases }) =>
    releases.includes(left) ? releases.slice(releases.indexOf(left)) : [],
  );
  const tried = [...new Set(later)].filter((one) => one !== left && !wasVerified(fleet, one));
  if (tried.length === 0) return [];
  return [
    `${tried.join(", ")} came after ${left} and was never verified: ${left} has served since, and this rollback ` +
      "leaves that one.",
  ];
}

/** Why there is nothing to go to. */
function nowhere(fleet: Fleet, left: string): Refusal {
  const bad = verifiedOn(fleet).filter((one) => one !== left && isBad(fleet, one));
  if (bad.length === 0) {
    return {
      refused: "no_previous_release",
      says: `${left} is the only release that was ever verified here.`,
      remedy: "There is no release to roll back to. Deploy a version that works.",
    };
  }
  return {
    refused: "no_previous_release",
    says: `Every release that was verified before ${left} is marked bad: ${bad.join(", ")}.`,
    remedy:
      "Deploy a version that works. If a mark is wrong, delete its line from state/bad below the application's path " +
      "on the host.",
  };
}

/** Why the release cannot be started: a host that is to run it has not its files, and they are not at hand either. */
function lacking(fleet: Fleet, release: string, { carried }: RollbackChoosing): Refusal | null {
  const host = placesFor(fleet, release).find(({ releases }) => !releases.includes(release));
  if (host === undefined || carried === release) return null;
  return {
    refused: "release_not_kept",
    release,
    says: `${release} is not kept on ${host.host}.`,
    remedy: "Deploy that version again with promote; `strategy.keep` sets how many releases a host keeps.",
  };
}

/**
 * A release that takes traffic and is neither the active one nor, in an interrupted rollback, the one that it goes to.
 */
function unverifiedWithTraffic(fleet: Fleet, active: Active, goesTo: string | null): string | null {
  const serving = fleet.hosts.flatMap((host) =>
    slotNames(fleet)
      .filter((slot) => fleet.router === null || takesTraffic(fleet, host, slot))
      .map((slot) => host.slots[slot]?.running?.release ?? active.release),
  );
  return serving.find((release) => release !== active.release && release !== goesTo) ?? null;
}
