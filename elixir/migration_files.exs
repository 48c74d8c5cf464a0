# The migrations of every repo: where they lie, which the base had, which are new.
defmodule PhoenixDeploy.MigrationFiles do
  @compile {:no_warn_undefined, [Mix.Ecto, Mix.EctoSQL]}

  # Every repo of the project with its migrations. `nil` when the project has no Ecto SQL.
  def repos(base) do
    if Code.ensure_loaded?(Ecto.Migrator) or compiled?() do
      for repo <- Mix.Ecto.parse_repo([]) do
        Code.ensure_loaded?(repo) || raise "#{inspect(repo)} is not compiled: look at the check `compile`"
        described(repo, base)
      end
    end
  end

  # Without Ecto, or with an Ecto that nobody compiled: that is no project without a database.
  defp compiled? do
    if :ecto_sql in Mix.Project.deps_apps(), do: raise("ecto_sql is not compiled: look at the check `compile`")
    false
  end

  # What the base had: the state of each migration's file there, by absolute path: `same`, `changed` or `gone` since.
  # `nil` when no base is known.
  def base do
    with path when path not in [nil, ""] <- System.get_env("PD_BASE"), {:ok, text} <- File.read(path) do
      for line <- String.split(text, "\n", trim: true), into: %{} do
        [state, file] = String.split(line, " ", parts: 2)
        {file, state}
      end
    else
      _ -> nil
    end
  end

  # Migrations that no path of a repo leads to: `mix ecto.migrate` never runs them.
  def stray(repos, base) do
    known = for repo <- repos, file <- repo.files ++ repo.unusable, into: MapSet.new(), do: file.file

    for {_app, path} <- apps(),
        file <- Path.wildcard(Path.join(path, "priv/**/*migrations*/**/*.exs")),
        file = Path.expand(file),
        {version, "_" <> _} <- [version(file)],
        version > 0,
        not MapSet.member?(known, file),
        do: %{file: file, state: state(file, base, MapSet.new())}
  end

  # Migrations that are code of the application, which runs them itself when it sees fit.
  def in_code do
    for {_app, path} <- apps(),
        file <- Path.wildcard(Path.join(path, "lib/**/*.ex")),
        {:ok, text} <- [File.read(file)],
        text =~ ~r/^\s*use Ecto\.Migration\b/m,
        do: Path.expand(file)
  end

  defp described(repo, base) do
    paths = paths(repo)
    found = for path <- paths, file <- Path.wildcard(Path.join(path, "**/*.{ex,exs}")), do: Path.expand(file)
    {usable, unusable} = Enum.split_with(named(found), &(Path.extname(&1.file) == ".exs"))
    # A file that was moved is known by its name.
    moved = for {file, "gone"} <- base || %{}, into: MapSet.new(), do: Path.basename(file)
    files = for one <- Enum.sort_by(usable, & &1.version), do: Map.put(one, :state, state(one.file, base, moved))
    versions = MapSet.new(files, & &1.version)

    gone =
      for {file, _} <- base || %{},
          under?(file, paths),
          one <- named([file]),
          not MapSet.member?(versions, one.version),
          do: one

    %{
      repo: repo,
      name: inspect(repo),
      adapter: repo.__adapter__(),
      paths: paths,
      files: files,
      unusable: unusable,
      gone: Enum.sort_by(gone, & &1.version)
    }
  end

  defp state(_file, nil, _moved), do: "new"
  defp state(file, base, moved), do: base[file] || if(Path.basename(file) in moved, do: "same", else: "new")

  # As Ecto itself reads names: what does not begin with a number and an underscore is no migration.
  defp named(files) do
    for file <- files, {version, "_" <> name} <- [version(file)], do: %{version: version, name: name, file: file}
  end

  defp version(file) do
    case file |> Path.basename() |> Path.rootname() |> Integer.parse() do
      {version, rest} -> {version, rest}
      :error -> {0, ""}
    end
  end

  defp under?(file, paths), do: Enum.any?(paths, &String.starts_with?(file, &1 <> "/"))

  # `priv/NAME/migrations`, with the repo's own `priv:`; an alias of `ecto.migrate` may name others.
  defp paths(repo) do
    case for({"--migrations-path", path} <- pairs(aliases(repo)), do: Path.expand(path)) do
      [] -> [repo |> Mix.EctoSQL.source_repo_priv() |> Path.join("migrations") |> Path.expand()]
      paths -> Enum.uniq(paths)
    end
  end

  # The prefix that an alias of `ecto.migrate` names for this repo.
  def prefix(repo), do: Enum.find_value(pairs(aliases(repo)), fn {key, value} -> key == "--prefix" && value end)

  # The calls of `ecto.migrate` in the project's aliases that this repo is meant by, as words.
  defp aliases(repo) do
    for {_name, tasks} <- Mix.Project.config()[:aliases] || [],
        "ecto.migrate" <> _ = task <- List.wrap(tasks),
        words = OptionParser.split(task),
        named = for({key, value} <- pairs([words]), key in ["-r", "--repo"], do: value),
        named == [] or inspect(repo) in named,
        do: words
  end

  defp pairs(calls) do
    for words <- calls,
        [key, value] <- words |> Enum.flat_map(&String.split(&1, "=", parts: 2)) |> Enum.chunk_every(2, 1, :discard),
        do: {key, value}
  end

  defp apps do
    case Mix.Project.apps_paths() do
      nil -> [{Mix.Project.config()[:app], File.cwd!()}]
      paths -> for {app, path} <- paths, do: {app, Path.expand(path)}
    end
  end
end
