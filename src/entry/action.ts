import { fence } from "../adapters/fence.ts";
import { filesAdapter } from "../adapters/files.ts";
import { workspaceOf } from "../adapters/job.ts";
import { linkOut } from "../adapters/links.ts";
import { leaveRefusal, sayError } from "../adapters/runner.ts";
import type { Contract } from "../contract.ts";
import { errorStack } from "../domain/error-text.ts";
import { counted } from "../domain/plural.ts";
import { type Fault, readAll } from "../settings/read.ts";
import type { Stage } from "../stages/stage.ts";

/** Bytes of the settings file that are read; more is a fault. */
const maxSettingsBytes = 256 * 1024;

const write = (text: string) => void process.stdout.write(text);

/**
 * The whole of an action: reads inputs and settings, then opens the world and runs the stage. What only a stage needs
 * is loaded when there is something to run. Always ends the process itself: an open handle must not keep a finished job
 * alive.
 */
export async function runAction<Inputs>(contract: Contract, load: () => Promise<Stage<Inputs>>): Promise<void> {
  let code = 1;
  try {
    code = (await readAndRun(contract, load)) ? 0 : 1;
  } catch (error) {
    sayError(`Unexpected error: ${errorStack(error)}`, write);
  }
  process.exit(code);
}

async function readAndRun<Inputs>(contract: Contract, load: () => Promise<Stage<Inputs>>): Promise<boolean> {
  const env = process.env;
  const files = filesAdapter();
  const workspace = workspaceOf({ env, cwd: process.cwd() });
  const given = await readAll({
    ...{ contract, env, workspace },
    readFile: (path) => files.read(path, maxSettingsBytes),
    linkOut: (folder) => linkOut(workspace, folder),
    checks: async () => (await import("../checks/registry.ts")).loadChecks(),
  });
  if (!given.ok) return refuse(contract, given.faults);
  const [{ runStage }, stage] = await Promise.all([import("./run.ts"), load()]);
  return runStage(contract, stage, given);
}

/** Faults of inputs and settings: all at once, in one annotation and the summary; nothing was touched. */
async function refuse(contract: Contract, faults: readonly Fault[]): Promise<boolean> {
  const lines = faults.map((one) => `${one.place}: ${one.says} ${one.remedy}`.trim());
  const count = `${counted(faults.length, "fault")} in the inputs and settings of ${contract.folder}. Nothing was run.`;
  write(fence(lines.map((line) => `✗ ${line}`).join("\n")));
  const { renderFaults } = await import("../render/faults.ts");
  const outputs = { status: "failed", decision: "stop", "reason-code": faults[0]?.code ?? "invalid_input" };
  const error = [count, ...lines].join("\n");
  leaveRefusal({ error, outputs, summary: renderFaults(count, faults) }, process.env, write);
  return false;
}
