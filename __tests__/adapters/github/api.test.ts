import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Instead } from "../../acceptance/github/state.ts";
import { withServer } from "./open.ts";

const github = withServer();

/** How often a path was asked for. */
const asked = (path: string) => github.server.requests.filter((one) => one.includes(path)).length;

describe("an answer that is none is reported with its reason:", () => {
  test.each<[string, Instead, number, string]>([
    [
      "a token without permission",
      { status: 403, body: { message: "Resource not accessible by integration" } },
      403,
      "Resource not accessible by integration",
    ],
    ["what is not there", { status: 404, body: { message: "Not Found" } }, 404, "Not Found"],
    [
      "what GitHub refuses to do, with its details",
      {
        status: 422,
        body: {
          message: "Validation Failed",
          errors: [{ code: "custom", message: "body is too long" }, { code: "x" }],
        },
      },
      422,
      "Validation Failed: body is too long",
    ],
    [
      "a secondary rate limit, which is no lack of permission",
      { status: 403, body: { message: "You have exceeded a secondary rate limit." }, headers: { "retry-after": "60" } },
      429,
      "You have exceeded a secondary rate limit (it asks to wait 60 s)",
    ],
    [
      "a spent rate limit",
      { status: 403, body: { message: "API rate limit exceeded" }, headers: { "x-ratelimit-remaining": "0" } },
      429,
      "API rate limit exceeded",
    ],
    ["too many requests", { status: 429, body: { message: "Slow down\n::error::x" } }, 429, "Slow down"],
    [
      "a page of HTML",
      { status: 502, text: "<html>Bad Gateway</html>", headers: { "content-type": "text/html" } },
      502,
      "without a reason",
    ],
    ["broken JSON", { status: 200, text: '{"state": ' }, 200, "the answer is not of the known form"],
    ["an empty body", { status: 200, text: "" }, 200, "the answer is not of the known form"],
    ["another form", { status: 200, body: [{ state: 1 }] }, 200, "the answer is not of the known form (0.state)"],
  ])("%s", async (_title, instead, status, why) => {
    github.server.state.instead = () => instead;
    expect(await github.open().approvals()).toEqual({ ok: false, status, why });
  });

  test("a server that does not answer in time", async () => {
    github.server.state.instead = () => ({ status: 200, body: [], afterMs: 1_000 });
    expect(await github.open({ limitMs: 100, pausesMs: [] }).approvals()).toEqual({
      ok: false,
      status: 0,
      why: "no answer within 0.1 s",
    });
  });

  test("a server that is not there", async () => {
    const door = github.open({ apiUrl: "http://127.0.0.1:1", pausesMs: [] });
    expect(await door.approvals()).toMatchObject({ ok: false, status: 0 });
  });

  test("no token, without asking", async () => {
    expect(await github.open({ token: "" }).run()).toEqual({
      ok: false,
      status: 0,
      why: "the input `github-token` is empty",
    });
    expect(github.server.requests).toEqual([]);
  });

  test("a token that is not good", async () => {
    expect(await github.open({ token: "other" }).run()).toMatchObject({
      ok: false,
      status: 401,
      why: "Bad credentials",
    });
  });
});

describe("a failing server", () => {
  test("is asked a read again, and its later answer counts", async () => {
    let failures = 2;
    github.server.state.instead = () => (failures-- > 0 ? { status: 503, body: { message: "Unavailable" } } : null);
    expect(await github.open().approvals()).toMatchObject({ ok: true, value: [{ login: "bob", state: "approved" }] });
    expect(asked("/approvals")).toBe(3);
  });

  test("is not asked for ever", async () => {
    github.server.state.instead = () => ({ status: 500, body: { message: "Oops." } });
    expect(await github.open().approvals()).toEqual({ ok: false, status: 500, why: "Oops" });
    expect(asked("/approvals")).toBe(3);
  });

  test("that asks to be left alone for a while is asked again after that", async () => {
    let refusals = 1;
    const slept: number[] = [];
    const headers = { "retry-after": "30" };
    github.server.state.instead = () =>
      refusals-- > 0 ? { status: 403, body: { message: "You have exceeded a secondary rate limit." }, headers } : null;
    const sleep = async (ms: number) => void slept.push(ms);
    expect(await github.open({ sleep }).approvals()).toMatchObject({ ok: true });
    expect(slept).toEqual([30_000]);
  });

  test("is waited for once", async () => {
    const headers = { "retry-after": "60" };
    github.server.state.instead = () => ({ status: 429, body: { message: "Slow down" }, headers });
    expect(await github.open().approvals()).toMatchObject({ ok: false, status: 429 });
    expect(asked("/approvals")).toBe(2);
  });

  test.each(["3600", "soon", "-1"])("that asks to wait for `%s` is not waited for", async (seconds) => {
    const slept: number[] = [];
    github.server.state.instead = () => ({ status: 429, body: { message: "x" }, headers: { "retry-after": seconds } });
    const sleep = async (ms: number) => void slept.push(ms);
    expect(await github.open({ sleep }).approvals()).toMatchObject({ ok: false, status: 429 });
    expect(slept).toEqual([]);
    expect(asked("/approvals")).toBe(1);
  });

  test("that is gone for a moment is asked a read again", async () => {
    const slept: number[] = [];
    const sleep = async (ms: number) => void slept.push(ms);
    const door = github.open({ apiUrl: "http://127.0.0.1:1", pausesMs: [3, 5], sleep });
    expect(await door.approvals()).toMatchObject({ ok: false, status: 0 });
    expect(slept).toEqual([3, 5]);
  });

  test("is never asked to write twice: the first time may have been done", async () => {
    github.server.state.instead = ({ method, path }) =>
      method === "POST" && path !== "/graphql" ? { status: 502, body: {} } : null;
    expect(await github.open().stickyComment({ pullRequest: 1, marker: "<!-- m -->", body: "b" })).toMatchObject({
      ok: false,
      status: 502,
    });
    expect(github.server.requests.filter((one) => one.startsWith("POST /repos"))).toHaveLength(1);
  });
});

test("a refusal is not asked again", async () => {
  github.server.state.permissions.actions = "none";
  expect(await github.open().approvals()).toMatchObject({ ok: false, status: 403 });
  expect(asked("/approvals")).toBe(1);
});

test("names of environments reach GitHub as they are, whatever they hold", async () => {
  for (const name of ["eu/prod", "a b", "x?y#z", "{owner}", "%2F", ":id", "größe", "$(id)\n", "../../x", "-rf"]) {
    github.server.state.environments[name] = { reviewers: [], preventSelfReview: false, waitMinutes: 7 };
    expect(await github.open().environment(name)).toMatchObject({ ok: true, value: { waitMinutes: 7 } });
  }
});

test("no answer of any form throws", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.jsonValue(),
      fc.constantFrom(200, 201, 400, 403, 404, 409, 418, 422, 451),
      async (body, status) => {
        github.server.state.instead = () => ({ status, body });
        const door = github.open({ pausesMs: [] });
        const answers = await Promise.all([
          ...[
            door.environment("production"),
            door.approvals(),
            door.run(),
            door.jobEnvironment("7", "a", "production"),
          ],
          ...[door.stickyComment({ pullRequest: 1, marker: "<!-- m -->", body: "" }), door.changedFiles(1)],
        ]);
        for (const answer of answers) expect(typeof answer.ok).toBe("boolean");
      },
    ),
    { numRuns: 60 },
  );
});
