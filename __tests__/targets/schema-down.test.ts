// The expressions by which a release rolls its schema back, evaluated by the machine's own Elixir with a stub of Ecto.
import { execFileSync } from "node:child_process";
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
