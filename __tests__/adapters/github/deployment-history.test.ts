import { describe, expect, test } from "@jest/globals";
import type { NewDeployment } from "../../../src/ports/deployments.ts";
import { withServer } from "./open.ts";

const github = withServer();
const [first, second] = ["a".repeat(40), "b".repeat(40)];
const since = "2026-08-01T00:00:00Z";

const wanted: NewDeployment = {
  ...{ environment: "production", sha: second, task: "rollback", production: true, says: "rollback by phoenix-deploy" },
  payload: { release: "1.4.1-0123abcd", reason: "p1-bug" },
};
const status = { log: "https://github.com/acme/shop/actions/runs/42", url: "https://shop.example.com" };

describe("the record of deployments", () => {
  test("is written and read back, our own records with the release that they name", async () => {
    github.server.state.permissions.deployments = "write";
    github.server.startJob({ jobId: "5", runId: "42", sha: first, environment: "production" });
    const door = github.open();
    const made = await door.createDeployment(wanted);
    if (!made.ok) throw new Error(made.why);
    for (const [state, description] of [
      ["in_progress", ""],
      ["success", "Serves: 1.4.1-0123abcd."],
    ] as const)
      expect(await door.deploymentStatus(made.value.id, { ...status, state, description })).toEqual({
        ok: true,
        value: null,
      });
    const read = await door.deploymentHistory("production", since);
    if (!read.ok) throw new Error(read.why);
    expect(read.value.whole).toBe(true);
    expect(read.value.deployments).toMatchObject([
      {
        ...{ id: made.value.id, sha: second, task: "rollback", own: { release: "1.4.1-0123abcd" } },
        words: [{ state: "in_progress" }, { state: "success", description: "Serves: 1.4.1-0123abcd." }],
      },
      {
        sha: first,
        task: "deploy",
        own: null,
        words: [{ state: "waiting" }, { state: "queued" }, { state: "in_progress" }],
      },
    ]);
  });

  test("never proves the environment of a job: nothing held what we made ourselves", async () => {
    github.server.state.permissions.deployments = "write";
    github.server.state.logNames = "run";
    const door = github.open();
    const made = await door.createDeployment({ ...wanted, sha: first });
    if (!made.ok) throw new Error(made.why);
    await door.deploymentStatus(made.value.id, { ...status, state: "in_progress", description: "" });
    expect(await door.jobEnvironment("", first, "production")).toMatchObject({ ok: true, value: { name: null } });
  });

  test("is read in pages, back to the day that is asked for", async () => {
    for (let id = 1; id <= 450; id += 1) {
      const at = new Date(Date.parse("2026-01-01T00:00:00Z") + id * 3_600_000).toISOString();
      const job = { jobId: "", runId: "", sha: first, environment: "production" };
      github.server.state.deployments.unshift({ id, job, states: ["success"], at });
    }
    const all = await github.open().deploymentHistory("production", "2020-01-01T00:00:00Z");
    expect(all).toMatchObject({ ok: true, value: { whole: false } });
    if (all.ok)
      expect(all.value.deployments.map(({ id }) => id)).toEqual(Array.from({ length: 400 }, (_, at) => 450 - at));
    const some = await github.open().deploymentHistory("production", "2026-01-18T00:00:00Z");
    expect(some).toMatchObject({ ok: true, value: { whole: true } });
    if (some.ok) expect(some.value.deployments).toHaveLength(100);
  });

  test("that a token may not read or write is an answer", async () => {
    const door = github.open();
    expect(await door.createDeployment(wanted)).toMatchObject({ ok: false, status: 403 });
    expect(await door.deploymentStatus(1, { ...status, state: "success", description: "" })).toMatchObject({
      status: 403,
    });
    github.server.state.permissions.deployments = "none";
    expect(await door.deploymentHistory("production", since)).toMatchObject({ ok: false });
  });
});

describe("the commits below a deployment", () => {
  test("have their dates and parents, back to a day; a commit that GitHub does not know is an answer", async () => {
    const { state } = github.server;
    state.history = [first, second];
    state.dates = { [first]: "2026-11-01T10:00:00Z", [second]: "2026-11-20T10:00:00Z" };
    const commits = [
      { sha: second, at: "2026-11-20T10:00:00Z", parents: [first] },
      { sha: first, at: "2026-11-01T10:00:00Z", parents: [] },
    ];
    expect(await github.open().datedCommits(second, since)).toEqual({ ok: true, value: { commits, whole: true } });
    expect(await github.open().datedCommits(second, "2026-11-10T00:00:00Z")).toMatchObject({
      value: { commits: commits.slice(0, 1) },
    });
    expect(await github.open().datedCommits("d".repeat(40), since)).toMatchObject({
      ok: false,
      why: "GitHub does not know commit dddddddddddd",
    });
  });
});

describe("the last deployment", () => {
  test("is none that a run of ours rolled back, or that was a dry run", async () => {
    const job = { jobId: "", runId: "", environment: "production" };
    const at = "2026-11-24T10:00:00Z";
    const said = (description: string) => [{ state: "in_progress", at, description }];
    github.server.state.deployments.push(
      {
        id: 3,
        job: { ...job, sha: second },
        states: ["success"],
        words: said("Dry run: 1.4.2-0123abcd. Nothing was changed."),
      },
      {
        id: 2,
        job: { ...job, sha: second },
        states: ["success"],
        words: said("Rolled back: 1.4.2-0123abcd. 1.4.1 serves."),
      },
      { id: 1, job: { ...job, sha: first }, states: ["success"] },
    );
    expect(await github.open().lastDeployment("production")).toMatchObject({ ok: true, value: { sha: first } });
  });
});
