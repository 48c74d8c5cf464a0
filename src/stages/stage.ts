import type { Evidence, Measurement } from "../domain/evidence/evidence.ts";
import type { ReasonCode } from "../domain/evidence/reason.ts";
import type { Judgement, Result } from "../domain/evidence/result.ts";
import type { Release } from "../domain/release/release.ts";
import type { World } from "../ports/world.ts";
import type { Environment, Settings } from "../settings/settings.ts";
import type { Target } from "../targets/target.ts";

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

/** Why a stage stops: a judgement that did not pass, or a fault of inputs or settings. */
type StopCause = Pick<Judgement, "reason_code" | "says" | "remedy">;

/** The conclusion of a stage that stopped for this cause; `then` says what that means for what serves. */
export function stopped({ reason_code, says, remedy = "" }: StopCause, then = ""): Conclusion {
  return { status: "failed", decision: "stop", reason_code, says: `${says} ${then}`.trim(), remedy };
}

/** The conclusion of a stage that was cancelled. */
export function cancelled(says: string, remedy = ""): Conclusion {
  return { status: "cancelled", decision: "stop", reason_code: "cancelled", says, remedy };
}

/**
 * Where a stage puts what it found out. Each call rewrites the evidence file, so that a killed stage leaves the truth
 * behind.
 */
export interface Recorder {
  /** What was recorded so far. */
  readonly evidence: Evidence;
  /** Writes down that these begin, until a result is recorded: a run that is killed meanwhile leaves them behind. */
  begin(...results: readonly Result[]): Promise<void>;
  /** Adds results and says them in the log. What is known at once is written at once. */
  record(...results: readonly Result[]): Promise<void>;
  /** Sets head fields as soon as they are known. */
  set(
    known: Partial<
      Pick<
        Evidence,
        "app" | "environment" | "from" | "to" | "hosts" | "url" | "plan" | "sha" | "brief" | "watch" | "rollback"
      >
    > & {
      readonly release?: Release;
    },
  ): Promise<void>;
  /** Keeps what was measured before or after the shift. */
  measure(when: "before" | "after", measurement: Measurement): Promise<void>;
  /** Adds a warning: shown with the verdict, changes nothing. */
  warn(says: string): Promise<void>;
  /** Sets an output of the action besides the common ones. */
  output(name: string, value: string): void;
  /** Shows this Markdown as the job summary, in place of the one that is made from the evidence. */
  summarise(markdown: string): void;
}

/** What a stage is handed. */
export interface StageRun {
  readonly world: World;
  readonly settings: Settings;
  readonly recorder: Recorder;
  /** Opens the target of an environment in place of the one that the settings name: tests bring one in memory. */
  readonly openTarget?: (run: StageRun, environment: Environment, release: Release | null) => Target;
}

/** A stage: one procedure, written top to bottom. It returns its conclusion; exceptions are surprises. */
export type Stage<Inputs> = (run: StageRun, inputs: Inputs) => Promise<Conclusion>;
