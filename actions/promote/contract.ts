import { z } from "zod";
import {
  approvalInputs,
  chainInputs,
  commonInputs,
  commonOutputs,
  defineContract,
  deployOutputs,
  dryRunInput,
  pinInput,
  text,
} from "../../src/contract.ts";

export const contract = defineContract({
  folder: "promote",
  name: "Phoenix Deploy: promote",
  description:
    "Ship to production the very bytes that staging proved, once the approval is real; watch them, and take them back when they fail.",
  branding: { icon: "trending-up", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    ...chainInputs,
    ...pinInput,
    ...dryRunInput,
    environment: text().prefault("production").describe("Name of the environment in the settings file, and of the job's `environment:`."),
    from: text().prefault("staging").describe("Environment whose evidence counts."),
    ...approvalInputs,
  }),
  outputs: { ...commonOutputs, ...deployOutputs },
  permissions: {
    "contents: read": "to check the repository out",
    "actions: read": "to read the environment's rules and the run's approvals",
    "deployments: read": "to find this job's deployment",
    "checks: read": "to find this job's deployment by its check run",
  },
});
