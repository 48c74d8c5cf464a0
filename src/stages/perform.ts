import type { Plan, Step } from "../domain/plan.ts";
import { type Heading, type Judgement, result } from "../domain/result.ts";
import type { Target } from "../targets/target.ts";
import type { Looks } from "./looks.ts";
import type { StageRun } from "./stage.ts";

/** How the walk of a plan ended. `failed` is the step that did not pass, with its judgement. */
export interface Walked {
  readonly failed: { readonly step: Step; readonly judgement: Judgement } | null;
  /** Types of the steps that passed, in order. */
  readonly done: readonly Step[];
}

/** Steps that a reader of the report looks for, under the words of Phase 6. */
const looks = new Set<Step["type"]>(["await-healthy", "smoke", "observe"]);

/**
 * Walks a plan: what changes the target goes to the target, what looks goes to signals and judge (DESIGN: section 3).
 * Stops at the first step that does not pass, and before a step when the run was cancelled; a step under way is never cut.
 */
export async function perform(plan: Plan, target: Target, look: Looks, run: StageRun): Promise<Walked> {
  const { clock, cancellation, log } = run.world;
  const done: Step[] = [];
  for (const step of plan.steps) {
    if (cancellation.cancelled && step.type !== "release-lock") {
      return {
        failed: { step, judgement: { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this step began." } },
        done,
      };
    }
    const started = clock.ticks();
    const judgement = await log.group(step.says, () => take(step, target, look));
    await run.recorder.record(result(headingOf(step, run.recorder.evidence.environment), judgement, clock.ticks() - started));
    if (judgement.verdict !== "pass") return { failed: { step, judgement }, done };
    done.push(step);
  }
  return { failed: null, done };
}

/** One step, to whom it belongs. */
function take(step: Step, target: Target, look: Looks): Promise<Judgement> {
  switch (step.type) {
    case "await-healthy":
      return look.awaitHealthy(step);
    case "smoke":
      return look.smoke(step);
    case "observe":
      return look.watch(step);
    default:
      return target.perform(step);
  }
}

/** Names a step for evidence: looks are signals under the words of Phase 6, the rest are steps. */
function headingOf(step: Step, environment: string | null): Heading {
  const place = environment ?? "target";
  const Place = `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
  if (!looks.has(step.type)) return { kind: "step", id: step.type, title: step.says, required: true };
  if (step.type === "await-healthy") return { kind: "signal", id: "health", title: `${Place} health check`, required: true };
  if (step.type === "observe") return { kind: "signal", id: "watch", title: `${Place} error rate watched`, required: true };
  const where = step.type === "smoke" && step.at === "slot" ? "before traffic" : "with traffic";
  return { kind: "signal", id: "smoke", title: `${Place} smoke tests (${where})`, required: true };
}
