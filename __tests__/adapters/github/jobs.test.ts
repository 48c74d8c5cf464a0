import { expect, test } from "@jest/globals";
import type { Job } from "../../acceptance/github/state.ts";
import { sha, withServer } from "./open.ts";

const github = withServer();
const job = (name: string, more: Partial<Job> = {}): Job => ({
  ...{ jobId: "7", runId: "42", sha, environment: name },
  ...more,
});

test("jobs that a runner had, and those that none ever had", async () => {
  github.server.state.jobs = [
    job("validate", { ended: { conclusion: "success", began: true } }),
    job("production", { ended: { conclusion: "failure", began: false } }),
    job("report"),
    job("of another run", { runId: "43" }),
  ];
  expect(await github.open().jobsOfRun()).toEqual({
    ok: true,
    value: [
      { name: "validate", conclusion: "success", began: true },
      { name: "production", conclusion: "failure", began: false },
      { name: "report", conclusion: null, began: true },
    ],
  });
  expect(github.server.requests[0]).toContain("filter=all");
});

test("all pages of them", async () => {
  github.server.state.jobs = Array.from({ length: 250 }, (_, at) => job(`job ${at}`));
  const answer = await github.open().jobsOfRun();
  expect(answer.ok && answer.value.map(({ name }) => name)).toEqual(
    Array.from({ length: 250 }, (_, at) => `job ${at}`),
  );
});

test("a list without an end is no answer", async () => {
  github.server.state.jobs = Array.from({ length: 1_001 }, () => job("x"));
  expect(await github.open().jobsOfRun()).toMatchObject({ ok: false, why: expect.stringContaining("not all read") });
});

test("a token that may not read them", async () => {
  github.server.state.permissions.actions = "none";
  expect(await github.open().jobsOfRun()).toMatchObject({ ok: false, status: 403 });
});
