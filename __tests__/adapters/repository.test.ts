// Real scratch repositories of git.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { repositoryAdapter, standingOf } from "../../src/adapters/repository.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-repository-"));
afterAll(() => rmSync(folder, { recursive: true }));

const identity = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

function git(cwd: string, ...args: string[]): string {
  return execFileSync("git", args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...identity },
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

function made(name: string): string {
  const path = join(folder, name);
  git(folder, "init", "--quiet", "--initial-branch=main", path);
  return path;
}

function commit(path: string, text: string): string {
  writeFileSync(join(path, "file"), text);
  git(path, "add", "--all");
  git(path, "commit", "--quiet", "--message", text);
  return git(path, "rev-parse", "HEAD");
}

/** What `actions/checkout` leaves of a repository, apart from the runner's own settings. */
function cloned(from: string, name: string, ...options: string[]): string {
  const path = join(folder, name);
  git(folder, "clone", "--quiet", ...options, `file://${from}`, path);
  return path;
}

describe("the repository", () => {
  let origin: string;
  let first: string;
  let second: string;

  beforeAll(() => {
    origin = made("origin");
    first = commit(origin, "one");
    git(origin, "tag", "v1.0.0");
    second = commit(origin, "two");
    git(origin, "tag", "--annotate", "shop-v1.1.0", "--message", "one line\nand another v9.9.9");
    git(origin, "tag", "odd;$(id)|&'\"");
  });

  test("tells every file that is not as the commit has it, and none that is ignored", async () => {
    const path = made("differing");
    commit(path, "one");
    writeFileSync(join(path, ".gitignore"), "*.log\n");
    git(path, "add", "--all");
    git(path, "commit", "--quiet", "--message", "ignore");
    expect(await repositoryAdapter(path, process.env).differing()).toEqual([]);
    writeFileSync(join(path, "file"), "two");
    writeFileSync(join(path, "a b\u00e4.ex"), "new");
    writeFileSync(join(path, "debug.log"), "ignored");
    expect(await repositoryAdapter(path, process.env).differing()).toEqual([
      { path: "file", tracked: true },
      { path: "a b\u00e4.ex", tracked: false },
    ]);
  });

  test("tells what git ignores and what it does not hold: a link out of the repository, a submodule", async () => {
    const path = made("foreign");
    commit(path, "one");
    writeFileSync(join(path, ".gitignore"), ".env\n/priv/data/\n");
    symlinkSync(join(folder, "elsewhere"), join(path, "shared"));
    symlinkSync("file", join(path, "near"));
    git(path, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", `file://${origin}`, "vendor/core");
    git(path, "add", "--all");
    git(path, "commit", "--quiet", "--message", "foreign");
    mkdirSync(join(path, "priv/data"), { recursive: true });
    for (const name of [".env", "priv/data/a"]) writeFileSync(join(path, name), "1");
    const repository = repositoryAdapter(path, process.env);
    expect((await repository.tracked()).foreign).toEqual(["shared", "vendor/core"]);
    expect(await repository.ignored()).toEqual([".env", "priv/", "priv/data/"]);
  });

  test("tells files whose changes git was set to overlook", async () => {
    const path = made("overlooked");
    for (const name of ["assumed", "skipped"]) writeFileSync(join(path, name), "1");
    git(path, "add", "--all");
    commit(path, "one");
    git(path, "update-index", "--assume-unchanged", "assumed");
    git(path, "update-index", "--skip-worktree", "skipped");
    for (const name of ["assumed", "skipped"]) writeFileSync(join(path, name), "2");
    expect(await repositoryAdapter(path, process.env).tracked()).toMatchObject({
      untouched: true,
      foreign: ["assumed", "skipped"],
    });
  });

  test("tells a folder that is none, one without a commit, and one that belongs to another user", async () => {
    mkdirSync(join(folder, "plain"));
    expect(await repositoryAdapter(join(folder, "plain"), process.env).standing()).toBe("none");
    expect(await repositoryAdapter(made("empty"), process.env).standing()).toBe("empty");
    expect(await repositoryAdapter(origin, process.env).standing()).toBe("ready");
    const stderr =
      "fatal: detected dubious ownership in repository at '/work'\nTo add an exception for this directory, call:\n";
    expect(standingOf({ exitCode: 128, stderr })).toBe("of another owner");
    expect(standingOf(null)).toBe("no git");
  });

  test("tells light and annotated tags with the commit that they point at, whatever their name", async () => {
    expect(await repositoryAdapter(origin, process.env).tags()).toEqual([
      { name: "odd;$(id)|&'\"", commit: second },
      { name: "shop-v1.1.0", commit: second },
      { name: "v1.0.0", commit: first },
    ]);
  });

  test("knows a clone whose history is cut off, where tags and commits are missing", async () => {
    const shallow = repositoryAdapter(cloned(origin, "shallow", "--depth=1", "--no-tags"), process.env);
    expect(await shallow.isShallow()).toBe(true);
    expect(await shallow.tags()).toEqual([]);
    expect(await shallow.commitOf(first)).toBeNull();
    expect(await shallow.commitOf("HEAD^1")).toBeNull();
    const whole = repositoryAdapter(cloned(origin, "whole"), process.env);
    expect(await whole.isShallow()).toBe(false);
    expect(await whole.tags()).toHaveLength(3);
    expect(await whole.commitOf("HEAD^1")).toBe(first);
  });

  test("finds the commit of a branch, and none of what is not here", async () => {
    const clone = repositoryAdapter(cloned(origin, "branches"), process.env);
    expect(await clone.commitOf("refs/remotes/origin/main")).toBe(second);
    for (const none of [
      "refs/remotes/origin/none",
      "refs/remotes/origin/--all",
      "refs/remotes/origin/a b;$(id)",
      "f".repeat(40),
    ])
      expect(await clone.commitOf(none)).toBeNull();
  });

  test("lays a commit's files beside the checkout, and takes them away, also when the work fails", async () => {
    const path = cloned(origin, "detached");
    git(path, "checkout", "--quiet", "--detach", second);
    writeFileSync(join(path, ".git/hooks/post-checkout"), `#!/bin/sh\ntouch ${join(folder, "hooked")}\n`, {
      mode: 0o755,
    });
    const repository = repositoryAdapter(path, process.env);
    const beside = join(folder, "beside");
    expect(await repository.atCommit(first, beside, async () => readFileSync(join(beside, "file"), "utf8"))).toBe(
      "one",
    );
    await expect(repository.atCommit(first, beside, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(existsSync(beside)).toBe(false);
    expect(existsSync(join(folder, "hooked"))).toBe(false);
    expect(git(path, "worktree", "list").split("\n")).toHaveLength(1);
    expect(await repository.changes()).toEqual([]);
    expect((await repository.head()).sha).toBe(second);
  });

  test("starts no file monitor of the checkout, and shows git no token, input or other repository", async () => {
    const path = cloned(origin, "hostile");
    const seen = join(folder, "seen");
    writeFileSync(join(folder, "monitor"), `#!/bin/sh\nenv > ${join(folder, "monitored")}\n`, { mode: 0o755 });
    git(path, "config", "core.fsmonitor", join(folder, "monitor"));
    // A clean filter is a child of git: it tells what git's children see.
    writeFileSync(join(folder, "filter"), `#!/bin/sh\nenv > ${seen}\ncat\n`, { mode: 0o755 });
    git(path, "config", "filter.tell.clean", join(folder, "filter"));
    writeFileSync(join(path, ".git/info/attributes"), "file filter=tell\n");
    writeFileSync(join(path, "file"), "tow");
    const before = { ...process.env };
    Object.assign(process.env, {
      ACTIONS_RUNTIME_TOKEN: "t1",
      "INPUT_GITHUB-TOKEN": "t2",
      GITHUB_TOKEN: "t3",
      GIT_DIR: join(origin, ".git"),
    });
    try {
      expect(await repositoryAdapter(path, process.env).changes()).toEqual([" M file"]);
    } finally {
      for (const name of ["ACTIONS_RUNTIME_TOKEN", "INPUT_GITHUB-TOKEN", "GITHUB_TOKEN", "GIT_DIR"])
        delete process.env[name];
      Object.assign(process.env, before);
    }
    expect(existsSync(join(folder, "monitored"))).toBe(false);
    const environment = readFileSync(seen, "utf8");
    expect(environment).toContain("GIT_TERMINAL_PROMPT=0");
    for (const hidden of ["ACTIONS_RUNTIME_TOKEN", "INPUT_", "GITHUB_TOKEN"]) expect(environment).not.toContain(hidden);
  });

  test("without a commit has no tags, and says that it has no HEAD", async () => {
    const empty = repositoryAdapter(made("empty"), process.env);
    expect(await empty.isShallow()).toBe(false);
    expect(await empty.tags()).toEqual([]);
    expect(await empty.commitOf("HEAD")).toBeNull();
    await expect(empty.head()).rejects.toThrow("git rev-parse HEAD");
  });

  test("that is none throws with git's own words", async () => {
    const none = mkdtempSync(join(tmpdir(), "pd-none-"));
    const repository = repositoryAdapter(none, process.env);
    for (const ask of [() => repository.tags(), () => repository.isShallow(), () => repository.commitOf("HEAD")])
      await expect(ask()).rejects.toThrow("not a git repository");
    rmSync(none, { recursive: true });
  });
});
