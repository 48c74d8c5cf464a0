import type { Judgement } from "../domain/evidence/result.ts";
import type { TargetQuestions } from "../domain/fleet/asked-target.ts";
import type { Fitness, ReleaseNeeds } from "../domain/fleet/fitness.ts";
import type { Answering, Away, Fleet, Running } from "../domain/fleet/fleet.ts";
import type { DrainStep, HostStep, Plan, Refusal, ServerWeights, ShiftStep, Wanted } from "../domain/fleet/plan.ts";
import type { SchemaReturn } from "../domain/fleet/schema.ts";
import type { RollbackChoosing } from "../domain/rollback/to.ts";
import type { Clock } from "../ports/clock.ts";
import type { Files } from "../ports/files.ts";
import type { Shell } from "../ports/shell.ts";
import type { Environment } from "../settings/settings.ts";
import type { Heartbeat, Renewal } from "./heartbeat.ts";

/** What was observed, or why nothing could be. */
export type Observed = { readonly fleet: Fleet } | { readonly failed: Judgement };

/** Steps that change something: what a target performs. The others are looks. */
export type ChangeStep = HostStep | ShiftStep | DrainStep;

/** A release in one place of the target. */
export interface Placed {
  readonly host: string;
  readonly slot: string;
  readonly release: string;
}

/** What a rollback is asked for. */
export type RollbackWish = Omit<Wanted, "release" | "migrate"> &
  RollbackChoosing & {
    /** The release that is left must not be deployed again. */
    readonly markBad: boolean;
    /** The schema, where it is to be rolled back too. */
    readonly schema?: SchemaReturn | null;
  };

/** How far a rollback of the schema may go. */
export interface SchemaWish extends RollbackChoosing {
  readonly allowDataLoss: boolean;
}

/** Plans, and what is read from the facts for them. Pure: the same facts give the same answer. */
export interface Planning {
  /** From what is there now to the wanted release. */
  plan(fleet: Fleet, wanted: Wanted): Plan | Refusal;
  /** After a step that did not pass: back to the release that was verified last. */
  recover(fleet: Fleet, wanted: Wanted & { readonly markBad: boolean }): Plan | Refusal;
  /** Back to an earlier release, as a person asked. */
  rollback(fleet: Fleet, wanted: RollbackWish): Plan | Refusal;
  /**
   * A half of a drill: to the release that a rollback goes to, with nothing recorded; then, where `before` has the
   * facts before the drill, from there to the release on record, with everything else as it was.
   */
  drill(fleet: Fleet, wanted: RollbackWish, before: Fleet | null): Plan | Refusal;
  /** Which release that rollback goes to. */
  rollsBackTo(fleet: Fleet, choosing: RollbackChoosing): string | Refusal;
  /** What was verified before the active release and is not marked bad, the last one first. */
  verifiedBefore(fleet: Fleet): readonly string[];
  /** The fleet without these hosts, for a plan that the others go on with. */
  leaveOut(fleet: Fleet, hosts: readonly Away[]): Fleet;
  /** Where the release that was verified last runs now; null where it runs nowhere. */
  serving(fleet: Fleet): Placed | null;
  /** The releases to which new requests go now. */
  carrying(fleet: Fleet): readonly string[];
  /** Whether new requests go to this slot alone, or, where they are shared, by these weights. */
  routed(fleet: Fleet, slot: string, shared?: ServerWeights): Judgement;
  /** True for a refusal that waiting can end: another run's lock, or a step that still works. */
  passes(refusal: Refusal): boolean;
}

/** Who observes, plans and changes. One value for each kind of target; stages know only this. */
export interface Target extends Planning {
  /** Begins to reach every host, so that whoever asks one waits less. A fault is for the first question to report. */
  connect(): void;
  /** Looks at everything that a plan needs. Changes nothing. */
  observe(): Promise<Observed>;
  /** Every fault that would stop a deployment of the release, found before it. Changes nothing. */
  fitness(): Promise<Fitness>;
  /**
   * Performs one step that changes something, once; the judgement's facts keep what was read back (schema versions,
   * pids, server states).
   */
  perform(step: ChangeStep): Promise<Judgement>;
  /** Base address at which the runner reaches a slot of a host directly, without the router. */
  reach(host: string, slot: string): Promise<string>;
  /**
   * Reads what process serves a slot right now: the release folder it runs from, and whether the port is its own; or
   * null.
   */
  running(host: string, slot: string): Promise<(Running & { readonly served: boolean }) | null>;
  /** Text of the manifest that is kept of a release, also where its files are gone; null where there is none. */
  recorded(release: string): Promise<string | null>;
  /** Reads who answers on a slot's port right now; null when the host cannot be asked. */
  answering(host: string, slot: string): Promise<Answering | null>;
  /** The last lines that a slot's process printed; empty when there are none. */
  logTail(host: string, slot: string): Promise<string>;
  /** The errors that a slot's process logged since its start; null when the host cannot be asked or has no log. */
  logErrors(host: string, slot: string): Promise<LogErrors | null>;
  /**
   * Looks whether the schema can be rolled back, and by which versions; else why not, with how a backup is restored as
   * the fact `restore`, and a release whose files are missing as `lacks`. Absent where it never can. Changes nothing.
   */
  schemaReturn?(fleet: Fleet, wish: SchemaWish): Promise<SchemaReturn | Judgement>;
  /** What signals ask while a release is watched; absent where nothing of it can be asked. */
  readonly questions?: TargetQuestions;
  /** Renews the lock once: whether it is still ours. A host that does not answer leaves that unknown. */
  renew(): Promise<Renewal>;
  /** Renews the lock all the time, beside whatever else is done, until it is stopped or lost. */
  keepLock(): Heartbeat;
  close(): Promise<void>;
}

/** What a slot's process logged since its start. */
export interface LogErrors {
  readonly lines: number;
  readonly errors: number;
  /** The first of them, with secrets masked. */
  readonly quoted: readonly string[];
  /** The user that asked, where there are no lines since the journal does not show them to that user. */
  readonly hiddenFrom?: string;
}

/** A release on its way to the target. */
export interface Upload {
  readonly id: string;
  readonly digest: string;
  readonly path: string;
  readonly bytes: number;
  readonly needs: ReleaseNeeds;
  /** Text of its manifest, which the target keeps: a rollback comes without one. */
  readonly manifest: string;
  /** The list of its files, and the sha256 that its manifest has of that; null where it has none. */
  readonly list: { readonly path: string; readonly sha256: string } | null;
  /** A folder of this job, for what is made of it on the way. */
  readonly scratch: string;
}

/** What a target is opened with. `release` is what would be uploaded; null where nothing is. */
export interface TargetOptions {
  readonly environment: Environment;
  readonly app: string;
  /** Name of the release in mix.exs: `bin/<name>`. */
  readonly releaseName: string;
  /** Who has the lock: this job of this attempt of this run. */
  readonly owner: string;
  /** Address of the owner's workflow run, for whoever waits for its lock. */
  readonly runUrl?: string;
  readonly leaseSeconds?: number;
  readonly shell: Shell;
  readonly clock: Clock;
  /** The environment variable that a setting names, such as a private key; undefined when unset or empty. */
  readonly secret?: (name: string) => string | undefined;
  readonly files: Files;
  readonly release: Upload | null;
}
