import type { Answering, Fleet, Running } from "../domain/fleet.ts";
import type { DrainStep, HostStep, ShiftStep } from "../domain/plan.ts";
import type { Judgement } from "../domain/result.ts";
import type { Heartbeat, Renewal } from "./heartbeat.ts";

/** What was observed, or why nothing could be. */
export type Observed = { readonly fleet: Fleet } | { readonly failed: Judgement };

/** Who observes and changes. One value for each kind of target; stages know only this. */
export interface Target {
  /** Verifier at everything that a planner needs. Changes nothing. */
  observe(): Promise<Observed>;
  /**
   * Performs one step that changes something, once; the judgement's facts keep what was read back (schema versions,
   * pids, server states).
   */
  perform(step: HostStep | ShiftStep | DrainStep): Promise<Judgement>;
  /** Base address at which the runner reaches a slot of a host directly, without the router. */
  reach(host: string, slot: string): Promise<string>;
  /**
   * Reads what process serves a slot right now: the release folder it runs from, and whether the port is its own; or
   * null.
   */
  running(host: string, slot: string): Promise<(Running & { readonly served: boolean }) | null>;
  /** Reads who answers on a slot's port right now; null when the host cannot be asked. */
  answering(host: string, slot: string): Promise<Answering | null>;
  /** The last lines that a slot's process printed; empty when there are none. */
  logTail(host: string, slot: string): Promise<string>;
  /** Renews the lock once: whether it is still ours. A host that does not answer leaves that unknown. */
  renew(): Promise<Renewal>;
  /** Renews the lock all the time, beside whatever else is done, until it is stopped or lost. */
  keepLock(): Heartbeat;
  close(): Promise<void>;
}
