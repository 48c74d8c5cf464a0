import { filesAdapter } from "../adapters/files.ts";
import { linkOut } from "../adapters/links.ts";
import type { Contract } from "../contract.ts";
import { errorStack } from "../domain/values/error-text.ts";
import { readAll } from "../settings/read.ts";
import type { Stage } from "../stages/stage.ts";
import { inJob } from "./in-job.ts";
import type { Surroundings } from "./surroundings.ts";

/** Bytes of the settings file that are read; more is a fault. */
const maxSettingsBytes = 256 * 1024;

/** How a stage ended, for the exit code: nothing was run where inputs or settings have faults. */
export type StageEnding = "passed" | "failed" | "refused";

/**
 * The whole of an action. Always ends the process itself: an open handle must not keep a finished job alive.
 */
export async function runAction<Inputs>(contract: Contract, load: () => Promise<Stage<Inputs>>): Promise<void> {
  process.exit((await startStage({ contract, load, name: contract.folder }, inJob())) === "passed" ? 0 : 1);
}

/** A stage that is asked for. */
export interface AskedStage<Inputs> {
  readonly contract: Contract;
  readonly load: () => Promise<Stage<Inputs>>;
  /** What whoever asks calls it. */
  readonly name: string;
}

/**
 * Reads inputs and settings, then opens the world and runs the stage. What only a stage needs is loaded when there is
 * something to run.
 */
export async function startStage<Inputs>(asked: AskedStage<Inputs>, surroundings: Surroundings): Promise<StageEnding> {
  try {
    return await readAndRun(asked, surroundings);
  } catch (error) {
    surroundings.unexpected(errorStack(error));
    return "failed";
  }
}

async function readAndRun<Inputs>(
  { contract, load, name }: AskedStage<Inputs>,
  surroundings: Surroundings,
): Promise<StageEnding> {
  const { workspace, runner } = surroundings;
  const files = filesAdapter();
  const given = await readAll({
    ...{ contract, env: runner.env, workspace },
    readFile: (path) => files.read(path, maxSettingsBytes),
    linkOut: (folder) => linkOut(workspace, folder),
    checks: async () => (await import("../checks/registry.ts")).loadChecks(),
  });
  if (!given.ok) {
    await surroundings.refuse(name, given.faults);
    return "refused";
  }
  const [{ runStage }, stage, voice] = await Promise.all([import("./run.ts"), load(), surroundings.open()]);
  return (await runStage({ contract, stage, voice, env: runner.env }, given)) ? "passed" : "failed";
}
