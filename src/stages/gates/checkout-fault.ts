import { join, relative } from "node:path";
import { someOf } from "../../domain/values/plural.ts";
import type { Conclusion, StageRun } from "../stage.ts";

/**
 * What keeps a checkout from being judged at all, said once: there is none, git refuses it, or the mix project is not
 * where it is said to be.
 */
export async function checkoutFault(run: StageRun): Promise<Conclusion | null> {
  return (await gitFault(run)) ?? (await projectFault(run));
}

async function gitFault({ world }: StageRun): Promise<Conclusion | null> {
  const { workspace } = world.job;
  switch (await world.repository.standing()) {
    case "ready":
      return null;
    case "no git":
      return failed(
        "git is not installed, or not on PATH.",
        "Install git in the job's container before actions/checkout runs.",
      );
    case "none":
      return failed(
        `${workspace} is not a git repository: nothing was checked out there.`,
        "Run actions/checkout before this step, without `path`: its default folder is the one that is read.",
      );
    case "empty":
      return failed(`The repository in ${workspace} has no commit.`, "Commit the application first.");
    case "of another owner":
      return failed(
        `git refuses the checkout in ${workspace}, since it belongs to another user ("dubious ownership").`,
        `Run \`git config --global --add safe.directory ${workspace}\` before this step, or run the job as the ` +
          "user who checked out.",
      );
  }
}

async function projectFault({ world, settings }: StageRun): Promise<Conclusion | null> {
  const { files, job, repository } = world;
  const folder = relative(job.workspace, settings.projectPath);
  if (await files.exists(join(settings.projectPath, "mix.exs"))) return null;
  const there = await files.exists(settings.projectPath);
  const name = folder === "" ? "the root of the repository" : `\`${folder}\``;
  const { files: tracked } = await repository.tracked();
  const projects = [...tracked.keys()]
    .filter((path) => /(^|\/)mix\.exs$/.test(path))
    .map((path) => path.replace(/\/?mix\.exs$/, ""))
    .sort()
    .map((path) => (path === "" ? "the root of the repository" : `\`${path}\``));
  const remedy =
    projects.length === 0
      ? "The repository holds no mix.exs: commit it."
      : `Set the input \`working-directory\` to the folder of mix.exs. There is one in ${someOf(projects)}.`;
  return failed(
    there ? `There is no mix.exs in ${name}.` : `There is no folder \`${folder}\` in the repository.`,
    remedy,
  );
}

function failed(says: string, remedy: string): Conclusion {
  return { status: "failed", decision: "stop", reason_code: "invalid_input", says, remedy };
}
