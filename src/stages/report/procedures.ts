import { join } from "node:path";
import { backupText } from "../../checks/backup.ts";
import type { MadeProcedures } from "../../checks/candidate.ts";
import type { Evidence } from "../../domain/evidence/evidence.ts";
import { handover } from "../../domain/evidence/handover.ts";
import { isRefusal } from "../../domain/fleet/plan.ts";
import type { Release } from "../../domain/release/release.ts";
import { lastKnown } from "../../domain/rollback/procedures.ts";
import { errorText } from "../../domain/values/error-text.ts";
import { joinChain } from "../../gates/evidence.ts";
import { renderRollbackProcedures } from "../../render/documents/rollback-procedures.ts";
import type { Backup, Environment } from "../../settings/settings.ts";
import { byHandOf } from "../../targets/by-hand.ts";
import { expectedRollback } from "../expected-rollback.ts";
import { readEvidence } from "../gates/evidence-folder.ts";
import type { Conclusion, StageRun } from "../stage.ts";

/** What the procedures are written for. */
interface Written {
  readonly app: string;
  readonly version: string;
  readonly sha: string;
  /** The release before it, as far as it is known. */
  readonly before: string;
  /** What the stages of this run left so far. */
  readonly evidence: readonly Evidence[];
}

/** The generated procedures, from the repository's root. */
export const proceduresFile = `${handover.report}/rollback-procedures.md`;

/** How the application is rolled back in each environment of the settings, and those that cannot be. */
export async function rollbackProcedures(run: StageRun, written: Written): Promise<MadeProcedures> {
  const { criteria } = run.settings;
  const made = await Promise.all(
    Object.values(run.settings.environments).map((environment) => proceduresOf(run, environment, written)),
  );
  const { app, version, sha } = written;
  const environments = made.map(({ document }) => document);
  return {
    text: renderRollbackProcedures({ app, version, sha, criteria, environments }),
    refused: made.flatMap(({ refused }) => refused),
  };
}

async function proceduresOf(run: StageRun, environment: Environment, written: Written) {
  const { name, url, migrations, backup, slots } = environment;
  const [first = null, second] = Object.keys(slots).sort();
  const plans = expectedRollback(run, environment, { now: written.version, before: written.before });
  return {
    document: {
      ...{ name, url, migrate: migrations.migrate },
      backup: backup === null ? null : backedUp(backup),
      plans: plans.flatMap(({ when, made }) => (isRefusal(made) ? [] : [{ when, plan: made }])),
      assumed: second === undefined ? null : first,
      lastKnown: lastKnown(written.evidence, name),
      byHand: await byHandOf({ app: written.app, environment }),
    },
    refused: plans.flatMap(({ made }) => (isRefusal(made) ? [{ environment: name, refusal: made }] : [])),
  };
}

function backedUp(backup: Backup): string {
  const done = backup.by === "provider" ? "not looked at by phoenix-deploy" : "made and verified before migrations run";
  return `${backupText(backup)}, ${done}`;
}

/** Who they are written for; the release before is the one that evidence names. */
type Named = Pick<Written, "app" | "version" | "sha">;

/** Writes them where the report is, with what evidence here says; `own` is what this stage knows so far. */
export async function writeProcedures(
  run: StageRun,
  named: Named,
  own: Evidence | null = null,
): Promise<MadeProcedures> {
  const { files, job } = run.world;
  const earlier = (await earlierEvidence(run)).filter(({ stage }) => stage !== own?.stage);
  const evidence = [...(own === null ? [] : [own]), ...earlier];
  const before =
    evidence.find(({ stage, from }) => stage === "promote" && from !== null)?.from ?? "the previous release";
  const made = await rollbackProcedures(run, { ...named, before, evidence });
  await files.write(join(job.workspace, proceduresFile), made.text);
  return made;
}

/**
 * Writes them anew for a release that is about to serve, or was deployed and `ended` so. True where they were written:
 * they are bookkeeping, and a fault is a warning.
 */
export async function keepProcedures(
  run: StageRun,
  { app, version, git_sha: sha }: Release,
  ended: Pick<Conclusion, "status" | "decision"> | null,
): Promise<boolean> {
  const { evidence } = run.recorder;
  const own = ended === null ? evidence : { ...evidence, status: ended.status, decision: ended.decision };
  try {
    await writeProcedures(run, { app, version, sha }, own);
    return true;
  } catch (error) {
    const why = errorText(error);
    await run.recorder.warn(`The rollback procedures could not be written to ${proceduresFile}: ${why}.`);
    return false;
  }
}

/** What the stages before left in this checkout, whichever job pins it. */
async function earlierEvidence(run: StageRun): Promise<readonly Evidence[]> {
  const chain = joinChain({ files: await readEvidence(run), jobs: "", sha: "", runId: null });
  return chain.links.map(({ evidence }) => evidence);
}
