import { join } from "node:path";
import { handover } from "../../domain/evidence/handover.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import type { Release } from "../../domain/release/release.ts";
import { errorText } from "../../domain/values/error-text.ts";
import { type ChainFacts, judgeChain } from "../../gates/chain.ts";
import { joinChain } from "../../gates/evidence.ts";
import type { EvidenceFile } from "../../gates/evidence-file.ts";
import { judged, nothingChanged } from "../judged.ts";
import { type Conclusion, type StageRun, stopped } from "../stage.ts";

/** What a stage demands of the stages before. */
type Demand = Omit<ChainFacts, "chain" | "runId" | "nowMs"> & { readonly release: Release };

/** The heading of the gate, under `id` and `title`. */
export const evidenceGate = { id: "evidence", title: "Evidence of the stages before" } as const;

/** Largest evidence file that is read. */
const maxEvidenceBytes = 8 << 20;

/** False where there was no evidence, and none was demanded. */
export const wasCompared = ({ verdict }: Judgement): boolean => verdict !== "not-run";

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

/** The evidence of the stages before, joined with the pins of their jobs. */
export async function chainOf(run: StageRun, { release, ...demand }: Demand): Promise<ChainFacts> {
  const { job, files } = run.world;
  const manifest = await files.digest(join(job.workspace, handover.manifest));
  const chain = joinChain({
    files: await readEvidence(run),
    jobs: demand.jobs,
    sha: run.recorder.evidence.sha,
    runId: demand.runs === "other" ? null : job.runId,
    atHand: { release, manifestSha256: manifest?.sha256 ?? "" },
  });
  return { ...demand, chain, runId: job.runId, nowMs: run.world.clock.now().getTime() };
}

/**
 * Compares the evidence of the stages before with what is demanded, and records it as a gate. Null when they agree, or
 * where none is there and none is demanded.
 */
export async function chainGate(run: StageRun, demand: Demand): Promise<Conclusion | null> {
  const subject = { kind: "gate", ...evidenceGate, required: wasCompared } as const;
  const judgement = await judged(run, subject, async () => judgeChain(await chainOf(run, demand)));
  return wasCompared(judgement) && judgement.verdict !== "pass" ? stopped(judgement, nothingChanged) : null;
}
