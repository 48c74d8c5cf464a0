import type { ServerFacts } from "../domain/fleet.ts";
import type { ServerWeights } from "../domain/plan.ts";

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
  /** The weight that it has now. */
  readonly weight: number;
  /** The weight that it has in the configuration file. */
  readonly fullWeight: number;
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
  const weight = line.fullWeight === 0 ? 0 : Math.round((line.weight / line.fullWeight) * 1_000) / 10;
  return { state, weight, sessions };
}

/** What is not as it was ordered, one sentence each; empty when traffic goes where it should. */
export function differences(servers: Readonly<Record<string, ServerFacts>>, weights: ServerWeights): readonly string[] {
  return Object.entries(weights).flatMap(([name, ordered]) => {
    const seen = servers[name];
    if (seen === undefined) return [`${name} is unknown to the router`];
    const { state, weight } = seen;
    if (ordered === 0) return state === "ready" && weight > 0 ? [`${name} is ready, ordered drain`] : [];
    if (state !== "ready") return [`${name} is ${state}, ordered ready`];
    // HAProxy's weights are whole numbers: a small share of a small weight cannot be set. At its full weight, a server
    // may report a load of its own (agent-check).
    const right = weight > 0 && (ordered === 100 || Math.abs(weight - ordered) <= 1);
    return right ? [] : [`${name} has ${weight} % of its weight, ordered ${ordered} %`];
  });
}

/**
 * What stays open after a shift that was read back: who is still on the old servers, and what a reload of the router
 * would undo.
 */
export function shiftWarnings(shift: {
  readonly router: { readonly type: string; readonly stateFile?: string | null; readonly backend?: string };
  readonly weights: ServerWeights;
  readonly servers: Readonly<Record<string, ServerFacts>>;
  readonly cookie: string | null;
}): readonly string[] {
  const { router, weights, servers, cookie } = shift;
  const from = Object.keys(weights).filter((name) => weights[name] === 0);
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
