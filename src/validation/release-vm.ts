import { type Build, compileSchema } from "../checks/compile.ts";
import type { CheckContext } from "../checks/context.ts";
import { packRelease, type Shipment } from "../checks/release.ts";
import { type ReleaseArtefact, releaseArtefactSchema } from "../checks/release-artefact.ts";
import { noneMade, ofAnotherVersion } from "../checks/release-assembled.ts";
import type { Judgement, Timed } from "../domain/evidence/result.ts";
import type { Release } from "../domain/release/release.ts";
import type { Project } from "../domain/validation/project.ts";
import { artefact, type Left, type VmOutput } from "./artefact.ts";
import { startVm } from "./vm.ts";

/** What the `prod` build served: its diagnostics, and the release when one was wanted. */
export interface ProdBuild {
  readonly build: Build & { readonly durationMs: number };
  readonly judged: Timed | null;
  readonly release: Release | null;
}

/** A release that is wanted. */
export interface ReleaseWish {
  readonly project: Promise<Project | Judgement>;
  /** The application's name where the settings give one: it chooses among releases where mix would not. */
  readonly app: string | null;
  /** The version that mix is given for the release; null takes that of mix.exs. */
  readonly version: string | null;
  readonly shipment: (project: Project) => Shipment;
}

/** Compiles for production and, where a release is wanted, assembles it anew, loads its configuration and packs it. */
export async function runProdBuild(context: CheckContext, wish: ReleaseWish | null): Promise<ProdBuild> {
  const output = await (await startProdVm(context, wish)).ended;
  const named = { ...output, name: "MIX_ENV=prod mix compile" };
  const compiled = await artefact(named, { name: "compile-prod.json", schema: compileSchema }, context.files);
  const build: ProdBuild["build"] = { env: "prod", ...compiled };
  if (wish === null) return { build, judged: null, release: null };
  const unbuilt = notCompiled(compiled);
  if (unbuilt !== null) return { build, judged: { judgement: unbuilt, durationMs: 0 }, release: null };
  return { build, ...(await released(context, output, wish)) };
}

function startProdVm(context: CheckContext, wish: ReleaseWish | null) {
  return startVm(context, {
    name: "The VM of the prod build",
    task: "pd.release",
    loads: ["json", "step", "compile", "releases", "components", "release"],
    args: wish === null ? [] : ["assemble", ...(wish.app === null ? [] : [wish.app])],
    env: "prod",
    more: wish === null || wish.version === null ? {} : { PD_VERSION: wish.version },
    serves: 2,
  });
}

/** Why no release was built from this compilation; null where it could be. */
function notCompiled(compiled: Left<{ readonly status: "ok" | "error" }>): Judgement | null {
  if ("missing" in compiled) return { ...compiled.missing, findings: [] };
  if (compiled.value.status !== "error") return null;
  const says = "The code does not compile, so no release was built.";
  return { verdict: "error", reason_code: "compile_error", says, remedy: "Fix what `compile` names." };
}

/** The release as it was assembled, judged and packed. */
async function released(
  context: CheckContext,
  output: VmOutput,
  wish: ReleaseWish,
): Promise<Pick<ProdBuild, "judged" | "release">> {
  const left = await artefact(
    { ...output, name: "mix release" },
    { name: "release.json", schema: releaseArtefactSchema },
    context.files,
  );
  const { durationMs } = left;
  const refused = (judgement: Judgement) => ({ judged: { judgement, durationMs }, release: null });
  if ("missing" in left) return refused(notAssembled(left));
  if (left.value.status === "none_made") return refused(noneMade(left.value));
  const assembled: ReleaseArtefact = left.value;
  if (wish.version !== null && assembled.version !== wish.version)
    return refused(ofAnotherVersion(assembled.version, wish.version));
  const known = await wish.project;
  if ("verdict" in known) return { judged: { judgement: known, durationMs: 0 }, release: null };
  const started = context.clock.ticks();
  const { judgement, release } = await packRelease(context, assembled, wish.shipment(known));
  return { judged: { judgement, durationMs: durationMs + context.clock.ticks() - started }, release };
}

/** What stopped it is the project's own: a release that cannot be assembled has failed. */
function notAssembled({ missing, why }: Extract<Left<unknown>, { missing: Judgement }>): Judgement {
  if (why !== "stopped" || missing.reason_code !== "could_not_run") return missing;
  return { ...missing, verdict: "fail", reason_code: "release_not_assembled" };
}
