import type { Fleet, HostFacts, ServerFacts, SlotName } from "../domain/fleet.ts";
import type { ServerWeights, Step, Wanted } from "../domain/plan.ts";
import { begin, end } from "./bring.ts";
import { activeOf, carries, homeOf, open, runs, servers, strange } from "./facts.ts";
import * as step from "./steps.ts";

/** A part of a plan, and the facts as they will be after it: what the next part is planned from. */
interface Part {
  readonly steps: readonly Step[];
  readonly fleet: Fleet;
}

/**
 * A run that ended between two `activate` steps left hosts behind: those that run the release too get the record that
 * the others have, before anything else is recorded.
 */
export function settle(fleet: Fleet): Part {
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
 * Frees a slot for a release, whatever an interrupted run or a hold left there. Requests that go there return first: to
 * the active release, proved again, if it still runs anywhere; else to what the router has besides. A slot that nobody
 * closed is closed, so that a release takes no traffic before it was proved.
 */
export function makeRoom(observed: Fleet, wanted: Wanted, slot: SlotName): Part {
  const { steps, fleet } = divert(observed, wanted, slot);
  const strangers = observed.hosts.filter((host) => strange(host, slot, wanted.release));
  return { steps: [...steps, ...end(observed, wanted, slot, strangers)], fleet };
}

function divert(fleet: Fleet, wanted: Wanted, slot: SlotName): Part {
  const { hosts } = fleet;
  const { release } = wanted;
  const active = activeOf(fleet);
  const home = active === null || active.release === release ? null : homeOf(fleet, active);
  const unproved = hosts.some((host) => strange(host, slot, release) && carries(fleet, host, slot));
  const back = active?.release ?? "";
  const able = home === null ? [] : hosts.filter((host) => host.releases.includes(back) && !strange(host, home, back));
  if (unproved && home !== null && able.length > 0) {
    const proving = able.map((host) => step.awaitHealthy(host, home, back, wanted.healthyWithinMs));
    const weights = step.onlyTo(servers(fleet, home, able), servers(fleet, slot));
    const running = change(fleet, able, ({ slots }) => ({
      slots: {
        ...slots,
        [home]: {
          port: slots[home]?.port ?? 0,
          link: back,
          running: { pid: slots[home]?.running?.pid ?? 0, release: back },
        },
      },
    }));
    return { steps: [...begin(able, home, back), ...proving, step.shift(weights)], fleet: shifted(running, weights) };
  }

  const exposed = hosts.filter((host) => open(fleet, host, slot) && !runs(host, slot, release));
  const closing = servers(fleet, slot, exposed);
  const standing = Object.entries(fleet.router ?? {}).flatMap(([name, { state, weight }]) =>
    state === "ready" && weight > 0 && !closing.includes(name) ? [name] : [],
  );
  if (closing.length === 0 || standing.length === 0) return { steps: [], fleet };
  const weights = step.onlyTo(standing, closing);
  return { steps: [step.shift(weights)], fleet: shifted(fleet, weights) };
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
