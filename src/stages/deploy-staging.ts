import { announceStart } from "./announce.ts";
import { deploy } from "./deploy.ts";
import { throughGates } from "./gates/environment.ts";
import type { GateInputs } from "./gates/facts.ts";
import type { Stage } from "./stage.ts";

/** Inputs of deploy-staging. */
export interface DeployStagingInputs extends GateInputs {
  readonly environment: string;
  readonly "dry-run": boolean;
}

/** Deploys the validated release to staging, runs migrations and verifies it (Phase 6: Deploy to Staging). */
export const deployStaging: Stage<DeployStagingInputs> = (run, inputs) => {
  const needed = [{ stage: "validate", environment: null }] as const;
  return throughGates(run, { inputs, from: null, needed, explain: false }, (admitted) =>
    deploy(run, {
      ...admitted,
      dryRun: inputs["dry-run"],
      watchMs: 0,
      jobId: inputs["job-id"],
      begins: () => announceStart(run, admitted.environment.name, "named"),
      done: { decision: "continue", reason_code: "deployed" },
    }),
  );
};
