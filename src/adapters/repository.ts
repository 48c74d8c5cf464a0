import { realpath } from "node:fs/promises";
import { join, relative } from "node:path";
import { getExecOutput } from "@actions/exec";
import { gitOptions } from "../commands/git.ts";
import type { Repository } from "../ports.ts";
import { cleanEnvironment } from "./environment.ts";

/** How long one command of git may take, seconds: reading a large checkout, or writing a commit's files beside it. */
const gitLimitSeconds = 120;

/**
 * Exit codes of coreutils' timeout: the limit was reached (124, or 137 where git had to be killed), and the command is
 * not there (127).
 */
const timedOut: readonly number[] = [124, 137];
const notFound = 127;

/** What makes git speak of another repository than the one in the folder, or ask a person. */
const gitEnvironment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    [
      "DIR",
      "WORK_TREE",
      "INDEX_FILE",
      "OBJECT_DIRECTORY",
      "ALTERNATE_OBJECT_DIRECTORIES",
      "COMMON_DIR",
      "NAMESPACE",
      "CEILING_DIRECTORIES",
    ].map((name) => [`GIT_${name}`, undefined]),
  ),
  GIT_TERMINAL_PROMPT: "0",
  GIT_ASKPASS: "true",
  SSH_ASKPASS: "true",
  GIT_OPTIONAL_LOCKS: "0",
  LC_ALL: "C",
};

/** What git's answer to a question about HEAD says of the folder; null where git could not be started. */
export function standingOf(
  asked: { readonly exitCode: number; readonly stderr: string } | null,
): Awaited<ReturnType<Repository["standing"]>> {
  if (asked === null) return "no git";
  if (asked.exitCode === 0) return "ready";
  if (/dubious ownership|safe\.directory/.test(asked.stderr)) return "of another owner";
  return /not a git repository/.test(asked.stderr) ? "none" : "empty";
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

/**
 * git of the checkout. Its children see neither tokens nor inputs, ask nobody, start no monitor that the checkout
 * names, and end within two minutes, also after a cancel: what was checked out beside the checkout is always removed.
 * Throws with git's own words when the folder is no repository.
 */
export function repositoryAdapter(folder: string): Repository {
  const ask = async (args: readonly string[]) => {
    // @actions/exec has no time limit of its own; timeout ends git and all that it started.
    const line = ["--kill-after=5", `${gitLimitSeconds}`, "git", ...gitOptions, ...args];
    const env = cleanEnvironment({ ...process.env, ...gitEnvironment });
    const ran = await getExecOutput("timeout", line, { cwd: folder, env, silent: true, ignoreReturnCode: true });
    const shown = `git ${args.slice(0, 2).join(" ")}`;
    if (ran.exitCode === notFound) throw new Error(`${shown} could not be started: ${ran.stderr.trim()}`);
    if (timedOut.includes(ran.exitCode)) throw new Error(`${shown} timed out after ${gitLimitSeconds} s in ${folder}`);
    return ran;
  };
  const git = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await ask(args);
    if (exitCode !== 0)
      throw new Error(
        `git ${args.join(" ")} failed in ${folder}: ${stderr.trim()}. Check the repository out first (actions/checkout).`,
      );
    return stdout;
  };
  return {
    async standing() {
      return standingOf(await ask(["rev-parse", "--verify", "HEAD^{commit}"]).catch(() => null));
    },
    async head() {
      const [sha = "", tree = ""] = (await git("rev-parse", "HEAD", "HEAD^{tree}")).trim().split("\n");
      return { sha, tree };
    },
    async tracked() {
      const [listed, status] = await Promise.all([
        git("ls-files", "-v", "--stage", "-z"),
        git("status", "--porcelain", "-z", "--ignore-submodules=none"),
      ]);
      const entries = listed.split("\0").flatMap((line) => {
        const [, tag = "", mode = "", id = "", path = ""] = /^(\S) (\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
        return path === "" ? [] : [{ tag, mode, id, path }];
      });
      const foreign: string[] = [];
      for (const { tag, mode, path } of entries) {
        // `update-index --assume-unchanged` and `--skip-worktree`: git does not look whether these changed.
        const overlooked = /[a-zS]/.test(tag);
        if (overlooked || mode === "160000" || (mode === "120000" && (await leadsOut(folder, path))))
          foreign.push(path);
      }
      return { files: new Map(entries.map(({ path, id }) => [path, id])), untouched: status === "", foreign };
    },
    async ignored() {
      const listed = await git("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z");
      return listed.split("\0").filter((path) => path !== "");
    },
    async changes() {
      const status = await git("status", "--porcelain", "--untracked-files=no");
      return status.split("\n").filter((line) => line !== "");
    },
    async differing() {
      const status = await git("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames");
      return status
        .split("\0")
        .flatMap((line) => (line === "" ? [] : [{ path: line.slice(3), tracked: !line.startsWith("??") }]));
    },
    isShallow: async () => (await git("rev-parse", "--is-shallow-repository")).trim() === "true",
    async tags() {
      // An annotated tag is an object of its own: the second id is what it points at.
      const told = await git("for-each-ref", "--format=%(objectname) %(*objectname) %(refname:strip=2)", "refs/tags");
      return told.split("\n").flatMap((line) => {
        const [, object = "", pointed = "", name = ""] = /^(\w+) (\w*) (.+)$/.exec(line) ?? [];
        return name === "" ? [] : [{ name, commit: pointed === "" ? object : pointed }];
      });
    },
    async commitOf(revision) {
      // Quiet for a revision that is not here, loud for a folder that is no repository.
      const { exitCode, stdout, stderr } = await ask(["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
      if (exitCode !== 0 && stderr.trim() !== "")
        throw new Error(`git rev-parse failed in ${folder}: ${stderr.trim()}.`);
      return exitCode === 0 ? stdout.trim() : null;
    },
    async atCommit(commit, beside, work) {
      // The hooks of the repository are for people who work in it.
      await git("-c", "core.hooksPath=/dev/null", "worktree", "add", "--quiet", "--force", "--detach", beside, commit);
      try {
        return await work();
      } finally {
        await git("worktree", "remove", "--force", beside);
      }
    },
    async filesAt(revision, below) {
      const args = ["ls-tree", "-r", "-z", "--full-tree", revision, "--", relative(folder, below) || "."];
      const { exitCode, stdout } = await ask(args);
      if (exitCode !== 0) return null;
      // MODE TYPE ID<tab>PATH, each ended by a NUL: a path may hold anything else.
      const files = stdout.split("\0").flatMap((line) => {
        const [, id, path] = /^\S+ \S+ (\S+)\t(.*)$/s.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [[join(folder, path), id] as const];
      });
      return new Map(files);
    },
  };
}
