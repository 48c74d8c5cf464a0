// What is said of a run of the tests, with real Elixir: which tests did not run, and why.
import { afterAll, describe, expect, test } from "@jest/globals";
import { renderJunit } from "../../src/render/findings/junit.ts";
import type { TestBuildOutcome } from "../../src/validation/test-vm.ts";
import { startTests } from "../support/checks.ts";
import { drawn } from "../support/extent.ts";
import { application, openYard, shownJudgement, type Tree, umbrella } from "../support/mix-project.ts";
import { someTests } from "../support/some-tests.ts";

const yard = openYard();
afterAll(() => yard.close());

async function tested(tree: Tree, limitMs?: number) {
  const context = await yard.open(tree, limitMs === undefined ? {} : { limitMs });
  const outcome: TestBuildOutcome = await (await startTests(context, ["test"])).ended;
  const judgement = outcome.judged.get("test")?.judgement;
  const places = (judgement?.findings ?? []).map(
    ({ file, line, message }) => `${file}:${line} ${message.split("\n")[0]}`,
  );
  return { says: shownJudgement(judgement), places, junit: renderJunit(outcome.runs, context.path) };
}

const shop = application("shop");
const failing = (module: string) => `defmodule ${module} do
  use ExUnit.Case

  test "fails" do
    assert 1 == 2
  end
end
`;

describe("a setup_all that fails", () => {
  const file = (setup: string) => `defmodule PricesTest do
  use ExUnit.Case

${setup}

  test "total" do
    assert true
  end

  test "discount" do
    assert true
  end
end
`;
  const body = (lines: string) => file(`  setup_all do\n    ${lines}\n  end`);

  test("is named with its exception and its place, once: in the findings, in the sentence, in JUnit", async () => {
    const { says, places, junit } = await tested({
      ...shop,
      "test/prices_test.exs": body('raise "no price list: run mix shop.import first"'),
    });
    expect(says).toBe(
      "fail tests_failed: 2 of 3 tests did not run, because setup_all failed in PricesTest (test/prices_test.exs:4).",
    );
    expect(places).toEqual([
      "test/prices_test.exs:4 setup_all of PricesTest failed: (RuntimeError) no price list: run mix shop.import first",
    ]);
    expect(junit.match(/no price list/g)?.length).toBeLessThanOrEqual(2);
    expect(junit).toContain('<testcase classname="PricesTest" name="setup_all" file="test/prices_test.exs" line="4"');
    expect(junit).toContain('tests="4" failures="1" errors="2"');
  });

  const ends: readonly [string, string, string][] = [
    [
      "an assertion",
      body("assert Enum.sum([1]) == 2"),
      "test/prices_test.exs:4 setup_all of PricesTest failed: (ExUnit.AssertionError) Assertion with == failed",
    ],
    ["an exit", body("exit(:no_prices)"), "test/prices_test.exs:4 setup_all of PricesTest failed: (exit) :no_prices"],
    [
      "a function of its own",
      file('  setup_all :load\n\n  def load(_), do: raise(ArgumentError, "empty")'),
      "test/prices_test.exs:6 setup_all of PricesTest failed: (ArgumentError) empty",
    ],
    [
      "a value that it may not return",
      body(":prices"),
      "test/prices_test.exs:4 setup_all of PricesTest failed: (RuntimeError) expected ExUnit ",
    ],
  ];
  const sometimes = someTests("ends of a setup_all", 1);
  for (const [what, text, place] of ends)
    sometimes(`is named where it ended by ${what}`, async () => {
      const { places } = await tested({ ...shop, "test/prices_test.exs": text });
      expect(places).toHaveLength(1);
      expect(places[0]).toContain(place);
    });

  sometimes("is not what an on_exit of it is called that fails, after which the tests had run", async () => {
    const setup = '  setup_all do\n    on_exit(fn -> raise "not cleaned up" end)\n    :ok\n  end\n';
    const runs = '  test "runs" do\n    assert true\n  end\n';
    const after = `defmodule AfterTest do\n  use ExUnit.Case\n\n${setup}\n${runs}end\n`;
    const { says, places } = await tested({ ...shop, "test/after_test.exs": after });
    expect(says).toBe(
      "fail tests_failed: The tests ran, and then on_exit of setup_all failed in AfterTest (test/after_test.exs:5).",
    );
    expect(places).toEqual([
      "test/after_test.exs:5 on_exit of setup_all of AfterTest failed: (RuntimeError) not cleaned up",
    ]);
  });

  sometimes.add();
});

describe("without tests", () => {
  const sometimes = someTests("projects without tests", 1);
  const without = (tree: Tree, folder: string) =>
    Object.fromEntries(Object.entries(tree).filter(([path]) => !path.startsWith(folder)));

  sometimes("a project says that no test ran, not how Elixir stopped", async () => {
    expect(await tested(without(shop, "test/"))).toMatchObject({ says: "fail no_tests_run: No test ran.", places: [] });
  });

  sometimes(
    "an app of an umbrella does not hide behind the " + "other's tests where Elixir stops at it, and is named",
    async () => {
      const { says } = await tested(without(umbrella("store", "cart"), "apps/store/test/"));
      expect(says).toMatch(
        /^pass passed: 1 test, 0 failures\.$|ExUnit was not started, since apps\/store has no test\/test_helper\.exs\./,
      );
    },
  );

  sometimes.add();
});

describe("a file with tests that mix test does not load", () => {
  const more = failing("MoreTest");
  const sometimes = someTests("files with tests that are not loaded", 1);
  const named: readonly [string, Tree, readonly string[]][] = [
    ["whose name does not end in _test.exs", { "test/shop_tests.exs": more }, ["test/shop_tests.exs"]],
    ["that is an .ex file", { "test/shop/more_test.ex": more }, ["test/shop/more_test.ex"]],
    [
      "in a folder that is not among the test paths",
      { "tests/more_test.exs": more, "lib/shop/more_test.exs": more },
      ["lib/shop/more_test.exs", "tests/more_test.exs"],
    ],
  ];
  for (const [what, files, names] of named)
    sometimes(`is named: one ${what}`, async () => {
      const { says, places } = await tested({ ...shop, ...files });
      const many = names.length === 1 ? "1 file with tests was" : `${names.length} files with tests were`;
      expect(says).toBe(`pass passed: 1 test, 0 failures. ${many} not run: ${names.join(", ")}.`);
      expect(places.map((one) => one.split(" ")[0])).toEqual(names.map((name) => `${name}:1`));
    });

  sometimes("is named where no test ran at all", async () => {
    const { "test/shop_test.exs": own = "", ...rest } = shop;
    expect((await tested({ ...rest, "test/shop_spec.exs": own })).says).toBe(
      "fail no_tests_run: No test ran. 1 file with tests was not run: test/shop_spec.exs.",
    );
  });

  sometimes("is named in the app of an umbrella, and at its root, whose tests nobody runs", async () => {
    const { says } = await tested({
      ...umbrella("store", "cart"),
      "apps/cart/test/cart_tests.exs": more,
      "test/root_test.exs": more,
    });
    expect(says).toContain("2 files with tests were not run: test/root_test.exs, apps/cart/test/cart_tests.exs.");
  });

  sometimes.add();

  test.each<[string, Tree]>(
    drawn(
      "files that are no tests",
      [
        [
          "a template of cases",
          {
            "test/support/case.ex":
              'defmodule Shop.Case do\n  use ExUnit.CaseTemplate\n\n  using do\n    quote do\n      test "shared" ' +
              "do\n      end\n    end\n  end\nend\n",
          },
        ],
        ["a sample below fixtures", { "test/fixtures/more.exs": more }],
        [
          "the tests of another project in the repository",
          { "examples/demo/mix.exs": "", "examples/demo/test/more_test.exs": more },
        ],
        [
          "tests that a tag excludes",
          {
            "test/test_helper.exs": "ExUnit.start(exclude: [:slow])\n",
            "test/slow_test.exs": more.replace('  test "fails"', '  @tag :slow\n  test "fails"'),
          },
        ],
        [
          "files that match test_pattern",
          {
            ...application("shop", 'test_pattern: "*_{test,spec}.exs"'),
            "test/more_spec.exs": more.replace("1 == 2", "1 == 1"),
          },
        ],
        [
          "files below test_paths",
          {
            ...application("shop", 'test_paths: ["test", "spec"]'),
            "spec/test_helper.exs": "ExUnit.start()\n",
            "spec/more_test.exs": more.replace("1 == 2", "1 == 1"),
          },
        ],
        [
          "files that test_ignore_filters name",
          {
            ...application("shop", 'test_ignore_filters: ["test/more.exs", ~r/_manual/]'),
            "test/more.exs": more,
            "test/a_manual.exs": more,
          },
        ],
        [
          "files of a project that wants no word on them",
          { ...application("shop", "warn_test_pattern: false"), "test/more.exs": more },
        ],
      ],
      1,
    ),
  )("is not: %s", async (_, files) => {
    const { says, places } = await tested({ ...shop, ...files });
    expect(places).toEqual([]);
    expect(says).toMatch(/^pass passed: \d tests?, 0 failures[^.]*\.$/);
  });
});

describe("tests that do not end within the limit", () => {
  const endless = failing("EndlessTest")
    .replace('  test "fails"', '  @tag timeout: :infinity\n  test "endless"')
    .replace("assert 1 == 2", "Process.sleep(:infinity)");
  const sometimes = someTests("tests without an end", 1);

  sometimes("are named with the limit that was set, and the test that was running", async () => {
    const { says, places } = await tested({ ...shop, "test/endless_test.exs": endless }, 10_000);
    expect(says).toBe(
      "error timed_out: mix test did not end within 10 s (`check-timeout`) and was ended. Still running then: " +
        "EndlessTest test endless.",
    );
    expect(places).toEqual([
      "test/endless_test.exs:5 EndlessTest test endless was still running when the limit of 10 s was reached.",
    ]);
  });

  sometimes("are named by their setup_all where that does not end", async () => {
    const setup = failing("EndlessTest").replace(
      "  test",
      "  setup_all do\n    Process.sleep(:infinity)\n  end\n\n  test",
    );
    const { says } = await tested({ ...shop, "test/endless_test.exs": setup }, 10_000);
    expect(says).toMatch(/within 10 s .* Still running then: EndlessTest setup_all\.$/);
  });

  sometimes.add();
});
