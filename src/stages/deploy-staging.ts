import { releaseId } from "../domain/release.ts";
import { result } from "../domain/result.ts";
import { approvalGate } from "./approval.ts";
import { checkoutGate } from "./checkout.ts";
import { deploy, environmentOf } from "./deploy.ts";
import { judgeChain } from "./evidence-folder.ts";
import { readRelease } from "./release-file.ts";
import type { Conclusion, Stage, StageRun } from "./stage.ts";

/** Inputs of deploy-staging. */
export interface DeployStagingInputs {
  readonly environment: string;
  readonly jobs: string;
  readonly runs: "this" | "other";
  readonly unpinned: "refuse" | "allow";
  readonly "job-id": string;
  readonly "dry-run": boolean;
}

/** Puts the validated bytes on staging and proves that they run there (Phase 6: Deploy to Staging). */
export const deployStaging: Stage<DeployStagingInputs> = async (run, inputs) => {
  const environment = environmentOf(run.settings, inputs.environment);
  if ("status" in environment) return environment;
  const refused = await checkoutGate(run, { another: "refuse" });
  if (refused !== null) return refused;

  const found = await openRelease(run);
  if ("status" in found) return found;

  const chain = await judgeChain(run, {
    ...inputs,
    release: found,
    needed: [{ stage: "validate", environment: null }],
  });
  if (chain !== null) return chain;

  const closed = await approvalGate(run, environment, inputs["job-id"]);
  if (closed !== null) return closed;

  const conclusion = await deploy(run, {
    environment,
    release: found,
    dryRun: inputs["dry-run"],
    watchMs: 0,
    done: { decision: "continue", reason_code: "deployed" },
  });
  setOutputs(run, releaseId(found));
  return conclusion;
};

/** Reads and checks the release, records the check, and returns it or the conclusion that it cannot be used. */
export async function openRelease(run: StageRun) {
  const started = run.world.clock.ticks();
  const read = await readRelease(run);
  const judgement = "failed" in read ? read.failed : read.judgement;
  const heading = {
    kind: "gate",
    id: "release",
    title: "The release is the one that was validated",
    required: true,
  } as const;
  await run.recorder.record(result(heading, judgement, run.world.clock.ticks() - started));
  if ("failed" in read) {
    const refused: Conclusion = {
      status: "failed",
      decision: "stop",
      reason_code: read.failed.reason_code,
      says: `${read.failed.says} Nothing was changed.`,
      remedy: read.failed.remedy ?? "",
    };
    return refused;
  }
  await run.recorder.set({ app: read.release.app, release: read.release });
  return read.release;
}

/** The outputs of every action that changes a target. */
export function setOutputs(run: StageRun, release: string): void {
  const { evidence } = run.recorder;
  run.recorder.output("url", evidence.url ?? "");
  run.recorder.output("release", release);
  run.recorder.output("previous", evidence.from ?? "");
}
