import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { marked } from "marked";
import { jobs } from "./pipeline.ts";
import { fault, serving, setScene, upToProduction, upToSmoke } from "./scene.ts";

const scene = setScene({ buildOnly: true });

describe("a deployment", () => {
  beforeAll(async () => {
    const promoted = await scene.through(scene.begin({ version: "1.0.0" }), upToProduction);
    expect(promoted.outputs).toMatchObject({ status: "passed", decision: "complete", "reason-code": "promoted" });
  });
  afterEach(async () => {
    // Whatever the story was, users still have the release that was proved.
    expect(await serving(scene.machine.production)).toBe("1.0.0");
  });

  test("of a release that never gets healthy is ended on staging, and the release is marked bad", async () => {
    const soon = { file: ".github/phoenix-deploy.yml", from: /within: 120s/g, to: "within: 5s" };
    const run = scene.begin({ version: "1.2.0", edits: [...fault("never_healthy"), soon] });
    await scene.through(run, [jobs.validate]);
    const before = await serving(scene.machine.staging);
    const staging = await scene.ends(run, jobs.staging, "not_healthy");
    expect(staging).toMatchObject({ exitCode: 1, outputs: { status: "failed", decision: "stop" } });
    expect(await serving(scene.machine.staging)).toBe(before);
    await scene.ends(run, jobs.staging, "release_marked_bad");
    await scene.ends(run, jobs.production, "stage_failed");
  });

  test("without readiness and version pages is verified by its process, and what fails under traffic is rolled back", async () => {
    const unnamed = {
      file: ".github/phoenix-deploy.yml",
      from: /path: \/health, ready: \/ready, version: \/version, /g,
      to: "",
    };
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
    expect(report).toMatchObject({ exitCode: 1, outputs: { "deployment-status": "ROLLED BACK", "exit-gate": "open" } });
    expect(report.summary).toContain("Readiness is off: the services behind the application were not checked.");
  });

  test("is no success while another version answers from the new slot, whatever that answer holds", async () => {
    const answer = "0.9.0\\n```\\n::set-output name=owned::yes\\n$(id) ../.. <img> [a](b)";
    const run = scene.begin({
      version: "1.11.0",
      edits: [
        { file: "config/config.exs", from: "version_override: nil", to: `version_override: "${answer}"` },
        // Long enough for a slow machine to boot it, and no longer: this one is waited for in vain.
        { file: ".github/phoenix-deploy.yml", from: /within: 120s/g, to: "within: 30s" },
      ],
    });
    await scene.through(run, [jobs.validate]);
    const staging = await scene.ends(run, jobs.staging, "wrong_version");
    expect(staging.log).toContain("answers version 0.9.0");
    expect(staging.log).toContain("1.11.0 was deployed");
    expect(staging.outputs).not.toHaveProperty("owned");
    expect(staging.summary).toContain("0.9.0");
    expect(marked.parse(staging.summary)).not.toMatch(/<img|href="b"/);
  });
});
