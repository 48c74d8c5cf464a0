import { join } from "node:path";
import { errorText } from "../domain/error-text.ts";
import type { StageName } from "../domain/evidence.ts";
import { handover } from "../domain/handover.ts";
import type { Release } from "../domain/release.ts";
import { type Judgement, result } from "../domain/result.ts";
import { type EvidenceFile, joinChain, requireStage } from "../gates/evidence.ts";

import type { Conclusion, StageRun } from "./stage.ts";

/** What a stage demands of the stages before. */
export interface Demand {
  /** The `jobs` input: `toJSON(needs)`, or empty. */
  readonly jobs: string;
  /** `other` takes evidence of other runs of this commit as well. */
  readonly runs: "this" | "other";
  /** `refuse` where something is about to be changed: every needed stage must be pinned by a job output. */
  readonly unpinned: "refuse" | "allow";
  readonly release: Release;
  readonly needed: readonly { readonly stage: StageName; readonly environment: string | null }[];
}

const jobsMissing: Judgement = {
  verdict: "fail",
  reason_code: "evidence_unpinned",
  says: "The input `jobs` is empty: nothing pins the evidence of the stages before, and any job of this run could have written it.",
  remedy:
    "Write `jobs: ${{ toJSON(needs) }}`, and list the jobs before under `needs`; `unpinned: allow` goes without, and says so.",
};

/** Largest evidence file that is read. */
const maxEvidenceBytes = 8 << 20;

/**
 * Reads the evidence folder as the jobs before left it. A file that is no text or too large has no text, and the reason
 * why.
 */
export async function readEvidence(run: StageRun): Promise<readonly EvidenceFile[]> {
  const { files, job } = run.world;
  const folder = join(job.workspace, handover.evidence);
  const found: EvidenceFile[] = [];
  for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
    const path = join(folder, name);
    const read = await files.read(path, maxEvidenceBytes).then(
      (text) => ({ text }),
      (error: unknown) => ({
        text: null,
        why: errorText(error).replace(path, "it"),
      }),
    );
    const digest = await files.digest(path);
    if (digest !== null) found.push({ name, ...read, sha256: digest.sha256 });
  }
  return found;
}

/** Holds the evidence of the stages before against what is demanded, and records it as a gate. Null when they agree. */
export async function judgeChain(run: StageRun, demand: Demand): Promise<Conclusion | null> {
  const { job, clock } = run.world;
  const started = clock.ticks();
  const pinned = demand.unpinned === "refuse";
  const { jobs, release } = demand;
  const manifest = await run.world.files.digest(join(job.workspace, handover.manifest));
  const chain = joinChain({
    files: await readEvidence(run),
    jobs,
    sha: run.recorder.evidence.sha,
    runId: demand.runs === "other" ? null : job.runId,
    atHand: { release, manifestSha256: manifest?.sha256 ?? "" },
  });
  const judgements: Judgement[] = [
    ...(pinned && jobs.trim() === "" ? [jobsMissing] : []),
    ...chain.problems,
    ...demand.needed.map(({ stage, environment }) => requireStage(chain, stage, environment, { pinned })),
  ];
  const bad = judgements.find((one) => one.verdict !== "pass");
  const names = demand.needed.map((one) => one.stage).join(", ");
  const judgement: Judgement = bad ?? {
    verdict: "pass",
    reason_code: "passed",
    says:
      names === ""
        ? "The evidence of the stages before agrees."
        : `Evidence of ${names} passed, for this commit and these bytes${pinned ? ", pinned by job outputs" : ", not all of it pinned"}.`,
  };
  const heading = { kind: "gate", id: "evidence", title: "Evidence of the stages before", required: true } as const;
  await run.recorder.record(result(heading, judgement, clock.ticks() - started));
  if (!pinned && jobs.trim() === "" && bad === undefined)
    await run.recorder.warn(
      "The input `jobs` is empty: nothing pins the evidence of the stages before. Write `jobs: ${{ toJSON(needs) }}`.",
    );
  const loose = chain.links.filter(
    (link) => !link.pinned && demand.needed.some(({ stage }) => stage === link.evidence.stage),
  );
  if (loose.length > 0 && bad === undefined) {
    const names = loose.map(({ evidence }) => evidence.stage).join(", ");
    await run.recorder.warn(
      `No job output pins the evidence of ${names} (\`unpinned: allow\`): any job of this run could have written it.`,
    );
  }
  if (demand.runs === "other") {
    const others = chain.links
      .filter(({ evidence }) => evidence.run_id !== job.runId)
      .map(({ evidence }) => `${evidence.stage} of run ${evidence.run_id}`);
    if (others.length > 0)
      await run.recorder.warn(`Evidence of other runs counts here (\`runs: other\`): ${others.join(", ")}.`);
  }
  if (bad === undefined) return null;
  return {
    status: "failed",
    decision: "stop",
    reason_code: bad.reason_code,
    says: `${bad.says} Nothing was changed.`,
    remedy: bad.remedy ?? "",
  };
}
