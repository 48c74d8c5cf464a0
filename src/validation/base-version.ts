import { join, relative } from "node:path";
import type { CheckContext } from "../checks/context.ts";
import type { BaseVersion } from "../checks/version.ts";
import type { Judgement } from "../domain/evidence/result.ts";
import { isProposed } from "../domain/validation/check.ts";
import { versionOf } from "../domain/validation/project.ts";
import { errorText } from "../domain/values/error-text.ts";
import type { Repository } from "../ports/repository.ts";
import { askMix } from "./project.ts";

/**
 * The version on the branch that a pull request goes to, resolved by mix itself in a throw-away worktree. Null where
 * the run is of no pull request. `name` is the app or release whose version it is, `head` the commit that is checked
 * out.
 */
export async function baseVersion(
  context: CheckContext,
  repository: Repository,
  { name, head }: { readonly name: string; readonly head: string },
): Promise<BaseVersion | null> {
  const { pullRequest, ref, sha, workspace, temp } = context.job;
  // The branch that it was merged into has this very version.
  if (pullRequest === null || !isProposed(context.job)) return null;
  const branch = pullRequest.baseRef;
  // The merge commit that GitHub makes for a pull request has the base as its first parent.
  const merge = head === sha && /^refs\/pull\/\d+\/merge$/.test(ref);
  try {
    const commit =
      (await repository.commitOf(`refs/remotes/origin/${branch}`)) ??
      (merge ? await repository.commitOf(`${head}^1`) : null);
    if (commit === null) return { branch, missing: notHere(branch) };
    const folder = join(temp, "base");
    const project = join(folder, relative(workspace, context.project));
    return await repository.atCommit(commit, folder, async () => {
      if (!(await context.files.exists(join(project, "mix.exs")))) return { branch, version: null };
      const known = await askMix({ ...context, project });
      return "verdict" in known
        ? { branch, missing: unknown(branch, known) }
        : { branch, version: versionOf(known, name) };
    });
  } catch (error) {
    // A clone without blobs, or a disk that is full: git's own words.
    const says = errorText(error);
    return { branch, missing: unknown(branch, { verdict: "error", reason_code: "could_not_run", says }) };
  }
}

function unknown(branch: string, why: Judgement): Judgement {
  return { ...why, says: `The version on ${branch} is unknown. ${why.says}` };
}

function notHere(branch: string): Judgement {
  return {
    verdict: "error",
    reason_code: "not_judged",
    says: `The branch ${branch}, which the pull request goes to, is not in this checkout.`,
    remedy: "Give actions/checkout `fetch-depth: 0`.",
  };
}
