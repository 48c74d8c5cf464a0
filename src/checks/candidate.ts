import type { Judgement } from "../domain/evidence/result.ts";
import type { Refusal } from "../domain/fleet/plan.ts";
import type { Project } from "../domain/validation/project.ts";
import type { CheckContext } from "./context.ts";
import type { Given } from "./define.ts";
import type { Released } from "./released.ts";
import type { VersionFacts } from "./version.ts";

/** The procedures of a rollback as a page, and the environments for which no rollback can be planned. */
export interface MadeProcedures {
  readonly text: string;
  readonly refused: readonly { readonly environment: string; readonly refusal: Refusal }[];
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
  /** How it is rolled back once it serves: `before` is the release before it, as far as it is known. */
  rollbackProcedures(releases: { readonly now: string; readonly before: string }): Promise<MadeProcedures>;
  /** Sets an output of the action. */
  output(name: string, value: string): void;
}
