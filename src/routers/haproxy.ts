import type { ServerFacts } from "../domain/fleet.ts";

/** Bits of HAProxy's administrative state: maintenance, and drain (management guide, `show servers state`). */
const maintenanceBit = 1;
const drainBit = 8;
/** Operational state of a server that is up. */
const up = 2;

/** One server as `show servers state` tells it. */
export interface ServerLine {
  readonly name: string;
  readonly operational: number;
  readonly administrative: number;
  readonly weight: number;
}

/** What the router does with a server. Judged by bits, not by equality: a server disabled in the file keeps other bits. */
export function serverFacts(line: ServerLine, sessions: number): ServerFacts {
  const state =
    (line.administrative & maintenanceBit) !== 0
      ? "maint"
      : (line.administrative & drainBit) !== 0
        ? "drain"
        : line.operational === up
          ? "ready"
          : "down";
  return { state, weight: line.weight, sessions };
}

/** What is not as it was ordered, one sentence each; empty when traffic goes where it should. */
export function differences(
  servers: Readonly<Record<string, ServerFacts>>,
  to: readonly string[],
  from: readonly string[],
): readonly string[] {
  const wrong = (name: string, wish: string, holds: (seen: ServerFacts) => boolean) => {
    const seen = servers[name];
    if (seen === undefined) return [`${name} is unknown to the router`];
    return holds(seen) ? [] : [`${name} is ${seen.state}, ordered ${wish}`];
  };
  return [
    ...to.flatMap((name) => wrong(name, "ready", (seen) => seen.state === "ready")),
    ...from.flatMap((name) => wrong(name, "drain", (seen) => seen.state !== "ready")),
  ];
}
