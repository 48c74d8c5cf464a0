import { join } from "node:path";
import type { StageName } from "../domain/evidence.ts";
import type { Release } from "../domain/release.ts";
import { type Judgement, result } from "../domain/result.ts";
import { joinChain, requireStage } from "../gates/evidence.ts";
import { type Conclusion, type StageRun, workspaceFolder } from "./stage.ts";

/** What a stage demands of the stages before. */
export interface Demand {
  /** The `jobs` input: `toJSON(needs)`, or empty. */
  readonly jobs: string;
  readonly release: Release;
  readonly needed: readonly { readonly stage: StageName; readonly environment: string | null }[];
  /** Every needed stage must be pinned by a job output. */
  readonly pinned: boolean;
}

/** Largest evidence file that is read. */
const maxEvidenceBytes = 8 << 20;

/** Reads the evidence folder as the jobs before left it. A file that is no text or too large has none, which the chain tells as unreadable. */
export async function readEvidence(
  run: StageRun,
): Promise<readonly { readonly name: string; readonly text: string | null; readonly sha256: string }[]> {
  const { files, job } = run.world;
  const folder = join(job.workspace, workspaceFolder, "evidence");
  const found: { name: string; text: string | null; sha256: string }[] = [];
  for (const name of (await files.list(folder)).filter((one) => one.endsWith(".json"))) {
    const path = join(folder, name);
    const text = await files.read(path, maxEvidenceBytes).catch(() => null);
    const digest = await files.digest(path);
    if (digest !== null) found.push({ name, text, sha256: digest.sha256 });
  }
  return found;
}

/** Holds the evidence of the stages before against what is demanded, and records it as a gate. Null when the gate is open. */
export async function judgeChain(run: StageRun, demand: Demand): Promise<Conclusion | null> {
  const started = run.world.clock.ticks();
  const chain = joinChain({
    files: await readEvidence(run),
    jobs: demand.jobs,
    sha: run.world.job.sha,
    releaseDigest: demand.release.digest,
  });
  const judgements: Judgement[] = [
    ...chain.problems,
    ...demand.needed.map(({ stage, environment }) => requireStage(chain, stage, environment, { pinned: demand.pinned })),
  ];
  const bad = judgements.find((one) => one.verdict !== "pass");
  const names = demand.needed.map((one) => one.stage).join(", ");
  const judgement: Judgement = bad ?? {
    verdict: "pass",
    reason_code: "passed",
    says:
      names === ""
        ? "The evidence of the stages before agrees."
        : `Evidence of ${names} passed, for this commit and these bytes${demand.pinned ? ", pinned by job outputs" : ", not pinned"}.`,
  };
  const heading = { kind: "gate", id: "evidence", title: "Evidence of the stages before", required: true } as const;
  await run.recorder.record(result(heading, judgement, run.world.clock.ticks() - started));
  if (!demand.pinned && demand.jobs === "")
    await run.recorder.warn(
      "The input `jobs` is empty: the evidence of the stages before is not pinned. Write `jobs: ${{ toJSON(needs) }}`.",
    );
  if (bad === undefined) return null;
  return {
    status: "failed",
    decision: "stop",
    reason_code: bad.reason_code,
    says: `${bad.says} Nothing was changed.`,
    remedy: bad.remedy ?? "",
  };
}
