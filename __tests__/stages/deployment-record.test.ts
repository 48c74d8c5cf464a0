// What GitHub's record of deployments says after each kind of change.
import { describe, expect, test } from "@jest/globals";
import type { Evidence } from "../../src/domain/evidence/evidence.ts";
import { releaseVersionOf } from "../../src/domain/release/release.ts";
import { deploy } from "../../src/stages/deploy.ts";
import { rollback } from "../../src/stages/rollback.ts";
import { release, sha } from "../render/story.ts";
import { Bent, first, second } from "../support/bent.ts";
import { jobFacts } from "../support/job.ts";
import { onRecord, Records } from "../support/records.ts";
import { closedWorld } from "../support/world.ts";

const shipped = {
  ...release,
  version: releaseVersionOf(second),
  digest: second.slice(-8).padEnd(64, "0"),
  git_sha: sha,
};
const older = "c".repeat(40);

async function opened(bent: Bent, records: Records, stage: "promote" | "rollback", more = {}) {
  const { environment, ...run } = await bent.open(stage, {
    job: jobFacts({ sha }),
    repository: { ...closedWorld().repository, head: async () => ({ sha, tree: "b".repeat(40) }) },
    github: records.github(more),
  });
  return { run, environment };
}

async function deployed(bent: Bent, records: Records, more: { github?: object; dryRun?: boolean; off?: boolean } = {}) {
  const { run, environment } = await opened(bent, records, "promote", more.github);
  await run.recorder.set({ release: shipped });
  const conclusion = await deploy(run, {
    environment: more.off === true ? { ...environment, deploymentRecord: "off" } : environment,
    ...{ release: shipped, target: bent.target, dryRun: more.dryRun === true, watchMs: 0, jobId: "5" },
    done: { decision: "complete", reason_code: "promoted" },
  });
  return { conclusion, evidence: run.recorder.evidence };
}

async function rolledBack(bent: Bent, records: Records, drill = false) {
  const { run } = await opened(bent, records, "rollback");
  const asked = { environment: "production", confirm: "production", to: "previous", reason: "p1-bug", drill } as const;
  const inputs = { ...asked, "reason-detail": "", "dry-run": false, lock: "wait" } as const;
  return { conclusion: await rollback(run, inputs), evidence: run.recorder.evidence as Evidence };
}

describe("a deployment on GitHub's record", () => {
  test("is the job's own where that has the commit: it gets the last word, and no other is made", async () => {
    const [bent, records] = [new Bent().deployed(first), new Records()];
    records.own = 31;
    expect((await deployed(bent, records)).conclusion.status).toBe("passed");
    expect(records.created).toEqual([]);
    expect(records.said).toEqual([
      expect.stringMatching(new RegExp(`^31 success Serves: ${second}\\. .*runs on production`)),
    ]);
  });

  test("is made for a job that has none, and finished", async () => {
    const [bent, records] = [new Bent().deployed(first), new Records()];
    await deployed(bent, records);
    expect(records.created).toEqual([
      expect.objectContaining({
        ...{ environment: "production", sha, task: "deploy", production: true },
        payload: expect.objectContaining({ release: second, from: first }),
      }),
    ]);
    expect(records.said).toEqual(["900 in_progress", expect.stringContaining(`900 success Serves: ${second}. `)]);
  });

  test("says that the release was rolled back, and that a refused one changed nothing", async () => {
    const [bent, records] = [new Bent().deployed(first), new Records()];
    bent.answers.push({ matches: /example\.com\/$/, status: () => (bent.sent.includes("shift") ? 500 : 200) });
    expect((await deployed(bent, records)).conclusion.decision).toBe("taken-back");
    expect(records.said.at(-1)).toContain(`900 failure Rolled back: ${second}. `);
    const [other, none] = [new Bent().deployed(first), new Records()];
    other.failing.set("upload", { verdict: "fail", reason_code: "disk_full", says: "No space." });
    await deployed(other, none);
    expect(none.said.at(-1)).toContain(`900 inactive Nothing changed: ${second}. `);
  });

  test("has its last word also after a cancel, and after an unexpected error", async () => {
    const [bent, records] = [new Bent().deployed(first), new Records()];
    bent.before = ({ type }) => {
      if (type === "shift") bent.cancelled = true;
    };
    expect((await deployed(bent, records)).conclusion.status).toBe("cancelled");
    expect(records.said.at(-1)).toContain(`900 error Not known: ${second}. Cancelled`);
  });

  test("of a run that was killed is finished by the next one", async () => {
    const [bent, records] = [new Bent().deployed(first), new Records()];
    records.history.push(
      { ...onRecord(77, older, [["in_progress"]]), own: { release: first } },
      { ...onRecord(76, older, [["in_progress"], ["success"]]), own: { release: first } },
      onRecord(75, older, [["in_progress"]]),
    );
    await deployed(bent, records);
    expect(records.said.filter((one) => /^7/.test(one))).toEqual([
      `77 error Not known: ${first}. The run that made this record ended without saying how.`,
    ]);
  });

  test("is not there where settings or the token refuse it, which is one line in the log", async () => {
    const [bent, records] = [new Bent().deployed(first), new Records()];
    await deployed(bent, records, { off: true });
    expect([...records.created, ...records.said]).toEqual([]);
    const forbidden = async () => ({ ok: false as const, status: 403, why: "Resource not accessible by integration" });
    const github = { createDeployment: forbidden, deploymentHistory: forbidden, deploymentStatus: forbidden };
    const other = new Bent().deployed(first);
    const { conclusion, evidence } = await deployed(other, records, { github });
    expect(conclusion.status).toBe("passed");
    expect(evidence.warnings.join()).not.toContain("deployments");
    expect(other.printed.filter((line) => line.includes("`deployments: write`"))).toHaveLength(1);
  });

  test("that was a dry run says so, so that nobody takes it for what serves", async () => {
    const [bent, records] = [new Bent().deployed(first), new Records()];
    records.own = 31;
    await deployed(bent, records, { dryRun: true });
    expect(records.said).toEqual([`31 in_progress Dry run: ${second}. Nothing was changed.`]);
  });
});

describe("a rollback on GitHub's record", () => {
  test("is a deployment of the commit that serves again, and ends the one that was left", async () => {
    const [bent, records] = [new Bent().deployed(first).deployed(second), new Records()];
    records.tags[`v${releaseVersionOf(first)}`] = older;
    records.history.push(onRecord(61, sha, [["success"], ["success", `Serves: ${second}. It runs.`]]));
    expect((await rolledBack(bent, records)).conclusion.status).toBe("passed");
    expect(records.created).toEqual([
      expect.objectContaining({ sha: older, task: "rollback", environment: "production" }),
    ]);
    expect(records.said).toEqual([
      "900 in_progress",
      expect.stringContaining(`900 success Serves: ${first}. `),
      `61 inactive Rolled back: ${second}. ${first} serves. Reason: p1-bug.`,
    ]);
  });

  test("of a release whose commit nobody knows ends what was left all the same", async () => {
    const [bent, records] = [new Bent().deployed(first).deployed(second), new Records()];
    records.history.push(onRecord(61, sha, [["in_progress"], ["success"]]));
    await rolledBack(bent, records);
    expect(records.created).toEqual([]);
    expect(records.said).toEqual([expect.stringContaining("61 inactive Rolled back")]);
    expect(bent.printed.join("\n")).toContain(`names the commit of ${first}`);
  });

  test("says nothing of a drill, after which the same release serves", async () => {
    const [bent, records] = [new Bent().deployed(first).deployed(second), new Records()];
    records.history.push(onRecord(61, older, [["success", `Serves: ${first}. It runs.`]]));
    expect((await rolledBack(bent, records, true)).conclusion.reason_code).toBe("drill_passed");
    expect([...records.created, ...records.said]).toEqual([]);
  });
});
