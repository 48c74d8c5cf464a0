import { z } from "zod";
import { commonInputs, commonOutputs, defineContract, flag, minutes, percent, text } from "../../src/contract.ts";

export const contract = defineContract({
  folder: "validate",
  name: "Phoenix Deploy: validate",
  description: "Prove a commit of an Elixir application fit to ship, and build the release once.",
  branding: { icon: "check-circle", color: "purple" },
  inputs: z.object({
    ...commonInputs,
    "coverage-minimum": percent()
      .optional()
      .describe("Lowest accepted line coverage in percent. Default: `checks.coverage.minimum` of the settings file, else 80."),
    "fail-fast": flag().prefault("false").describe("Stop at the first check that fails. Off, so that a reviewer sees every fault at once."),
    "cache-path": text()
      .prefault(".phoenix-deploy-cache")
      .describe(
        "Folder of all that is kept between runs: results that passed, dialyzer's PLT. Save it with `actions/cache`; it never holds a release or evidence.",
      ),
    fresh: flag().prefault("false").describe("Run every check, also one whose inputs are exactly those of an earlier pass."),
    "check-timeout": minutes().prefault("15").describe("Minutes that one command of a check may take."),
  }),
  outputs: {
    ...commonOutputs,
    app: "Application name, as mix knows it.",
    version: "Version, as mix resolves it.",
    tests: "How many tests ran.",
    coverage: "Line coverage in percent.",
    "release-digest": "sha256 of the release's tarball.",
    "release-file": "Path of the tarball in the checkout.",
    "release-notes-file":
      "Path of the release notes in the checkout: the CHANGELOG's section of this version. Empty when the check `changelog` is off or did not pass.",
  },
  permissions: { "contents: read": "to check the repository out" },
});
