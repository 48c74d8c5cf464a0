import { z } from "zod";
import {
  approvalInputs,
  chainInputs,
  commonInputs,
  commonOutputs,
  defineContract,
  deployOutputs,
  dryRunInput,
  gateInputs,
  jobIdInput,
  pinInput,
  text,
} from "../../src/contract.ts";

export const contract = defineContract({
  folder: "deploy-staging",
  name: "Phoenix Deploy: deploy-staging",
  description: "Deploy the validated release to staging, run migrations and verify it.",
  branding: { icon: "upload-cloud", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    ...chainInputs,
    ...pinInput,
    ...dryRunInput,
    environment: text().prefault("staging").describe("Name of the environment in the settings file."),
    ...approvalInputs,
    ...gateInputs,
    ...jobIdInput,
  }),
  outputs: { ...commonOutputs, ...deployOutputs },
  permissions: {
    "contents: read": "to check the repository out",
    "actions: read": "where the environment has an `approval`: to read its rules and the run's approvals",
    "deployments: read": "where the environment has an `approval`: to find this job's deployment",
    "checks: read": "where the environment has an `approval`: to find this job's deployment by its check run",
    "pull-requests: read": "where `approval: {by: pull-request}`: to read the reviews of the pull request",
  },
});
