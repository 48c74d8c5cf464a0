import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { alice, bob, type GitHubLoopback, startGitHub } from "./github/server.ts";
import { type Commit, type Machine, startMachine } from "./machine.ts";
import { type JobSpec, jobs, startPipeline, type WorkflowRun } from "./pipeline.ts";
import { type Receiver, startReceiver } from "./receiver.ts";
import type { RunResult } from "./runner.ts";

// Real bundles, real Elixir, real HAProxy: a story is given what it needs on a slow machine.
jest.setTimeout(240_000);

const fault = (name: string): NonNullable<Commit["edits"]> => [
  { file: "config/config.exs", from: ":fault, :none", to: `:fault, :${name}` },
];

let machine: Machine;
let github: GitHubLoopback;
let receiver: Receiver;
let pipeline: ReturnType<typeof startPipeline>;
let runs = 2_000;

async function open(settings?: (text: string) => string): Promise<void> {
  machine = await startMachine({ watch: "6s", hold: "60s", ...(settings === undefined ? {} : { settings }) });
  github = await startGitHub();
  receiver = await startReceiver();
  pipeline = startPipeline(machine, github);
}

async function close(): Promise<void> {
  expect(github.breaches).toEqual([]);
  await receiver.close();
  await github.close();
  await machine.close();
}

function newRun(sha: string): WorkflowRun {
  runs += 1;
  return { sha, runId: String(runs), attempt: 1 };
}

const job = (run: WorkflowRun, spec: JobSpec) =>
  pipeline.job(run, { ...spec, env: { DEPLOY_WEBHOOK: receiver.url, DEPLOY_WEBHOOK_SECRET: receiver.secret } });

/** Runs jobs in order; every one but the last must pass. */
async function through(run: WorkflowRun, specs: readonly JobSpec[]): Promise<RunResult> {
  let last: RunResult | undefined;
  for (const [index, spec] of specs.entries()) {
    last = await job(run, spec);
    if (index < specs.length - 1 && last.exitCode !== 0) throw new Error(`${spec.id} failed early:\n${last.log}`);
  }
  if (last === undefined) throw new Error("no job was given");
  return last;
}

/** The version that answers where users come in; null when nothing does. */
async function serving(place: { readonly url: string }): Promise<string | null> {
  try {
    return ((await (await fetch(`${place.url}/version`)).json()) as { version: string }).version;
  } catch {
    return null;
  }
}

const upToStaging = [jobs.validate, jobs.staging];
const upToSmoke = [...upToStaging, jobs.smoke];
const upToProduction = [...upToSmoke, jobs.production];

describe("validate", () => {
  beforeAll(() => open());
  afterAll(close);

  const failing: readonly [string, Partial<Commit>, string, RegExp][] = [
    [
      "a file that is not formatted",
      { edits: [{ file: "lib/demo_app/traffic.ex", from: "  use Agent", to: "  use   Agent" }] },
      "format",
      /lib\/demo_app\/traffic\.ex/,
    ],
    [
      "a warning",
      { files: { "lib/demo_app/odd.ex": "defmodule DemoApp.Odd do\n  @moduledoc false\n  def odd(unused), do: 1\nend\n" } },
      "compile",
      /1 warning, none is accepted/,
    ],
    [
      "a test that fails",
      {
        files: {
          "test/fails_test.exs":
            'defmodule FailsTest do\n  use ExUnit.Case\n\n  test "one is two ::set-output name=a::b" do\n    assert 1 == 2\n  end\nend\n',
        },
      },
      "test",
      /1 of 21 tests failed/,
    ],
    [
      "a release that does not boot",
      {
        files: {
          "config/runtime.exs":
            'import Config\nif config_env() == :prod, do: System.fetch_env!("NOT_SET_ANYWHERE")\nconfig :demo_app, port: 0, data: "/nonexistent"\n',
        },
      },
      "release",
      /does not boot/,
    ],
    [
      "a version that the CHANGELOG does not have",
      { files: { "CHANGELOG.md": "# Changelog\n\n## [Unreleased]\n\n- Soon\n" } },
      "changelog",
      /CHANGELOG\.md has no section for 1\.0\.0/,
    ],
  ];
  test.each(failing)("says no to %s, and why", async (_title, commit, check, sentence) => {
    const result = await job(newRun(machine.commit({ version: "1.0.0", ...commit })), jobs.validate);
    expect(result.exitCode).toBe(1);
    expect(result.outputs["reason-code"]).toBe("checks_failed");
    const [failed] = evidence(result).results.filter((one) => one.id === check);
    expect(failed?.verdict).toBe("fail");
    expect(failed?.says).toMatch(sentence);
    expect(result.outputs).not.toHaveProperty("a");
    expect(result.summary).toMatch(/^## ✗ Failed[^\n]*: validate/);
  });

  test("says no when no test ran, although mix exits 0", async () => {
    const sha = machine.commit({ version: "1.0.0" });
    const result = await pipeline.job(newRun(sha), {
      ...jobs.validate,
      before: (workspace) => rmSync(join(workspace, "test/demo_app_test.exs")),
    });
    expect(evidence(result).results.find((one) => one.id === "test")).toMatchObject({ verdict: "fail", reason_code: "no_tests_run" });
    expect(evidence(result).results.find((one) => one.id === "coverage")?.verdict).not.toBe("pass");
    expect(evidence(result).warnings.join()).toContain("1 uncommitted changes");
  });

  test("coverage is judged on the exact ratio, against the input", async () => {
    const sha = machine.commit({ version: "1.0.0" });
    const first = await job(newRun(sha), jobs.validate);
    const seen = Number(first.outputs["coverage"]);
    expect(first.exitCode).toBe(0);
    const above = await job(newRun(sha), { ...jobs.validate, with: { "coverage-minimum": (seen + 0.1).toFixed(1) } });
    expect(above.exitCode).toBe(1);
    expect(evidence(above).results.find((one) => one.id === "coverage")).toMatchObject({
      verdict: "fail",
      reason_code: "coverage_below_minimum",
    });
    expect(evidence(above).results.find((one) => one.id === "test")?.verdict).toBe("pass");
  });

  test("two builds of one commit have the same bytes but for the cookie, and the same version", async () => {
    const result = await job(newRun(machine.commit({ version: "1.0.0" })), jobs.validate);
    expect(result.outputs).toMatchObject({ app: "demo_app", version: "1.0.0", tests: "20", status: "passed", decision: "continue" });
    expect(result.outputs["release-digest"]).toMatch(/^[0-9a-f]{64}$/);
    expect(result.dropped).toEqual([]);
    expect(result.log).not.toContain("runtime-token-that-children-must-not-see");
  });

  test("a missing tool is an error with the line to add, never a pass", async () => {
    const settings = [{ file: ".github/phoenix-deploy.yml", from: "credo: off, ", to: "" }];
    const result = await job(newRun(machine.commit({ version: "1.0.0", edits: settings })), jobs.validate);
    expect(evidence(result).results.find((one) => one.id === "credo")).toMatchObject({ verdict: "error", reason_code: "tool_missing" });
    expect(result.summary).toContain(":credo");
    expect(result.exitCode).toBe(1);
  });

  test("a mistyped input and a settings file with five faults are told at once, and nothing runs", async () => {
    const faulty = "version: 2\nchekcs: {}\nchecks: {coverage: {minimum: 180}}\ncriteria: {watch: 10}\nsmoke: [{get: nowhere}]\n";
    const result = await job(newRun(machine.commit({ version: "1.0.0", files: { ".github/phoenix-deploy.yml": faulty } })), {
      ...jobs.validate,
      with: { "coverage-minimun": "80" },
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ status: "failed", "reason-code": "unknown_input" });
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain("6 faults");
    expect(result.annotations[0]?.message).toContain("Did you mean `coverage-minimum`?");
    expect(result.log).not.toContain("mix");
  });

  test("an input of 200 kB does not start, and says so", async () => {
    const result = await job(newRun(machine.commit({ version: "1.0.0" })), { ...jobs.validate, with: { config: "x".repeat(200_000) } });
    expect(result).toMatchObject({ exitCode: null, annotations: [{ kind: "error" }] });
  });

  /** The newest evidence that validate left. */
  function evidence(_result: RunResult): {
    results: { id: string; verdict: string; says: string; reason_code: string }[];
    warnings: string[];
  } {
    const folder = join(pipeline.handedOn(String(runs)), "evidence");
    const [name = ""] = readdirSync(folder).filter((file) => file.includes(".validate."));
    return JSON.parse(readFileSync(join(folder, name), "utf8"));
  }
});

describe("a deployment", () => {
  let good: WorkflowRun;

  beforeAll(async () => {
    await open();
    good = newRun(machine.commit({ version: "1.0.0" }));
    expect((await through(good, upToProduction)).outputs).toMatchObject({
      status: "passed",
      decision: "complete",
      "reason-code": "promoted",
    });
  });
  afterAll(close);
  beforeEach(() => {
    github.state.approvals = [{ environment: "production", state: "approved", user: bob }];
    github.state.environments["production"] = { reviewers: [bob], preventSelfReview: true };
    github.state.permissions.actions = "read";
  });
  afterEach(async () => {
    // Whatever the story was, users still have the release that was proved.
    expect(await serving(machine.production)).toBe("1.0.0");
  });

  test("of a release that never gets healthy is taken back from staging, and the release is marked bad", async () => {
    const run = newRun(machine.commit({ version: "1.2.0", edits: fault("never_healthy") }));
    expect((await job(run, jobs.validate)).exitCode).toBe(0);
    const before = await serving(machine.staging);
    const staging = await job(run, jobs.staging);
    expect(staging.exitCode).toBe(1);
    expect(staging.outputs).toMatchObject({ status: "failed", decision: "stop", "reason-code": "not_healthy" });
    expect(await serving(machine.staging)).toBe(before);
    expect((await job(run, jobs.staging)).outputs["reason-code"]).toBe("release_marked_bad");
    expect((await job(run, jobs.production)).outputs["reason-code"]).toBe("stage_failed");
  });

  test("that fails under traffic is seen by the watch and taken back", async () => {
    const run = newRun(machine.commit({ version: "1.3.0", edits: fault("errors_after_traffic") }));
    const result = await through(run, upToProduction);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ decision: "taken-back", "reason-code": "errors_exceeded" });
    const report = await job(run, jobs.report);
    expect(report.exitCode).toBe(1);
    expect(report.outputs).toMatchObject({ "deployment-status": "ROLLED BACK", "exit-gate": "open" });
  });

  test("is not approved by anything less than somebody else's approval of this environment", async () => {
    const run = newRun(machine.commit({ version: "1.4.0" }));
    await through(run, upToSmoke);
    const why = async () => (await job(run, jobs.production)).outputs["reason-code"];
    const dry = await job(run, { ...jobs.production, with: { "dry-run": "true" }, idToken: true });
    expect(dry.outputs["status"]).toBe("planned");
    const folder = join(pipeline.handedOn(run.runId), "evidence");
    const [name = ""] = readdirSync(folder).filter((file) => file.includes(".promote."));
    expect(JSON.parse(readFileSync(join(folder, name), "utf8")).results).toContainEqual(
      expect.objectContaining({ id: "approval", facts: expect.objectContaining({ approvers: "bob", evidence: "oidc" }) }),
    );
    github.state.environments["production"] = { reviewers: [], preventSelfReview: false };
    expect(await why()).toBe("environment_unprotected");
    github.state.environments["production"] = { reviewers: [bob], preventSelfReview: true };
    github.state.approvals = [];
    expect(await why()).toBe("approval_missing");
    github.state.approvals = [{ environment: "production", state: "approved", user: alice }];
    expect(await why()).toBe("self_approval");
    github.state.permissions.actions = "none";
    expect(await why()).toBe("approval_unreadable");
    github.state.permissions.actions = "read";
    expect((await job(run, { ...jobs.production, environment: "staging" })).outputs["reason-code"]).toBe("environment_mismatch");
    delete github.state.environments["production"];
    expect((await job(run, { ...jobs.production, environment: "staging" })).outputs["reason-code"]).toBe("environment_missing");
    // GitHub creates an environment that a job names, without protection: what a misspelt name comes to.
    expect(await why()).toBe("environment_unprotected");
  });

  test("of bytes that were changed on their way is refused", async () => {
    const run = newRun(machine.commit({ version: "1.5.0" }));
    await job(run, jobs.validate);
    const tamper = (workspace: string) => {
      const folder = join(workspace, ".phoenix-deploy/release");
      appendFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith(".tar.gz")) ?? ""), "x");
    };
    expect((await job(run, { ...jobs.staging, before: tamper })).outputs["reason-code"]).toBe("digest_mismatch");
  });

  test("with evidence that a job did not pin, or of another commit, is refused", async () => {
    const run = newRun(machine.commit({ version: "1.6.0" }));
    await through(run, upToSmoke);
    expect((await job(run, { ...jobs.production, after: ["validate", "staging"] })).outputs["reason-code"]).toBe("evidence_unpinned");
    const other = { ...run, sha: good.sha };
    expect((await job(other, jobs.production)).outputs["reason-code"]).toBe("evidence_of_another_commit");
    const edit = (workspace: string) => {
      const folder = join(workspace, ".phoenix-deploy/evidence");
      const path = join(folder, readdirSync(folder).find((name) => name.includes(".smoke-test.")) ?? "");
      writeFileSync(path, readFileSync(path, "utf8").replace("passed", "passed "));
    };
    expect((await job(run, { ...jobs.production, before: edit })).outputs["reason-code"]).toMatch(/^evidence_/);
  });

  test("in a dry run prints the plan and touches nothing", async () => {
    const run = newRun(machine.commit({ version: "1.7.0" }));
    await job(run, jobs.validate);
    const listing = () =>
      execFileSync("find", [machine.staging.path, "-newermt", "1970-01-02", "-printf", "%p %T@\n"], { encoding: "utf8" });
    const before = listing();
    const result = await job(run, { ...jobs.staging, with: { "dry-run": "true" } });
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: "planned", "reason-code": "planned" } });
    expect(result.summary).toContain("Start 1.7.0");
    expect(listing()).toBe(before);
    expect((await job(run, { ...jobs.production, after: ["validate", "staging"] })).outputs["reason-code"]).not.toBe("promoted");
  });

  test("waits for nobody's lock: a second one is refused with the owner's name, and the lock is left alone", async () => {
    const run = newRun(machine.commit({ version: "1.8.0" }));
    await job(run, jobs.validate);
    const lease = join(machine.staging.path, "state/lease");
    const now = Math.floor(Date.now() / 1_000);
    writeFileSync(lease, `run-9-1 ${now + 600} ${now}\n`);
    const result = await job(run, jobs.staging);
    expect(result.outputs["reason-code"]).toBe("lock_held");
    expect(result.log).toContain("locked by run-9-1");
    expect(readFileSync(lease, "utf8")).toContain("run-9-1");
    rmSync(lease);
  });

  test("that is killed between any two steps is finished by the next run", async () => {
    const run = newRun(machine.commit({ version: "1.9.0" }));
    await job(run, jobs.validate);
    const steps = [/The lock is ours/, /bytes sent/, /Started as process/, /Healthy 3 times/, /New requests go to/];
    for (const [index, step] of steps.entries()) {
      const killed = await job({ ...run, attempt: index + 1 }, { ...jobs.staging, killAfterLine: step });
      expect(killed.exitCode).toBeNull();
      expect(await serving(machine.staging)).not.toBeNull();
      // The dead run's lease would run out by itself; the test does not wait for it.
      rmSync(join(machine.staging.path, "state/lease"), { force: true });
    }
    const result = await job({ ...run, attempt: steps.length + 1 }, jobs.staging);
    expect(result.outputs).toMatchObject({ status: "passed", "reason-code": "deployed" });
    expect(await serving(machine.staging)).toBe("1.9.0");
    expect(existsSync(join(machine.staging.path, "state/lease"))).toBe(false);
    expect(existsSync(join(machine.staging.path, "state/intent"))).toBe(false);
  });

  test("that is cancelled finishes its step, begins no other, and leaves its evidence", async () => {
    const run = newRun(machine.commit({ version: "1.10.0" }));
    await job(run, jobs.validate);
    const result = await job(run, { ...jobs.staging, cancelAfterLine: /bytes sent/ });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ status: "cancelled", "reason-code": "cancelled" });
    rmSync(join(machine.staging.path, "state/lease"), { force: true });
    expect((await job({ ...run, attempt: 2 }, jobs.staging)).outputs["status"]).toBe("passed");
  });

  test("old version still answering behind a healthy slot is not a success", async () => {
    const run = newRun(
      machine.commit({
        version: "1.11.0",
        edits: [{ file: "lib/demo_app/router.ex", from: "to_string(Application.spec(:demo_app, :vsn))", to: '"0.9.0" <> to_string([])' }],
      }),
    );
    await job(run, { ...jobs.validate, with: { "coverage-minimum": "50" } });
    const result = await job(run, jobs.staging);
    expect(result.outputs["reason-code"]).toBe("wrong_version");
    expect(result.log).toContain("answers version 0.9.0; 1.11.0 was deployed");
  });
});

describe("a rollback", () => {
  beforeAll(() => open());
  afterAll(close);

  test("goes to the last verified release for a named reason, marks the other bad, and refuses where there is none", async () => {
    const first = newRun(machine.commit({ version: "1.0.0" }));
    await through(first, upToProduction);
    const back = (reason: string, more: Record<string, string> = {}) =>
      job(newRun(first.sha), { action: "rollback", id: "rollback", with: { reason, ...more } });
    expect((await back("p1-bug")).outputs["reason-code"]).toBe("no_previous_release");

    const second = newRun(machine.commit({ version: "1.1.0" }));
    await through(second, upToProduction);
    expect(await serving(machine.production)).toBe("1.1.0");
    expect((await back("manual")).outputs["reason-code"]).toBe("invalid_input");
    expect((await back("whim")).annotations[0]?.message).toContain("Input `reason`");
    expect((await back("security", { "dry-run": "true" })).outputs["status"]).toBe("planned");
    expect(await serving(machine.production)).toBe("1.1.0");

    expect((await back("security")).outputs).toMatchObject({ status: "passed", "reason-code": "rolled_back" });
    expect(await serving(machine.production)).toBe("1.0.0");
    expect((await job(second, jobs.production)).outputs["reason-code"]).toBe("release_marked_bad");
    expect((await back("p1-bug")).outputs["reason-code"]).toBe("release_marked_bad");
    expect(receiver.told).toEqual([]);
  });
});

describe("the report", () => {
  beforeAll(() => open());
  afterAll(close);

  test("closes every box on evidence, announces with a signature, and leaves a page", async () => {
    const run = newRun(machine.commit({ version: "1.0.0" }));
    const report = await through(run, [...upToProduction, jobs.report]);
    expect(report).toMatchObject({ exitCode: 0, outputs: { "exit-gate": "closed", "deployment-status": "SUCCESS" } });
    expect(report.summary).toContain("**Status**: SUCCESS");
    expect(report.summary.match(/- \[x\]/g)).toHaveLength(6);
    const told = receiver.told.filter(({ body }) => String(body["run"]).endsWith(`/${run.runId}`));
    expect(told).toMatchObject([{ signed: true, body: { status: "SUCCESS", version: "1.0.0", environment: "production" } }]);
    expect(readFileSync(join(pipeline.handedOn(run.runId), "report/report.html"), "utf8")).toContain("Deployment Validation Report");
  });

  test("shows what was not run, and fails while a box is open unless told to report only", async () => {
    const run = newRun(machine.commit({ version: "2.0.0" }));
    await job(run, jobs.validate);
    const report = await job(run, { ...jobs.report, after: ["validate"] });
    expect(report).toMatchObject({ exitCode: 1, outputs: { "deployment-status": "NOT DEPLOYED", "reason-code": "gate_open" } });
    expect(report.summary).toContain("– NOT RUN");
    expect(report.summary).toContain("CHANGELOG.md has no section for 2.0.0");
    expect((await job(run, { ...jobs.report, after: ["validate"], with: { "exit-gate": "report" } })).exitCode).toBe(0);
  });

  test("without any evidence says so instead of passing", async () => {
    const run = newRun(machine.commit({ version: "1.0.0" }));
    mkdirSync(pipeline.handedOn(run.runId), { recursive: true });
    const report = await job(run, { ...jobs.report, after: [] });
    expect(report.exitCode).toBe(1);
    expect(report.outputs["deployment-status"]).toBe("NOT DEPLOYED");
  });
});
