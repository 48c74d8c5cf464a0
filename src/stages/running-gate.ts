import { type Evidence, evidenceSchema, type StageName } from "../domain/evidence.ts";
import { readJson } from "../domain/json.ts";
import type { Release } from "../domain/release.ts";
import { result } from "../domain/result.ts";
import { judgeRunning, mustAskAgain } from "../gates/running.ts";
import { readEvidence } from "./evidence-folder.ts";
import { askHosts } from "./serving.ts";
import type { Conclusion, StageRun } from "./stage.ts";

/** Were these very bytes tested? Null when that is proved, and promote may go on. */
export async function runningGate(
  run: StageRun,
  asked: { readonly from: string; readonly release: Release },
): Promise<Conclusion | null> {
  const { from, release } = asked;
  const started = run.world.clock.ticks();
  const evidence = await passedEvidence(run);
  const newest = (stage: StageName) => evidence.find((one) => one.stage === stage && one.environment === from) ?? null;
  const smoke = newest("smoke-test");
  const environment = run.settings.environments[from];
  const now = mustAskAgain(smoke) && environment !== undefined ? await askHosts(run, environment, release) : null;
  const judgement = judgeRunning({ from, release, deployed: newest("deploy-staging"), smoke, now });
  const heading = {
    kind: "gate",
    id: "running-release",
    title: `These bytes were tested on ${from}`,
    required: true,
  } as const;
  await run.recorder.record(result(heading, judgement, run.world.clock.ticks() - started));
  if (judgement.verdict === "pass") return null;
  return {
    status: "failed",
    decision: "stop",
    reason_code: judgement.reason_code,
    says: `${judgement.says} Nothing was changed.`,
    remedy: judgement.remedy ?? "",
  };
}

/**
 * The evidence of this commit that passed, newest first. The chain was judged before: what is newest of a stage is what
 * counts.
 */
async function passedEvidence(run: StageRun): Promise<readonly Evidence[]> {
  const files = await readEvidence(run);
  const read = files.flatMap(({ text }) => (text === null ? [] : (evidenceIn(text) ?? [])));
  return read
    .filter(({ status, sha }) => status === "passed" && sha === run.recorder.evidence.sha)
    .sort((one, other) => Date.parse(other.started_at) - Date.parse(one.started_at));
}

/** Null for a text that is no evidence: the chain has named it. */
function evidenceIn(text: string): Evidence | null {
  return evidenceSchema.safeParse(readJson(text)).data ?? null;
}
