// The expressions by which a release rolls its schema back, evaluated by the machine's own Elixir with a stub of Ecto.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Migrations } from "../../src/settings/settings.ts";
import { downExpression, lookExpression } from "../../src/targets/hosts/schema-down.ts";

const ecto: Migrations = {
  ...{ migrate: "App.Release.migrate()", versions: null, pending: null },
  ...{ lockTimeoutMs: 5_000, statementTimeoutMs: 600_000, outOfOrder: "refuse", settleMs: 0 },
};
const own: Migrations = {
  ...ecto,
  versions: "IO.puts([?1, 32, ?2])",
  down: "IO.inspect({repo, to_exclusive})",
};
const stub = `
defmodule Ecto.Migrator do
  def with_repo(repo, work), do: {:ok, work.(repo), []}
  def run(repo, direction, options), do: IO.inspect({repo, direction, options})
end
Application.put_env(:"my-app", :ecto_repos, [A.Repo, B.Repo, C.Repo])
`;

test("each repository with versions to go is rolled back to the last one that stays, the last repository first", () => {
  const step = { type: "revert", host: "web1", release: "2.0.0-b", says: "", limitMs: 1 } as const;
  const several = { ...step, going: ["C.Repo/7", "A.Repo/3"], staying: ["A.Repo/1", "A.Repo/2", "B.Repo/9"] };
  const single = { ...step, going: ["-/2"], staying: ["-/1"] };
  const parts = [
    downExpression("my-app", ecto, several),
    'IO.puts("with an expression of the settings")',
    downExpression("my-app", own, several),
    downExpression("my-app", own, single),
    lookExpression("my-app", own, ["-/1"]),
  ];
  const printed = execFileSync("elixir", ["-e", [stub, ...parts].join("\n")], { encoding: "utf8" });
  expect(printed.trim().split("\n")).toEqual([
    "{C.Repo, :down, [to_exclusive: 0]}",
    "{A.Repo, :down, [to_exclusive: 2]}",
    "with an expression of the settings",
    "{C.Repo, 0}",
    "{A.Repo, 2}",
    "{nil, 1}",
    "phoenix-deploy versions: 1 2",
    "phoenix-deploy down: applied\t-\t1\t2",
    "phoenix-deploy down: looked\t1",
  ]);
}, 60_000);

test("on MySQL a column that holds nothing but its default loses no data, and one without a default does", () => {
  const folder = mkdtempSync(join(tmpdir(), "schema-down-"));
  const migration = `defmodule A.Add do
  use Ecto.Migration

  def change do
    alter table(:posts) do
      add :kind, :string, null: false, default: "a"
      add :title, :string, null: false
    end
  end
end
`;
  writeFileSync(join(folder, "1_add.exs"), migration);
  // What MariaDB 10.11 answered to these questions.
  const mysql = `
defmodule Ecto.Migrator do
  def with_repo(repo, work), do: {:ok, work.(repo), []}
  def migrated_versions(_), do: [1]
  def migrations_path(_), do: "${folder}"
end
defmodule A.Repo do
  def __adapter__, do: Ecto.Adapters.MyXQL
  def config, do: []
  def query(sql, [], _) do
    cond do
      sql =~ "DEFAULT(\`title\`)" ->
        {:error, %RuntimeError{message: "(1364) (ER_NO_DEFAULT_FOR_FIELD) Field 'title' doesn't have a default value"}}
      sql =~ "DEFAULT(\`kind\`)" -> {:ok, %{rows: [[0]]}}
      true -> {:ok, %{rows: [[1]]}}
    end
  end
end
Application.put_env(:app, :ecto_repos, [A.Repo])
`;
  const printed = execFileSync("elixir", ["-e", mysql + lookExpression("app", ecto, [])], {
    ...{ encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  });
  rmSync(folder, { recursive: true });
  expect(printed.split("\n").filter((line) => line.includes("effect"))).toEqual([
    "phoenix-deploy down: effect\tA.Repo\t1\tdata\tline 7: drops column posts.title, which has values",
  ]);
}, 60_000);
