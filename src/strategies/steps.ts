import type { HostFacts, SlotName } from "../domain/fleet.ts";
import type { HostStep, ServerWeights, Step } from "../domain/plan.ts";

/** Time limits of steps, milliseconds. */
const minute = 60_000;
/** Phoenix drains sockets for up to 30 s and its web server for up to 15 s: no kill before a minute. */
const stopMs = 75_000;

export const acquire = ({ host, lease, now }: HostFacts, take: boolean): HostStep => ({
  type: "acquire-lock",
  host,
  take,
  limitMs: minute,
  says: `Take the lock on ${host}${take && lease !== null && lease.expires > now ? `, which ${lease.owner} holds` : ""}`,
});

export const unlock = ({ host }: HostFacts): HostStep => ({
  type: "release-lock",
  host,
  limitMs: minute,
  says: `Give the lock on ${host} back`,
});

export const upload = ({ host }: HostFacts, release: string): HostStep => ({
  type: "upload",
  host,
  release,
  limitMs: 10 * minute,
  says: `Upload ${release} to ${host}`,
});

export const unpack = ({ host }: HostFacts, release: string): HostStep => ({
  type: "unpack",
  host,
  release,
  limitMs: 5 * minute,
  says: `Check the digest of ${release} on ${host} and unpack it`,
});

export const migrate = ({ host }: HostFacts, release: string): HostStep => ({
  type: "migrate",
  host,
  release,
  limitMs: 30 * minute,
  says: `Run the migrations of ${release} from ${host}`,
});

export const start = ({ host, slots }: HostFacts, slot: SlotName, release: string): HostStep => ({
  type: "start",
  host,
  slot,
  release,
  limitMs: minute,
  says: `Start ${release} in slot ${slot} of ${host} on port ${slots[slot]?.port ?? "?"}`,
});

export const stop = ({ host, slots }: HostFacts, slot: SlotName, how: "drain" | "kill"): HostStep => ({
  type: "stop",
  host,
  slot,
  how,
  limitMs: stopMs,
  says: `Stop ${slots[slot]?.running?.release ?? "what runs"} in slot ${slot} of ${host}${how === "kill" ? " at once" : ", which may finish what it has"}`,
});

export const activate = ({ host }: HostFacts, slot: SlotName, release: string): HostStep => ({
  type: "activate",
  host,
  slot,
  release,
  limitMs: minute,
  says: `Record ${release} in slot ${slot} of ${host} as the verified release`,
});

export const hold = ({ host, slots }: HostFacts, slot: SlotName, seconds: number): HostStep => ({
  type: "hold",
  host,
  slot,
  seconds,
  limitMs: minute,
  says: `Keep ${slots[slot]?.running?.release ?? "what runs"} warm in slot ${slot} of ${host} for ${seconds} s, so that going back is one shift`,
});

export const markBad = ({ host }: HostFacts, release: string): HostStep => ({
  type: "mark-bad",
  host,
  release,
  limitMs: minute,
  says: `Mark ${release} as bad on ${host}, so that it is not deployed again`,
});

export const removeReleases = ({ host, releases }: HostFacts, remove: readonly string[]): HostStep => ({
  type: "prune",
  host,
  keep: releases.filter((release) => !remove.includes(release)),
  remove,
  limitMs: minute,
  says: `Remove ${remove.join(", ")} from ${host}`,
});

/** A release in a slot of a host, which a step looks at. */
interface Instance {
  readonly host: HostFacts;
  readonly slot: SlotName;
  readonly release: string;
}

export const awaitHealthy = ({ host: { host }, slot, release }: Instance, limitMs: number): Step => ({
  type: "await-healthy",
  host,
  slot,
  release,
  limitMs,
  says: `Wait at most ${seconds(limitMs)} until slot ${slot} of ${host} is healthy as ${release}`,
});

export const smokeSlot = ({ host: { host }, slot, release }: Instance): Step => ({
  type: "smoke",
  at: "slot",
  host,
  slot,
  release,
  limitMs: 5 * minute,
  says: `Run the smoke tests on ${release} in slot ${slot} of ${host}, before it takes traffic`,
});

export const smokePublic = ({ host: { host }, slot, release }: Instance): Step => ({
  type: "smoke",
  at: "public",
  host,
  slot,
  release,
  limitMs: 5 * minute,
  says: `Run the smoke tests on ${release} where users come in`,
});

export const observe = ({ host: { host }, slot, release }: Instance, watchMs: number): Step => ({
  type: "observe",
  host,
  slot,
  release,
  watchMs,
  limitMs: watchMs + minute,
  says: `Watch the requests to ${release} for ${seconds(watchMs)}`,
});

/** All new requests to some servers, none to the others. */
export const onlyTo = (to: readonly string[], drained: readonly string[] = []): ServerWeights =>
  Object.fromEntries([...to.map((name) => [name, 100]), ...drained.map((name) => [name, 0])]);

export const shift = (weights: ServerWeights): Step => ({
  type: "shift",
  weights,
  limitMs: minute,
  says: shiftText(Object.entries(weights)),
});

function shiftText(weights: readonly (readonly [string, number])[]): string {
  const drained = weights.flatMap(([name, weight]) => (weight === 0 ? [name] : []));
  const open = weights.filter(([, weight]) => weight > 0);
  const shares = open.map(([name, weight]) => `${name} to ${weight} %`).join(", ");
  const to = open.some(([, weight]) => weight < 100)
    ? `Set the weight of ${shares}`
    : `Send all new requests to ${open.map(([name]) => name).join(", ")}`;
  const none = open.some(([, weight]) => weight < 100) ? "send no new requests" : "none";
  return drained.length === 0 ? to : `${to} and ${none} to ${drained.join(", ")}`;
}

export const drain = (servers: readonly string[], limitMs: number): Step => ({
  type: "drain",
  servers,
  limitMs,
  says: `Wait at most ${seconds(limitMs)} until no requests are left on ${servers.join(", ")}`,
});

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
