# What a statement of SQL does to tables that are in use: a list of `{rule, table}` for each, and nil as the rule of
# what is harmless. Beside them facts that a migration's walk judges by what it knows of the tables, such as `{:created,
# table}`, `{:type, table, column, type}` or `{:locked, table}`.
defmodule PhoenixDeploy.SqlRules do
  import PhoenixDeploy.Sql, only: [commas: 1, name: 1]
  import PhoenixDeploy.SqlTokens, only: [adjacent?: 3, calls_other?: 2, volatile_call?: 1, without: 2]
  alias PhoenixDeploy.{SqlAlter, SqlBlock}

  @harmless_create ~w(EXTENSION FUNCTION PROCEDURE VIEW TYPE SCHEMA SEQUENCE DOMAIN POLICY AGGREGATE STATISTICS OR
                      COLLATION CAST OPERATOR PUBLICATION ROLE USER RULE EVENT TEMP TEMPORARY RECURSIVE)

  # Functions that read, or change nothing but the session; words before a parenthesis that are no functions.
  @reading ~w(COUNT MIN MAX SUM AVG EXISTS IN ANY ALL SOME AND OR NOT WHERE FROM ON USING OVER FILTER BY AS VALUES
              WHEN THEN ELSE SELECT JOIN WITH HAVING NULLIF GREATEST LEAST LENGTH TRIM SUBSTRING REPLACE SPLIT_PART
              ROW_NUMBER STRING_AGG ARRAY_AGG JSON_AGG JSONB_AGG JSON_BUILD_OBJECT FORMAT TO_CHAR EXTRACT SETVAL
              NEXTVAL CURRVAL SET_CONFIG TO_REGCLASS PG_GET_SERIAL_SEQUENCE PG_TABLE_SIZE PG_RELATION_SIZE VERSION
              CURRENT_DATABASE CURRENT_SCHEMA UNNEST GENERATE_SERIES JSONB_ARRAY_ELEMENTS JSONB_EACH PG_ADVISORY_LOCK
              PG_ADVISORY_UNLOCK PG_ADVISORY_XACT_LOCK PG_SLEEP GEN_RANDOM_UUID UUID_GENERATE_V4 RANDOM ABS ROUND
              FLOOR CEIL DISTINCT LATERAL UNION EXCEPT INTERSECT LIMIT CONCAT_WS ENCODE DECODE
              ADD_COMPRESSION_POLICY REMOVE_COMPRESSION_POLICY ADD_CONTINUOUS_AGGREGATE_POLICY SET_CHUNK_TIME_INTERVAL)
  @harmless_drop ~w(FUNCTION PROCEDURE TRIGGER VIEW TYPE SEQUENCE DOMAIN POLICY AGGREGATE STATISTICS MATERIALIZED
                    EXTENSION COLLATION RULE EVENT PUBLICATION)
  @harmless_alter ~w(EXTENSION FUNCTION PROCEDURE SEQUENCE VIEW DOMAIN POLICY INDEX STATISTICS PUBLICATION DEFAULT
                     ROLE USER GROUP SYSTEM DATABASE TRIGGER)

  def read(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.flat_map(&statement/1)

  # True when an expression's value differs from row to row, or nobody here knows.
  def volatile?(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.any?(&volatile_call?/1)

  # Also for the statements inside of a block.
  def statement(["ALTER", "TABLE" | rest]) do
    {table, actions} = rest |> without(~w(IF EXISTS ONLY)) |> name()
    [{:locked, table} | actions |> commas() |> Enum.flat_map(&SqlAlter.action(&1, table))]
  end

  def statement(["CREATE", "UNIQUE", "INDEX" | rest]), do: statement(["CREATE", "INDEX" | rest])

  def statement(["CREATE", "INDEX" | rest]) do
    case Enum.split_while(rest, &(&1 != "ON")) do
      {head, ["ON" | on]} ->
        {table, _} = on |> without(["ONLY"]) |> name()
        if("CONCURRENTLY" in head, do: [], else: [{:locked, table}]) ++ concurrent("CONCURRENTLY" in head, table)

      _ ->
        [{"raw-sql-executed", nil}]
    end
  end

  # To drop an index is the work of a moment, unlike to build it. Whose index it is, the statement does not say.
  def statement(["DROP", "INDEX" | rest]), do: if("CONCURRENTLY" in rest, do: [{:concurrent, nil}], else: [{nil, nil}])
  def statement(["REINDEX" | rest]), do: concurrent("CONCURRENTLY" in rest, nil)

  def statement(["CREATE", kind, "TABLE" | rest]) when kind in ["TEMP", "TEMPORARY", "UNLOGGED"],
    do: statement(["CREATE", "TABLE" | rest])

  def statement(["CREATE", "TABLE" | rest]) do
    {table, columns} = rest |> without(~w(IF NOT EXISTS)) |> name()

    referred =
      for {"REFERENCES", at} <- Enum.with_index(columns),
          do: {:locked, columns |> Enum.drop(at + 1) |> name() |> elem(0)}

    filled =
      if columns |> List.first() == "AS" or adjacent?(columns, "AS", "SELECT"), do: [{:selected, table}], else: []

    [{:created, table}, {nil, table} | referred ++ filled]
  end

  def statement(["CREATE", "MATERIALIZED", "VIEW" | rest]) do
    {view, _} = rest |> without(~w(IF NOT EXISTS)) |> name()
    [{:view, view}, {nil, view}, {:selected, view}]
  end

  def statement(["CREATE", "OR", "REPLACE" | rest]), do: statement(["CREATE" | rest])
  def statement(["CREATE", "CONSTRAINT", "TRIGGER" | rest]), do: statement(["CREATE", "TRIGGER" | rest])

  # Made in a moment, and nobody writes to the table from then on until the transaction ends.
  def statement(["CREATE", "TRIGGER" | rest]) do
    {table, _} = rest |> Enum.drop_while(&(&1 != "ON")) |> Enum.drop(1) |> name()
    [{:locked, table}, {nil, table}]
  end

  def statement(["DROP", "TABLE" | rest]),
    do: for(part <- rest |> without(~w(IF EXISTS)) |> commas(), do: {"table-dropped", part |> name() |> elem(0)})

  def statement(["DROP", "DATABASE" | _]), do: [{"database-dropped", nil}]
  def statement(["DROP", "SCHEMA" | _]), do: [{"table-dropped", nil}]
  def statement(["TRUNCATE" | rest]), do: [{"table-truncated", rest |> without(~w(TABLE ONLY)) |> name() |> elem(0)}]
  def statement(["UPDATE" | rest]), do: [{"operation-update", rest |> without(["ONLY"]) |> name() |> elem(0)}]
  def statement(["DELETE", "FROM" | rest]), do: [{"operation-delete", rest |> without(["ONLY"]) |> name() |> elem(0)}]

  # Rows that are written down are few; those of a query are as many as there are.
  def statement(["INSERT", "INTO" | rest]) do
    {table, rest} = name(rest)

    if "SELECT" in Enum.take_while(rest, &(&1 != "VALUES")),
      do: [{:selected, table}],
      else: [{"operation-insert", table}]
  end

  def statement(["COPY" | rest]), do: [{:selected, rest |> name() |> elem(0)}]
  def statement(["MERGE", "INTO" | rest]), do: [{"operation-update", rest |> name() |> elem(0)}]

  def statement(["WITH" | rest]) do
    case Enum.find_index(rest, &(&1 in ["UPDATE", "DELETE", "INSERT", "MERGE"])) do
      nil -> statement(["SELECT" | rest])
      index -> rest |> Enum.drop(index) |> statement()
    end
  end

  # TimescaleDB's: a table with rows is moved into chunks while nobody reads or writes it.
  def statement(["SELECT", "CREATE_HYPERTABLE", :"(", {:text, table} | _]),
    do: [{"table-rewritten", String.replace_prefix(table, "public.", "")}]

  def statement(["SELECT", :*, "FROM", "CREATE_HYPERTABLE" | rest]),
    do: statement(["SELECT", "CREATE_HYPERTABLE" | rest])

  def statement(["SELECT" | rest]),
    do: if(calls_other?(rest, @reading), do: [{"raw-sql-executed", nil}], else: [{nil, nil}])

  def statement([word | _]) when word in ["SHOW", "EXPLAIN", "VALUES", "TABLE", "BEGIN", "COMMIT", "START"],
    do: [{nil, nil}]

  # A block of PL/pgSQL is read statement by statement.
  def statement(["DO" | rest]) do
    case Enum.find(rest, &match?({:text, _}, &1)) do
      {:text, body} -> body |> SqlBlock.statements() |> Enum.flat_map(&statement/1) |> or_nothing()
      nil -> [{"raw-sql-executed", nil}]
    end
  end

  def statement(["ALTER", "TYPE" | rest]) do
    cond do
      adjacent?(rest, "RENAME", "VALUE") -> [{"enum-value-renamed", nil}]
      true -> [{nil, nil}]
    end
  end

  def statement(["ALTER", "SCHEMA" | rest]), do: [{if("RENAME" in rest, do: "schema-renamed"), nil}]

  def statement(["ALTER", "MATERIALIZED", "VIEW" | _]), do: [{nil, nil}]
  def statement(["ALTER", kind | _]) when kind in @harmless_alter, do: [{nil, nil}]
  def statement(["CREATE", kind | _]) when kind in @harmless_create, do: [{nil, nil}]
  def statement(["DROP", kind | _]) when kind in @harmless_drop, do: [{nil, nil}]
  def statement(["LOCK" | _]), do: [{"table-locked", nil}]
  def statement(["CLUSTER" | _]), do: [{"table-locked", nil}]
  def statement(["VACUUM" | rest]), do: [{if("FULL" in rest, do: "table-locked"), nil}]
  def statement(["REFRESH" | rest]), do: [{if("CONCURRENTLY" not in rest, do: "table-locked"), nil}]

  def statement(["SET" | rest]) do
    zone =
      ("TIMEZONE" in rest or adjacent?(rest, "TIME", "ZONE")) and
        match?({:text, zone} when zone in ["UTC", "utc"], List.last(rest))

    if("LOCK_TIMEOUT" in rest, do: [:lock_timeout], else: []) ++ if(zone, do: [:utc], else: []) ++ [{nil, nil}]
  end

  def statement([word | _]) when word in ["COMMENT", "GRANT", "REVOKE", "RESET", "ANALYZE"], do: [{nil, nil}]
  # What we do not know: what it does cannot be said.
  def statement(_), do: [{"raw-sql-executed", nil}]

  defp concurrent(true, table), do: [{:built_concurrently, table}]
  defp concurrent(false, table), do: [{"index-not-concurrently", table}]

  defp or_nothing([]), do: [{nil, nil}]
  defp or_nothing(facts), do: facts
end
