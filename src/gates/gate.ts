import type { Judgement } from "../domain/evidence/result.ts";
import type { ApprovalFacts } from "./approval-facts.ts";
import type { BackupFacts } from "./backup.ts";
import type { ChainFacts } from "./chain.ts";
import type { FreezeFacts } from "./freeze.ts";
import type { LockSeen } from "./lock.ts";
import type { MonitoringFacts } from "./monitoring.ts";
import type { ProvenanceFacts } from "./provenance.ts";
import type { RefFacts } from "./ref.ts";
import type { RunningFacts } from "./running.ts";
import type { SoakFacts } from "./soak.ts";

/** All that the gates of an environment are judged from. A null is nothing to be judged: its gate has no row. */
export interface EnvironmentFacts {
  /** Null where nobody is asked: an ordinary staging that names no `approval`. */
  readonly approval: ApprovalFacts | null;
  /** Null where the settings name no window. */
  readonly freeze: FreezeFacts | null;
  readonly release: Judgement;
  readonly evidence: ChainFacts | null;
  /** Null where the settings do not ask who built the release. */
  readonly provenance: ProvenanceFacts | null;
  /** Null for a stage that rests on no other environment. */
  readonly running: RunningFacts | null;
  /** Null where the settings ask for no time. */
  readonly soak: SoakFacts | null;
  /** Null where the settings do not ask for it. */
  readonly ref: RefFacts | null;
  /** Null where nothing migrates. */
  readonly backup: BackupFacts | null;
  /** Null where the settings ask for none. */
  readonly monitoring: MonitoringFacts | null;
  /** Null but for `explain`: a deployment takes the lock as its first step. */
  readonly lock: LockSeen | null;
}

/** One thing that must hold before an environment changes. Every gate is judged, and every fault is shown at once. */
export interface Gate {
  /** kebab-case: the id of its row. */
  readonly id: string;
  readonly title: (environment: string) => string;
  /** Which of the facts it is judged from. */
  readonly of: keyof EnvironmentFacts;
  /** Null where its facts are. */
  readonly judge: (facts: EnvironmentFacts) => Judgement | null;
  /** True where the settings make it a warning: it refuses nothing. */
  readonly optional: (facts: EnvironmentFacts) => boolean;
}

/** A gate that is judged from one kind of facts, and has no row without them. */
export function defineGate<Of extends keyof EnvironmentFacts>(gate: {
  readonly id: string;
  readonly title: (environment: string) => string;
  readonly of: Of;
  readonly judge: (facts: NonNullable<EnvironmentFacts[Of]>) => Judgement | null;
  readonly optional?: (facts: NonNullable<EnvironmentFacts[Of]>) => boolean;
}): Gate {
  const { judge, of, optional } = gate;
  return {
    ...gate,
    judge: (facts) => {
      const mine = facts[of];
      return mine === null ? null : judge(mine);
    },
    optional: (facts) => {
      const mine = facts[of];
      return mine !== null && (optional?.(mine) ?? false);
    },
  };
}

/** A gate that another one kept from being judged: what is missing is said there. */
export function notJudged(why: string): Judgement {
  return { verdict: "not-run", reason_code: "not_judged", says: `Not judged: ${why}.` };
}
