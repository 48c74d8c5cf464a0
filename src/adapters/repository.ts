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
  };
}
