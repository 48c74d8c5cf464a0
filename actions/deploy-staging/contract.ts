import { z } from "zod";
import { chainInputs, commonInputs, commonOutputs, defineContract, deployOutputs, dryRunInput, text } from "../../src/contract.ts";

export const contract = defineContract({
  folder: "deploy-staging",
  name: "Phoenix Deploy: deploy-staging",
  description: "Put the validated release on staging, migrate, and prove that it runs there.",
  branding: { icon: "upload-cloud", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    ...chainInputs,
    ...dryRunInput,
    environment: text().prefault("staging").describe("Name of the environment in the settings file."),
  }),
  outputs: { ...commonOutputs, ...deployOutputs },
  permissions: { "contents: read": "to check the repository out" },
});
