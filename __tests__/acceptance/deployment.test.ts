// A deployment to both environments and its report, and what becomes of releases that must not get there.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { marked } from "marked";
import { breachesOfBill } from "../support/cyclonedx.ts";
import { schemaFaults } from "../support/report-schema.ts";
import { someTests } from "../support/some-tests.ts";
import { bob, type State } from "./github/state.ts";
import { jobs, type WorkflowRun } from "./pipeline.ts";
import type { RunResult } from "./runner.ts";
import { fault, serving, setScene, upToSmoke } from "./scene.ts";
import { checksOff } from "./sources.ts";

const scene = setScene({ buildOnly: true });
const file = ".github/phoenix-deploy.yml";

/** The run whose release both environments have: with all checks, which no other story shares. */
let proved: WorkflowRun;
let validated: RunResult;
let junit: string;
let promoted: RunResult;
let report: RunResult;
/** What the report left on GitHub. */
let left: Pick<State, "releases" | "comments">;
beforeAll(async () => {
  const checked = { file, from: /checks: \{[^}]*\}/, to: `checks: {${checksOff({})}}` };
  proved = scene.begin({ version: "1.0.0", edits: [checked] });
  validated = await scene.through(proved, [{ ...jobs.validate }]);
  junit = readFileSync(join(scene.passedOn(proved), "report/junit.xml"), "utf8");
  await scene.through(proved, [jobs.staging, jobs.smoke]);
  promoted = await scene.through(proved, [jobs.production]);
  const { state } = scene.github;
  const { permissions } = state;
  state.permissions = { ...permissions, contents: "write", issues: "write" };
  state.refs["tags/v1.0.0"] = null;
  state.pulls.push({
    ...{ number: 3, author: bob, head: "3".repeat(40), mergedAs: proved.sha, closes: [9] },
    reviews: [],
  });
  report = await scene.job(proved, { ...jobs.report, with: { comment: "true", "github-release": "true" } });
  left = { releases: [...state.releases], comments: [...state.comments] };
  state.permissions = permissions;
});
afterEach(async () => {
  // Whatever the story was, users still have the release that was proved.
  expect(await serving(scene.machine.production)).toBe("1.0.0");
});

test("validate builds the release, and judges coverage", () => {
  expect(validated).toMatchObject({ exitCode: 0, dropped: [] });
  expect(validated.outputs).toMatchObject({
    ...{ app: "demo_app", version: "1.0.0", tests: "82" },
    ...{ status: "passed", decision: "continue", "reason-code": "passed" },
  });
  expect(validated.outputs["release-digest"]).toMatch(/^[0-9a-f]{64}$/);
  expect(validated.log).not.toContain("runtime-token-that-children-must-not-see");
  // Some lines of a server are reached or not as the machine's speed has it: only the whole is out of reach for
  // certain.
  expect(Number(validated.outputs["coverage"])).toBeGreaterThan(80);
  expect(validated.outputs["junit-file"]).toBe(".phoenix-deploy/report/junit.xml");
  expect(junit.match(/<testcase /g)).toHaveLength(82);
});

describe("a deployment", () => {
  const sometimes = someTests("deployments that fail", 1);

  sometimes(
    "without readiness and version pages is verified by its process, and what fails under traffic is rolled back",
    async () => {
      const unnamed = { file, from: /path: \/health, ready: \/ready, version: \/version, /g, to: "" };
      const run = scene.begin({ version: "1.3.0", edits: [unnamed, ...fault("errors_after_traffic")] });
      await scene.through(run, upToSmoke);
      const health = scene.evidence(run, "deploy-staging").results.find(({ id }) => id === "health");
      expect(health).toMatchObject({ verdict: "pass", facts: { not_asked: ["readiness", "version"] } });
      const { results, says } = scene.evidence(run, "smoke-test");
      expect(results.filter(({ kind }) => kind === "signal").map(({ id, verdict }) => [id, verdict])).toEqual([
        ["health", "pass"],
        ["readiness", "off"],
        ["smoke", "pass"],
        ["running-release", "pass"],
      ]);
      expect(says).toMatch(/^1\.3\.0-[0-9a-f]{8} runs on staging and 3 smoke tests passed\.$/);
      const production = await scene.ends(run, jobs.production, "errors_exceeded");
      expect(production).toMatchObject({ exitCode: 1, outputs: { decision: "taken-back" } });
      const report = await scene.ends(run, jobs.report, "gate_open");
      expect(report).toMatchObject({
        exitCode: 1,
        outputs: { "deployment-status": "ROLLED BACK", "exit-gate": "open" },
      });
      expect(report.summary).toContain("Readiness is off: the services behind the application were not checked.");
    },
  );

  sometimes(
    "is ended on staging while another version answers from the new slot, whatever that answer holds",
    async () => {
      const answer = "0.9.0\\n```\\n::set-output name=owned::yes\\n$(id) ../.. <img> [a](b)";
      const run = scene.begin({
        version: "1.11.0",
        edits: [
          { file: "config/config.exs", from: "version_override: nil", to: `version_override: "${answer}"` },
          // Long enough for a slow machine to boot it, and no longer: this one is waited for in vain.
          { file, from: /within: 120s/g, to: "within: 30s" },
        ],
      });
      await scene.through(run, [jobs.validate]);
      const before = await serving(scene.machine.staging);
      const staging = await scene.ends(run, jobs.staging, "wrong_version");
      expect(staging).toMatchObject({ exitCode: 1, outputs: { status: "failed", decision: "stop" } });
      expect(staging.log).toContain("answers version 0.9.0");
      expect(staging.log).toContain("1.11.0 was deployed");
      expect(staging.outputs).not.toHaveProperty("owned");
      expect(staging.summary).toContain("0.9.0");
      expect(marked.parse(staging.summary)).not.toMatch(/<img|href="b"/);
      expect(await serving(scene.machine.staging)).toBe(before);
      await scene.ends(run, jobs.staging, "release_marked_bad");
      await scene.ends(run, jobs.production, "stage_failed");
    },
  );

  sometimes.add();
});

describe("the report", () => {
  test("meets every exit criterion on evidence, announces with a signature, and leaves a page", () => {
    expect(promoted.outputs).toMatchObject({ status: "passed", decision: "complete", "reason-code": "promoted" });
    expect(report).toMatchObject({
      exitCode: 0,
      outputs: { "reason-code": "gate_closed", "exit-gate": "closed", "deployment-status": "SUCCESS" },
    });
    expect(report.summary).toContain("**Status**: SUCCESS");
    expect(report.summary.match(/^- \[x\] \*\*/gm)).toHaveLength(6);
    expect(report.summary).not.toMatch(/Staging Deployment: [0-3] of|Production Deployment: [0-4] of/);
    expect(scene.receiver.receivedOf(proved.sha)).toMatchObject([
      { signed: true, body: { event: "start", version: "1.0.0", environment: "production" } },
      { signed: true, body: { event: "success", status: "SUCCESS", version: "1.0.0", environment: "production" } },
    ]);
    const file = (name: string) => readFileSync(join(scene.passedOn(proved), "report", name), "utf8");
    expect(file("report.html")).toContain("Deployment Validation Report");
    expect(schemaFaults(file("report.json"))).toEqual([]);
    const bill = readFileSync(join(scene.passedOn(proved), "release/sbom.cdx.json"), "utf8");
    expect(breachesOfBill(bill)).toBe("");
    expect(JSON.parse(bill).components.map(({ name }: { name: string }) => name)).toContain("demo_app");
    // The page of the release, and what was in it.
    expect(report.outputs["release-url"]).toBe("https://github.com/acme/shop/releases/tag/v1.0.0");
    const [page] = left.releases;
    expect(page).toMatchObject({ tag: "v1.0.0", sha: proved.sha, draft: false });
    expect(page?.files.find(({ name }) => name === "sbom.cdx.json")?.text).toBe(bill);
    expect(page?.files.find(({ name }) => name === "report.md")?.text).toBe(report.summary.trimEnd().concat("\n"));
    expect(left.comments.map(({ issue, body }) => [issue, body.includes("Released in [v1.0.0]")])).toEqual([
      [3, true],
      [9, true],
    ]);
  });

  test("shows what was not run, and fails while a criterion is not met unless it only reports", async () => {
    const run = scene.begin({ version: "1.0.0" });
    await scene.through(run, [jobs.validate]);
    const report = await scene.ends(run, { ...jobs.report, after: ["validate"] }, "gate_open");
    expect(report).toMatchObject({ exitCode: 1, outputs: { "deployment-status": "NOT DEPLOYED" } });
    expect(report.summary).toContain("– NOT RUN");
    expect(report.summary).toContain("There is no evidence of deploy-staging.");
    const outcome = await scene.ends(
      run,
      { ...jobs.report, after: ["validate"], with: { "exit-gate": "report" } },
      "gate_open",
    );
    expect(outcome.exitCode).toBe(0);
  });

  test("without any evidence says so instead of passing", async () => {
    const run = scene.begin({ version: "1.0.0" });
    mkdirSync(scene.passedOn(run), { recursive: true });
    const report = await scene.job(run, { ...jobs.report, after: [] });
    expect(report.exitCode).toBe(1);
    expect(report.outputs["deployment-status"]).toBe("NOT DEPLOYED");
  });
});
