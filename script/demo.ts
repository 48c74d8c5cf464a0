// The main job on this machine: the bundles of dist, each started as the Actions runner starts it, deploy
// examples/demo_app in versions 1.0.0 and 1.1.0. Real: Elixir, the release, its processes, HAProxy, HTTP, git; with
// `--hosts` also hosts with ssh and systemd of their own. Only GitHub's API is played, by the loopback server that the
// tests use.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startGitHub } from "../__tests__/acceptance/github/server.ts";
import { startMachine } from "../__tests__/acceptance/machine.ts";
import { type JobSpec, jobs, startPipeline, type WorkflowRun } from "../__tests__/acceptance/pipeline.ts";
import { startReceiver } from "../__tests__/acceptance/receiver.ts";
import type { RunResult } from "../__tests__/acceptance/runner.ts";
import type { Commit } from "../__tests__/acceptance/sources.ts";
import { startHosts } from "./demo-hosts.ts";
import { root } from "./generate.ts";
import { terminal } from "./terminal.ts";

/** A failing story: what the commit of 1.1.0 carries, and the verdict that must come out. */
interface Story {
  readonly commit: Partial<Commit>;
  readonly failingJob: string;
  readonly reason: string;
}

const fault = (name: string) => [{ file: "config/config.exs", from: ":fault, :none", to: `:fault, :${name}` }];
const stories: Readonly<Record<string, Story>> = {
  coverage: {
    commit: { files: { "lib/demo_app/untested.ex": untestedModule() } },
    failingJob: "validate",
    reason: "checks_failed",
  },
  health: { commit: { edits: fault("never_healthy") }, failingJob: "staging", reason: "not_healthy" },
  errors: { commit: { edits: fault("errors_after_traffic") }, failingJob: "production", reason: "errors_exceeded" },
};

const { values } = parseArgs({
  options: { break: { type: "string" }, hosts: { type: "string" }, verbose: { type: "boolean", default: false } },
});
const broken = values.break === undefined ? null : stories[values.break];
if (broken === undefined) {
  console.error(`There is no story \`${values.break}\`; there are ${Object.keys(stories).join(", ")}.`);
  process.exit(2);
}
const example = values.hosts === undefined ? null : ({ "1": "one", "3": "three" } as const)[values.hosts];
if (example === undefined) {
  console.error(`\`--hosts\` is \`${values.hosts}\`; there are settings for 1 and for 3 hosts, in examples/hosts.`);
  process.exit(2);
}

const started = performance.now();
console.log(
  "A loopback server plays GitHub's API. Everything else is real: Elixir, releases, processes, HAProxy, HTTP, git.\n",
);
const pace = { watch: "8s", hold: "60s", within: "20s" };
const place = example === null ? await startMachine(pace) : await startHosts(example, pace);
const github = await startGitHub();
const receiver = await startReceiver();
const pipeline = startPipeline(place, github);
const env = { DEPLOY_WEBHOOK: receiver.url, DEPLOY_WEBHOOK_SECRET: receiver.secret, ...place.env };
let asExpected = true;

/** Runs one job with progress, and prints its summary. */
async function show(run: WorkflowRun, spec: JobSpec): Promise<RunResult> {
  const began = performance.now();
  const action = spec.action === "." ? "the report (root action)" : spec.action;
  const rule = "━".repeat(Math.max(3, 60 - spec.id.length - spec.action.length));
  console.log(`\n━━━ ${spec.id}: ${action} ${rule}`);
  const result = await pipeline.job(run, {
    ...spec,
    env,
    onLine: (line) => {
      if (values.verbose || /^(▸|✓|✗|◌|–)/.test(line)) console.log(`  ${line}`);
    },
  });
  console.log(`\n${terminal(result.summary)}\n`);
  console.log(`  exit code ${result.exitCode}, ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  return result;
}

/**
 * The workflow of examples/workflows/deploy.yml on one commit. As on GitHub, a job runs only when those before it
 * passed; the report always does.
 */
async function workflow(
  run: WorkflowRun,
  wanted: readonly JobSpec[],
): Promise<{ readonly failing: string | null; readonly reason: string; readonly report: RunResult | null }> {
  let failing: string | null = null;
  let reason = "";
  let report: RunResult | null = null;
  for (const spec of wanted) {
    if (failing !== null && spec.id !== "report") continue;
    const result = await show(run, spec);
    if (spec.id === "report") report = result;
    else if (result.exitCode !== 0) {
      failing = spec.id;
      reason = result.outputs["reason-code"] ?? "";
    }
  }
  return { failing, reason, report };
}

const all = [jobs.validate, jobs.staging, jobs.smoke, jobs.production];
let last: WorkflowRun;
try {
  console.log("Version 1.0.0");
  const first = { sha: place.commit({ version: "1.0.0" }), runId: "1001", attempt: 1 };
  asExpected &&= (await workflow(first, all)).failing === null;

  console.log(`\nVersion 1.1.0${broken === null ? "" : `, which carries a fault (${values.break})`}`);
  const sha = place.commit({ version: "1.1.0", ...broken?.commit });
  last = { sha, runId: "1002", attempt: 1 };
  const second = await workflow(last, broken === null ? all : [...all, jobs.report]);
  if (broken === null) {
    asExpected &&= second.failing === null;
    console.log("\nA drill: roll back to 1.0.0, which is still warm, and forward to 1.1.0 again. Then the report.");
    const drill = await show(
      { sha, runId: "1003", attempt: 1 },
      { action: "rollback", id: "rollback", with: { environment: "production", drill: "true" } },
    );
    asExpected &&= drill.exitCode === 0;
    const again = await workflow(last, [jobs.report]);
    asExpected &&=
      again.failing === null && again.report?.exitCode === 0 && again.report.outputs["deployment-status"] === "SUCCESS";
  } else {
    asExpected &&= second.failing === broken.failingJob && second.reason === broken.reason;
    const verdict = `${second.failing ?? "nothing"} failed with ${second.reason || "no reason"}`;
    console.log(`\nThe verdict: ${verdict}; expected ${broken.failingJob} with ${broken.reason}.`);
  }
  if (github.breaches.length > 0) {
    asExpected = false;
    console.log(`Exchanges that break GitHub's API description:\n${github.breaches.join("\n")}`);
  }
  const page = join(root, ".phoenix-deploy/demo");
  mkdirSync(page, { recursive: true });
  for (const name of ["report.md", "report.html"])
    copyFileSync(join(pipeline.passedOn(last.runId), "report", name), join(page, name));
  console.log(`\nThe report as a page: ${join(page, "report.html")}`);
} finally {
  await receiver.close();
  await github.close();
  await place.close();
}
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(`${asExpected ? "✓ As expected" : "✗ Not as expected"}, after ${seconds} s.`);
process.exit(asExpected ? 0 : 1);

/** Enough lines that no test reaches to bring the coverage below 80 %. */
function untestedModule(): string {
  const functions = Array.from({ length: 200 }, (_, index) => `  def line_${index}(value), do: value + ${index}`);
  return `defmodule DemoApp.Untested do\n  @moduledoc "No test reaches this."\n${functions.join("\n")}\nend\n`;
}
