import { z } from "zod";
import { chainInputs, commonInputs, commonOutputs, defineContract, text } from "../../src/contract.ts";

export const contract = defineContract({
  folder: "smoke-test",
  name: "Phoenix Deploy: smoke-test",
  description: "Test from outside that the deployed release answers, is ready, has the right version and works.",
  branding: { icon: "activity", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    ...chainInputs,
    environment: text().prefault("staging").describe("Name of the environment in the settings file."),
  }),
  outputs: { ...commonOutputs },
  permissions: { "contents: read": "to check the repository out" },
});
