// What a session of MySQL or MariaDB is given before it migrates, evaluated by the machine's own Elixir with stubs of
// Ecto and of the driver.
import { execFileSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import type { Migrations } from "../../src/settings/settings.ts";
import { migrateExpression } from "../../src/targets/hosts/schema-versions.ts";

const migrations: Migrations = {
  ...{ migrate: "App.connect()", versions: null, pending: null },
  ...{ lockTimeoutMs: 5_000, statementTimeoutMs: 600_000, outOfOrder: "refuse", settleMs: 0 },
};
const stub = `
defmodule MyXQL, do: def query!(_, statement, []), do: IO.puts(statement)
defmodule Ecto.Adapters.MyXQL, do: def supports_ddl_transaction?, do: false
defmodule Ecto.Adapters.Postgres, do: def supports_ddl_transaction?, do: true
defmodule App.Repo, do: def __adapter__, do: Ecto.Adapters.MyXQL
defmodule App.Other, do: def __adapter__, do: Ecto.Adapters.Postgres
defmodule App, do: def connect, do: Application.get_env(:app, App.Repo)[:after_connect].(:connection)
Application.put_env(:app, :ecto_repos, [App.Repo, App.Other])
`;

test("a session of MySQL has both limits as the server knows them, and what it does not undo is said", () => {
  const unlimited = { ...migrations, lockTimeoutMs: 0, statementTimeoutMs: 0 };
  const parts = [stub, migrateExpression("app", migrations), migrateExpression("app", unlimited)];
  const printed = execFileSync("elixir", ["-e", parts.join("\n")], { encoding: "utf8" });
  // MariaDB 10.11 was seen to take this statement, and to end a statement by it.
  const session = (lock: number, mysql: number, mariadb: number) =>
    `SET SESSION lock_wait_timeout = ${lock}, innodb_lock_wait_timeout = ${lock}` +
    `/*!50708 , max_execution_time = ${mysql} *//*M!100101 , max_statement_time = ${mariadb} */`;
  const before = ["phoenix-deploy limits: App.Repo App.Other", "phoenix-deploy halves: App.Repo"];
  expect(printed.trim().split("\n")).toEqual([
    ...[...before, session(5, 600_000, 600)],
    ...[...before, session(31_536_000, 0, 0), session(5, 600_000, 600)],
  ]);
}, 60_000);
