import { type Build, compileSchema } from "../checks/compile.ts";
import type { CheckContext } from "../checks/context.ts";
import { packRelease, type Shipment } from "../checks/release.ts";
import { type NoReleaseArtefact, releaseArtefactSchema } from "../checks/release-artefact.ts";
import type { Project } from "../domain/project.ts";
import type { Release } from "../domain/release.ts";
import type { Judgement, Timed } from "../domain/result.ts";
import { artefact } from "./artefact.ts";
import { startVm } from "./vm.ts";

/** What the `prod` build served: its diagnostics, and the release when one was wanted. */
export interface Production {
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
export async function runProduction(context: CheckContext, wish: ReleaseWish | null): Promise<Production> {
  const vm = await startVm(context, {
    name: "The VM of the prod build",
    task: "pd.release",
    loads: ["json", "step", "compile", "releases", "release"],
    args: wish === null ? [] : ["assemble", ...(wish.app === null ? [] : [wish.app])],
    env: "prod",
    more: wish === null || wish.version === null ? {} : { PD_VERSION: wish.version },
    serves: 2,
  });
  const output = await vm.ended;
  const compiled = await artefact(
    { ...output, name: "MIX_ENV=prod mix compile" },
    "compile-prod.json",
    compileSchema,
    context.files,
  );
  const build: Production["build"] = { env: "prod", ...compiled };
  if (wish === null) return { build, judged: null, release: null };
  if ("missing" in compiled)
    return { build, judged: { judgement: { ...compiled.missing, findings: [] }, durationMs: 0 }, release: null };
  if (compiled.value.status === "error") {
    const says = "The code does not compile, so no release was built.";
    return {
      build,
      judged: {
        judgement: { verdict: "error", reason_code: "compile_error", says, remedy: "Fix what `compile` names." },
        durationMs: 0,
      },
      release: null,
    };
  }
  const assembled = await artefact(
    { ...output, name: "mix release" },
    "release.json",
    releaseArtefactSchema,
    context.files,
  );
  if ("missing" in assembled) {
    // What stopped it is the project's own: a release that cannot be assembled has failed.
    const failed = assembled.why === "stopped" && assembled.missing.reason_code === "could_not_run";
    const judgement = failed
      ? { ...assembled.missing, verdict: "fail" as const, reason_code: "release_not_assembled" as const }
      : assembled.missing;
    return { build, judged: { judgement, durationMs: assembled.durationMs }, release: null };
  }
  if (assembled.value.status === "none_made")
    return { build, judged: { judgement: noneMade(assembled.value), durationMs: assembled.durationMs }, release: null };
  if (wish.version !== null && assembled.value.version !== wish.version)
    return {
      build,
      judged: { judgement: ofAnotherVersion(assembled.value.version, wish.version), durationMs: assembled.durationMs },
      release: null,
    };
  const known = await wish.project;
  if ("verdict" in known) return { build, judged: { judgement: known, durationMs: 0 }, release: null };
  const started = context.clock.ticks();
  const { judgement, release } = await packRelease(context, assembled.value, wish.shipment(known));
  return { build, judged: { judgement, durationMs: assembled.durationMs + context.clock.ticks() - started }, release };
}

/** An alias decides by itself which version it builds, unless its last command takes one. */
function ofAnotherVersion(built: string, wanted: string): Judgement {
  return {
    verdict: "fail",
    reason_code: "release_not_assembled",
    says: `The release that was built is version ${built}, and the tag that is released says ${wanted}.`,
    remedy:
      'Let the alias `release` in mix.exs end with the command `release`, which is given the version, as in `release: ["assets.deploy", "release"]`.',
  };
}

/** mix has no release to make: in an umbrella mix.exs must say which apps go into it. */
function noneMade({ aliased, apps, version }: NoReleaseArtefact): Judgement {
  const failed = { verdict: "fail", reason_code: "release_not_assembled" } as const;
  if (aliased) {
    const says =
      "The alias `release` in mix.exs left no new release in `_build/prod/rel` or in the `path` of a release.";
    return {
      ...failed,
      says,
      remedy: 'Let the alias run `release` without `--path`, as in `release: ["assets.deploy", "release"]`.',
    };
  }
  const [first = "my_app"] = apps;
  // Without a version at the root the release needs one of its own.
  const own = version === null ? `version: {:from_app, :${first}}, ` : "";
  const permanent = apps.map((app) => `${app}: :permanent`).join(", ");
  return {
    ...failed,
    says: "mix.exs of this umbrella has no `releases:`, and without it `mix release` makes none.",
    remedy: `Add \`releases: [${first}: [${own}applications: [${permanent}]]]\` to \`project\` in the umbrella's mix.exs.`,
  };
}
