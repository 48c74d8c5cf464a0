import { runCli } from "../../src/entry/cli.ts";
import { contract as report } from "../report/contract.ts";
import { contract as rollback } from "../rollback/contract.ts";
import { contract as smokeTest } from "../smoke-test/contract.ts";
import { contract as validate } from "../validate/contract.ts";

/** What only a report of a deployment has a use for. */
const ofReports = ["exit-gate", "runs", "github-release", "release-tag", "ticked"];

const loadReport = async () => (await import("../../src/stages/report.ts")).report;

// Phase 6's four prompts are one command each. The last one is for when GitHub is down.
await runCli([
  {
    name: "validate",
    summary: "Run full validation before deployment, and build the release.",
    contract: validate,
    load: async () => (await import("../../src/stages/validate.ts")).validate,
  },
  {
    name: "release-checklist",
    summary: "Create the deployment checklist for a version.",
    contract: report,
    load: loadReport,
    fixed: { write: "release-checklist" },
    positional: "version",
    hidden: ofReports,
  },
  {
    name: "rollback-procedures",
    summary: "Generate the rollback procedures of this application, with commands to paste.",
    contract: report,
    load: loadReport,
    fixed: { write: "rollback-procedures" },
    hidden: [...ofReports, "environment", "from"],
  },
  {
    name: "verify-staging",
    summary: "Verify the staging deployment and run the smoke tests.",
    contract: smokeTest,
    load: async () => (await import("../../src/stages/smoke-test.ts")).smokeTest,
    fixed: { "brief-for": "off", runs: "other" },
  },
  {
    name: "rollback",
    summary: "Roll an environment back, with the key or agent of your own ssh.",
    contract: rollback,
    load: async () => (await import("../../src/stages/rollback.ts")).rollback,
  },
]);
