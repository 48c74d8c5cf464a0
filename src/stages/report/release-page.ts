import { createHash } from "node:crypto";
import { join } from "node:path";
import { versionSettings } from "../../checks/version.ts";
import { type Deployment, decidedBy, type Stages } from "../../domain/evidence/deployment.ts";
import { handover } from "../../domain/evidence/handover.ts";
import { digestOfPage, latestWord, tagOf } from "../../domain/release/page.ts";
import type { Release } from "../../domain/release/release.ts";
import { parseVersion } from "../../domain/release/version.ts";
import type { TagRules } from "../../domain/release/version-tag.ts";
import { errorText } from "../../domain/values/error-text.ts";
import type { GitHubAnswer } from "../../ports/github.ts";
import type { PageFile, ReleasePage } from "../../ports/release-pages.ts";
import { renderReleasePage } from "../../render/github/release-page.ts";
import type { StageRun } from "../stage.ts";
import { noteAgain, noteRollback } from "./page-note.ts";

/** Largest file that is attached. */
const maxBytes = 16 << 20;

/** What the report knows of a deployment when it was written. */
export interface Outcome {
  readonly environment: string;
  readonly deployment: Deployment;
  readonly stages: Stages;
  readonly release: Release | null;
  readonly version: string | null;
  /** The section of the CHANGELOG; null where there is none. */
  readonly notes: string | null;
}

/** Inputs of the root action. */
export interface PageInputs {
  readonly "github-release": boolean;
  readonly "release-tag": string;
}

/**
 * Publishes the GitHub Release of what was deployed: a draft with every file first, so that nobody sees half of it.
 * Each step looks at what is there, so that a run which was cut, or an attempt that is made again, goes on where it
 * stopped. What cannot be published is a warning. Returns the page's address; null where there is none.
 */
export async function publishRelease(
  run: StageRun,
  { environment, deployment, stages, release, notes }: Outcome,
  inputs: Partial<PageInputs>,
): Promise<string | null> {
  if (inputs["github-release"] !== true) return null;
  const by = decidedBy({ ...stages, environment, promoteLost: false, gaps: false });
  if (deployment.status !== "SUCCESS" || release === null) {
    run.world.log.info(`No GitHub Release: the deployment is ${deployment.status}.`);
    if (by !== null) await noteRollback(run, by);
    return null;
  }
  const rules = rulesFor(run, release);
  const tags = await run.world.repository.tags().catch(() => []);
  const template = inputs["release-tag"] ?? "v{version}";
  const tag = tagOf(release, { ref: run.world.job.ref, tags, rules, template });
  try {
    const { job, clock } = run.world;
    const deployedAt = stages.promote?.finished_at ?? clock.now().toISOString();
    const repository = job.runUrl.replace(/\/actions\/runs\/.*$/, "");
    const page = renderReleasePage({ release, environment, notes, deployedAt, runUrl: job.runUrl, repository });
    const published = await publish(run, { release, tag, ...page });
    if ("why" in published) {
      await run.recorder.warn(`The GitHub Release ${tag} was not published: ${published.why}`);
      return null;
    }
    if (by !== null) await noteAgain(run, published, { at: deployedAt, run: job.runUrl, by: "promote" });
    run.recorder.output("release-url", published.url);
    run.world.log.info(`GitHub Release ${tag}: ${published.url}`);
    return published.url;
  } catch (error) {
    await run.recorder.warn(`The GitHub Release ${tag} was not published: ${errorText(error)}.`);
    return null;
  }
}

/** Which tags name a version of this application. */
function rulesFor({ settings }: StageRun, { name, app }: Release): TagRules {
  return { names: [name, app], patterns: versionSettings({ settings, inputs: {} }).patterns };
}

interface Wanted {
  readonly release: Release;
  readonly tag: string;
  readonly title: string;
  readonly body: string;
}

/** Why there is none, in a sentence. */
interface Unpublished {
  readonly why: string;
}

async function publish(run: StageRun, wanted: Wanted): Promise<ReleasePage | Unpublished> {
  const { github } = run.world;
  const { release, tag, title, body } = wanted;
  const { git_sha: sha, version } = release;
  const standing = await github.refStanding(`refs/tags/${tag}`, sha);
  if (!standing.ok) return refusal(standing);
  const { at } = standing.value;
  if (at !== null && at !== sha)
    return {
      why:
        `the tag is at commit ${at.slice(0, 12)}, and ${sha.slice(0, 12)} was deployed. Give what was changed since ` +
        "a version of its own.",
    };
  const found = await github.releasePage(tag);
  if (!found.ok) return refusal(found);
  const strange = found.value === null ? null : digestOfPage(found.value.body);
  const another = strange !== null && strange !== release.digest;
  if (another && found.value?.draft === false)
    return {
      why:
        `its page is of another build of ${version}, with sha256 ${strange.slice(0, 12)}…, and was left as it is. ` +
        "Delete that page to have one of this build.",
    };
  const prerelease = (parseVersion(version)?.pre.length ?? 0) > 0;
  const page: GitHubAnswer<ReleasePage> =
    found.value === null || another
      ? await github.draftPage({ tag, sha, title, body, prerelease })
      : { ok: true, value: found.value };
  if (!page.ok) return refusal(page);
  const unattached = await attach(run, page.value, release);
  if (unattached !== null) return unattached;
  if (!page.value.draft) return page.value;
  const latest = await latestOf(run, release);
  const published = await github.publishPage({ id: page.value.id, sha, prerelease, latest });
  return published.ok ? published.value : refusal(published);
}

async function latestOf(run: StageRun, release: Release) {
  const now = await run.world.github.latestTag();
  return latestWord(release.version, { tag: now.ok ? now.value : "", rules: rulesFor(run, release) });
}

/** Uploads what the page does not have yet. Null when it has all. */
async function attach(run: StageRun, page: ReleasePage, release: Release): Promise<Unpublished | null> {
  const files = await filesFor(run, release);
  const missing = files.filter(({ name }) => !page.files.some((one) => one.name === name && one.whole));
  if (missing.length > 0 && page.immutable && !page.draft) {
    const names = missing.map(({ name }) => name).join(", ");
    return { why: `it is immutable, so that ${names} cannot be attached any more.` };
  }
  for (const file of missing) {
    const attached = await run.world.github.attachFile(page, file);
    if (attached.ok) continue;
    const { why } = refusal(attached);
    return { why: `${file.name} could not be attached: ${why} Run this job again: it completes the page.` };
  }
  return null;
}

/** The bill of materials and the report, as far as they are here. */
async function filesFor(run: StageRun, { sbom }: Release): Promise<readonly PageFile[]> {
  const found: PageFile[] = [];
  if (sbom !== undefined) {
    const text = await textOf(run, join(handover.release, sbom.file));
    const sha256 = createHash("sha256")
      .update(text ?? "")
      .digest("hex");
    if (sha256 === sbom.sha256)
      found.push({ name: sbom.file, type: "application/vnd.cyclonedx+json", text: text ?? "" });
    else {
      const is = text === null ? "is not beside the release" : "is not the one that validate wrote";
      await run.recorder.warn(`The SBOM was not attached to the GitHub Release: ${sbom.file} ${is}.`);
    }
  }
  for (const [name, type] of reports) {
    const text = await textOf(run, join(handover.report, name));
    if (text !== null) found.push({ name, type, text });
  }
  return found;
}

const reports = [
  ["report.md", "text/markdown"],
  ["report.html", "text/html"],
  ["report.json", "application/json"],
] as const;

async function textOf({ world: { files, job } }: StageRun, path: string): Promise<string | null> {
  return files.read(join(job.workspace, path), maxBytes);
}

function refusal({ status, why }: Extract<GitHubAnswer<unknown>, { ok: false }>): Unpublished {
  const remedy =
    status === 403 || status === 404 ? " Give the job `contents: write`, or set `github-release: false`." : "";
  return { why: `${status === 0 ? why : `${status}: ${why}`}.${remedy}` };
}
