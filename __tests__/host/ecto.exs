# A stand-in for Ecto in the tests: the same functions, by psql. Its sessions get what the repository's configuration
# has under `parameters`, as Postgrex gives it.
defmodule Postgrex.Error do
  defexception [:message]
end

defmodule App.Repo do
  def __adapter__, do: Ecto.Adapters.Postgres
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

  def run(repo) do
    for {:down, version, name} <- migrations(repo) do
      sql("BEGIN; #{File.read!(name)}; INSERT INTO schema_migrations VALUES (#{version}); COMMIT")
      IO.puts("Migrated #{version}")
    end
  end

  def sql(text) do
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
    for name <- Path.wildcard(Path.join(System.fetch_env!("MIGRATIONS"), "*.sql")) |> Enum.sort() do
      {name |> Path.basename(".sql") |> String.to_integer(), name}
    end
  end
end

defmodule App.Release do
  def migrate, do: Ecto.Migrator.run(App.Repo)
end

Application.put_env(:app, :ecto_repos, [App.Repo])
Application.put_env(:app, App.Repo, pool_size: 2)
uri = URI.parse(System.fetch_env!("DATABASE_URL"))
[user, password] = uri.userinfo |> String.split(":") |> Enum.map(&URI.decode/1)

Application.put_env(:app, :connection, [
  {"PGUSER", user},
  {"PGPASSWORD", password},
  {"PGDATABASE", String.trim_leading(uri.path, "/")},
  {"PGHOST", URI.decode_query(uri.query || "")["socket_dir"]}
])
