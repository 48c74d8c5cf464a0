// What validate judges of a release that is no code, with a git and a disk in memory.

import { describe, expect, test } from "@jest/globals";
import type { CheckContext } from "../../src/checks/context.ts";
import type { CandidateCheck } from "../../src/checks/define.ts";
import { releasedFrom, underVersion } from "../../src/checks/released.ts";
import { versionSettings } from "../../src/checks/version.ts";
import type { Project } from "../../src/domain/validation/project.ts";
import type { Repository } from "../../src/ports/repository.ts";
import { openRecorder } from "../../src/stages/recorder.ts";
import { rollbackProcedures } from "../../src/stages/report/procedures.ts";
import { judgeCandidate } from "../../src/validation/candidate.ts";
import { type CheckId, checks } from "../support/checks.ts";
import { memoryFiles } from "../support/files.ts";
import { jobFacts } from "../support/job.ts";
import { settingsFrom } from "../support/settings.ts";
import { closedWorld } from "../support/world.ts";

const head = "a".repeat(40);
const notes = "/work/.phoenix-deploy/report/release-notes.md";
const plan = "/work/.phoenix-deploy/report/rollback-procedures.md";
const changelog = "## [1.1.0] - 2026-11-24\n\n- A basket\n";
const environments = `environments:
  production:
    url: https://example.com
    hosts: [{name: web1, address: local}]
    path: /opt/shop
    slots: {blue: {port: 4000}, green: {port: 4001}}
    router: {type: haproxy, socket: /run/haproxy.sock, backend: app}
    migrations: {migrate: Shop.Release.migrate()}
    backup: {by: provider, says: hourly, verified: 2026-11-01}
`;
const project = {
  app: "shop",
  version: "1.1.0",
  versions: {},
  umbrella: false,
  folders: {},
  releases: [],
} as unknown as Project;

interface Scene {
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: string;
  readonly version?: string | null;
  readonly tags?: Repository["tags"];
  readonly off?: readonly CheckId[];
  readonly ref?: string;
}

async function run(scene: Scene = {}) {
  const files = new Map(Object.entries({ "/work/CHANGELOG.md": changelog, ...scene.files }));
  const world = closedWorld({
    files: memoryFiles(files),
    repository: {
      ...closedWorld().repository,
      tags: scene.tags ?? (async () => [{ name: "v1.0.0", commit: "b".repeat(40) }]),
      isShallow: async () => false,
    },
    job: jobFacts({
      sha: head,
      ...(scene.ref === undefined ? {} : { ref: scene.ref, refName: scene.ref.replace("refs/heads/", "") }),
    }),
  });
  const settings = await settingsFrom(`version: 1\n${scene.settings ?? environments}`);
  const recorder = await openRecorder(world, "validate", { app: "shop", environment: null });
  const { job, files: disk, clock, repository } = world;
  const path = (file: string) => file.replace("/work/", "");
  const context = { job, files: disk, clock, path } as unknown as CheckContext;
  const version = scene.version === undefined ? "1.1.0" : scene.version;
  const given = { settings, inputs: {} };
  const source = { ...versionSettings(given), app: settings.app };
  const released = releasedFrom(source, await repository.tags().catch(() => []), { ref: job.ref, head });
  const all = checks.filter((one): one is CandidateCheck & { id: CheckId } => one.vm === "none");
  const judged = await judgeCandidate(
    { all, wanted: all.filter(({ id }) => !(scene.off ?? []).includes(id)) },
    {
      ...{ ...given, context, name: "shop", head, released },
      project: underVersion({ ...project, version }, released),
      rollbackProcedures: ({ now, before }) =>
        rollbackProcedures(
          { world, settings, recorder },
          { app: "shop", version: now, before, sha: head, evidence: [] },
        ),
      output: (name, value) => recorder.output(name, value),
    },
    repository,
  );
  const verdicts = Object.fromEntries([...judged].map(([id, { judgement }]) => [id, judgement.verdict]));
  return { judged, verdicts, files, outputs: recorder.outputs };
}

describe("a release that is ready to ship", () => {
  test("passes, and passes its notes and its rollback plan on", async () => {
    const { verdicts, files, outputs } = await run();
    expect(verdicts).toEqual({ version: "pass", changelog: "pass", "rollback-plan": "pass", backup: "not-run" });
    expect(files.get(notes)).toBe("- A basket\n");
    expect(outputs).toEqual({ "release-notes-file": ".phoenix-deploy/report/release-notes.md" });
    expect(files.get(plan)).toContain("Roll production back from 1.1.0 to 1.0.0");
    expect(files.get(plan)).toContain("while 1.0.0 is kept warm");
    expect(files.get(plan)?.replaceAll(/\s+/g, " ")).toContain(
      "Its backup: its provider (hourly; the settings say that a restore was tried on 2026-11-01), " +
        "not looked at by phoenix-deploy.",
    );
  });

  test("may bring a rollback plan that people wrote", async () => {
    const settings = "checks: {rollback-plan: {file: docs/rollback.md}, changelog: {file: NEWS.md}}";
    const { judged, files } = await run({
      settings,
      files: { "/work/docs/rollback.md": "Call Alice.", "/work/NEWS.md": changelog },
    });
    expect(judged.get("rollback-plan")?.judgement.says).toBe("docs/rollback.md documents the rollback, in 1 line.");
    expect(judged.get("changelog")?.judgement.says).toContain("NEWS.md has a section");
    expect(files.has(plan)).toBe(false);
  });
});

describe("a version that comes from the tag that is released", () => {
  const settings = "checks: {version: {from: tag}, rollback-plan: off, backup: off}";
  const old = { name: "v1.0.0", commit: "b".repeat(40) };
  const off = ["rollback-plan", "backup"] as const;

  test("is judged and documented under the tag's version, whatever mix.exs says", async () => {
    const tags = async () => [old, { name: "v1.1.0", commit: head }];
    const { judged, verdicts } = await run({ settings, tags, off, version: "0.1.0" });
    expect(verdicts).toEqual({ version: "pass", changelog: "pass" });
    expect(judged.get("version")?.judgement.says).toMatch(/^1\.1\.0 is greater than 1\.0\.0/);
  });

  test("does not apply to a commit without a tag, which releases none", async () => {
    const { judged, outputs } = await run({ settings, off, tags: async () => [old], version: "0.1.0" });
    for (const id of ["version", "changelog"] as const)
      expect(judged.get(id)?.judgement).toMatchObject({
        verdict: "not-run",
        reason_code: "not_applicable",
        says: "No version tag points at this commit, so no version is released from it.",
      });
    expect(outputs).toEqual({});
  });
});

describe("a maintenance release", () => {
  const tags = async () => ["v1.8.9", "v1.0.9"].map((name) => ({ name, commit: "b".repeat(40) }));
  const says = async (scene: Scene) =>
    (await run({ tags, version: "1.0.10", ...scene })).judged.get("version")?.judgement.verdict;

  test("passes on a branch other than the default one, or where the settings say so", async () => {
    expect(await says({ ref: "refs/heads/release/1.0" })).toBe("pass");
    expect(await says({ settings: "checks: {version: {line: maintenance}}" })).toBe("pass");
    expect(await says({ ref: "refs/heads/main" })).toBe("fail");
    expect(await says({ ref: "refs/tags/v1.0.10" })).toBe("fail");
  });
});

describe("a release that is not ready", () => {
  test("leaves no notes and no plan, also none of an earlier attempt", async () => {
    const files = { "/work/CHANGELOG.md": "## 1.0.0\n", [notes]: "old", [plan]: "old" };
    const { verdicts, outputs, files: left } = await run({ files, settings: "" });
    expect(verdicts).toEqual({ version: "pass", changelog: "fail", "rollback-plan": "not-run", backup: "not-run" });
    expect(left.has(notes) || left.has(plan)).toBe(false);
    expect(outputs).toEqual({});
  });

  test.each([null, "1.1", "1.1.0\n::error::x"])("for its version %j has no section to look for", async (version) => {
    const { judged, verdicts } = await run({ version });
    expect(verdicts).toEqual({ version: "fail", changelog: "error", "rollback-plan": "pass", backup: "not-run" });
    expect(judged.get("changelog")?.judgement.remedy).toBe("Fix what `version` names.");
  });

  test("because git cannot be asked is not judged, in git's own words", async () => {
    const { judged, verdicts } = await run({
      tags: () => Promise.reject(new Error("git for-each-ref failed: fatal: bad object.")),
    });
    expect(verdicts).toMatchObject({ version: "error", changelog: "error", backup: "not-run" });
    expect(judged.get("version")?.judgement.says).toContain("fatal: bad object.");
  });

  test("is not judged where a check is switched off", async () => {
    expect(Object.keys((await run({ off: ["version", "backup"] })).verdicts)).toEqual(["changelog", "rollback-plan"]);
  });
});
