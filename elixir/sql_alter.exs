# What one action of ALTER TABLE does to a table that is in use, as `{rule, table}` and facts (see sql_rules.exs).
defmodule PhoenixDeploy.SqlAlter do
  import PhoenixDeploy.Sql, only: [name: 1]
  import PhoenixDeploy.SqlTokens, only: [adjacent?: 3, volatile_call?: 1, without: 2]
  alias PhoenixDeploy.SqlTypes

  @after_default ~w(NOT NULL CHECK REFERENCES UNIQUE PRIMARY CONSTRAINT COLLATE GENERATED)

  def action(["ADD", "CONSTRAINT" | rest], table) do
    {name, rest} = name(rest)
    constraint(rest, table, name)
  end

  def action(["ADD", kind | _] = [_ | rest], table) when kind in ~w(CHECK UNIQUE PRIMARY FOREIGN EXCLUDE),
    do: constraint(rest, table, nil)

  def action(["ADD" | rest], table) do
    {column, type} = rest |> without(~w(COLUMN IF NOT EXISTS)) |> name()
    [{:column, table, column, SqlTypes.of_tokens(type), not adjacent?(type, "NOT", "NULL")} | column(type, table)]
  end

  def action(["DROP", "CONSTRAINT" | _], table), do: [{nil, table}]

  def action(["DROP" | rest], table),
    do: [{:gone, table, rest |> without(~w(COLUMN IF EXISTS)) |> name() |> elem(0)}, {"column-removed", table}]

  def action(["RENAME", "TO" | rest], table),
    do: [{:renamed, table, rest |> name() |> elem(0)}, {"table-renamed", table}]

  def action(["RENAME", "CONSTRAINT" | _], table), do: [{nil, table}]

  def action(["RENAME" | rest], table) do
    {column, rest} = rest |> without(["COLUMN"]) |> name()
    [{:renamed, table, column, rest |> without(["TO"]) |> name() |> elem(0)}, {"column-renamed", table}]
  end

  def action(["SET", "SCHEMA" | _], table), do: [{"table-renamed", table}]

  def action(["SET", kind | _], table) when kind in ~w(TABLESPACE LOGGED UNLOGGED ACCESS),
    do: [{"table-rewritten", table}]

  def action(["VALIDATE", "CONSTRAINT" | rest], table), do: [{:validated, table, rest |> name() |> elem(0)}]

  def action(["DETACH", "PARTITION" | rest], table),
    do: [{if("CONCURRENTLY" in rest, do: :concurrent, else: "partition-detached"), table}]

  def action(["ALTER", "CONSTRAINT" | _], table), do: [{nil, table}]

  def action(["ALTER" | rest], table) do
    {column, change} = rest |> without(["COLUMN"]) |> name()

    case change do
      ["TYPE" | type] -> [{:type, table, column, retyped(type)}]
      ["SET", "DATA", "TYPE" | type] -> [{:type, table, column, retyped(type)}]
      ["SET", "NOT", "NULL" | _] -> [{:null, table, column, false}]
      ["DROP", "NOT", "NULL" | _] -> [{:null, table, column, true}]
      ["ADD", "GENERATED" | _] -> [{"auto-increment-added", table}]
      _ -> [{nil, table}]
    end
  end

  def action([word | _], table)
      when word in ~w(SET RESET ENABLE DISABLE FORCE NO OWNER REPLICA ATTACH INHERIT OF NOT CLUSTER),
      do: [{nil, table}]

  def action(_, table), do: [{"raw-sql-executed", table}]

  defp constraint(["CHECK" | rest], table, name) do
    text = Enum.map_join(rest, " ", &if(is_tuple(&1), do: elem(&1, 1), else: to_string(&1)))
    checked = text |> String.split(" NOT VALID") |> hd() |> String.downcase()

    [
      {:check, table, name, checked, not adjacent?(rest, "NOT", "VALID")}
      | not_valid(rest, "check-constraint-added", {table, name})
    ]
  end

  defp constraint(["FOREIGN" | rest], table, name), do: not_valid(rest, "column-reference-added", {table, name})
  defp constraint(["NOT", "NULL" | rest], table, name), do: not_valid(rest, "not-null-added", {table, name})

  defp constraint(["UNIQUE" | rest], table, _name),
    do: [{unless(adjacent?(rest, "USING", "INDEX"), do: "unique-constraint-added"), table}]

  defp constraint(["PRIMARY" | rest], table, _name),
    do: [{unless(adjacent?(rest, "USING", "INDEX"), do: "primary-key-added"), table}]

  defp constraint(["EXCLUDE" | _], table, _name), do: [{"exclusion-constraint-added", table}]
  defp constraint(_, table, _name), do: [{"raw-sql-executed", table}]

  defp not_valid(rest, rule, {table, name}),
    do: if(adjacent?(rest, "NOT", "VALID"), do: [{:not_valid, table, name}, {nil, table}], else: [{rule, table}])

  # What a value is computed with writes every row, unless it is the cast that the server makes anyway.
  defp retyped(type) do
    case type |> Enum.drop_while(&(&1 != "USING")) |> Enum.drop(1) do
      [] ->
        SqlTypes.of_tokens(type)

      [_column, :":", :":" | cast] ->
        if SqlTypes.of_tokens(cast) == SqlTypes.of_tokens(type), do: SqlTypes.of_tokens(type)

      _ ->
        nil
    end
  end

  # A new column, from its type on: everything that makes the server touch or look at each row, or that old code does
  # not fill.
  defp column(type, table) do
    [head | _] = type ++ [""]

    default =
      type |> Enum.drop_while(&(&1 != "DEFAULT")) |> Enum.drop(1) |> Enum.take_while(&(&1 not in @after_default))

    rules = [
      {head in ~w(SERIAL BIGSERIAL SMALLSERIAL) or adjacent?(type, "AS", "IDENTITY"), "auto-increment-added"},
      {"GENERATED" in type and "STORED" in type, "generated-column-added"},
      {head == "JSON", "json-column-added"},
      {"REFERENCES" in type,
       if(default == [], do: {:notice, "column-reference-added"}, else: "column-reference-added")},
      {"UNIQUE" in type, "unique-constraint-added"},
      {"PRIMARY" in type, "primary-key-added"},
      {"CHECK" in type, "check-constraint-added"},
      {default != [] and volatile_call?(default), "column-volatile-default"},
      {adjacent?(type, "NOT", "NULL") and default == [] and "GENERATED" not in type, "required-column-added"}
    ]

    case for({true, rule} <- rules, do: {rule, table}) do
      [] -> [{nil, table}]
      found -> found
    end
  end
end
