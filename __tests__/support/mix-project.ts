// Projects of Mix in folders of their own, judged by real Elixir: what `mix new` writes, and what a test changes in it.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filesAdapter } from "../../src/adapters/files.ts";
import { shellAdapter } from "../../src/adapters/shell.ts";
import type { CheckContext } from "../../src/checks/context.ts";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import { fromRoot } from "../../src/mix-output/location.ts";
import { readyHelpers } from "./helpers.ts";
import { jobFacts } from "./job.ts";

/** Files by path from the root of the repository. */
export type Tree = Readonly<Record<string, string>>;

/** As `mix new` writes an application; `more` stands in `project` of its mix.exs. */
export function application(name: string, more = ""): Tree {
  const module = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return {
    "mix.exs": `defmodule ${module}.MixProject do
  use Mix.Project

  def project do
    [
      app: :${name},
      version: "0.1.0",
      elixir: "~> 1.14",${more === "" ? "" : `\n      ${more},`}
      start_permanent: Mix.env() == :prod,
      deps: deps()
    ]
  end

  def application do
    [
      extra_applications: [:logger]
    ]
  end

  defp deps do
    []
  end
end
`,
    ".formatter.exs": `# Used by "mix format"
[
  inputs: ["{mix,.formatter}.exs", "{config,lib,test}/**/*.{ex,exs}"]
]
`,
    [`lib/${name}.ex`]: `defmodule ${module} do
  @moduledoc false
  def hello, do: :world
end
`,
    "test/test_helper.exs": "ExUnit.start()\n",
    [`test/${name}_test.exs`]: `defmodule ${module}Test do
  use ExUnit.Case

  test "greets the world" do
    assert ${module}.hello() == :world
  end
end
`,
  };
}

/** As `mix new --umbrella` and `mix new` in `apps/` write an umbrella. */
export function umbrella(...apps: readonly string[]): Tree {
  const below = apps.flatMap((name) =>
    Object.entries(application(name)).map(([path, text]) => [`apps/${name}/${path}`, text] as const),
  );
  return {
    "mix.exs": `defmodule Umbrella.MixProject do
  use Mix.Project

  def project do
    [
      apps_path: "apps",
      version: "0.1.0",
      start_permanent: Mix.env() == :prod,
      deps: []
    ]
  end
end
`,
    ".formatter.exs": `# Used by "mix format"
[
  inputs: ["mix.exs", "config/*.exs"],
  subdirectories: ["apps/*"]
]
`,
    "config/config.exs": "import Config\n",
    ...Object.fromEntries(below),
  };
}

/** A place for projects, removed by `close`. */
export interface Yard {
  /** Writes the files into a folder of their own, and opens a context on it. `below`: the folder of the mix project. */
  open(
    tree: Tree,
    more?: { readonly below?: string; readonly limitMs?: number },
  ): Promise<CheckContext & { readonly root: string }>;
  close(): void;
}

export function openYard(): Yard {
  const yard = realpathSync(mkdtempSync(join(tmpdir(), "pd-mix-")));
  let opened = 0;
  return {
    async open(tree, { below = "", limitMs = 120_000 } = {}) {
      opened += 1;
      const root = join(yard, String(opened), "repository");
      const temp = join(yard, String(opened), "temp");
      for (const [path, text] of Object.entries(tree)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      const project = join(root, below);
      const env = { ...process.env, MIX_ENV: undefined };
      const cancel = new AbortController().signal;
      const files = filesAdapter();
      return {
        root,
        helpers: await readyHelpers(temp),
        project,
        limitMs,
        job: jobFacts({ workspace: root, temp }),
        shell: shellAdapter({ cwd: root, env, cancel, show: () => undefined }),
        files,
        clock: {
          now: () => new Date(),
          ticks: () => performance.now(),
          sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        },
        cancellation: { cancelled: false },
        path: (file) => fromRoot(root, project, file),
      };
    },
    close: () => rmSync(yard, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A judgement in one line. */
export function shownJudgement(judgement: Judgement | undefined): string {
  return judgement === undefined ? "none" : `${judgement.verdict} ${judgement.reason_code}: ${judgement.says}`;
}
