import type { Migrations } from "../../settings/settings.ts";
import { applicationsExpression, someRepository } from "./applications.ts";

/** An expression of what the module in this variable answers to this question; nil where it has no such function. */
const asked = (module: string, name: string) =>
  `if(Code.ensure_loaded?(${module}) and function_exported?(${module}, :${name}, 0), do: ${module}.${name}())`;

/** The oldest transaction that another session has open, in words: most likely whose lock a migration waited for. */
const oldestOpen =
  "SELECT format('process %s of %s%s, open for %s s, %s', pid, usename, ' (' || nullif(application_name, '') || ')', " +
  "round(extract(epoch FROM now() - xact_start)), state) FROM pg_stat_activity WHERE datname = current_database() " +
  "AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND xact_start IS NOT NULL " +
  "ORDER BY xact_start LIMIT 1";

/**
 * The default way to read a schema: every repository of the release, by Ecto itself. Gives its versions, and the
 * migrations of the release that are not applied; one that is older than an applied one of its repository ends in `!`.
 * The versions are printed with their repositories too, on PostgreSQL whose transaction is open, and the databases in
 * which something is pending.
 */
const ectoSchema = `${someRepository}
  Enum.reduce(pd_repos, {[], [], []}, fn pd_repo, {pd_applied, pd_new, pd_all_owned} ->
    {:ok, {pd_versions, pd_all}, _} = Ecto.Migrator.with_repo(pd_repo, fn pd_repo ->
      with Ecto.Adapters.Postgres <- ${asked("pd_repo", "__adapter__")},
           {:ok, %{rows: [[pd_oldest]]}} <- pd_repo.query("${oldestOpen}", [], log: false),
           do: IO.puts(:stderr, "phoenix-deploy oldest: #{pd_oldest}")
      pd_seen = {Ecto.Migrator.migrated_versions(pd_repo), Ecto.Migrator.migrations(pd_repo)}
      pd_database = with Ecto.Adapters.Postgres <- ${asked("pd_repo", "__adapter__")},
           {:ok, %{rows: [[pd_name]]}} <- pd_repo.query("SELECT current_database()", [], log: false),
           do: pd_name, else: (_ -> "")
      if List.keymember?(elem(pd_seen, 1), :down, 0),
        do: IO.puts(:stderr, "phoenix-deploy changes: #{inspect(pd_repo)} #{pd_database}")
      pd_seen
    end)
    pd_newest = Enum.max(pd_versions, fn -> 0 end)
    pd_down = for {:down, version, _} <- pd_all, do: "#{version}#{if version < pd_newest, do: "!"}"
    pd_owned = for version <- pd_versions, do: "#{inspect(pd_repo)}/#{version}"
    {pd_applied ++ pd_versions, pd_new ++ pd_down, pd_all_owned ++ pd_owned}
  end)`;

/** The schema by expressions that print its versions and, where there is one, the pending ones. */
function printedSchema(versions: string, pending: string | null): string {
  const fresh =
    pending === null
      ? "nil"
      : `(
  pd_newest = Enum.max(Enum.map(pd_versions, &String.to_integer/1), fn -> 0 end)
  Enum.map(pd_printed.(fn -> ${pending}
  end), fn pd_one -> pd_one <> if(String.to_integer(pd_one) < pd_newest, do: "!", else: "") end))`;
  return `pd_versions = pd_printed.(fn -> ${versions}
  end)
  {pd_versions, ${fresh}, nil}`;
}

/**
 * An expression that prints the versions of the schema, and what is pending, on lines that the host program looks for:
 * what the application prints or logs meanwhile is left out.
 */
export function schemaExpression(app: string, migrations: Migrations): string {
  const { versions, pending } = migrations;
  const read = versions === null ? ectoSchema : printedSchema(versions, pending);
  return `${limitsExpression(app, migrations)}
pd_printed = fn pd_work ->
  {:ok, pd_io} = StringIO.open("")
  pd_leader = Process.group_leader()
  Process.group_leader(self(), pd_io)
  try do pd_work.() after Process.group_leader(self(), pd_leader) end
  {_, pd_text} = StringIO.contents(pd_io)
  String.split(pd_text)
end
{:ok, pd_quiet} = StringIO.open("")
pd_leader = Process.group_leader()
Process.group_leader(self(), pd_quiet)
{pd_versions, pd_pending, pd_repositories} = try do
  ${read}
after
  Process.group_leader(self(), pd_leader)
end
IO.puts("phoenix-deploy versions: " <> Enum.join(pd_versions, " "))
if pd_repositories, do: IO.puts("phoenix-deploy repositories: " <> Enum.join(pd_repositories, " "))
if pd_pending, do: IO.puts("phoenix-deploy pending: " <> Enum.join(pd_pending, " "))`;
}

/** The migration, with the limits of its sessions set first. */
export function migrateExpression(app: string, migrations: Migrations): string {
  const shown = `IO.puts("phoenix-deploy limits: " <> Enum.join(pd_limited, " "))`;
  return [limitsExpression(app, migrations), shown, halvesExpression, migrations.migrate ?? ""].join("\n");
}

/** Names the repositories whose database keeps what a migration did before it failed, such as those on MySQL. */
export const halvesExpression = `pd_halves = Enum.filter(pd_repos, fn pd_repo ->
  pd_adapter = ${asked("pd_repo", "__adapter__")}
  ${asked("pd_adapter", "supports_ddl_transaction?")} == false
end)
if pd_halves != [], do: IO.puts("phoenix-deploy halves: " <> Enum.map_join(pd_halves, " ", &inspect/1))`;

/**
 * What a session of MySQL or MariaDB is given. Both take one statement: what only one of them knows is in a comment
 * that the other passes over. MySQL limits statements that read, and no others.
 */
function mysqlSession(lockTimeoutMs: number, statementTimeoutMs: number): string {
  const year = 31_536_000;
  const seconds = (ms: number) => Math.min(year, Math.max(1, Math.ceil(ms / 1_000)));
  const lock = lockTimeoutMs === 0 ? year : seconds(lockTimeoutMs);
  const statement = statementTimeoutMs === 0 ? 0 : seconds(statementTimeoutMs);
  return (
    `SET SESSION lock_wait_timeout = ${lock}, innodb_lock_wait_timeout = ${lock}` +
    `/*!50708 , max_execution_time = ${Math.min(statementTimeoutMs, 4_294_967_295)} */` +
    `/*M!100101 , max_statement_time = ${statement} */`
  );
}

/** The limits that a session of PostgreSQL has, milliseconds. */
const postgresLimits = "SELECT name, setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout')";

/**
 * Gives every session of the release's repositories its two limits: into their configuration, from which Ecto starts
 * them, and which belongs to the application that the repository names. What that sets for its sessions stays.
 * `pd_limited` names the repositories. PostgreSQL gets them as it is connected with, never by SET: behind a pooler the
 * session may be the application's next. A pooler may also drop them, so each session is asked for what it has.
 */
export function limitsExpression(app: string, { lockTimeoutMs, statementTimeoutMs }: Migrations): string {
  return `${applicationsExpression(app)}
pd_limited = Enum.flat_map(pd_repos, fn pd_repo ->
  pd_owner = (${asked("pd_repo", "config")} || [])[:otp_app] || pd_app
  pd_config = Application.get_env(pd_owner, pd_repo, [])
  pd_first = fn pd_work ->
    pd_own = pd_config[:after_connect]
    [after_connect: fn pd_conn ->
      pd_work.(pd_conn)
      case pd_own do
        nil -> :ok
        {pd_module, pd_name, pd_args} -> apply(pd_module, pd_name, [pd_conn | pd_args])
        pd_fun -> pd_fun.(pd_conn)
      end
    end]
  end
  pd_adapter = ${asked("pd_repo", "__adapter__")}
  pd_limits = case pd_adapter do
    Ecto.Adapters.Postgres ->
      pd_session = [lock_timeout: "${lockTimeoutMs}", statement_timeout: "${statementTimeoutMs}"]
      pd_parameters = Enum.to_list(pd_config[:parameters] || [])
      pd_ours = for {pd_name, pd_value} <- Keyword.drop(pd_session, Keyword.keys(pd_parameters)),
        do: [to_string(pd_name), pd_value]
      [parameters: Keyword.merge(pd_session, pd_parameters)] ++ pd_first.(fn pd_conn ->
        pd_has = case apply(Postgrex, :query, [pd_conn, "${postgresLimits}", []]) do
          {:ok, %{rows: pd_rows}} -> pd_rows
          _ -> []
        end
        if pd_ours -- pd_has != [], do: IO.puts(:stderr, "phoenix-deploy unlimited: #{inspect(pd_repo)}")
      end)
    Ecto.Adapters.MyXQL ->
      pd_first.(&apply(MyXQL, :query!, [&1, "${mysqlSession(lockTimeoutMs, statementTimeoutMs)}", []]))
    Ecto.Adapters.Tds ->
      pd_first.(&apply(Tds, :query!, [&1, "SET LOCK_TIMEOUT ${lockTimeoutMs === 0 ? -1 : lockTimeoutMs}", []]))
    _ -> []
  end
  Application.put_env(pd_owner, pd_repo, Keyword.merge(pd_config, pd_limits))
  if pd_limits == [], do: [], else: [inspect(pd_repo)]
end)`;
}
