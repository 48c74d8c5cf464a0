import { z } from "zod";
import { chainInputs, commonInputs, commonOutputs, defineContract, flag, text } from "../../src/contract.ts";

export const contract = defineContract({
  folder: "smoke-test",
  name: "Phoenix Deploy: smoke-test",
  description: "Test from outside that the deployed release answers, is ready, has the right version and works.",
  branding: { icon: "activity", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    ...chainInputs,
    environment: text().prefault("staging").describe("Name of the environment in the settings file."),
    "brief-for": text()
      .prefault("production")
      .describe(
        "Environment whose approver the promotion brief in the job summary is for; `off` for none. Without a " +
          "`production` in the settings file the default writes none.",
      ),
    comment: flag()
      .prefault("false")
      .describe(
        "Keep a comment with the promotion brief on the pull request of the run, or on the one that the commit " +
          "merged. Needs `pull-requests: write`.",
      ),
    "github-token": text()
      .prefault("${{ github.token }}")
      .describe("Token that reads deployments and pull requests for the promotion brief, and writes the comment."),
  }),
  outputs: { ...commonOutputs },
  permissions: {
    "contents: read": "to check the repository out",
    "deployments: read": "optional: to know which commit production runs, for the promotion brief",
    "pull-requests: read": "optional: to name the pull requests in the promotion brief; `write` for `comment: true`",
  },
});
