import { join, relative } from "node:path";
import { getExecOutput } from "@actions/exec";
import type { Repository } from "../ports.ts";

/** git of the checkout, by short commands that need no time limit and read no input (exec's `input` races with a child that has ended). Throws with git's own words when the folder is no repository. */
export function repositoryAdapter(folder: string): Repository {
  const git = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await getExecOutput("git", args, {
      cwd: folder,
      silent: true,
      ignoreReturnCode: true,
    });
    if (exitCode !== 0)
      throw new Error(`git ${args.join(" ")} failed in ${folder}: ${stderr.trim()}. Check the repository out first (actions/checkout).`);
    return stdout;
  };
  return {
    async head() {
      const [sha = "", tree = ""] = (await git("rev-parse", "HEAD", "HEAD^{tree}")).trim().split("\n");
      return { sha, tree };
    },
    async changes() {
      const status = await git("status", "--porcelain", "--untracked-files=no");
      return status.split("\n").filter((line) => line !== "");
    },
    async filesAt(revision, below) {
      const args = ["ls-tree", "-r", "-z", "--full-tree", revision, "--", relative(folder, below) || "."];
      const { exitCode, stdout } = await getExecOutput("git", args, { cwd: folder, silent: true, ignoreReturnCode: true });
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
