// What the runner says of a job: a push to main, unless a test says otherwise.
import type { JobFacts, PullRequest } from "../../src/ports/job.ts";

export function jobFacts(known: Partial<JobFacts> = {}): JobFacts {
  return {
    ...{ repository: "acme/shop", sha: "1".repeat(40), ref: "refs/heads/main", refName: "main", workflow: "deploy" },
    ...{
      runId: "7",
      runAttempt: "1",
      job: "deploy-5001",
      runUrl: "https://github.com/acme/shop/actions/runs/7",
      actor: "alice",
      eventName: "push",
    },
    ...{ cores: 2, bundle: "b".repeat(64), environment: "e".repeat(64), pullRequest: null, defaultBranch: "main" },
    ...{ workspace: "/work", temp: "/tmp/none" },
    ...known,
  };
}

/** A pull request from a branch of the repository itself. */
export function pullRequest(known: Partial<PullRequest> = {}): PullRequest {
  return { number: 7, baseSha: "2".repeat(40), baseRef: "main", headSha: "3".repeat(40), fromFork: false, ...known };
}
