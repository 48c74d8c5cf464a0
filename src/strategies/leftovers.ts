import {
  type Active,
  type Fleet,
  type HostFacts,
  hasSlot,
  type ServerFacts,
  type SlotName,
} from "../domain/fleet/fleet.ts";
import type { ServerWeights, Step, Wanted } from "../domain/fleet/plan.ts";
import {
  activeOf,
  hostsOf,
  mayTakeTraffic,
  occupied,
  runningSlot,
  runs,
  runsAnother,
  servers,
  takesTraffic,
} from "./facts.ts";
import { drainAndStop, type Placement, startIn } from "./phases.ts";
import * as step from "./steps.ts";
import { wasVerified } from "./verified.ts";

/** What interrupted and failed runs left behind: records to complete, a slot to free, attempts to end. */

/** A part of a plan, and the facts as they will be after it: what the next part is planned from. */
interface Part {
  readonly steps: readonly Step[];
  readonly fleet: Fleet;
}

/**
 * A run that ended between two `activate` steps left hosts behind: those that run the release too, or have not its
 * slot, get the record that the others have, before anything else is recorded.
 */
export function completeRecords(fleet: Fleet): Part {
  const active = activeOf(fleet);
  if (active === null) return { steps: [], fleet };
  const { release, slot } = active;
  const behind = fleet.hosts.filter(
    (host) => host.active?.release !== release && (runs(host, slot, release) || !hasSlot(host, slot)),
  );
  return {
    steps: behind.map((host) =>
      step.since(
        step.activate(host, slot, release),
        hasSlot(host, slot) ? "an earlier run ended before it recorded this" : "it has another one on record",
      ),
    ),
    fleet: change(fleet, behind, (host) => ({
      active: { release, slot, before: host.active?.release ?? null },
      current: hasSlot(host, slot) ? release : host.current,
      intent: null,
      // What serves is not held: the record ends that.
      holdUntil: hasSlot(host, slot) ? null : host.holdUntil,
    })),
  };
}

/**
 * Frees a slot for the wanted release, whatever an interrupted run or a hold left there. Requests that go there return
 * first: to the active release, verified again, if it still runs anywhere; else to what the router has besides. A slot
 * that nobody drained is drained, so that a release takes no traffic before it was verified.
 */
export function freeSlot(placement: Placement): Part {
  const { fleet: observed, wanted, slot } = placement;
  const { steps, fleet } = returnTraffic(placement) ?? drainOpen(placement) ?? { steps: [], fleet: observed };
  const others = observed.hosts.filter((host) => runsAnother(host, slot, wanted.release));
  return { steps: [...steps, ...drainAndStop(placement, others, (host) => whyFreed(placement, host))], fleet };
}

/** Why a slot is freed of what runs there; null for the previous release, which only waits there for a rollback. */
function whyFreed({ fleet, wanted, slot }: Placement, host: HostFacts): string | null {
  const running = host.slots[slot]?.running?.release ?? null;
  const needed = `slot ${slot} is needed for ${wanted.release}`;
  if (running === null) {
    const begun = host.intent?.slot === slot;
    return `${begun ? "an earlier run only began to start it" : "it is no release here"}, and ${needed}`;
  }
  if (!wasVerified(fleet, running)) return `it was never verified, and ${needed}`;
  return running === host.active?.release ? needed : null;
}

/** Traffic of an unverified release in the slot goes back to the active one; null where there is none, or no way. */
function returnTraffic({ fleet, wanted, slot }: Placement): Part | null {
  const { hosts } = fleet;
  const active = activeOf(fleet);
  if (active === null || active.release === wanted.release) return null;
  const { release } = active;
  const home = runningSlot(fleet, active);
  const unverified = hosts.some((host) => runsAnother(host, slot, wanted.release) && takesTraffic(fleet, host, slot));
  if (home === null || !unverified) return null;
  const there = hostsOf(fleet, home);
  const able = there.filter((host) => host.releases.includes(release) && !runsAnother(host, home, release));
  if (able.length === 0) return null;
  const behind = there.filter((host) => !able.includes(host) && servesItsOwn({ fleet, slot }, host, home));
  const goes = (host: HostFacts) => (able.includes(host) ? release : (host.active?.release ?? release));
  const going = [...able, ...behind];
  const weights = step.onlyTo(servers(fleet, home, going), servers(fleet, slot));
  const returning = `the requests of slot ${slot} return to it`;
  const awaited = going.map((host) =>
    step.awaitHealthy({ host, slot: home, release: goes(host) }, wanted.healthyWithinMs),
  );
  const steps = [
    ...startIn({ wanted: { ...wanted, release }, slot: home }, able).map((one) => step.since(one, returning)),
    ...behind.map((host) =>
      step.since(step.start(host, home, goes(host)), `${host.host} lacks ${release} and slot ${slot} is needed`),
    ),
    ...awaited.map((one) => step.since(one, returning)),
    step.since(step.shift(weights), whyReturned({ fleet, wanted, slot })),
  ];
  const running = change(fleet, going, (host) => {
    const { slots } = host;
    const { port = 0, running: ran = null } = slots[home] ?? {};
    const runningNow = { pid: ran?.pid ?? 0, release: goes(host) };
    return { slots: { ...slots, [home]: { port, link: goes(host), running: runningNow } } };
  });
  return { steps, fleet: shifted(running, weights) };
}

function whyReturned({ fleet, wanted, slot }: Placement): string {
  const carried = fleet.hosts
    .filter((host) => runsAnother(host, slot, wanted.release) && takesTraffic(fleet, host, slot))
    .map((host) => host.slots[slot]?.running?.release ?? null);
  const stray = carried.find((one) => one === null || !wasVerified(fleet, one));
  if (stray === undefined) return `slot ${slot} is needed for ${wanted.release}`;
  return `${stray ?? "what runs"} in slot ${slot} was never verified`;
}

/** A host that was away, and serves the release that it has on record from the slot that is needed now. */
function servesItsOwn({ fleet, slot }: Pick<Placement, "fleet" | "slot">, host: HostFacts, home: SlotName): boolean {
  const own = host.active?.release ?? null;
  if (own === null || !runs(host, slot, own) || !host.releases.includes(own)) return false;
  return takesTraffic(fleet, host, slot) && !occupied(host, home);
}

/** Drains the slot where the router would send requests as soon as something answers there; null where it would not. */
function drainOpen({ fleet, wanted, slot }: Placement): Part | null {
  const exposed = fleet.hosts.filter((host) => mayTakeTraffic(fleet, host, slot) && !runs(host, slot, wanted.release));
  const drained = servers(fleet, slot, exposed);
  const serving = Object.entries(fleet.router ?? {}).flatMap(([name, { state, weight }]) =>
    state === "ready" && weight > 0 && !drained.includes(name) ? [name] : [],
  );
  if (drained.length === 0 || serving.length === 0) return null;
  const weights = step.onlyTo(serving, drained);
  const why = `nobody drained slot ${slot}, and requests would reach ${wanted.release} before it is verified`;
  return { steps: [step.since(step.shift(weights), why)], fleet: shifted(fleet, weights) };
}

/**
 * Where the verified release is deployed again, why some hosts get it all the same: they were away when the others did,
 * or it runs there no longer.
 */
export function explainAgain(fleet: Fleet, { release }: Wanted, steps: readonly Step[]): readonly Step[] {
  const active = activeOf(fleet);
  if (active?.release !== release) return steps;
  const why = (host: HostFacts) => {
    if (host.active === null) return `${host.host} has no verified release yet`;
    if (host.active.release !== release) return `${host.host} is behind, with ${host.active.release} on record`;
    return null;
  };
  return steps.map((one) => {
    if (one.type !== "upload" && one.type !== "unpack" && one.type !== "start") return one;
    const host = fleet.hosts.find((each) => each.host === one.host);
    if (host === undefined || one.release !== release) return one;
    const gone = one.type === "start" && !runs(host, one.slot, release) ? "it does not run there any more" : null;
    return step.since(one, why(host) ?? gone);
  });
}

/** Stops what the failed run, or an interrupted one before it, started in this slot. */
export function endAttempts(placement: Placement, active: Active | null): readonly Step[] {
  const { fleet, wanted, slot } = placement;
  const attempted = ({ slots, intent }: HostFacts) => {
    const running = slots[slot]?.running?.release ?? null;
    if (running !== null && running === active?.release) return false;
    // A release that has only begun to boot is still its start script, which belongs to no release folder.
    const intended = intent?.slot === slot && (running === null || running === intent.release);
    return running === wanted.release || intended;
  };
  const attempts = fleet.hosts.filter((host) => occupied(host, slot) && attempted(host));
  return attempts.length === 0 ? [] : drainAndStop(placement, attempts);
}

function change(fleet: Fleet, hosts: readonly HostFacts[], to: (host: HostFacts) => Partial<HostFacts>): Fleet {
  return { ...fleet, hosts: fleet.hosts.map((host) => (hosts.includes(host) ? { ...host, ...to(host) } : host)) };
}

function shifted(fleet: Fleet, weights: ServerWeights): Fleet {
  const after = (name: string, seen: ServerFacts): ServerFacts => {
    const weight = weights[name];
    if (weight === undefined) return seen;
    return weight === 0 ? { ...seen, state: "drain" } : { ...seen, state: "ready", weight };
  };
  const router = Object.fromEntries(
    Object.entries(fleet.router ?? {}).map(([name, seen]) => [name, after(name, seen)]),
  );
  return { ...fleet, router };
}
