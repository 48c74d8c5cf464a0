// The check says the same of warnings as the command that it names, with real Elixir.
import { execFile } from "node:child_process";
import { afterAll, describe, expect, test } from "@jest/globals";
import { judgeCompile } from "../../src/checks/compile.ts";
import { runProdBuild } from "../../src/validation/release-vm.ts";
import { byHandOf, startTests } from "../support/checks.ts";
import { application, openYard, type Tree, umbrella } from "../support/mix-project.ts";
import { someTests } from "../support/some-tests.ts";

const yard = openYard();
afterAll(() => yard.close());

const byHand = byHandOf("compile");

/**
 * What the check says, and whether the command that it names passes afterwards, on what is compiled by then, and from
 * scratch.
 */
async function compiled(tree: Tree, below = "") {
  const context = await yard.open(tree, { below });
  const { build } = await (await startTests(context, [])).ended;
  const production = await runProdBuild(context, null);
  const judgement = judgeCompile([build, production.build], context.path);
  const warm = await passes(byHand, context.project);
  await context.files.remove(`${context.project}/_build`);
  return { judgement, byHand: [warm, await passes(byHand, context.project)] };
}

function passes(command: string, cwd: string): Promise<boolean> {
  const env = { ...process.env, MIX_ENV: undefined };
  return new Promise((resolve) => execFile("sh", ["-c", command], { cwd, env }, (error) => resolve(error === null)));
}

const shop = application("shop");
const unused = "-module(shop_old).\n-export([a/1]).\n\na(X) ->\n    Y = 1,\n    X.\n";
const warned = "defmodule Warned do\n  def a(x), do: 1\nend\n";

const warns: Tree = { ...shop, "lib/warned.ex": warned };
const fails = { verdict: "fail", reason_code: "warnings_found" };

test("compile fails where --warnings-as-errors fails a warning of Elixir", async () => {
  const { judgement, byHand: commands } = await compiled(warns);
  expect(judgement).toMatchObject(fails);
  expect(commands).toEqual([false, false]);
});

describe("compile accepts or fails as --warnings-as-errors does", () => {
  const sometimes = someTests("warnings and errors of compilers", 1);

  sometimes("a warning of Erlang's compiler, which is accepted and shown", async () => {
    const { judgement, byHand: commands } = await compiled({ ...shop, "src/shop_old.erl": unused });
    expect(judgement).toMatchObject({ verdict: "pass", facts: { warnings_test: 1, warnings_prod: 1 } });
    expect(judgement.says).toMatch(/^1 warning that `--warnings-as-errors` accepts/);
    expect(judgement.findings?.map(({ file, line, severity }) => [file, line, severity])).toEqual([
      ["src/shop_old.erl", 5, "warning"],
    ]);
    expect(commands).toEqual([true, true]);
  });

  sometimes("a warning of a path dependency, which is its own project", async () => {
    const below = (folder: string, tree: Tree) =>
      Object.fromEntries(Object.entries(tree).map(([path, text]) => [`${folder}/${path}`, text]));
    const money = below("money", { ...application("money"), "lib/warned.ex": warned });
    const app = below("shop", shop);
    const mixExs = (app["shop/mix.exs"] ?? "").replace("    []\n", '    [{:money, path: "../money"}]\n');
    const { judgement, byHand: commands } = await compiled({ ...money, ...app, "shop/mix.exs": mixExs }, "shop");
    expect(judgement).toMatchObject({ verdict: "pass", says: "No warnings in test and prod." });
    expect(commands).toEqual([true, true]);
  });

  const production = "defmodule Warned do\n  if Mix.env() == :prod do\n    def a(x), do: 1\n  end\nend\n";
  const others: readonly [string, Tree][] = [
    ["a warning of Elixir beside one of Erlang", { ...warns, "src/shop_old.erl": unused }],
    ["a warning in one app of an umbrella", { ...umbrella("store", "cart"), "apps/cart/lib/warned.ex": warned }],
    ["a warning in production alone", { ...shop, "lib/warned.ex": production }],
  ];
  for (const [what, tree] of others)
    sometimes(what, async () => {
      const { judgement, byHand: commands } = await compiled(tree);
      expect(judgement).toMatchObject(fails);
      expect(commands).toEqual([false, false]);
    });

  sometimes("an error of Erlang's compiler", async () => {
    const broken = "-module(shop_old).\na( -> 1.\n";
    const { judgement, byHand: commands } = await compiled({ ...shop, "src/shop_old.erl": broken });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "compile_error" });
    expect(commands).toEqual([false, false]);
  });

  sometimes.add();
});
