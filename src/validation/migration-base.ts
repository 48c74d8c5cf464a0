import { join } from "node:path";
import type { MigrationBase } from "../checks/migration-base.ts";
import { newestVersionTag } from "../commands/git.ts";
import { isProposed } from "../domain/validation/check.ts";
import type { Files } from "../ports/files.ts";
import type { JobFacts } from "../ports/job.ts";
import type { Repository } from "../ports/repository.ts";
import type { Shell } from "../ports/shell.ts";

/** A migration's file, as Ecto names them. */
const migration = /\/\d+_[^/]*\.exs$/;

/**
 * The migrations that the base had, for our Elixir: one line each, `same`, `changed` or `gone` since, and the absolute
 * path. On a pull request, or in a merge queue, the base is the commit that it is merged onto, else the newest version
 * tag before this commit.
 */
export async function migrationBase(world: {
  readonly repository: Repository;
  readonly shell: Shell;
  readonly files: Files;
  readonly job: JobFacts;
  /** Absolute path of the mix project. */
  readonly project: string;
  /** Patterns of version tags; none takes the usual forms. */
  readonly tags: readonly string[];
}): Promise<MigrationBase> {
  const { repository, shell, files, job, project, tags } = world;
  const none = (why: string): MigrationBase => ({ revision: null, list: null, why });
  const head = await repository.head();
  const pullRequest = isProposed(job);
  // A merge queue that rebases has several commits of one pull request: the first parent is one of them.
  let revision = job.mergeBase ?? "HEAD^1";
  if (pullRequest) {
    // Only GitHub's own merge commit has the base branch as its first parent.
    if (head.sha !== job.sha) return none("the checkout is not the merge commit of this pull request");
  } else {
    const tagged = await shell.run({
      argv: newestVersionTag(tags),
      cwd: job.workspace,
      limitMs: 30_000,
      onCancel: "end",
    });
    revision = tagged.code === 0 ? tagged.stdout.trim() : "";
    if (revision === "") {
      const shallow = await repository.isShallow();
      return none(
        shallow
          ? "no version tag is reachable; `fetch-depth: 0` brings them"
          : "there is no version tag before this commit",
      );
    }
  }
  const [before, now] = await Promise.all([repository.filesAt(revision, project), repository.filesAt("HEAD", project)]);
  if (before === null || now === null) return none(`${revision} is not in this checkout; \`fetch-depth: 0\` brings it`);
  const lines = [...before]
    .filter(([path]) => migration.test(path))
    .map(([path, id]) => `${now.get(path) === undefined ? "gone" : now.get(path) === id ? "same" : "changed"} ${path}`);
  const list = join(job.temp, "migrations-at-base.txt");
  await files.write(list, `${lines.join("\n")}\n`);
  return { revision: pullRequest ? "the base branch" : revision, list };
}
