import type { ReasonCode } from "../evidence/reason.ts";
import type { VerifiedLevel } from "../rollback/verified-level.ts";

/**
 * The fleet: what was observed on the target just now. Facts only; planners and gates decide from them.
 * Times are seconds since 1970 by the host's own clock, since only that clock judges leases and holds.
 */

/** The place of one running instance. `blue` and `green` behind a router, `main` where there is one. */
export type SlotName = string;

/**
 * The slot that each host has, by the host's name, where none has more than one: two groups of hosts, of which one
 * serves.
 */
export type Groups = Readonly<Record<string, SlotName>>;

/** A process that serves a slot. */
export interface Running {
  readonly pid: number;
  /**
   * Release id by `/proc/PID`: its executable, else `RELEASE_ROOT`; null when the process belongs to no release folder
   * of this path.
   */
  readonly release: string | null;
}

/** One slot of one host. */
export interface SlotFacts {
  readonly port: number;
  /** Release id that `slots/<name>` points to; null before its first use. */
  readonly link: string | null;
  readonly running: Running | null;
  /** Who else answers on the port: a process that was not started for this slot. Absent where nobody does. */
  readonly stranger?: string;
  /** The running process is the only one that listens on the port. Absent where it is not. */
  readonly listens?: true;
  /** A file of the servers' variables that was changed since the process began. Absent where none was. */
  readonly stale?: string;
}

/** What runs in a slot that the settings do not name: they did when it was started. */
export interface LeftSlot {
  readonly slot: SlotName;
  /** As in `Running`. */
  readonly release: string | null;
  /** Null where it is not known. */
  readonly port: number | null;
}

/** Who answers on the port of a slot, as its host sees it. */
export interface Answering {
  /** The live process that was started for the slot. */
  readonly process: Running | null;
  /** Whose sockets listen on the port: `own` where all are the slot's, `foreign` where one is not. */
  readonly listener: "none" | "own" | "foreign";
  /** The foreign listener in words: `process 77 (beam.smp)`. Empty where there is none. */
  readonly stranger: string;
  /** The address where the port is on loopback alone, so that no other host reaches it. Absent where others do. */
  readonly loopback?: string;
  /** What systemd knows of the slot's processes. Absent where none runs it. */
  readonly unit?: UnitEnd;
}

/** How a slot's processes ended since it was started, as systemd has it. */
export interface UnitEnd {
  /** How often it was started again. */
  readonly restarts: number;
  /** `success` where nothing failed, or since it runs again; else `oom-kill`, `signal`, `exit-code` and the like. */
  readonly result: string;
  /** Exit code or number of the signal. */
  readonly status: number;
  /** The unit's limit of memory in bytes; null where it has none. */
  readonly memoryMax: number | null;
}

/**
 * What was last verified to run with the right version: what a rollback goes to. Each host has it on record, also where
 * it has not that slot.
 */
export interface Active {
  readonly release: string;
  readonly slot: SlotName;
  /** The release that was active before, if any. */
  readonly before: string | null;
}

/** A release that was verified on a host. */
export interface Verified {
  readonly release: string;
  /** Lease owner of the run that recorded it last; absent where the record does not say. */
  readonly by?: string;
  /** That run rolled back to it. */
  readonly back?: true;
  /** What users got then; absent where nothing was measured. */
  readonly level?: VerifiedLevel;
}

/** A change under way: written before the first change to what runs, removed when it is verified or rolled back. */
export interface Intent {
  readonly owner: string;
  readonly release: string;
  readonly slot: SlotName;
}

/** Who may change the target, and until when. */
export interface Lease {
  readonly owner: string;
  readonly expires: number;
  readonly since: number;
  /** Address of the owner's workflow run; absent where it is not known. */
  readonly url?: string;
}

/** One host as observed. */
export interface HostFacts {
  readonly host: string;
  readonly now: number;
  /** Complete releases kept, by id, in the order of their deployment, oldest first. */
  readonly releases: readonly string[];
  /** Release ids that were rolled back for a fault of their own and must not be deployed again. */
  readonly bad: readonly string[];
  readonly current: string | null;
  /** The slots that this host has. */
  readonly slots: Readonly<Record<SlotName, SlotFacts>>;
  /** Without those whose hold ends them. Absent where there are none. */
  readonly left?: readonly LeftSlot[];
  readonly active: Active | null;
  /** What was verified there, the last one first. Absent where the host only has `active` on record. */
  readonly verified?: readonly Verified[];
  readonly intent: Intent | null;
  /** The old slot is kept warm until then; null when nothing is held. */
  readonly holdUntil: number | null;
  readonly lease: Lease | null;
  /** True while a step of some run still works on the host. */
  readonly stepRunning: boolean;
  readonly diskFreeBytes: number;
  /** True where the router is changed on this host. */
  readonly routes?: boolean;
  /** True while a shift waits for its confirmation: without one, the host sends traffic back by itself. */
  readonly guarded?: boolean;
  /** Absent where that did not happen since the last run. */
  readonly reversed?: Reversed;
  /**
   * Lines of the servers' variables (`shared/env`) that cannot be read, each with its file and number. Absent where all
   * can.
   */
  readonly environmentFaults?: readonly string[];
  /** What systemd of the host has for the application's slots. Absent where systemd does not run. */
  readonly unit?: UnitFacts;
}

/** The systemd unit of the slots, as it is installed on a host. */
export interface UnitFacts {
  /** Who the steps run as there, and the application too. */
  readonly user: string;
  /** The application's path, without links. */
  readonly path: string;
  /** Its lines; null where none is installed. */
  readonly installed: readonly string[] | null;
}

/** How the router sees one server. Only `ready` with a weight above 0 takes new traffic. */
export interface ServerFacts {
  readonly state: "ready" | "drain" | "maint" | "down";
  /** Percent of its full weight, which is the one in the router's configuration. */
  readonly weight: number;
  readonly sessions: number;
  /** It takes requests only where no other server can. Absent where it takes them as the others do. */
  readonly backup?: true;
}

/** The router as observed: a server for each host and slot; null where the target has no router. */
export type RouterFacts = Readonly<Record<string, ServerFacts>>;

/** What a router can do, as its settings say. */
export interface Routing {
  /** A server can have a part of its share; without that it takes all of it or none. */
  readonly weights: boolean;
  /** It routes to the whole fleet; else each host has its own, which routes to that host alone. */
  readonly shared: boolean;
}

/** What the lock of a change is planned from, on any host. */
export type LockFacts = Pick<HostFacts, "host" | "now" | "lease" | "stepRunning" | "routes" | "guarded" | "reversed">;

/** Traffic that went back by itself, since the run that shifted it neither confirmed nor showed a sign of life. */
export interface Reversed {
  readonly at: number;
  readonly owner: string;
  /** How long there was no sign of life. */
  readonly seconds: number;
}

/** A host that could not be observed, and why. */
export interface Away {
  readonly host: string;
  readonly reason_code: ReasonCode;
  readonly says: string;
  readonly remedy: string;
}

/** Everything that was observed. */
export interface Fleet {
  readonly hosts: readonly HostFacts[];
  /**
   * The servers of all routers together, by their names in the fleet (`serverName`). Where routers disagree, a server's
   * weight is the mean of theirs, so that it has its full share only where all give it that.
   */
  readonly router: RouterFacts | null;
  /** Absent where the router can do all that a strategy may need, or where there is none. */
  readonly routing?: Routing;
  /** Those that are away included. Absent where every host has every slot. */
  readonly groups?: Groups;
  /** Hosts of the application that could not be observed. Absent where there are none. */
  readonly away?: readonly Away[];
  /** Hosts that have a router and run nothing: they are locked with the others. Absent where there are none. */
  readonly routerHosts?: readonly LockFacts[];
}

/** The hosts, slots and router of an environment as its settings name them: what a strategy has to work with. */
export interface Layout {
  readonly hosts: readonly string[];
  readonly slots: Readonly<Record<SlotName, { readonly port: number }>>;
  readonly routed: boolean;
  /** Absent as in `Fleet`. */
  readonly routing?: Routing;
  readonly groups?: Groups;
}

/** The hosts and slots by which servers are named: a list of either, or anything that has as many members. */
interface Named {
  readonly hosts: readonly unknown[];
  readonly slots: object;
  readonly groups?: Groups | undefined;
}

/**
 * A fleet's name of a slot: the slot where there is one host, the host where each has one slot, else `<host>-<slot>`.
 */
export function serverName({ hosts, slots, groups }: Named, host: string, slot: SlotName): string {
  if (hosts.length === 1) return slot;
  return groups !== undefined || Object.keys(slots).length === 1 ? host : `${host}-${slot}`;
}

/** The slots of one host: all of them, but where hosts are in groups. A host without the application is in none. */
export function slotsOn<Slot>(
  { slots, groups }: { readonly slots: Readonly<Record<SlotName, Slot>>; readonly groups?: Groups | undefined },
  host: string,
): Readonly<Record<SlotName, Slot>> {
  const only = groups?.[host];
  return Object.fromEntries(Object.entries(slots).filter(([name]) => only === undefined || name === only));
}

/** True where the host has the slot. */
export function hasSlot({ slots }: Pick<HostFacts, "slots">, slot: SlotName): boolean {
  return Object.hasOwn(slots, slot);
}

/** Where what hosts have on record is to run: on each of them that has the slot. */
export function recordedPlaces(hosts: readonly HostFacts[]): readonly (Active & { readonly host: string })[] {
  return hosts.flatMap((one) =>
    one.active !== null && hasSlot(one, one.active.slot) ? [{ host: one.host, ...one.active }] : [],
  );
}

/** The names of hosts, for a sentence. */
export function hostNames(hosts: readonly { readonly host: string }[]): string {
  return hosts.map(({ host }) => host).join(", ");
}
