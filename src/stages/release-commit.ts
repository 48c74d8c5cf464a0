import { versionSettings } from "../checks/version.ts";
import type { RecordedDeployment } from "../domain/delivery/recorded-deployment.ts";
import { readDeliveryWord } from "../domain/delivery/word.ts";
import { releaseId, releaseVersionOf } from "../domain/release/release.ts";
import { versionTags } from "../domain/release/version-tag.ts";
import type { StageRun } from "./stage.ts";

/**
 * The commit that a release was built from, which no host knows: by the release at hand, by the record of deployments,
 * or by the tag of its version. Null where none of them says.
 */
export async function commitOfRelease(
  run: StageRun,
  id: string,
  history: readonly RecordedDeployment[],
): Promise<string | null> {
  const { release } = run.recorder.evidence;
  if (release !== null && releaseId(release) === id) return release.git_sha;
  const recorded = history.find((one) => releasesOf(one).includes(id));
  return recorded?.sha ?? (await commitOfTag(run, releaseVersionOf(id)));
}

/** The releases that a record names. */
function releasesOf({ own, words }: RecordedDeployment): readonly (string | null)[] {
  return [own?.release ?? null, ...words.map(({ description }) => readDeliveryWord(description)?.release ?? null)];
}

/** By the tags of the checkout; where that has none, by the usual names of such a tag on GitHub. */
async function commitOfTag(run: StageRun, version: string): Promise<string | null> {
  const { world, settings, recorder } = run;
  const { app } = recorder.evidence;
  const { patterns } = versionSettings({ settings, inputs: {} });
  const tags = await world.repository.tags().catch(() => []);
  const local = versionTags(tags, { names: [app], patterns }).find(({ text }) => text === version);
  if (local !== undefined) return local.commit;
  const fixed = patterns.flatMap((one) => /^[^*?[]*/.exec(one)?.[0] ?? []);
  const names = patterns.length === 0 ? ["v", "", `${app}-v`] : fixed.flatMap((part) => [part, `${part}v`]);
  for (const name of names.slice(0, 4)) {
    const answer = await world.github.commitOfRef(`tags/${name}${version}`);
    if (answer.ok && answer.value !== null) return answer.value;
  }
  return null;
}
