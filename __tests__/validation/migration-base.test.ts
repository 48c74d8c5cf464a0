import { describe, expect, test } from "@jest/globals";
import type { Files } from "../../src/ports/files.ts";
import type { JobFacts } from "../../src/ports/job.ts";
import type { Repository } from "../../src/ports/repository.ts";
import type { Command, Shell } from "../../src/ports/shell.ts";
import { migrationBase } from "../../src/validation/migration-base.ts";

const folder = "/work/priv/repo/migrations";

/** A world in which the base had two migrations, one of which was changed since and the other taken away. */
function world(facts: {
  readonly event?: string;
  readonly sha?: string;
  readonly tag?: string;
  readonly shallow?: boolean;
  readonly patterns?: string[];
  readonly mergeBase?: string;
  readonly ref?: string;
}) {
  const asked: string[] = [];
  const written = new Map<string, string>();
  const files = (entries: readonly (readonly [string, string])[]) =>
    new Map(entries.map(([name, id]) => [`${folder}/${name}`, id]));
  const repository: Pick<Repository, "head" | "filesAt" | "isShallow"> = {
    isShallow: async () => facts.shallow === true,
    head: async () => ({ sha: facts.sha ?? "merge", tree: "t" }),
    filesAt: async (revision) => {
      asked.push(revision);
      if (revision === "HEAD")
        return files([
          ["1_a.exs", "a2"],
          ["3_c.exs", "c"],
          ["4_d.exs", "d"],
        ]);
      return facts.shallow
        ? null
        : files([
            ["1_a.exs", "a1"],
            ["2_b.exs", "b"],
            ["4_d.exs", "d"],
            ["README.md", "r"],
            [".formatter.exs", "f"],
          ]);
    },
  };
  const shell: Shell = {
    run: async ({ argv }: Command) => {
      asked.push(argv.join(" "));
      const code = facts.tag === undefined ? 128 : 0;
      return {
        ended: "exited",
        code,
        stdout: facts.tag === undefined ? "" : `${facts.tag}\n`,
        stderr: "",
        durationMs: 1,
        why: "",
      };
    },
  };
  const write: Files["write"] = async (path, text) => {
    written.set(path, text);
  };
  const { event: eventName = "push", mergeBase = null } = facts;
  const ref = facts.ref ?? "refs/pull/7/merge";
  const job = { eventName, ref, mergeBase, sha: "merge", workspace: "/work", temp: "/tmp/pd" } as JobFacts;
  const base = migrationBase({
    repository: repository as Repository,
    shell,
    files: { write } as Files,
    job,
    project: "/work",
    tags: facts.patterns ?? [],
  });
  return { base, asked, written };
}

describe("the base of migrations", () => {
  test("is the newest version tag before this commit, and says what became of each migration since", async () => {
    const { base, written } = world({ tag: "v1.0.0" });
    expect(await base).toEqual({ revision: "v1.0.0", list: "/tmp/pd/migrations-at-base.txt" });
    expect(written.get("/tmp/pd/migrations-at-base.txt")).toBe(
      `changed ${folder}/1_a.exs\ngone ${folder}/2_b.exs\nsame ${folder}/4_d.exs\n`,
    );
  });

  test("is the newest tag of the patterns that the settings name", async () => {
    const { base, asked } = world({ tag: "shop-v1.0.0", patterns: ["shop-v*"] });
    await base;
    expect(asked[0]).toMatch(/ describe --tags --abbrev=0 --match shop-v\* HEAD\^$/);
  });

  test("is what a pull request is merged onto, whatever tags there are", async () => {
    const { base, asked } = world({ event: "pull_request", tag: "v1.0.0" });
    expect(await base).toMatchObject({ revision: "the base branch" });
    expect(asked).toEqual(["HEAD^1", "HEAD"]);
  });

  test("is the newest version tag for a pull request that was merged", async () => {
    const { base } = world({ event: "pull_request", ref: "refs/heads/main", tag: "v1.0.0" });
    expect(await base).toMatchObject({ revision: "v1.0.0" });
  });

  test("is what a merge queue names, which rebases several commits of one pull request", async () => {
    const mergeBase = "b".repeat(40);
    const { base, asked } = world({ event: "merge_group", mergeBase, tag: "v1.0.0" });
    expect(await base).toMatchObject({ revision: "the base branch" });
    expect(asked).toEqual([mergeBase, "HEAD"]);
  });

  test.each<[string, Parameters<typeof world>[0], string]>([
    ["no tag is reachable in a shallow clone", { shallow: true }, "`fetch-depth: 0` brings them"],
    ["there is no tag yet", {}, "there is no version tag before this commit"],
    ["the clone is too shallow for it", { event: "pull_request", shallow: true }, "fetch-depth: 0"],
    ["a pull request's own commit is checked out", { event: "pull_request", sha: "own" }, "not the merge commit"],
  ])("is unknown where %s, and says so", async (_, facts, why) => {
    const { base, written } = world(facts);
    expect(await base).toMatchObject({ revision: null, list: null, why: expect.stringContaining(why) });
    expect(written.size).toBe(0);
  });
});
