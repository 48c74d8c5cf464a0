import type { Fleet, HostFacts, Verified } from "../domain/fleet/fleet.ts";
import { activeOf } from "./facts.ts";

/** What was verified on a fleet, and which of it a rollback goes to. */

/** True for a release that some host has on record as verified. */
export function wasVerified({ hosts }: Pick<Fleet, "hosts">, release: string): boolean {
  return hosts.some((host) => recordedOn(host).some((one) => one.release === release));
}

/** Every release that was verified, the last one first. */
export function verifiedOn(fleet: Fleet): readonly string[] {
  const active = activeOf(fleet);
  if (active === null) return [];
  const { release, slot, before } = active;
  const ofActive = ({ active: own }: HostFacts) => own?.release === release && own.slot === slot;
  const newest = [...fleet.hosts.filter(ofActive), ...fleet.hosts.filter((host) => !ofActive(host))];
  const older = newest.flatMap((host) => recordedOn(host).map((one) => one.release));
  return [...new Set([release, ...(before === null ? [] : [before]), ...older])];
}

/** True where some host has the release marked as bad. */
export function isBad({ hosts }: Pick<Fleet, "hosts">, release: string): boolean {
  return hosts.some(({ bad }) => bad.includes(release));
}

/** What was verified before the active release and is not marked bad, the last one first. */
export function goodBefore(fleet: Fleet): readonly string[] {
  return verifiedOn(fleet)
    .slice(1)
    .filter((release) => !isBad(fleet, release));
}

/**
 * What was verified after the release, before the active one, and is marked bad: a rollback to the release passes it
 * over.
 */
export function passedOver(fleet: Fleet, release: string): readonly string[] {
  const all = verifiedOn(fleet);
  return all.slice(1, Math.max(1, all.indexOf(release))).filter((one) => isBad(fleet, one));
}

/** True where the release is on record since an earlier attempt of this very run rolled back to it. */
export function wentBackTo({ hosts }: Pick<Fleet, "hosts">, release: string, owner: string): boolean {
  const own = attemptOf(owner);
  return hosts.some(({ verified = [] }) =>
    verified.some((one) => {
      const by = attemptOf(one.by ?? "");
      return one.release === release && one.back === true && by.run === own.run && by.attempt !== own.attempt;
    }),
  );
}

/** The run of a lease owner, and which attempt of it: 71 and 2 of `run-71-2-rollback-5002`. */
function attemptOf(owner: string): { readonly run: string; readonly attempt: string } {
  const [, run = "", attempt = ""] = owner.split("-");
  return { run, attempt };
}

/**
 * What is active counts before the longer list, which a host writes first. A run that was cut between the two leaves a
 * newer release in the list that was never active: it counts only where a rollback went to it, since then it was
 * before.
 */
function recordedOn({ active, verified = [] }: HostFacts): readonly Verified[] {
  if (active === null) return [];
  const { release, before } = active;
  const at = verified.findIndex((one) => one.release === release);
  const older = verified.filter((one, index) => index >= at || one.back === true);
  return [{ release }, ...(before === null ? [] : [{ release: before }]), ...older];
}
