// Jobs that run the bundles of `dist` on releases that a test made. What validate, staging and smoke test say of such a
// release is written here, and pinned: those stages have stories of their own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Evidence, evidenceFileName } from "../../src/domain/evidence/evidence.ts";
import { manifestOf, type Release } from "../../src/domain/release/release.ts";
import type { FakeRelease } from "../host/fake-release.ts";
import { one, smoke, release as someRelease, staging, validate } from "../render/story.ts";
import { pinsOf } from "../support/promotion.ts";
import type { GitHubLoopback } from "./github/server.ts";
import { type RunRequest, type RunResult, runAction } from "./runner.ts";

const root = join(import.meta.dirname, "../..");

/** Where such jobs run. */
interface Bench {
  /** Has the checkout of each run. */
  readonly folder: string;
  readonly github: GitHubLoopback;
}

/** One job. */
interface ReadyMade extends Pick<RunRequest, "onLine" | "env" | "event"> {
  readonly action: "deploy-staging" | "promote" | "rollback";
  readonly environment: string;
  /** The application's name; `shop` unless given. */
  readonly app?: string;
  /** Text of the settings file. */
  readonly settings: string;
  /** The release that the jobs before left; null where they left nothing. */
  readonly release: FakeRelease | null;
  readonly runId: string;
  readonly attempt?: string;
  readonly with?: Readonly<Record<string, string>>;
}

export async function runReadyMade(
  { folder, github }: Bench,
  given: ReadyMade,
): Promise<{ readonly result: RunResult; readonly evidence: Evidence }> {
  const { action, environment, settings, release, runId, attempt = "1", onLine, env, event } = given;
  const workspace = join(folder, `${runId}-${attempt}-${readdirSync(folder).length}`);
  const sha = commit(workspace, settings);
  const jobs = release === null ? null : passOn(workspace, { made: release, app: given.app ?? "shop", sha, runId });
  github.startJob({ jobId: runId, runId, sha, environment });
  const result = await runAction({
    action: join(root, action),
    with: { environment, ...(jobs === null || action === "rollback" ? {} : { jobs }), ...given.with },
    workspace,
    github: {
      ...{ apiUrl: github.url, token: "ghs_loopback", runId, runAttempt: attempt, sha, jobId: runId },
      ...{ repository: "acme/shop", actor: "alice" },
    },
    ...(onLine === undefined ? {} : { onLine }),
    ...(env === undefined ? {} : { env }),
    ...(event === undefined ? {} : { event }),
  });
  const left = join(workspace, ".phoenix-deploy/evidence");
  const name = existsSync(left)
    ? readdirSync(left).find((file) => file.includes(`.${action}.${environment}.`))
    : undefined;
  if (name === undefined) throw new Error(`${action} left no evidence:\n${result.log}`);
  return { result, evidence: JSON.parse(readFileSync(join(left, name), "utf8")) };
}

/** A checkout whose one file is the settings. */
function commit(workspace: string, settings: string): string {
  mkdirSync(join(workspace, ".github"), { recursive: true });
  writeFileSync(join(workspace, ".github/phoenix-deploy.yml"), settings);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=demo", "-c", "user.email=demo@example.com", ...args], {
      ...{ cwd: workspace, encoding: "utf8" as const, stdio: ["ignore", "pipe", "pipe"] as const },
    }).trim();
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "settings");
  return git("rev-parse", "HEAD");
}

/** The release and the evidence of the stages before it, as their jobs leave them; gives the input `jobs`. */
function passOn(
  workspace: string,
  { made, app, sha, runId }: { made: FakeRelease; app: string; sha: string; runId: string },
): string {
  const { digest, bytes, id } = made;
  const { version } = JSON.parse(made.manifest) as { version: string };
  const url = `https://github.com/acme/shop/actions/runs/${runId}`;
  const release: Release = {
    ...{ ...someRelease, arch: process.arch, app, name: "app", version, git_sha: sha, digest, bytes },
    file: `app-${version}.tar.gz`,
    built_by: { run_id: runId, run_attempt: "1", url },
  };
  const seen = one("signal", "running-release", { facts: { proved: "process", release: id } });
  const now = new Date().toISOString();
  const common = { release, app, sha, run_id: runId, run_url: url, started_at: now, finished_at: now };
  const before: readonly Evidence[] = [
    { ...validate, ...common },
    { ...staging, ...common, to: id },
    { ...smoke, ...common, results: [...smoke.results, seen] },
  ];
  const folder = join(workspace, ".phoenix-deploy");
  for (const name of ["release", "evidence"]) mkdirSync(join(folder, name), { recursive: true });
  cpSync(made.path, join(folder, "release", release.file));
  writeFileSync(join(folder, "release/manifest.json"), manifestOf(release));
  for (const evidence of before)
    writeFileSync(join(folder, "evidence", evidenceFileName(evidence)), JSON.stringify(evidence));
  return pinsOf(before);
}
