import { join } from "node:path";
import { backupText } from "../../checks/backup.ts";
import type { Brief, BriefRuns } from "../../domain/brief/brief.ts";
import { advisoriesIn, auditGap, migrationsOf, sizeOf, stageOf } from "../../domain/brief/facts.ts";
import type { Evidence, StageName } from "../../domain/evidence/evidence.ts";
import { handover } from "../../domain/evidence/handover.ts";
import { type Release, releaseId } from "../../domain/release/release.ts";
import { errorText } from "../../domain/values/error-text.ts";
import { type Chain, joinChain, linkOf } from "../../gates/evidence.ts";
import type { Environment } from "../../settings/settings.ts";
import { findEnvironment } from "../environment.ts";
import { readEvidence } from "../gates/evidence-folder.ts";
import { monitoringFacts } from "../gates/monitoring.ts";
import type { Conclusion, StageRun } from "../stage.ts";
import { readChanges } from "./changes.ts";
import { planOf, rollbacksOf } from "./plan.ts";
import { readRuns } from "./runs.ts";

/** What a brief is asked for with. */
export interface BriefInputs {
  /** The environment that this stage looked at. */
  readonly environment: string;
  readonly "brief-for": string;
  readonly jobs: string;
  readonly runs: "this" | "other";
  readonly config: string;
}

/** The environment that is promoted to unless the input names another: as of `promote`. */
const usual = "production";

/**
 * The environment whose approver the brief is for; null where nobody is to get one. One that is named and not in the
 * settings is refused; without the usual one there is no brief.
 */
export function briefFor(run: StageRun, inputs: BriefInputs): Environment | Conclusion | null {
  const name = inputs["brief-for"];
  if (name === "off" || name === inputs.environment) return null;
  if (name === usual && !Object.hasOwn(run.settings.environments, name)) return null;
  return findEnvironment(run.settings, name, "brief-for");
}

/**
 * Writes the promotion brief into the evidence, when all that comes before the gate has passed. Bookkeeping: what
 * cannot be read says so in its part, and a brief that cannot be written is a warning.
 */
export async function writeBrief(
  run: StageRun,
  environment: Environment,
  { release, inputs }: { readonly release: Release; readonly inputs: BriefInputs },
): Promise<void> {
  try {
    await run.recorder.set({ brief: await gather(run, environment, { release, inputs }) });
    run.world.log.info(`The promotion brief for ${environment.name} is in the job summary.`);
  } catch (error) {
    await run.recorder.warn(`The promotion brief for ${environment.name} could not be written: ${errorText(error)}.`);
  }
}

async function gather(
  run: StageRun,
  environment: Environment,
  { release, inputs }: { readonly release: Release; readonly inputs: BriefInputs },
): Promise<Brief> {
  const { job, clock } = run.world;
  const chain = await chainOf(run, inputs, release);
  const of = (stage: StageName, place: string | null) => linkOf(chain, stage, place)?.evidence ?? null;
  const [validate, staging] = [of("validate", null), of("deploy-staging", inputs.environment)];
  const promoted = of("promote", environment.name);
  const dryRun = promoted?.status === "planned" ? promoted : null;
  const repository = job.runUrl.replace(/\/actions\/runs\/.*$/, "");
  const advisories = advisoriesIn(validate);
  const runs = await readRuns(run, environment, release);
  const compared = { to: release.git_sha, repository, config: inputs.config, advisories };
  const { changes, pullRequest } = await changesSince(run, runs, compared);
  const gap = auditGap(validate);
  const monitoring = await monitoringFacts(run, environment);
  return {
    ...{ app: release.app, environment: environment.name, version: release.version, release: releaseId(release) },
    ...{ commit: release.git_sha, repository, written_at: clock.now().toISOString(), runs, changes },
    advisories: gap === "" ? advisories.map(({ says }) => says) : [],
    advisories_unknown: gap,
    variables: [...(release.environment ?? [])],
    migrations: migrationsOf(
      { validate, staging },
      { migrates: environment.migrations.migrate !== null, backup: backupOf(environment) },
    ),
    evidence: stagesOf(run, chain),
    plan: planOf(run, { environment, release, runs, dryRun }),
    rollback: rollbacksOf(run, { environment, release, runs }),
    size: sizeOf(release, staging),
    on_call: environment.onCall ?? null,
    dashboards: [...(environment.dashboards ?? [])],
    ...(monitoring === null ? {} : { monitoring: [...monitoring.seen] }),
    pull_request: pullRequest,
  };
}

async function changesSince(
  run: StageRun,
  { commit: from, version, notes }: BriefRuns,
  compared: Omit<Parameters<typeof readChanges>[1], "from">,
): ReturnType<typeof readChanges> {
  if (from !== null) {
    try {
      return await readChanges(run, { ...compared, from });
    } catch (error) {
      return { changes: { missing: `What changed cannot be read: ${errorText(error)}` }, pullRequest: null };
    }
  }
  const what =
    version === null ? "What runs there is not known" : `No tag names the commit of ${version}, which runs there`;
  const missing = [`${what}, so nothing can be compared.`, ...notes].join(" ");
  return { changes: { missing }, pullRequest: null };
}

/** The evidence as the stage's own gate joined it. */
async function chainOf(run: StageRun, { jobs, runs }: BriefInputs, release: Release): Promise<Chain> {
  const { job, files } = run.world;
  const manifest = await files.digest(join(job.workspace, handover.manifest));
  return joinChain({
    files: await readEvidence(run),
    jobs,
    sha: run.recorder.evidence.sha,
    runId: runs === "other" ? null : job.runId,
    atHand: { release, manifestSha256: manifest?.sha256 ?? "" },
  });
}

/** Every stage that ran, this one last: it has passed where a brief is written. */
function stagesOf({ recorder }: StageRun, { links }: Chain): Brief["evidence"] {
  const counts = ({ stage, status }: Evidence) =>
    (stage === "validate" || stage === "deploy-staging") && status !== "planned";
  const before = links.filter(({ evidence }) => counts(evidence));
  const order = (stage: string) => ["validate", "deploy-staging"].indexOf(stage);
  return [
    ...before
      .toSorted((one, other) => order(one.evidence.stage) - order(other.evidence.stage))
      .map(({ evidence, pinned }) => stageOf(evidence, pinned)),
    stageOf({ ...recorder.evidence, status: "passed" }, null),
  ];
}

function backupOf({ backup, migrations }: Environment): string {
  if (migrations.migrate === null) return "";
  return backup === null ? "the settings name none" : backupText(backup);
}
