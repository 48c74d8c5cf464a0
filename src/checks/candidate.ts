import type { Plan, Refusal } from "../domain/plan.ts";
import type { Project } from "../domain/project.ts";
import type { Judgement } from "../domain/result.ts";
import type { Environment } from "../settings/settings.ts";
import type { CheckContext } from "./context.ts";
import type { Given } from "./define.ts";
import type { Released } from "./released.ts";
import type { VersionFacts } from "./version.ts";

/** The rollback of one environment, planned before the deployment: when the plan holds, and the plan. */
export interface ExpectedRollback {
  readonly when: string;
  readonly made: Plan | Refusal;
}

/** What is about to ship: what of it is no code. */
export interface Candidate extends Given {
  readonly context: CheckContext;
  /** The project under the version that ships. */
  readonly project: Project;
  /** The name that it ships under. */
  readonly name: string;
  /** Full id of the commit. */
  readonly head: string;
  readonly released: Released;
  /** What git and mix say of versions, or why they cannot. */
  readonly versions: VersionFacts | Judgement;
  expectedRollback(
    environment: Environment,
    releases: { readonly now: string; readonly before: string },
  ): readonly ExpectedRollback[];
  /** Sets an output of the action. */
  output(name: string, value: string): void;
}
