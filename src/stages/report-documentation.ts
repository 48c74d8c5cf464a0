import changelogCheck, { judgeChangelog, readChangelog } from "../checks/changelog.ts";
import { optionsOf } from "../checks/define.ts";
import type { Proof } from "../domain/exit-gate.ts";
import { fromRoot } from "../mix-output/location.ts";
import type { Story } from "./report-story.ts";
import type { StageRun } from "./stage.ts";

/** The section of the CHANGELOG for this version, and whether it documents it. */
export interface ReleaseNotes {
  readonly proof: Proof;
  readonly notes: string | null;
}

/** The version's section of the CHANGELOG, judged as validate judges it. */
export async function judgeDocumentation(run: StageRun, { version, release }: Story): Promise<ReleaseNotes> {
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
