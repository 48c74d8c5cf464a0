// "The same by hand": each command that this machine can run is run, on a project that passes its check and on one that
// does not.
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import { reproduceOf } from "../../src/checks/by-hand.ts";
import { type CheckId, checkIds } from "../../src/domain/check.ts";
import { runStatic } from "../../src/validation/analysis-vm.ts";
import { askMix } from "../../src/validation/project.ts";
import { runProduction } from "../../src/validation/release-vm.ts";
import { type SuiteCheck, startSuite } from "../../src/validation/test-vm.ts";
import { application, openYard, type Tree, umbrella } from "../support/mix-project.ts";

jest.setTimeout(180_000);
const yard = openYard();
afterAll(() => yard.close());

const rules = {
  coverageMinimum: 80,
  sobelowConfidence: "low",
  folder: "",
  project: null,
  app: null,
  version: null,
} as const;

/** The verdict of the check, and whether its command passes in the same project. */
async function both(id: SuiteCheck, tree: Tree) {
  const context = await yard.open(tree);
  const { judged } = await (
    await startSuite(context, id === "coverage" ? ["test", "coverage"] : [id], { ...rules, change: null, sources: [] })
  ).ended;
  const judgement = judged.get(id)?.judgement;
  return {
    check: judgement?.verdict === "pass",
    byHand: await passes(judgement?.reproduce ?? reproduceOf(id, rules), context.project),
  };
}

function passes(command: string, cwd: string): Promise<boolean> {
  const env = { ...process.env, MIX_ENV: undefined };
  return new Promise((resolve) => execFile("sh", ["-c", command], { cwd, env }, (error) => resolve(error === null)));
}

const shop = application("shop");
const half = `defmodule Half do
  def a(x), do: x + 1
  def b(x), do: x + 2
  def c(x), do: x + 3
end
`;
/** Five of six lines are covered: enough for 80 %, and too few for the 90 % that Mix itself asks for. */
const most = half.replace("end\n", "  def d(x), do: x + 4\n  def e(x), do: x + 5\nend\n");
const covers = (calls: string) => `defmodule HalfTest do
  use ExUnit.Case

  test "adds" do
    assert ${calls}
  end
end
`;

describe("the command by hand says what the check says", () => {
  test.each<[string, SuiteCheck, Tree, boolean]>([
    ["of formatted files", "format", shop, true],
    ["of a file that is not formatted", "format", { ...shop, "lib/ugly.ex": "defmodule   Ugly do\nend\n" }, false],
    ["of tests that pass", "test", shop, true],
    ["of a test that fails", "test", { ...shop, "test/half_test.exs": covers("1 == 2") }, false],
    [
      "of a coverage above our minimum and below Mix's own",
      "coverage",
      {
        ...shop,
        "lib/most.ex": most,
        "test/half_test.exs": covers("Half.a(1) + Half.b(1) + Half.c(1) + Half.d(1) == 14"),
      },
      true,
    ],
    [
      "of a coverage below our minimum",
      "coverage",
      { ...shop, "lib/half.ex": half, "test/half_test.exs": covers("Half.a(1) == 2") },
      false,
    ],
    [
      "of an umbrella whose apps are covered well enough together",
      "coverage",
      {
        ...umbrella("store", "cart"),
        "apps/cart/lib/half.ex": half,
        "apps/cart/test/half_test.exs": covers("Half.a(1) + Half.b(1) == 5"),
      },
      true,
    ],
  ])("%s", async (_, id, tree, verdict) => {
    expect(await both(id, tree)).toEqual({ check: verdict, byHand: verdict });
  });

  test("in a folder of the repository", async () => {
    const tree = Object.fromEntries(Object.entries(shop).map(([path, text]) => [`back end/${path}`, text]));
    const context = await yard.open(tree, { below: "back end" });
    expect(await passes(reproduceOf("test", { ...rules, folder: "back end" }), context.root)).toBe(true);
  });

  test.each<[string, SuiteCheck, Tree]>([
    ["where no test ran", "test", { ...shop, "test/test_helper.exs": "ExUnit.start(exclude: [:test])\n" }],
    [
      "where mix.exs leaves every module out of the coverage",
      "coverage",
      application("shop", "test_coverage: [ignore_modules: [Shop]]"),
    ],
    [
      "where mix.exs has no summary of the coverage",
      "coverage",
      application("shop", "test_coverage: [summary: false]"),
    ],
    ["where another tool measures the coverage", "coverage", application("shop", "test_coverage: [tool: ExCoveralls]")],
  ])("is not named %s", async (_, id, tree) => {
    const context = await yard.open(tree);
    const { judged } = await (await startSuite(context, ["test", "coverage"], { ...rules, change: null, sources: [] }))
      .ended;
    expect(judged.get(id)?.judgement.reproduce).toBe("");
  });
});

describe("the command by hand makes the release that the check makes, or fails as it does", () => {
  const two = "releases: [worker: [], web: []]";
  const runtime = (text: string) => ({ "config/runtime.exs": `import Config\n${text}\n` });
  test.each<[string, Tree, boolean]>([
    ["of an application as mix new writes it", shop, true],
    ["of one of two that mix does not choose among", application("shop", two), true],
    [
      "by an alias that takes no arguments",
      application("shop", `${two},\n      aliases: [release: ["compile", "release web"]]`),
      true,
    ],
    ["of a configuration that does not load", { ...shop, ...runtime('raise "not in this world"') }, false],
    ["of an umbrella that names no release", umbrella("store", "cart"), false],
  ])("%s", async (_, tree, verdict) => {
    const context = await yard.open(tree);
    const project = await askMix(context);
    if ("verdict" in project) throw new Error(project.says);
    const { judged } = await runProduction(context, {
      ...{ project: Promise.resolve(project), app: null, version: null },
      shipment: () => ({
        ...{
          project,
          app: "shop",
          head: { sha: "1".repeat(40), tree: "2".repeat(40) },
          folder: join(context.job.temp, "release"),
        },
        ...{ rules: { allow: [], env: {}, boot: "eval" }, secret: () => undefined },
      }),
    });
    const command = judged?.judgement.reproduce ?? reproduceOf("release", { ...rules, project });
    expect([judged?.judgement.verdict === "pass", await passes(command, context.project)]).toEqual([verdict, verdict]);
  });
});

describe("the command by hand says of mix.lock what the check says", () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd, stdio: "ignore" });

  /** A project with a dependency that git brings, fetched and locked. */
  async function locked() {
    const { root: money } = await yard.open(application("money"));
    git(money, "init", "--quiet");
    git(money, "add", "--all");
    git(money, "commit", "--quiet", "--message", "all");
    const mixExs = (deps: string) => (shop["mix.exs"] ?? "").replace("    []\n", `    [${deps}]\n`);
    const context = await yard.open({ ...shop, "mix.exs": mixExs(`{:money, git: "${money}"}`) });
    execFileSync("mix", ["deps.get"], { cwd: context.project, stdio: "ignore" });
    return { context, mixExs };
  }

  test.each<[string, (made: Awaited<ReturnType<typeof locked>>) => Promise<void>, boolean]>([
    ["that it is what mix.exs asks for", async () => undefined, true],
    [
      "that nothing uses what it holds",
      ({ context, mixExs }) => context.files.write(join(context.project, "mix.exs"), mixExs("")),
      false,
    ],
    [
      "that it lacks a dependency",
      ({ context }) => context.files.write(join(context.project, "mix.lock"), "%{\n}\n"),
      false,
    ],
  ])("%s", async (_, change, verdict) => {
    const made = await locked();
    await change(made);
    const { context } = made;
    const project = await askMix(context);
    if ("verdict" in project) throw new Error(project.says);
    const cachePath = join(context.job.temp, "cache");
    mkdirSync(cachePath, { recursive: true });
    const judged = await runStatic(context, project, ["unused-deps"], "test", { sobelowConfidence: "low", cachePath });
    const judgement = judged.get("unused-deps")?.judgement;
    const byHand = await passes(
      judgement?.reproduce ?? reproduceOf("unused-deps", { ...rules, project }),
      context.project,
    );
    expect([judgement?.verdict === "pass", byHand]).toEqual([verdict, verdict]);
  });
});

/** Commands that another test runs, and those of services that this machine does not have. */
const elsewhere: Partial<Record<CheckId, string>> = {
  compile: "compile-warnings.test.ts",
  credo: "static-vm.test.ts",
  sobelow: "static-vm.test.ts",
  dialyzer: "static-vm.test.ts",
  "deps-audit": "static-vm.test.ts",
  "hex-audit": "asks hex.pm",
  migrations: "asks a database",
  version: "prints, and judges nothing",
  changelog: "prints, and judges nothing",
};

test("no other check names a command", () => {
  const named = checkIds.filter((id) => reproduceOf(id, rules) !== "" && !(id in elsewhere));
  expect(named).toEqual(["format", "test", "coverage", "unused-deps", "release"]);
});
