import { z } from "zod";
import { word } from "../commands/host.ts";
import type { RouterFacts, ServerFacts } from "../domain/fleet/fleet.ts";
import { hostPath } from "../domain/fleet/host-path.ts";
import { type HostRecord, whole } from "../domain/fleet/host-record.ts";
import { nameSchema } from "../domain/release/release.ts";
import {
  closedBy,
  partOf,
  type Router,
  type RouterByHand,
  type RouterKind,
  routerHosts,
  type Shifted,
  serverDifferences,
  stillOpen,
} from "./router.ts";

/** Bits of HAProxy's administrative state: maintenance, and drain (management guide, `show servers state`). */
const maintenanceBit = 1;
const drainBit = 8;
/** Operational state of a server that is up. */
const up = 2;
/** The largest weight. */
const largestWeight = 256;

const settings = z.strictObject({
  type: z.literal("haproxy"),
  socket: hostPath.refine(
    (path) => path.length <= 100,
    "must be at most 100 characters, since a socket's path is limited",
  ),
  backend: nameSchema,
  "state-file": hostPath.optional(),
  on: routerHosts,
});

/** HAProxy by its runtime API, on the admin socket of the host that it runs on. */
export const haproxy: RouterKind = {
  type: "haproxy",
  settings: settings.transform((given): Router => {
    const { socket, backend, on, "state-file": stateFile } = given;
    return {
      name: "HAProxy",
      routes: true,
      weights: true,
      direct: true,
      counts: true,
      on: on ?? null,
      part: () => partOf("haproxy"),
      values: { haproxy_socket: socket, haproxy_backend: backend, haproxy_state_file: stateFile ?? "" },
      read,
      differences: serverDifferences,
      warnings: (shift) => [...staying(shift, backend), ...(stateFile === undefined ? [forgets] : [])],
      byHand: byHand(given),
      remedy: "See that HAProxy runs, and compare its socket, backend and servers with the settings.",
      lostRemedy:
        "Name HAProxy's `server-state-file` as `router.state-file`, so that a restart keeps the weights, " +
        "and run the job again.",
    };
  }),
};

/** By the runtime API: what is opened has to be up before anything else is drained. */
function byHand({ socket, backend, "state-file": stateFile }: z.infer<typeof settings>): RouterByHand {
  const ask = `ask() { echo "$1" | socat -t 5 - ${word(`UNIX-CONNECT:${socket}`)}; }`;
  const up = `$4 == name && $6 == 2 && $7 % 2 == 0 { up = 1 } END { exit !up }`;
  const keep = stateFile === undefined ? [] : [`ask "show servers state" >${word(stateFile)}`];
  const each = (names: readonly string[], ...orders: readonly string[]) =>
    names.length === 0
      ? []
      : [
          `for server in ${names.join(" ")}; do`,
          ...orders.map((order) => `  ask "set server ${backend}/$server ${order}"`),
          "done",
        ];
  // Where nothing is closed and no file keeps it, sh still needs a command there.
  const afterUp = (close: readonly string[]) =>
    close.length + keep.length === 0 ? [":"] : [...each(close, "state drain"), ...keep];
  return {
    look: `${ask}\nask "show servers state ${backend}" | awk 'NF > 8 && $1 != "#" { print $4, $6, $7, $8 }'`,
    shift: ({ open, close }) =>
      [
        ask,
        `up() { ask "show servers state ${backend}" | awk -v name="$1" '${up}'; }`,
        // A weight that was multiplied for a small share is that of the configuration again.
        ...each([...open, ...close], "weight 100%"),
        ...each(open, "state ready"),
        "tries=0",
        `until ${open.map((name) => `up ${name}`).join(" && ") || "true"} || [ "$tries" -ge 100 ]; do`,
        "  tries=$((tries + 1))",
        "  sleep 0.2",
        "done",
        'if [ "$tries" -ge 100 ]; then echo "Not up after 20 s: nothing was drained."; else',
        ...afterUp(close).map((line) => `  ${line}`),
        "fi",
        `ask "show servers state ${backend}" | awk 'NF > 8 && $1 != "#" { print $4, $6, $7, $8 }'`,
      ].join("\n"),
  };
}

/** The servers as the records describe them; a sentence when a number cannot be read or there is no server. */
function read(records: readonly HostRecord[]): RouterFacts | string {
  // Names are HAProxy's own: assigned one by one, a server `__proto__` would be lost.
  const facts = new Map<string, ServerFacts>();
  const sessions = new Map(
    records.filter(([key]) => key === "sessions").map(([, name, count]) => [name, whole(count)] as const),
  );
  const backups = new Set(records.filter(([key]) => key === "backup").map(([, name]) => name));
  const servers = records.filter(([key]) => key === "server");
  const factor = factorOf(servers);
  for (const [, name = "", ...numbers] of servers) {
    const [operational, administrative, weight, fullWeight, open] = [
      ...numbers.slice(0, 4).map(whole),
      sessions.get(name),
    ];
    if (operational == null || administrative == null || weight == null || fullWeight == null || open == null)
      return `HAProxy's answer for server ${name} cannot be read.`;
    facts.set(name, {
      state: stateOf(operational, administrative),
      weight: percentOf(weight, fullWeight, factor),
      sessions: open,
      ...(backups.has(name) ? { backup: true as const } : {}),
    });
  }
  return facts.size === 0 ? "HAProxy has no server in this backend." : Object.fromEntries(facts);
}

/**
 * What the weights of the configuration were multiplied by, so that a server can have a small part: haproxy.sh does
 * that where they are too small, and the same number follows from them. 1 where they are as they were.
 */
function factorOf(servers: readonly HostRecord[]): number {
  const weights = servers.map(([, , , , weight, full]) => [whole(weight) ?? 0, whole(full) ?? 0] as const);
  const most = Math.max(...weights.map(([, full]) => full));
  return weights.some(([weight, full]) => weight > full) && most > 0
    ? Math.max(1, Math.floor(largestWeight / most))
    : 1;
}

function percentOf(weight: number, full: number, factor: number): number {
  if (full === 0) return 0;
  const percent = (weight / (full * factor)) * 100;
  return factor === 1 ? Math.round(percent * 10) / 10 : Math.round(percent);
}

/** Judged by bits, not by equality: a server disabled in the file keeps other bits. */
function stateOf(operational: number, administrative: number): ServerFacts["state"] {
  if ((administrative & maintenanceBit) !== 0) return "maint";
  if ((administrative & drainBit) !== 0) return "drain";
  return operational === up ? "ready" : "down";
}

/** Who is still on the servers that were closed. */
function staying({ wanted, seen, records }: Shifted, backend: string): readonly string[] {
  const closed = closedBy(wanted);
  const open = closed.reduce((sum, name) => sum + (seen[name]?.sessions ?? 0), 0);
  const old = closed.join(", ");
  const cookie = records.find(([key]) => key === "cookie")?.[1];
  if (cookie !== undefined && closed.length > 0)
    return [
      `HAProxy's backend \`${backend}\` keeps clients on their server by the cookie \`${cookie}\`: those that were ` +
        `served by ${old} stay on the old release until that slot stops (${open} sessions are open there now). ` +
        "Set `strategy.hold` to `0s` so that it stops after the drain, or remove `cookie` from the backend.",
    ];
  return stillOpen({ wanted, seen });
}

const forgets =
  "`router.state-file` is not set: when HAProxy is reloaded or restarted, it sends traffic where its configuration " +
  "file says, which may be the old release. Name HAProxy's `server-state-file` there, with " +
  "`load-server-state-from-file global` in its configuration.";
