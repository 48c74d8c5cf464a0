import { describe, expect, test } from "@jest/globals";
import { withServer } from "./open.ts";

const github = withServer();

/** A deployment of a commit, with the newest state first. */
function deployed(id: number, letter: string, states: readonly string[], environment = "production"): void {
  const job = { jobId: String(id), runId: "1", sha: letter.repeat(40), environment };
  github.server.state.deployments.unshift({ id, job, states });
}

describe("the last deployment to an environment", () => {
  test("is the newest that succeeded, also where another one followed and failed", async () => {
    deployed(1, "a", ["inactive", "success", "in_progress"]);
    deployed(2, "b", ["inactive", "success", "in_progress"]);
    deployed(3, "c", ["failure", "in_progress"]);
    deployed(4, "d", ["waiting"]);
    deployed(5, "e", ["success"], "staging");
    const at = "2026-11-24T10:00:00Z";
    expect(await github.open().lastDeployment("production")).toEqual({ ok: true, value: { sha: "b".repeat(40), at } });
  });

  test("is none where no deployment succeeded, or there was none", async () => {
    expect(await github.open().lastDeployment("production")).toEqual({ ok: true, value: null });
    deployed(1, "a", ["failure"]);
    expect(await github.open().lastDeployment("production")).toEqual({ ok: true, value: null });
  });

  test("is not known where none of the thirty newest succeeded, and older ones may have", async () => {
    for (let id = 1; id <= 31; id += 1) deployed(id, "a", id === 1 ? ["success"] : ["failure"]);
    expect(await github.open().lastDeployment("production")).toEqual({
      ok: false,
      status: 200,
      why: "none of the newest 30 deployments succeeded",
    });
  });

  test("that cannot be read is an answer, also where only its history cannot be", async () => {
    deployed(1, "a", ["success"]);
    github.server.state.instead = ({ path }) =>
      path.endsWith("/statuses") ? { status: 404, body: { message: "Gone" } } : null;
    expect(await github.open().lastDeployment("production")).toEqual({ ok: false, status: 404, why: "Gone" });
    github.server.state.instead = null;
    github.server.state.permissions.deployments = "none";
    expect(await github.open().lastDeployment("production")).toMatchObject({ ok: false, status: 403 });
  });

  test("has a commit that is a full id, or is not read", async () => {
    deployed(1, "a", ["success"]);
    github.server.state.instead = ({ path }) =>
      path.endsWith("/deployments")
        ? { status: 200, body: [{ id: 1, sha: "--output=x", created_at: "2026-11-24T10:00:00Z" }] }
        : null;
    expect(await github.open().lastDeployment("production")).toMatchObject({ ok: false, status: 200 });
  });
});
