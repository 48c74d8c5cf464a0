import type { HostFacts, Lease, LockFacts, SlotFacts, SlotName } from "../domain/fleet/fleet.ts";
import type { Guard, HostStep, ServerWeights, Step } from "../domain/fleet/plan.ts";
import { type SchemaReturn, versionsText } from "../domain/fleet/schema.ts";

/** Time limits of steps, milliseconds. */
const minute = 60_000;
/** Phoenix drains sockets for up to 30 s and its web server for up to 15 s: no kill before a minute. */
const stopMs = 75_000;

/** The step, with why it is planned, where that is not what every deployment has it for; null where it is. */
export const since = <One extends Step>(one: One, why: string | null): One =>
  why === null ? one : { ...one, says: `${one.says}, since ${why}` };

export const acquire = ({ host, lease, now }: LockFacts, take: boolean): HostStep => ({
  type: "acquire-lock",
  host,
  take,
  limitMs: minute,
  says: `Take the lock on ${host}${take ? heldBy(lease, now) : ""}`,
});

const heldBy = (lease: Lease | null, now: number) =>
  lease !== null && lease.expires > now ? `, which ${lease.owner} holds` : "";

export const unlock = ({ host }: Pick<LockFacts, "host">): HostStep => ({
  type: "release-lock",
  host,
  limitMs: minute,
  says: `Release the lock on ${host}`,
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
  says: `Verify the digest of ${release} on ${host} and unpack it`,
});

export const backup = ({ host }: HostFacts, release: string): HostStep => ({
  type: "backup",
  host,
  release,
  limitMs: 120 * minute,
  says: `Back the database up from ${host}, where migrations of ${release} are pending, and verify the backup`,
});

export const migrate = ({ host }: HostFacts, release: string): HostStep => ({
  type: "migrate",
  host,
  release,
  limitMs: 30 * minute,
  says: `Run the migrations of ${release} on ${host}`,
});

export const revert = ({ host, from, going, staying }: SchemaReturn): HostStep => ({
  type: "revert",
  host,
  release: from,
  going,
  staying,
  limitMs: 30 * minute,
  says:
    `Roll the schema back on ${host} with the code of ${from}, by ${versionsText(going)}; ` +
    (staying.length === 0 ? "no version stays" : `${versionsText(staying.slice(-1))} stays`),
});

export const start = ({ host, slots }: HostFacts, slot: SlotName, release: string): HostStep => ({
  type: "start",
  host,
  slot,
  release,
  limitMs: minute,
  says: `Start ${release} in slot ${slot} on ${host}, port ${slots[slot]?.port ?? "?"}`,
});

export const stop = ({ host, slots }: HostFacts, slot: SlotName, how: "drain" | "kill"): HostStep => ({
  type: "stop",
  host,
  slot,
  how,
  limitMs: stopMs,
  says: `Stop ${running(slots[slot])} in slot ${slot} on ${host} ${how === "kill" ? "immediately" : "gracefully"}`,
});

export const activate = ({ host }: HostFacts, slot: SlotName, release: string): HostStep => ({
  type: "activate",
  host,
  slot,
  release,
  limitMs: minute,
  says: `Record ${release} in slot ${slot} on ${host} as the verified release`,
});

export const hold = ({ host, slots }: HostFacts, slot: SlotName, seconds: number): HostStep => ({
  type: "hold",
  host,
  slot,
  seconds,
  limitMs: minute,
  says:
    `Keep ${running(slots[slot])} running in slot ${slot} on ${host} for ${seconds} s, ` +
    "so that a rollback only has to shift traffic",
});

/** A year: until the record ends the hold, or another run decides. */
const atLargeSeconds = 31_536_000;

export const holdAtLarge = ({ host, slots }: HostFacts, slot: SlotName): HostStep => ({
  type: "hold",
  host,
  slot,
  seconds: atLargeSeconds,
  limitMs: minute,
  says: `Keep ${running(slots[slot])} running in slot ${slot} on ${host} beyond its hold, since it is to take requests`,
});

export const confirm = ({ host }: Pick<LockFacts, "host">, guard: Guard | null): HostStep => ({
  type: "confirm",
  host,
  limitMs: minute,
  says:
    guard === null
      ? `End the guard of an earlier shift on ${host}, since this run decides where traffic goes`
      : `Confirm the switch of traffic on ${host}; until then, ${host} sends it back by itself after ` +
        `${guard.seconds} s without a sign of life of this run`,
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
  says: `Wait up to ${seconds(limitMs)} until ${release} is healthy in slot ${slot} on ${host}`,
});

export const smokeSlot = ({ host: { host }, slot, release }: Instance): Step => ({
  type: "smoke",
  at: "slot",
  host,
  slot,
  release,
  limitMs: 5 * minute,
  says: `Run the smoke tests against ${release} in slot ${slot} on ${host}, before it takes traffic`,
});

export const smokePublic = ({ host: { host }, slot, release }: Instance): Extract<Step, { type: "smoke" }> => ({
  type: "smoke",
  at: "public",
  host,
  slot,
  release,
  limitMs: 5 * minute,
  says: `Run the smoke tests against ${release} through its public URL`,
});

/** Smoke tests while the release has a part of the new requests. */
export const smokeShared = (instance: Instance, shared: ServerWeights): Step => ({
  ...smokePublic(instance),
  shared,
  says: `Run the smoke tests through the public URL, where ${instance.release} has a part of the requests`,
});

/** A watch while the release has a part of the new requests. */
export const observeShared = (instance: Instance, shared: ServerWeights, watchMs: number): Step => ({
  ...observe(instance, watchMs),
  shared,
  says: `Watch ${instance.release} for errors for ${seconds(watchMs)} while it has a part of the requests`,
});

export const settle = ({ host: { host }, slot, release }: Instance, when: "before" | "after", ms: number): Step => ({
  type: "settle",
  when,
  host,
  slot,
  release,
  settleMs: ms,
  limitMs: ms + 10 * minute,
  says:
    when === "before"
      ? `Run the smoke tests against ${release}, which serves, to compare with after the migrations`
      : `Run the smoke tests against ${release} again and watch it for ${seconds(ms)}, where the schema has changed`,
});

export const observe = (
  { host: { host }, slot, release }: Instance,
  watchMs: number,
): Extract<Step, { type: "observe" }> => ({
  type: "observe",
  host,
  slot,
  release,
  watchMs,
  limitMs: watchMs + minute,
  says: `Watch ${release} for errors for ${seconds(watchMs)}`,
});

/** All new requests to some servers, none to the others. */
export const onlyTo = (to: readonly string[], drained: readonly string[] = []): ServerWeights =>
  Object.fromEntries([...to.map((name) => [name, 100]), ...drained.map((name) => [name, 0])]);

export const shift = (weights: ServerWeights, guard: Guard | null = null): Step => ({
  type: "shift",
  weights,
  ...(guard === null ? {} : { guard }),
  limitMs: minute,
  says: shiftText(Object.entries(weights)),
});

function shiftText(weights: readonly (readonly [string, number])[]): string {
  const drained = weights.flatMap(([name, weight]) => (weight === 0 ? [name] : [])).join(", ");
  const taking = weights.filter(([, weight]) => weight > 0);
  const names = taking.map(([name]) => name).join(", ");
  if (taking.length === 0) return `Send no new requests to ${drained}`;
  if (taking.some(([, weight]) => weight < 100)) {
    const alike = [...new Set(taking.map(([, weight]) => weight))].map((weight) => {
      const of = taking.filter(([, other]) => other === weight).map(([name]) => name);
      return `${of.join(", ")} to ${weight} %`;
    });
    const shares = alike.join(alike.some((one) => one.includes(", ")) ? "; " : ", ");
    return `Set the weight of ${shares}${drained === "" ? "" : ` and send no new requests to ${drained}`}`;
  }
  return drained === "" ? `Send new requests to ${names}` : `Send all new requests to ${names} and none to ${drained}`;
}

export const drain = (servers: readonly string[], limitMs: number): Step => ({
  type: "drain",
  servers,
  limitMs,
  says: `Wait up to ${seconds(limitMs)} for the in-flight requests of ${servers.join(", ")}`,
});

/** What runs in a slot, for a sentence. Where it is no release of ours, it is still its start script or a stranger. */
function running(slot: SlotFacts | undefined): string {
  return slot?.running?.release ?? "the process";
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
