import { z } from "zod";
import {
  approvalInputs,
  chainInputs,
  commonInputs,
  commonOutputs,
  defineContract,
  deployOutputs,
  dryRunInput,
  flag,
  gateInputs,
  jobIdInput,
  pinInput,
  text,
} from "../../src/contract.ts";

export const contract = defineContract({
  folder: "promote",
  name: "Phoenix Deploy: promote",
  description:
    "Verify evidence and approval, deploy to production the release that runs on staging, watch it, and roll back " +
    "when it fails.",
  branding: { icon: "trending-up", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    ...chainInputs,
    ...pinInput,
    ...dryRunInput,
    environment: text()
      .prefault("production")
      .describe("Name of the environment in the settings file, and of the job's `environment:`."),
    explain: flag()
      .prefault("false")
      .describe("Show every gate of the environment with what it saw, and change nothing. It never fails the job."),
    from: text().prefault("staging").describe("Environment whose evidence counts."),
    ...approvalInputs,
    ...gateInputs,
    ...jobIdInput,
  }),
  outputs: { ...commonOutputs, ...deployOutputs },
  permissions: {
    "contents: read": "to check the repository out",
    "actions: read": "to read the environment's rules and the run's approvals",
    "deployments: read": "to find this job's deployment; `write` to record there how it ended",
    "checks: read": "to find this job's deployment by its check run",
    "pull-requests: read":
      "where `approval: {by: pull-request}`: to read the reviews of the pull request; where `issue` is set: " +
      "to name the pull requests of a release that was rolled back",
    "issues: read":
      "where `signals.issues` is set: to read the issues that people open during the watch; `write` where `issue` is " +
      "set, to open one after a rollback",
  },
});
