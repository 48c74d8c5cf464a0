// The check says the same of warnings as the command that it names, with real Elixir.
import { execFile } from "node:child_process";
import { afterAll, describe, expect, test } from "@jest/globals";
import { judgeCompile } from "../../src/checks/compile.ts";
import { runProdBuild } from "../../src/validation/release-vm.ts";
import { byHandOf, startTests } from "../support/checks.ts";
import { drawn } from "../support/extent.ts";
import { application, openYard, type Tree, umbrella } from "../support/mix-project.ts";

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

describe("compile accepts what --warnings-as-errors accepts, and shows it", () => {
  test("a warning of Erlang's compiler", async () => {
    const { judgement, byHand: commands } = await compiled({ ...shop, "src/shop_old.erl": unused });
    expect(judgement).toMatchObject({ verdict: "pass", facts: { warnings_test: 1, warnings_prod: 1 } });
    expect(judgement.says).toMatch(/^1 warning that `--warnings-as-errors` accepts/);
    expect(judgement.findings?.map(({ file, line, severity }) => [file, line, severity])).toEqual([
      ["src/shop_old.erl", 5, "warning"],
    ]);
    expect(commands).toEqual([true, true]);
  });

  test("a warning of a path dependency, which is its own project", async () => {
    const money = Object.fromEntries(
      Object.entries({ ...application("money"), "lib/warned.ex": warned }).map(([path, text]) => [
        `money/${path}`,
        text,
      ]),
    );
    const app = Object.fromEntries(Object.entries(shop).map(([path, text]) => [`shop/${path}`, text]));
    const mixExs = (app["shop/mix.exs"] ?? "").replace("    []\n", '    [{:money, path: "../money"}]\n');
    const { judgement, byHand: commands } = await compiled({ ...money, ...app, "shop/mix.exs": mixExs }, "shop");
    expect(judgement).toMatchObject({ verdict: "pass", says: "No warnings in test and prod." });
    expect(commands).toEqual([true, true]);
  });
});

describe("compile fails where --warnings-as-errors fails", () => {
  test.each<[string, Tree]>(
    drawn(
      "warnings that fail",
      [
        ["a warning of Elixir", { ...shop, "lib/warned.ex": warned }],
        ["a warning of Elixir beside one of Erlang", { ...shop, "lib/warned.ex": warned, "src/shop_old.erl": unused }],
        ["a warning in one app of an umbrella", { ...umbrella("store", "cart"), "apps/cart/lib/warned.ex": warned }],
        [
          "a warning in production alone",
          {
            ...shop,
            "lib/warned.ex": "defmodule Warned do\n  if Mix.env() == :prod do\n    def a(x), do: 1\n  end\nend\n",
          },
        ],
      ],
      1,
    ),
  )("%s", async (_, tree) => {
    const { judgement, byHand: commands } = await compiled(tree);
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "warnings_found" });
    expect(commands).toEqual([false, false]);
  });

  test("an error of Erlang's compiler", async () => {
    const { judgement, byHand: commands } = await compiled({
      ...shop,
      "src/shop_old.erl": "-module(shop_old).\na( -> 1.\n",
    });
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "compile_error" });
    expect(commands).toEqual([false, false]);
  });
});
