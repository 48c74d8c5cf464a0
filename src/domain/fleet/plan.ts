import type { ReasonCode } from "../evidence/reason.ts";
import type { VerifiedLevel } from "../rollback/verified-level.ts";
import type { SlotName } from "./fleet.ts";
import type { SchemaVersion } from "./schema.ts";

/**
 * A plan is data: the same list is printed for the approver, shown by a dry run, performed, journalled and reported.
 * Every step is idempotent, carries what it needs, and has a time limit in milliseconds.
 */
interface Base {
  /** A sentence for the approver: what it does, with the values. */
  readonly says: string;
  readonly limitMs: number;
}

/** Steps that change a host: performed by the host program under the step lock. */
export type HostStep = Base &
  (
    | {
        readonly type: "acquire-lock";
        readonly host: string /** A live lock of another run is taken too. */;
        readonly take?: boolean;
      }
    /** `unit` is the whole text of the systemd unit of the slots. */
    | { readonly type: "install-units"; readonly host: string; readonly unit: string }
    | { readonly type: "upload"; readonly host: string; readonly release: string }
    | { readonly type: "unpack"; readonly host: string; readonly release: string }
    | { readonly type: "backup"; readonly host: string; readonly release: string }
    | { readonly type: "migrate"; readonly host: string; readonly release: string }
    | {
        /** Rolls the schema back with the code of the release that was left. */
        readonly type: "revert";
        readonly host: string;
        readonly release: string;
        readonly going: readonly SchemaVersion[];
        readonly staying: readonly SchemaVersion[];
      }
    | { readonly type: "start"; readonly host: string; readonly slot: SlotName; readonly release: string }
    | { readonly type: "stop"; readonly host: string; readonly slot: SlotName; readonly how: "drain" | "kill" }
    | {
        readonly type: "activate";
        readonly host: string;
        readonly slot: SlotName;
        readonly release: string /** A rollback goes to it. */;
        readonly back?: true;
        /** What its watch measured, which no plan knows: it is added when the step is taken. */
        readonly level?: VerifiedLevel;
      }
    | { readonly type: "confirm"; readonly host: string }
    | { readonly type: "hold"; readonly host: string; readonly slot: SlotName; readonly seconds: number }
    | { readonly type: "mark-bad"; readonly host: string; readonly release: string }
    | {
        readonly type: "prune";
        readonly host: string;
        readonly keep: readonly string[];
        readonly remove: readonly string[];
      }
    | { readonly type: "release-lock"; readonly host: string }
  );

/** Weights in percent of the full one, by the name that the router has for a server; 0 drains. */
export type ServerWeights = Readonly<Record<string, number>>;

/** A step that moves traffic. Server names are the router's own; a server that is not named stays as it is. */
export type ShiftStep = Base & {
  readonly type: "shift";
  /**
   * Share of new requests for each server named, percent of its full weight; 0 drains: what is in flight finishes.
   */
  readonly weights: ServerWeights;
  /** Where traffic goes by itself, unless it is confirmed, after so many seconds without a sign of life of the run. */
  readonly guard?: Guard;
};

/** What a shift goes back to by itself. */
export interface Guard {
  readonly weights: ServerWeights;
  readonly seconds: number;
}

/** A step that waits for the router to see no more sessions on these servers; runs on to its limit and then goes on. */
export type DrainStep = Base & { readonly type: "drain"; readonly servers: readonly string[] };

/**
 * Steps that look and judge: performed by signals and judge. `shared` has the weights of the router while other
 * releases take requests besides this one; absent where all go to it.
 */
export type VerifyStep = Base &
  (
    | { readonly type: "await-healthy"; readonly host: string; readonly slot: SlotName; readonly release: string }
    | {
        readonly type: "smoke";
        readonly at: "slot" | "public";
        readonly host: string;
        readonly slot: SlotName;
        readonly release: string;
        readonly shared?: ServerWeights;
      }
    | {
        readonly type: "observe";
        readonly host: string;
        readonly slot: SlotName;
        readonly release: string;
        readonly watchMs: number;
        readonly shared?: ServerWeights;
      }
    | {
        /** Looks at the release that serves, before the schema changes and after. */
        readonly type: "settle";
        readonly when: "before" | "after";
        readonly host: string;
        readonly slot: SlotName;
        readonly release: string;
        readonly settleMs: number;
      }
  );

export type Step = HostStep | ShiftStep | DrainStep | VerifyStep;

/** Steps that are performed at once; never empty. */
export type Batch = readonly [Step, ...Step[]];

/**
 * The steps in the order in which they begin. Consecutive steps of one type, each on a host of its own, are performed
 * at once. Locks are steps of their own: of two runs, the first lock decides which one gets them all.
 */
export function batches(steps: readonly Step[]): readonly Batch[] {
  const all: [Step, ...Step[]][] = [];
  for (const step of steps) {
    const last = all.at(-1);
    if (last?.every((one) => atOnce(one, step)) === true) last.push(step);
    else all.push([step]);
  }
  return all;
}

function atOnce(one: Step, other: Step): boolean {
  if (one.type !== other.type || one.type === "acquire-lock") return false;
  if (one.type === "smoke" && other.type === "smoke" && one.at !== other.at) return false;
  return "host" in one && "host" in other && one.host !== other.host;
}

/** Steps that are performed at once, in one sentence. */
export function batchText([first, ...others]: Batch): string {
  if (others.length === 0) return first.says;
  const alike = (step: Step) => ("host" in step ? step.says.replaceAll(step.host, "…") : step.says);
  if (others.some((step) => alike(step) !== alike(first)))
    return [first, ...others].map(({ says }) => says).join("; at the same time: ");
  const hosts = others.flatMap((step) => ("host" in step ? [step.host] : []));
  return `${first.says}; at the same time on ${hosts.join(", ")}`;
}

/** What is wanted, why, and the steps that lead there from what was observed. */
export interface Plan {
  /** One sentence: "Deploy 1.1.0-1a2b3c4d to production, blue-green, into slot green". */
  readonly says: string;
  /** What the approver should know beforehand, such as the gap of a restart. */
  readonly warnings: readonly string[];
  readonly steps: readonly Step[];
  /** The release that a rollback leaves, which need not be the one on record; absent for other plans. */
  readonly leaves?: string;
}

/** Why no plan can be made: a reason code, one sentence, and what to do. */
export interface Refusal {
  readonly refused: ReasonCode;
  readonly says: string;
  readonly remedy: string;
  /** The release that lacks something, where more may be known of it. */
  readonly release?: string;
}

/** True for a refusal. */
export function isRefusal<Made extends object>(made: Made | Refusal): made is Refusal {
  return "refused" in made;
}

/** What a planner is asked for, apart from the facts. Durations in milliseconds unless the name says otherwise. */
export interface Wanted<Own extends object = object> {
  readonly environment: string;
  /** Release id `<version>-<digest8>`. */
  readonly release: string;
  /** Lease owner: this job of this run, `run-<id>-<attempt>-<job>`. */
  readonly owner: string;
  /** Take the lock although another run holds it: for a rollback in an incident. */
  readonly takeLock?: boolean;
  /** How many hosts must be there; the others may be left out where they cannot be reached. Absent is all. */
  readonly hostsRequired?: number;
  /** Type of the strategy. */
  readonly strategy: string;
  /** The settings that only this strategy has, as its own schema read them. */
  readonly own: Own;
  /** Run the release's migrations before it takes traffic. */
  readonly migrate: boolean;
  /** Back the database up before migrating. Absent is false. */
  readonly backup?: boolean;
  /** How long the release that serves is watched on the new schema; 0 or absent is not at all. */
  readonly settleMs?: number;
  /** Smoke tests are configured. */
  readonly smoke: boolean;
  /** Watch time after the shift; 0 for none. */
  readonly watchMs: number;
  /** Seconds that the old slot stays warm after activation; 0 stops it at once. */
  readonly holdSeconds: number;
  /** How many releases a host keeps. */
  readonly keep: number;
  /** Time for a started slot to become healthy. */
  readonly healthyWithinMs: number;
  /** Time for connections to end before the old slot is stopped. */
  readonly drainMs: number;
}
