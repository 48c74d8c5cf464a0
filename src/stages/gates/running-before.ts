import { type Evidence, evidenceSchema, type StageName } from "../../domain/evidence/evidence.ts";
import type { Release } from "../../domain/release/release.ts";
import { readJson } from "../../domain/values/json.ts";
import type { RunningFacts } from "../../gates/running.ts";
import { askHosts } from "../serving.ts";
import type { StageRun } from "../stage.ts";
import { readEvidence } from "./evidence-folder.ts";

/** What is known of the release that was tested on an environment, and of what that runs now. */
export async function runningFacts(
  run: StageRun,
  asked: { readonly from: string; readonly release: Release },
): Promise<RunningFacts> {
  const { from, release } = asked;
  const environment = run.settings.environments[from];
  const [evidence, now] = await Promise.all([
    passedEvidence(run),
    environment === undefined ? null : askHosts(run, environment, release),
  ]);
  const newest = (stage: StageName) => evidence.find((one) => one.stage === stage && one.environment === from) ?? null;
  return { from, release, deployed: newest("deploy-staging"), smoke: newest("smoke-test"), now };
}

/**
 * The evidence of this commit that passed, newest first. What is newest of a stage is what counts, and another gate
 * judges the chain.
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
