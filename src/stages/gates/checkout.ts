import { dirname, join, relative } from "node:path";
import { errorText } from "../../domain/values/error-text.ts";
import { judgeCheckout } from "../../gates/checkout.ts";
import { gate } from "../judged.ts";
import type { Conclusion, StageRun } from "../stage.ts";

/**
 * Compares HEAD with the run's commit before anything is read from the checkout. Null when they agree. A rollback, and
 * the report on what was done, go on with a warning when it is another commit; with the code of a fork nothing goes on.
 * `head` is given where it was read already.
 */
export async function checkoutGate(
  run: StageRun,
  options: { readonly another: "refuse" | "warn"; readonly head?: string },
): Promise<Conclusion | null> {
  const { job, repository } = run.world;
  let head: string | null = options.head ?? null;
  let unknown = "";
  try {
    head ??= (await repository.head()).sha;
  } catch (error) {
    unknown = errorText(error);
  }
  const { pullRequest, workflowRun = null } = job;
  const named = [
    ...(pullRequest === null ? [] : [{ sha: pullRequest.headSha, fromFork: pullRequest.fromFork }]),
    ...(workflowRun === null ? [] : [{ sha: workflowRun.headSha, fromFork: workflowRun.fromFork }]),
  ];
  const judgement = judgeCheckout({ eventName: job.eventName, sha: job.sha, head, nested: await nested(run), named });
  if (judgement.verdict === "pass") {
    // Evidence is about the commit that lies here: that of the run, or the one that its event names.
    if (head !== null && job.sha !== "" && head !== job.sha) await run.recorder.set({ sha: head });
    return null;
  }
  if (head === null && judgement.reason_code !== "fork_checked_out") {
    await run.recorder.warn(
      `Which commit the settings are of is not known, since git does not say what is checked out: ${unknown}`,
    );
    return null;
  }
  if (options.another === "warn" && judgement.reason_code !== "fork_checked_out") {
    await run.recorder.warn(judgement.says);
    return null;
  }
  return gate(run, { id: "checkout", title: "The checkout is the commit of this run" }, () => judgement);
}

/** Does the project, or a folder above it, have a `.git` of its own below the workspace? */
async function nested({ world, settings }: StageRun): Promise<boolean> {
  const { workspace } = world.job;
  for (
    let folder = settings.projectPath;
    relative(workspace, folder) !== "" && dirname(folder) !== folder;
    folder = dirname(folder)
  ) {
    if (await world.files.exists(join(folder, ".git"))) return true;
  }
  return false;
}
