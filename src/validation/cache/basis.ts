import { relative } from "node:path";
import { type Check, type Given, optionsOf } from "../../checks/define.ts";
import type { Released } from "../../checks/released.ts";
import { handover } from "../../domain/evidence/handover.ts";
import type { Judgement } from "../../domain/evidence/result.ts";
import type { Change } from "../../domain/validation/change.ts";
import { ships } from "../../domain/validation/check.ts";
import type { Project } from "../../domain/validation/project.ts";
import { someOf } from "../../domain/values/plural.ts";
import type { Repository } from "../../ports/repository.ts";
import type { Toolchain } from "../../ports/toolchain.ts";
import type { World } from "../../ports/world.ts";
import { ignoredFiles, pathDependencies } from "./beside-git.ts";
import type { ResultStore } from "./result-store.ts";
import { type Basis, knownProject, nothingReused, type Reused, reuse } from "./reuse.ts";

/** The run whose results may be reused: its settings, its inputs and the machine. */
interface Run extends Given {
  readonly world: World;
}

type Tracked = Awaited<ReturnType<Repository["tracked"]>>;
type Versions = Awaited<ReturnType<Toolchain["versions"]>>;

/** What results rest on, or why that is not known: then every check runs. */
export async function basisOf(
  run: Run,
  on: {
    readonly checks: readonly Check[];
    readonly tracked: Tracked;
    readonly versions: Versions;
    readonly change: Change | null;
    readonly released: Released;
  },
): Promise<Basis | Unknown> {
  const { settings, world } = run;
  const { checks, tracked, versions, change, released } = on;
  const { files, untouched, foreign } = tracked;
  if (versions === null) return { unknown: "the versions of Elixir and OTP are not known before they start" };
  if (!untouched) return { unknown: "the checkout has files that are not committed" };
  if (foreign.length > 0) return { unknown: `git does not see every change of ${someOf(foreign)}` };
  const { workspace } = world.job;
  const own = [handover.folder, relative(workspace, settings.cachePath)];
  const ignored = await ignoredFiles(await world.repository.ignored(), { files: world.files, workspace, own });
  if ("unknown" in ignored) return ignored;
  const project = relative(workspace, settings.projectPath);
  const rules = Object.fromEntries(
    checks.map((check) => [check.id, [optionsOf(check, run), check.restsOn?.({ settings, change, released }) ?? null]]),
  );
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
export async function withOutside(
  { world }: Pick<Run, "world">,
  basis: Basis,
  project: Project,
): Promise<Basis | Unknown> {
  const outside = await pathDependencies(project, world.files, world.job.workspace);
  return "unknown" in outside ? outside : { ...basis, outside: outside.digest };
}

/** The digest of those dependencies as soon as mix has named them; null where nobody needs it. */
export async function outsideOf(
  run: Run,
  basis: Basis | Unknown,
  project: Project | Judgement,
): Promise<string | null> {
  if ("unknown" in basis || "verdict" in project) return null;
  const whole = await withOutside(run, basis, project).catch(() => null);
  return whole !== null && "outside" in whole ? whole.outside : null;
}

/** The results of earlier runs that may stand for this one. */
export async function reusedOf(
  run: Run,
  { store, basis }: { readonly store: ResultStore; readonly basis: Basis | Unknown },
  wanted: Parameters<typeof reuse>[2],
): Promise<Reused> {
  if (run.settings.fresh) return { ...nothingReused, why: "`fresh` is on" };
  if ("unknown" in basis) return { ...nothingReused, why: basis.unknown };
  const project = await knownProject(store, basis);
  if (project === null) return nothingReused;
  const whole = await withOutside(run, basis, project);
  return "unknown" in whole ? { ...nothingReused, project, why: whole.unknown } : reuse(store, whole, wanted);
}
