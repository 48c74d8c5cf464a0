import { describe, expect, test } from "@jest/globals";
import { alice, bob } from "../../acceptance/github/server.ts";
import { withServer } from "./open.ts";

const github = withServer();

describe("the rules of an environment", () => {
  test("name users and teams that review, the timer and the switches", async () => {
    github.server.state.environments["production"] = {
      reviewers: [bob],
      teams: ["ops"],
      preventSelfReview: true,
      waitMinutes: 30,
    };
    expect(await github.open().environment("production")).toEqual({
      ok: true,
      value: {
        reviewers: ["bob", "ops"],
        hasTeam: true,
        preventSelfReview: true,
        adminsBypass: false,
        waitMinutes: 30,
      },
    });
  });

  test("are empty where nobody made any, and unknown where GitHub does not say", async () => {
    github.server.state.instead = () => ({ status: 200, body: { name: "production" } });
    expect(await github.open().environment("production")).toEqual({
      ok: true,
      value: { reviewers: [], hasTeam: false, preventSelfReview: null, adminsBypass: null, waitMinutes: 0 },
    });
  });

  test("are not there for an environment that nobody created", async () => {
    expect(await github.open().environment("producton")).toEqual({ ok: false, status: 404, why: "Not Found" });
  });
});

describe("reviews of a run", () => {
  test("tell the state, the reviewer, the comment and the environments", async () => {
    github.server.state.approvals.push({ environment: "staging", state: "pending", user: alice });
    expect(await github.open().approvals()).toEqual({
      ok: true,
      value: [
        { state: "approved", login: "bob", userId: 102, comment: "Ship it", environments: ["production"] },
        { state: "pending", login: "alice", userId: 101, comment: "Ship it", environments: ["staging"] },
      ],
    });
  });

  test("keep a state that GitHub adds one day, and need no comment", async () => {
    const review = { state: "withdrawn", user: { id: 1, login: "x" }, environments: [{ name: "production" }] };
    github.server.state.instead = () => ({ status: 200, body: [review] });
    expect(await github.open().approvals()).toMatchObject({ ok: true, value: [{ state: "withdrawn", comment: "" }] });
  });
});

test("a run names who started it, and this attempt of it", async () => {
  github.server.state.attempt = 3;
  expect(await github.open().run()).toMatchObject({
    ok: true,
    value: { actorId: 101, triggeringActor: "alice", attempt: 3, event: "push" },
  });
});
