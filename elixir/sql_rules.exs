# What a statement of SQL does to tables that are in use: a list of `{rule, table}` for each, and nil as the rule of
# what is harmless. Beside them facts that a migration's walk judges by what it knows of the tables, such as `{:created,
# table}`, `{:type, table, column, type}` or `{:locked, table}`.
defmodule PhoenixDeploy.SqlRules do
  import PhoenixDeploy.Sql, only: [commas: 1, name: 1]
  alias PhoenixDeploy.{SqlBlock, SqlTypes}

  # Functions whose value is the same within a statement: a default of them is written once, and no row is touched.
  @stable ~w(NOW CURRENT_TIMESTAMP TRANSACTION_TIMESTAMP STATEMENT_TIMESTAMP TIMEZONE TO_TIMESTAMP DATE_TRUNC CONCAT
             LOWER UPPER MD5 ARRAY ROW COALESCE JSONB_BUILD_OBJECT JSONB_BUILD_ARRAY TO_JSONB CAST INTERVAL
             CURRENT_SETTING VARCHAR NUMERIC DECIMAL CHAR TIMESTAMP TIMESTAMPTZ TIME)

  @after_default ~w(NOT NULL CHECK REFERENCES UNIQUE PRIMARY CONSTRAINT COLLATE GENERATED)

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
  def volatile?(sql), do: sql |> PhoenixDeploy.Sql.statements() |> Enum.any?(&calls_volatile?/1)

  # Also for the statements inside of a block.
  def statement(["ALTER", "TABLE" | rest]) do
    {table, actions} = rest |> without(~w(IF EXISTS ONLY)) |> name()
    [{:locked, table} | actions |> commas() |> Enum.flat_map(&action(&1, table))]
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
    do: if(calls?(rest, @reading ++ @stable), do: [{"raw-sql-executed", nil}], else: [{nil, nil}])

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

  defp action(["ADD", "CONSTRAINT" | rest], table) do
    {name, rest} = name(rest)
    constraint(rest, table, name)
  end

  defp action(["ADD", kind | _] = [_ | rest], table) when kind in ~w(CHECK UNIQUE PRIMARY FOREIGN EXCLUDE),
    do: constraint(rest, table, nil)

  defp action(["ADD" | rest], table) do
    {column, type} = rest |> without(~w(COLUMN IF NOT EXISTS)) |> name()
    [{:column, table, column, SqlTypes.of_tokens(type), not adjacent?(type, "NOT", "NULL")} | column(type, table)]
  end

  defp action(["DROP", "CONSTRAINT" | _], table), do: [{nil, table}]

  defp action(["DROP" | rest], table),
    do: [{:gone, table, rest |> without(~w(COLUMN IF EXISTS)) |> name() |> elem(0)}, {"column-removed", table}]

  defp action(["RENAME", "TO" | rest], table),
    do: [{:renamed, table, rest |> name() |> elem(0)}, {"table-renamed", table}]

  defp action(["RENAME", "CONSTRAINT" | _], table), do: [{nil, table}]

  defp action(["RENAME" | rest], table) do
    {column, rest} = rest |> without(["COLUMN"]) |> name()
    [{:renamed, table, column, rest |> without(["TO"]) |> name() |> elem(0)}, {"column-renamed", table}]
  end

  defp action(["SET", "SCHEMA" | _], table), do: [{"table-renamed", table}]

  defp action(["SET", kind | _], table) when kind in ~w(TABLESPACE LOGGED UNLOGGED ACCESS),
    do: [{"table-rewritten", table}]

  defp action(["VALIDATE", "CONSTRAINT" | rest], table), do: [{:validated, table, rest |> name() |> elem(0)}]

  defp action(["DETACH", "PARTITION" | rest], table),
    do: [{if("CONCURRENTLY" in rest, do: :concurrent, else: "partition-detached"), table}]

  defp action(["ALTER", "CONSTRAINT" | _], table), do: [{nil, table}]

  defp action(["ALTER" | rest], table) do
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

  defp action([word | _], table)
       when word in ~w(SET RESET ENABLE DISABLE FORCE NO OWNER REPLICA ATTACH INHERIT OF NOT CLUSTER),
       do: [{nil, table}]

  defp action(_, table), do: [{"raw-sql-executed", table}]

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
      {default != [] and calls_volatile?(default), "column-volatile-default"},
      {adjacent?(type, "NOT", "NULL") and default == [] and "GENERATED" not in type, "required-column-added"}
    ]

    case for({true, rule} <- rules, do: {rule, table}) do
      [] -> [{nil, table}]
      found -> found
    end
  end

  defp calls_volatile?(tokens), do: calls?(tokens, @stable)

  defp calls?(tokens, known) do
    tokens
    |> Enum.chunk_every(2, 1, :discard)
    |> Enum.any?(fn [word, next] -> next == :"(" and callable?(word) and word not in known end)
  end

  defp or_nothing([]), do: [{nil, nil}]
  defp or_nothing(facts), do: facts

  defp callable?({:name, _}), do: true
  defp callable?(word), do: is_binary(word)

  defp without(tokens, words), do: Enum.drop_while(tokens, &(&1 in words))
  defp adjacent?(tokens, one, next), do: tokens |> Enum.chunk_every(2, 1, :discard) |> Enum.member?([one, next])
end
