import { approvalGate } from "./approval.ts";
import { checkoutGate } from "./checkout.ts";
import { deploy } from "./deploy.ts";
import { findEnvironment } from "./environment.ts";
import { judgeChain } from "./evidence-folder.ts";
import { openRelease } from "./release-file.ts";
import type { Stage } from "./stage.ts";

/** Inputs of deploy-staging. */
export interface DeployStagingInputs {
  readonly environment: string;
  readonly jobs: string;
  readonly runs: "this" | "other";
  readonly unpinned: "refuse" | "allow";
  readonly "job-id": string;
  readonly "dry-run": boolean;
}

/** Deploys the validated release to staging, runs migrations and verifies it (Phase 6: Deploy to Staging). */
export const deployStaging: Stage<DeployStagingInputs> = async (run, inputs) => {
  const environment = findEnvironment(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "refuse" });
  if (refused !== null) return refused;

  const release = await openRelease(run);
  if ("status" in release) return release;

  const chain = await judgeChain(run, {
    ...inputs,
    release,
    needed: [{ stage: "validate", environment: null }],
  });
  if (chain !== null) return chain;

  const notApproved = await approvalGate(run, environment, inputs["job-id"]);
  if (notApproved !== null) return notApproved;

  return deploy(run, {
    environment,
    release,
    dryRun: inputs["dry-run"],
    watchMs: 0,
    done: { decision: "continue", reason_code: "deployed" },
  });
};
