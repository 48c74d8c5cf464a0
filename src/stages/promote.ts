import { announceStart } from "./announce.ts";
import { deploy } from "./deploy.ts";
import { recordDryRun } from "./deployment-record.ts";
import { findEnvironment } from "./environment.ts";
import { checkoutGate } from "./gates/checkout.ts";
import { throughGates } from "./gates/environment.ts";
import type { GateInputs, GateRequest } from "./gates/facts.ts";
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
export const promote: Stage<PromoteInputs> = async (run, inputs) => {
  const environment = findEnvironment(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "refuse" });
  if (refused !== null) return refused;

  const asked: GateRequest = {
    environment,
    inputs,
    from: inputs.from,
    needed: [
      { stage: "validate", environment: null },
      { stage: "deploy-staging", environment: inputs.from },
      { stage: "smoke-test", environment: inputs.from },
    ],
    explain: inputs.explain,
  };
  const concluded = await throughGates(run, asked, async (release, target) => {
    const conclusion = await deploy(run, {
      environment,
      release,
      target,
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
  if (inputs.explain) await recordDryRun(run, { environment, jobId: inputs["job-id"] });
  return concluded;
};
