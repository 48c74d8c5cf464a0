import { newestTag, versionSettings } from "../../checks/version.ts";
import type { BriefRuns } from "../../domain/brief/brief.ts";
import { runsOf } from "../../domain/brief/runs.ts";
import type { Release } from "../../domain/release/release.ts";
import { parseVersion } from "../../domain/release/version.ts";
import { type Tag, versionTags } from "../../domain/release/version-tag.ts";
import { errorText } from "../../domain/values/error-text.ts";
import type { GitHubAnswer } from "../../ports/github.ts";
import type { Environment } from "../../settings/settings.ts";
import { versionInBody } from "../../signals/once/identity.ts";
import { publicHttp } from "../public-http.ts";
import type { StageRun } from "../stage.ts";

/**
 * What an environment runs, as far as a job before its gate can know it, which has no access to the hosts: GitHub's
 * record of deployments, the version that the public URL answers, and version tags.
 */
export async function readRuns(run: StageRun, environment: Environment, release: Release): Promise<BriefRuns> {
  const { name } = environment;
  const notes: string[] = [];
  const [answer, answers, tags] = await Promise.all([
    run.world.github.lastDeployment(name),
    askVersion(run, environment),
    readTags(run, notes),
  ]);
  const deployed = answer.ok ? answer.value : null;
  if (!answer.ok) notes.push(unread(name, answer));
  else if (deployed === null) notes.push(`GitHub knows no deployment to ${name} that succeeded.`);
  const rules = {
    names: [release.name, release.app],
    patterns: versionSettings({ settings: run.settings, inputs: {} }).patterns,
  };
  const last = newestTag({ tags, rules, head: release.git_sha, version: release.version });
  const runs = runsOf({ environment: name, deployed, answers, tags: versionTags(tags, rules), last });
  // Where an answer showed the release itself, a rollback is no doubt any more.
  const seen = runs.by === "answer" || answers !== null;
  const later = deployed === null || seen ? [] : await rolledBack(run, name, deployed.at);
  return { ...runs, doubts: [...runs.doubts, ...later], notes };
}

function unread(environment: string, { status, why }: Extract<GitHubAnswer<unknown>, { ok: false }>): string {
  const remedy = status === 403 || status === 404 ? " Give the job `deployments: read`." : "";
  const because = status === 0 ? why : `${status}: ${why}`;
  return `GitHub's deployments to ${environment} cannot be read (${because}).${remedy}`;
}

/** The version that the public URL answers, where the settings name a page for it. */
async function askVersion({ world }: StageRun, environment: Environment): Promise<string | null> {
  const { url, health } = environment;
  if (health.version === null) return null;
  const request = { method: "GET", url: `${url}${health.version}`, limitMs: 5_000 };
  const answer = await publicHttp(world, environment).request(request);
  const version = answer.answered && answer.status === 200 ? versionInBody(answer.body) : null;
  return version === null || version.length > 64 || parseVersion(version) === null ? null : version;
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
    `A job of ${name} succeeded after the newest deployment (${answer.value.at}): ${environment} may run the release ` +
      "before it.",
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
