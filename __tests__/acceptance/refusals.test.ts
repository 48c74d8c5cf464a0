import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { ReasonCode } from "../../src/domain/evidence/reason.ts";
import { someTests } from "../support/some-tests.ts";
import { alice, bob } from "./github/server.ts";
import type { Place } from "./machine.ts";
import { jobs, type WorkflowRun } from "./pipeline.ts";
import { needs, type RunResult } from "./runner.ts";
import { serving, setScene } from "./scene.ts";

const scene = setScene({ buildOnly: true });

// One run, ready to be promoted, that no story promotes.
let ready: WorkflowRun;
let validated: RunResult;
let staged: RunResult;
let smoked: RunResult;
const kept = () => join(scene.machine.folder, "kept");
beforeAll(async () => {
  ready = scene.begin({ version: "1.0.0" });
  validated = await scene.through(ready, [jobs.validate]);
  staged = await scene.through(ready, [jobs.staging]);
  smoked = await scene.through(ready, [jobs.smoke]);
  cpSync(scene.passedOn(ready), kept(), { recursive: true });
});
beforeEach(() => {
  // What a story changed on its way is not what the next one is handed.
  rmSync(scene.passedOn(ready), { recursive: true });
  cpSync(kept(), scene.passedOn(ready), { recursive: true });
  const { state } = scene.github;
  state.approvals = [{ environment: "production", state: "approved", user: bob }];
  state.environments["production"] = { reviewers: [bob], preventSelfReview: true };
  state.permissions.actions = "read";
});

/** Everything below a place's path, with the time of its last change. */
const listing = ({ path }: Place) => execFileSync("find", [path, "-printf", "%p %T@ %C@\n"], { encoding: "utf8" });

/** Promotes, has to be refused for this reason, and must not have touched production. */
async function refuses(
  reason: ReasonCode,
  job: Partial<typeof jobs.production> | object = {},
  run = ready,
): Promise<void> {
  const before = listing(scene.machine.production);
  const result = await scene.ends(run, { ...jobs.production, ...job }, reason);
  expect(result.exitCode).toBe(1);
  expect(listing(scene.machine.production)).toBe(before);
  expect(await serving(scene.machine.production)).toBeNull();
}

/** Changes the one file of a folder of the checkout whose name matches. */
const change = (folder: string, name: RegExp, work: (path: string) => void) => (workspace: string) => {
  const within = join(workspace, ".phoenix-deploy", folder);
  work(join(within, readdirSync(within).find((file) => name.test(file)) ?? ""));
};

/** Runs an action as on a machine that is not staging's: there is nothing where its settings say that releases lie. */
const elsewhere = {
  with: { config: "elsewhere.yml" },
  before: (workspace: string) => {
    const settings = readFileSync(join(workspace, ".github/phoenix-deploy.yml"), "utf8");
    const moved = settings.replace(`path: ${scene.machine.staging.path}`, "path: /opt/phoenix-deploy-not-here");
    writeFileSync(join(workspace, "elsewhere.yml"), moved);
  },
};
/** A smoke test on such a machine, and what promote needs when it counts. */
const farSmoke = { ...jobs.smoke, ...elsewhere, id: "far-smoke" };
const afterFarSmoke = ["validate", "staging", "far-smoke"];

describe("promote refuses", () => {
  // What each gate says of which facts is proved in memory (stages/gate-stories, stages/before-a-change).
  const sometimes = someTests("refusals of promote", 2);

  sometimes("bytes of which only the version was seen, where it cannot ask the hosts of staging either", async () => {
    const seen = await scene.ends(ready, farSmoke, "smoke_passed");
    expect(seen.log).toContain("Only the version is verified");
    await refuses("release_unproven", { ...elsewhere, after: afterFarSmoke });
  });

  sometimes("an environment that nobody reviews", async () => {
    scene.github.state.environments["production"] = { reviewers: [], preventSelfReview: false };
    await refuses("environment_unprotected");
  });

  sometimes("an environment that does not exist, which no job can run in: both are shown", async () => {
    delete scene.github.state.environments["production"];
    await refuses("environment_mismatch", { environment: "staging" });
    const missing = { id: "protection", verdict: "fail", reason_code: "environment_missing" };
    expect(scene.evidence(ready, "promote").results).toContainEqual(expect.objectContaining(missing));
  });

  sometimes("an environment that a misspelt job made, since GitHub makes it without protection", async () => {
    delete scene.github.state.environments["production"];
    await refuses("environment_unprotected");
  });

  test("a run that nobody approved", async () => {
    scene.github.state.approvals = [];
    await refuses("approval_missing");
  });

  sometimes("a run that was approved by whoever started it", async () => {
    scene.github.state.approvals = [{ environment: "production", state: "approved", user: alice }];
    await refuses("self_approval");
  });

  sometimes("approvals that it may not read", async () => {
    scene.github.state.permissions.actions = "none";
    await refuses("approval_unreadable");
  });

  sometimes("a job of another environment", async () => {
    await refuses("environment_mismatch", { environment: "staging" });
  });

  sometimes("evidence that no job pinned", async () => {
    await refuses("evidence_unpinned", { after: ["validate", "staging"] });
  });

  sometimes("a run in which a job failed after its action had said passed", async () => {
    const before = JSON.parse(needs({ validate: validated, staging: staged, "smoke-test": smoked }));
    before["smoke-test"].result = "failure";
    await refuses("stage_failed", { with: { jobs: JSON.stringify(before) } });
  });

  sometimes("evidence that is pinned by an output of another name", async () => {
    const jobs = needs({ validate: validated, staging: staged, smoke: smoked }).replaceAll('"evidence":', '"title":');
    await refuses("evidence_unpinned", { with: { jobs } });
  });

  sometimes("evidence without `jobs`", async () => {
    await refuses("evidence_unpinned", { with: { jobs: "" } });
  });

  sometimes("a manifest that was changed on its way, beside the same bytes", async () => {
    const before = change("release", /^manifest\.json$/, (path) => {
      writeFileSync(path, readFileSync(path, "utf8").replace(/"name": "[^"]+"/, '"name": "server"'));
    });
    await refuses("manifest_mismatch", { before });
  });

  sometimes("a checkout of another commit than the run's", async () => {
    const before = (workspace: string) => {
      const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
      execFileSync("git", [...identity, "commit", "--quiet", "--allow-empty", "--message", "another"], {
        cwd: workspace,
      });
    };
    await refuses("checkout_of_another_commit", { before });
  });

  sometimes("evidence of another commit", async () => {
    await refuses("evidence_of_another_commit", {}, { ...ready, sha: scene.machine.commit({ version: "1.2.0" }) });
  });

  sometimes("evidence that was changed on its way", async () => {
    const before = change("evidence", /\.smoke-test\./, (path) => {
      writeFileSync(path, readFileSync(path, "utf8").replace('"passed"', '"passed" '));
    });
    await refuses("evidence_conflict", { before });
  });

  test("bytes that were changed on their way", async () => {
    await refuses("digest_mismatch", { before: change("release", /\.tar\.gz$/, (path) => appendFileSync(path, "x")) });
  });

  sometimes("what staging only tried in a dry run", async () => {
    const run = scene.begin({ version: "1.1.0" });
    await scene.through(run, [jobs.validate]);
    const before = listing(scene.machine.staging);
    const planned = await scene.ends(run, { ...jobs.staging, with: { "dry-run": "true" } }, "planned");
    expect(planned).toMatchObject({ exitCode: 0, outputs: { status: "planned" } });
    expect(planned.summary).toContain("Start 1.1.0");
    expect(listing(scene.machine.staging)).toBe(before);
    await refuses("stage_failed", { after: ["validate", "staging"] }, run);
  });

  sometimes.add();
});

describe("promote accepts", () => {
  const sometimes = someTests("what promote accepts", 1);

  sometimes(
    "two stages that share a job, as in the example workflow, each pinned by an output of its own",
    async () => {
      const deployed = await scene.ends(ready, { ...jobs.staging, id: "both", after: ["validate"] }, "deployed");
      const smoke = await scene.ends(ready, { ...jobs.smoke, id: "both", after: ["validate"] }, "smoke_passed");
      const outputs = {
        "deploy-evidence": deployed.outputs["evidence"],
        "smoke-evidence": smoke.outputs["evidence"],
        artifact: "4711",
      };
      const before = {
        validate: { result: "success", outputs: { evidence: validated.outputs["evidence"], artifact: "4710" } },
        staging: { result: "success", outputs },
      };
      const job = { ...jobs.production, with: { jobs: JSON.stringify(before), "dry-run": "true" } };
      const planned = await scene.ends(ready, job, "planned");
      expect(planned).toMatchObject({ exitCode: 0, outputs: { status: "planned" } });
    },
  );

  test("bytes that smoke-test saw run, by the word of staging's host", async () => {
    const { results } = scene.evidence(ready, "smoke-test");
    const seen = results.find(({ id }) => id === "running-release");
    expect(seen).toMatchObject({
      verdict: "pass",
      facts: { proved: "process", release: expect.stringMatching(/^1\.0\.0-/) },
    });
  });

  sometimes("bytes of which smoke-test saw only the version, where the host of staging names them now", async () => {
    await scene.ends(ready, farSmoke, "smoke_passed");
    await scene.ends(ready, { ...jobs.production, after: afterFarSmoke, with: { "dry-run": "true" } }, "planned");
    const gate = scene.evidence(ready, "promote").results.find(({ id }) => id === "running-release");
    expect(gate).toMatchObject({ kind: "gate", verdict: "pass", facts: { proved: "version" } });
  });

  sometimes.add();
});

describe("promote explains", () => {
  test("every gate of production with what it saw, and changes nothing", async () => {
    scene.github.state.approvals = [];
    const before = listing(scene.machine.production);
    const explained = await scene.ends(ready, { ...jobs.production, with: { explain: "true" } }, "planned");
    expect(explained).toMatchObject({ exitCode: 0, outputs: { status: "planned" } });
    expect(explained.summary).toContain("gates of production would refuse: <code>approval</code>");
    expect(explained.summary).toContain("Nobody approved this run for production.");
    expect(scene.evidence(ready, "promote").results.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      ...["environment pass", "protection pass", "approval fail", "self-approval not-run", "freeze off"],
      ...["release pass", "evidence pass", "evidence-age pass", "provenance off", "verified-for off"],
      ...["running-release pass", "ref pass", "backup-named pass", "monitoring off", "lock pass"],
    ]);
    expect(listing(scene.machine.production)).toBe(before);
  });
});

describe("promote shows", () => {
  test("who approved, and that the job's own ID token names its environment", async () => {
    await scene.ends(ready, { ...jobs.production, with: { "dry-run": "true" }, idToken: true }, "planned");
    expect(scene.evidence(ready, "promote").results).toContainEqual(
      expect.objectContaining({
        id: "approval",
        facts: expect.objectContaining({ approvers: "bob", evidence: "oidc" }),
      }),
    );
  });
});

describe("deploy-staging refuses", () => {
  test("production without its approval: the gate is the environment's, whichever action deploys to it", async () => {
    scene.github.state.approvals = [];
    const job = {
      ...jobs.staging,
      id: "past-the-gate",
      environment: "production",
      with: { environment: "production" },
    };
    const before = listing(scene.machine.production);
    expect((await scene.ends(ready, job, "approval_missing")).exitCode).toBe(1);
    expect(listing(scene.machine.production)).toBe(before);
  });

  test("a target that another run has locked for longer than it waits: it names that run", async () => {
    const lease = join(scene.machine.staging.path, "state/lease");
    const now = Math.floor(Date.now() / 1_000);
    writeFileSync(lease, `run-9-1 ${now + 170} ${now} https://github.com/acme/shop/actions/runs/9\n`);
    const before = listing(scene.machine.staging);
    try {
      // Under a name of its own, so that the staging job before it still is what promote sees.
      const result = await scene.ends(ready, { ...jobs.staging, id: "second" }, "lock_held");
      // Of its 4 s some may be over.
      expect(result.log).toMatch(/Waiting at most [1-4] s: this-machine is locked by run-9-1 \(/);
      expect(result.log).toContain("locked by run-9-1 (https://github.com/acme/shop/actions/runs/9)");
      expect(listing(scene.machine.staging)).toBe(before);
    } finally {
      rmSync(lease);
    }
  });
});
