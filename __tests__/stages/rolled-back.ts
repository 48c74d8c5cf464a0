// A rollback that a person asked for, on a target in memory.

import type { JobFacts } from "../../src/ports/job.ts";
import type { RollbackInputs } from "../../src/stages/rollback/inputs.ts";
import { rollback } from "../../src/stages/rollback.ts";
import { sha } from "../render/story.ts";
import type { Bent } from "../support/bent.ts";
import { jobFacts } from "../support/job.ts";
import { closedWorld } from "../support/world.ts";

export async function rolledBack(bent: Bent, inputs: Partial<RollbackInputs> = {}, job: Partial<JobFacts> = {}) {
  const { environment: _, ...run } = await bent.open("rollback", {
    job: jobFacts({ sha, ...job }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
  });
  const conclusion = await rollback(run, {
    ...{ environment: "production", confirm: "", to: "previous", reason: "p1-bug", "reason-detail": "" },
    ...{ drill: false, "dry-run": false, lock: "wait" },
    ...inputs,
  });
  return { conclusion, evidence: run.recorder.evidence, outputs: run.recorder.outputs };
}
