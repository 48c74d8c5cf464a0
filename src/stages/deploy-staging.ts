import { announceStart } from "./announce.ts";
import { deploy } from "./deploy.ts";
import { findEnvironment } from "./environment.ts";
import { checkoutGate } from "./gates/checkout.ts";
import { throughGates } from "./gates/environment.ts";
import type { GateInputs, GateRequest } from "./gates/facts.ts";
import type { Stage } from "./stage.ts";

/** Inputs of deploy-staging. */
export interface DeployStagingInputs extends GateInputs {
  readonly environment: string;
  readonly "dry-run": boolean;
}

/** Deploys the validated release to staging, runs migrations and verifies it (Phase 6: Deploy to Staging). */
export const deployStaging: Stage<DeployStagingInputs> = async (run, inputs) => {
  const environment = findEnvironment(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "refuse" });
  if (refused !== null) return refused;

  const asked: GateRequest = {
    environment,
    inputs,
    from: null,
    needed: [{ stage: "validate", environment: null }],
    explain: false,
  };
  return throughGates(run, asked, (release, target) =>
    deploy(run, {
      environment,
      release,
      target,
      dryRun: inputs["dry-run"],
      watchMs: 0,
      jobId: inputs["job-id"],
      begins: () => announceStart(run, environment.name, "named"),
      done: { decision: "continue", reason_code: "deployed" },
    }),
  );
};
