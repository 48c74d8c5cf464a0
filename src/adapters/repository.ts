import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Repository } from "../ports/repository.ts";
import { type Git, openGit } from "./git.ts";
import { historyOf } from "./history.ts";

/**
 * git of the checkout. What was checked out beside it is always removed, also after a cancel. Throws with git's own
 * words when the folder is no repository.
 */
export function repositoryAdapter(folder: string, env: Readonly<Record<string, string | undefined>>): Repository {
  const git = openGit(folder, env);
  return {
    standing: async () => standingOf(await git.ask("rev-parse", "--verify", "HEAD^{commit}").catch(() => null)),
    async head() {
      const [sha = "", tree = ""] = (await git.read("rev-parse", "HEAD", "HEAD^{tree}")).trim().split("\n");
      const seconds = await git.read("show", "--no-patch", "--no-show-signature", "--format=%ct", "HEAD");
      return { sha, tree, committedAt: new Date(Number(seconds) * 1_000).toISOString() };
    },
    tracked: () => tracked(git),
    async ignored() {
      const listed = await git.read("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z");
      return listed.split("\0").filter((path) => path !== "");
    },
    async changes() {
      const status = await git.read("status", "--porcelain", "--untracked-files=no");
      return status.split("\n").filter((line) => line !== "");
    },
    async differing() {
      const status = await git.read("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames");
      const lines = status.split("\0").filter((line) => line !== "");
      return lines.map((line) => ({ path: line.slice(3), tracked: !line.startsWith("??") }));
    },
    isShallow: async () => (await git.read("rev-parse", "--is-shallow-repository")).trim() === "true",
    tags: () => tags(git),
    commitOf: (revision) => commitOf(git, revision),
    async atCommit(commit, beside, work) {
      // The hooks of the repository are for people who work in it.
      const unhooked = ["-c", "core.hooksPath=/dev/null"];
      await git.read(...unhooked, "worktree", "add", "--quiet", "--force", "--detach", beside, commit);
      try {
        return await work();
      } finally {
        await git.read("worktree", "remove", "--force", beside);
      }
    },
    filesAt: (revision, below) => filesAt(git, revision, below),
    ...historyOf(git),
  };
}

/** What git's answer to a question about HEAD says of the folder; null where git could not be started. */
export function standingOf(
  asked: { readonly exitCode: number; readonly stderr: string } | null,
): Awaited<ReturnType<Repository["standing"]>> {
  if (asked === null) return "no git";
  if (asked.exitCode === 0) return "ready";
  if (/dubious ownership|safe\.directory/.test(asked.stderr)) return "of another owner";
  return /not a git repository/.test(asked.stderr) ? "none" : "empty";
}

async function tracked(git: Git): ReturnType<Repository["tracked"]> {
  const [listed, status] = await Promise.all([
    git.read("ls-files", "-v", "--stage", "-z"),
    git.read("status", "--porcelain", "-z", "--ignore-submodules=none"),
  ]);
  const entries = listed.split("\0").flatMap((line) => {
    const [, tag = "", mode = "", id = "", path = ""] = /^(\S) (\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
    return path === "" ? [] : [{ tag, mode, id, path }];
  });
  const foreign: string[] = [];
  for (const { tag, mode, path } of entries) {
    // `update-index --assume-unchanged` and `--skip-worktree`: git does not look whether these changed.
    const overlooked = /[a-zS]/.test(tag);
    if (overlooked || mode === "160000" || (mode === "120000" && (await leadsOut(git.folder, path))))
      foreign.push(path);
  }
  return { files: new Map(entries.map(({ path, id }) => [path, id])), untouched: status === "", foreign };
}

/** A link that ends outside the folder, or nowhere. */
async function leadsOut(folder: string, path: string): Promise<boolean> {
  try {
    const [root, end] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    return relative(root, end).startsWith("..");
  } catch {
    return true;
  }
}

async function tags(git: Git): ReturnType<Repository["tags"]> {
  // An annotated tag is an object of its own: the second id is what it points at.
  const format = "--format=%(objectname) %(*objectname) %(refname:strip=2)";
  const listed = await git.read("for-each-ref", format, "refs/tags");
  return listed.split("\n").flatMap((line) => {
    const [, object = "", pointed = "", name = ""] = /^(\w+) (\w*) (.+)$/.exec(line) ?? [];
    return name === "" ? [] : [{ name, commit: pointed === "" ? object : pointed }];
  });
}

async function commitOf(git: Git, revision: string): Promise<string | null> {
  // Quiet for a revision that is not here, loud for a folder that is no repository.
  const { exitCode, stdout, stderr } = await git.ask("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
  if (exitCode !== 0 && stderr.trim() !== "")
    throw new Error(`git rev-parse failed in ${git.folder}: ${stderr.trim()}.`);
  return exitCode === 0 ? stdout.trim() : null;
}

async function filesAt(git: Git, revision: string, below: string): ReturnType<Repository["filesAt"]> {
  const { folder } = git;
  const args = ["ls-tree", "-r", "-z", "--full-tree", revision, "--", relative(folder, below) || "."];
  const { exitCode, stdout } = await git.ask(...args);
  if (exitCode !== 0) return null;
  // MODE TYPE ID<tab>PATH, each ended by a NUL: a path may hold anything else.
  const files = stdout.split("\0").flatMap((line) => {
    const [, id, path] = /^\S+ \S+ (\S+)\t(.*)$/s.exec(line) ?? [];
    return id === undefined || path === undefined ? [] : [[join(folder, path), id] as const];
  });
  return new Map(files);
}
