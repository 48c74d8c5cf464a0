import { errorText } from "../domain/error-text.ts";
import type { Plan, Step } from "../domain/plan.ts";
import { type Heading, type Judgement, result } from "../domain/result.ts";
import type { Target } from "../targets/target.ts";
import { judged } from "./judged.ts";
import type { StageRun } from "./stage.ts";
import type { Verifier } from "./verify.ts";

/** Who takes the steps of a plan. */
export interface Walk {
  readonly target: Target;
  readonly verifier: Verifier;
  /** Why the lock is no longer ours; null while it is. No step begins without it. */
  readonly lost: () => string | null;
  /** Going back to what was verified: smoke tests of the public address that fail are a warning. */
  readonly goingBack: boolean;
}

/** Steps that change nothing of what serves: the next run does what was left undone, and a lock expires by itself. */
const bookkeeping = new Set<Step["type"]>(["hold", "mark-bad", "prune", "release-lock"]);

/** What evidence says of a step that began, as long as nothing more is known. */
const underWay: Judgement = {
  verdict: "inconclusive",
  reason_code: "running",
  says: "It had started and had not finished when this was written.",
};

/**
 * Walks a plan: what changes the target goes to the target, what verifies goes to the verifier. Stops at the first
 * step that does not pass, and before a step when the run was cancelled or the lock was lost; a step under way is never
 * cut. Gives the judgement that stopped it; null when all was done.
 */
export async function perform(plan: Plan, walk: Walk, run: StageRun): Promise<Judgement | null> {
  for (const step of plan.steps) {
    const stop = step.type === "release-lock" ? null : stopBefore(walk, run);
    if (stop !== null) return stop;
    const heading = headingOf(step, run.recorder.evidence.environment);
    await run.recorder.begin(result(heading, underWay, 0));
    const required = (seen: Judgement) => harmless(step, seen, walk) === null;
    const judgement = await judged(run, { ...heading, required }, () =>
      run.world.log.group(step.says, () => take(step, walk).catch((error: unknown) => surprised(error, run))),
    );
    const unharmed = harmless(step, judgement, walk);
    if (unharmed !== null) await run.recorder.warn(unharmed);
    else if (judgement.verdict !== "pass") return judgement;
  }
  return null;
}

/**
 * The warning for a step that failed without harm to what serves, so that the plan goes on; null for a step that
 * passed, or whose failure counts.
 */
function harmless(step: Step, { verdict, reason_code, says }: Judgement, { goingBack }: Walk): string | null {
  if (verdict === "pass" || reason_code === "lock_lost" || reason_code === "cancelled") return null;
  if (bookkeeping.has(step.type)) return `${step.says}: ${says} What serves is not affected.`;
  const advice = goingBack && step.type === "smoke" && step.at === "public";
  return advice ? `${says} The release answers on its host and has the traffic, so the rollback goes on.` : null;
}

/** Why no further step may begin; null when one may. */
function stopBefore({ lost }: Walk, run: StageRun): Judgement | null {
  if (run.world.cancellation.cancelled) {
    return { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this step began." };
  }
  const why = lost();
  return why === null ? null : { verdict: "fail", reason_code: "lock_lost", says: why };
}

/**
 * A step that ended in a fault of our own or of the machine: it did not pass, and what serves is put in order as after
 * any other.
 */
function surprised(error: unknown, { world }: StageRun): Judgement {
  const says = errorText(error);
  world.log.info(error instanceof Error ? (error.stack ?? says) : says);
  const remedy = "This is a fault of phoenix-deploy or of the machine. The stack is in the log.";
  return { verdict: "error", reason_code: "unexpected_error", says: `Unexpected error: ${says}`, remedy };
}

/** Performs one step: the verifier what verifies, the target the rest. */
async function take(step: Step, { target, verifier }: Walk): Promise<Judgement> {
  switch (step.type) {
    case "await-healthy":
      return verifier.awaitHealthy(step);
    case "smoke":
      return verifier.smoke(step);
    case "observe":
      return verifier.watch(step);
    default:
      return target.perform(step);
  }
}

/** Names a step for evidence: what verifies is a signal under the words of Phase 6, the rest are steps. */
function headingOf(step: Step, environment: string | null): Heading {
  const place = environment ?? "target";
  const Place = `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
  const signal = (id: string, title: string): Heading => ({
    kind: "signal",
    id,
    title: `${Place} ${title}`,
    required: true,
  });
  switch (step.type) {
    case "await-healthy":
      return signal("health", "health check");
    case "observe":
      return signal("watch", "error rate watched");
    case "smoke":
      return signal("smoke", `smoke tests (${step.at === "slot" ? "before traffic" : "with traffic"})`);
    default:
      return { kind: "step", id: step.type, title: step.says, required: true };
  }
}
