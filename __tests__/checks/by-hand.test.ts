// "The same by hand": each command that this machine can run is run, on a project that passes its check and on one that does not.
import { execFile } from "node:child_process";
import { afterAll, describe, expect, test } from "@jest/globals";
import { reproduceOf } from "../../src/checks/catalogue.ts";
import { type SuiteCheck, startSuite } from "../../src/checks/suite.ts";
import { type CheckId, checkIds } from "../../src/domain/check.ts";
import { application, openYard, type Tree, umbrella } from "../support/mix-project.ts";

const yard = openYard();
afterAll(() => yard.close());

const rules = { coverageMinimum: 80, sobelowConfidence: "low", folder: "" } as const;

/** The verdict of the check, and whether its command passes in the same project. */
async function both(id: SuiteCheck, tree: Tree) {
  const bench = await yard.open(tree);
  const { judged } = await (
    await startSuite(bench, id === "coverage" ? ["test", "coverage"] : [id], { ...rules, change: null, sources: [] })
  ).ended;
  return { check: judged.get(id)?.judgement.verdict === "pass", byHand: await passes(reproduceOf(id, rules), bench.project) };
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
      { ...shop, "lib/most.ex": most, "test/half_test.exs": covers("Half.a(1) + Half.b(1) + Half.c(1) + Half.d(1) == 14") },
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
      { ...umbrella("store", "cart"), "apps/cart/lib/half.ex": half, "apps/cart/test/half_test.exs": covers("Half.a(1) + Half.b(1) == 5") },
      true,
    ],
  ])("%s", async (_, id, tree, verdict) => {
    expect(await both(id, tree)).toEqual({ check: verdict, byHand: verdict });
  });

  test("in a folder of the repository", async () => {
    const tree = Object.fromEntries(Object.entries(shop).map(([path, text]) => [`back end/${path}`, text]));
    const bench = await yard.open(tree, { below: "back end" });
    expect(await passes(reproduceOf("test", { ...rules, folder: "back end" }), bench.root)).toBe(true);
  });
});

/** Commands that another test runs, and those of tools and services that this machine does not have. */
const elsewhere: Partial<Record<CheckId, string>> = {
  compile: "compile-warnings.test.ts",
  credo: "a package of Hex",
  sobelow: "a package of Hex",
  dialyzer: "a package of Hex",
  "deps-audit": "a package of Hex",
  "hex-audit": "asks hex.pm",
  "unused-deps": "asks hex.pm",
  migrations: "asks a database",
  release: "the release's own tests",
  version: "prints, and judges nothing",
  changelog: "prints, and judges nothing",
};

test("no other check names a command", () => {
  const named = checkIds.filter((id) => reproduceOf(id, rules) !== "" && !(id in elsewhere));
  expect(named).toEqual(["format", "test", "coverage"]);
});
