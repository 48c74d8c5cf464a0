import type { Evidence } from "../domain/evidence/evidence.ts";
import { errorText } from "../domain/values/error-text.ts";
import { tokenRemedy } from "../gates/token.ts";
import type { GitHubAnswer } from "../ports/github.ts";
import type { World } from "../ports/world.ts";
import { renderCheckRun } from "../render/findings/check-run.ts";
import { renderComment } from "../render/stage/comment.ts";

/** Where a stage's report is shown besides the job summary. */
export interface Places {
  readonly comment: boolean;
  readonly checkRun: boolean;
  /** Which application of the repository it is about, by `applicationOf`. */
  readonly application: string;
}

/**
 * What tells an application from others of its repository: the inputs that name its folder and its settings; empty
 * where both are left to their defaults.
 */
export function applicationOf(inputs: Readonly<Record<string, unknown>>): string {
  const named = [
    [inputs["working-directory"], "."],
    [inputs["config"], ".github/phoenix-deploy.yml"],
  ] as const;
  return named
    .filter(([value, usual]) => typeof value === "string" && value !== usual)
    .map(([value]) => value)
    .join(", ");
}

/**
 * Shows a finished stage on its pull request: one comment for each workflow, environment and application, updated in
 * place, and a check run. Returns a warning for each that could not be written: the summary holds it all, and no
 * verdict hangs on it.
 */
export async function publish(world: World, evidence: Evidence, places: Places): Promise<readonly string[]> {
  try {
    return await show(world, evidence, places);
  } catch (error) {
    return [`The report could not be shown on GitHub: ${errorText(error)}.`];
  }
}

async function show({ github, job }: World, evidence: Evidence, places: Places): Promise<readonly string[]> {
  const warnings: string[] = [];
  // A run that was cut has nothing new for a conversation, and the next one may have written its own already.
  const number = job.pullRequest?.number ?? evidence.brief?.pull_request ?? null;
  // The report comments on every pull request of the release by itself.
  const comments = places.comment && evidence.stage !== "report" && evidence.status !== "cancelled";
  if (comments && number !== null) {
    const comment = renderComment(evidence, { workflow: job.workflow, application: places.application });
    const answer = await github.stickyComment({ pullRequest: number, ...comment });
    const fromFork = job.pullRequest?.fromFork ?? false;
    if (!answer.ok)
      warnings.push(
        `The pull request has no comment (${reason(answer)}). ${tokenRemedy(answer) ?? commentRemedy(fromFork)}`,
      );
  }
  if (places.checkRun) {
    // Of a run that another one started, the commit of the run is that of the default branch, which nobody judged.
    const sha = job.pullRequest?.headSha ?? evidence.sha;
    const page = renderCheckRun(evidence, places.application);
    const answer = await github.checkRun({ ...page, sha, detailsUrl: job.runUrl });
    if (!answer.ok)
      warnings.push(
        `The check run is not whole (${reason(answer)}). ` +
          (tokenRemedy(answer) ?? "Give the job `checks: write`, or leave `check-run` out."),
      );
  }
  return warnings;
}

function reason({ status, why }: Extract<GitHubAnswer<unknown>, { ok: false }>): string {
  return status === 0 ? why : `${status}: ${why}`;
}

function commentRemedy(fromFork: boolean): string {
  return fromFork
    ? "The token of a fork's pull request only reads, even with `pull-requests: write`: " +
        "examples/workflows/comment.yml comments safely."
    : "Give the job `pull-requests: write`, or set `comment: false`.";
}
