# What SQL of a function `down` takes away: tables, columns, rows. What is not known to keep all data is said.
defmodule PhoenixDeploy.DownSql do
  @name ~S/"?(\w+)"?(?:\."?(\w+)"?)?/
  @kept "INDEX|TRIGGER|FUNCTION|PROCEDURE|VIEW|MATERIALIZED VIEW|POLICY|RULE|AGGREGATE|STATISTICS|EXTENSION|TYPE|" <>
          "DOMAIN|COLLATION|PUBLICATION"

  # Texts, whose words are no orders, names, bodies in dollars, and comments: what looks like one of them in another is
  # none.
  @whole ~r{'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$.*?\$\1\$|/\*.*?\*/|--[^\n]*}s

  def effects(text, line) do
    bare =
      Regex.replace(@whole, text, fn
        "\"" <> _ = name, _ -> String.replace(name, ";", " ")
        "--" <> _, _ -> " "
        "/*" <> _, _ -> " "
        _, _ -> "''"
      end)

    # A text that is not closed, or that goes on behind a backslash: where it ends is not known. MySQL runs what is in a
    # comment with an exclamation mark.
    if String.replace(bare, "''", "") =~ ~r{['$]|/\*} or text =~ ~r{\\'|/\*M?!},
      do: [{:unread, line, text |> String.split() |> Enum.join(" ") |> shown()}],
      else: statements(bare, line)
  end

  defp statements(bare, line) do
    for part <- String.split(bare, ";"),
        words = part |> String.split() |> Enum.join(" "),
        words != "",
        one <- statement(words, line),
        do: one
  end

  defp statement(words, line) do
    cond do
      String.replace(words, ~r/\bON (DELETE|UPDATE) CASCADE\b/i, "") =~ ~r/\bCASCADE\b/i ->
        [{:rows, line, shown(words)}]

      match = Regex.run(~r/^DROP TABLE (?:IF EXISTS )?#{@name}(?: RESTRICT)?$/i, words) ->
        [{:table, line, name(match)}]

      words =~ ~r/^ALTER TABLE /i ->
        altered(words, line)

      words =~ ~r/^(DELETE|UPDATE|TRUNCATE|MERGE|REPLACE|CREATE OR REPLACE TABLE|ALTER TYPE .* DROP ATTRIBUTE)\b/i ->
        [{:rows, line, shown(words)}]

      words =~ ~r/^INSERT\b/i and not (words =~ ~r/\b(CONFLICT|DUPLICATE)\b/i) ->
        []

      words =~ ~r/^(CREATE|COMMENT|GRANT|REVOKE|ANALYZE|VACUUM|REINDEX|SET|RESET|LOCK|REFRESH)\b/i ->
        []

      words =~ ~r/^ALTER (INDEX|SEQUENCE|FUNCTION|VIEW|TRIGGER|POLICY|TYPE|DOMAIN)\b/i ->
        []

      words =~ ~r/^DROP (#{@kept})\b/i ->
        []

      words =~ ~r/^SELECT [^(]*$/i ->
        []

      true ->
        [{:unread, line, shown(words)}]
    end
  end

  # Whatever does not drop a column and does not change its type keeps its values.
  defp altered(words, line) do
    dropped =
      Regex.run(
        ~r/^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?#{@name} DROP COLUMN (?:IF EXISTS )?"?(\w+)"?(?: RESTRICT)?$/i,
        words
      )

    drops? = words =~ ~r/\bDROP (?!CONSTRAINT\b|DEFAULT\b|NOT NULL\b|EXPRESSION\b|IDENTITY\b)/i

    cond do
      dropped != nil -> [{:column, line, dropped |> Enum.take(3) |> name(), List.last(dropped)}]
      drops? or words =~ ~r/\b(TYPE|MODIFY|CHANGE|TRUNCATE)\b/i -> [{:rows, line, shown(words)}]
      true -> []
    end
  end

  defp name([_, table]), do: {nil, table}
  defp name([_, table, ""]), do: {nil, table}
  defp name([_, prefix, table]), do: {prefix, table}

  defp shown(words), do: if(String.length(words) > 80, do: String.slice(words, 0, 79) <> "…", else: words)
end
