// The promotion brief by the bundle of smoke-test: a real checkout, a loopback GitHub, an application that answers.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { root } from "../../script/generate.ts";
import { evidenceFileName } from "../../src/domain/evidence/evidence.ts";
import { manifestOf } from "../../src/domain/release/release.ts";
import { allPassed, handedOver, pinsOf, shipped } from "../support/promotion.ts";
import { type GitHubLoopback, startGitHub } from "./github/server.ts";
import { alice } from "./github/state.ts";
import { runAction } from "./runner.ts";

const folder = mkdtempSync(join(tmpdir(), "pd-brief-"));
const origin = join(folder, "origin");
let application: Server;
let github: GitHubLoopback;
let before = "";
let head = "";

function git(cwd: string, ...args: string[]): string {
  const who = { GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "a@example.com" };
  const env = { ...process.env, ...who, GIT_COMMITTER_NAME: "c", GIT_COMMITTER_EMAIL: "c@example.com" };
  return execFileSync("git", args, { cwd, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] }).trim();
}

function written(at: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), text);
  }
}

function committed(files: Readonly<Record<string, string>>, message: string): string {
  written(origin, files);
  git(origin, "add", "--all");
  git(origin, "commit", "--quiet", "--message", message);
  return git(origin, "rev-parse", "HEAD");
}

const lock = (version: string) =>
  `%{\n  "plug": {:hex, :plug, "${version}", "c", [:mix], [], "hexpm", "${version}"},\n}\n`;
const environment = (name: string, url: string) => `  ${name}:
    url: ${url}
    hosts: [{name: ${name}1, address: local}]
    path: ${join(folder, "nothing", name)}
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, socket: /run/none.sock, backend: app}
    migrations: {migrate: Shop.Release.migrate()}
`;

beforeAll(async () => {
  application = createServer((_request, response) => response.end("ok"));
  await new Promise<void>((resolve) => application.listen(0, "127.0.0.1", resolve));
  const { port } = application.address() as { port: number };
  const settings = `version: 1\napp: shop\nsmoke: [{get: /}]\nenvironments:\n${environment(
    "staging",
    `http://127.0.0.1:${port}`,
  )}${environment("production", "https://shop.example.com")}    on-call: Ada\n`;
  git(folder, "init", "--quiet", "--initial-branch=main", origin);
  const first = {
    "mix.lock": lock("1.0.0"),
    ".github/phoenix-deploy.yml": settings,
    ".gitignore": ".phoenix-deploy\n",
  };
  before = committed(first, "one");
  git(origin, "tag", "v1.0.0");
  const migration = "priv/repo/migrations/20261101_add_country.exs";
  const second = { "mix.lock": lock("1.1.0"), "config/runtime.exs": "1", [migration]: "2" };
  head = committed(second, "Ask @everyone for <b>the</b> `country` (#12)");
});
afterAll(() => {
  application.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  await github.close();
  expect(github.breaches).toEqual([]);
});

/** The smoke test of staging in a clone, over what validate and the deployment left. */
async function smoked(name: string, clone: readonly string[] = []) {
  const workspace = join(folder, name);
  git(folder, "clone", "--quiet", ...clone, `file://${origin}`, workspace);
  const release = { ...shipped, git_sha: head };
  const evidence = allPassed.slice(0, 2).map((one) => ({ ...one, sha: head, release }));
  const left = [...handedOver([])].map(([path, text]) => [path.replace("/work/", ""), text]);
  written(workspace, {
    ...Object.fromEntries(left),
    ".phoenix-deploy/release/manifest.json": manifestOf(release),
    ...Object.fromEntries(
      evidence.map((one) => [`.phoenix-deploy/evidence/${evidenceFileName(one)}`, JSON.stringify(one)]),
    ),
  });
  return await runAction({
    action: join(root, "smoke-test"),
    with: { jobs: pinsOf(evidence), comment: "true" },
    workspace,
    github: {
      ...{ apiUrl: github.url, token: "ghs_x", runId: "7", runAttempt: "1", sha: head, jobId: "5" },
      ...{ repository: "acme/shop", actor: "alice" },
    },
  });
}

describe("the promotion brief", () => {
  test("stands in the summary and on the pull request, with what changed since production's deployment", async () => {
    const { state } = github;
    const job = { jobId: "1", runId: "1", sha: before, environment: "production" };
    state.deployments = [{ id: 1, job, states: ["inactive", "success"] }];
    state.pulls = [
      { number: 12, title: "Ask for <b>the</b> country", author: alice, head: before, mergedAs: head, reviews: [] },
    ];
    const { exitCode, summary, log } = await smoked("whole");
    expect([exitCode, log]).toEqual([0, expect.stringContaining("✓")]);
    expect(summary).toMatch(/^## 📋 shop 1\.1\.0 to production: promotion brief/);
    expect(summary).toContain("**1 commit, 1 pull request, 1 migration, 1 dependency changed, 1 configuration file");
    expect(summary).toContain(`| Runs now | 1.0.0, commit <code>${before.slice(0, 12)}</code>, deployed 2026-11-24`);
    expect(summary).toContain("| plug | 1.0.0 → 1.1.0 |");
    expect(summary).toContain("**On call:** Ada");
    expect(summary).toContain("Upload 1.1.0-");
    expect(summary).not.toMatch(/<b>|@everyone/);
    expect(state.comments).toEqual([expect.objectContaining({ issue: 12, user: state.viewer })]);
    expect(state.comments[0]?.body).toContain("promotion brief");
  });

  test("passes in a shallow checkout with a token that only reads it, and says what to give", async () => {
    const { permissions } = github.state;
    Object.assign(permissions, { actions: "none", checks: "none", deployments: "none", "pull-requests": "none" });
    const { exitCode, summary } = await smoked("shallow", ["--depth=1", "--no-tags"]);
    expect(exitCode).toBe(0);
    expect(summary).toContain("Give the job <code>deployments: read</code>.");
    expect(summary).toContain("give actions/checkout <code>fetch-depth: 0</code>.");
  });
});
