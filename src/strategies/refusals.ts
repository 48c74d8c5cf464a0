import { type Away, type Fleet, hostNames, type Layout, type LeftSlot } from "../domain/fleet/fleet.ts";
import type { Refusal, Step, Wanted } from "../domain/fleet/plan.ts";
import { freeSlots, hostsOf, servers, slotNames } from "./facts.ts";
import { type Strategy, unsuitedOf } from "./strategy.ts";

/**
 * Why nothing may be changed now, whoever asks: another run holds the lock, or a step still works. Seconds are the
 * host's own.
 */
export function busy(fleet: Fleet, { owner, takeLock = false }: Pick<Wanted, "owner" | "takeLock">): Refusal | null {
  const all = [...fleet.hosts, ...(fleet.routerHosts ?? [])];
  const held = all.find(({ lease, now }) => lease !== null && lease.owner !== owner && lease.expires > now);
  // The lock is taken first, and its owner's step waited for then: else that run would go on from step to step.
  if (held !== undefined && takeLock) return null;
  if (held?.lease) {
    const { owner: holder, url, expires } = held.lease;
    const run = url === undefined ? "" : ` (${url})`;
    return {
      refused: "lock_held",
      says: `${held.host} is locked by ${holder}${run} for another ${expires - held.now} s.`,
      remedy:
        "Wait for that run to end, or for its lock to expire; then run again. `lock-wait` sets how long a run " +
        "waits by itself, and in an incident `rollback` takes the lock with `lock: take`.",
    };
  }
  const working = all.find(({ stepRunning }) => stepRunning);
  if (working === undefined) return null;
  // A run that took the lock from another waits for that one's step.
  const holder = working.lease?.owner === owner ? undefined : working.lease?.owner;
  return {
    refused: "step_running",
    says: `A step of ${holder ?? "an earlier run"} is still running on ${working.host}.`,
    remedy: "It ends by itself within its time limit: run the job again then.",
  };
}

/** True for a refusal that time ends: another run's lock, or its last step. */
export function passes({ refused }: Refusal): boolean {
  return refused === "lock_held" || refused === "step_running";
}

/** Why a host that cannot be observed must not be left out: the settings require more hosts than there are now. */
export function hostsMissing(fleet: Fleet, { hostsRequired }: Pick<Wanted, "hostsRequired">): Refusal | null {
  const { hosts, away = [] } = fleet;
  const [first] = away;
  if (first === undefined || hosts.length >= (hostsRequired ?? hosts.length + away.length)) return null;
  const remedy = "Make the host reachable, or set `hosts-required` to the number of hosts that must be there.";
  const required = hostsRequired === undefined ? "all hosts are" : `${hostsRequired} hosts are`;
  return {
    refused: first.reason_code,
    says:
      `${away.map(awayText).join("; ")}. ${hosts.length} of ${hosts.length + away.length} hosts can be reached, ` +
      `and ${required} required.`,
    remedy: `${first.remedy} ${remedy}`.trim(),
  };
}

const awayText = ({ host, says }: Away) => `${host} cannot be observed: ${says.replace(/[.\s]+$/, "")}`;

/** What the approver should know of hosts that are left out. */
export function awayWarnings({ away = [] }: Fleet): readonly string[] {
  return away.map((one) => `${awayText(one)}. It is left out, and the next deployment brings it up to date.`);
}

/** What goes on with variables of its start, although the files have others since; what the plan stops does not. */
export function staleWarnings({ hosts }: Fleet, release: string, steps: readonly Step[]): readonly string[] {
  return hosts.flatMap(({ host, slots }) =>
    Object.entries(slots).flatMap(([slot, { running, stale }]) => {
      const stops = steps.some((step) => step.type === "stop" && step.host === host && step.slot === slot);
      if (stale === undefined || running?.release !== release || stops) return [];
      return [
        `${stale} on ${host} was changed since ${release} was started in slot ${slot}, which has the variables from ` +
          `before until it is started again: \`systemctl restart <unit>@${slot}\` does that.`,
      ];
    }),
  );
}

/**
 * Why a strategy cannot work on this target: hosts, slots or router servers that it needs are not there. `also` are
 * hosts that are away and count all the same.
 */
export function unsuited(
  fleet: Fleet,
  strategy: Pick<Strategy, "type" | "groups" | "suits">,
  also: readonly Away[] = [],
): Refusal | null {
  if (fleet.hosts.length === 0) {
    return { refused: "invalid_settings", says: "The environment names no host.", remedy: "Name one under `hosts`." };
  }
  const layout = layoutOf(fleet);
  const faults = unsuitedOf(strategy, { ...layout, hosts: [...layout.hosts, ...also.map(({ host }) => host)] });
  if (faults.length > 0) {
    const all = (text: "says" | "remedy") => faults.map((fault) => fault[text]).join(" ");
    return { refused: "invalid_settings", says: all("says"), remedy: all("remedy") };
  }
  return serverMissing(fleet);
}

function layoutOf(fleet: Fleet): Layout {
  const { hosts, router, routing, groups } = fleet;
  const ports = slotNames(fleet).map((name) => [name, { port: hostsOf(fleet, name)[0]?.slots[name]?.port ?? 0 }]);
  return {
    ...{ hosts: hosts.map(({ host }) => host), slots: Object.fromEntries(ports), routed: router !== null },
    ...(routing === undefined ? {} : { routing }),
    ...(groups === undefined ? {} : { groups }),
  };
}

/** Why no traffic could be moved: the router does not know a server of a slot. */
function serverMissing(fleet: Fleet): Refusal | null {
  const { router } = fleet;
  if (router === null) return null;
  const known = (name: string) => Object.hasOwn(router, name);
  const missing = slotNames(fleet).flatMap((slot) => servers(fleet, slot).filter((name) => !known(name)));
  if (missing.length === 0) return null;
  return {
    refused: "router_failed",
    says: `The router has no server ${missing.join(", ")}.`,
    remedy: `Name the servers of the backend ${nameRule(fleet)}.`,
  };
}

/** How servers are named, as `serverName` does it. */
function nameRule(fleet: Fleet): string {
  if (fleet.hosts.length === 1) return "as the slots are named";
  return fleet.groups !== undefined || slotNames(fleet).length === 1 ? "as the hosts are named" : "`<host>-<slot>`";
}

/** Why the release cannot go anywhere: no host of the group that does not serve can be reached. */
export function groupAway(fleet: Fleet, release: string): Refusal | null {
  const { groups, away = [] } = fleet;
  if (groups === undefined || freeSlots(fleet, release).length > 0) return null;
  const gone = slotNames(fleet).filter((slot) => hostsOf(fleet, slot).length === 0);
  const [first] = away;
  return {
    refused: first?.reason_code ?? "host_unreachable",
    says:
      `${away.map(awayText).join("; ")}. ` +
      `Of group ${gone.join(", ")}, where ${release} is to run, no host can be reached.`,
    remedy: `${first?.remedy ?? ""} Make a host of that group reachable.`.trim(),
  };
}

/**
 * Why a release must not run here again: it was rolled back for a fault of its own, or left by a rollback. `instead` is
 * what to do where the mark is right.
 */
export function markedBad(fleet: Fleet, release: string, instead: string): Refusal | null {
  const marked = fleet.hosts.filter(({ bad }) => bad.includes(release));
  if (marked.length === 0) return null;
  const hosts = hostNames(marked);
  return {
    refused: "release_marked_bad",
    says: `${release} was rolled back on ${hosts} for a fault and is marked bad.`,
    remedy:
      `${instead} If the mark is wrong, delete the line ${release} from \`state/bad\` below the application's path ` +
      `on ${hosts}, and run again.`,
  };
}

/** Why a slot that the settings name no more is in the way of any change, for a sentence that names its host. */
export function leftFault({ slot, release, port }: LeftSlot): Pick<Refusal, "says" | "remedy"> {
  const named = `${slot}: {port: ${port ?? "…"}}`;
  return {
    says:
      `Slot ${slot} runs ${release ?? "a process"}, and \`slots\` does not name that slot any more: ` +
      "nothing would take its requests or stop it.",
    remedy:
      `Keep it in \`slots\` (\`${named}\`) in place of one that runs nothing. To give it up instead, stop it on the ` +
      `host, which ends what it serves: \`systemctl disable --now <unit>@${slot}\`.`,
  };
}

/** Why nothing may be changed: something runs in a slot that no plan would see. */
export function slotLeft({ hosts }: Fleet): Refusal | null {
  for (const { host, left = [] } of hosts) {
    const [first] = left;
    if (first === undefined) continue;
    const { says, remedy } = leftFault(first);
    return { refused: "settings_mismatch", says: `${host}: ${says}`, remedy };
  }
  return null;
}

/**
 * Why nothing may be started: somebody else answers on a port that the settings give to a slot, and would be taken for
 * the release.
 */
export function portTaken(fleet: Fleet): Refusal | null {
  for (const host of fleet.hosts) {
    for (const [name, { port, stranger }] of Object.entries(host.slots)) {
      if (stranger === undefined) continue;
      return {
        refused: "port_taken",
        says:
          `Port ${port} of slot ${name} on ${host.host} is answered by ${stranger}, ` +
          "which was not started for this slot.",
        remedy: "Stop that process, or give the slot another port in the settings and in the router.",
      };
    }
  }
  return null;
}

/** Why nothing may be started: a line of the servers' variables is not understood, and would be missing there. */
export function unreadableEnvironment(fleet: Fleet): Refusal | null {
  for (const { host, environmentFaults = [] } of fleet.hosts) {
    if (environmentFaults.length === 0) continue;
    return {
      refused: "environment_file_invalid",
      says: `Variables of the servers on ${host} cannot be read: ${environmentFaults.join("; ")}.`,
      remedy: "Correct these lines: the format is that of systemd's EnvironmentFile, one NAME=value a line.",
    };
  }
  return null;
}
