// The promotion brief, as the smoke test of staging writes it, and what is left of it where things cannot be read.
import { describe, expect, test } from "@jest/globals";
import { type Brief, briefSchema } from "../../src/domain/brief/brief.ts";
import { type Evidence, evidenceSchema } from "../../src/domain/evidence/evidence.ts";
import type { GitHub, StickyComment } from "../../src/ports/github.ts";
import type { JobFacts } from "../../src/ports/job.ts";
import type { Repository } from "../../src/ports/repository.ts";
import type { World } from "../../src/ports/world.ts";
import { publish } from "../../src/stages/publish.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { type SmokeTestInputs, smokeTest } from "../../src/stages/smoke-test.ts";
import type { Target } from "../../src/targets/target.ts";
import { brief as shownBrief } from "../render/brief/briefs.ts";
import { one, sha, smoke } from "../render/story.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts, pullRequest } from "../support/job.ts";
import { allPassed, handedOver, pinsOf, shipped, shippedId } from "../support/promotion.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedGitHub, closedWorld } from "../support/world.ts";

const environment = (name: string, more = "") => `  ${name}:
    url: https://${name}.example.com
    hosts: [{name: ${name}1, address: deploy@${name}.example.com}]
    path: /opt/shop
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
    migrations: {migrate: Shop.Release.migrate()}
${more}`;
const onCall = "    on-call: Ada\n    dashboards: {Errors: https://example.com/d}\n";
const settingsText = `version: 1
app: shop
smoke: [{get: /}]
environments:
${environment("staging")}${environment("production", onCall)}`;

const old = "9".repeat(40);
const lock = (version: string) => `%{"plug": {:hex, :plug, "${version}", "c", [:mix], [], "hexpm", "${version}"}}`;

const repository: Partial<Repository> = {
  head: async () => ({ sha, tree: "b".repeat(40) }),
  tags: async () => [{ name: "v1.0.0", commit: old }],
  isShallow: async () => false,
  commitOf: async (revision) => revision,
  commitsBetween: async (from) => (from === old ? [{ sha, subject: "Basket (#12)", author: "Ada" }] : []),
  changedBetween: async () => [
    { path: "mix.lock", change: "changed" },
    { path: "config/runtime.exs", change: "changed" },
    { path: "lib/config/x.ex", change: "changed" },
    { path: ".github/phoenix-deploy.yml", change: "changed" },
    { path: "priv/repo/migrations/1_a.exs", change: "added" },
  ],
  fileAt: async (commit) => lock(commit === old ? "1.0.0" : "1.1.0"),
};

const merged = { number: 12, title: "Remember the basket", author: "ada", url: "https://github.com/acme/shop/pull/12" };
const github: Partial<GitHub> = {
  lastDeployment: async (name) => ({
    ok: true,
    value: name === "production" ? { sha: old, at: "2026-11-20T15:00:00Z" } : null,
  }),
  pullRequestsOf: async () => ({ ok: true, value: [{ ...merged, authorId: 1, headSha: sha, mergedAs: sha }] }),
};

const away: Partial<Target> = {
  observe: async () => ({ failed: { verdict: "error", reason_code: "target_unreachable", says: "No answer." } }),
  close: async () => undefined,
};

interface Scene {
  readonly inputs?: Partial<SmokeTestInputs>;
  readonly github?: Partial<GitHub>;
  readonly repository?: Partial<Repository>;
  readonly evidence?: readonly Evidence[];
  readonly settings?: string;
  readonly status?: number;
  /** What every page answers. */
  readonly body?: string;
}

/** Runs the smoke test of staging over what the jobs before left. */
async function smoked(scene: Scene = {}) {
  const evidence = scene.evidence ?? allPassed.slice(0, 2);
  const known: Partial<World> = {
    files: memoryFiles(handedOver(evidence)),
    job: jobFacts({ sha }),
    http: {
      request: async () => ({
        answered: true,
        status: scene.status ?? 200,
        headers: {},
        body: scene.body ?? "",
        ms: 1,
      }),
    },
    github: closedGitHub({ ...github, ...scene.github }),
    repository: { ...closedWorld().repository, ...repository, ...scene.repository },
  };
  const world = closedWorld(known);
  const settings = await settingsFrom(scene.settings ?? settingsText);
  const recorder = await openRecorder(world, "smoke-test", { app: "shop", environment: "staging" });
  const conclusion = await smokeTest(
    { world, settings, recorder, openTarget: () => away as Target },
    {
      ...{ environment: "staging", "brief-for": "production", jobs: pinsOf(evidence), runs: "this" },
      ...{ config: ".github/phoenix-deploy.yml", ...scene.inputs },
    },
  );
  return { conclusion, evidence: recorder.evidence, brief: recorder.evidence.brief };
}

/** The brief where there is one. */
async function briefOf(scene: Scene = {}): Promise<Brief> {
  const { brief } = await smoked(scene);
  // Evidence of another form would lose it when it is read.
  expect(briefSchema.safeParse(brief).data).toEqual(brief);
  if (brief === undefined) throw new Error("no brief");
  return brief;
}

describe("the smoke test of staging", () => {
  test("writes for whoever approves production what changes there, what has passed, and the plans", async () => {
    const { conclusion, brief } = await smoked();
    expect(conclusion).toMatchObject({ status: "passed", reason_code: "smoke_passed" });
    expect(brief).toMatchObject({
      ...{ environment: "production", release: shippedId, commit: shipped.git_sha, on_call: "Ada", pull_request: 12 },
      runs: { by: "deployment", commit: old, version: "1.0.0", at: "2026-11-20T15:00:00Z", doubts: [], notes: [] },
      changes: {
        commits: { total: 1, list: [{ subject: "Basket (#12)", author: "Ada", pull: 12 }] },
        undone: { total: 0 },
        pulls: { total: 1, list: [merged], note: "" },
        files: 5,
        configuration: { list: [{ path: "config/runtime.exs" }, { path: ".github/phoenix-deploy.yml" }] },
        migrations: { list: [{ path: "priv/repo/migrations/1_a.exs", change: "added" }] },
        packages: { total: 1, list: [{ name: "plug", before: "1.0.0", after: "1.1.0", how: "newer" }] },
      },
      plan: { from: "assumed", says: `Deploy ${shippedId} to production, blue-green, into slot blue.` },
      dashboards: [{ name: "Errors", url: "https://example.com/d" }],
    });
    expect(brief?.evidence.map(({ stage, status, pinned }) => [stage, status, pinned])).toEqual([
      ["validate", "passed", true],
      ["deploy-staging", "passed", true],
      ["smoke-test", "passed", null],
    ]);
    expect(brief?.rollback.map(({ when }) => when)).toEqual([
      "Within 15 min 0 s of the deployment, while 1.0.0 is kept warm:",
      "Later, when 1.0.0 was stopped:",
    ]);
    expect(JSON.stringify(brief?.plan)).toContain("Upload");
  });

  test("writes none where nobody is to get one: by the input, without a production, or for itself", async () => {
    expect((await smoked({ inputs: { "brief-for": "off" } })).brief).toBeUndefined();
    expect((await smoked({ inputs: { "brief-for": "staging" } })).brief).toBeUndefined();
    const settings = `version: 1\nsmoke: [{get: /}]\nenvironments:\n${environment("staging")}`;
    const { conclusion, brief } = await smoked({ settings });
    expect([conclusion.status, brief]).toEqual(["passed", undefined]);
  });

  test("refuses an environment that is named and not in the settings, before anything is asked", async () => {
    const { conclusion, evidence } = await smoked({ inputs: { "brief-for": "live" } });
    expect(conclusion).toMatchObject({ status: "failed", reason_code: "invalid_settings" });
    expect(conclusion.says).toContain("Environment `live` is not in the settings file");
    expect(conclusion.remedy).toContain("`brief-for`");
    expect(evidence.results).toEqual([]);
  });

  test("that fails writes none: nobody is asked to approve", async () => {
    const { conclusion, brief } = await smoked({ status: 500 });
    expect([conclusion.status, brief]).toEqual(["failed", undefined]);
  });

  test("passes all the same where GitHub and git answer nothing, and the brief says why", async () => {
    const refused = async () => ({ ok: false as const, status: 403, why: "Resource not accessible by integration" });
    const broken = () => Promise.reject(new Error("git is broken"));
    const { conclusion, brief } = await smoked({
      github: { lastDeployment: refused, pullRequestsOf: refused },
      repository: { tags: broken, isShallow: broken, commitOf: broken },
    });
    expect(conclusion.status).toBe("passed");
    expect(brief?.runs).toEqual({
      ...{ by: "none", commit: null, version: null, at: null, doubts: [] },
      notes: [
        "Tags cannot be read: git is broken.",
        "GitHub's deployments to production cannot be read (403: Resource not accessible by integration). " +
          "Give the job `deployments: read`.",
      ],
    });
    expect(brief?.changes).toMatchObject({ missing: expect.stringContaining("`deployments: read`") });
    expect(brief?.rollback).toEqual([]);
  });

  test("passes all the same where the brief cannot be written, with a warning", async () => {
    const surprise = () => Promise.reject(new Error("a surprise"));
    const { conclusion, evidence } = await smoked({ github: { lastDeployment: surprise } });
    expect(conclusion.status).toBe("passed");
    expect(evidence.warnings).toContain("The promotion brief for production could not be written: a surprise.");
  });
});

describe("what production runs", () => {
  const never: GitHub["lastDeployment"] = async () => ({ ok: true, value: null });

  test("is the newest version tag before this release where GitHub knows no deployment", async () => {
    const tags = async () => [
      { name: "v0.9.0", commit: "8".repeat(40) },
      { name: "v1.0.0", commit: old },
      { name: "v1.1.0", commit: sha },
    ];
    const brief = await briefOf({ github: { lastDeployment: never }, repository: { tags } });
    expect(brief.runs).toMatchObject({ by: "tag", commit: old, version: "1.0.0" });
    expect(brief.runs.notes).toEqual(["GitHub knows no deployment to production that succeeded."]);
  });

  test("is nothing before the first deployment: the plan is for hosts without a release", async () => {
    const brief = await briefOf({ github: { lastDeployment: never }, repository: { tags: async () => [] } });
    expect(brief.runs.by).toBe("none");
    expect(JSON.stringify(brief.plan)).not.toContain("Keep ");
    expect(brief.rollback).toEqual([]);
  });

  test("may be the release before where a job rolled it back since then, which is said", async () => {
    const lastDeployment: GitHub["lastDeployment"] = async (name) => ({
      ok: true,
      value: { sha: old, at: name === "production" ? "2026-11-20T15:00:00Z" : "2026-11-21T15:00:00Z" },
    });
    const { runs } = await briefOf({ github: { lastDeployment } });
    expect(runs.doubts).toEqual([
      "A job of production-rollback succeeded after the newest deployment (2026-11-21T15:00:00Z): production may run " +
        "the release before it.",
    ]);
  });

  test("is what its public URL answers, where the settings name a page for the version", async () => {
    const page = "    health: {version: /version}\n";
    const settings = settingsText.replace("    on-call: Ada\n", page);
    const of = async (body: string, tags = ["v0.9.0", "v1.0.0"]) =>
      (
        await briefOf({
          settings,
          body,
          repository: {
            tags: async () => tags.map((name) => ({ name, commit: name === "v1.0.0" ? old : "8".repeat(40) })),
          },
        })
      ).runs;
    expect(await of("1.0.0")).toMatchObject({ by: "deployment", commit: old, version: "1.0.0", doubts: [] });
    expect(await of('{"version":"0.9.0"}')).toMatchObject({
      ...{ by: "answer", commit: "8".repeat(40), version: "0.9.0", at: null },
      doubts: ["production answers version 0.9.0, and its newest deployment was of 1.0.0."],
    });
    expect(await of("0.8.0")).toMatchObject({
      ...{ by: "deployment", commit: old },
      doubts: ["production answers version 0.8.0, and its newest deployment was of 1.0.0: the changes may be others."],
    });
    expect(await of("1.0.0", [])).toMatchObject({ by: "deployment", version: "1.0.0", doubts: [] });
    expect(await of("<html>")).toMatchObject({ by: "deployment", version: "1.0.0", doubts: [] });
  });

  test("cannot be compared in a shallow checkout, and the remedy is named", async () => {
    const shallow = { isShallow: async () => true, commitOf: async () => null, tags: async () => [] };
    const brief = await briefOf({ repository: shallow });
    expect(brief.changes).toEqual({
      missing:
        "Commit `999999999999` is not in this checkout, so nothing can be compared. " +
        "Give actions/checkout `fetch-depth: 0`.",
    });
    expect(brief.pull_request).toBe(12);
  });

  test("may have commits that this release does not", async () => {
    const hotfix = { sha: "7".repeat(40), subject: "Hotfix", author: "Bob" };
    const brief = await briefOf({ repository: { commitsBetween: async (from) => (from === old ? [] : [hotfix]) } });
    expect(brief.changes).toMatchObject({ commits: { total: 0 }, undone: { total: 1, list: [{ subject: "Hotfix" }] } });
  });
});

describe("what a brief has of evidence", () => {
  test("are the pull requests that subjects name where GitHub does not say, and why", async () => {
    const pullRequestsOf: GitHub["pullRequestsOf"] = async () => ({
      ok: false,
      status: 403,
      why: "Resource not accessible",
    });
    const { changes, pull_request } = await briefOf({ github: { pullRequestsOf } });
    expect(changes).toMatchObject({
      pulls: {
        list: [{ number: 12, title: "Basket", url: "https://github.com/acme/shop/pull/12" }],
        note: expect.stringContaining("Give the job `pull-requests: read`."),
      },
    });
    expect(pull_request).toBeNull();
  });

  test("are advisories by package, risks of migrations, how they went on staging, and what was sent", async () => {
    const [validated, staged] = allPassed;
    if (validated === undefined || staged === undefined) throw new Error("no evidence");
    const audit = one("check", "hex-audit", {
      ...{ title: "mix hex.audit", verdict: "fail" as const, required: false },
      findings: [{ severity: "error", message: "plug 1.1.0 - EEF-1 (HIGH)\nA text", file: "mix.lock", line: 1 }],
    });
    const safety = one("check", "migration-safety", {
      ...{ title: "Migrations are safe under traffic", verdict: "fail" as const, required: false },
      findings: [{ severity: "warning", message: "It locks.", file: "priv/repo/migrations/1_a.exs", line: 5 }],
    });
    const uploaded = one("step", "upload", { facts: { bytes: 1_204_113, of: 14_000_000, copied: 30 } });
    const results = [...staged.results.filter(({ id }) => id !== "upload"), { ...uploaded, host: "staging1" }];
    const brief = await briefOf({
      evidence: [
        { ...validated, results: [...validated.results.filter(({ id }) => id !== "hex-audit"), audit, safety] },
        { ...staged, from: "1.0.0-99999999", results },
      ],
    });
    expect(brief.advisories).toEqual(["plug 1.1.0 - EEF-1 (HIGH)"]);
    expect(brief.changes).toMatchObject({ packages: { list: [{ advisories: ["plug 1.1.0 - EEF-1 (HIGH)"] }] } });
    expect(brief.migrations).toMatchObject({
      risks: { total: 1, list: [{ place: "priv/repo/migrations/1_a.exs:5", message: "It locks." }] },
      before: { environment: "staging" },
    });
    expect(brief.size).toMatchObject({ sent: [{ host: "staging1", bytes: 1_204_113 }], had: "1.0.0-99999999" });
    expect(brief.evidence[0]?.gaps).toContain("mix hex.audit: fail");
  });

  test("is the plan that a dry run made from the hosts themselves, where there is one", async () => {
    const [validated, staged] = allPassed;
    if (validated === undefined || staged === undefined) throw new Error("no evidence");
    const dry: Evidence = {
      ...{ ...staged, stage: "promote", environment: "production", status: "planned", reason_code: "planned" },
      ...{ plan: ["Take the lock on production1", "Upload it"], warnings: ["A gap."], results: [] },
    };
    const { plan } = await briefOf({ evidence: [validated, staged, dry] });
    expect(plan).toMatchObject({ from: "dry-run", steps: dry.plan, warnings: ["A gap."] });
  });

  test("says that dependencies cannot be compared where there is no mix.lock", async () => {
    const changedBetween = async () => [{ path: "lib/shop.ex", change: "changed" as const }];
    const of = async (fileAt: Repository["fileAt"]) =>
      (await briefOf({ repository: { changedBetween, fileAt } })).changes;
    expect(await of(async () => null)).toMatchObject({
      packages: { missing: "There is no mix.lock: dependencies cannot be compared." },
    });
    expect(await of(async () => "%{}")).toMatchObject({ packages: { total: 0, list: [] } });
  });

  test("of a form that another version wrote is left out of its evidence, which counts all the same", () => {
    expect(evidenceSchema.parse({ ...smoke, brief: shownBrief }).brief).toEqual(shownBrief);
    expect(evidenceSchema.parse({ ...smoke, brief: { ...shownBrief, commit: 7 } }).brief).toBeUndefined();
  });

  test("says of a mix.lock that is not understood where that is", async () => {
    const fileAt = async (commit: string) => (commit === old ? "%{}" : "%{\n<<<<<<< HEAD\n");
    const { changes } = await briefOf({ repository: { fileAt } });
    expect(changes).toMatchObject({
      packages: { missing: `mix.lock of ${sha.slice(0, 12)}: line 2 is not understood.` },
    });
  });
});

describe("with `comment: true` the brief is a comment", () => {
  const places = { comment: true, checkRun: false, application: "" };
  const commented = async (brief: Brief | undefined, job: Partial<JobFacts> = {}, ok = true) => {
    const sent: StickyComment[] = [];
    const stickyComment: GitHub["stickyComment"] = async (comment) => {
      sent.push(comment);
      return ok
        ? { ok: true, value: { created: true, url: "https://github.com/x" } }
        : { ok: false, status: 403, why: "no" };
    };
    const world = closedWorld({ github: closedGitHub({ stickyComment }), job: jobFacts(job) });
    const warnings = await publish(world, brief === undefined ? smoke : { ...smoke, brief }, places);
    return { sent, warnings };
  };

  test("on the pull request that the commit merged, where the run is of a push", async () => {
    const { sent, warnings } = await commented(shownBrief);
    expect(sent.map(({ pullRequest }) => pullRequest)).toEqual([12]);
    expect(sent[0]?.body).toContain("promotion brief");
    expect(warnings).toEqual([]);
  });

  test("on the pull request of the run, where it has one", async () => {
    const { sent } = await commented(shownBrief, { pullRequest: pullRequest() });
    expect(sent.map(({ pullRequest: number }) => number)).toEqual([7]);
  });

  test("nowhere where the commit merged none", async () => {
    expect((await commented({ ...shownBrief, pull_request: null })).sent).toEqual([]);
    expect((await commented(undefined)).sent).toEqual([]);
  });

  test("or a warning with its remedy", async () => {
    const { warnings } = await commented(shownBrief, {}, false);
    expect(warnings).toEqual([
      "The pull request has no comment (403: no). Give the job `pull-requests: write`, or set `comment: false`.",
    ]);
  });
});
