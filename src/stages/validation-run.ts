import { join } from "node:path";
import { judgeCompile } from "../checks/compile.ts";
import type { CheckContext } from "../checks/context.ts";
import type { RunFacts } from "../checks/define.ts";
import { loadChecks, type Registered } from "../checks/registry.ts";
import { releaseRules } from "../checks/release.ts";
import { type Released, releasedFrom, underVersion, versionIn } from "../checks/released.ts";
import { versionSettings } from "../checks/version.ts";
import { handover } from "../domain/evidence/handover.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import type { Project } from "../domain/validation/project.ts";
import { errorText } from "../domain/values/error-text.ts";
import { fromRoot } from "../mix-output/location.ts";
import type { Repository } from "../ports/repository.ts";
import type { Toolchain } from "../ports/toolchain.ts";
import { basisOf, outsideOf, reusedOf, withOutside } from "../validation/cache/basis.ts";
import { type RestoredCaches, restoredCaches } from "../validation/cache/build-cache.ts";
import { type ResultStore, resultStore } from "../validation/cache/result-store.ts";
import { keep, type Reused } from "../validation/cache/reuse.ts";
import { type CheckGraph, checkGraph, type Found } from "../validation/check-graph.ts";
import { runGraph } from "../validation/graph.ts";
import { keepHelpers, openHelpers } from "../validation/helpers.ts";
import { levelOf } from "../validation/levels.ts";
import { migrationBase } from "../validation/migration-base.ts";
import { tooOld } from "../validation/once.ts";
import { readChange } from "./findings.ts";
import { rollbackProcedures } from "./report/procedures.ts";
import type { StageRun } from "./stage.ts";

type Versions = Awaited<ReturnType<Toolchain["versions"]>>;
type Head = Awaited<ReturnType<Repository["head"]>>;

/** A validation: all that is known before the first VM starts, and what was found out since. */
export interface Validation {
  readonly run: StageRun;
  readonly head: Head;
  /** Of Elixir and OTP; null where only starting them shows it. */
  readonly versions: Versions;
  readonly facts: RunFacts;
  readonly tracked: Awaited<ReturnType<Repository["tracked"]>>;
  readonly released: Released;
  /** Every check there is, and those that are on. */
  readonly checks: readonly Registered[];
  readonly wanted: readonly Registered[];
  readonly store: ResultStore;
  readonly basis: Awaited<ReturnType<typeof basisOf>>;
  readonly restored: RestoredCaches;
  readonly reused: Reused;
  readonly found: Found;
}

/** Reads what the checks need beside the project, and takes what earlier runs found out. */
export async function openValidation(
  run: StageRun,
  inputs: Readonly<Record<string, unknown>>,
  head: Head,
): Promise<Validation> {
  const { settings, world } = run;
  const { files, job, repository } = world;
  const versions = await world.toolchain.versions();
  const context = await openContext(run, versions);
  const restored = await restoredCaches(files, settings.projectPath, settings.cachePath);
  const store = resultStore(settings.cachePath, files);
  const change = await readChange(run);
  const tracked = await repository.tracked();
  const { from, patterns } = versionSettings({ settings, inputs });
  const tags = from === "tag" ? await repository.tags() : [];
  const released = releasedFrom({ from, patterns, app: settings.app }, tags, { ref: job.ref, head: head.sha });
  const checks = await loadChecks();
  const wanted = checks.filter((one) => levelOf(one, settings, job) !== "off");
  const given = { world, settings, inputs };
  const basis = await basisOf(given, { checks, tracked, versions, change, released });
  const folder = join(job.workspace, handover.release);
  const lasting = { checks: wanted, head: head.sha, releaseFolder: folder, files };
  const reused = await reusedOf(given, { store, basis }, lasting);
  if (reused.release === null) await files.remove(folder);
  const sources = [...tracked.files.keys()].filter((path) => /\.(ex|exs|heex)$/.test(path));
  const facts: RunFacts = { settings, inputs, context, sources, change, released };
  const found: Found = { judged: new Map(reused.judged), builds: [], runs: [], release: reused.release };
  return { run, head, versions, facts, tracked, released, checks, wanted, store, basis, restored, reused, found };
}

async function openContext({ settings, world }: StageRun, versions: Versions): Promise<CheckContext> {
  const { job, shell, files, clock, cancellation } = world;
  return {
    ...{ job, shell, files, clock, cancellation },
    helpers: await openHelpers(files, { temp: job.temp, cachePath: settings.cachePath }, versions),
    project: settings.projectPath,
    limitMs: settings.checkLimitMs,
    artifactName: settings.artifactName,
    path: (file) => fromRoot(job.workspace, settings.projectPath, file),
  };
}

/** Runs every check that is open. `outsideBefore`: what the dependencies outside the repository were at the start. */
export async function runChecks(
  validation: Validation,
): Promise<{ readonly project: Project | Judgement; readonly outsideBefore: Promise<string | null> }> {
  const { run, versions, facts, basis } = validation;
  const { settings, world } = run;
  const graph = graphOf(validation);
  const outsideBefore = graph.project.then((one) => outsideOf({ ...facts, world }, basis, one));
  if (versions !== null) {
    const { context } = facts;
    const compile = () => warnIfNotKept(run, () => keepHelpers(context, settings.cachePath, versions));
    graph.nodes.push({ id: "helpers", needs: [], cost: 0, run: compile });
  }
  const old = tooOld(versions);
  const stop = () => world.cancellation.cancelled || (settings.failFast && isBlocked(validation));
  if (old === null) await runGraph(graph.nodes, world.job.cores, stop);
  graph.giveUp(notBegun(run));
  return { project: old ?? (await graph.project), outsideBefore };
}

function graphOf({ run, head, facts, tracked, released, checks, wanted, reused, found }: Validation): CheckGraph {
  const { settings, world, recorder } = run;
  const { repository } = world;
  const open: ReadonlySet<string> = new Set(wanted.map(({ id }) => id).filter((id) => !reused.judged.has(id)));
  const folder = join(world.job.workspace, handover.release);
  const under = (project: Project) => underVersion(project, released);
  return checkGraph(
    {
      all: checks,
      on: (id) => open.has(id),
      ...{ facts, repository, known: reused.project },
      release: {
        app: settings.app,
        version: versionIn(released),
        shipment: (project) => ({
          ...{ project: under(project), app: nameOf(run, project), head, folder },
          ...{ rules: releaseRules(facts), secret: world.secret },
        }),
      },
      candidate: (project) => ({
        ...facts,
        ...{ project: under(project), name: nameOf(run, project), head: head.sha },
        rollbackProcedures: ({ now, before }) =>
          rollbackProcedures(run, {
            ...{ app: nameOf(run, project), version: now, before, sha: head.sha },
            evidence: [],
          }),
        output: (name, value) => recorder.output(name, value),
      }),
      base: () => migrationBase({ ...world, project: settings.projectPath, tags: versionSettings(facts).patterns }),
      hasMigrations: [...tracked.files.keys()].some((path) => ectoMigration.test(path)),
    },
    found,
  );
}

/** A migration's file, as Ecto names them, in whatever folder. */
const ectoMigration = /(^|\/)\d+_[^/]+\.exs?$/;

/** The application's name: the settings', else mix's; an umbrella bears the name of its release. */
export function nameOf({ settings }: StageRun, project: Project): string {
  return settings.app ?? project.app ?? project.release ?? "release";
}

/** For fail-fast: a required check did not pass, or a build is not clean. */
function isBlocked({ run, checks, found: { judged, builds } }: Validation): boolean {
  const required = checks.filter((one) => levelOf(one, run.settings, run.world.job) === "must");
  return required.some(({ id }) => {
    const judgement = judged.get(id)?.judgement;
    if (judgement !== undefined) return judgement.verdict !== "pass" && judgement.reason_code !== "not_applicable";
    return id === "compile" && builds.length > 0 && judgeCompile(builds, (file) => file).verdict !== "pass";
  });
}

/** Why a check did not begin. */
export function notBegun({ world }: StageRun): Judgement {
  return world.cancellation.cancelled
    ? { verdict: "not-run", reason_code: "cancelled", says: "Cancelled before this check began." }
    : {
        verdict: "not-run",
        reason_code: "check_failed",
        says: "Not run: another check had failed, and `fail-fast` is on.",
      };
}

/** Keeps what was found out for later runs, where all that it rests on is known and did not change meanwhile. */
export async function keepResults(
  { run, facts, basis, store, checks, found }: Validation,
  project: Project,
  outsideBefore: Promise<string | null>,
): Promise<void> {
  if ("unknown" in basis || project.elixir !== basis.elixir || project.otp !== basis.otp) return;
  const { world } = run;
  await warnIfNotKept(run, async () => {
    const whole = await withOutside({ world }, basis, project);
    // What changed while checks ran on it is known of neither state.
    if (!("outside" in whole) || (await outsideBefore) !== whole.outside) return;
    const { judged, release } = found;
    await keep(store, whole, { checks, project, judged, release, run: facts.context.job, at: world.clock.now() });
  });
}

/**
 * What is kept for later runs is bookkeeping: where it cannot be written, the next run is slower, and no verdict
 * changes.
 */
async function warnIfNotKept({ recorder, settings }: StageRun, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = errorText(error);
    await recorder.warn(`Nothing could be kept in \`${settings.cachePath}\` for later runs: ${why}.`);
  }
}
