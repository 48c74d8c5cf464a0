import type { Release } from "../domain/release.ts";
import type { Judgement } from "../domain/result.ts";
import { compileSchema, type Project, releaseArtefactSchema } from "./artefacts.ts";
import type { Build } from "./compile.ts";
import { artefact, type Timed } from "./lane.ts";
import { packRelease, type Shipment } from "./release.ts";
import { type Bench, startVm } from "./vm.ts";

/** What the `prod` build served: its diagnostics, and the release when one was wanted. */
export interface Production {
  readonly build: Build & { readonly durationMs: number };
  readonly judged: Timed | null;
  readonly release: Release | null;
}

/** Compiles for production and, where a shipment is wanted, assembles the release anew, boots it and packs it. */
export async function runProduction(
  bench: Bench,
  project: Promise<Project | Judgement> | null,
  shipmentOf: (project: Project) => Shipment,
): Promise<Production> {
  const vm = await startVm(bench, {
    name: "The VM of the prod build",
    task: "pd.release",
    loads: ["json", "step", "compile", "release"],
    args: project === null ? [] : ["assemble"],
    env: "prod",
    serves: 2,
  });
  const lane = await vm.ended;
  const compiled = await artefact({ ...lane, name: "MIX_ENV=prod mix compile" }, "compile-prod.json", compileSchema, bench.files);
  const build: Production["build"] = { env: "prod", ...compiled };
  if (project === null) return { build, judged: null, release: null };
  if ("missing" in compiled) return { build, judged: { judgement: { ...compiled.missing, findings: [] }, durationMs: 0 }, release: null };
  if (compiled.value.status === "error") {
    const says = "The code does not compile, so no release was built.";
    return {
      build,
      judged: { judgement: { verdict: "error", reason_code: "compile_error", says, remedy: "Mend what `compile` names." }, durationMs: 0 },
      release: null,
    };
  }
  const assembled = await artefact({ ...lane, name: "mix release" }, "release.json", releaseArtefactSchema, bench.files);
  if ("missing" in assembled) {
    // What stopped it is the project's own: a release that cannot be assembled has failed.
    const failed = assembled.why === "stopped" && assembled.missing.reason_code === "could_not_run";
    const judgement = failed
      ? { ...assembled.missing, verdict: "fail" as const, reason_code: "release_not_assembled" as const }
      : assembled.missing;
    return { build, judged: { judgement, durationMs: assembled.durationMs }, release: null };
  }
  const known = await project;
  if ("verdict" in known) return { build, judged: { judgement: known, durationMs: 0 }, release: null };
  const started = bench.clock.ticks();
  const { judgement, release } = await packRelease(bench, assembled.value, shipmentOf(known));
  return { build, judged: { judgement, durationMs: assembled.durationMs + bench.clock.ticks() - started }, release };
}
