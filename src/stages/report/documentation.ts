import changelogCheck, { judgeChangelog, readChangelog } from "../../checks/changelog.ts";
import { optionsOf } from "../../checks/define.ts";
import type { Proof } from "../../domain/report/exit-gate.ts";
import { fromRoot } from "../../mix-output/location.ts";
import type { StageRun } from "../stage.ts";
import { keepProcedures, proceduresFile } from "./procedures.ts";
import type { Story } from "./story.ts";

/** The section of the CHANGELOG for this version, and whether it documents it. */
export interface ReleaseNotes {
  readonly proof: Proof;
  readonly notes: string | null;
  /** The procedures of a rollback that were written for it; null or absent where there are none. */
  readonly procedures?: string | null;
}

/**
 * Renews what documents a release besides its report (Phase 6: Documentation updated): the procedures of a rollback, of
 * this very release.
 */
export async function renewDocumentation(run: StageRun, story: Story): Promise<ReleaseNotes> {
  const judged = await judgeDocumentation(run, story);
  const { release } = story;
  if (release === null || Object.keys(run.settings.environments).length === 0) return judged;
  const renewed = await keepProcedures(run, release, null);
  if (renewed) run.recorder.output("rollback-procedures-path", proceduresFile);
  const { met, restsOn } = judged.proof;
  const procedures = renewed ? proceduresFile : null;
  if (!met) return { ...judged, procedures };
  const proof = renewed
    ? { met, restsOn: `${restsOn} \`${proceduresFile}\` is of this release.`, remedy: "" }
    : {
        met: false,
        restsOn: `\`${proceduresFile}\` could not be written.`,
        remedy: "The warnings say why: fix that, and run the report again.",
      };
  return { ...judged, proof, procedures };
}

/** The version's section of the CHANGELOG, judged as validate judges it. */
export async function judgeDocumentation(
  run: StageRun,
  { version, release }: Pick<Story, "version" | "release">,
): Promise<ReleaseNotes> {
  const { files, job, clock } = run.world;
  if (version === null) {
    const remedy = "Download the artifact of the validate job.";
    return { proof: { met: false, restsOn: "The version is unknown.", remedy }, notes: null };
  }
  const { projectPath } = run.settings;
  const { workspace } = job;
  const place = { file: optionsOf(changelogCheck, { ...run, inputs: {} }).file ?? null, projectPath, workspace };
  const changelog = await readChangelog(files, place, (file) => fromRoot(workspace, projectPath, file));
  const names = release === null ? [] : [release.app, release.name];
  const { judgement, notes } = judgeChangelog(changelog, { version, names }, clock.now());
  const { verdict, says, remedy = "" } = judgement;
  return { proof: { met: verdict === "pass", restsOn: says, remedy }, notes };
}
