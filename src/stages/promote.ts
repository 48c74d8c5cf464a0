import { approvalGate } from "./approval.ts";
import { checkoutGate } from "./checkout.ts";
import { deploy } from "./deploy.ts";
import { findEnvironment } from "./environment.ts";
import { judgeChain } from "./evidence-folder.ts";
import { openRelease } from "./release-file.ts";
import { runningGate } from "./running-gate.ts";
import type { Stage } from "./stage.ts";

/** Inputs of promote. */
export interface PromoteInputs {
  readonly environment: string;
  /** The environment whose evidence counts. */
  readonly from: string;
  readonly jobs: string;
  readonly runs: "this" | "other";
  readonly unpinned: "refuse" | "allow";
  readonly "job-id": string;
  readonly "dry-run": boolean;
}

/**
 * Deploys to production the release that was tested on staging, once the approval and all the evidence are real, and
 * watches it (Phase 6: Deploy to Production).
 */
export const promote: Stage<PromoteInputs> = async (run, inputs) => {
  const environment = findEnvironment(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "refuse" });
  if (refused !== null) return refused;

  const release = await openRelease(run);
  if ("status" in release) return release;

  const chain = await judgeChain(run, {
    ...inputs,
    release,
    needed: [
      { stage: "validate", environment: null },
      { stage: "deploy-staging", environment: inputs.from },
      { stage: "smoke-test", environment: inputs.from },
    ],
  });
  if (chain !== null) return chain;

  const notApproved = await approvalGate(run, environment, inputs["job-id"]);
  if (notApproved !== null) return notApproved;

  const unproven = await runningGate(run, { from: inputs.from, release });
  if (unproven !== null) return unproven;

  return deploy(run, {
    environment,
    release,
    dryRun: inputs["dry-run"],
    watchMs: run.settings.criteria.watchMs,
    done: { decision: "complete", reason_code: "promoted" },
  });
};
