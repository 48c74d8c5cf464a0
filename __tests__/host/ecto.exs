# A stand-in for Ecto in the tests: the same functions, by psql. Its sessions get what the repository's configuration
# has under `parameters`, as Postgrex gives it, and `after_connect` is called once.
defmodule Postgrex do
  def query(:connection, text, []) do
    lines = text |> Ecto.Migrator.psql() |> String.split("\n", trim: true)
    {:ok, %{rows: Enum.map(lines, &String.split(&1, "|"))}}
  end
end

defmodule Postgrex.Error do
  defexception [:message]
end

defmodule Ecto.MigrationError do
  defexception [:message]
end

defmodule App.Repo do
  def __adapter__, do: Ecto.Adapters.Postgres
  def config, do: Application.fetch_env!(:app, App.Repo)

  def query(text, _params, _options) do
    {:ok, %{rows: text |> Ecto.Migrator.sql() |> String.split("\n", trim: true) |> Enum.map(&[&1])}}
  rescue
    error -> {:error, error}
  end
end

# What a migration does is collected; run backward, each command is reversed as Ecto reverses it, or is not.
defmodule Ecto.Migration do
  defmacro __using__(_), do: quote(do: import(Ecto.Migration))
  def table(name), do: name
  def execute(up, down \\ nil), do: push({:execute, up, down})
  def add(name, type), do: column({:add, name, type})
  def remove(name), do: column({:remove, name})
  def drop(table), do: push({:drop, table})
  defmacro create(table, do: columns), do: changed(:create, table, columns)
  defmacro alter(table, do: columns), do: changed(:alter, table, columns)

  defp changed(kind, table, columns) do
    quote do
      Process.put(:columns, [])
      unquote(columns)
      Ecto.Migration.push({unquote(kind), unquote(table), Enum.reverse(Process.get(:columns))})
    end
  end

  def push(command), do: Process.put(:commands, [command | Process.get(:commands)])
  defp column(change), do: Process.put(:columns, [change | Process.get(:columns)])

  def statements(module, direction) do
    forward = if function_exported?(module, direction, 0), do: direction
    change = if function_exported?(module, :change, 0), do: :change
    Process.put(:commands, [])
    apply(module, forward || change || raise("#{inspect(module)} does not implement a `down/0` or `change/0`"), [])
    commands = Process.get(:commands)

    if forward || direction == :up,
      do: commands |> Enum.reverse() |> Enum.map(&text/1),
      else: Enum.map(commands, &(&1 |> reversed() |> text()))
  end

  defp reversed({:create, table, _}), do: {:drop, table}
  defp reversed({:execute, _, down}) when is_binary(down), do: {:execute, down, nil}
  defp reversed({:alter, table, changes}), do: {:alter, table, for({:add, name, _} <- changes, do: {:remove, name})}

  defp reversed(command),
    do: raise(Ecto.MigrationError, message: "cannot reverse migration command: #{elem(command, 0)}")

  defp text({:execute, text, _}), do: text
  defp text({:drop, table}), do: "DROP TABLE #{table}"
  defp text({:create, table, changes}), do: "CREATE TABLE #{table} (#{Enum.map_join(changes, ", ", &typed/1)})"
  defp text({:alter, table, changes}), do: "ALTER TABLE #{table} #{Enum.map_join(changes, ", ", &altered/1)}"
  defp typed({:add, name, type}), do: "#{name} #{type}"
  defp altered({:add, name, type}), do: "ADD COLUMN #{name} #{type}"
  defp altered({:remove, name}), do: "DROP COLUMN #{name}"
end

defmodule Ecto.Migrator do
  def with_repo(repo, fun), do: {:ok, fun.(repo), []}

  def migrated_versions(_repo) do
    sql("CREATE TABLE IF NOT EXISTS schema_migrations (version bigint PRIMARY KEY)")
    sql("SELECT version FROM schema_migrations ORDER BY 1") |> String.split() |> Enum.map(&String.to_integer/1)
  end

  def migrations(repo) do
    done = migrated_versions(repo)
    for {version, name} <- all(), do: {if(version in done, do: :up, else: :down), version, name}
  end

  # The files of the release, where it has some of its own.
  def migrations_path(_repo) do
    own = Path.expand("migrations")
    if File.dir?(own), do: own, else: System.fetch_env!("MIGRATIONS")
  end

  def run(repo) do
    for {:down, version, name} <- migrations(repo) do
      one(statements(name, :up), "INSERT INTO schema_migrations VALUES (#{version})")
      IO.puts("Migrated #{version}")
    end
  end

  # Applied versions whose file is not there are passed over.
  def run(repo, :down, to_exclusive: last) do
    for {:up, version, name} <- repo |> migrations() |> Enum.reverse(), version > last do
      one(statements(name, :down), "DELETE FROM schema_migrations WHERE version = #{version}")
      IO.puts("Rolled back #{version}")
    end
  end

  defp one(statements, record), do: sql("BEGIN; #{Enum.join(statements ++ [record], "; ")}; COMMIT")

  defp statements(name, direction) do
    if Path.extname(name) == ".sql" do
      [File.read!(name)]
    else
      [{module, _}] = Code.compile_file(name)
      Ecto.Migration.statements(module, direction)
    end
  end

  def sql(text) do
    first = Application.fetch_env!(:app, App.Repo)[:after_connect]
    if first && !Process.put(:connected, true), do: first.(:connection)
    psql(text)
  end

  def psql(text) do
    config = Application.fetch_env!(:app, App.Repo)
    session = Enum.map_join(config[:parameters] || [], " ", fn {name, value} -> "-c #{name}=#{value}" end)
    argv = ["-XAtq", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose", "-c", text]
    env = [{"PGOPTIONS", session} | Application.fetch_env!(:app, :connection)]

    case System.cmd("psql", argv, env: env, stderr_to_stdout: true) do
      {printed, 0} -> printed |> String.split("\n") |> Enum.reject(&(&1 =~ ~r/^(NOTICE|LOCATION)/)) |> Enum.join("\n")
      {printed, _} -> raise Postgrex.Error, message: hd(Regex.run(~r/(?:ERROR|FATAL|error).*/, printed))
    end
  end

  defp all do
    for name <- Path.wildcard(Path.join(migrations_path(App.Repo), "*.{sql,exs}")) |> Enum.sort() do
      {name |> Path.basename() |> Integer.parse() |> elem(0), name}
    end
  end
end

defmodule App.Release do
  def migrate, do: Ecto.Migrator.run(App.Repo)
end

# What the configuration of a release says.
defmodule App.Connection do
  def put do
    Application.put_env(:app, :ecto_repos, [App.Repo])
    Application.put_env(:app, App.Repo, pool_size: 2, migration_default_prefix: System.get_env("MIGRATION_PREFIX"))
    uri = URI.parse(System.fetch_env!("DATABASE_URL"))
    [user, password] = uri.userinfo |> String.split(":") |> Enum.map(&URI.decode/1)

    Application.put_env(:app, :connection, [
      {"PGUSER", user},
      {"PGPASSWORD", password},
      {"PGDATABASE", String.trim_leading(uri.path, "/")},
      {"PGHOST", URI.decode_query(uri.query || "")["socket_dir"]}
    ])
  end
end
