import type { PersonTick } from "../../domain/checklist/item.ts";
import {
  type Deployment,
  type DeploymentFacts,
  decidedBy,
  deploymentOf,
  type Stages,
} from "../../domain/evidence/deployment.ts";
import type { Evidence, StageName } from "../../domain/evidence/evidence.ts";
import type { Finding } from "../../domain/evidence/result.ts";
import { type Release, releaseVersionOf } from "../../domain/release/release.ts";
import { agreement } from "../../gates/chain.ts";
import { type Chain, joinChain, linkOf } from "../../gates/evidence.ts";
import { wasSkipped } from "../../gates/pins.ts";
import { believed } from "../../gates/required-stage.ts";
import { evidenceGate, readEvidence, wasCompared } from "../gates/evidence-folder.ts";
import { judged } from "../judged.ts";
import type { StageRun } from "../stage.ts";
import type { DocumentInputs } from "./documents.ts";
import { misnamed } from "./misnamed.ts";
import { jobsThatNeverBegan, type NeverBegan } from "./never-began.ts";

/** Inputs of the root action. */
export interface ReportInputs extends DocumentInputs {
  readonly jobs: string;
  readonly runs: "this" | "other";
  readonly "exit-gate": "enforce" | "report";
  /** What people say of items of the checklists that no evidence shows. */
  readonly ticked?: readonly PersonTick[];
}

/** What the evidence of all stages says of one deployment. */
export interface Story {
  /** The environment that the report is about, and the one before it. */
  readonly environment: string;
  readonly from: string;
  readonly chain: Chain;
  readonly stages: Stages;
  /** Null where no evidence names one. */
  readonly release: Release | null;
  readonly version: string | null;
  readonly deployment: Deployment;
  /** The evidence that decided the outcome. */
  readonly by: Evidence | null;
}

/** Reads the evidence that the stages before left, records what is wrong with it, and joins it to one story. */
export async function readStory(run: StageRun, inputs: ReportInputs): Promise<Story> {
  const unbegun = await jobsThatNeverBegan(run, inputs);
  const joined = joinChain({
    files: await readEvidence(run),
    jobs: inputs.jobs,
    neverBegan: unbegun.ids,
    sha: run.recorder.evidence.sha,
    runId: inputs.runs === "other" ? null : run.world.job.runId,
  });
  const chain = { ...joined, problems: [...joined.problems, ...misnamed(joined, inputs)] };
  await recordChain(run, chain, unbegun);
  const story = storyOf(chain, { ...inputs, neverBegan: unbegun.why });
  if (story.release !== null) await run.recorder.set({ app: story.release.app, release: story.release });
  return story;
}

/** The evidence of a chain as one story. */
export function storyOf(
  chain: Chain,
  inputs: Pick<ReportInputs, "environment" | "from"> & Pick<DeploymentFacts, "neverBegan">,
): Story {
  const { environment, from } = inputs;
  const stages = stagesOf(chain, inputs);
  const newest = stages.promote ?? stages.smoke ?? stages.staging ?? stages.validate;
  const release = newest?.release ?? stages.validate?.release ?? null;
  const facts: DeploymentFacts = {
    ...stages,
    environment,
    promoteLost:
      stages.promote === null && chain.pins.some((pin) => pin.stage === "promote" && pin.environment === environment),
    gaps: chain.problems.length > 0,
    unseen: chain.silent.some(wasSkipped) ? [] : chain.silent.map(({ id }) => id),
    neverBegan: inputs.neverBegan,
  };
  const version = release?.version ?? (stages.rollback?.from ? releaseVersionOf(stages.rollback.from) : null);
  return { environment, from, chain, stages, release, version, deployment: deploymentOf(facts), by: decidedBy(facts) };
}

function stagesOf(chain: Chain, inputs: Pick<ReportInputs, "environment" | "from">): Stages {
  const of = (stage: StageName, environment: string | null) => linkOf(chain, stage, environment)?.evidence ?? null;
  const counted = (stage: StageName, environment: string | null) => {
    const link = linkOf(chain, stage, environment);
    return link === undefined ? null : believed(link);
  };
  return {
    validate: counted("validate", null),
    staging: counted("deploy-staging", inputs.from),
    smoke: counted("smoke-test", inputs.from),
    // What happened to an environment is what its evidence says, also where a later step of the job failed.
    promote: of("promote", inputs.environment),
    rollback: of("rollback", inputs.environment),
  };
}

/** Stages whose evidence no job output pins. */
export function unpinned(chain: Chain): readonly StageName[] {
  return chain.links
    .filter(({ evidence, pinned }) => !pinned && evidence.stage !== "report")
    .map(({ evidence }) => evidence.stage);
}

/** What is wrong with the evidence as one gate, every fault named; what is only loose as warnings. */
async function recordChain(run: StageRun, chain: Chain, unbegun: NeverBegan): Promise<void> {
  const [worst] = chain.problems;
  const findings: readonly Finding[] = chain.problems.map((one) => ({
    severity: "error",
    message: `${one.says} ${one.remedy ?? ""}`.trim(),
  }));
  const loose = unpinned(chain);
  const silent = chain.silent.filter((one) => one.result === "success").map(({ id }) => `\`${id}\``);
  const remedy = "Write `jobs: ${{ toJSON(needs) }}`, and give each job its action's `evidence` output.";
  const warnings = [
    ...(loose.length === 0 ? [] : [`Evidence that no job output pins: ${loose.join(", ")}. ${remedy}`]),
    ...(silent.length === 0 ? [] : [`Jobs that passed no evidence on: ${silent.join(", ")}.`]),
    ...unbegun.warnings,
  ];
  await judged(run, { kind: "gate", ...evidenceGate, required: wasCompared }, () => ({
    ...(worst === undefined ? agreement(chain) : { ...worst, findings }),
    warnings,
  }));
}
