import { describe, expect, test } from "@jest/globals";
import { issueMarker } from "../../../src/domain/rollback/issue.ts";
import { bob } from "../../acceptance/github/server.ts";
import { withServer } from "./open.ts";

const github = withServer();
const marker = issueMarker({ environment: "production", left: "1.4.2-0123abcd" });
const wanted = {
  marker,
  title: "production: 1.4.2 was rolled back",
  body: "What was seen.",
  labels: ["incident"],
  assignees: ["bob"],
};

function mayWrite() {
  const { state } = github.server;
  Object.assign(state.permissions, { issues: "write", "pull-requests": "none" });
  return state;
}

describe("the issue of a rollback", () => {
  test("is opened once; the same again is a comment, and opens it again", async () => {
    const state = mayWrite();
    expect(await github.open().markedIssue(wanted)).toEqual({
      ok: true,
      value: { number: 1, url: "https://github.com/acme/shop/issues/1", created: true, without: "" },
    });
    const [issue] = state.issues;
    expect(issue).toMatchObject({
      title: wanted.title,
      body: `${marker}\nWhat was seen.`,
      labels: ["incident"],
      assignees: ["bob"],
    });
    if (issue !== undefined) issue.state = "closed";
    expect(await github.open().markedIssue({ ...wanted, body: "Again." })).toMatchObject({
      value: { number: 1, created: false },
    });
    expect(state.issues).toMatchObject([{ state: "open" }]);
    expect(state.comments).toMatchObject([{ issue: 1, body: `${marker}\nAgain.` }]);
    // No sign for a watch that looks for new issues.
    expect(await github.open().newestIssues()).toEqual({ ok: true, value: [] });
  });

  test("of another release, or with a marker that another person wrote, is opened beside it", async () => {
    const state = mayWrite();
    state.issues.push({ number: 4, title: "x", labels: [], body: `${marker}\nx`, user: bob });
    expect(await github.open().markedIssue(wanted)).toMatchObject({ value: { number: 5, created: true } });
    const other = issueMarker({ environment: "production", left: "1.4.3-0123abcd" });
    expect(await github.open().markedIssue({ ...wanted, marker: other })).toMatchObject({
      value: { number: 6, created: true },
    });
  });

  test("is opened without an assignee who cannot be assigned, and says so", async () => {
    mayWrite();
    const answer = await github.open().markedIssue({ ...wanted, assignees: ["nobody-here"] });
    expect(answer).toMatchObject({
      ok: true,
      value: { created: true, without: expect.stringContaining("Validation Failed") },
    });
  });

  test("that a token may not open is an answer", async () => {
    expect(await github.open().markedIssue(wanted)).toMatchObject({ ok: false, status: 403 });
  });
});

describe("suspect commits", () => {
  test("are those that GitHub's comparison has, the newest first", async () => {
    const { state } = github.server;
    state.history = ["a", "b", "c"].map((letter) => letter.repeat(40));
    state.messages["c".repeat(40)] = "Faster cart (#7)\n\nMore.";
    expect(await github.open().comparedCommits("a".repeat(40), "c".repeat(40))).toEqual({
      ok: true,
      value: {
        total: 2,
        commits: [
          { sha: "c".repeat(40), subject: "Faster cart (#7)", author: "Alice" },
          { sha: "b".repeat(40), subject: "x", author: "Alice" },
        ],
      },
    });
  });

  test("are asked for by the tag of a version; a name that nobody has is none", async () => {
    github.server.state.refs["tags/v1.4.1"] = "d".repeat(40);
    github.server.state.refs["tags/v9"] = null;
    expect(await github.open().commitOfRef("tags/v1.4.1")).toEqual({ ok: true, value: "d".repeat(40) });
    expect(await github.open().commitOfRef("tags/v9")).toEqual({ ok: true, value: null });
  });
});
