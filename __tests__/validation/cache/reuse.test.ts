import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Judgement, Timed } from "../../../src/domain/evidence/result.ts";
import { manifestOf, type Release, releaseSchema } from "../../../src/domain/release/release.ts";
import type { Project } from "../../../src/domain/validation/project.ts";
import { resultStore } from "../../../src/validation/cache/result-store.ts";
import { type Basis, keep, keyOf, reuse } from "../../../src/validation/cache/reuse.ts";
import { type CheckId, checkIds, checkOf, checks } from "../../support/checks.ts";
import { memoryFiles } from "../../support/files.ts";

const basis: Basis = {
  files: new Map([
    ["lib/shop.ex", "a1"],
    ["test/shop_test.exs", "b1"],
    ["mix.lock", "c1"],
    ["README.md", "d1"],
    [".github/workflows/deploy.yml", "e1"],
  ]),
  ignored: "ignored",
  outside: "outside",
  ships: false,
  elixir: "1.18.4",
  otp: "27.3",
  job: { bundle: "bundle", environment: "environment" },
  project: "",
  rules: { coverage: [{ minimum: 80 }, null] },
};
const project: Project = {
  ...{
    app: "shop",
    version: "1.0.0",
    versions: {},
    umbrella: false,
    folders: { shop: "/work" },
    releases: [],
    release: "shop",
    deps: {},
    aliases: {},
  },
  ...{ hex: null, elixir: "1.18.4", otp: "27.3" },
};
const tarball = "the bytes";
const release: Release = {
  ...{
    schema_version: 1,
    app: "shop",
    name: "shop",
    version: "1.0.0",
    git_sha: "1".repeat(40),
    git_tree: "2".repeat(40),
  },
  ...{ digest: createHash("sha256").update(tarball).digest("hex"), bytes: 9, file: "shop-1.0.0-x.tar.gz" },
  ...{ elixir: "1.18.4", otp: "27.3", os: "linux", arch: "x64", built_by: { run_id: "7", run_attempt: "1", url: "u" } },
};
const pass: Judgement = { verdict: "pass", reason_code: "passed", says: "26 tests, 0 failures.", facts: { tests: 26 } };
const run = { runId: "7", runUrl: "https://github.com/acme/shop/actions/runs/7" };
const at = new Date("2026-11-24T10:00:00Z");
const folder = "/work/.phoenix-deploy/release";

let files = memoryFiles();
beforeEach(() => {
  files = memoryFiles(
    new Map([
      [`${folder}/${release.file}`, tarball],
      [`${folder}/manifest.json`, manifestOf(release)],
    ]),
  );
});

const all = (judgement: Judgement, of: readonly CheckId[] = checkIds) =>
  new Map<string, Timed>(of.map((id) => [id, { judgement, durationMs: 5 }]));
const kept = (judged: ReadonlyMap<string, Timed>) =>
  keep(resultStore("/cache", files), basis, { checks, project, judged, release, run, at });
const taken = (of: Basis = basis, head = release.git_sha) =>
  reuse(resultStore("/cache", files), of, { checks, head, releaseFolder: folder, files });

describe("a result of an earlier run", () => {
  test("stands for this one when nothing that it rests on has changed, and names its run", async () => {
    await kept(all(pass));
    const { judged, project: known, release: found } = await taken();
    expect(judged.get("test")).toMatchObject({
      judgement: { verdict: "pass", facts: { tests: 26, as_in_run: "7" } },
      durationMs: 0,
    });
    expect(known).toEqual(project);
    expect(found).toEqual(release);
  });

  test("is never taken for what asks the outside", async () => {
    await kept(all(pass));
    const { judged } = await taken();
    expect([...judged.keys()].sort()).toEqual([
      "compile",
      "coverage",
      "credo",
      "dialyzer",
      "format",
      "release",
      "sobelow",
      "test",
      "xref",
    ]);
  });

  const changes: readonly [string, Basis][] = [
    ["a file's content", { ...basis, files: new Map([...basis.files, ["lib/shop.ex", "a2"]]) }],
    ["a file that was added", { ...basis, files: new Map([...basis.files, ["lib/new.ex", "f1"]]) }],
    [
      "a file that was renamed",
      { ...basis, files: new Map([...basis.files].map(([path, id]) => [path.replace("shop.ex", "shops.ex"), id])) },
    ],
    ["the lock", { ...basis, files: new Map([...basis.files, ["mix.lock", "c2"]]) }],
    ["Elixir", { ...basis, elixir: "1.18.5" }],
    ["OTP", { ...basis, otp: "27.3.1" }],
    ["our own code", { ...basis, job: { ...basis.job, bundle: "another" } }],
    ["the environment", { ...basis, job: { ...basis.job, environment: "another" } }],
    ["a file that git ignores", { ...basis, ignored: "another" }],
    ["the project's folder", { ...basis, project: "apps/shop" }],
  ];
  test.each(changes)("does not stand when %s has changed", async (_what, changed) => {
    await kept(all(pass));
    const { judged, project: known, release: found } = await taken(changed);
    expect([...judged.keys()]).toEqual([]);
    expect([known, found]).toEqual([null, null]);
  });

  test("of the tests and their coverage does not stand when the minimum was raised", async () => {
    await kept(all(pass));
    const { judged } = await taken({ ...basis, rules: { coverage: [{ minimum: 90 }, null] } });
    expect([judged.has("test"), judged.has("coverage"), judged.has("credo")]).toEqual([false, false, true]);
  });

  test("of an analysis stands when only prose has changed; of the tests, which may read it, it does not", async () => {
    await kept(all(pass));
    const { judged } = await taken({ ...basis, files: new Map([...basis.files, ["README.md", "d2"]]) });
    expect([...judged.keys()].sort()).toEqual(["credo", "dialyzer", "sobelow", "xref"]);
  });

  test("does not stand when a path dependency outside the repository has changed, or is not known", async () => {
    await kept(all(pass));
    for (const outside of ["another", null]) {
      const { judged, release: found } = await taken({ ...basis, outside });
      expect([[...judged.keys()], found]).toEqual([[], null]);
    }
  });

  test(
    "stands when only a workflow has changed, apart from " + "the tests: it names the containers that they ask",
    async () => {
      await kept(all(pass));
      const { judged } = await taken({
        ...basis,
        files: new Map([...basis.files, [".github/workflows/deploy.yml", "e2"]]),
      });
      expect([judged.has("compile"), judged.has("test"), judged.has("coverage")]).toEqual([true, false, false]);
    },
  );

  test(
    "never stands for the tests of a commit that ships: " + "what they ask of databases and services is in no key",
    async () => {
      await kept(all(pass));
      const { judged } = await taken({ ...basis, ships: true });
      expect([...judged.keys()].sort()).toEqual([
        ...["compile", "credo", "dialyzer", "format", "release", "sobelow", "xref"],
      ]);
    },
  );

  const open: readonly Judgement["verdict"][] = ["fail", "error", "inconclusive", "off", "not-run"];
  test.each(open)("that was %s is not kept", async (verdict) => {
    await kept(all({ ...pass, verdict, reason_code: "could_not_run" }));
    expect([...(await taken()).judged.keys()]).toEqual([]);
  });

  test("keeps its run's name when it is taken a second time", async () => {
    await kept(all(pass));
    const first = (await taken()).judged;
    await keep(resultStore("/cache", files), basis, {
      ...{ checks, project, judged: first, release },
      ...{ run: { ...run, runId: "8" }, at },
    });
    expect((await taken()).judged.get("test")?.judgement.facts?.["as_in_run"]).toBe("7");
  });

  test("of the tests does not stand without their coverage, nor the other way round: one run gives both", async () => {
    await kept(all(pass, ["test"]));
    expect([...(await taken()).judged.keys()]).toEqual([]);
    files.files.clear();
    await kept(all(pass, ["coverage"]));
    expect([...(await taken()).judged.keys()]).toEqual([]);
  });

  const sha256 = createHash("sha256").update("as made").digest("hex");
  test.each([
    [
      "the list of its files",
      { files: { file: "shop-1.0.0-x.files", sha256, count: 1, bytes: 1 } },
      "shop-1.0.0-x.files",
    ],
    ["its SBOM", { sbom: { file: "sbom.cdx.json", sha256, components: 1 } }, "sbom.cdx.json"],
  ])("of a release does not stand where %s is missing or was changed", async (_title, more, file) => {
    const whole = releaseSchema.parse({ ...release, ...more });
    files.files.set(`${folder}/manifest.json`, manifestOf(whole));
    files.files.set(`${folder}/${file}`, "as made");
    await keep(resultStore("/cache", files), basis, { checks, project, judged: all(pass), release: whole, run, at });
    expect((await taken()).release).toEqual(whole);
    files.files.set(`${folder}/${file}`, "another");
    expect((await taken()).release).toBeNull();
    files.files.delete(`${folder}/${file}`);
    expect((await taken()).release).toBeNull();
  });

  test("of a release stands only for its own commit, while its very bytes lie where jobs hand them on", async () => {
    await kept(all(pass));
    expect((await taken(basis, "9".repeat(40))).release).toBeNull();
    files.files.set(`${folder}/manifest.json`, manifestOf({ ...release, version: "6.6.6" }));
    expect((await taken()).release).toBeNull();
    files.files.set(`${folder}/manifest.json`, manifestOf(release));
    expect((await taken()).release).toEqual(release);
    files.files.set(`${folder}/${release.file}`, "other bytes");
    expect(await taken()).toMatchObject({ release: null });
    expect((await taken()).judged.has("release")).toBe(false);
    files.files.delete(`${folder}/${release.file}`);
    expect((await taken()).judged.has("release")).toBe(false);
  });

  const broken: readonly [string, (text: string) => string][] = [
    ["is cut", (text) => text.slice(0, 40)],
    ["is of another form", () => '{"schema_version":2}'],
    ["claims another verdict", (text) => text.replace('"pass"', '"fail"')],
    ["is empty", () => ""],
  ];
  test.each(broken)("that %s is found out anew", async (_what, change) => {
    await kept(all(pass));
    for (const [path, text] of files.files) if (path.includes("/results/")) files.files.set(path, change(text));
    expect([...(await taken()).judged.keys()]).toEqual([]);
  });

  test("lets go of the oldest when there are many", async () => {
    const store = resultStore("/cache", files);
    for (let index = 0; index < 30; index += 1)
      await store.keep({ id: "test", key: `key-${index}` }, pass, { run, at: new Date(at.getTime() + index * 1_000) });
    const names = await files.list("/cache/results/test");
    expect(names).toHaveLength(20);
    expect(names).toContain("key-29.json");
    expect(names).not.toContain("key-9.json");
  });

  test("hides its folder from git", async () => {
    await kept(all(pass));
    expect(files.files.get("/cache/.gitignore")).toBe("*\n");
  });
});

describe("the key of a result", () => {
  test("differs from check to check", () => {
    const keys = checks.map((one) => keyOf(one, basis)).filter((key) => key !== null);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("keeps apart names and contents that run into each other", () => {
    const of = (files: readonly [string, string][]) => keyOf(checkOf("test"), { ...basis, files: new Map(files) });
    expect(of([["a", "bc"]])).not.toBe(of([["ab", "c"]]));
  });
});
