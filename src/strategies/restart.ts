import type { Fleet, HostFacts } from "../domain/fleet/fleet.ts";
import type { Step, Wanted } from "../domain/fleet/plan.ts";
import { activeOf, occupied, onlySlot, runs, runsAnother, servers, takesFullShare } from "./facts.ts";
import { completeRecords, explainAgain } from "./leftovers.ts";
import { removeOldReleases } from "./old-releases.ts";
import * as phases from "./phases.ts";
import * as step from "./steps.ts";
import type { Draft, Recovery, Rollback, Strategy } from "./strategy.ts";

/**
 * Restart in place: one slot, and a gap between the end of the old release and the first answer of the new one.
 * Hosts follow each other: the next one is touched when the one before is healthy.
 */
export const restart: Strategy = {
  type: "restart",
  settings: {},
  holds: false,
  suits: ({ slots }) =>
    Object.keys(slots).length === 1
      ? []
      : [
          {
            key: "slots",
            says: `Strategy \`restart\` needs exactly one slot; this environment has ${Object.keys(slots).length}.`,
            remedy: "Name one, such as `{main: {port: 4000}}`.",
          },
        ],
  deploy,
  recover,
  rollback,
  warnings,
};

function deploy(observed: Fleet, wanted: Wanted): Draft {
  const { release } = wanted;
  const { steps: completing, fleet } = completeRecords(observed);
  const placement = { fleet, wanted, slot: onlySlot(fleet) };
  const steps: Step[] = [
    ...completing,
    ...explainAgain(fleet, wanted, phases.install(placement)),
    ...phases.migrateSchema(placement),
    ...explainAgain(fleet, wanted, replace(placement, fleet.hosts, "drain")),
    ...phases.verifyWithTraffic(placement),
    ...phases.record(placement, fleet.hosts),
    ...removeOldReleases(placement),
  ];
  const says =
    activeOf(fleet)?.release === release
      ? `${release} is already the verified release of ${wanted.environment}: verify it again.`
      : `Deploy ${release} to ${wanted.environment}, by a restart in place.`;
  return { says, steps };
}

function recover(fleet: Fleet, { failed, active, able, mark }: Recovery): readonly Step[] {
  const placement = { fleet, wanted: { ...failed, release: active.release }, slot: onlySlot(fleet) };
  return [...restore(placement, able), ...phases.record(placement, able), ...mark];
}

/** The steps back to a release that is kept, after a start in the only slot went wrong. */
function restore(placement: phases.Placement, able: readonly HostFacts[]): readonly Step[] {
  const { fleet, wanted, slot } = placement;
  const { release } = wanted;
  const whole = able.every((host) => runs(host, slot, release));
  const others = fleet.hosts.filter((host) => !able.includes(host) && occupied(host, slot));
  const stops = others.map((host) => step.stop(host, slot, "kill"));
  if (whole) return stops;
  const [host] = able;
  return [
    ...stops,
    // Every second counts while nothing serves, and what never got healthy would not react to a graceful stop.
    ...replace(placement, able, "kill"),
    ...(wanted.smoke && host !== undefined ? [step.smokePublic({ host, slot, release })] : []),
  ];
}

function rollback(fleet: Fleet, { wanted, mark }: Rollback): readonly Step[] {
  const placement = { fleet, wanted, slot: onlySlot(fleet) };
  return [
    ...replace(placement, fleet.hosts, "drain"),
    ...phases.verifyWithTraffic(placement),
    ...mark,
    ...phases.record(placement, fleet.hosts),
  ];
}

/** Puts the release into the slot of these hosts, one host after the other, each healthy before the next. */
function replace(placement: phases.Placement, hosts: readonly HostFacts[], how: "drain" | "kill"): readonly Step[] {
  const { fleet, wanted, slot } = placement;
  const { release } = wanted;
  const steps = hosts.flatMap((host): readonly Step[] => [
    ...(runsAnother(host, slot, release) ? [step.stop(host, slot, how)] : []),
    ...phases.startIn(placement, [host]),
    step.awaitHealthy({ host, slot, release }, wanted.healthyWithinMs),
  ]);
  const routed = hosts.every((host) => takesFullShare(fleet, host, slot) && runs(host, slot, release));
  // A router in front has to see the new process before anybody asks it through the router.
  return fleet.router === null || routed ? steps : [...steps, step.shift(step.onlyTo(servers(fleet, slot, hosts)))];
}

/** Where the only slot is stopped, there is a gap. */
function warnings(steps: readonly Step[]): readonly string[] {
  if (!steps.some(({ type }) => type === "stop")) return [];
  return [
    "Requests fail from the stop until the new release answers, usually for 1.4 s or more. " +
      "A second slot behind a router avoids this: `strategy: {type: blue-green}`.",
  ];
}
