import { relative } from "node:path";
import { type Released, versionIn } from "../checks/released.ts";
import type { Change } from "../domain/change.ts";
import { ships } from "../domain/check.ts";
import { handover } from "../domain/handover.ts";
import type { Project } from "../domain/project.ts";
import type { Judgement } from "../domain/result.ts";
import type { Repository, Toolchain } from "../ports.ts";
import { ignoredFiles, pathDependencies } from "../validation/cache/beside-git.ts";
import type { ResultStore } from "../validation/cache/result-store.ts";
import { type Basis, knownProject, nothingReused, type Reused, reuse } from "../validation/cache/reuse.ts";
import type { StageRun } from "./stage.ts";
import { some } from "./tree.ts";

type Tracked = Awaited<ReturnType<Repository["tracked"]>>;
type Versions = Awaited<ReturnType<Toolchain["versions"]>>;

/** What results rest on, or why that is not known: then every check runs. */
export async function basisOf(
  run: StageRun,
  tracked: Tracked,
  on: { readonly versions: Versions; readonly change: Change | null; readonly released: Released },
): Promise<Basis | Unknown> {
  const { settings, world } = run;
  const { versions, change, released } = on;
  const { files, untouched, foreign } = tracked;
  if (versions === null) return { unknown: "the versions of Elixir and OTP are not known before they start" };
  if (!untouched) return { unknown: "the checkout has files that are not committed" };
  if (foreign.length > 0) return { unknown: `git does not see every change of ${some(foreign)}` };
  const { workspace } = world.job;
  const own = [handover.folder, relative(workspace, settings.cachePath)];
  const ignored = await ignoredFiles(await world.repository.ignored(), { files: world.files, workspace, own });
  if ("unknown" in ignored) return ignored;
  const project = relative(workspace, settings.projectPath);
  const rules = {
    coverage: {
      minimum: settings.coverageMinimum,
      change: change === null ? null : [...change].map(([file, lines]) => [file, lines === null ? null : [...lines]]),
    },
    sobelow: { confidence: settings.sobelowConfidence },
    release: { app: settings.app, version: versionIn(released), ...settings.release },
  };
  return {
    ...versions,
    files,
    ignored: ignored.digest,
    outside: null,
    ships: ships(world.job),
    project,
    job: world.job,
    rules,
  };
}

/** Why no result of an earlier run may stand for this one. */
interface Unknown {
  readonly unknown: string;
}

/** The same with the path dependencies outside the repository. */
export async function withOutside({ world }: StageRun, basis: Basis, project: Project): Promise<Basis | Unknown> {
  const outside = await pathDependencies(project, world.files, world.job.workspace);
  return "unknown" in outside ? outside : { ...basis, outside: outside.digest };
}

/** The digest of those dependencies as soon as mix has named them; null where nobody needs it. */
export async function outsideOf(
  run: StageRun,
  basis: Basis | Unknown,
  project: Project | Judgement,
): Promise<string | null> {
  if ("unknown" in basis || "verdict" in project) return null;
  const whole = await withOutside(run, basis, project).catch(() => null);
  return whole !== null && "outside" in whole ? whole.outside : null;
}

/** The results of earlier runs that may stand for this one. */
export async function reusedOf(
  run: StageRun,
  store: ResultStore,
  basis: Basis | Unknown,
  wanted: Parameters<typeof reuse>[2],
): Promise<Reused> {
  if (run.settings.fresh) return { ...nothingReused, why: "`fresh` is on" };
  if ("unknown" in basis) return { ...nothingReused, why: basis.unknown };
  const project = await knownProject(store, basis);
  if (project === null) return nothingReused;
  const whole = await withOutside(run, basis, project);
  return "unknown" in whole ? { ...nothingReused, project, why: whole.unknown } : reuse(store, whole, wanted);
}
