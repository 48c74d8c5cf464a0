import { fence } from "../adapters/fence.ts";
import { workspaceOf } from "../adapters/job.ts";
import { leaveRefusal, sayError } from "../adapters/runner.ts";
import { counted } from "../domain/values/plural.ts";
import type { Surroundings } from "./surroundings.ts";

const write = (text: string) => void process.stdout.write(text);

/** A job of GitHub Actions, by the runner's protocol. */
export function inJob(): Surroundings {
  const { env } = process;
  const runner = { env, cwd: process.cwd(), pid: process.pid, entry: process.argv[1] ?? "" };
  return {
    runner,
    workspace: workspaceOf(runner),
    /** All at once, in one annotation and the summary. */
    async refuse(name, faults) {
      const lines = faults.map((one) => `${one.place}: ${one.says} ${one.remedy}`.trim());
      const count = `${counted(faults.length, "fault")} in the inputs and settings of ${name}. Nothing was run.`;
      write(fence(lines.map((line) => `✗ ${line}`).join("\n")));
      const { renderFaults } = await import("../render/stage/faults.ts");
      const code = faults[0]?.code ?? "invalid_input";
      const outputs = { status: "failed", decision: "stop", "reason-code": code, changed: "false" };
      const error = [count, ...lines].join("\n");
      leaveRefusal({ error, outputs, summary: renderFaults(count, faults) }, env, write);
    },
    unexpected: (message) => sayError(`Unexpected error: ${message}`, write),
    open: async () => (await import("./job-voice.ts")).jobVoice(runner),
  };
}
