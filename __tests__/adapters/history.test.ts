// Real scratch repositories of git.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { repositoryAdapter } from "../../src/adapters/repository.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-history-"));
afterAll(() => rmSync(folder, { recursive: true }));

function git(...args: string[]): string {
  const who = { GIT_AUTHOR_NAME: "Ada \u001b[31m<x>", GIT_AUTHOR_EMAIL: "a@example.com" };
  const env = { ...process.env, ...who, GIT_COMMITTER_NAME: "c", GIT_COMMITTER_EMAIL: "c@example.com" };
  return execFileSync("git", args, { cwd: folder, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] }).trim();
}

function commit(files: Readonly<Record<string, string | null>>, message: string): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (text === null) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", message);
  return git("rev-parse", "HEAD");
}

describe("the history between two commits", () => {
  const repository = repositoryAdapter(folder, process.env);
  let first = "";
  let second = "";
  let third = "";

  beforeAll(() => {
    git("init", "--quiet", "--initial-branch=main", folder);
    first = commit({ "mix.lock": "%{}\n", "config/config.exs": "1", "old.ex": "x" }, "one");
    second = commit({ "mix.lock": "%{\n}\n", "old.ex": null, "a b\nü.ex": "y" }, "Fix @all <!-- `x` |\n\nbody\n");
    third = commit({ "config/config.exs": "2" }, "three (#12)");
  });

  test("has the commits that one has and the other does not, newest first, with subjects as they are", async () => {
    const author = "Ada \u001b[31mx";
    expect(await repository.commitsBetween(first, third)).toEqual([
      { sha: third, subject: "three (#12)", author },
      { sha: second, subject: "Fix @all <!-- `x` |", author },
    ]);
    expect(await repository.commitsBetween(third, first)).toEqual([]);
  });

  test("has the files that differ, whatever their names", async () => {
    expect(await repository.changedBetween(first, third)).toEqual([
      { path: "a b\nü.ex", change: "added" },
      { path: "config/config.exs", change: "changed" },
      { path: "mix.lock", change: "changed" },
      { path: "old.ex", change: "removed" },
    ]);
  });

  test("has the text of a file at a commit, and none of what was not there", async () => {
    expect(await repository.fileAt(first, "mix.lock")).toBe("%{}\n");
    expect(await repository.fileAt(second, "mix.lock")).toBe("%{\n}\n");
    expect(await repository.fileAt(second, "old.ex")).toBeNull();
    expect(await repository.fileAt(second, "config")).toBeNull();
  });

  test("is asked by full ids alone: no name is an option or a range", async () => {
    for (const name of ["--output=x", "HEAD", `${first}..${second}`, ""]) {
      await expect(repository.commitsBetween(name, third)).rejects.toThrow("is not the full id of a commit");
      await expect(repository.changedBetween(first, name)).rejects.toThrow("is not the full id of a commit");
      await expect(repository.fileAt(name, "mix.lock")).rejects.toThrow("is not the full id of a commit");
    }
  });
});
