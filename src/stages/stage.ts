import type { Evidence, Measurement } from "../domain/evidence.ts";
import type { ReasonCode } from "../domain/reason.ts";
import type { Release } from "../domain/release.ts";
import type { Judgement, Result } from "../domain/result.ts";
import type { World } from "../ports.ts";
import type { Settings } from "../settings/settings.ts";

/** How a stage ended: the head of its evidence. */
export interface Conclusion {
  readonly status: Exclude<Evidence["status"], "running">;
  readonly decision: Exclude<Evidence["decision"], "pending">;
  readonly reason_code: ReasonCode;
  /** One sentence: the verdict. */
  readonly says: string;
  /** What to do; empty when nothing needs doing. */
  readonly remedy?: string;
}

/** The conclusion of a stage that stopped for this cause, with what that means. */
export function stopped(cause: Judgement, then: string): Conclusion {
  return {
    status: "failed",
    decision: "stop",
    reason_code: cause.reason_code,
    says: `${cause.says} ${then}`,
    remedy: cause.remedy ?? "",
  };
}

/**
 * Where a stage puts what it found out. Each call rewrites the evidence file, so that a killed stage leaves the truth
 * behind.
 */
export interface Recorder {
  /** What was recorded so far. */
  readonly evidence: Evidence;
  /** Writes down that this begins, until its result is recorded: a run that is killed meanwhile leaves it behind. */
  begin(result: Result): Promise<void>;
  /** Adds a result and says it in the log. */
  record(result: Result): Promise<void>;
  /** Sets head fields as soon as they are known. */
  set(
    known: Partial<Pick<Evidence, "app" | "environment" | "from" | "to" | "url" | "plan" | "sha">> & {
      readonly release?: Release;
    },
  ): Promise<void>;
  /** Keeps what was measured before or after the shift. */
  measure(when: "before" | "after", measurement: Measurement): Promise<void>;
  /** Adds a warning: shown with the verdict, changes nothing. */
  warn(says: string): Promise<void>;
  /** Sets an output of the action besides the common ones. */
  output(name: string, value: string): void;
}

/** What a stage is handed. */
export interface StageRun {
  readonly world: World;
  readonly settings: Settings;
  readonly recorder: Recorder;
}

/** A stage: one procedure, written top to bottom. It returns its conclusion; exceptions are surprises. */
export type Stage<Inputs> = (run: StageRun, inputs: Inputs) => Promise<Conclusion>;
