import type { Active, Fleet, HostFacts, SlotName } from "../domain/fleet.ts";
import type { Plan, Refusal, Step, Wanted } from "../domain/plan.ts";
import * as bring from "./bring.ts";
import { makeRoom } from "./converge.ts";
import { activeOf, carries, carriesFully, occupied, otherServers, runs, servers, slotFor, slotNames } from "./facts.ts";
import { busy, unsuited } from "./refusals.ts";
import { restore } from "./restart.ts";
import * as step from "./steps.ts";

/**
 * What recovery is asked for besides the wish that failed. `markBad` marks the wanted release, unless it was ever
 * verified here.
 */
type RecoveryWanted = Wanted & { readonly markBad: boolean };

/**
 * After a step that did not pass: from what is really there now back to the release that was last proved. A new
 * instance without traffic is only ended. One with traffic loses it first, to the active release, which is started
 * again if it is gone and proved before and after; only then the new one is stopped. Where nothing was ever proved, the
 * new instance is stopped and nothing serves.
 */
export function planRecovery(fleet: Fleet, wanted: RecoveryWanted): Plan | Refusal {
  const refused = busy(fleet, { owner: wanted.owner }) ?? unsuited(fleet, wanted.strategy);
  if (refused !== null) return refused;

  const active = activeOf(fleet);
  // What was verified once may fail to start today for want of a database: it stays what a rollback can go to.
  const verified = fleet.hosts.some((host) => [host.active?.release, host.active?.before].includes(wanted.release));
  const condemn = wanted.markBad && !verified;
  const kept = fleet.hosts.filter(
    (host) => host.releases.includes(wanted.release) && !host.bad.includes(wanted.release),
  );
  const mark = condemn ? kept.map((host) => step.markBad(host, wanted.release)) : [];
  if (active === null) {
    const steps = [...slotNames(fleet).flatMap((slot) => endAttempts(fleet, wanted, slot, null)), ...mark];
    return step.underLock(
      fleet,
      { owner: wanted.owner },
      `Stop ${wanted.release}: no release was verified before it.`,
      steps,
    );
  }

  const able = fleet.hosts.filter((host) => host.releases.includes(active.release));
  if (able.length === 0) {
    return {
      refused: "release_not_kept",
      says: `${active.release}, the last release that was verified, is kept on no host.`,
      remedy: "Deploy a version that works.",
    };
  }
  const steps =
    wanted.strategy === "blue-green"
      ? switchBack(fleet, wanted, active, able, mark)
      : restartBack(fleet, wanted, active, able, mark);
  return step.underLock(
    fleet,
    { owner: wanted.owner },
    `Go back to ${active.release} on ${wanted.environment}, the last release that was verified.`,
    steps,
  );
}

function switchBack(
  fleet: Fleet,
  wanted: Wanted,
  active: Active,
  able: readonly HostFacts[],
  mark: readonly Step[],
): readonly Step[] {
  const { release } = active;
  const home = slotFor(fleet, release);
  const others = slotNames(fleet).filter((slot) => slot !== home);
  const carrying = others.filter((slot) => fleet.hosts.some((host) => carries(fleet, host, slot)));
  const whole =
    carrying.length === 0 && able.every((host) => carriesFully(fleet, host, home) && runs(host, home, release));
  const [first] = able;
  return [
    ...others.filter((slot) => !carrying.includes(slot)).flatMap((slot) => endAttempts(fleet, wanted, slot, active)),
    ...(whole
      ? []
      : [
          ...makeRoom(fleet, { ...wanted, release }, home).steps,
          ...bring.begin(able, home, release),
          ...able.map((host) => step.awaitHealthy(host, home, release, wanted.healthyWithinMs)),
          step.shift(step.onlyTo(servers(fleet, home, able), otherServers(fleet, home))),
          ...(wanted.smoke && first !== undefined ? [step.smokePublic(first, home, release)] : []),
        ]),
    ...bring.record(able, home, release),
    ...mark,
    ...carrying.flatMap((slot) => endAttempts(fleet, wanted, slot, active)),
  ];
}

function restartBack(
  fleet: Fleet,
  wanted: Wanted,
  active: Active,
  able: readonly HostFacts[],
  mark: readonly Step[],
): readonly Step[] {
  const { release } = active;
  return slotNames(fleet).flatMap((slot) => [
    ...restore(fleet, { ...wanted, release }, slot, able),
    ...bring.record(able, slot, release),
    ...mark,
  ]);
}

/** Stops what the failed run, or an interrupted one before it, started in this slot. */
function endAttempts(fleet: Fleet, wanted: Wanted, slot: SlotName, active: Active | null): readonly Step[] {
  const attempts = fleet.hosts.filter((host) => occupied(host, slot) && attempted(host, slot, wanted.release, active));
  return attempts.length === 0 ? [] : bring.end(fleet, wanted, slot, attempts);
}

function attempted(host: HostFacts, slot: SlotName, release: string, active: Active | null): boolean {
  const running = host.slots[slot]?.running?.release ?? null;
  if (running !== null && running === active?.release) return false;
  // A release that has only begun to boot is still its start script, which belongs to no release folder.
  return running === release || (host.intent?.slot === slot && (running === null || running === host.intent.release));
}
