import type { Active, Fleet, HostFacts, ServerFacts, SlotName } from "../domain/fleet.ts";
import type { ServerWeights, Step } from "../domain/plan.ts";
import { activeOf, mayTakeTraffic, occupied, runningSlot, runs, runsAnother, servers, takesTraffic } from "./facts.ts";
import { drainAndStop, type Placement, startIn } from "./phases.ts";
import * as step from "./steps.ts";

/** What interrupted and failed runs left behind: records to complete, a slot to free, attempts to end. */

/** A part of a plan, and the facts as they will be after it: what the next part is planned from. */
interface Part {
  readonly steps: readonly Step[];
  readonly fleet: Fleet;
}

/**
 * A run that ended between two `activate` steps left hosts behind: those that run the release too get the record that
 * the others have, before anything else is recorded.
 */
export function completeRecords(fleet: Fleet): Part {
  const active = activeOf(fleet);
  if (active === null) return { steps: [], fleet };
  const { release, slot } = active;
  const behind = fleet.hosts.filter((host) => host.active?.release !== release && runs(host, slot, release));
  return {
    steps: behind.map((host) => step.activate(host, slot, release)),
    fleet: change(fleet, behind, (host) => ({
      active: { release, slot, before: host.active?.release ?? null },
      current: release,
      intent: null,
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
  return { steps: [...steps, ...drainAndStop(placement, others)], fleet };
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
  const able = hosts.filter((host) => host.releases.includes(release) && !runsAnother(host, home, release));
  if (able.length === 0) return null;
  const behind = hosts.filter((host) => !able.includes(host) && servesItsOwn({ fleet, slot }, host, home));
  const goes = (host: HostFacts) => (able.includes(host) ? release : (host.active?.release ?? release));
  const going = [...able, ...behind];
  const weights = step.onlyTo(servers(fleet, home, going), servers(fleet, slot));
  const steps = [
    ...startIn({ wanted: { ...wanted, release }, slot: home }, able),
    ...behind.map((host) => {
      const started = step.start(host, home, goes(host));
      return { ...started, says: `${started.says}, since ${host.host} lacks ${release} and slot ${slot} is needed` };
    }),
    ...going.map((host) => step.awaitHealthy({ host, slot: home, release: goes(host) }, wanted.healthyWithinMs)),
    step.shift(weights),
  ];
  const running = change(fleet, going, (host) => {
    const { slots } = host;
    const { port = 0, running: ran = null } = slots[home] ?? {};
    const runningNow = { pid: ran?.pid ?? 0, release: goes(host) };
    return { slots: { ...slots, [home]: { port, link: goes(host), running: runningNow } } };
  });
  return { steps, fleet: shifted(running, weights) };
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
  return { steps: [step.shift(weights)], fleet: shifted(fleet, weights) };
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
