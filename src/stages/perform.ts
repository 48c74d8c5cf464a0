import { type Heading, type Judgement, result } from "../domain/evidence/result.ts";
import { type Batch, batches, batchText, type Plan, type Step } from "../domain/fleet/plan.ts";
import type { VerifiedLevel } from "../domain/rollback/verified-level.ts";
import { errorText } from "../domain/values/error-text.ts";
import type { Target } from "../targets/target.ts";
import { recordAll, timed } from "./judged.ts";
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
  /** Hears of each step before it begins. */
  readonly beginning?: (step: Step) => Promise<void>;
}

/** Steps that change nothing of what serves: the next run does what was left undone, and a lock expires by itself. */
const bookkeeping = new Set<Step["type"]>(["hold", "mark-bad", "prune", "release-lock"]);

/** What evidence says of a step that began, as long as nothing more is known. */
const underWay: Judgement = {
  verdict: "inconclusive",
  reason_code: "running",
  says: "It had started and had not finished when this was written.",
};

/** Why a walk ended early, and the hosts whose steps did not pass; none where it was no step of a host. */
export interface WalkEnded {
  readonly cause: Judgement;
  readonly hosts: readonly string[];
}

/**
 * Walks a plan: what changes the target goes to the target, what verifies goes to the verifier. Steps of one batch are
 * performed at once. Stops after the first batch in which a step does not pass, and before a batch when the run was
 * cancelled or the lock was lost; a step under way is never cut. Says what ended it; null when all was done.
 */
export async function perform(plan: Plan, walk: Walk, run: StageRun): Promise<WalkEnded | null> {
  for (const batch of batches(plan.steps)) {
    const stop = batch[0].type === "release-lock" ? null : stopBefore(walk, run);
    if (stop !== null) return { cause: stop, hosts: [] };
    for (const step of batch) await walk.beginning?.(step);
    const ending = await performBatch(batch, walk, run);
    if (ending !== null) return ending;
  }
  return null;
}

/** All steps of a batch at once. Their results are recorded in the order of the plan, each as soon as it can be. */
async function performBatch(batch: Batch, walk: Walk, run: StageRun): Promise<WalkEnded | null> {
  const { recorder, world } = run;
  const begun = batch.map((step) => headingOf(step, recorder.evidence.environment));
  await recorder.begin(...begun.map((heading) => result(heading, underWay, 0)));
  const { log } = world;
  const work = (step: Step) => timed(run, () => take(step, walk, run).catch((error: unknown) => surprised(error, run)));
  const [first, ...others] = batch;
  const seen = await (others.length === 0
    ? log.group(first.says, async () => [await work(first)])
    : log.group(batchText(batch), () => Promise.all(batch.map((step) => said(step, () => work(step), run)))));
  const ended = seen.flatMap(({ value: judgement, durationMs }, index) => {
    const [step, heading] = [batch[index], begun[index]];
    if (step === undefined || heading === undefined) return [];
    const unharmed = harmless(step, judgement, walk);
    return [{ step, judgement, durationMs, unharmed, subject: { ...heading, required: unharmed === null } }];
  });
  await recordAll(run, ended);
  for (const { unharmed } of ended) if (unharmed !== null) await recorder.warn(unharmed);
  const failed = ended.filter(({ unharmed, judgement }) => unharmed === null && judgement.verdict !== "pass");
  const [cause] = failed;
  if (cause === undefined) return null;
  return { cause: cause.judgement, hosts: failed.flatMap(({ step }) => ("host" in step ? [step.host] : [])) };
}

/** A line in the log when one of several steps that are performed at once ends. */
async function said<T extends { readonly durationMs: number }>(
  step: Step,
  work: () => Promise<T>,
  { world }: StageRun,
): Promise<T> {
  const ended = await work();
  if ("host" in step) world.log.info(`${step.host}: ended after ${(ended.durationMs / 1_000).toFixed(1)} s`);
  return ended;
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
async function take(step: Step, { target, verifier }: Walk, run: StageRun): Promise<Judgement> {
  switch (step.type) {
    case "await-healthy":
      return verifier.awaitHealthy(step);
    case "smoke":
      return verifier.smoke(step);
    case "observe":
      return verifier.watch(step);
    case "settle":
      return verifier.settle(step);
    case "activate":
      return target.perform({ ...step, ...levelMeasured(run, step.release) });
    default:
      return target.perform(step);
  }
}

/** What the watch of this release measured with all requests, which its record keeps for a rollback to it. */
function levelMeasured({ recorder }: StageRun, release: string): { readonly level?: VerifiedLevel } {
  const { after, watch } = recorder.evidence;
  return after === null || after.requests === 0 || watch?.release !== release ? {} : { level: after };
}

/** Names a step for evidence: what verifies is a signal under the words of Phase 6, the rest are steps. */
function headingOf(step: Step, environment: string | null): Heading {
  const place = environment ?? "target";
  const Place = `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
  const at = "host" in step ? { host: step.host } : {};
  const signal = (id: string, title: string): Heading => ({
    kind: "signal",
    ...at,
    id,
    title: `${Place} ${title}`,
    required: true,
  });
  switch (step.type) {
    case "await-healthy":
      return signal("health", "health check");
    case "observe":
      return signal("watch", "error rate watched");
    case "settle":
      return step.when === "before"
        ? signal("before-migrating", "running release before the migrations")
        : signal("settle", "running release on the new schema");
    case "smoke":
      return signal("smoke", `smoke tests (${step.at === "slot" ? "before traffic" : "with traffic"})`);
    default:
      return { kind: "step", id: step.type, title: step.says, required: true, ...at };
  }
}
