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
for project <- System.argv() do
  File.cd!(project)
  System.put_env("PD_BASE", if(File.exists?("base.txt"), do: Path.expand("base.txt"), else: ""))
  base = PhoenixDeploy.MigrationFiles.base()
  [repo] = repos = PhoenixDeploy.MigrationFiles.repos(base)
  seen = PhoenixDeploy.Rehearsal.run(repo, System.monotonic_time(:millisecond) + 1_000)
  states = for one <- repo.files, do: [Path.basename(one.file), one.state]
  strays = for one <- PhoenixDeploy.MigrationFiles.stray(repos, base), do: Path.relative_to_cwd(one.file)
  in_code = for file <- PhoenixDeploy.MigrationFiles.in_code(), do: Path.relative_to_cwd(file)
  said = Map.take(seen, [:unusable, :problem])
  IO.puts(PhoenixDeploy.JSON.encode(Map.merge(said, %{states: states, strays: strays, in_code: in_code})))
end
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

interface Project {
  /** By their path; what they hold does not compile unless it is said, which ends a rehearsal before any database. */
  readonly files: readonly (string | readonly [path: string, text: string])[];
  /** The state that each file of the base has here; null where no base is known. */
  readonly base: Readonly<Record<string, string>> | null;
}

/** What our code sees in each of these projects, by one VM. */
function look<Name extends string>(projects: Readonly<Record<Name, Project>>): Readonly<Record<Name, Seen>> {
  const names = Object.keys(projects) as Name[];
  for (const name of names) {
    const { files, base } = projects[name];
    const project = join(folder, name);
    mkdirSync(project);
    for (const one of files) {
      const [path, text] = typeof one === "string" ? [one, "defmodule Broken do"] : one;
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
    const list = Object.entries(base ?? {}).map(([file, state]) => `${state} ${join(project, file)}\n`);
    if (base !== null) writeFileSync(join(project, "base.txt"), list.join(""));
  }
  const argv = ["-pa", compiled, "-e", ecto, "-e", script, "--", ...names.map((name) => join(folder, name))];
  const printed = execFileSync("elixir", argv, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const seen = printed.split("\n").filter((line) => line.startsWith("{"));
  return Object.fromEntries(names.map((name, at) => [name, JSON.parse(seen[at] ?? "")])) as Record<Name, Seen>;
}

const at = "priv/repo/migrations";
const seen = look({
  "in-code": {
    files: [
      ["lib/shop/tenants/v1.ex", "defmodule Shop.Tenants.V1 do\n  use Ecto.Migration\n  def change, do: :ok\nend\n"],
      ["lib/shop/tenants/other.ex", "defmodule Shop.Other do\n  # use Ecto.Migration\nend\n"],
    ],
    base: null,
  },
  states: {
    files: [
      ...[`${at}/1_a.exs`, `${at}/2_b.exs`, `${at}/old/3_c.exs`, `${at}/4_d.exs`, `${at}/README.md`],
      `${at}/x_5.exs`,
    ],
    base: { [`${at}/1_a.exs`]: "same", [`${at}/2_b.exs`]: "changed", [`${at}/3_c.exs`]: "gone" },
  },
  unknown: { files: [`${at}/1_a.exs`], base: null },
  missing: { files: [`${at}/1_a.exs`], base: { [`${at}/1_a.exs`]: "same", [`${at}/2_b.exs`]: "gone" } },
  "out-of-order": { files: [`${at}/1_a.exs`, `${at}/2_b.exs`], base: { [`${at}/2_b.exs`]: "same" } },
  duplicate: { files: [`${at}/1_a.exs`, `${at}/1_b.exs`], base: {} },
  strays: { files: [`${at}/1_a.ex`, "priv/repo/tenant_migrations/2_b.exs", "priv/repo/seeds.exs"], base: null },
});

describe("migrations below lib", () => {
  test("are found by what they use, since no repo leads to them", () => {
    expect(seen["in-code"].in_code).toEqual(["lib/shop/tenants/v1.ex"]);
  });
});

describe("the migrations of a repo", () => {
  test("are new, changed or the same as at the base; one that was moved is the same", () => {
    expect(seen.states.states).toEqual([
      ["1_a.exs", "same"],
      ["2_b.exs", "changed"],
      ["3_c.exs", "same"],
      ["4_d.exs", "new"],
    ]);
  });

  test("are all new where no base is known", () => {
    expect(seen.unknown.states).toEqual([["1_a.exs", "new"]]);
  });

  test("do not compile, and are named, before a database is asked", () => {
    expect(seen.unknown.problem).toMatchObject({
      kind: "not_compiled",
      file: join(folder, "unknown", at, "1_a.exs"),
    });
  });

  test.each([
    ["a file that the base had is gone", seen.missing, "missing", "2_b"],
    ["a new version is below an old one", seen["out-of-order"], "out_of_order", "1 is older than 2"],
    ["a version is there twice", seen.duplicate, "duplicate", "version 1 is there twice"],
  ])("are refused where %s", (_, { problem }, kind, message) => {
    expect(problem).toMatchObject({ kind, message });
  });

  test("are distinguished from files that Ecto never runs, and from those that no repo leads to", () => {
    expect(seen.strays).toMatchObject({ unusable: [join(folder, "strays", at, "1_a.ex")], problem: null });
    expect(seen.strays.strays).toEqual(["priv/repo/tenant_migrations/2_b.exs"]);
  });
});
