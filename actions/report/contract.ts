import { z } from "zod";
import { chainInputs, commonInputs, commonOutputs, defineContract, flag, text } from "../../src/contract.ts";
import { readTicks } from "../../src/domain/checklist/person-tick.ts";

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
    write: z
      .enum(["report", "release-checklist", "rollback-procedures"])
      .prefault("report")
      .describe(
        "What is written: the `report`, with both other files beside it, or one of them alone. Alone it needs no " +
          "earlier job, announces nothing, and judges no exit criterion.",
      ),
    version: text()
      .prefault("")
      .describe(
        "Version of the document that `write` asks for; empty for that of the release, or of mix.exs. A report is of " +
          "the version that the evidence names.",
      ),
    "exit-gate": z
      .enum(["enforce", "report"])
      .prefault("enforce")
      .describe("`enforce` fails the job while an exit criterion is not met; `report` only shows it."),
    comment: flag()
      .prefault("false")
      .describe(
        "Keep one comment on every pull request that is in the release, with the short report, and on the issues " +
          "that these closed. Needs `pull-requests: write` and `issues: write`.",
      ),
    "github-release": flag()
      .prefault("false")
      .describe(
        "Publish a GitHub Release when the deployment is a `SUCCESS`: the CHANGELOG's section, the SBOM and the " +
          "report. Needs `contents: write`.",
      ),
    "release-tag": text()
      .prefault("v{version}")
      .pipe(
        z
          .string()
          .max(100)
          .regex(
            /^(?![./-])[\w.@/+-]*\{version\}[\w.@/+-]*$/,
            "must be the name of a tag with `{version}` in it, such as `v{version}`",
          ),
      )
      .describe(
        "Tag of the GitHub Release; a tag of the version that started the run, or that the checkout has at the " +
          "commit, comes first.",
      ),
    ticked: text()
      .transform((given, context) => {
        const ticks = readTicks(given);
        if (typeof ticks !== "string") return ticks;
        context.addIssue({ code: "custom", message: ticks });
        return z.NEVER;
      })
      .prefault("")
      .describe(
        "What people say of items of the checklists that no evidence can show, one `item: who` on a line, such as " +
          "`dashboards: @ada`. The report marks each as a person's word.",
      ),
    "github-token": text()
      .prefault("${{ github.token }}")
      .describe("Token that reads the record of deployments, and writes the comments and the GitHub Release."),
  }),
  outputs: {
    ...commonOutputs,
    "report-path": "Path of the report in Markdown; `report.html` and `report.json` are beside it.",
    "release-url": "Address of the GitHub Release; empty where none was published.",
    "release-checklist-path": "Path of the checklist of the version.",
    "rollback-procedures-path": "Path of the procedures of a rollback.",
    "exit-gate": "`closed` when all exit criteria are met, else `open`.",
    "deployment-status": "`SUCCESS`, `FAILED`, `ROLLED BACK`, `NOT DEPLOYED` or `UNKNOWN`.",
  },
  permissions: {
    "contents: read":
      "to check the repository out, and to read when commits were made; `write` for `github-release: true`",
    "deployments: read": "to read the record of deployments, for the metrics of delivery",
    "actions: read":
      "optional: to see whether a job that failed ever began; else a rejected deployment is reported as `UNKNOWN`",
    "pull-requests: write": "optional: for `comment: true`, on the pull requests of the release",
    "issues: write": "optional: for `comment: true`, on the issues that they closed",
  },
});
