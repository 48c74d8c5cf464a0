import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { breachesOf, type Exchange } from "./contract.ts";
import { bob, type GitHubLoopback, startGitHub } from "./server.ts";
import type { Access, Permission } from "./state.ts";

let server: GitHubLoopback;
beforeEach(async () => {
  server = await startGitHub();
  server.startJob({ jobId: "7", runId: "42", sha: "a".repeat(40), environment: "production" });
});
afterEach(() => server.close());

const repository = "/repos/acme/shop";

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { authorization: "token ghs_x" },
) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, link: response.headers.get("link"), body: JSON.parse(await response.text()) };
}

const grant = (permission: Permission, access: Access) => {
  server.state.permissions[permission] = access;
};

describe("the loopback GitHub keeps to the published description", () => {
  test.each([
    "/environments/production",
    "/environments/staging",
    "/actions/runs/42",
    "/actions/runs/42/approvals",
    "/actions/runs/42/jobs",
    "/check-runs/7",
    `/deployments?sha=${"a".repeat(40)}&environment=production&per_page=100&page=1`,
    "/deployments/700000/statuses",
    "/issues/1/comments",
  ])("in GET %s", async (path) => {
    server.state.environments["production"] = {
      reviewers: [bob],
      teams: ["ops"],
      preventSelfReview: true,
      waitMinutes: 5,
    };
    server.state.comments.push({ id: 1, issue: 1, body: "hello", user: bob });
    expect((await ask("GET", `${repository}${path}`)).status).toBe(200);
    expect(server.breaches).toEqual([]);
  });

  test("in writing comments and check runs, which it remembers", async () => {
    grant("checks", "write");
    const comment = await ask("POST", `${repository}/issues/3/comments`, { body: "first" });
    await ask("PATCH", `${repository}/issues/comments/${comment.body.id}`, { body: "second" });
    expect((await ask("GET", `${repository}/issues/3/comments`)).body).toMatchObject([
      { body: "second", user: { login: "github-actions[bot]" } },
    ]);
    const check = await ask("POST", `${repository}/check-runs`, {
      name: "deploy",
      head_sha: "a".repeat(40),
      status: "in_progress",
    });
    await ask("PATCH", `${repository}/check-runs/${check.body.id}`, {
      conclusion: "success",
      output: { title: "t", summary: "s" },
    });
    expect(server.state.checkRuns).toMatchObject([
      { status: "completed", conclusion: "success", output: { title: "t" } },
    ]);
    expect((await ask("POST", `${repository}/issues/3/comments`, { body: "x".repeat(65_537) })).status).toBe(422);
    expect(server.breaches).toEqual([]);
  });

  test("in lists, a page at a time", async () => {
    for (let id = 0; id < 5; id += 1) server.state.comments.push({ id, issue: 1, body: String(id), user: bob });
    const first = await ask("GET", `${repository}/issues/1/comments?per_page=3`);
    expect(first.body).toHaveLength(3);
    expect(first.link).toContain('page=2>; rel="next"');
    const second = await ask("GET", `${repository}/issues/1/comments?per_page=3&page=2`);
    expect({ items: second.body.length, link: second.link }).toEqual({ items: 2, link: null });
    expect(server.breaches).toEqual([]);
  });

  test("in refusing what the token's permissions do not allow", async () => {
    grant("actions", "none");
    const refused = await ask("GET", `${repository}/actions/runs/42/approvals`);
    expect(refused).toMatchObject({ status: 403, body: { message: "Resource not accessible by integration" } });
    expect((await ask("POST", `${repository}/check-runs`, { name: "n", head_sha: "a" })).status).toBe(403);
    expect((await ask("GET", `${repository}/actions/runs/42`, undefined, {})).status).toBe(401);
    expect(server.breaches).toEqual([]);
  });

  test("in making an environment that a job names and nobody created, without any rule", async () => {
    server.startJob({ jobId: "8", runId: "42", sha: "a".repeat(40), environment: "producton" });
    expect((await ask("GET", `${repository}/environments/producton`)).body).toMatchObject({
      name: "producton",
      protection_rules: [],
    });
    expect(
      (await ask("GET", `${repository}/deployments/700001/statuses`)).body.map((one: { state: string }) => one.state),
    ).toEqual(["in_progress", "queued"]);
    expect(server.breaches).toEqual([]);
  });
});

describe("a breach is reported", () => {
  const exchange = (more: Partial<Exchange> & { path: string }): Exchange => ({
    method: "GET",
    url: new URL(more.path, "http://loopback"),
    sent: undefined,
    status: 200,
    answered: [],
    ...more,
  });

  test.each<[string, Exchange, RegExp]>([
    ["an operation that the slice lacks", exchange({ path: "/user" }), /GET \/user is not an operation/],
    [
      "a misspelt query parameter",
      exchange({ path: `${repository}/deployments?enviroment=x` }),
      /no query parameter `enviroment`/,
    ],
    [
      "a number that is none",
      exchange({ path: `${repository}/deployments?per_page=all` }),
      /`per_page` must be integer/,
    ],
    [
      "a path parameter that is none",
      exchange({ path: `${repository}/actions/runs/latest/approvals` }),
      /`run_id` must be integer/,
    ],
    [
      "an answer of another form",
      exchange({ path: `${repository}/deployments`, answered: [{ id: "1" }] }),
      /answer 200\/0 must have required/,
    ],
    [
      "null where it is not allowed",
      exchange({ path: `${repository}/environments/x`, answered: null }),
      /must be object/,
    ],
    [
      "a status that it never gives",
      exchange({ path: `${repository}/deployments`, status: 204 }),
      /does not answer 204/,
    ],
    ["a body where none belongs", exchange({ path: `${repository}/deployments`, sent: {} }), /takes no body/],
    [
      "no body where one belongs",
      exchange({ method: "POST", path: `${repository}/check-runs`, status: 403 }),
      /needs a body/,
    ],
    [
      "a misspelt member of a body",
      exchange({
        method: "POST",
        path: `${repository}/issues/1/comments`,
        sent: { body: "b", boddy: "" },
        status: 403,
        answered: {},
      }),
      /the body has no member `boddy`/,
    ],
    [
      "a word that is not in the list",
      exchange({
        method: "POST",
        path: `${repository}/check-runs`,
        sent: { name: "n", head_sha: "a", status: "done" },
        status: 403,
      }),
      /body\/status must be equal to one of the allowed values/,
    ],
  ])("of %s", (_title, one, expected) => {
    expect(breachesOf(one).join("\n")).toMatch(expected);
  });

  test("of GraphQL that GitHub's schema does not have", async () => {
    const { body } = await ask("POST", "/graphql", { query: "{ viewer { logn } }" });
    expect(body.errors[0].message).toContain('Cannot query field "logn"');
    expect(server.breaches).toEqual([expect.stringContaining("logn")]);
  });

  test("and failures that are played in the service's stead are not held to it", async () => {
    server.state.instead = ({ path }) => (path.endsWith("/approvals") ? { status: 200, body: "odd" } : null);
    expect((await ask("GET", `${repository}/actions/runs/42/approvals`)).body).toBe("odd");
    expect((await ask("GET", `${repository}/actions/runs/42`)).status).toBe(200);
    expect(server.breaches).toEqual([]);
  });
});

describe("GraphQL", () => {
  const query =
    "query ($id: ID!) { node(id: $id) { ... on CheckRun { " +
    "deployment { environment statuses(first: 9) { nodes { state } } } } } }";

  test("gives the deployment of a job's check run", async () => {
    const { body } = await ask("POST", "/graphql", { query, variables: { id: "CR_7" } });
    const states = ["IN_PROGRESS", "QUEUED", "WAITING"].map((state) => ({ state }));
    expect(body).toEqual({
      data: { node: { deployment: { environment: "production", statuses: { nodes: states } } } },
    });
  });

  test("answers 200 with the reason for an unknown node, and without permission", async () => {
    expect((await ask("POST", "/graphql", { query, variables: { id: "CR_8" } })).body).toMatchObject({
      data: { node: null },
      errors: [{ message: expect.stringContaining("Could not resolve to a node") }],
    });
    grant("deployments", "none");
    expect((await ask("POST", "/graphql", { query, variables: { id: "CR_7" } })).body).toMatchObject({
      data: { node: { deployment: null } },
      errors: [{ message: "Resource not accessible by integration" }],
    });
    expect(server.breaches).toEqual([]);
  });
});
