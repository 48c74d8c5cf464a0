// An application to measure on: made by this script, the same every time. 64 modules, 320 tests, no packages of Hex;
// the tools of Phase 6 as path dependencies where their sources are given.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { root } from "../script/generate.ts";

const modules = 64;
const testsOfEach = 5;

/** Packages of the tools with their dependencies, each a folder of its name in the folder of sources. */
const toolPackages = ["credo", "sobelow", "dialyxir", "ex_check", "bunt", "file_system", "jason", "erlex"];

export interface BenchApp {
  /** A git repository with one commit. */
  readonly folder: string;
  readonly sha: string;
  /** Tools that are among its dependencies. */
  readonly tools: readonly string[];
}

/** The demo application as a repository of its own. */
export function demoApp(): BenchApp {
  const folder = mkdtempSync(join(tmpdir(), "pd-bench-app-"));
  const generated = /^(_build|cover|deps|\.phoenix-deploy)/;
  cpSync(join(root, "examples/demo_app"), folder, {
    recursive: true,
    filter: (path) => !generated.test(basename(path)),
  });
  return { folder, sha: commitAll(folder), tools: [] };
}

/**
 * Writes the application into a temporary folder. `sources` holds the tools' sources; null leaves them out. Each test
 * waits `waitMs` milliseconds, as the tests of a Phoenix application do for their database.
 */
export function makeApp(sources: string | null, waitMs: number): BenchApp {
  const folder = mkdtempSync(join(tmpdir(), "pd-bench-app-"));
  const tools = sources === null ? [] : toolPackages.filter((name) => existsSync(join(sources, name, "mix.exs")));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put(
    "mix.exs",
    mixExs(tools.map((name) => `      {:${name}, path: ${JSON.stringify(join(sources ?? "", name))}, override: true}`)),
  );
  put(".formatter.exs", '[inputs: ["{mix,.formatter}.exs", "{config,lib,test}/**/*.{ex,exs}"]]\n');
  put(".gitignore", "/_build/\n/deps/\n/cover/\n");
  put("config/config.exs", "import Config\n");
  put("test/test_helper.exs", "ExUnit.start()\n");
  put("CHANGELOG.md", "# Changelog\n\n## [1.0.0] - 2026-11-01\n\n- First.\n");
  // What a static analysis of Phoenix applications takes for one.
  put("lib/bench_web.ex", webModule);
  put(
    "lib/bench_web/router.ex",
    'defmodule BenchWeb.Router do\n  @moduledoc "Routes."\n  use BenchWeb, :router\nend\n',
  );
  for (let index = 0; index < modules; index += 1) {
    put(`lib/bench/part_${index}.ex`, part(index));
    put(`test/bench/part_${index}_test.exs`, partTest(index, waitMs));
  }
  put(".github/phoenix-deploy.yml", settings(tools, ["unused-deps"]));
  // What `mix check` runs, and nothing else.
  put(".github/same-tools.yml", settings(tools, ["coverage", "release"]));
  // Path dependencies give mix.lock nothing to say; the file is there so that nothing is written during a run.
  put("mix.lock", "%{\n}\n");
  execFileSync("mix", ["format"], { cwd: folder, stdio: "ignore" });
  return { folder, sha: commitAll(folder), tools };
}

function commitAll(folder: string): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "bench");
  git("config", "user.email", "bench@example.com");
  git("add", "--all");
  git("commit", "--quiet", "--message", "The application");
  return git("rev-parse", "HEAD");
}

function mixExs(deps: readonly string[]): string {
  return `defmodule CheckContext.MixProject do
  use Mix.Project

  def project do
    [
      app: :bench,
      version: "1.0.0",
      elixir: "~> 1.14",
      start_permanent: Mix.env() == :prod,
      deps: deps(),
      test_coverage: [summary: [threshold: 0]],
      releases: [bench: [include_executables_for: [:unix]]]
    ]
  end

  def application, do: [extra_applications: [:logger]]

  defp deps do
    [
${deps.map(dependency).join(",\n")}
    ]
  end
end
`;
}

/** A line of the dependencies; a tool is none of production. */
function dependency(line: string): string {
  const tool = /credo|sobelow|dialyxir|ex_check/.test(line);
  return line.replace("override: true}", `${tool ? "only: [:dev, :test], runtime: false, " : ""}override: true}`);
}

const webModule = `defmodule BenchWeb do
  @moduledoc "In place of Phoenix."

  @doc false
  defmacro __using__(:router), do: quote(do: :ok)
end
`;

/** A module with some work for the compiler, the tests and the analyses. */
function part(index: number): string {
  const clauses = Array.from(
    { length: 12 },
    (_, at) => `
  @doc "Step ${at}."
  def step_${at}(value) when is_integer(value) and value > ${at} do
    value
    |> Kernel.+(${index + at})
    |> Integer.digits()
    |> Enum.map(&(&1 * ${at + 1}))
    |> Enum.reduce(0, fn digit, sum -> sum + rem(digit, ${at + 2}) end)
  end

  def step_${at}(value) when is_integer(value), do: value - ${at}
  def step_${at}(_), do: {:error, :not_a_number}
`,
  );
  return `defmodule CheckContext.Part${index} do
  @moduledoc "Part ${index} of the application."

  defstruct name: "part ${index}", size: ${index}, tags: []

  @type t :: %__MODULE__{name: String.t(), size: non_neg_integer(), tags: [atom()]}

  @doc "A part of this size."
  @spec new(non_neg_integer()) :: t()
  def new(size), do: %__MODULE__{size: size}

  @doc "Adds a tag once."
  @spec tag(t(), atom()) :: t()
  def tag(%__MODULE__{tags: tags} = part, tag), do: %{part | tags: Enum.uniq([tag | tags])}
${clauses.join("")}end
`;
}

function partTest(index: number, waitMs: number): string {
  const tests = Array.from(
    { length: testsOfEach },
    (_, at) => `
  test "step ${at} of part ${index} counts" do${waitMs === 0 ? "" : `\n    Process.sleep(${waitMs})`}
    for value <- 1..20, do: assert(is_integer(Part${index}.step_${at}(value)))
    for value <- [0, 40, :x], step <- 0..11, do: assert(apply(Part${index}, :"step_#{step}", [value]) != nil)
    assert Part${index}.step_${at}(${at}) == 0
    assert {:error, :not_a_number} = Part${index}.step_${at + 5}("x")
    assert %Part${index}{tags: [:new]} = Part${index}.new(${at}) |> Part${index}.tag(:new) |> Part${index}.tag(:new)
  end
`,
  );
  return `defmodule CheckContext.Part${index}Test do
  use ExUnit.Case, async: ${waitMs === 0}

  alias CheckContext.Part${index}
${tests.join("")}end
`;
}

/** Settings for an application without Hex packages, a database and servers; `more` is off besides. */
function settings(tools: readonly string[], more: readonly string[]): string {
  const off = [
    ...more,
    "hex-audit",
    "deps-audit",
    "migrations",
    "migration-safety",
    "version",
    "changelog",
    "rollback-plan",
    "backup",
  ];
  const missing = [
    ["credo", "credo"],
    ["sobelow", "sobelow"],
    ["dialyzer", "dialyxir"],
  ].flatMap(([check = "", tool = ""]) => (tools.includes(tool) ? [] : [check]));
  return `version: 1\nchecks: {${[...off, ...missing].map((id) => `${id}: off`).join(", ")}}\n`;
}
