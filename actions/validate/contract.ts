import { z } from "zod";
import { commonInputs, commonOutputs, defineContract, flag, minutes, percent, text } from "../../src/contract.ts";

export const contract = defineContract({
  folder: "validate",
  name: "Phoenix Deploy: validate",
  description: "Check that a commit of an Elixir application is fit to deploy, and build the release once.",
  branding: { icon: "check-circle", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    "coverage-minimum": percent()
      .optional()
      .describe(
        "Lowest accepted line coverage in percent. Default: `checks.coverage.minimum` of the settings file, else 80.",
      ),
    "fail-fast": flag()
      .prefault("false")
      .describe(
        "Stop at the first check that fails. By default every check runs, so that a reviewer sees all faults at once.",
      ),
    "cache-path": text()
      .prefault(".phoenix-deploy-cache")
      .describe(
        "Folder of what is kept between runs: results that passed, dialyzer's PLT. In a folder with another name " +
          "they are in `.phoenix-deploy-cache` below it. Save it with `actions/cache`; it has no release or evidence.",
      ),
    fresh: flag().prefault("false").describe("Run every check, also one that passed before with the same inputs."),
    comment: flag()
      .prefault("true")
      .describe(
        "Keep one comment on the pull request up to date, where the run has one. Needs `pull-requests: write`; " +
          "without it everything is in the job summary.",
      ),
    "check-run": flag()
      .prefault("false")
      .describe("Show the report and every finding with a place as a check run of the commit. Needs `checks: write`."),
    "github-token": text()
      .prefault("${{ github.token }}")
      .describe("Token that reads what the pull request changes, and writes the comment and the check run."),
    "artifact-name": text()
      .optional()
      .describe(
        "Name of the artifact in which the workflow uploads `.phoenix-deploy/`, where it is another one than " +
          "`phoenix-deploy-validate-<attempt>`. Hosts keep it: a rollback to a release that they do not keep names it.",
      ),
    "check-timeout": minutes().prefault("15").describe("Minutes that one command of a check may take."),
  }),
  outputs: {
    ...commonOutputs,
    app: "Name of the application, as mix knows it.",
    version: "Version, as mix resolves it.",
    tests: "How many tests ran.",
    coverage: "Line coverage in percent.",
    "release-digest": "sha256 of the release's tarball.",
    "release-file": "Path of the tarball in the checkout.",
    "release-notes-file":
      "Path of the release notes in the checkout: the CHANGELOG's section of this version. Empty when the check " +
      "`changelog` is off or did not pass.",
    "sarif-file":
      "Path in the checkout of the findings as SARIF 2.1.0, for `github/codeql-action/upload-sarif`; empty when no " +
      "tool has a result.",
    "junit-file": "Path in the checkout of every test as JUnit XML; empty when no suite ran.",
  },
  permissions: {
    "contents: read": "to check the repository out",
    "pull-requests: write":
      "optional: to read what a pull request changes, and to keep the comment; `read` suffices for the first",
    "checks: write": "optional: for `check-run: true`",
  },
});
