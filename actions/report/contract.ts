import { z } from "zod";
import { chainInputs, commonInputs, commonOutputs, defineContract, text } from "../../src/contract.ts";

export const contract = defineContract({
  folder: "report",
  name: "Phoenix Deploy",
  description:
    "Write the Deployment Validation Report from the evidence of all stages, announce the outcome, and evaluate the " +
    "exit criteria.",
  branding: { icon: "file-text", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    ...chainInputs,
    environment: text().prefault("production").describe("Environment that the report is about."),
    from: text().prefault("staging").describe("Environment that was deployed to before it."),
    "exit-gate": z
      .enum(["enforce", "report"])
      .prefault("enforce")
      .describe("`enforce` fails the job while an exit criterion is not met; `report` only shows it."),
  }),
  outputs: {
    ...commonOutputs,
    "report-path": "Path of the report in Markdown; `report.html` and `report.json` are beside it.",
    "exit-gate": "`closed` when all exit criteria are met, else `open`.",
    "deployment-status": "`SUCCESS`, `FAILED`, `ROLLED BACK`, `NOT DEPLOYED` or `UNKNOWN`.",
  },
  permissions: { "contents: read": "to check the repository out" },
});
