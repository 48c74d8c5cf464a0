import { describe, expect, test } from "@jest/globals";
import { alice, bob } from "../../acceptance/github/server.ts";
import type { PullRequest } from "../../acceptance/github/state.ts";
import { sha, withServer } from "./open.ts";

const github = withServer();

const [older, newer, elsewhere] = ["b".repeat(40), "c".repeat(40), "d".repeat(40)];

describe("where a branch or tag points", () => {
  test("is the commit itself, or a later one that contains it, or neither", async () => {
    const { state } = github.server;
    state.history = [older, sha, newer];
    for (const [at, contains, ahead] of [
      [sha, true, 0],
      [newer, true, 1],
      [older, false, 0],
      [elsewhere, false, 1],
    ] as const) {
      state.refs["heads/feature/a b"] = at;
      expect(await github.open().refStanding("refs/heads/feature/a b", sha)).toEqual({
        ok: true,
        value: { at, contains, ahead },
      });
    }
  });

  test("is nothing where it was deleted, and no commit of it where the run's is gone from the server", async () => {
    const { state } = github.server;
    state.refs["tags/v1"] = null;
    expect(await github.open().refStanding("refs/tags/v1", sha)).toEqual({
      ok: true,
      value: { at: null, contains: false, ahead: 0 },
    });
    state.refs["tags/v1"] = newer;
    expect(await github.open().refStanding("refs/tags/v1", sha)).toMatchObject({
      value: { at: newer, contains: false },
    });
  });

  test.each([403, 500])("is not known where GitHub answers %i", async (status) => {
    github.server.state.instead = () => ({ status, body: { message: "No" } });
    expect(await github.open().refStanding("refs/heads/main", sha)).toMatchObject({ ok: false, status });
  });
});

describe("the pull requests of a commit", () => {
  const pull: PullRequest = {
    ...{ number: 7, title: "x", url: "https://github.com/acme/shop/pull/7" },
    author: alice,
    head: older,
    mergedAs: sha,
    reviews: [],
  };

  test("name their author, their head and what they were merged as", async () => {
    github.server.state.pulls = [
      pull,
      { ...pull, number: 8, head: sha, mergedAs: null },
      { ...pull, number: 9, mergedAs: newer },
    ];
    expect(await github.open().pullRequestsOf(sha)).toEqual({
      ok: true,
      value: [
        {
          ...{ number: 7, title: "x", url: "https://github.com/acme/shop/pull/7" },
          author: "alice",
          authorId: 101,
          headSha: older,
          mergedAs: sha,
        },
        {
          ...{ number: 8, title: "x", url: "https://github.com/acme/shop/pull/8" },
          author: "alice",
          authorId: 101,
          headSha: sha,
          mergedAs: null,
        },
      ],
    });
  });

  test("have reviews, all pages of them, each of a commit", async () => {
    const reviews = Array.from({ length: 130 }, (_, index) => ({
      user: index % 2 === 0 ? bob : { id: 9, login: "review[bot]" },
      state: "APPROVED",
      commit: index === 0 ? null : older,
    }));
    github.server.state.pulls = [{ ...pull, reviews }];
    const answer = await github.open().reviewsOf(7);
    expect(answer.ok && answer.value.length).toBe(130);
    expect(answer.ok && answer.value.slice(0, 2)).toEqual([
      { state: "APPROVED", login: "bob", userId: 102, bot: false, commit: null },
      { state: "APPROVED", login: "review[bot]", userId: 9, bot: true, commit: older },
    ]);
  });

  test("with more reviews than are read are no answer: what counts may stand behind the end", async () => {
    const reviews = Array.from({ length: 1_001 }, () => ({ user: bob, state: "COMMENTED", commit: older }));
    github.server.state.pulls = [{ ...pull, reviews }];
    expect(await github.open().reviewsOf(7)).toMatchObject({
      ok: false,
      status: 200,
      why: expect.stringContaining("1000 reviews or more"),
    });
  });

  test("say of a person what they may do, and of a team whether they are in it", async () => {
    const { state } = github.server;
    state.roles = { bob: "admin" };
    expect(await github.open().permissionOf("bob")).toEqual({ ok: true, value: "admin" });
    expect(await github.open().permissionOf("eve")).toEqual({ ok: true, value: "read" });
    expect(await github.open().memberOfTeam("acme/oncall", "bob")).toMatchObject({ ok: false, status: 403 });
    state.permissions.members = "read";
    state.teams = { "acme/oncall": [bob] };
    expect(await github.open().memberOfTeam("acme/oncall", "bob")).toEqual({ ok: true, value: true });
    expect(await github.open().memberOfTeam("acme/oncall", "alice")).toEqual({ ok: true, value: false });
  });
});
