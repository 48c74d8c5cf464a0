import { join } from "node:path";
import type { Fleet } from "../domain/fleet.ts";
import { isRefusal, type Plan, type Refusal, type Wanted } from "../domain/plan.ts";
import { type Release, releaseId } from "../domain/release.ts";
import { type Judgement, result } from "../domain/result.ts";
import { planDeploy } from "../plans/deploy.ts";
import { planRecovery } from "../plans/recover.ts";
import type { Environment, Settings } from "../settings/settings.ts";
import { hostsTarget } from "../targets/hosts.ts";
import type { Target } from "../targets/target.ts";
import { looksAt, measureBefore } from "./looks.ts";
import { perform } from "./perform.ts";
import { type Conclusion, type StageRun, workspaceFolder } from "./stage.ts";

/** What a deployment is asked for. */
export interface Deployment {
  readonly environment: Environment;
  readonly release: Release;
  readonly dryRun: boolean;
  /** Watch the release after the shift, milliseconds; 0 for staging, whose traffic is the smoke tests. */
  readonly watchMs: number;
  /** The conclusion of a deployment that went well. */
  readonly done: { readonly decision: Conclusion["decision"]; readonly reason_code: Conclusion["reason_code"] };
}

/** Puts a release on an environment and proves it there; takes it back when it does not hold. */
export async function deploy(run: StageRun, deployment: Deployment): Promise<Conclusion> {
  const { environment, release } = deployment;
  const id = releaseId(release);
  const target = targetOf(run, environment, release);
  const wanted = wantedOf(run, deployment, id);
  try {
    return await changeTarget(run, {
      environment,
      target,
      wanted: () => wanted,
      dryRun: deployment.dryRun,
      plan: (fleet) => planDeploy(fleet, wanted),
      measureFirst: deployment.watchMs > 0,
      done: { ...deployment.done, says: `${release.version} (${id}) runs on ${environment.name} and was verified.` },
    });
  } finally {
    await target.close();
  }
}

/** A change of a target: how to plan it, and what to conclude when all went well. */
export interface Change {
  readonly environment: Environment;
  readonly target: Target;
  /** What is wanted, given what is there: a rollback knows its release only then. */
  readonly wanted: (fleet: Fleet) => Wanted;
  readonly dryRun: boolean;
  readonly plan: (fleet: Fleet) => Plan | Refusal;
  /** Measure what serves now, before the change, for the report. */
  readonly measureFirst: boolean;
  readonly done: { readonly decision: Conclusion["decision"]; readonly reason_code: Conclusion["reason_code"]; readonly says: string };
}

/** Observe, plan, lock, observe again, perform; on a failed step plan the way back from what is really there (DESIGN: section 2). */
export async function changeTarget(run: StageRun, change: Change): Promise<Conclusion> {
  const { recorder } = run;
  const { target, environment } = change;
  await recorder.set({ url: environment.url });

  const first = await observe(run, target);
  if ("status" in first) return first;
  await recorder.set({ from: first.fleet.hosts[0]?.active?.release ?? null, to: change.wanted(first.fleet).release || null });
  const preview = change.plan(first.fleet);
  if (isRefusal(preview)) return refused(run, preview);
  await showPlan(run, preview);
  if (change.dryRun)
    return { status: "planned", decision: "stop", reason_code: "planned", says: `Dry run: ${preview.says} Nothing was changed.` };

  const look = looksAt(environment, run.settings, target, run);
  const locking = preview.steps.filter((step) => step.type === "acquire-lock");
  const locked = await perform({ ...preview, steps: locking }, target, look, run);
  if (locked.failed !== null) {
    await unlock(run, change, locked.done.length > 0);
    return stopped(locked.failed.judgement, "Nothing was changed.");
  }

  // Only under the lock do the facts hold still: plan again from what is there now.
  const second = await observe(run, target);
  if ("status" in second) return giveBack(run, change, second);
  const plan = change.plan(second.fleet);
  if (isRefusal(plan)) return giveBack(run, change, await refused(run, plan));
  if (
    plan.steps.map((step) => step.says).join() !==
    preview.steps
      .filter((step) => step.type !== "acquire-lock")
      .map((step) => step.says)
      .join()
  ) {
    await showPlan(run, plan);
  }
  if (change.measureFirst && second.fleet.hosts.some((host) => host.active !== null)) await measureBefore(environment, run.settings, run);

  const walked = await perform(plan, target, look, run);
  if (walked.failed === null) return { status: "passed", ...change.done };
  return takeBack(run, change, change.wanted(second.fleet), walked.failed.judgement);
}

/** After a failed step: back to what was last proved, planned from what is there now. */
async function takeBack(run: StageRun, change: Change, wanted: Wanted, cause: Judgement): Promise<Conclusion> {
  const { target, environment } = change;
  if (run.world.cancellation.cancelled) {
    return {
      status: "cancelled",
      decision: "stop",
      reason_code: "cancelled",
      says: "Cancelled between two steps; the step under way was finished.",
      remedy: "Run the job again: it observes what is there and plans the rest. The lock is given up by itself when its time is over.",
    };
  }
  const lost = (why: string): Conclusion => ({
    status: "failed",
    decision: "rollback-failed",
    reason_code: "rollback_failed",
    says: `${cause.says} Taking the release back failed as well: ${why}`,
    remedy: `Look at ${environment.name} now: the state of the slots and the router is in the last results. Then run the job or \`rollback\` again.`,
  });
  const now = await observe(run, target);
  if ("status" in now) return lost(now.says);
  const plan = planRecovery(now.fleet, { ...wanted, markBad: cause.verdict === "fail" });
  if (isRefusal(plan)) return lost(plan.says);
  run.world.log.info(plan.says);
  const walked = await perform(plan, target, looksAt(environment, run.settings, target, run), run);
  if (walked.failed !== null) return lost(walked.failed.judgement.says);
  const moved = plan.steps.some((step) => step.type === "shift" || step.type === "start");
  const active = now.fleet.hosts[0]?.active?.release ?? null;
  if (!moved) return stopped(cause, active === null ? "Nothing takes traffic." : `${active} serves as before.`);
  return {
    status: "failed",
    decision: "taken-back",
    reason_code: cause.reason_code,
    says: `${cause.says} The release was taken back: ${active ?? "nothing"} serves on ${environment.name}.`,
    remedy: cause.remedy || "Mend the fault, and release a new version.",
  };
}

/** The lock is ours and nothing else was done: give it back, and keep the conclusion. */
async function giveBack(run: StageRun, change: Change, conclusion: Conclusion): Promise<Conclusion> {
  await unlock(run, change, true);
  return conclusion;
}

async function unlock(run: StageRun, { target, environment }: Change, ours: boolean): Promise<void> {
  if (!ours) return;
  for (const { name } of environment.hosts) {
    const says = `Give the lock on ${name} back`;
    const judgement = await target.perform({ type: "release-lock", host: name, says, limitMs: 30_000 });
    if (judgement.verdict !== "pass") await run.recorder.warn(`${says}: ${judgement.says}`);
  }
}

async function observe(run: StageRun, target: Target): Promise<{ readonly fleet: Fleet } | Conclusion> {
  const started = run.world.clock.ticks();
  const seen = await target.observe();
  if ("fleet" in seen) return seen;
  const heading = { kind: "step", id: "observe-target", title: "Observe the target", required: true } as const;
  await run.recorder.record(result(heading, seen.failed, run.world.clock.ticks() - started));
  return stopped(seen.failed, "Nothing was changed.");
}

async function refused(run: StageRun, refusal: Refusal): Promise<Conclusion> {
  const heading = { kind: "gate", id: "plan", title: "A plan can be made", required: true } as const;
  const judgement: Judgement = { verdict: "fail", reason_code: refusal.refused, says: refusal.says, remedy: refusal.remedy };
  await run.recorder.record(result(heading, judgement, 0));
  return stopped(judgement, "Nothing was changed.");
}

function stopped(cause: Judgement, then: string): Conclusion {
  return { status: "failed", decision: "stop", reason_code: cause.reason_code, says: `${cause.says} ${then}`, remedy: cause.remedy ?? "" };
}

async function showPlan(run: StageRun, plan: Plan): Promise<void> {
  await run.recorder.set({ plan: plan.steps.map((step) => step.says) });
  await run.world.log.group(`Plan: ${plan.says}`, async () => {
    plan.steps.forEach((step, index) => {
      run.world.log.info(`${index + 1}. ${step.says}`);
    });
  });
  for (const warning of plan.warnings) await run.recorder.warn(warning);
}

/** The hosts of an environment, as this run may change them. `release` is what would be uploaded. */
export function targetOf(run: StageRun, environment: Environment, release: Release | null): Target {
  const { shell, files, clock, job } = run.world;
  const folder = join(job.workspace, workspaceFolder, "release");
  return hostsTarget({
    environment,
    app: release?.app ?? run.settings.app ?? "app",
    releaseName: release?.name ?? run.settings.app ?? "app",
    owner: ownerOf(run),
    shell,
    files,
    clock,
    release:
      release === null ? null : { id: releaseId(release), digest: release.digest, path: join(folder, release.file), bytes: release.bytes },
  });
}

/** The lease owner: this attempt of this run, so that a re-run never takes its predecessor's orphaned step for its own. */
export function ownerOf({ world }: StageRun): string {
  return `run-${world.job.runId}-${world.job.runAttempt}`;
}

/** What the planner is told of this deployment. */
export function wantedOf(run: StageRun, { environment, watchMs }: Pick<Deployment, "environment" | "watchMs">, release: string): Wanted {
  const { strategy, health, migrations } = environment;
  return {
    environment: environment.name,
    release,
    owner: ownerOf(run),
    strategy: strategy.type,
    migrate: migrations.migrate !== null,
    smoke: run.settings.smoke.length > 0,
    watchMs,
    holdSeconds: strategy.holdSeconds,
    keep: strategy.keep,
    healthyWithinMs: health.withinMs,
    drainMs: strategy.drainMs,
  };
}

/** The environment of that name, or the conclusion that it is not in the settings. */
export function environmentOf(settings: Settings, name: string): Environment | Conclusion {
  // A name that every object has, such as `constructor`, is no environment.
  const found = Object.hasOwn(settings.environments, name) ? settings.environments[name] : undefined;
  if (found !== undefined) return found;
  const known = Object.keys(settings.environments);
  return {
    status: "failed",
    decision: "stop",
    reason_code: "invalid_settings",
    says: `Environment \`${name}\` is not in the settings file${known.length > 0 ? `, which has ${known.map((one) => `\`${one}\``).join(", ")}` : ""}.`,
    remedy: `Add it under \`environments\`, or name another with the input \`environment\`.`,
  };
}
