import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { breachesOfBill } from "../support/cyclonedx.ts";
import { schemaFaults } from "../support/report-schema.ts";
import { bob } from "./github/state.ts";
import { jobs } from "./pipeline.ts";
import { setScene, upToProduction } from "./scene.ts";

const scene = setScene();

describe("the report", () => {
  test("meets every exit criterion on evidence, announces with a signature, and leaves a page", async () => {
    const run = scene.begin({ version: "1.0.0" });
    await scene.through(run, upToProduction);
    const { state } = scene.github;
    state.permissions = { ...state.permissions, contents: "write", issues: "write" };
    state.refs["tags/v1.0.0"] = null;
    state.pulls.push({
      ...{ number: 3, author: bob, head: "3".repeat(40), mergedAs: run.sha, closes: [9] },
      reviews: [],
    });
    const publishes = { comment: "true", "github-release": "true" };
    const report = await scene.ends(run, { ...jobs.report, with: publishes }, "gate_closed");
    expect(report).toMatchObject({ exitCode: 0, outputs: { "exit-gate": "closed", "deployment-status": "SUCCESS" } });
    expect(report.summary).toContain("**Status**: SUCCESS");
    expect(report.summary.match(/^- \[x\] \*\*/gm)).toHaveLength(6);
    expect(report.summary).not.toMatch(/Staging Deployment: [0-3] of|Production Deployment: [0-4] of/);
    expect(scene.receiver.receivedOf(run.sha)).toMatchObject([
      { signed: true, body: { event: "start", version: "1.0.0", environment: "production" } },
      { signed: true, body: { event: "success", status: "SUCCESS", version: "1.0.0", environment: "production" } },
    ]);
    const file = (name: string) => readFileSync(join(scene.passedOn(run), "report", name), "utf8");
    expect(file("report.html")).toContain("Deployment Validation Report");
    expect(schemaFaults(file("report.json"))).toEqual([]);
    const bill = readFileSync(join(scene.passedOn(run), "release/sbom.cdx.json"), "utf8");
    expect(breachesOfBill(bill)).toBe("");
    expect(JSON.parse(bill).components.map(({ name }: { name: string }) => name)).toContain("demo_app");
    // The page of the release, and what was in it.
    expect(report.outputs["release-url"]).toBe("https://github.com/acme/shop/releases/tag/v1.0.0");
    const [page] = state.releases;
    expect(page).toMatchObject({ tag: "v1.0.0", sha: run.sha, draft: false });
    expect(page?.files.find(({ name }) => name === "sbom.cdx.json")?.text).toBe(bill);
    expect(page?.files.find(({ name }) => name === "report.md")?.text).toBe(report.summary.trimEnd().concat("\n"));
    expect(state.comments.map(({ issue, body }) => [issue, body.includes("Released in [v1.0.0]")])).toEqual([
      [3, true],
      [9, true],
    ]);
  });

  test("shows what was not run, and fails while a criterion is not met unless it only reports", async () => {
    const run = scene.begin({ version: "2.0.0" });
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
