import { describe, expect, test } from "@jest/globals";
import { jobFacts } from "../../src/adapters/job.ts";

const env = { GITHUB_RUN_ID: "7", GITHUB_RUN_ATTEMPT: "1", GITHUB_JOB: "deploy", GITHUB_WORKSPACE: "/work" };
const nameOf = (more: NodeJS.ProcessEnv, id = "") =>
  jobFacts({ env: { ...env, ...more }, cwd: "/", pid: 7, entry: import.meta.filename }, id).job;

describe("the name of a job", () => {
  test("holds GitHub's id of the job, so that the jobs of a matrix differ", () => {
    expect(nameOf({}, "5001")).toBe("deploy-5001");
    expect(nameOf({}, "5002")).toBe("deploy-5002");
  });

  test("differs for the jobs of a matrix also without GitHub's id, and is the same for the steps of one job", () => {
    const first = nameOf({ RUNNER_TRACKING_ID: "github_a" });
    expect(nameOf({ RUNNER_TRACKING_ID: "github_b" })).not.toBe(first);
    expect(nameOf({ RUNNER_TRACKING_ID: "github_a" })).toBe(first);
    expect(first).toMatch(/^deploy-[0-9a-f]{8}$/);
  });

  test.each(["${{ job.check_run_id }}", "", "x y", "1; rm -rf /"])(
    "is a plain word whatever stands in the input: %j",
    (id) => {
      expect(nameOf({ GITHUB_JOB: "de ploy/\n$x" }, id)).toMatch(/^[A-Za-z0-9_-]+$/);
    },
  );
});
