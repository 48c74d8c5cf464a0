import { join, relative } from "node:path";
import { getExecOutput } from "@actions/exec";
import type { Repository } from "../ports.ts";

/** git of the checkout, by short commands that need no time limit and read no input (exec's `input` races with a child that has ended). Throws with git's own words when the folder is no repository. */
export function repositoryAdapter(folder: string): Repository {
  const ask = (args: string[]) => getExecOutput("git", args, { cwd: folder, silent: true, ignoreReturnCode: true });
  const git = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await ask(args);
    if (exitCode !== 0)
      throw new Error(`git ${args.join(" ")} failed in ${folder}: ${stderr.trim()}. Check the repository out first (actions/checkout).`);
    return stdout;
  };
  return {
    async head() {
      const [sha = "", tree = ""] = (await git("rev-parse", "HEAD", "HEAD^{tree}")).trim().split("\n");
      return { sha, tree };
    },
    async tracked() {
      const [listed, status] = await Promise.all([git("ls-files", "--stage", "-z"), git("status", "--porcelain", "-z")]);
      const entries = listed.split("\0").flatMap((line): [string, string][] => {
        const found = /^\d+ ([0-9a-f]+) \d\t(.*)$/s.exec(line);
        return found === null ? [] : [[found[2] ?? "", found[1] ?? ""]];
      });
      return { files: new Map(entries), untouched: status === "" };
    },
    async changes() {
      const status = await git("status", "--porcelain", "--untracked-files=no");
      return status.split("\n").filter((line) => line !== "");
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
      if (exitCode !== 0 && stderr.trim() !== "") throw new Error(`git rev-parse failed in ${folder}: ${stderr.trim()}.`);
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
