import type { ExitCriterion } from "../../domain/report/exit-gate.ts";
import type { StageRun } from "../stage.ts";
import { type Outcome, type PageInputs, publishRelease } from "./release-page.ts";
import { commentOnReleased } from "./released-comments.ts";

/** Inputs of the root action that publish what the report says. */
export interface PublishInputs extends PageInputs {
  readonly comment: boolean;
}

/** Where the report has been written: the GitHub Release, and comments on what went out with a link to it. */
export async function publishOutcome(
  run: StageRun,
  outcome: Outcome & { readonly criteria: readonly ExitCriterion[] },
  inputs: Partial<PublishInputs>,
): Promise<void> {
  const pageUrl = await publishRelease(run, outcome, inputs);
  if (inputs.comment === true) await commentOnReleased(run, outcome, pageUrl);
}
