// Rollbacks that a person asks for, and what they meet: locks of other runs, a deployment under way, a bad release.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { ReasonCode } from "../../src/domain/evidence/reason.ts";
import { pageMarker } from "../../src/domain/release/page.ts";
import { type JobSpec, jobs, type WorkflowRun } from "./pipeline.ts";
import { serving, setScene, stateOf, upToSmoke } from "./scene.ts";

const scene = setScene({ buildOnly: true });
/** To production without a stage before it. */
const straight: JobSpec = { ...jobs.staging, environment: "production", with: { environment: "production" } };

/** Another run's lock on production, which lasts for so many seconds. */
function locked(seconds: number): string {
  const lease = join(scene.machine.production.path, "state/lease");
  const now = Math.floor(Date.now() / 1_000);
  writeFileSync(lease, `run-9-1-deploy ${now + seconds} ${now} https://github.com/acme/shop/actions/runs/9\n`);
  return lease;
}

/** The page of a release, as an earlier report published it. */
function publishPage(run: WorkflowRun): void {
  const manifest = JSON.parse(readFileSync(join(scene.passedOn(run), "release/manifest.json"), "utf8"));
  scene.github.state.releases.push({
    ...{
      id: 1,
      tag: "v1.1.0",
      sha: run.sha,
      title: "1.1.0",
      body: `${pageMarker(manifest, "production")}\n\nA basket\n`,
    },
    ...{ draft: false, prerelease: false, latest: true, files: [] },
  });
}

describe("a rollback", () => {
  test("refuses, takes a lock, goes to the last verified release, and marks the other bad", async () => {
    const { state } = scene.github;
    Object.assign(state.permissions, { contents: "write", deployments: "write", issues: "write" });
    const file = ".github/phoenix-deploy.yml";
    const issue = { file, from: /(\n {2}production:[\s\S]*?\n)/, to: "$1    issue: {labels: [incident]}\n" };
    const first = scene.begin({ version: "1.0.0", edits: [issue] });
    await scene.through(first, [jobs.validate, straight]);
    const rollback = (reason: string, more: Record<string, string> = {}): JobSpec => ({
      ...{ action: "rollback", id: "rollback", with: { reason, ...more } },
    });
    const back = (reason: string, code: ReasonCode, more: Record<string, string> = {}) =>
      scene.ends({ ...first, runId: "3001" }, rollback(reason, more), code);
    expect((await back("p1-bug", "no_previous_release")).outputs).toMatchObject({ changed: "false" });
    expect(await back("manual", "invalid_input")).toMatchObject({ exitCode: 1, outputs: { changed: "false" } });
    expect((await back("whim", "invalid_input")).annotations[0]?.message).toContain("Input `reason`");

    const second = scene.begin({
      version: "1.1.0",
      edits: [issue, { file, from: /watch: 6s/, to: "watch: 60s" }],
    });
    state.history = [first.sha, second.sha];
    await scene.through(second, upToSmoke);
    publishPage(second);
    const lease = locked(170);
    const rolledBack: ReturnType<typeof back>[] = [];
    const production = await scene.ends(
      second,
      {
        ...jobs.production,
        onLine: (line) => {
          // Who had the lock gives it back while this job waits for it.
          if (line.startsWith("Waiting at most")) rmSync(lease);
          if (!line.startsWith("▸ Watch") || rolledBack.length > 0) return;
          rolledBack.push(back("security", "rolled_back", { lock: "take" }));
        },
      },
      "lock_lost",
    );
    expect(production).toMatchObject({ exitCode: 1, outputs: { decision: "stop", changed: "true" } });
    expect(production.log).toContain("is locked by run-9-1-deploy (https://github.com/acme/shop/actions/runs/9)");
    expect(production.log).toContain("The lock was taken by run-3001-1-");
    const [result] = await Promise.all(rolledBack);
    expect(result).toMatchObject({ exitCode: 0, outputs: { changed: "true" } });
    expect(result?.log).toContain("which still held it");
    expect(await serving(scene.machine.production)).toBe("1.0.0");
    expect(stateOf(scene.machine.production, "lease")).toEqual([]);
    // GitHub's record says what serves, an issue what came with the release that was left, and its page that it was.
    const [now] = state.deployments.filter(({ job }) => job.environment === "production");
    expect(now).toMatchObject({ task: "rollback", job: { sha: first.sha }, words: [{ state: "success" }, {}] });
    expect(state.issues).toMatchObject([{ title: "production: 1.1.0 was rolled back", labels: ["incident"] }]);
    expect(state.issues[0]?.body).toContain("1 commit of 0 pull requests came with 1.1.0-");
    expect(state.releases[0]?.body).toMatch(
      /\n> \*\*Rolled back\*\* from production, .*<code>security<\/code>\n\nA basket/,
    );

    // The report's job of examples/workflows/rollback.yml: nothing is here but what the job before it uploaded.
    const reporting = { ...jobs.report, after: ["rollback"], with: { "exit-gate": "report" } };
    const reported = await scene.ends({ ...first, runId: "3001" }, reporting, "gate_open");
    expect(reported).toMatchObject({ exitCode: 0, outputs: { "deployment-status": "ROLLED BACK" } });
    expect(reported.summary).toContain("**Status**: ROLLED BACK");
    expect(reported.summary.replaceAll("<wbr>", "")).toMatch(/\| Reason \| <code>security<\/code> \|/);
    expect(reported.summary).toMatch(/\*\*Rollback\*\*: DONE/);

    await scene.ends(second, jobs.production, "release_marked_bad");
    expect((await scene.ends({ ...second, runId: "3003" }, rollback("p1-bug"), "no_previous_release")).exitCode).toBe(
      1,
    );
    const events = scene.receiver.receivedOf(first.sha).map(({ body }) => body["event"]);
    expect(events).toEqual(["rollback-refused", "rollback"]);
  });
});

describe("two jobs of one run and attempt that deploy at the same moment", () => {
  test("do not share a lock: one deploys, the other waits for it, and no release is marked bad", async () => {
    const validated = scene.begin({ version: "1.0.0" });
    await scene.through(validated, [jobs.validate]);
    // A run of their own: both leave evidence of staging, which is then not what a job of another story pinned.
    const twins: WorkflowRun = { ...validated, runId: "3201" };
    cpSync(scene.passedOn(validated), scene.passedOn(twins), { recursive: true });
    const parts = ["part-a", "part-b"].map((id) => {
      const spec = { action: "deploy-staging", environment: "staging", with: { unpinned: "allow", runs: "other" } };
      return scene.job(twins, { ...spec, id });
    });
    const codes = (await Promise.all(parts)).map(({ outputs }) => outputs["reason-code"]);
    expect(codes).toContain("deployed");
    expect(codes.filter((code) => code !== "deployed" && code !== "lock_held")).toEqual([]);
    expect(stateOf(scene.machine.staging, "bad")).toEqual([]);
    expect(stateOf(scene.machine.staging, "lease")).toEqual([]);
    expect(await serving(scene.machine.staging)).toBe("1.0.0");
  });
});
