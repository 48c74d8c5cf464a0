import { checkoutGate } from "./checkout.ts";
import { type PublishInputs, publishOutcome } from "./publish-outcome.ts";
import { judgeDocumentation } from "./report-documentation.ts";
import { concludeReport, judgeExitGate } from "./report-exit-gate.ts";
import { removeReport, writeReport } from "./report-files.ts";
import { announceOutcome } from "./report-outcome.ts";
import { type ReportInputs, readStory } from "./report-story.ts";
import type { Conclusion, Stage, StageRun } from "./stage.ts";

/**
 * Joins every stage's evidence into the Deployment Validation Report, announces the outcome, and holds the exit gate
 * (Phase 6: Exit Gate).
 */
export const report: Stage<ReportInputs & Partial<PublishInputs>> = async (run, inputs) => {
  const refused = await commitOf(run);
  if (refused !== null) return refused;
  await removeReport(run);

  const story = await readStory(run, inputs);
  const notified = await announceOutcome(run, story);
  const documented = await judgeDocumentation(run, story);
  const gate = inputs["exit-gate"];
  const criteria = await judgeExitGate(run, { story, notified, documented: documented.proof, gate });
  await writeReport(run, { story, criteria, notified, documented });
  await publishOutcome(run, { ...story, criteria, notes: documented.notes }, inputs);
  return concludeReport(story, criteria, gate);
};

/** The evidence may be of a commit that the event names, where that is checked out. */
async function commitOf(run: StageRun): Promise<Conclusion | null> {
  const { pullRequest, workflowRun } = run.world.job;
  return pullRequest || workflowRun ? checkoutGate(run, { another: "warn" }) : null;
}
