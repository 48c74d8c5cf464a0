// What validate leaves of an application, made once for all stories of a test run that are about what becomes of it.
// The first story that needs it runs validate; another run that it is given to has its own commit and its own pin.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Evidence, Pin } from "../../src/domain/evidence/evidence.ts";
import { manifestOf, type Release } from "../../src/domain/release/release.ts";
import type { WorkflowRun } from "./pipeline.ts";
import type { RunResult } from "./runner.ts";

interface Asked {
  readonly run: WorkflowRun;
  /** Where the run's commit is. */
  readonly repository: string;
  /** Folder that the jobs of the run pass on. */
  readonly passedOn: string;
  readonly validate: () => Promise<RunResult>;
}

/** The result of validate, its own or that of another run on the same application. */
export async function validatedOnce(asked: Asked): Promise<RunResult> {
  const shared = process.env["PD_SHARED"];
  if (shared === undefined) throw new Error("PD_SHARED is not set: __tests__/support/global-setup.mjs sets it");
  const kept = join(shared, applicationOf(asked));
  for (;;) {
    if (existsSync(kept)) return handOver(kept, asked);
    if (begin(`${kept}.begun`)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    // Another worker may have been done in between.
    if (existsSync(kept)) return handOver(kept, asked);
    const result = await asked.validate();
    if (result.exitCode === 0) keep(kept, asked, result);
    return result;
  } finally {
    rmSync(`${kept}.begun`, { recursive: true });
  }
}

/** Whoever makes the folder is the only one. */
function begin(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
const git = ({ repository, run }: Asked, ...args: string[]) =>
  execFileSync("git", [...args, run.sha], { cwd: repository, encoding: "utf8" }).trim();

/** All files of the commit but the settings: nothing that such a story has checked depends on those. */
function applicationOf(asked: Asked): string {
  const files = git(asked, "ls-tree", "-r").split("\n");
  return sha256(files.filter((line) => !line.includes("\t.github/")).join("\n"));
}

function keep(kept: string, { passedOn }: Asked, result: RunResult): void {
  cpSync(passedOn, join(`${kept}.new`, "passed-on"), { recursive: true });
  writeFileSync(join(`${kept}.new`, "result.json"), JSON.stringify(result));
  renameSync(`${kept}.new`, kept);
}

/** Passes on to this run what was kept, under its own commit and number. */
function handOver(kept: string, asked: Asked): RunResult {
  const { run, passedOn } = asked;
  const result: RunResult = JSON.parse(readFileSync(join(kept, "result.json"), "utf8"));
  const pin: Pin = JSON.parse(result.outputs["evidence"] ?? "");
  const [file, attempt] = [pin.file.replace(`.${pin.run_id}-`, `.${run.runId}-`), String(run.attempt)];
  if (attempt !== pin.run_attempt) throw new Error("What was validated once is passed on to first attempts only");
  cpSync(join(kept, "passed-on"), passedOn, { recursive: true });

  const url = (text: string) => text.replace(new RegExp(`/runs/${pin.run_id}$`), `/runs/${run.runId}`);
  const manifest = join(passedOn, "release/manifest.json");
  const before: Release = JSON.parse(readFileSync(manifest, "utf8"));
  const release: Release = {
    ...before,
    ...{ git_sha: run.sha, git_tree: git(asked, "log", "-1", "--format=%T") },
    built_by: { ...before.built_by, run_id: run.runId, url: url(before.built_by.url) },
  };
  writeFileSync(manifest, manifestOf(release));

  const evidence = join(passedOn, "evidence");
  const said: Evidence = JSON.parse(readFileSync(join(evidence, pin.file), "utf8"));
  for (const name of readdirSync(evidence)) rmSync(join(evidence, name));
  const text = JSON.stringify({ ...said, release, sha: run.sha, run_id: run.runId, run_url: url(said.run_url) });
  writeFileSync(join(evidence, file), text);
  const own: Pin = {
    ...{ ...pin, sha: run.sha, run_id: run.runId, file, file_sha256: sha256(text) },
    manifest_sha256: sha256(readFileSync(manifest)),
  };
  return { ...result, outputs: { ...result.outputs, evidence: JSON.stringify(own) } };
}
