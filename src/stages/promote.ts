import { announceStart } from "./announce.ts";
import { deploy } from "./deploy.ts";
import { throughGates } from "./gates/environment.ts";
import type { GateInputs } from "./gates/facts.ts";
import { keepProcedures } from "./report/procedures.ts";
import type { Stage } from "./stage.ts";

/** Inputs of promote. */
export interface PromoteInputs extends GateInputs {
  readonly environment: string;
  /** The environment whose evidence counts. */
  readonly from: string;
  readonly "dry-run": boolean;
  /** Judge every gate, show what each saw, and change nothing. */
  readonly explain: boolean;
}

/**
 * Deploys to production the release that was tested on staging, once every gate passed, and watches it (Phase 6: Deploy
 * to Production).
 */
export const promote: Stage<PromoteInputs> = (run, inputs) => {
  const { from, explain } = inputs;
  const needed = [
    { stage: "validate", environment: null },
    { stage: "deploy-staging", environment: from },
    { stage: "smoke-test", environment: from },
  ] as const;
  return throughGates(run, { inputs, from, needed, explain }, async (admitted) => {
    const { environment, release } = admitted;
    const conclusion = await deploy(run, {
      ...admitted,
      dryRun: inputs["dry-run"],
      watchMs: run.settings.criteria.watchMs,
      jobId: inputs["job-id"],
      begins: async () => {
        // Whoever has to roll it back by hand needs them most where this run is cut.
        await keepProcedures(run, release, null);
        return announceStart(run, environment.name, "all");
      },
      done: { decision: "complete", reason_code: "promoted" },
    });
    await keepProcedures(run, release, conclusion);
    return conclusion;
  });
};
