import { describe, expect, test } from "@jest/globals";
import type { JobEnvironment } from "../../../src/domain/gate/approval.ts";
import { sha, withServer } from "./open.ts";

const github = withServer();

const start = (jobId: string, more: { environment?: string; runId?: string; runnerName?: string } = {}) =>
  github.server.startJob({ jobId, runId: "42", sha, environment: "production", ...more });
const idToken = (jobId: string) => {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = github.server.idTokenOf(jobId);
  return { url, token };
};
const found = (name: string | null, evidence: JobEnvironment["evidence"], waited: boolean | null) => ({
  ok: true,
  // The number of the deployment, where a record of it was read.
  value: { name, evidence, waited, ...(waited === null ? {} : { deployment: expect.any(Number) }) },
});
/** An ID token with these claims, in place of the runner's. */
const claim = (claims: unknown) => {
  const value = `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.s`;
  github.server.state.instead = ({ path }) => (path.startsWith("/idtoken/") ? { status: 200, body: { value } } : null);
};

describe("the environment of this very job is found", () => {
  test("by the deployment of its check run, with the wait that its history shows", async () => {
    start("7");
    expect(await github.open().jobEnvironment("7", sha, "production")).toEqual(found("production", "graphql", true));
  });

  test("also when it is another than the one that was asked about", async () => {
    start("7", { environment: "staging" });
    expect(await github.open().jobEnvironment("7", sha, "production")).toEqual(found("staging", "graphql", false));
  });

  test("by its log where GraphQL may not be asked, among those of other jobs", async () => {
    for (const [jobId, runId] of [
      ["77", "42"],
      ["7", "42"],
      ["8", "42"],
      ["7000", "41"],
    ] as const)
      start(jobId, { runId });
    github.server.state.permissions.checks = "none";
    expect(await github.open().jobEnvironment("7", sha, "production")).toEqual(found("production", "log-url", true));
  });

  test("by its log where GraphQL fails", async () => {
    start("7");
    github.server.state.instead = ({ path }) => (path === "/graphql" ? { status: 502, text: "" } : null);
    expect(await github.open().jobEnvironment("7", sha, "production")).toEqual(found("production", "log-url", true));
  });

  test("by the run's only deployment where logs name the run alone", async () => {
    start("7");
    start("6", { runId: "41" });
    start("5", { runId: "421" });
    github.server.state.permissions.checks = "none";
    github.server.state.logNames = "run";
    expect(await github.open().jobEnvironment("7", sha, "production")).toEqual(found("production", "run-url", true));
  });

  test("by the job that runs on this runner, where the server does not tell the job's id", async () => {
    start("7", { runnerName: "runner 1" });
    start("8", { runnerName: "runner 2", environment: "staging" });
    expect(await github.open({ runnerName: "runner 1" }).jobEnvironment("", sha, "production")).toEqual(
      found("production", "graphql", true),
    );
  });
});

describe("nothing is taken for this job's environment", () => {
  test("when GitHub says that the job has no deployment", async () => {
    start("7");
    github.server.state.deployments = [];
    expect(await github.open().jobEnvironment("7", sha, "production")).toEqual(found(null, "graphql", null));
  });

  test("when the run's only deployment is another job's", async () => {
    start("8");
    github.server.state.permissions.checks = "none";
    expect(await github.open().jobEnvironment("7", sha, "production")).toEqual(found(null, "log-url", null));
  });

  test("when the run has several, and their logs name the run alone", async () => {
    start("7");
    start("8");
    github.server.state.permissions.checks = "none";
    github.server.state.logNames = "run";
    expect(await github.open().jobEnvironment("7", sha, "production")).toEqual(found(null, "log-url", null));
  });

  test("when the deployments may not be read", async () => {
    start("7");
    github.server.state.permissions.deployments = "none";
    expect(await github.open().jobEnvironment("7", sha, "production")).toMatchObject({ ok: false, status: 403 });
  });

  test("when one deployment's history may not be read", async () => {
    start("7");
    github.server.state.permissions.checks = "none";
    github.server.state.instead = ({ path }) =>
      path.endsWith("/statuses") ? { status: 404, body: { message: "Not Found" } } : null;
    expect(await github.open().jobEnvironment("7", sha, "production")).toMatchObject({ ok: false, status: 404 });
  });

  test.each(["", "0x7", "7; id", "../7", "7\n", "9".repeat(200_000)])(
    "when the job's id is not one: %#",
    async (jobId) => {
      start("7");
      start("8");
      github.server.state.instead = ({ path }) =>
        path.includes("/check-runs/") ? { status: 404, body: { message: "Not Found" } } : null;
      expect(await github.open().jobEnvironment(jobId, sha, "production")).toMatchObject({
        ok: true,
        value: { name: null },
      });
    },
  );
});

describe("the job's own ID token", () => {
  test("is the strongest evidence, and the history adds the wait", async () => {
    start("7");
    expect(await github.open({ idToken: idToken("7") }).jobEnvironment("7", sha, "production")).toEqual(
      found("production", "oidc", true),
    );
    expect(github.server.requests).toContain("GET /idtoken/7?api-version=2.0&audience=phoenix-deploy");
  });

  test("tells the job's id where the input is empty", async () => {
    start("7");
    start("8", { environment: "staging" });
    expect(await github.open({ idToken: idToken("7") }).jobEnvironment("", sha, "production")).toEqual(
      found("production", "oidc", true),
    );
  });

  test("names the environment also where no record can be read", async () => {
    start("7");
    github.server.state.permissions.deployments = "none";
    expect(await github.open({ idToken: idToken("7") }).jobEnvironment("7", sha, "production")).toEqual(
      found("production", "oidc", null),
    );
  });

  test("of a job without an environment names none, whatever was deployed", async () => {
    start("7");
    claim({ run_id: 42, sub: "repo:acme/shop:environment:production" });
    expect(await github.open({ idToken: idToken("7") }).jobEnvironment("7", sha, "production")).toEqual(
      found(null, "oidc", null),
    );
  });

  test.each([
    ["run", { run_id: "41", check_run_id: "7", environment: "production" }],
    ["job", { run_id: "42", check_run_id: 8, environment: "production" }],
  ])("of another %s is refused", async (_title, claims) => {
    start("7");
    claim(claims);
    expect(await github.open({ idToken: idToken("7") }).jobEnvironment("7", sha, "production")).toMatchObject({
      ok: false,
      status: 200,
      why: expect.stringContaining("not of this job"),
    });
  });

  test.each<[string, unknown]>([
    ["that does not come", { message: "no" }],
    ["that is none", { value: "not a token" }],
    ["that holds no object", { value: `e30.${Buffer.from("7").toString("base64url")}.s` }],
    [
      "whose environment is no text",
      { value: `e30.${Buffer.from('{"run_id":"42","environment":{}}').toString("base64url")}.s` },
    ],
  ])("%s leaves the word to the records", async (_title, body) => {
    start("7");
    github.server.state.instead = ({ path }) => (path.startsWith("/idtoken/") ? { status: 200, body } : null);
    expect(await github.open({ idToken: idToken("7") }).jobEnvironment("7", sha, "production")).toEqual(
      found("production", "graphql", true),
    );
  });
});
