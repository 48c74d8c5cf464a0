import { z } from "zod";
import {
  commonInputs,
  commonOutputs,
  defineContract,
  deployOutputs,
  dryRunInput,
  jobIdInput,
  text,
} from "../../src/contract.ts";
import { rollbackReasons } from "../../src/domain/criteria.ts";

export const contract = defineContract({
  folder: "rollback",
  name: "Phoenix Deploy: rollback",
  description: "Roll an environment back to the last verified release, for a named reason.",
  branding: { icon: "rotate-ccw", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    jobs: text()
      .prefault("")
      .describe(
        "Accepted like in every action, and not needed: a rollback uses what the hosts recorded, not evidence.",
      ),
    ...dryRunInput,
    environment: text().prefault("production").describe("Name of the environment in the settings file."),
    reason: z
      .enum(rollbackReasons)
      .describe(
        "Why: `error-rate`, `performance`, `p1-bug`, `security`, `data-integrity`, `manual`, or `drill` for a " +
          "rehearsal, which does not mark the release bad.",
      ),
    "reason-detail": text().prefault("").describe("More about the reason; required for `manual`."),
    lock: z
      .enum(["wait", "take"])
      .prefault("wait")
      .describe(
        "`wait` for a run that holds the lock, as long as `lock-wait` says, or `take` the lock from it: that run " +
          "stops before its next change.",
      ),
    "github-token": text()
      .prefault("${{ github.token }}")
      .describe("Token that records on GitHub what serves now, and opens the issue of a rollback."),
    ...jobIdInput,
  }),
  outputs: { ...commonOutputs, ...deployOutputs },
  permissions: {
    "contents: read": "to check the repository out, and to compare the two releases",
    "deployments: write": "to record on GitHub what serves afterwards; without it, nothing is recorded",
    "issues: write": "where `issue` is set: to open the issue of the rollback",
    "pull-requests: read": "where `issue` is set: to name the pull requests of the release that was left",
  },
});
