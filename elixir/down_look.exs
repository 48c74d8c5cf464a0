# What rolling a schema back would do, in the release that is left and on its database: which versions are applied,
# which files the code has, what the functions `down` take away, and whether that holds data. Nothing is changed.
defmodule PhoenixDeploy.DownLook do
  @compile {:no_warn_undefined, [Ecto.Migrator]}
  alias PhoenixDeploy.DownCode

  # Lines of fields, separated by tabs. `kept` are the versions that stay, as `Repo/version`. A question about rows that
  # takes longer than `within` milliseconds is not answered.
  def lines(repos, kept, within) do
    kept = MapSet.new(kept)

    Enum.flat_map(repos, fn repo ->
      {:ok, lines, _} = Ecto.Migrator.with_repo(repo, &repo_lines(&1, kept, within))
      lines
    end)
  end

  defp repo_lines(repo, kept, within) do
    name = inspect(repo)
    applied = repo |> Ecto.Migrator.migrated_versions() |> Enum.sort()
    files = files(repo)
    going = for version <- applied, "#{name}/#{version}" not in kept, do: version

    effects =
      for version <- going,
          file = files[version],
          effect <- file |> File.read!() |> DownCode.read() |> Enum.uniq(),
          {kind, says} <- [judged(effect, repo, within)],
          kind != "none",
          do: ["effect", name, version, kind, says]

    for line <- [["applied", name | applied], ["files", name | Enum.sort(Map.keys(files))] | effects], do: joined(line)
  end

  defp joined(line), do: Enum.map_join(line, "\t", &(&1 |> to_string() |> String.replace(~r/[[:cntrl:]]/, " ")))

  defp files(repo) do
    path =
      if function_exported?(Ecto.Migrator, :migrations_path, 1),
        do: Ecto.Migrator.migrations_path(repo),
        else: Application.app_dir(repo.config()[:otp_app], Path.join(repo.config()[:priv] || "priv/repo", "migrations"))

    for file <- Path.wildcard(Path.join(path, "**/*.exs")),
        {version, "_" <> _} <- [file |> Path.basename() |> Integer.parse()],
        into: %{},
        do: {version, file}
  end

  defp judged({:irreversible, line, what}, _repo, _within), do: {"irreversible", "line #{line}: #{what}"}
  defp judged({:unread, line, what}, _repo, _within), do: {"unread", "line #{line}: #{what}"}
  defp judged({:rows, line, what}, _repo, _within), do: {"data", "line #{line}: #{what}"}

  defp judged({:table, line, table}, repo, within) do
    table = placed(table, repo)

    case holds?(repo, table, nil, within) do
      true -> {"data", "line #{line}: drops table #{shown(table)}, which has rows"}
      false -> {"none", ""}
      why -> {"unread", "line #{line}: drops table #{shown(table)}, #{why}"}
    end
  end

  defp judged({:column, line, table, column}, repo, within) do
    table = placed(table, repo)

    case holds?(repo, table, column, within) do
      true -> {"data", "line #{line}: drops column #{shown(table)}.#{column}, which has values"}
      false -> {"none", ""}
      why -> {"unread", "line #{line}: drops column #{shown(table)}.#{column}, #{why}"}
    end
  end

  # Where Ecto.Migration looks for a table that has no prefix of its own; in SQL the search path counts.
  defp placed({:default, table}, repo) do
    prefix = repo.config()[:migration_default_prefix]
    {prefix && to_string(prefix), table}
  end

  defp placed(table, _repo), do: table

  defp shown({nil, table}), do: table
  defp shown({prefix, table}), do: "#{prefix}.#{table}"

  # True where rows, or values other than the column's own default, would be lost; a reason where that is not known.
  defp holds?(repo, table, column, within) do
    if repo.__adapter__() == Ecto.Adapters.Postgres,
      do: postgres(repo, table, column, within),
      else: others(repo, table, column, within)
  end

  defp postgres(repo, table, column, within) do
    name = quoted(table, "\"")
    there = "to_regclass(#{text(name)})"

    with {:ok, [[present | _]]} <- ask(repo, "SELECT (#{there} IS NOT NULL)::text", within),
         {:table, "true"} <- {:table, present},
         {:ok, where} <- values(repo, there, column, within),
         {:ok, [[found | _]]} <- ask(repo, "SELECT (EXISTS (SELECT FROM #{name}#{where}))::text", within) do
      found == "true"
    else
      {:error, why} -> why
      _ -> "which the database does not have under this name"
    end
  end

  defp values(_repo, _there, nil, _within), do: {:ok, ""}

  defp values(repo, there, column, within) do
    default =
      "SELECT '=' || coalesce((SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = a.attrelid" <>
        " AND d.adnum = a.attnum), '') FROM pg_attribute a WHERE a.attrelid = #{there}" <>
        " AND a.attname = #{text(column)} AND NOT a.attisdropped"

    name = quoted({nil, column}, "\"")

    case ask(repo, default, within) do
      {:ok, [["=" <> expression | _]]} ->
        # What draws a number from a sequence is not evaluated.
        own = if expression == "" or expression =~ "nextval", do: nil, else: "(#{expression})::text"
        {:ok, " WHERE #{name} IS NOT NULL" <> if(own, do: " AND #{name}::text IS DISTINCT FROM #{own}", else: "")}

      {:error, why} ->
        {:error, why}

      {:ok, _} ->
        {:error, "which the database does not have under this name"}
    end
  end

  defp others(repo, table, column, within) do
    mysql = inspect(repo.__adapter__()) =~ "MyXQL"
    mark = if mysql, do: "`", else: "\""
    name = if column, do: quoted({nil, column}, mark)
    set = if column, do: " WHERE #{name} IS NOT NULL", else: ""
    # As bytes, since MySQL compares texts without their case.
    own = if column && mysql, do: " AND NOT (CAST(#{name} AS BINARY) <=> CAST(DEFAULT(#{name}) AS BINARY))", else: ""

    answer =
      with {:error, why} <- first(repo, quoted(table, mark) <> set <> own, within) do
        # A column without a default, or with one that is an expression, has no value to compare with.
        if own != "" and why =~ ~r/\((1364|3773)\)/,
          do: first(repo, quoted(table, mark) <> set, within),
          else: {:error, why}
      end

    case answer do
      {:ok, [[count | _]]} -> count != 0
      {:error, why} -> why
    end
  end

  defp first(repo, rows, within),
    do: ask(repo, "SELECT count(*) FROM (SELECT 1 AS one FROM #{rows} LIMIT 1) found", within)

  defp ask(repo, sql, within) do
    case repo.query(sql, [], timeout: within, log: false) do
      {:ok, %{rows: rows}} ->
        {:ok, rows}

      {:error, error} ->
        {:error, "and whether it holds data could not be read: #{error |> Exception.message() |> String.slice(0, 200)}"}
    end
  end

  defp quoted({nil, name}, mark), do: mark <> String.replace(name, mark, mark <> mark) <> mark
  defp quoted({prefix, name}, mark), do: quoted({nil, prefix}, mark) <> "." <> quoted({nil, name}, mark)
  defp text(value), do: "'" <> String.replace(value, "'", "''") <> "'"
end
