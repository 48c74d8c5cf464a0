import type { RollbackReason } from "../domain/criteria.ts";
import { type Away, type Fleet, hostNames } from "../domain/fleet.ts";
import type { Environment } from "../settings/settings.ts";
import { announceRollback } from "./announce.ts";
import { changeTarget } from "./change.ts";
import { checkoutGate } from "./checkout.ts";
import { setOutputs, wantedOf } from "./deploy.ts";
import { findEnvironment, targetOf } from "./environment.ts";
import { readRelease } from "./release-file.ts";
import { openRollbackIssue } from "./rollback-issue.ts";
import { type Conclusion, type Stage, type StageRun, stopped } from "./stage.ts";

/** Inputs of rollback. */
export interface RollbackInputs {
  readonly environment: string;
  readonly reason: RollbackReason;
  readonly "reason-detail": string;
  readonly "dry-run": boolean;
  /** Wait for a run that holds the lock, or take the lock from it. */
  readonly lock: "wait" | "take";
}

/**
 * Rolls an environment back to the last release that was verified, for a named reason (Phase 6: Rollback Criteria). The
 * schema stays as it is.
 */
export const rollback: Stage<RollbackInputs> = async (run, inputs) => {
  const environment = findEnvironment(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "warn" });
  if (refused !== null) return refused;

  const { reason, "reason-detail": detail } = inputs;
  if (reason === "manual" && detail.trim() === "") {
    return stopped({
      reason_code: "invalid_input",
      says: "Input `reason-detail` is empty, and the reason is `manual`.",
      remedy: "Give the reason in `reason-detail`; the report shows it.",
    });
  }
  const nameless = await nameApp(run);
  if (nameless !== null) return nameless;
  await run.recorder.warn(
    `Rollback of ${environment.name} for the reason ${reason}${detail === "" ? "" : ` (${detail})`}, ` +
      `asked for by ${run.world.job.actor}.`,
  );
  const conclusion = await goBack(run, environment, inputs);
  await announceRollback(run, environment.name, conclusion);
  await openRollbackIssue(run, environment, { conclusion, why: { reason, detail } });
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
  const target = targetOf(run, environment, null);
  let left: readonly Away[] = [];
  const wanted = (fleet: Fleet) => {
    const to = target.rollsBackTo(fleet, null);
    const wish = wantedOf(run, { environment, watchMs: 0 }, typeof to === "string" ? to : "");
    // In an incident, the hosts that can be reached go back.
    const hosts = inputs.reason === "drill" ? {} : { hostsRequired: 1 };
    return { ...wish, ...hosts, takeLock: inputs.lock === "take" };
  };
  try {
    const conclusion = await changeTarget(run, {
      kind: "rollback",
      environment,
      target,
      wanted,
      dryRun: inputs["dry-run"],
      // A drill does not mark the release that it leaves as bad.
      plan: (fleet) => {
        left = fleet.away ?? [];
        return target.rollback(fleet, { ...wanted(fleet), markBad: inputs.reason !== "drill" });
      },
      measureFirst: false,
      record: { jobId: "", why: inputs.reason },
      done: { decision: "complete", reason_code: "rolled_back", says: `${environment.name} was rolled back.` },
    });
    const { from, to } = run.recorder.evidence;
    setOutputs(run, to ?? "");
    if (conclusion.status !== "passed" || from === null || to === null) return conclusion;
    const says = `${environment.name} was rolled back from ${from} to ${to}, the last release verified before it.`;
    const missing = environment.hosts.length - left.length < (environment.hostsRequired ?? environment.hosts.length);
    return missing ? incomplete({ ...conclusion, says }, left) : { ...conclusion, says };
  } finally {
    await target.close();
  }
}

/** The hosts that were reached went back. The others may serve what was left, so that this is no success. */
function incomplete({ says }: Conclusion, left: readonly Away[]): Conclusion {
  const names = hostNames(left);
  const why = left.map((one) => one.says).join(" ");
  return stopped({
    reason_code: "partial_fleet",
    says: `${says} ${names} could not be reached and may serve the release that was left: ${why}`,
    remedy: `Keep requests away from ${names} until it can be reached, and run \`rollback\` or a deployment again then.`,
  });
}
