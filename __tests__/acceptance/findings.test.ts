import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { someTests } from "../support/some-tests.ts";
import { type JobSpec, jobs, type WorkflowRun } from "./pipeline.ts";
import type { RunRequest } from "./runner.ts";
import { setScene } from "./scene.ts";

const scene = setScene();
beforeEach(() => {
  const { state } = scene.github;
  Object.assign(state.permissions, { "pull-requests": "write", checks: "write" });
  state.comments = [];
  state.checkRuns = [];
});

/** The event of a pull request whose head is the run's commit. */
function pullRequest(run: WorkflowRun): NonNullable<RunRequest["event"]> {
  const repo = { id: 1 };
  const sides = { base: { sha: "0".repeat(40), ref: "main", repo }, head: { sha: run.sha, ref: "topic", repo } };
  return {
    name: "pull_request",
    payload: { pull_request: { number: 12, ...sides }, repository: { default_branch: "main" } },
  };
}

/**
 * For stories in which nothing depends on the tests of the application, nor on what is asked of its packages and
 * schema.
 */
const off = "test coverage unused-deps deps-audit migrations migration-safety rollback-plan backup".split(" ");
const untested = [
  {
    file: ".github/phoenix-deploy.yml",
    from: "dialyzer: off",
    to: ["dialyzer", ...off].map((check) => `${check}: off`).join(", "),
  },
];

const untidy = "defmodule DemoApp.Odd do\n  @moduledoc false\n  def odd(unused), do: 1\nend\n";

const spec = (run: WorkflowRun): JobSpec => ({
  ...jobs.validate,
  event: pullRequest(run),
  with: { "check-run": "true" },
});

describe("on a pull request validate", () => {
  test("keeps one comment up to date, and names first what the pull request itself brought", async () => {
    const files = { "lib/demo_app/odd.ex": untidy };
    const failing = scene.begin({ version: "1.0.0", files, edits: untested });
    scene.github.state.files[12] = [
      { filename: "lib/demo_app/odd.ex", status: "added", patch: "@@ -0,0 +1,4 @@\n+a\n+b\n+c\n+d" },
    ];
    const failed = await scene.ends(failing, spec(failing), "checks_failed");
    const placed = failed.annotations.find(({ properties }) => properties["file"] !== undefined);
    expect(placed).toMatchObject({ properties: { file: "lib/demo_app/odd.ex", line: "3" } });
    expect(failed.summary).toContain("on changed lines");
    const [comment, ...more] = scene.github.state.comments;
    expect(more).toEqual([]);
    expect(comment?.body).toMatch(/^<!-- phoenix-deploy:report:v1 key=[^\n]* -->\n## ❌ Failed/);
    expect(comment?.body).toContain("lib/demo_app/odd.ex:3");
    expect(scene.github.state.checkRuns).toMatchObject([{ sha: failing.sha, conclusion: "failure" }]);

    const fixed = scene.begin({ version: "1.0.0", edits: untested });
    await scene.ends(fixed, spec(fixed), "passed");
    expect(scene.github.state.comments).toHaveLength(1);
    expect(scene.github.state.comments[0]).toMatchObject({ id: comment?.id });
    expect(scene.github.state.comments[0]?.body).toContain("## ✅ Passed");
  });
});

describe("what an earlier run proved", () => {
  const sometimes = someTests("stories of what validate proves again, and of a token that only reads", 1);
  const cache = ".phoenix-deploy-cache";
  let kept = "";
  /** Runs validate as a workflow with a cache step does: what the run before kept is laid into the checkout. */
  const validate = (run: WorkflowRun, more: Partial<JobSpec> = {}) => {
    let workspace = "";
    const before = (at: string) => {
      workspace = at;
      if (kept !== "") cpSync(join(kept, cache), join(at, cache), { recursive: true });
    };
    return scene.job(run, { ...jobs.validate, ...more, before }).then((result) => {
      kept = workspace;
      return result;
    });
  };
  /** The run before which nothing was proved; in full. */
  const begin = async () => {
    kept = "";
    const run = scene.begin({ version: "1.0.0" });
    return { run, result: await validate(run), kept };
  };
  let begun: ReturnType<typeof begin> | undefined;
  const asIn = (run: WorkflowRun) =>
    scene
      .evidence(run, "validate")
      .results.filter((one) => one.facts["as_in_run"] !== undefined)
      .map((one) => one.id);

  sometimes("is not proved again, apart from the release, whose bytes travel through no cache", async () => {
    begun ??= begin();
    const { run: first, ...before } = await begun;
    kept = before.kept;
    expect(before.result.exitCode).toBe(0);
    expect(asIn(first)).toEqual([]);
    expect(existsSync(join(kept, cache))).toBe(true);
    const names = readdirSync(join(kept, cache), { recursive: true, encoding: "utf8" });
    expect(names.filter((name) => /\.tar\.gz$|evidence/.test(name))).toEqual([]);

    const second = { ...first, runId: `${first.runId}1` };
    const result = await validate(second);
    expect(result).toMatchObject({ exitCode: 0, outputs: { tests: "82" } });
    // The tests of a commit that ships ask their databases and services anew.
    expect(asIn(second)).toEqual(["compile", "format"]);
    expect(result.summary).toContain(`✓ as in [run ${first.runId}]`);
    expect(result.outputs["release-digest"]).toMatch(/^[0-9a-f]{64}$/);
  });

  sometimes("is proved again where `fresh` asks for it", async () => {
    begun ??= begin();
    const { run: first, ...before } = await begun;
    kept = before.kept;
    const third = { ...first, runId: `${first.runId}2` };
    expect((await validate(third, { with: { fresh: "true" } })).exitCode).toBe(0);
    expect(asIn(third)).toEqual([]);
  });

  sometimes("that cannot be written down costs a warning, and no verdict", async () => {
    const run = scene.begin({ version: "1.0.0", edits: untested });
    const before = (workspace: string) => writeFileSync(join(workspace, cache), "a file where the folder should be");
    await scene.ends(run, { ...jobs.validate, before }, "passed");
    expect(scene.evidence(run, "validate").warnings.join()).toContain("Nothing could be kept");
  });

  sometimes("is proved again when what it rests on has changed, and a run that failed is not believed", async () => {
    const changed = scene.begin({ version: "1.0.0", files: { "lib/demo_app/odd.ex": untidy }, edits: untested });
    expect((await validate(changed)).exitCode).toBe(1);
    expect(asIn(changed)).toEqual([]);
    const again = { ...changed, attempt: 2 };
    expect((await validate(again)).exitCode).toBe(1);
    // The same run again finds out only what had not passed; its release still lies where the first attempt handed it
    // on.
    expect(asIn(again)).toEqual(["format", "release"]);
  });

  sometimes(
    "or not, is in the summary of a pull request whose token only reads, with the reason why there is no comment",
    async () => {
      Object.assign(scene.github.state.permissions, { "pull-requests": "read", checks: "none" });
      const run = scene.begin({ version: "1.0.0", edits: untested });
      const result = await scene.ends(run, spec(run), "passed");
      expect(result.exitCode).toBe(0);
      expect(scene.github.state.comments).toEqual([]);
      expect(result.summary).toContain("pull-requests: write");
      expect(result.summary).toContain("checks: write");
    },
  );

  sometimes.add();
});
