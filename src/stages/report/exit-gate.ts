import { type ExitCriterion, exitGate, type Proof } from "../../domain/report/exit-gate.ts";
import { judged } from "../judged.ts";
import { type Conclusion, type StageRun, stopped } from "../stage.ts";
import { type ReportInputs, type Story, unpinned } from "./story.ts";

/** What the exit gate is judged from besides the story, and whether an unmet criterion fails the job. */
interface Asked {
  readonly story: Story;
  readonly notified: Proof;
  readonly documented: Proof;
  readonly gate: ReportInputs["exit-gate"];
}

/** Judges the exit criteria of Phase 6, and records each. */
export async function judgeExitGate(run: StageRun, asked: Asked): Promise<readonly ExitCriterion[]> {
  const { story, notified, documented, gate } = asked;
  const criteria = exitGate({
    ...{ ...story.stages, deployment: story.deployment, unpinned: unpinned(story.chain) },
    ...{ notified, documented },
  });
  for (const { id, title, met, restsOn: says, remedy } of criteria) {
    await judged(run, { kind: "gate", id, title, required: gate === "enforce" }, () =>
      met
        ? { verdict: "pass", reason_code: "passed", says, remedy }
        : { verdict: "fail", reason_code: "gate_open", says, remedy },
    );
  }
  const met = criteria.every((one) => one.met) && story.chain.problems.length === 0;
  run.recorder.output("exit-gate", met ? "closed" : "open");
  run.recorder.output("deployment-status", story.deployment.status);
  return criteria;
}

/** The conclusion of the report: with `enforce`, a criterion that is not met fails the job. */
export function concludeReport(
  { chain, deployment: { status } }: Story,
  criteria: readonly ExitCriterion[],
  gate: ReportInputs["exit-gate"],
): Conclusion {
  const unmet = criteria.filter((one) => !one.met);
  const [problem] = chain.problems;
  if (problem !== undefined) return stopped({ ...problem, says: `Deployment: ${status}. ${problem.says}` });
  if (unmet.length === 0) {
    const says = `Deployment: ${status}. All ${criteria.length} exit criteria are met.`;
    return { status: "passed", decision: "complete", reason_code: "gate_closed", says };
  }
  const names = unmet.map(({ title }) => title).join("; ");
  const are = unmet.length === 1 ? "is" : "are";
  const says = `Deployment: ${status}. ${unmet.length} of ${criteria.length} exit criteria ${are} not met: ${names}.`;
  if (gate === "report") return { status: "passed", decision: "complete", reason_code: "gate_open", says };
  return stopped({
    reason_code: "gate_open",
    says,
    remedy: unmet.map(({ title, remedy }) => `${title}: ${remedy}`).join(" "),
  });
}
