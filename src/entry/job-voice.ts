import { summary as jobSummary, setFailed, setOutput, setSecret } from "@actions/core";
import { fence } from "../adapters/fence.ts";
import { jobFacts, type RunnerProcess } from "../adapters/job.ts";
import { logAdapter } from "../adapters/log.ts";
import type { Voice } from "./surroundings.ts";

/** A stage is heard by the runner's commands, outputs and summary. */
export function jobVoice(runner: RunnerProcess): Voice {
  const write = (text: string) => void process.stdout.write(text);
  return {
    log: logAdapter(write),
    job: (jobId) => jobFacts(runner, jobId),
    show: (chunk) => write(fence(chunk)),
    mask: setSecret,
    outputs(all) {
      for (const [name, value] of Object.entries(all)) setOutput(name, value);
    },
    failed: setFailed,
    async summary(markdown) {
      await jobSummary.addRaw(markdown, true).write();
    },
  };
}
