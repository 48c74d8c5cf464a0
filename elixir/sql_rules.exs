# What a statement of SQL does to tables that are in use: a list of `{rule, table}` for each, and nil as the rule of what is harmless.
# `{:created, table}`, `{:not_valid, table}` and `{:validated, table}` are what later operations of the same migration need to know, `:lock_timeout` what it set.
defmodule PhoenixDeploy.SqlRules do
  import PhoenixDeploy.Sql, only: [commas: 1, name: 1]

  # Functions whose value is the same within a statement: a default of them is written once, and no row is touched.
  @stable ~w(NOW CURRENT_TIMESTAMP TRANSACTION_TIMESTAMP STATEMENT_TIMESTAMP TIMEZONE TO_TIMESTAMP DATE_TRUNC CONCAT LOWER UPPER MD5 ARRAY ROW COALESCE
             JSONB_BUILD_OBJECT JSONB_BUILD_ARRAY TO_JSONB CAST INTERVAL CURRENT_SETTING VARCHAR NUMERIC DECIMAL CHAR TIMESTAMP TIMESTAMPTZ TIME)

  @after_default ~w(NOT NULL CHECK REFERENCES UNIQUE PRIMARY CONSTRAINT COLLATE GENERATED)

  @harmless_create ~w(EXTENSION FUNCTION PROCEDURE TRIGGER VIEW TYPE SCHEMA SEQUENCE DOMAIN POLICY AGGREGATE STATISTICS MATERIALIZED OR COLLATION CAST OPERATOR
                      PUBLICATION ROLE USER RULE EVENT TEMP TEMPORARY)
  @harmless_drop ~w(FUNCTION PROCEDURE TRIGGER VIEW TYPE SEQUENCE DOMAIN POLICY AGGREGATE STATISTICS MATERIALIZED EXTENSION COLLATION RULE EVENT PUBLICATION)
  @harmless_alter ~w(EXTENSION FUNCTION PROCEDURE SEQUENCE VIEW DOMAIN POLICY INDEX STATISTICS PUBLICATION DEFAULT ROLE DATABASE TRIGGER)

  def read(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.flat_map(&statement/1)

  # True when an expression's value differs from row to row, or nobody here knows.
  def volatile?(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.any?(&calls_volatile?/1)

  defp statement(["ALTER", "TABLE" | rest]) do
    {table, actions} = rest |> without(~w(IF EXISTS ONLY)) |> name()
    actions |> commas() |> Enum.flat_map(&action(&1, table))
  end

  defp statement(["CREATE", "UNIQUE", "INDEX" | rest]), do: statement(["CREATE", "INDEX" | rest])

  defp statement(["CREATE", "INDEX" | rest]) do
    case Enum.split_while(rest, &(&1 != "ON")) do
      {head, ["ON" | on]} ->
        {table, _} = on |> without(["ONLY"]) |> name()
        concurrent("CONCURRENTLY" in head, table)

      _ ->
        [{"raw-sql-executed", nil}]
    end
  end

  # Whose index it is, the statement does not say.
  defp statement(["DROP", "INDEX" | rest]), do: concurrent("CONCURRENTLY" in rest, nil)
  defp statement(["REINDEX" | rest]), do: concurrent("CONCURRENTLY" in rest, nil)

  defp statement(["CREATE", kind, "TABLE" | rest]) when kind in ["TEMP", "TEMPORARY", "UNLOGGED"], do: statement(["CREATE", "TABLE" | rest])

  defp statement(["CREATE", "TABLE" | rest]) do
    {table, columns} = rest |> without(~w(IF NOT EXISTS)) |> name()
    [{:created, table}, {nil, table} | for("JSON" <- columns, do: {"json-column-added", table}) |> Enum.take(1)]
  end

  defp statement(["DROP", "TABLE" | rest]),
    do: for(part <- rest |> without(~w(IF EXISTS)) |> commas(), do: {"table-dropped", part |> name() |> elem(0)})

  defp statement(["DROP", "DATABASE" | _]), do: [{"database-dropped", nil}]
  defp statement(["DROP", "SCHEMA" | _]), do: [{"table-dropped", nil}]
  defp statement(["TRUNCATE" | rest]), do: [{"table-truncated", rest |> without(~w(TABLE ONLY)) |> name() |> elem(0)}]
  defp statement(["UPDATE" | rest]), do: [{"operation-update", rest |> without(["ONLY"]) |> name() |> elem(0)}]
  defp statement(["DELETE", "FROM" | rest]), do: [{"operation-delete", rest |> without(["ONLY"]) |> name() |> elem(0)}]
  defp statement(["INSERT", "INTO" | rest]), do: [{"operation-insert", rest |> name() |> elem(0)}]
  defp statement(["COPY" | rest]), do: [{"operation-insert", rest |> name() |> elem(0)}]
  defp statement(["MERGE", "INTO" | rest]), do: [{"operation-update", rest |> name() |> elem(0)}]

  defp statement(["WITH" | rest]) do
    case Enum.find_index(rest, &(&1 in ["UPDATE", "DELETE", "INSERT"])) do
      nil -> [{"raw-sql-executed", nil}]
      index -> rest |> Enum.drop(index) |> statement()
    end
  end

  defp statement(["ALTER", "TYPE" | rest]) do
    cond do
      adjacent?(rest, "RENAME", "VALUE") -> [{"enum-value-renamed", nil}]
      adjacent?(rest, "RENAME", "TO") -> [{"table-renamed", nil}]
      true -> [{nil, nil}]
    end
  end

  defp statement(["ALTER", "SCHEMA" | rest]), do: [{if("RENAME" in rest, do: "schema-renamed"), nil}]

  defp statement(["ALTER", "MATERIALIZED", "VIEW" | _]), do: [{nil, nil}]
  defp statement(["ALTER", kind | _]) when kind in @harmless_alter, do: [{nil, nil}]
  defp statement(["CREATE", kind | _]) when kind in @harmless_create, do: [{nil, nil}]
  defp statement(["DROP", kind | _]) when kind in @harmless_drop, do: [{nil, nil}]
  defp statement(["LOCK" | _]), do: [{"table-locked", nil}]
  defp statement(["CLUSTER" | _]), do: [{"table-locked", nil}]
  defp statement(["VACUUM" | rest]), do: [{if("FULL" in rest, do: "table-locked"), nil}]
  defp statement(["REFRESH" | rest]), do: [{if("CONCURRENTLY" not in rest, do: "table-locked"), nil}]
  defp statement(["SET" | rest]), do: if("LOCK_TIMEOUT" in rest, do: [:lock_timeout, {nil, nil}], else: [{nil, nil}])
  defp statement([word | _]) when word in ["COMMENT", "GRANT", "REVOKE", "RESET", "ANALYZE"], do: [{nil, nil}]
  # DO blocks, SELECT of a function, and what we do not know: what it does cannot be said.
  defp statement(_), do: [{"raw-sql-executed", nil}]

  defp concurrent(true, table), do: [{:concurrent, table}]
  defp concurrent(false, table), do: [{"index-not-concurrently", table}]

  defp action(["ADD", "CONSTRAINT" | rest], table), do: rest |> name() |> elem(1) |> constraint(table)
  defp action(["ADD", kind | _] = [_ | rest], table) when kind in ~w(CHECK UNIQUE PRIMARY FOREIGN EXCLUDE), do: constraint(rest, table)
  defp action(["ADD" | rest], table), do: rest |> without(~w(COLUMN IF NOT EXISTS)) |> name() |> elem(1) |> column(table)
  defp action(["DROP", "CONSTRAINT" | _], table), do: [{nil, table}]
  defp action(["DROP" | _], table), do: [{"column-removed", table}]
  defp action(["RENAME", "TO" | _], table), do: [{"table-renamed", table}]
  defp action(["RENAME", "CONSTRAINT" | _], table), do: [{nil, table}]
  defp action(["RENAME" | _], table), do: [{"column-renamed", table}]
  defp action(["SET", "SCHEMA" | _], table), do: [{"table-renamed", table}]
  defp action(["SET", kind | _], table) when kind in ~w(TABLESPACE LOGGED UNLOGGED ACCESS), do: [{"table-rewritten", table}]
  defp action(["VALIDATE", "CONSTRAINT" | _], table), do: [{:validated, table}, {nil, table}]
  defp action(["DETACH", "PARTITION" | rest], table), do: [{if("CONCURRENTLY" not in rest, do: "partition-detached"), table}]

  defp action(["ALTER", "CONSTRAINT" | _], table), do: [{nil, table}]

  defp action(["ALTER" | rest], table) do
    case rest |> without(["COLUMN"]) |> name() |> elem(1) do
      ["TYPE" | _] -> [{"column-type-changed", table}]
      ["SET", "DATA", "TYPE" | _] -> [{"column-type-changed", table}]
      ["SET", "NOT", "NULL" | _] -> [{"not-null-added", table}]
      ["DROP", "NOT", "NULL" | _] -> [{"null-allowed", table}]
      ["ADD", "GENERATED" | _] -> [{"auto-increment-added", table}]
      _ -> [{nil, table}]
    end
  end

  defp action([word | _], table) when word in ~w(SET RESET ENABLE DISABLE FORCE NO OWNER REPLICA ATTACH INHERIT OF NOT CLUSTER),
    do: [{nil, table}]

  defp action(_, table), do: [{"raw-sql-executed", table}]

  defp constraint(["CHECK" | rest], table), do: not_valid(rest, "check-constraint-added", table)
  defp constraint(["FOREIGN" | rest], table), do: not_valid(rest, "column-reference-added", table)
  defp constraint(["NOT", "NULL" | rest], table), do: not_valid(rest, "not-null-added", table)
  defp constraint(["UNIQUE" | rest], table), do: [{unless(adjacent?(rest, "USING", "INDEX"), do: "unique-constraint-added"), table}]
  defp constraint(["PRIMARY" | rest], table), do: [{unless(adjacent?(rest, "USING", "INDEX"), do: "primary-key-added"), table}]
  defp constraint(["EXCLUDE" | _], table), do: [{"exclusion-constraint-added", table}]
  defp constraint(_, table), do: [{"raw-sql-executed", table}]

  defp not_valid(rest, rule, table), do: if(adjacent?(rest, "NOT", "VALID"), do: [{:not_valid, table}, {nil, table}], else: [{rule, table}])

  # A new column, from its type on: everything that makes the server touch or look at each row, or that old code does not fill.
  defp column(type, table) do
    [head | _] = type ++ [""]
    default = type |> Enum.drop_while(&(&1 != "DEFAULT")) |> Enum.drop(1) |> Enum.take_while(&(&1 not in @after_default))

    rules = [
      {head in ~w(SERIAL BIGSERIAL SMALLSERIAL) or adjacent?(type, "AS", "IDENTITY"), "auto-increment-added"},
      {"GENERATED" in type and "STORED" in type, "generated-column-added"},
      {head == "JSON", "json-column-added"},
      {"REFERENCES" in type, "column-reference-added"},
      {"UNIQUE" in type, "unique-constraint-added"},
      {"PRIMARY" in type, "primary-key-added"},
      {"CHECK" in type, "check-constraint-added"},
      {default != [] and calls_volatile?(default), "column-volatile-default"},
      {adjacent?(type, "NOT", "NULL") and default == [] and "GENERATED" not in type, "required-column-added"}
    ]

    case for({true, rule} <- rules, do: {rule, table}) do
      [] -> [{nil, table}]
      found -> found
    end
  end

  defp calls_volatile?(tokens) do
    tokens |> Enum.chunk_every(2, 1, :discard) |> Enum.any?(fn [word, next] -> next == :"(" and callable?(word) and word not in @stable end)
  end

  defp callable?({:name, _}), do: true
  defp callable?(word), do: is_binary(word)

  defp without(tokens, words), do: Enum.drop_while(tokens, &(&1 in words))
  defp adjacent?(tokens, one, next), do: tokens |> Enum.chunk_every(2, 1, :discard) |> Enum.member?([one, next])
end
