import type { RollbackReason } from "../domain/criteria.ts";
import type { Fleet } from "../domain/fleet.ts";
import { changeTarget } from "./change.ts";
import { checkoutGate } from "./checkout.ts";
import { environmentOf, targetOf, wantedOf } from "./deploy.ts";
import { setOutputs } from "./deploy-staging.ts";
import { readRelease } from "./release-file.ts";
import type { Stage } from "./stage.ts";

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
  const environment = environmentOf(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "warn" });
  if (refused !== null) return refused;

  if (inputs.reason === "manual" && inputs["reason-detail"].trim() === "") {
    return {
      status: "failed",
      decision: "stop",
      reason_code: "invalid_input",
      says: "Input `reason-detail` is empty, and the reason is `manual`.",
      remedy: "Say in `reason-detail` why; it stands in the report.",
    };
  }
  if (run.settings.app === null) {
    // The bytes to go back to are on the hosts; a manifest here only tells the application's name.
    const read = await readRelease(run);
    if ("failed" in read) {
      return {
        status: "failed",
        decision: "stop",
        reason_code: "invalid_settings",
        says: "The application's name is not known: there is no release manifest here, and the settings have no `app`.",
        remedy: "Write `app: my_app` at the top of the settings file.",
      };
    }
    await run.recorder.set({ app: read.release.app });
  }
  const detail = inputs["reason-detail"] === "" ? "" : ` (${inputs["reason-detail"]})`;
  await run.recorder.warn(
    `Rollback of ${environment.name} for the reason ${inputs.reason}${detail}, asked for by ${run.world.job.actor}.`,
  );

  const target = targetOf(
    { ...run, settings: { ...run.settings, app: run.settings.app ?? run.recorder.evidence.app } },
    environment,
    null,
  );
  const wanted = (fleet: Fleet) => {
    const to = target.rollsBackTo(fleet, null);
    const wish = wantedOf(run, { environment, watchMs: 0 }, typeof to === "string" ? to : "");
    return { ...wish, takeLock: inputs.lock === "take" };
  };
  try {
    const conclusion = await changeTarget(run, {
      kind: "rollback",
      environment,
      target,
      wanted,
      dryRun: inputs["dry-run"],
      // A rehearsal does not mark the release that it leaves as bad.
      plan: (fleet) => target.rollback(fleet, { ...wanted(fleet), markBad: inputs.reason !== "drill" }),
      measureFirst: false,
      done: {
        decision: "complete",
        reason_code: "rolled_back",
        says: `${environment.name} was rolled back.`,
      },
    });
    const { from, to } = run.recorder.evidence;
    setOutputs(run, to ?? "");
    if (conclusion.status !== "passed" || from === null || to === null) return conclusion;
    return {
      ...conclusion,
      says: `${environment.name} was rolled back from ${from} to ${to}, the last release that was verified before it.`,
    };
  } finally {
    await target.close();
  }
};
