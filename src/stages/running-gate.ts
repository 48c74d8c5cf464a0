import { type Evidence, evidenceSchema, type StageName } from "../domain/evidence.ts";
import { readJson } from "../domain/json.ts";
import type { Release } from "../domain/release.ts";
import { judgeRunning, mustAskAgain } from "../gates/running.ts";
import { readEvidence } from "./evidence-folder.ts";
import { gate } from "./judged.ts";
import { askHosts } from "./serving.ts";
import type { Conclusion, StageRun } from "./stage.ts";

/** Was this very build tested? Null when that is proved, and promote may go on. */
export async function runningGate(
  run: StageRun,
  asked: { readonly from: string; readonly release: Release },
): Promise<Conclusion | null> {
  const { from, release } = asked;
  return gate(run, { id: "running-release", title: `This build was tested on ${from}` }, async () => {
    const evidence = await passedEvidence(run);
    const newest = (stage: StageName) =>
      evidence.find((one) => one.stage === stage && one.environment === from) ?? null;
    const smoke = newest("smoke-test");
    const environment = run.settings.environments[from];
    const now = mustAskAgain(smoke) && environment !== undefined ? await askHosts(run, environment, release) : null;
    return judgeRunning({ from, release, deployed: newest("deploy-staging"), smoke, now });
  });
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
