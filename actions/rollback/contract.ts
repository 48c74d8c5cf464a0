import { z } from "zod";
import {
  commonInputs,
  commonOutputs,
  defineContract,
  deployOutputs,
  dryRunInput,
  flag,
  jobIdInput,
  text,
} from "../../src/contract.ts";
import { rollbackReasons } from "../../src/domain/watch/criteria.ts";

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
    confirm: text()
      .prefault("")
      .describe("The environment's name once more. Required in a run that was started by hand (`workflow_dispatch`)."),
    to: text()
      .prefault("previous")
      .describe(
        "The release to go to: `previous` is the last one that was verified before and is not marked bad. Else a " +
          "version (`1.2.3`), the sha256 of its tarball (whole, or its first 8 digits or more), or a release id.",
      ),
    reason: z
      .enum(rollbackReasons)
      .optional()
      .describe(
        "Why: `error-rate`, `performance`, `p1-bug`, `security`, `data-integrity` or `manual`. " +
          "Required without `drill`.",
      ),
    "reason-detail": text().prefault("").describe("More about the reason; required for `manual`."),
    drill: flag()
      .prefault("false")
      .describe(
        "Rehearse it: roll back and forward again, report how long both took, and leave everything as it was. " +
          "Nothing is marked bad.",
      ),
    lock: z
      .enum(["wait", "take"])
      .prefault("wait")
      .describe(
        "`wait` for a run that holds the lock, as long as `lock-wait` says, or `take` the lock from it: that run " +
          "stops before its next change.",
      ),
    migrations: z
      .enum(["keep", "down"])
      .prefault("keep")
      .describe(
        "`keep` the schema, which the release before works with, or roll it back (`down`) by the migrations of the " +
          "release that is left, once traffic has moved back.",
      ),
    "allow-data-loss": flag()
      .prefault("false")
      .describe("`true` rolls back migrations with `migrations: down` although data is lost with that."),
    "github-token": text()
      .prefault("${{ github.token }}")
      .describe(
        "Token that records on GitHub what serves now, on its GitHub Release too, and opens the issue of a rollback.",
      ),
    ...jobIdInput,
  }),
  outputs: {
    ...commonOutputs,
    ...deployOutputs,
    "run-id": "The run that built the release, where its files are not on the hosts any more; else empty.",
    artifact: "The artifact of that run in which the release is; else empty.",
    "release-digest": "sha256 of that release's tarball; else empty.",
  },
  permissions: {
    "contents: read":
      "to check the repository out, and to compare the two releases; `contents: write` where its GitHub Release is " +
      "to say that it was rolled back",
    "deployments: write": "to record on GitHub what serves afterwards; without it, nothing is recorded",
    "issues: write": "where `issue` is set: to open the issue of the rollback",
    "pull-requests: read": "where `issue` is set: to name the pull requests of the release that was left",
    "actions: read": "to fetch a release that is not on the hosts any more from the run that built it",
  },
});
