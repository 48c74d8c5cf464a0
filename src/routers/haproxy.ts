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

/**
 * What the router does with a server. Judged by bits, not by equality: a server disabled in the file keeps other bits.
 */
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

/**
 * What stays open after a shift that was read back: who is still on the old servers, and what a reload of the router
 * would undo.
 */
export function shiftWarnings(shift: {
  readonly router: { readonly type: string; readonly stateFile?: string | null; readonly backend?: string };
  readonly from: readonly string[];
  readonly servers: Readonly<Record<string, ServerFacts>>;
  readonly cookie: string | null;
}): readonly string[] {
  const { router, from, servers, cookie } = shift;
  const warnings: string[] = [];
  const open = from.map((name) => servers[name]?.sessions ?? 0).reduce((sum, one) => sum + one, 0);
  const old = from.join(", ");
  if (cookie !== null && from.length > 0) {
    warnings.push(
      `HAProxy's backend \`${router.backend ?? ""}\` keeps clients on their server by the cookie \`${cookie}\`: ` +
        `those that were served by ${old} stay on the old release until that slot stops (${open} sessions are open there now). ` +
        "Set `strategy.hold` to `0s` so that it stops after the drain, or remove `cookie` from the backend.",
    );
  } else if (open > 0) {
    warnings.push(
      `${open} sessions were still open on ${old}, the old release, after the shift: they end by themselves, or when it stops.`,
    );
  }
  if (router.type === "haproxy" && (router.stateFile ?? null) === null) {
    warnings.push(
      "`router.state-file` is not set: when HAProxy is reloaded or restarted, it sends traffic where its configuration file says, which may be the old release. " +
        "Name HAProxy's `server-state-file` there, with `load-server-state-from-file global` in its configuration.",
    );
  }
  return warnings;
}
