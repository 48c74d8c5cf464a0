// Which files mix format reads, with real Elixir: patterns that match nothing must not pass.
import { afterAll, describe, expect, test } from "@jest/globals";
import { startTests } from "../support/checks.ts";
import { drawn } from "../support/extent.ts";
import { application, openYard, shownJudgement, type Tree, umbrella } from "../support/mix-project.ts";
import { someTests } from "../support/some-tests.ts";

const yard = openYard();
afterAll(() => yard.close());

/** The verdict on the formatting of a repository that has exactly these files. */
async function formatted(tree: Tree, below = "") {
  const context = await yard.open(tree, { below });
  const facts = {
    sources: Object.keys(tree).filter((path) => /\.(ex|exs|heex)$/.test(path)),
  };
  const { judged } = await (await startTests(context, ["format"], facts)).ended;
  const judgement = judged.get("format")?.judgement;
  const notices = judgement?.findings?.filter((one) => one.severity === "notice").map((one) => one.message) ?? [];
  return { says: shownJudgement(judgement), notices, remedy: judgement?.remedy ?? "", reproduce: judgement?.reproduce };
}

const shop = application("shop");
const inputs = (text: string) => `[\n  inputs: [${text}]\n]\n`;
const ugly = "defmodule   Ugly do\nend\n";
const phoenix: Tree = {
  ...shop,
  ".formatter.exs": `[
  subdirectories: ["priv/*/migrations"],
  inputs: ["*.{heex,ex,exs}", "{config,lib,test}/**/*.{heex,ex,exs}", "priv/*/seeds.exs"]
]
`,
  "config/config.exs": "import Config\n",
  "lib/shop_web/page.html.heex": "<h1>Shop</h1>\n",
  "priv/repo/seeds.exs": "# Seeds\n",
  "priv/repo/migrations/.formatter.exs": '[\n  inputs: ["*.exs"]\n]\n',
  "priv/repo/migrations/20260101000000_create.exs": "defmodule Create do\nend\n",
};

const sometimes = someTests("patterns of mix format", 1);

describe("mix format passes", () => {
  test("what mix phx.new writes: HEEx beside Elixir, migrations with a formatter of their own", async () => {
    expect((await formatted(phoenix)).says).toBe("pass passed: 10 files read, every one is formatted.");
  });

  test.each<[string, Tree, string]>(
    drawn(
      "projects that are formatted",
      [
        ["what mix new writes", shop, "pass passed: 5 files read, every one is formatted."],
        [
          "what mix new --umbrella writes",
          umbrella("store", "cart"),
          "pass passed: 12 files read, every one is formatted.",
        ],
        [
          "a list of files that was expanded by hand, and leaves one out",
          {
            ...shop,
            ".formatter.exs": `[
  inputs: Path.wildcard("{lib,test}/**/*.{ex,exs}") -- ["lib/ugly.ex"]
]
`,
            "lib/ugly.ex": ugly,
          },
          "pass passed: 3 files read, every one is formatted. 2 tracked files are not read.",
        ],
        [
          "a repository that holds another project, whose formatting is its own",
          {
            ...shop,
            ...Object.fromEntries(
              Object.entries(application("demo")).map(([path, text]) => [`examples/demo/${path}`, text]),
            ),
          },
          "pass passed: 5 files read, every one is formatted.",
        ],
      ],
      1,
    ),
  )("%s", async (_, tree, says) => {
    expect((await formatted(tree)).says).toBe(says);
  });

  sometimes("mix format passes with a notice that counts and names the files that no pattern matches", async () => {
    const migrations = Object.fromEntries(
      [1, 2, 3].map((index) => [`priv/repo/migrations/2026010100000${index}_step.exs`, ugly]),
    );
    const { says, notices } = await formatted({ ...shop, ...migrations, "lib/shop/page.html.heex": "<h1>Shop</h1>" });
    expect(says).toBe("pass passed: 5 files read, every one is formatted. 4 tracked files are not read.");
    expect(notices).toEqual([
      "mix format does not read 4 tracked files, since no `inputs` or `subdirectories` of .formatter.exs match: " +
        "priv/repo/migrations/20260101000001_step.exs, priv/repo/migrations/20260101000002_step.exs, " +
        "priv/repo/migrations/20260101000003_step.exs, lib/shop/page.html.heex.",
    ]);
  });

  sometimes(
    "mix format passes a project in a folder of the repository, with its paths from the repository's root",
    async () => {
      const backend = Object.fromEntries(Object.entries(shop).map(([path, text]) => [`backend/${path}`, text]));
      const { says, notices } = await formatted(
        { ...backend, "backend/rel/env.exs": "1\n", "tools/check.exs": ugly },
        "backend",
      );
      expect(says).toBe("pass passed: 5 files read, every one is formatted. 1 tracked file is not read.");
      expect(notices.join()).toContain("backend/rel/env.exs");
    },
  );
});

describe("mix format does not pass", () => {
  const root = umbrella("store", "cart");
  test.each<[string, Tree, string]>(
    drawn(
      "projects that are not formatted",
      [
        [
          "an umbrella whose root reads none of its apps",
          { ...root, ".formatter.exs": inputs('"mix.exs", "config/*.exs"'), "apps/cart/lib/ugly.ex": ugly },
          "fail sources_not_read: mix format reads 2 files and none in apps/cart, apps/store: the `inputs` and " +
            "`subdirectories` of .formatter.exs do not match there.",
        ],
        [
          "an umbrella with an app that has no formatter of its own",
          Object.fromEntries(Object.entries(root).filter(([path]) => path !== "apps/cart/.formatter.exs")),
          "fail sources_not_read: mix format reads 7 files and none in apps/cart: the `inputs` and `subdirectories` " +
            "of .formatter.exs do not match there.",
        ],
        [
          "patterns of mix new at the root of an umbrella, which match nothing below apps",
          { ...root, ".formatter.exs": shop[".formatter.exs"] ?? "" },
          "fail sources_not_read: mix format reads 3 files and none in apps/cart, apps/store: the `inputs` and " +
            "`subdirectories` of .formatter.exs do not match there.",
        ],
        [
          "inputs: []",
          { ...shop, ".formatter.exs": inputs("") },
          "error not_judged: mix format read no file: the `inputs` and `subdirectories` of .formatter.exs match none.",
        ],
        [
          "patterns that match nothing",
          { ...shop, ".formatter.exs": inputs('"src/**/*.ex"') },
          "error not_judged: mix format read no file: the `inputs` and `subdirectories` of .formatter.exs match none.",
        ],
        [
          'inputs: ["mix.exs"]',
          { ...shop, ".formatter.exs": inputs('"mix.exs"') },
          "fail sources_not_read: mix format reads 1 file and none in lib, test: the `inputs` and `subdirectories` " +
            "of .formatter.exs do not match there.",
        ],
        [
          "tests that no pattern matches",
          { ...shop, ".formatter.exs": inputs('"{mix,.formatter}.exs", "lib/**/*.ex"') },
          "fail sources_not_read: mix format reads 3 files and none in test: the `inputs` and `subdirectories` of " +
            ".formatter.exs do not match there.",
        ],
        [
          "a file that is not formatted",
          { ...shop, "lib/ugly.ex": ugly },
          "fail not_formatted: 1 file is not formatted: lib/ugly.ex.",
        ],
      ],
      1,
    ),
  )("%s", async (_, tree, says) => {
    expect((await formatted(tree)).says).toBe(says);
  });

  sometimes("mix format does not pass without a .formatter.exs, and says what to write in it", async () => {
    const { says, remedy } = await formatted(
      Object.fromEntries(Object.entries(shop).filter(([path]) => path !== ".formatter.exs")),
    );
    expect(says).toBe(
      "error could_not_run: mix format could not run: .formatter.exs is missing, or has no `inputs` and no " +
        "`subdirectories`.",
    );
    expect(remedy).toBe(
      'Write `[inputs: ["{mix,.formatter}.exs", "{config,lib,test}/**/*.{ex,exs}"]]` in .formatter.exs.',
    );
  });

  sometimes(
    "mix format does not pass without one at the root of an umbrella, where the " +
      "apps' own are reached once the remedy is followed",
    async () => {
      const tree = umbrella("store", "cart");
      const { remedy } = await formatted(
        Object.fromEntries(Object.entries(tree).filter(([path]) => path !== ".formatter.exs")),
      );
      const [, text = ""] = /^Write `(.*)` in \.formatter\.exs\.$/.exec(remedy) ?? [];
      expect((await formatted({ ...tree, ".formatter.exs": `${text}\n` })).says).toMatch(
        /^pass passed: \d+ files read/,
      );
    },
  );

  sometimes("mix format does not pass and names no command by hand where that command itself passes", async () => {
    expect((await formatted({ ...shop, ".formatter.exs": inputs('"mix.exs"') })).reproduce).toBe("");
  });
});

sometimes.add();
