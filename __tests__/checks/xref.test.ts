// Cycles of files that depend on each other at compile time: as real Elixir says it, and as other versions would.
import { afterAll, describe, expect, test } from "@jest/globals";
import { judgeXref } from "../../src/checks/xref.ts";
import { analyse, startTests } from "../support/checks.ts";
import { application, openYard, type Tree, umbrella } from "../support/mix-project.ts";
import { someTests } from "../support/some-tests.ts";

const yard = openYard();
afterAll(() => yard.close());

/** A uses what B does at compile time, B calls C, and C calls A: only the first is a dependency at compile time. */
const cycle = (lib: string, name: string): Tree => ({
  [`${lib}/a.ex`]: `defmodule ${name}.A do\n  require ${name}.B\n  ${name}.B.hello()\n  def a, do: 1\nend\n`,
  [`${lib}/b.ex`]: `defmodule ${name}.B do\n  defmacro hello, do: ${name}.C.c()\nend\n`,
  [`${lib}/c.ex`]: `defmodule ${name}.C do\n  def c, do: 1\n  def d, do: ${name}.A.a()\nend\n`,
});

/** Files that call each other when they run: no change in one compiles another. */
const calls: Tree = {
  "lib/ping.ex": "defmodule Ping do\n  def go, do: Pong.go()\nend\n",
  "lib/pong.ex": "defmodule Pong do\n  def go, do: Ping.go()\nend\n",
};

/** The check on a project whose `test` build is compiled, as in a validation. */
async function judged(tree: Tree) {
  const context = await yard.open(tree);
  const build = await startTests(context, []);
  await build.ended;
  const project = await build.project;
  if ("verdict" in project) throw new Error(project.says);
  const judgement = (await analyse({ context, project }, ["xref"])).get("xref")?.judgement;
  const findings = (judgement?.findings ?? []).map(({ severity, file, message }) => `${severity} ${file}: ${message}`);
  return { verdict: judgement?.verdict, says: judgement?.says, facts: judgement?.facts, findings };
}

const shop = application("shop");

describe("xref, with real Elixir", () => {
  const sometimes = someTests("projects for mix xref", 1);

  sometimes("passes a project without a cycle, and says how many files were read", async () => {
    expect(await judged(shop)).toEqual({
      verdict: "pass",
      says: "No cycles with a dependency at compile time among 1 file.",
      facts: { files: 1, cycles: 0 },
      findings: [],
    });
  });

  sometimes("passes files that depend on each other only when they run", async () => {
    expect(await judged({ ...shop, ...calls })).toMatchObject({ verdict: "pass", facts: { files: 3, cycles: 0 } });
  });

  test("fails a cycle with one dependency at compile time, and names its files in order", async () => {
    expect(await judged({ ...shop, ...cycle("lib", "Shop") })).toEqual({
      verdict: "fail",
      says: "1 cycle with a dependency at compile time among 4 files.",
      facts: { files: 4, cycles: 1 },
      findings: [
        "warning lib/a.ex: A cycle of 3 files, such as lib/a.ex -> lib/b.ex (compile) -> lib/c.ex -> lib/a.ex: " +
          "a change in one compiles all again.",
      ],
    });
  });

  sometimes("looks into each app of an umbrella", async () => {
    const { verdict, facts, findings } = await judged({
      ...umbrella("store", "cart"),
      ...cycle("apps/cart/lib", "Cart"),
    });
    expect([verdict, facts]).toEqual(["fail", { files: 5, cycles: 1 }]);
    expect(findings[0]).toContain("apps/cart/lib/a.ex -> apps/cart/lib/b.ex (compile) -> apps/cart/lib/c.ex");
    expect(await judged(umbrella("store", "cart"))).toMatchObject({ verdict: "pass", facts: { files: 2, cycles: 0 } });
  });

  sometimes("is never a pass where no file was read", async () => {
    const { "lib/shop.ex": _, ...empty } = shop;
    expect(await judged({ ...empty, "test/shop_test.exs": "" })).toMatchObject({
      verdict: "error",
      says: "mix xref listed no file, so whether there are cycles is unknown.",
    });
  });

  sometimes.add();
});

describe("what mix xref prints", () => {
  const same = (file: string) => file;
  const ran = (stdout: string, code = 0, stderr = "") =>
    judgeXref({ status: "ran", apps: [{ folder: "", code, stdout, stderr }] }, same);

  test("is read past the words of a compilation, which are no files", () => {
    const stdout = "Compiling 2 files (.ex)\nlib/a.ex\n|-- lib/b.ex (compile)\n`-- lib/c d.ex (export)\nlib/b.ex\n";
    expect(ran(stdout).facts).toEqual({ files: 2, cycles: 0 });
  });

  test("is one cycle for all files that depend on each other, and one for each other set", () => {
    const two = (a: string, b: string) => `${a}.ex\n\`-- ${b}.ex (compile)\n${b}.ex\n\`-- ${a}.ex (compile)\n`;
    const judgement = ran(`${two("a", "b")}${two("c", "d")}e.ex\n\`-- a.ex (compile)\n`);
    expect(judgement.says).toBe("2 cycles with a dependency at compile time among 5 files.");
    expect(judgement.findings?.map(({ file }) => file)).toEqual(["a.ex", "c.ex"]);
  });

  test("is no verdict where it ended with an error, whatever it had printed", () => {
    expect(ran("lib/a.ex\n", 1, "** (Mix) Unknown --format plain in mix xref graph")).toMatchObject({
      verdict: "error",
      reason_code: "could_not_run",
    });
  });
});
