// Deployments that are ended at a step of their plan, and finished by the next run.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, expect } from "@jest/globals";
import { manifestOf, type Release } from "../../src/domain/release/release.ts";
import { type JobSpec, jobs, type WorkflowRun } from "./pipeline.ts";
import type { Running } from "./runner.ts";
import { expireLease, setScene, stateOf, upToStaging } from "./scene.ts";

export const scene = setScene({ buildOnly: true });
// By itself, without the outputs of other jobs: what is passed on is made here.
export const deploy: JobSpec = {
  action: "deploy-staging",
  id: "staging",
  environment: "staging",
  with: { unpinned: "allow", runs: "other" },
};

let validated: WorkflowRun;
let builds = 0;
beforeAll(async () => {
  await scene.through(scene.begin({ version: "1.0.0" }), upToStaging);
  validated = scene.begin({ version: "1.1.0" });
  await scene.through(validated, [jobs.validate]);
});

/**
 * A run with another build of the validated release: the same program in other bytes, so that its deployment has every
 * step.
 */
export function anotherBuild(): { readonly run: WorkflowRun; readonly id: string } {
  builds += 1;
  const run = { ...validated, runId: String(4_000 + builds) };
  cpSync(scene.passedOn(validated), scene.passedOn(run), { recursive: true });
  const folder = join(scene.passedOn(run), "release");
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const tarball = join(folder, manifest.file);
  // The time in the head of a gzip file (RFC 1952, 2.3.1): other bytes that unpack to the same.
  const bytes = readFileSync(tarball);
  bytes.writeUInt32LE(builds, 4);
  writeFileSync(tarball, bytes);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const release: Release = { ...manifest, digest, bytes: bytes.length };
  writeFileSync(join(folder, "manifest.json"), manifestOf(release));
  const evidence = join(scene.passedOn(run), "evidence");
  for (const name of readdirSync(evidence)) {
    const text = readFileSync(join(evidence, name), "utf8").replaceAll(manifest.digest, digest);
    writeFileSync(join(evidence, name), JSON.stringify({ ...JSON.parse(text), release }));
  }
  return { run, id: `1.1.0-${digest.slice(0, 8)}` };
}

/**
 * Follows a job through the plan that it prints: what was planned, which steps began, and which are closed with a
 * result.
 */
export function follow(
  at: "begun" | "closed",
  wanted: (step: string, plan: readonly string[]) => boolean,
  end: (running: Running) => void,
) {
  const plan: string[] = [];
  const begun: string[] = [];
  const closed: string[] = [];
  let group = "";
  const onLine = (line: string, running: Running) => {
    if (line.startsWith("▸ ")) {
      group = line.slice(2);
      if (group.startsWith("Plan: ")) plan.length = 0;
      if (!plan.includes(group)) return;
      begun.push(group);
      if (at === "begun" && wanted(group, plan)) end(running);
    } else if (group.startsWith("Plan: ") && /^\d+\. /.test(line)) plan.push(line.replace(/^\d+\. /, ""));
    else if (/^[✓✗◌–] /.test(line) && begun.at(-1) === group && begun.length > closed.length) {
      closed.push(group);
      if (at === "closed" && wanted(group, plan)) end(running);
    }
  };
  return { plan, begun, closed, onLine };
}

/** Holds when staging is as a deployment that was never disturbed leaves it. */
export function expectWhole(id: string): void {
  const { staging } = scene.machine;
  const [release, slot = ""] = stateOf(staging, "active");
  expect(release).toBe(id);
  const [pid = ""] = stateOf(staging, `slot.${slot}`);
  expect(readlinkSync(`/proc/${pid}/exe`)).toContain(`/releases/${id}/`);
  expect(basename(readlinkSync(join(staging.path, "current")))).toBe(id);
  expect(stateOf(staging, "intent")).toEqual([]);
  expect(stateOf(staging, "lease")).toEqual([]);
  expect(readdirSync(join(staging.path, "incoming"))).toEqual([]);
  // The host's journal has one line for each time that migrations ran.
  expect(
    readFileSync(join(staging.path, "state/journal"), "utf8").match(new RegExp(` migrated ${id}:`, "g")),
  ).toHaveLength(1);
}

/**
 * Runs the job again, as somebody does after a run that died or was cancelled; its host program may still be at its
 * last step.
 */
export async function again(run: WorkflowRun): Promise<void> {
  execFileSync("flock", [join(scene.machine.staging.path, "state/step"), "true"]);
  expireLease(scene.machine.staging);
  const result = await scene.ends({ ...run, attempt: 2 }, deploy, "deployed");
  expect(result.exitCode).toBe(0);
}
