import { z } from "zod";
import type { Fleet, HostFacts, Layout } from "../domain/fleet/fleet.ts";
import type { Step, Wanted } from "../domain/fleet/plan.ts";
import { duration } from "../domain/values/settings.ts";
import { activeOf, mayTakeTraffic, onlySlot, openAway, runs, runsAnother, servers, takesFullShare } from "./facts.ts";
import { type BatchSizes, hostBatches, hostCount } from "./host-batches.ts";
import { completeRecords, endAttempts, explainAgain } from "./leftovers.ts";
import { removeOldReleases } from "./old-releases.ts";
import * as phases from "./phases.ts";
import * as step from "./steps.ts";
import type { Draft, Recovery, Rollback, Strategy, Unsuited } from "./strategy.ts";

/** What only this strategy has to set: how many hosts are replaced at once, and may be without traffic at once. */
interface Own extends BatchSizes {
  /** How long the release is watched after each batch but the last, milliseconds; 0 for not. */
  readonly pause: number;
}

const pause = duration
  .pipe(z.number().refine((ms) => ms === 0 || ms >= 10_000, "must be at least 10s: less shows nothing; 0s for none"))
  .prefault("30s");

/**
 * Rolling: one slot a host, and a router for all of them. Some hosts at a time lose their traffic, are replaced and
 * verified, and take traffic again, where they are watched beside those that still have the release before; two
 * versions serve for a while (Phase 6: Rolling Deployment). The first host that fails ends it, and the hosts that were
 * changed get the release before again, in the same way. What was deployed is recorded when all hosts run it and were
 * verified with traffic.
 */
export const rolling: Strategy<Own> = {
  type: "rolling",
  settings: { batch: hostCount.prefault(1), "max-unavailable": hostCount.optional(), pause },
  holds: false,
  suits,
  deploy,
  recover,
  rollback,
  warnings: (steps) =>
    steps.some(({ type }) => type === "stop") ? ["Two versions serve side by side until all hosts are replaced."] : [],
};

function suits({ hosts, slots, routed, routing }: Layout): readonly Unsuited[] {
  const faults: Unsuited[] = [];
  const add = (key: Unsuited["key"], says: string, remedy: string) =>
    faults.push({ key, says: `Strategy \`rolling\` needs ${says}`, remedy });
  const count = Object.keys(slots).length;
  if (count !== 1)
    add("slots", `exactly one slot; this environment has ${count}.`, "Name one, such as `{main: {port: 4000}}`.");
  if (hosts.length < 2)
    add("hosts", "at least two hosts.", "Name another, or set `strategy: {type: blue-green}` with two slots.");
  if (!routed || routing?.shared === false)
    add(
      "router",
      "a router for the whole fleet.",
      "Name the host that it runs on, such as `router: {type: haproxy, on: lb1, …}`.",
    );
  return faults;
}

function deploy(observed: Fleet, wanted: Wanted<Own>): Draft {
  const { release, environment } = wanted;
  const { steps: completing, fleet } = completeRecords(observed);
  const placement = { fleet, wanted, slot: onlySlot(fleet) };
  const steps: Step[] = [
    ...completing,
    ...explainAgain(fleet, wanted, phases.install(placement)),
    ...phases.migrateSchema(placement),
    ...closeAway(fleet),
    ...explainAgain(fleet, wanted, replaceAll(placement, fleet.hosts, wanted.own)),
    ...phases.verifyWithTraffic(placement),
    ...phases.record(placement, fleet.hosts),
    ...removeOldReleases(placement),
  ];
  const says =
    activeOf(fleet)?.release === release
      ? `${release} is already the verified release of ${environment}: verify it again.`
      : `Deploy ${release} to ${environment}, rolling over ${fleet.hosts.length} hosts.`;
  return { says, steps };
}

/**
 * Only the hosts that were changed; those that lack the active release lose traffic and what the failed run started.
 */
function recover(fleet: Fleet, { failed, active, able, mark }: Recovery<Own>): readonly Step[] {
  const slot = onlySlot(fleet);
  const placement = { fleet, wanted: { ...failed, release: active.release }, slot };
  const changed = able.filter((host) => !isWhole(placement, host));
  const [first] = changed;
  const quickly = { ...placement, wanted: { ...placement.wanted, smoke: false } };
  const unable = fleet.hosts.filter((host) => !able.includes(host) && mayTakeTraffic(fleet, host, slot));
  return [
    ...closeAway(fleet),
    ...inBatches(quickly, { stale: changed, whole: [] }, { ...failed.own, pause: 0 }),
    ...(unable.length === 0
      ? []
      : [step.since(step.shift(step.onlyTo([], servers(fleet, slot, unable))), `${active.release} is not kept there`)]),
    ...endAttempts(
      { fleet: { ...fleet, hosts: fleet.hosts.filter((host) => !able.includes(host)) }, wanted: failed, slot },
      active,
    ),
    ...(failed.smoke && first !== undefined ? [step.smokePublic({ host: first, slot, release: active.release })] : []),
    ...phases.record(placement, able),
    ...mark,
  ];
}

function rollback(fleet: Fleet, { wanted, mark }: Rollback<Own>): readonly Step[] {
  const placement = { fleet, wanted, slot: onlySlot(fleet) };
  return [
    ...closeAway(fleet),
    // The release was verified before: every second counts.
    ...replaceAll(placement, fleet.hosts, { ...wanted.own, pause: 0 }),
    ...phases.verifyWithTraffic(placement),
    ...mark,
    ...phases.record(placement, fleet.hosts),
  ];
}

/** A host that is away would serve an old release as soon as it comes back. */
function closeAway(fleet: Fleet): readonly Step[] {
  const open = openAway(fleet);
  return open.length === 0 ? [] : [step.since(step.shift(step.onlyTo([], open)), phases.awayWhy)];
}

/** The release runs on the host, and takes all the requests that it can. */
function isWhole({ fleet, wanted, slot }: phases.Placement, host: HostFacts): boolean {
  const { release } = wanted;
  return runs(host, slot, release) && host.slots[slot]?.link === release && takesFullShare(fleet, host, slot);
}

/** Hosts that have the release already are verified, and watched with the others; then these, some at a time. */
function replaceAll(placement: phases.Placement, hosts: readonly HostFacts[], own: Own): readonly Step[] {
  const { wanted, slot } = placement;
  const { release, healthyWithinMs } = wanted;
  const whole = hosts.filter((host) => isWhole(placement, host));
  const stale = hosts.filter((host) => !whole.includes(host));
  return [
    ...whole.map((host) =>
      step.since(step.awaitHealthy({ host, slot, release }, healthyWithinMs), "it runs there already"),
    ),
    ...(stale.length === 0 ? [] : watchBeside(placement, whole, own)),
    ...inBatches(placement, { stale, whole }, own),
  ];
}

/**
 * Out of the router, drained, replaced, verified, and in again, some hosts at a time; watched while others are left.
 */
function inBatches(
  placement: phases.Placement,
  { stale, whole }: { readonly stale: readonly HostFacts[]; readonly whole: readonly HostFacts[] },
  own: Own,
): readonly Step[] {
  const { fleet, wanted, slot } = placement;
  const { release, healthyWithinMs } = wanted;
  const replaced = [...whole];
  return hostBatches(placement, stale, own).flatMap(({ hosts: batch, relies }, index, all): readonly Step[] => {
    const exposed = batch.filter((host) => mayTakeTraffic(fleet, host, slot));
    const others = batch.filter((host) => runsAnother(host, slot, release));
    replaced.push(...batch);
    return [
      ...relies.map(({ host, runs: serving }) =>
        step.since(step.awaitHealthy({ host, slot, release: serving }, healthyWithinMs), "it serves in the meantime"),
      ),
      ...(exposed.length === 0 ? [] : [step.shift(step.onlyTo([], servers(fleet, slot, exposed)))]),
      ...phases.drainAndStop(placement, others),
      ...phases.startIn(placement, batch),
      ...batch.map((host) => step.awaitHealthy({ host, slot, release }, healthyWithinMs)),
      ...(wanted.smoke ? batch.map((host) => step.smokeSlot({ host, slot, release })) : []),
      step.shift(step.onlyTo(servers(fleet, slot, batch))),
      ...(index === all.length - 1 ? [] : watchBeside(placement, [...replaced], own)),
    ];
  });
}

/** A watch of the hosts that have the release, beside those that do not have it yet; none where nothing is watched. */
function watchBeside(
  { fleet, wanted, slot }: phases.Placement,
  hosts: readonly HostFacts[],
  own: Own,
): readonly Step[] {
  const host = hosts.at(-1);
  if (host === undefined || wanted.watchMs === 0 || own.pause === 0) return [];
  return [
    step.observeShared({ host, slot, release: wanted.release }, step.onlyTo(servers(fleet, slot, hosts)), own.pause),
  ];
}
