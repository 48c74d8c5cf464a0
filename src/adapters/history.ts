import type { ChangedPath } from "../domain/brief/brief.ts";
import { maxListed, type Repository } from "../ports/repository.ts";
import type { Git } from "./git.ts";

/** Bytes of a file at a commit that are read. */
const maxBytes = 2 << 20;

/** What lies between two commits, and files as a commit has them. Commits are named by full ids alone. */
export function historyOf(git: Git): Pick<Repository, "commitsBetween" | "changedBetween" | "fileAt"> {
  return {
    async commitsBetween(from, to) {
      // %x00 between the parts: a subject may hold anything else, and an author's name too.
      const format = "--format=%H%x00%an%x00%s%x00";
      const options = ["--no-show-signature", "--encoding=UTF-8", `--max-count=${maxListed}`, format];
      const listed = await git.read("log", ...options, `^${idOf(from)}`, idOf(to), "--");
      const parts = listed.split("\0");
      return Array.from({ length: Math.floor(parts.length / 3) }, (_, index) => {
        const [sha = "", author = "", subject = ""] = parts.slice(index * 3, index * 3 + 3);
        return { sha: sha.trim(), author, subject };
      });
    },
    async changedBetween(from, to) {
      const options = [
        "--name-status",
        "--no-renames",
        "--no-ext-diff",
        "--no-color",
        "--ignore-submodules=none",
        "-z",
      ];
      const listed = await git.read("diff", ...options, idOf(from), idOf(to), "--");
      const parts = listed.split("\0");
      return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => ({
        change: changeIn(parts[index * 2] ?? ""),
        path: parts[index * 2 + 1] ?? "",
      }));
    },
    async fileAt(commit, path) {
      // MODE TYPE ID SIZE<tab>PATH; nothing where the commit has no such path.
      const listed = await git.read("ls-tree", "--full-tree", "--long", "-z", idOf(commit), "--", path);
      const [, id, size] = /^\d+ blob ([0-9a-f]+) +(\d+)\t/.exec(listed) ?? [];
      if (id === undefined) return null;
      if (Number(size) > maxBytes) throw new Error(`${path} has ${size} bytes at ${commit.slice(0, 12)}`);
      return await git.read("cat-file", "blob", id);
    },
  };
}

/** A full id, so that no name is an option or another revision. */
function idOf(commit: string): string {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new Error(`${commit.slice(0, 80)} is not the full id of a commit`);
  return commit;
}

function changeIn(letter: string): ChangedPath["change"] {
  return letter === "A" ? "added" : letter === "D" ? "removed" : "changed";
}
