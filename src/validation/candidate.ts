import { join } from "node:path";
import type { Candidate } from "../checks/candidate.ts";
import { type CandidateCheck, optionsOf } from "../checks/define.ts";
import type { Timed } from "../domain/evidence/result.ts";
import type { Repository } from "../ports/repository.ts";
import { versionFacts } from "./version-facts.ts";

/**
 * Judges what of a release is no code (Phase 6: Release Verification and Preparation). `wanted` are those of the checks
 * that are on.
 */
export async function judgeCandidate(
  { all, wanted }: { readonly all: readonly CandidateCheck[]; readonly wanted: readonly CandidateCheck[] },
  facts: Omit<Candidate, "versions">,
  repository: Repository,
): Promise<ReadonlyMap<string, Timed>> {
  const { clock, files, job } = facts.context;
  // What an earlier attempt left must not be taken for this one's.
  for (const file of all.flatMap(({ writes = [] }) => writes)) await files.remove(join(job.workspace, file));
  const base = wanted.some(({ id }) => id === "version");
  const candidate = { ...facts, versions: await versionFacts(facts, repository, { base }) };
  const judged = new Map<string, Timed>();
  for (const check of wanted) {
    const started = clock.ticks();
    const judgement = await check.judge(candidate, optionsOf(check, facts));
    judged.set(check.id, { judgement, durationMs: clock.ticks() - started });
  }
  return judged;
}
