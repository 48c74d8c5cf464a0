// The base branch's version, by real git and the real mix of this machine.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { clockAdapter } from "../../src/adapters/clock.ts";
import { filesAdapter } from "../../src/adapters/files.ts";
import { repositoryAdapter } from "../../src/adapters/repository.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import type { CheckContext } from "../../src/checks/context.ts";
import { versionOf } from "../../src/domain/validation/project.ts";
import type { JobFacts } from "../../src/ports/job.ts";
import { baseVersion } from "../../src/validation/base-version.ts";
import { askMix } from "../../src/validation/project.ts";
import { readyHelpers } from "../support/helpers.ts";
import { jobFacts, pullRequest } from "../support/job.ts";

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "pd-base-"));
afterAll(() => rmSync(folder, { recursive: true }));

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();

function write(path: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
}

function commit(path: string, files: Readonly<Record<string, string>>): string {
  write(path, files);
  git(path, "add", "--all");
  git(path, "commit", "--quiet", "--allow-empty", "--message", "x");
  return git(path, "rev-parse", "HEAD");
}

const mixfile = (project: string) =>
  `defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [${project}]\nend\n`;
const shop = mixfile('app: :shop, version: String.trim(File.read!("VERSION"))');

/** What a check stands on, in this checkout. */
async function benchIn(workspace: string, job: Partial<JobFacts>, project = workspace): Promise<CheckContext> {
  const temp = mkdtempSync(join(folder, "temp-"));
  const files = filesAdapter();
  const { signal } = new AbortController();
  return {
    helpers: await readyHelpers(temp),
    project,
    limitMs: 60_000,
    job: jobFacts({ sha: "", ref: "", eventName: "pull_request", pullRequest: pullRequest(), workspace, temp, ...job }),
    shell: shellAdapter({ cwd: workspace, env: process.env, cancel: signal, show: () => undefined }),
    files,
    clock: clockAdapter(signal),
    cancellation: { cancelled: false },
    path: (file) => file,
  };
}

describe("the version on the base branch", () => {
  const origin = join(folder, "origin");
  let clones = 0;

  beforeAll(() => {
    git(folder, "init", "--quiet", "--initial-branch=main", origin);
    commit(origin, { README: "no project yet" });
    git(origin, "branch", "bare");
    git(origin, "checkout", "--quiet", "-b", "broken");
    commit(origin, { "shop/mix.exs": 'raise "::error::no"' });
    git(origin, "checkout", "--quiet", "main");
    commit(origin, { "shop/mix.exs": shop, "shop/VERSION": "1.0.0\n" });
    git(origin, "checkout", "--quiet", "-b", "feature");
    commit(origin, { "shop/VERSION": "1.1.0\n" });
    git(origin, "checkout", "--quiet", "main");
    git(origin, "merge", "--quiet", "--no-ff", "--message", "merge", "feature");
    git(origin, "update-ref", "refs/pull/7/merge", "HEAD");
    git(origin, "reset", "--quiet", "--hard", "HEAD^1");
  });

  /** A checkout as a pull request's job has it. */
  function checkout(
    depth: "--depth=1" | "--depth=2" | "whole",
    branches: boolean,
  ): { readonly path: string; readonly head: string } {
    clones += 1;
    const path = join(folder, `clone-${clones}`);
    git(folder, "init", "--quiet", path);
    git(path, "remote", "add", "origin", `file://${origin}`);
    const refs = [
      "+refs/pull/7/merge:refs/remotes/pull/7/merge",
      ...(branches ? ["+refs/heads/*:refs/remotes/origin/*"] : []),
    ];
    git(path, "fetch", "--quiet", ...(depth === "whole" ? [] : [depth]), "origin", ...refs);
    git(path, "checkout", "--quiet", "--detach", "refs/remotes/pull/7/merge");
    return { path, head: git(path, "rev-parse", "HEAD") };
  }

  async function ask({ path, head }: ReturnType<typeof checkout>, job: Partial<JobFacts> = {}) {
    const context = await benchIn(path, { sha: head, ref: "refs/pull/7/merge", ...job }, join(path, "shop"));
    return baseVersion(context, repositoryAdapter(path, process.env), { name: "shop", head });
  }

  test("is what mix resolves there, and the checkout stays as it was", async () => {
    const clone = checkout("whole", true);
    expect(await ask(clone)).toEqual({ branch: "main", version: "1.0.0" });
    expect(readFileSync(join(clone.path, "shop/VERSION"), "utf8")).toBe("1.1.0\n");
    expect(git(clone.path, "status", "--porcelain")).toBe("");
    expect(git(clone.path, "worktree", "list").split("\n")).toHaveLength(1);
  });

  test("is found as the first parent of GitHub's merge commit where the branch was not fetched", async () => {
    expect(await ask(checkout("--depth=2", false))).toEqual({ branch: "main", version: "1.0.0" });
  });

  test("is not guessed from a parent where another commit than GitHub's merge is checked out", async () => {
    const clone = checkout("--depth=2", false);
    expect(await ask(clone, { sha: "f".repeat(40) })).toMatchObject({ missing: { verdict: "error" } });
    const target = { eventName: "pull_request_target", ref: "refs/heads/main" };
    expect(await ask(clone, target)).toMatchObject({ missing: { verdict: "error" } });
  });

  test("is none of a pull request that was merged: the branch has this very version by now", async () => {
    expect(await ask(checkout("whole", true), { ref: "refs/heads/main" })).toBeNull();
  });

  test("is an error with its remedy in a shallow checkout", async () => {
    expect(await ask(checkout("--depth=1", false))).toMatchObject({
      branch: "main",
      missing: { verdict: "error", reason_code: "not_judged", remedy: "Give actions/checkout `fetch-depth: 0`." },
    });
  });

  test(
    "is none where the branch has no such project, and " + "none is asked for where there is no pull request",
    async () => {
      const clone = checkout("whole", true);
      expect(await ask(clone, { pullRequest: pullRequest({ baseRef: "bare" }) })).toEqual({
        branch: "bare",
        version: null,
      });
      expect(await ask(clone, { pullRequest: null })).toBeNull();
    },
  );

  test("is an error where its mix.exs cannot be read", async () => {
    expect(await ask(checkout("whole", true), { pullRequest: pullRequest({ baseRef: "broken" }) })).toMatchObject({
      missing: {
        verdict: "error",
        says: expect.stringMatching(/^The version on broken is unknown\. mix could not run/),
      },
    });
  });

  test("is an error where git cannot lay it out, in git's own words", async () => {
    const { path, head } = checkout("whole", true);
    const context = await benchIn(path, {}, join(path, "shop"));
    write(context.job.temp, { "base/in the way": "" });
    const base = await baseVersion(context, repositoryAdapter(path, process.env), { name: "shop", head });
    expect(base).toMatchObject({ missing: { verdict: "error", says: expect.stringContaining("already exists") } });
  });

  test("is not found by running what a name says", async () => {
    for (const baseRef of ["--upload-pack=touch owned", "main; touch owned", "$(touch owned)"])
      expect(await ask(checkout("--depth=1", false), { pullRequest: pullRequest({ baseRef }) })).toMatchObject({
        missing: { verdict: "error" },
      });
    expect(existsSync(join(folder, "owned"))).toBe(false);
  });
});

describe("the version that ships", () => {
  const umbrella = join(folder, "umbrella");

  test("is that of the release, or of the app that the settings name, in an umbrella", async () => {
    const releases =
      'releases: [suite: [version: "2.0.0", applications: []], follows: fn -> [version: {:from_app, :shop}] end]';
    write(umbrella, {
      "mix.exs": mixfile(`apps_path: "apps", version: "0.1.0", ${releases}`),
      "apps/shop/mix.exs":
        'defmodule A do\n  use Mix.Project\n  def project, do: [app: :shop, version: "1.4.0"]\nend\n',
      "apps/shop_web/mix.exs":
        'defmodule B do\n  use Mix.Project\n  def project, do: [app: :shop_web, version: "1.5.0"]\nend\n',
    });
    const project = await askMix(await benchIn(umbrella, {}));
    if ("verdict" in project) throw new Error(`${project.says}\n${project.tail ?? ""}`);
    const versions = ["suite", "follows", "shop", "shop_web", "unknown"].map((name) => [
      name,
      versionOf(project, name),
    ]);
    expect(Object.fromEntries(versions)).toEqual({
      suite: "2.0.0",
      follows: "1.4.0",
      shop: "1.4.0",
      shop_web: "1.5.0",
      unknown: "0.1.0",
    });
  });

  test("is the project's own elsewhere, whatever its release is called", async () => {
    const single = join(folder, "single");
    write(single, { "mix.exs": mixfile('app: :shop, version: "1.4.0", releases: [server: []]') });
    const project = await askMix(await benchIn(single, {}));
    if ("verdict" in project) throw new Error(project.says);
    expect(["shop", "server"].map((name) => versionOf(project, name))).toEqual(["1.4.0", "1.4.0"]);
  });
});
