import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { loads } from "../../src/validation/migrations-vm.ts";

// Which migrations are new, and what is refused before a database is asked, needs nothing of Ecto but these words of
// its interface.
const root = join(import.meta.dirname, "../..");
const ecto = `
defmodule Ecto.Migrator do end
defmodule Mix.Ecto do def parse_repo([]), do: [Shop.Repo] end
defmodule Mix.EctoSQL do def source_repo_priv(_), do: Path.join(File.cwd!(), "priv/repo") end
defmodule Shop.Repo do def __adapter__, do: Ecto.Adapters.Postgres end
`;
const script = `
Mix.start()
base = PhoenixDeploy.MigrationFiles.base()
[repo] = repos = PhoenixDeploy.MigrationFiles.repos(base)
seen = PhoenixDeploy.Rehearsal.run(repo, System.monotonic_time(:millisecond) + 1_000)
states = for one <- repo.files, do: [Path.basename(one.file), one.state]
strays = for one <- PhoenixDeploy.MigrationFiles.stray(repos, base), do: Path.relative_to_cwd(one.file)
in_code = for file <- PhoenixDeploy.MigrationFiles.in_code(), do: Path.relative_to_cwd(file)
IO.puts(PhoenixDeploy.JSON.encode(%{states: states, strays: strays, in_code: in_code, unusable: seen.unusable, problem: seen.problem}))
`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "migration-files-")));
afterAll(() => rmSync(folder, { recursive: true }));

interface Seen {
  readonly states: readonly (readonly [string, string])[];
  readonly strays: readonly string[];
  readonly in_code: readonly string[];
  readonly unusable: readonly string[];
  readonly problem: {
    readonly kind: string;
    readonly message: string;
    readonly file?: string;
    readonly line?: number;
  } | null;
}

const compiled = join(folder, "compiled");
mkdirSync(compiled);
execFileSync("elixirc", ["-o", compiled, ...loads.map((name) => join(root, "elixir", `${name}.exs`))], {
  stdio: "ignore",
});

/**
 * A project with these files, of which the base had those that are named with their state. Files that do not compile
 * end the rehearsal before any database.
 */
function look(name: string, files: readonly string[], base: Readonly<Record<string, string>> | null): Seen {
  const project = join(folder, name);
  for (const file of files) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), "defmodule Broken do");
  }
  const list = join(project, "base.txt");
  if (base !== null)
    writeFileSync(
      list,
      Object.entries(base)
        .map(([file, state]) => `${state} ${join(project, file)}\n`)
        .join(""),
    );
  const printed = execFileSync("elixir", ["-pa", compiled, "-e", ecto, "-e", script], {
    cwd: project,
    env: { ...process.env, PD_BASE: base === null ? "" : list },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "") as Seen;
}

const at = "priv/repo/migrations";

describe("migrations below lib", () => {
  test("are found by what they use, since no repo leads to them", () => {
    const lib = join(folder, "in-code/lib/shop/tenants");
    mkdirSync(lib, { recursive: true });
    writeFileSync(
      join(lib, "v1.ex"),
      "defmodule Shop.Tenants.V1 do\n  use Ecto.Migration\n  def change, do: :ok\nend\n",
    );
    writeFileSync(join(lib, "other.ex"), "defmodule Shop.Other do\n  # use Ecto.Migration\nend\n");
    expect(look("in-code", [], null).in_code).toEqual(["lib/shop/tenants/v1.ex"]);
  });
});

describe("the migrations of a repo", () => {
  test("are new, changed or the same as at the base; one that was moved is the same", () => {
    const seen = look(
      "states",
      [`${at}/1_a.exs`, `${at}/2_b.exs`, `${at}/old/3_c.exs`, `${at}/4_d.exs`, `${at}/README.md`, `${at}/x_5.exs`],
      {
        [`${at}/1_a.exs`]: "same",
        [`${at}/2_b.exs`]: "changed",
        [`${at}/3_c.exs`]: "gone",
      },
    );
    expect(seen.states).toEqual([
      ["1_a.exs", "same"],
      ["2_b.exs", "changed"],
      ["3_c.exs", "same"],
      ["4_d.exs", "new"],
    ]);
  });

  test("are all new where no base is known", () => {
    expect(look("unknown", [`${at}/1_a.exs`], null).states).toEqual([["1_a.exs", "new"]]);
  });

  test("do not compile, and are named, before a database is asked", () => {
    expect(look("broken", [`${at}/1_a.exs`], null).problem).toMatchObject({
      kind: "not_compiled",
      file: join(folder, "broken", at, "1_a.exs"),
    });
  });

  test.each<[string, string, readonly string[], Readonly<Record<string, string>>, string]>([
    [
      "a file that the base had is gone",
      "missing",
      [`${at}/1_a.exs`],
      { [`${at}/1_a.exs`]: "same", [`${at}/2_b.exs`]: "gone" },
      "2_b",
    ],
    [
      "a new version is below an old one",
      "out_of_order",
      [`${at}/1_a.exs`, `${at}/2_b.exs`],
      { [`${at}/2_b.exs`]: "same" },
      "1 is older than 2",
    ],
    ["a version is there twice", "duplicate", [`${at}/1_a.exs`, `${at}/1_b.exs`], {}, "version 1 is there twice"],
  ])("are refused where %s", (_, kind, files, base, message) => {
    expect(look(kind, files, base).problem).toMatchObject({ kind, message });
  });

  test("are distinguished from files that Ecto never runs, and from those that no repo leads to", () => {
    const seen = look("strays", [`${at}/1_a.ex`, "priv/repo/tenant_migrations/2_b.exs", "priv/repo/seeds.exs"], null);
    expect(seen).toMatchObject({ unusable: [join(folder, "strays", at, "1_a.ex")], problem: null });
    expect(seen.strays).toEqual(["priv/repo/tenant_migrations/2_b.exs"]);
  });
});
