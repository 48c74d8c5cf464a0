import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readEvent } from "../../src/adapters/event.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-event-"));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, "event.json");
const nothing = { pullRequest: null, workflowRun: null, mergeBase: null, defaultBranch: null };
const read = (payload: unknown) => {
  writeFileSync(path, typeof payload === "string" ? payload : JSON.stringify(payload));
  return readEvent(path);
};

const [base, head] = ["b".repeat(40), "c".repeat(40)];
const repository = { id: 1, default_branch: "trunk" };
const pullRequest = {
  number: 7,
  base: { sha: base, ref: "trunk", repo: { id: 1 } },
  head: { sha: head, ref: "feature", repo: { id: 1 } },
};
const changed = (side: "base" | "head", more: object) => ({
  ...pullRequest,
  [side]: { ...pullRequest[side], ...more },
});

describe("the event of a run", () => {
  test("tells the pull request and the default branch", () => {
    expect(read({ action: "opened", number: 7, pull_request: { ...pullRequest, title: "x" }, repository })).toEqual({
      pullRequest: { number: 7, baseSha: base, baseRef: "trunk", headSha: head, fromFork: false },
      workflowRun: null,
      mergeBase: null,
      defaultBranch: "trunk",
    });
  });

  test("of a push tells no pull request", () => {
    expect(read({ ref: "refs/heads/trunk", after: head, repository })).toEqual({ ...nothing, defaultBranch: "trunk" });
  });

  test("of a merge queue tells none either, and what its group is merged onto", () => {
    const group = { head_sha: head, base_sha: base, base_ref: "refs/heads/trunk" };
    expect(read({ merge_group: group, repository })).toEqual({ ...nothing, mergeBase: base, defaultBranch: "trunk" });
    expect(read({ merge_group: { ...group, base_sha: "--upload-pack=x" } }).mergeBase).toBeNull();
  });

  test.each<[string, object]>([
    ["another repository", { repo: { id: 2 } }],
    ["a repository that was deleted", { repo: null }],
    ["a repository that is not told", { repo: undefined }],
    ["a repository of another form", { repo: { id: "1" } }],
  ])("is from a fork when its head lies in %s", (_title, more) => {
    expect(read({ pull_request: changed("head", more), repository }).pullRequest).toMatchObject({ fromFork: true });
  });

  test("tells the run that started this one, and whether that is of a fork", () => {
    const started = (head_repository: unknown) =>
      read({ workflow_run: { head_sha: head, head_repository }, repository }).workflowRun;
    expect(started({ id: 1 })).toEqual({ headSha: head, fromFork: false });
    for (const other of [{ id: 2 }, null, undefined, { id: "1" }])
      expect(started(other)).toEqual({ headSha: head, fromFork: true });
    expect(read({ workflow_run: { head_sha: "--x" }, repository }).workflowRun).toBeNull();
  });

  test("carries any name of a branch as it is", () => {
    const ref = "--upload-pack=$(id)\n::error::";
    expect(read({ pull_request: changed("base", { ref }) }).pullRequest?.baseRef).toBe(ref);
  });
});

describe("an event that cannot be understood tells nothing of what is not understood:", () => {
  test.each<[string, unknown]>([
    ["a number that is none", { ...pullRequest, number: "7; id" }],
    ["a number below one", { ...pullRequest, number: 0 }],
    ["a fraction", { ...pullRequest, number: 1.5 }],
    ["a commit that is an option of git", changed("base", { sha: `--${"b".repeat(38)}` })],
    ["a commit that is cut", changed("head", { sha: "c".repeat(39) })],
    ["no name of the base", changed("base", { ref: "" })],
    ["a list", [pullRequest]],
    ["null", null],
    ["no head", { number: 7, base: pullRequest.base }],
  ])("%s", (_title, odd) => {
    expect(read({ pull_request: odd, repository })).toEqual({ ...nothing, defaultBranch: "trunk" });
  });

  test.each([
    "",
    "null",
    "[]",
    "7",
    '"text"',
    "{",
    "\u0000\u0001",
    "\ufeff{}",
    '{"repository": {"default_branch": 7}}',
  ])("%j", (text) => {
    expect(read(text)).toEqual(nothing);
  });

  test("a repository of another form leaves the pull request", () => {
    expect(read({ pull_request: pullRequest, repository: [] })).toMatchObject({
      pullRequest: { number: 7 },
      defaultBranch: null,
    });
  });

  test.each([undefined, "", join(folder, "absent.json"), folder, "/dev/zero", "/proc/self/mem"])(
    "no file at %s",
    (at) => {
      expect(readEvent(at)).toEqual(nothing);
    },
  );

  test("any JSON at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (pull_request, repository) => {
        expect(Object.keys(read({ pull_request, repository })).sort()).toEqual([
          "defaultBranch",
          "mergeBase",
          "pullRequest",
          "workflowRun",
        ]);
      }),
      { numRuns: 200 },
    );
  });
});
