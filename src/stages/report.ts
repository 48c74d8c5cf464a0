import { checkoutGate } from "./gates/checkout.ts";
import { keepChecklist } from "./report/checklist.ts";
import { renewDocumentation } from "./report/documentation.ts";
import { writeAlone } from "./report/documents.ts";
import { concludeReport, judgeExitGate } from "./report/exit-gate.ts";
import { removeReport, writeReport } from "./report/files.ts";
import { announceOutcome } from "./report/outcome.ts";
import { type PublishInputs, publishOutcome } from "./report/publish.ts";
import { type ReportInputs, readStory } from "./report/story.ts";
import { orByWord, wordsOf } from "./report/words.ts";
import { type Conclusion, type Stage, type StageRun, stopped } from "./stage.ts";

/**
 * Joins every stage's evidence into the Deployment Validation Report, announces the outcome, and holds the exit gate
 * (Phase 6: Exit Gate).
 */
export const report: Stage<ReportInputs & Partial<PublishInputs>> = async (run, inputs) => {
  if (inputs.write !== "report") return writeAlone(run, inputs);
  if (inputs.version !== "")
    return stopped({
      reason_code: "invalid_input",
      says: "Input `version` is given, and the report is of the version that the evidence names.",
      remedy: "Remove it, or write another document with the input `write`.",
    });
  const refused = await commitOf(run);
  if (refused !== null) return refused;
  await removeReport(run);

  const story = await readStory(run, inputs);
  const notified = await announceOutcome(run, story);
  const said = wordsOf(run, inputs.ticked);
  const documented = orByWord(await renewDocumentation(run, story), said);
  const gate = inputs["exit-gate"];
  const criteria = await judgeExitGate(run, { story, notified, documented: documented.proof, gate });
  const checklist = await keepChecklist(run, story, { notified, documented, said });
  await writeReport(run, { story, criteria, notified, documented, checklist, said });
  await publishOutcome(run, { ...story, criteria, notes: documented.notes }, inputs);
  return concludeReport(story, criteria, gate);
};

/** The evidence may be of a commit that the event names, where that is checked out. */
async function commitOf(run: StageRun): Promise<Conclusion | null> {
  const { pullRequest, workflowRun } = run.world.job;
  return pullRequest || workflowRun ? checkoutGate(run, { another: "warn" }) : null;
}
