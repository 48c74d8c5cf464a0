// Which repositories a schema is read of, and what a session of MySQL or MariaDB is given before it migrates, evaluated
// by the machine's own Elixir with stubs of Ecto and of the driver.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Migrations } from "../../src/settings/settings.ts";
import { migrateExpression, schemaExpression } from "../../src/targets/hosts/schema-versions.ts";

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

const umbrella = `
defmodule Ecto.Adapters.Postgres, do: def supports_ddl_transaction?, do: true
defmodule Core.Repo do
  def __adapter__, do: Ecto.Adapters.Postgres
  def config, do: [otp_app: :core]
  def query(_, [], _), do: {:ok, %{rows: [["none"]]}}
end
defmodule Billing.Repo do
  def __adapter__, do: Ecto.Adapters.Postgres
  def config, do: [otp_app: :billing]
  def query(_, [], _), do: {:ok, %{rows: [["none"]]}}
end
defmodule Ecto.Migrator do
  def with_repo(repo, fun), do: {:ok, fun.(repo), []}
  def migrated_versions(Core.Repo), do: [1]
  def migrated_versions(Billing.Repo), do: []
  def migrations(Core.Repo), do: [{:up, 1, "create_items"}]
  def migrations(Billing.Repo), do: [{:down, 2, "create_invoices"}]
end
Application.put_env(:core, :ecto_repos, [Core.Repo])
# As \`mix phx.new --umbrella\` writes it: the web application names the repository of another.
Application.put_env(:web, :ecto_repos, [Core.Repo])
Application.put_env(:billing, :ecto_repos, [Billing.Repo])
Application.put_env(:core, Core.Repo, [parameters: [application_name: "core"]])
`;

/** Evaluates this in a release of an umbrella whose name is none of its applications. */
function inUmbrella(expression: string): string {
  const root = mkdtempSync(join(tmpdir(), "pd-umbrella-"));
  mkdirSync(join(root, "releases/1.0.0"), { recursive: true });
  const apps = ["kernel", "web", "core", "billing"].map((app) => `{${app},"1.0.0"}`);
  const rel = `{release,{"shop","1.0.0"},{erts,"1"},[${apps.join(",")}]}.`;
  writeFileSync(join(root, "releases/1.0.0/shop.rel"), rel);
  const env = { ...process.env, RELEASE_ROOT: root, RELEASE_VSN: "1.0.0", RELEASE_NAME: "shop" };
  const printed = execFileSync("elixir", ["-e", umbrella + expression], {
    ...{ env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  });
  rmSync(root, { recursive: true });
  return printed;
}

test("the schema is that of every repository in the release, each once, whatever the application is called", () => {
  const ecto = { ...migrations, migrate: "IO.inspect(Application.get_env(:core, Core.Repo)[:parameters])" };
  const printed = inUmbrella([schemaExpression("shop", ecto), migrateExpression("shop", ecto)].join("\n"));
  expect(printed.trim().split("\n")).toEqual([
    "phoenix-deploy versions: 1",
    "phoenix-deploy repositories: Core.Repo/1",
    "phoenix-deploy pending: 2",
    "phoenix-deploy limits: Core.Repo Billing.Repo",
    '[lock_timeout: "5000", statement_timeout: "600000", application_name: "core"]',
  ]);
}, 60_000);
