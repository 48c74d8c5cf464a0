# The structure of a database as a sorted list of texts, so that two of them can be compared. The order of columns and
# the rows do not count: a column that was dropped and comes back stands last.
defmodule PhoenixDeploy.Schema do
  alias PhoenixDeploy.{OwnDatabase, PgCatalog}

  # How this repo's structure can be read: by its adapter's own dump (pg_dump, mysqldump), else from PostgreSQL's
  # catalogue. Returns `{tool, read}`, or `{nil, why}`.
  def reader(repo, config) do
    case adapters_own(repo, config) do
      {:ok, _} ->
        {tool(repo), fn -> adapters_own(repo, config) end}

      {:error, why} ->
        if OwnDatabase.postgres?(repo), do: {"catalogue", fn -> PgCatalog.read(repo) end}, else: {nil, why}
    end
  end

  # What one has and the other has not: `-` was wanted, `+` is there.
  def difference(wanted, seen), do: lines("-", wanted -- seen) ++ lines("+", seen -- wanted)

  # The names of extensions that one has and the other has not, and the other's items without them. Who rolls back
  # `CREATE EXTENSION IF NOT EXISTS`, as `mix phx.gen.auth` writes it, lets the extension stay.
  def left_extensions(wanted, seen) do
    left =
      for item <- seen -- wanted,
          [_, name] <- [Regex.run(~r/^(?:CREATE EXTENSION IF NOT EXISTS|COMMENT ON EXTENSION|extension) (\S+)/, item)],
          do: {name, item}

    {names, items} = Enum.unzip(left)
    {Enum.uniq(names), seen -- items}
  end

  defp lines(sign, items), do: for(item <- items, line <- String.split(item, "\n"), do: "#{sign} #{line}")

  defp tool(repo),
    do: if(OwnDatabase.postgres?(repo), do: "pg_dump", else: "structure_dump of #{inspect(repo.__adapter__())}")

  # The tool may be missing, or older than the server.
  defp adapters_own(repo, config) do
    path = Path.join(System.fetch_env!("PD_OUT"), "structure.sql")
    config = config |> Keyword.put(:dump_path, path) |> Keyword.delete(:dump_prefixes)

    with {:ok, path} <- repo.__adapter__().structure_dump(Path.dirname(path), config),
         {:ok, text} <- File.read(path) do
      {:ok, if(OwnDatabase.postgres?(repo), do: objects(text), else: statements(text))}
    end
  rescue
    error -> {:error, Exception.message(error)}
  end

  # pg_dump puts a comment above each object: its text may hold anything, a function's body too.
  defp objects(text) do
    [text | _] = String.split(text, "\n--\n-- PostgreSQL database dump complete")
    [_settings | objects] = String.split(text, "\n-- Name: ")
    objects |> Enum.flat_map(&object/1) |> Enum.sort()
  end

  defp object(text) do
    [_name | lines] = text |> String.trim_trailing("\n--") |> String.split("\n")
    lines = Enum.reject(lines, &(&1 in ["", "--"] or String.starts_with?(&1, "SET default_t")))
    if lines == [], do: [], else: items(lines)
  end

  # What other tools write, without the versions and what changes by itself.
  defp statements(text) do
    kept =
      for statement <- String.split(text, ";\n"),
          lines = statement |> String.split("\n") |> Enum.reject(&(&1 == "" or String.starts_with?(&1, "--"))),
          lines != [] and not String.starts_with?(hd(lines), "INSERT INTO"),
          item <- items(lines),
          do: String.replace(item, ~r/ AUTO_INCREMENT=\d+/, "")

    Enum.sort(kept)
  end

  # A table's lines, each for itself: which column differs is what the reader wants to know.
  defp items([head | lines]) do
    if head =~ ~r/^CREATE (UNLOGGED |FOREIGN )*TABLE .* \($/,
      do:
        for(
          line <- [head | lines],
          do: String.trim_trailing(head, " (") <> ": " <> (line |> String.trim() |> String.trim_trailing(","))
        ),
      else: [Enum.join([head | lines], "\n")]
  end
end
