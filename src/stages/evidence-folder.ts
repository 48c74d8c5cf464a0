import { join } from "node:path";
import { errorText } from "../domain/error-text.ts";
import type { StageName } from "../domain/evidence.ts";
import { handover } from "../domain/handover.ts";
import type { Release } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import { type Chain, joinChain } from "../gates/evidence.ts";
import type { EvidenceFile } from "../gates/evidence-file.ts";
import { requireStage } from "../gates/required-stage.ts";
import { gate } from "./judged.ts";
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
  says:
    "The input `jobs` is empty: nothing pins the evidence of the stages before, " +
    "and any job of this run could have written it.",
  remedy:
    "Write `jobs: ${{ toJSON(needs) }}`, and list the jobs before under `needs`. " +
    "`unpinned: allow` goes without, with a warning.",
};

/** The heading of the gate, under `id` and `title`. */
export const evidenceGate = { id: "evidence", title: "Evidence of the stages before" } as const;

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

/** Compares the evidence of the stages before with what is demanded, and records it as a gate. Null when they agree. */
export function judgeChain(run: StageRun, demand: Demand): Promise<Conclusion | null> {
  return gate(run, evidenceGate, async () => {
    const { jobs, release, runs, needed } = demand;
    const { job, files } = run.world;
    const manifest = await files.digest(join(job.workspace, handover.manifest));
    const chain = joinChain({
      files: await readEvidence(run),
      jobs,
      sha: run.recorder.evidence.sha,
      runId: runs === "other" ? null : job.runId,
      atHand: { release, manifestSha256: manifest?.sha256 ?? "" },
    });
    const pinned = demand.unpinned === "refuse";
    const judgements: Judgement[] = [
      ...(pinned && jobs.trim() === "" ? [jobsMissing] : []),
      ...chain.problems,
      ...needed.map((one) => requireStage(chain, { ...one, pinned })),
    ];
    const bad = judgements.find(({ verdict }) => verdict !== "pass");
    return bad ?? { ...agreed(demand), warnings: doubtsOf(chain, demand, job.runId) };
  });
}

function agreed({ needed, unpinned }: Demand): Judgement {
  const names = needed.map((one) => one.stage).join(", ");
  const how = unpinned === "refuse" ? "pinned by job outputs" : "not all of it pinned";
  const says =
    names === ""
      ? "The evidence of the stages before agrees."
      : `Evidence of ${names} passed, for this commit and this release, ${how}.`;
  return { verdict: "pass", reason_code: "passed", says };
}

/** What evidence that agrees rests on, one warning each. */
function doubtsOf(chain: Chain, { jobs, unpinned, runs, needed }: Demand, runId: string): readonly string[] {
  const loose = chain.links.filter((link) => !link.pinned && needed.some(({ stage }) => stage === link.evidence.stage));
  const others = chain.links.filter(({ evidence }) => runs === "other" && evidence.run_id !== runId);
  const looseNames = loose.map(({ evidence }) => evidence.stage).join(", ");
  const otherNames = others.map(({ evidence }) => `${evidence.stage} of run ${evidence.run_id}`).join(", ");
  const sentences: readonly (readonly [boolean, string])[] = [
    [
      unpinned === "allow" && jobs.trim() === "",
      "The input `jobs` is empty: nothing pins the evidence of the stages before. Write `jobs: ${{ toJSON(needs) }}`.",
    ],
    [
      loose.length > 0,
      `No job output pins the evidence of ${looseNames} (\`unpinned: allow\`): any job of this run could have ` +
        "written it.",
    ],
    [others.length > 0, `Evidence of other runs counts here (\`runs: other\`): ${otherNames}.`],
  ];
  return sentences.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
