import { z } from "zod";
import type { HostFacts } from "../domain/fleet/fleet.ts";
import { activeOf, takesTraffic } from "./facts.ts";
import type { Placement } from "./phases.ts";

/** Which hosts are without traffic at the same time. */

/** A number of hosts, or a part of all. */
type HostCount = number | { readonly percent: number };

const countRule = "must be a number of hosts from 1, or a part of them such as `25%`";

/** `2` or `25%`. */
export const hostCount = z.union(
  [
    z.int().min(1, "must be at least 1"),
    z
      .string()
      .regex(/^([1-9]\d?|100)%$/, countRule)
      .transform((text) => ({ percent: Number.parseInt(text, 10) })),
  ],
  { error: countRule },
);

export interface BatchSizes {
  /** Hosts that are replaced at once. */
  readonly batch: HostCount;
  /** Hosts that may be without traffic at once, whatever the reason; undefined is as many as a batch. */
  readonly "max-unavailable"?: HostCount | undefined;
}

/** Hosts that are replaced at once, and what has to be healthy before they lose their traffic. */
interface HostBatch {
  readonly hosts: readonly HostFacts[];
  readonly relies: readonly { readonly host: HostFacts; readonly runs: string }[];
}

/**
 * Hosts without traffic first, then those with a release that is not the active one, then the others. Hosts that have
 * no traffic for another reason count as unavailable, but one host at a time is always replaced. As long as any host
 * serves, one that is not in the batch goes on serving; where hosts serve different releases, it has to be healthy.
 */
export function hostBatches(
  placement: Placement,
  hosts: readonly HostFacts[],
  sizes: BatchSizes,
): readonly HostBatch[] {
  const { fleet, slot } = placement;
  const count = fleet.hosts.length + (fleet.away?.length ?? 0);
  const size = sizeOf(sizes.batch, count);
  const most = sizeOf(sizes["max-unavailable"] ?? sizes.batch, count);
  const active = activeOf(fleet)?.release;
  const served = (host: HostFacts) =>
    takesTraffic(fleet, host, slot) ? (host.slots[slot]?.running?.release ?? null) : null;
  const rank = (host: HostFacts) => (served(host) === null ? 0 : served(host) === active ? 2 : 1);
  const left = [...hosts].sort((one, other) => rank(one) - rank(other));
  const serving = new Set(fleet.hosts.filter((host) => served(host) !== null));
  const mixed = new Set([...serving].map(served)).size > 1;
  const verified = new Set<HostFacts>();
  const all: HostBatch[] = [];
  while (left.length > 0) {
    const room = (batch: readonly HostFacts[]) =>
      count - serving.size - batch.filter((host) => !serving.has(host)).length + batch.length <= most;
    const safe = (batch: readonly HostFacts[]) =>
      !batch.some((host) => serving.has(host)) || [...serving].some((host) => !batch.includes(host));
    const batch = left.splice(0, 1);
    for (let [next] = left; next !== undefined && batch.length < size; [next] = left) {
      if (!room([...batch, next]) || !safe([...batch, next])) break;
      batch.push(next);
      left.shift();
    }
    const others = [...serving].filter((host) => !batch.includes(host));
    const [rest] = others.sort((one, other) => rank(other) - rank(one));
    const sure = !mixed || others.some((host) => verified.has(host)) || !batch.some((host) => serving.has(host));
    const runs = rest === undefined ? null : served(rest);
    all.push({ hosts: batch, relies: sure || rest === undefined || runs === null ? [] : [{ host: rest, runs }] });
    for (const host of batch) {
      serving.add(host);
      verified.add(host);
    }
  }
  return all;
}

function sizeOf(wanted: HostCount, count: number): number {
  const hosts = typeof wanted === "number" ? wanted : Math.floor((count * wanted.percent) / 100);
  return Math.max(1, Math.min(hosts, count - 1));
}
