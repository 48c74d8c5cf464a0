// "The same by hand": each command that this machine can run is run, on a project that passes its check and on one that
// does not.
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, jest, test } from "@jest/globals";
import type { MigrationBase } from "../../src/checks/migration-base.ts";
import { judgeMigrations, type MigrationsArtefact } from "../../src/checks/migrations.ts";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { askMix } from "../../src/validation/project.ts";
import { runProdBuild } from "../../src/validation/release-vm.ts";
import { analyse, byHandOf, type CheckId, checkIds, startTests } from "../support/checks.ts";
import { drawn } from "../support/extent.ts";
import { application, openYard, type Tree, umbrella } from "../support/mix-project.ts";
import { someTests } from "../support/some-tests.ts";
import { project } from "../validation/machine.ts";
import { recorded } from "./recorded.ts";

jest.setTimeout(180_000);
const rmAll = { recursive: true, force: true } as const;
const yard = openYard();
afterAll(() => yard.close());

/** The verdict of the check, and whether its command passes in the same project. */
async function both(id: CheckId, tree: Tree) {
  const context = await yard.open(tree);
  const { judged } = await (await startTests(context, id === "coverage" ? ["test", "coverage"] : [id])).ended;
  const judgement = judged.get(id)?.judgement;
  return {
    check: judgement?.verdict === "pass",
    byHand: await passes(judgement?.reproduce ?? byHandOf(id, { judgement: judgement ?? null }), context.project),
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
  const sometimes = someTests("commands by hand of tests and formatting", 1);
  const said: readonly [string, CheckId, Tree, boolean][] = [
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
  ];
  for (const [title, id, tree, verdict] of said)
    sometimes(title, async () => {
      expect(await both(id, tree)).toEqual({ check: verdict, byHand: verdict });
    });

  sometimes("in a folder of the repository", async () => {
    const tree = Object.fromEntries(Object.entries(shop).map(([path, text]) => [`back end/${path}`, text]));
    const context = await yard.open(tree, { below: "back end" });
    expect(await passes(byHandOf("test", { folder: "back end" }), context.root)).toBe(true);
  });

  test("is not named for the coverage of an umbrella, where Mix counts another total", () => {
    expect(byHandOf("coverage", { project: { ...project, umbrella: true } })).toBe("");
  });

  const unnamed: readonly [string, CheckId, Tree][] = [
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
  ];
  for (const [where, id, tree] of unnamed)
    sometimes(`is not named ${where}`, async () => {
      const context = await yard.open(tree);
      const { judged } = await (await startTests(context, ["test", "coverage"])).ended;
      expect(judged.get(id)?.judgement.reproduce).toBe("");
    });

  sometimes.add();
});

describe("the command by hand makes the release that the check makes, or fails as it does", () => {
  const two = "releases: [worker: [], web: []]";
  const runtime = (text: string) => ({ "config/runtime.exs": `import Config\n${text}\n` });
  const assets = `aliases: ["assets.deploy": ["cmd mkdir -p priv/static", "cmd touch priv/static/app.css"]]`;
  const app = "_build/prod/rel/shop/lib/shop-0.1.0";
  test.each<[string, Tree, boolean, ...string[]]>(
    drawn(
      "commands by hand of releases",
      [
        ["of an application as mix new writes it", shop, true, `${app}/ebin/shop.app`],
        [
          "with the assets that `assets.deploy` writes",
          application("shop", assets),
          true,
          `${app}/priv/static/app.css`,
        ],
        ["of one of two that mix does not choose among", application("shop", two), true],
        [
          "by an alias that takes no arguments",
          application("shop", `${two},\n      aliases: [release: ["compile", "release web"]]`),
          true,
        ],
        ["of a configuration that does not load", { ...shop, ...runtime('raise "not in this world"') }, false],
        ["of an umbrella that names no release", umbrella("store", "cart"), false],
      ],
      1,
    ),
  )("%s", async (_, tree, verdict, ...files) => {
    const context = await yard.open(tree);
    const project = await askMix(context);
    if ("verdict" in project) throw new Error(project.says);
    const { judged } = await runProdBuild(context, {
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
    const command = judged?.judgement.reproduce ?? byHandOf("release", { project });
    // What the check left is not what the command makes.
    for (const path of ["_build/prod/rel", "priv/static"]) rmSync(join(context.project, path), rmAll);
    expect([judged?.judgement.verdict === "pass", await passes(command, context.project)]).toEqual([verdict, verdict]);
    for (const file of files) expect(existsSync(join(context.project, file))).toBe(true);
  });
});

const ofDatabases = someTests("commands by hand of mix.lock and of migrations", 1);

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
    const texts = ["mix.exs", "mix.lock"].map((name) => [name, readFileSync(join(context.project, name), "utf8")]);
    return { context, mixExs, texts };
  }
  /** One project for all stories, fetched and compiled once. */
  let fetched: ReturnType<typeof locked> | undefined;

  const changes: readonly [string, (made: Awaited<ReturnType<typeof locked>>) => Promise<void>, boolean][] = [
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
  ];
  for (const [what, change, verdict] of changes)
    ofDatabases(`the command by hand says of mix.lock ${what}`, async () => {
      fetched ??= locked();
      const made = await fetched;
      const { context } = made;
      for (const [name = "", text = ""] of made.texts) writeFileSync(join(context.project, name), text);
      await change(made);
      const project = await askMix(context);
      if ("verdict" in project) throw new Error(project.says);
      const cachePath = join(context.job.temp, "cache");
      mkdirSync(cachePath, { recursive: true });
      const judged = await analyse({ context, project }, ["unused-deps"], { cachePath });
      const judgement = judged.get("unused-deps")?.judgement;
      const byHand = await passes(
        judgement?.reproduce ?? byHandOf("unused-deps", { project, judgement: judgement ?? null }),
        context.project,
      );
      expect([judgement?.verdict === "pass", byHand]).toEqual([verdict, verdict]);
    });
});

describe("the command by hand says of migrations what the check says, with what Ecto was recorded with", () => {
  type Rehearsal = MigrationsArtefact["rehearsed"][number];
  type Problem = Partial<NonNullable<Rehearsal["problem"]>> & Pick<NonNullable<Rehearsal["problem"]>, "kind">;
  const base: MigrationBase = { revision: "v1.0.0", list: "/tmp/list" };
  const rehearsal = (repo: string, added: string[], problem: Problem | null): Rehearsal => ({
    ...{ repo, adapter: "Ecto.Adapters.Postgres", migrations: 4, new: added, changed: [], unusable: [], steps: [] },
    ...{
      compared: "pg_dump",
      extensions: [],
      problem: problem === null ? null : { message: "", difference: [], lines: 0, ...problem },
    },
  });
  const judged = (rehearsed: Rehearsal[]) =>
    judgeMigrations({ status: "ran", repos: ["Shop.Repo"], stray: [], rehearsed }, { base, path: (file) => file });
  const added = "20261020090000";
  const one = (problem: Problem | null, more: Partial<Rehearsal> = {}) =>
    judged([{ ...rehearsal("Shop.Repo", [added], problem), ...more }]);

  /** Tasks as Ecto has them: each notes that it ran, and replays what is recorded for it; without, it ends well. */
  const ecto: Tree = {
    ...shop,
    "lib/ecto.ex": ["Create", "Migrate", "Rollback"]
      .map(
        (name) => `defmodule Mix.Tasks.Ecto.${name} do
  use Mix.Task

  def run(args) do
    test = :test = Mix.env()
    ran = Enum.join(["${name.toLowerCase()}" | args], " ")
    File.write!("ran", ran <> "\\n", [:append])
    left = "#{test}-#{ran |> String.split(" ") |> hd()}-#{Enum.count(File.stream!("ran"), &(&1 == ran <> "\\n"))}"

    if File.exists?(left) do
      IO.write(:stderr, File.read!(left))
      exit({:shutdown, 1})
    end
  end
end
`,
      )
      .join("\n"),
  };
  const says = (run: string) => recorded(`phoenix-1.8/${run}`);

  /** One project for all stories, compiled once. */
  let opened: ReturnType<typeof yard.open> | undefined;

  /** Whether the command passes where Ecto fails at this task the given time, and what it ran. */
  async function byHand(judgement: Judgement, fails: Readonly<Record<string, string>> = {}) {
    const command = judgement.reproduce ?? byHandOf("migrations", { judgement });
    if (command === "") return null;
    opened ??= yard.open(ecto);
    const { project } = await opened;
    for (const name of readdirSync(project)) if (/^(ran|test-\w+-\d+)$/.test(name)) rmSync(join(project, name));
    for (const [task, run] of Object.entries(fails)) {
      expect(says(run).code).toBe(1);
      writeFileSync(join(project, `test-${task}`), says(run).stderr);
    }
    const ended = await passes(command, project);
    return { passes: ended, ran: readFileSync(join(project, "ran"), "utf8").trim().split("\n") };
  }

  const down = `rollback --repo Shop.Repo --to ${added}`;
  const failed = { file: "/work/a.exs", message: 'column "name" of relation "vessels" already exists' };
  const ways: readonly [string, Judgement, Readonly<Record<string, string>>, boolean, readonly string[]][] = [
    ["up, down and up again", one(null), {}, true, ["create", "migrate", down, "migrate"]],
    ["that none is new", one(null, { new: [] }), {}, true, ["create", "migrate"]],
    [
      "each repo's own down",
      judged([rehearsal("Shop.Repo", [added], null), rehearsal("Shop.Log", ["20261102000000"], null)]),
      {},
      true,
      ["create", "migrate", down, "rollback --repo Shop.Log --to 20261102000000", "migrate"],
    ],
    [
      "that one fails",
      one({ kind: "failed", step: "up", ...failed }),
      { "migrate-1": "fail/ecto-migrate-fails" },
      false,
      ["create", "migrate"],
    ],
    [
      "that one fails the second time",
      one({ kind: "failed", step: "again", ...failed }),
      { "migrate-2": "fail/ecto-migrate-fails" },
      false,
      ["create", "migrate", down, "migrate"],
    ],
    [
      "that one cannot be rolled back",
      one({ kind: "irreversible", step: "down", message: "cannot reverse migration command" }),
      { "rollback-1": "fail/ecto-rollback-irreversible" },
      false,
      ["create", "migrate", down],
    ],
    [
      "that no database answers",
      one({ kind: "unreachable", message: "killed" }),
      { "create-1": "fail/migrate-db-refused" },
      false,
      ["create"],
    ],
  ];
  for (const [what, judgement, fails, verdict, ran] of ways)
    ofDatabases(`the command by hand says of migrations ${what}`, async () => {
      expect(judgement.verdict === "pass").toBe(verdict);
      expect(await byHand(judgement, fails)).toEqual({ passes: verdict, ran });
    });

  test.each<[string, Judgement]>([
    ["a schema that stays changed", one({ kind: "differs", step: "down", lines: 1, difference: ["+ x"] })],
    ["a file that is gone", one({ kind: "missing", message: "20260915090000_a" })],
    ["an older one than those applied", one({ kind: "out_of_order", message: "1 is older than 2" })],
    ["versions that nobody ran", one({ kind: "versions", step: "up", message: "wanted [1], found []" })],
    ["a file that is never run", one(null, { unusable: ["1_a.ex"] })],
    ["a schema that could not be read", one({ kind: "not_compared", message: "no pg_dump" })],
    ["a database of another's", one({ kind: "refused", message: "exists" })],
    ["migrations without an end", one({ kind: "timed_out" })],
    ["no migration", judged([])],
  ])("and is not named where Ecto ends well or may not end: %s", async (_, judgement) => {
    expect(judgement.verdict).not.toBe("pass");
    expect(await byHand(judgement)).toBeNull();
  });
});

ofDatabases.add();

/** The story that runs the command of each check, by its file and title; null where the check has none. */
const stories: Readonly<Record<CheckId, readonly [file: string, title: string] | null>> = {
  compile: ["checks/compile-warnings.test.ts", "compile fails where --warnings-as-errors fails a warning of Elixir"],
  format: ["checks/by-hand.test.ts", "of formatted files"],
  test: ["checks/by-hand.test.ts", "of tests that pass"],
  coverage: ["checks/by-hand.test.ts", "of a coverage below our minimum"],
  credo: ["validation/analysis-vm.test.ts", "credo without an issue"],
  sobelow: ["validation/analysis-vm.test.ts", "sobelow without a finding"],
  "hex-audit": ["validation/analysis-vm.test.ts", "Hex without a finding"],
  "deps-audit": ["validation/analysis-vm.test.ts", "mix_audit without a vulnerability"],
  "unused-deps": ["checks/by-hand.test.ts", "that it is what mix.exs asks for"],
  dialyzer: ["validation/analysis-vm.test.ts", "dialyzer without a warning"],
  release: ["checks/by-hand.test.ts", "of an application as mix new writes it"],
  migrations: ["checks/by-hand.test.ts", "up, down and up again"],
  "migration-safety": null,
  xref: null,
  version: null,
  changelog: null,
  "rollback-plan": null,
  backup: null,
};

test.each(checkIds)("the command of %s is run by a story, or there is none", (id) => {
  const command = byHandOf(id, { judgement: { verdict: "pass", reason_code: "passed", says: "" } });
  const story = stories[id];
  expect(command !== "").toBe(story !== null);
  if (story === null) return;
  const [file, title] = story;
  expect(readFileSync(join(import.meta.dirname, "..", file), "utf8")).toContain(`"${title}"`);
});
