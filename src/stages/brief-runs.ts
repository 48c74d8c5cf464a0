import { newestTag, versionSettings } from "../checks/version.ts";
import type { BriefRuns } from "../domain/brief.ts";
import { errorText } from "../domain/error-text.ts";
import type { Release } from "../domain/release.ts";
import { newest, type Tag, versionTags } from "../domain/version-tag.ts";
import type { GitHubAnswer } from "../ports.ts";
import type { StageRun } from "./stage.ts";

/** The release that is about to be promoted, and where to. */
interface Promotion {
  readonly environment: string;
  readonly release: Release;
}

/**
 * What an environment runs, as far as a job before its gate can know it: it has no access to the hosts. GitHub's record
 * of deployments, else the newest version tag before this release.
 */
export async function readRuns(run: StageRun, promotion: Promotion): Promise<BriefRuns> {
  const { environment, release } = promotion;
  const notes: string[] = [];
  const deployed = await run.world.github.lastDeployment(environment);
  const tags = await readTags(run, notes);
  const rules = {
    names: [release.name, release.app],
    patterns: versionSettings({ settings: run.settings, inputs: {} }).patterns,
  };
  if (deployed.ok && deployed.value !== null) {
    const { sha: commit, at } = deployed.value;
    const version = newest(
      versionTags(
        tags.filter((tag) => tag.commit === commit),
        rules,
      ),
    );
    notes.push(...(await rolledBack(run, environment, at)));
    return { by: "deployment", commit, version: version?.text ?? null, at, notes };
  }
  notes.push(
    deployed.ok ? `GitHub knows no deployment to ${environment} that succeeded.` : unread(environment, deployed),
  );
  const tag = newestTag({ tags, rules, head: release.git_sha, version: release.version });
  return tag === null
    ? { by: "none", commit: null, version: null, at: null, notes }
    : { by: "tag", commit: tag.commit, version: tag.text, at: null, notes };
}

function unread(environment: string, { status, why }: Extract<GitHubAnswer<unknown>, { ok: false }>): string {
  const remedy = status === 403 || status === 404 ? " Give the job `deployments: read`." : "";
  return `GitHub's deployments to ${environment} cannot be read (${status === 0 ? why : `${status}: ${why}`}).${remedy}`;
}

/**
 * A rollback from a job of an environment of its own, as in the example workflow, is no deployment to this one: then
 * the newest of these may have been left.
 */
async function rolledBack({ world }: StageRun, environment: string, since: string): Promise<readonly string[]> {
  const name = `${environment}-rollback`;
  const answer = await world.github.lastDeployment(name);
  if (!answer.ok || answer.value === null || Date.parse(answer.value.at) < Date.parse(since)) return [];
  return [
    `A job of ${name} succeeded after that deployment (${answer.value.at}): ${environment} may run the release before it.`,
  ];
}

async function readTags({ world }: StageRun, notes: string[]): Promise<readonly Tag[]> {
  try {
    const tags = await world.repository.tags();
    if (tags.length === 0 && (await world.repository.isShallow()))
      notes.push("This checkout has no tags, since it is shallow: give actions/checkout `fetch-depth: 0`.");
    return tags;
  } catch (error) {
    notes.push(`Tags cannot be read: ${errorText(error)}.`);
    return [];
  }
}
