import type { ReasonCode } from "../domain/evidence/reason.ts";
import { isRefusal, type Plan, type Refusal } from "../domain/fleet/plan.ts";
import type { Environment } from "../settings/settings.ts";
import { announceRollback } from "./announce.ts";
import { findEnvironment } from "./environment.ts";
import { checkoutGate } from "./gates/checkout.ts";
import { readRelease } from "./release-file.ts";
import { noteRollback } from "./report/page-note.ts";
import { drillOn } from "./rollback/drill.ts";
import { type RollbackInputs, refusedInputs } from "./rollback/inputs.ts";
import { openRollbackIssue } from "./rollback/issue.ts";
import { askForSchema } from "./rollback/schema.ts";
import { notKept, withSource } from "./rollback/source.ts";
import { rollBackOn } from "./rollback/target.ts";
import { type Conclusion, type Stage, type StageRun, stopped } from "./stage.ts";

/**
 * Rolls an environment back to the last release that was verified, or to one that is named, for a named reason (Phase
 * 6: Rollback Criteria). The schema stays as it is, unless it is asked for.
 */
export const rollback: Stage<RollbackInputs> = async (run, inputs) => {
  const environment = findEnvironment(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const unasked = refusedInputs(run, environment, inputs);
  if (unasked !== null) return unasked;
  const refused = await checkoutGate(run, { another: "warn" });
  if (refused !== null) return refused;
  const nameless = await nameApp(run);
  if (nameless !== null) return nameless;

  const { reason = null, "reason-detail": detail, drill, to } = inputs;
  await run.recorder.set({ rollback: { reason, detail, asked_to: to, drill } });
  const why = reason === null ? "" : ` for the reason ${reason}${detail === "" ? "" : ` (${detail})`}`;
  const what = drill ? `Drill of a rollback of ${environment.name}` : `Rollback of ${environment.name}`;
  await run.recorder.warn(`${what}${why}, asked for by ${run.world.job.actor}.`);
  const conclusion = await goBack(run, environment, inputs);
  if (isNews(run, conclusion)) await announceRollback(run, environment.name, conclusion);
  if (!drill) await openRollbackIssue(run, environment, { conclusion, why: { reason: reason ?? "", detail } });
  await noteRollback(run, { ...run.recorder.evidence, ...conclusion, remedy: conclusion.remedy ?? "" });
  return conclusion;
};

/** Sets the application's name. What to roll back to is on the hosts; a manifest here only has the name. */
async function nameApp(run: StageRun): Promise<Conclusion | null> {
  if (run.settings.app !== null) return null;
  const read = await readRelease(run);
  if ("failed" in read) {
    return stopped({
      reason_code: "invalid_settings",
      says: "The application's name is unknown: there is no release manifest here, and the settings have no `app`.",
      remedy: "Write `app: my_app` at the top of the settings file.",
    });
  }
  await run.recorder.set({ app: read.release.app });
  return null;
}

async function goBack(run: StageRun, environment: Environment, inputs: RollbackInputs): Promise<Conclusion> {
  const source = await withSource(run, environment, inputs);
  if ("status" in source) return source;
  const { target } = source;
  let lacked: string | null = null;
  const asked = {
    ...source,
    environment,
    inputs,
    // What is not on the hosts is said with where it is, after the plan was refused.
    planned: (made: Plan | Refusal) => {
      lacked = isRefusal(made) && made.refused === "release_not_kept" ? (made.release ?? null) : null;
    },
  };
  try {
    const schema = await askForSchema(run, source, { environment, inputs });
    if (schema !== null && "conclusion" in schema) {
      const { conclusion, lacks } = schema;
      return lacks === null ? conclusion : await notKept(run, target, { release: lacks, conclusion });
    }
    const whole = { ...asked, schema };
    const conclusion = await (inputs.drill ? drillOn(run, whole) : rollBackOn(run, whole));
    return lacked === null ? conclusion : await notKept(run, target, { release: lacked, conclusion });
  } finally {
    await target.close();
  }
}

/** Refusals of what was typed: whoever typed it sees them, and nobody else has to look. */
const mistyped: ReadonlySet<ReasonCode> = new Set(["already_active", "release_not_found"]);

/** What changed nothing is no news: a drill that ended as it began, or a release that a next step fetches first. */
function isNews({ recorder }: StageRun, { status, decision, reason_code }: Conclusion): boolean {
  if (recorder.evidence.rollback?.drill === true) return decision === "rollback-failed";
  if (status !== "failed") return true;
  return !mistyped.has(reason_code) && !(reason_code === "release_not_kept" && recorder.evidence.rollback?.built_by);
}
