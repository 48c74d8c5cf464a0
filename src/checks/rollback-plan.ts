import { join } from "node:path";
import { handover } from "../domain/evidence/handover.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Refusal } from "../domain/fleet/plan.ts";
import { errorText } from "../domain/values/error-text.ts";
import { counted } from "../domain/values/plural.ts";
import { repositoryPath } from "../settings/values.ts";
import type { Candidate } from "./candidate.ts";
import { defineCheck } from "./define.ts";
import { goodVersion, newestTag } from "./version.ts";

/** The generated plan, from the repository's root. */
const planFile = `${handover.report}/rollback-procedures.md`;

/** Largest written rollback plan that is read. */
const maxPlanBytes = 1 << 20;

export default defineCheck({
  id: "rollback-plan",
  title: "Rollback plan documented",
  level: "must-to-ship",
  docs: {
    passes: "the plan is there, and is not empty; not applicable where no environment is configured",
    more:
      "`file`, a plan that people wrote; else one is generated from `environments`, " +
      "in `.phoenix-deploy/report/rollback-procedures.md`",
  },
  settings: { file: repositoryPath.optional() },
  vm: "none",
  writes: [planFile],
  judge: (candidate, { file }) => (file === undefined ? generated(candidate) : written(candidate, file)),
  byHand: () => "",
});

/** The plan that people wrote. */
async function written({ context }: Candidate, file: string): Promise<Judgement> {
  try {
    const text = await context.files.read(join(context.job.workspace, file), maxPlanBytes);
    return judgeRollbackPlan({ written: file, text });
  } catch (error) {
    return judgeRollbackPlan({ written: file, unreadable: errorText(error) });
  }
}

/** One for the day after the deployment: what the planner would do, and how a person does it by hand. */
async function generated(candidate: Candidate): Promise<Judgement> {
  const { context, settings, versions } = candidate;
  const environments = Object.keys(settings.environments);
  const now = goodVersion(versions) ?? "this release";
  const before = ("verdict" in versions ? null : newestTag(versions)?.text) ?? "the previous release";
  const { text, refused } =
    environments.length === 0 ? { text: "", refused: [] } : await candidate.rollbackProcedures({ now, before });
  if (text !== "" && refused.length === 0) await context.files.write(join(context.job.workspace, planFile), text);
  return judgeRollbackPlan({ generated: planFile, environments, refused });
}

/** The rollback plan as it was found: a file that people wrote, or one that was generated for each environment. */
export type RollbackPlanFacts =
  | { readonly written: string; readonly text: string | null }
  | { readonly written: string; readonly unreadable: string }
  | {
      readonly generated: string;
      readonly environments: readonly string[];
      /** Environments for which no plan can be made. */
      readonly refused: readonly { readonly environment: string; readonly refusal: Refusal }[];
    };

/** Phase 6: Rollback plan documented. */
export function judgeRollbackPlan(facts: RollbackPlanFacts): Judgement {
  const failed = (says: string, remedy: string): Judgement => ({
    verdict: "fail",
    reason_code: "rollback_plan_missing",
    says,
    remedy,
  });
  if ("written" in facts) {
    const file = facts.written;
    if ("unreadable" in facts) {
      const says = `${file} cannot be read: ${facts.unreadable}.`;
      return { verdict: "error", reason_code: "not_judged", says, remedy: "Make it a readable text file in UTF-8." };
    }
    const remedy = "Write it, or leave `checks.rollback-plan.file` out: then the plan is generated from the settings.";
    if (facts.text === null)
      return failed(`There is no ${file}, which the settings name as the rollback plan.`, remedy);
    const lines = facts.text.split("\n").filter((line) => !/^\s*(#.*)?$/.test(line)).length;
    if (lines === 0) return failed(`${file}, which the settings name as the rollback plan, says nothing.`, remedy);
    return passed(`${file} documents the rollback, in ${counted(lines, "line")}.`, file);
  }
  const { generated, environments, refused } = facts;
  if (environments.length === 0) {
    const says = "The settings name no environment, so there is no deployment to plan the rollback of.";
    return { verdict: "not-run", reason_code: "not_applicable", says };
  }
  const [worst] = refused;
  if (worst !== undefined)
    return failed(`${worst.environment} cannot be rolled back: ${worst.refusal.says}`, worst.refusal.remedy);
  return passed(`Generated for ${environments.join(", ")}: ${generated}.`, generated);
}

function passed(says: string, file: string): Judgement {
  return { verdict: "pass", reason_code: "passed", says, facts: { file } };
}
