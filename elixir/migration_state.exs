# What was found out of a migration while it is walked: its operations, what it made, what it locks, and what nobody
# could read. An operation is `%{rule, notice, table, line, what, sql, fresh}`, with no rule where it is harmless.
defmodule PhoenixDeploy.MigrationState do
  alias PhoenixDeploy.{MigrationCode, MigrationSchema, SqlRules, SqlTypes}

  # These count on a new table too.
  @always ~w(raw-sql-executed library-migration database-dropped index-concurrently-without-disable-ddl-transaction
             index-concurrently-without-disable-migration-lock)

  def new(module, options, schema) do
    %{
      module: module,
      options: options,
      known: known(module),
      called: MapSet.new(),
      inside: nil,
      # `:statement`: nobody takes the value; `:argument`: of such a call; `:value`: it is used.
      place: :statement,
      loop: false,
      transaction: module.attributes[:disable_ddl_transaction] != true,
      schema: schema,
      created: MapSet.new(),
      not_valid: MapSet.new(),
      validated: MapSet.new(),
      # Tables that are kept from being written until the transaction ends; those that Ecto still holds back until it
      # flushes.
      locked: MapSet.new(),
      waiting: MapSet.new(),
      lock_timeout: false,
      utc: false,
      ops: [],
      unread: []
    }
  end

  # What is written down: attributes, and functions without arguments that are a text.
  defp known(%{attributes: attributes, functions: functions}) do
    texts =
      for {{name, 0}, %{body: body}} <- functions,
          text = MigrationCode.literal(body, %{}),
          into: %{},
          do: {{:function, name}, text}

    for {name, value} <- attributes, into: texts, do: {{:@, name}, value}
  end

  def add(state, rule, table, meta, what, sql \\ false)
  def add(state, {:notice, rule}, table, meta, what, sql), do: push(state, rule, true, {table, meta, what, sql})
  def add(state, rule, table, meta, what, sql), do: push(state, rule, false, {table, meta, what, sql})

  # A table that this migration made has no rows yet, and nobody waits for it.
  defp push(state, rule, notice, {table, meta, what, sql}) do
    fresh = table != nil and table in state.created
    # What reads a materialized view goes on while it is indexed.
    view = rule == "index-not-concurrently" and table in state.schema.views
    rule = if view or (fresh and rule not in @always), do: nil, else: rule
    op = %{rule: rule, notice: notice, table: table, line: meta[:line] || 1, what: what, sql: sql, fresh: fresh}
    # The same of several columns in one statement, or of each element of a loop, is said once.
    if (rule != nil or state.loop) and op in state.ops, do: state, else: %{state | ops: [op | state.ops]}
  end

  def rules(state, rules, table, meta, what, sql \\ false) do
    case Enum.reject(rules, &(&1 == nil)) do
      [] -> add(state, nil, table, meta, what, sql)
      rules -> Enum.reduce(rules, state, &add(&2, &1, table, meta, what, sql))
    end
  end

  # What is not here to be read, at its place.
  def unread(state, meta, what), do: %{state | unread: [%{line: meta[:line] || 1, what: what} | state.unread]}

  def create(state, table),
    do: %{state | created: MapSet.put(state.created, table), schema: MigrationSchema.create(state.schema, table)}

  def schema(state, work), do: %{state | schema: work.(state.schema)}

  # Writers of this table wait until the transaction ends.
  def lock(state, table) do
    if state.transaction and table != nil and table not in state.created,
      do: %{state | waiting: MapSet.put(state.waiting, table)},
      else: state
  end

  def flush(state), do: %{state | locked: MapSet.union(state.locked, state.waiting)}

  # Rows that are read and written while others wait: in the order of the statements, or, through the repo, after what
  # was flushed.
  def insert(state, meta, what, sql) do
    locked = if sql, do: MapSet.union(state.locked, state.waiting), else: state.locked

    case locked |> MapSet.to_list() |> Enum.sort() do
      [table | _] -> add(state, "operation-insert", table, meta, "#{what} while #{table} is locked", sql)
      [] -> add(state, nil, nil, meta, what, sql)
    end
  end

  # Rows that are written down are few.
  def insert_few(state, table, meta, what, sql), do: add(state, {:notice, "operation-insert"}, table, meta, what, sql)

  # An update or a deletion: in a transaction its rows stay locked; outside, in a loop, each ends by itself.
  def write(state, rule, table, meta, what, sql \\ false) do
    rule = if not state.transaction and state.loop, do: {:notice, rule}, else: rule
    add(state, rule, table, meta, what, sql)
  end

  # Outside of a transaction it waits for the transactions that use the table, and Ecto's lock is on another one.
  def concurrent(state, table, meta, what, sql \\ false),
    do: rules(state, [without_transaction(state)], table, meta, what, sql)

  # To build an index is to wait for every older snapshot too, such as the one of the transaction with Ecto's lock.
  def built_concurrently(state, table, meta, what, sql \\ false) do
    %{module: %{attributes: attributes}, options: options} = state
    # An advisory lock keeps no other session waiting.
    lock =
      if attributes[:disable_migration_lock] != true and not options.advisory_lock,
        do: "index-concurrently-without-disable-migration-lock"

    rules(state, [without_transaction(state), lock], table, meta, what, sql)
  end

  defp without_transaction(%{module: %{attributes: attributes}}),
    do: if(attributes[:disable_ddl_transaction] != true, do: "index-concurrently-without-disable-ddl-transaction")

  # SQL, statement by statement.
  def sql(state, text, meta) do
    case SqlRules.read(text) do
      [] -> add(state, nil, nil, meta, "empty SQL", true)
      facts -> Enum.reduce(facts, state, &fact(&1, &2, meta, text))
    end
  end

  defp fact(:lock_timeout, state, _meta, _text), do: %{state | lock_timeout: true}
  defp fact(:utc, state, _meta, _text), do: %{state | utc: true}
  defp fact({:created, table}, state, _meta, _text), do: create(state, table)
  defp fact({:view, name}, state, _meta, _text), do: state |> create(name) |> schema(&MigrationSchema.view(&1, name))
  defp fact({:locked, table}, state, _meta, _text), do: lock(state, table)
  defp fact({:concurrent, table}, state, meta, text), do: concurrent(state, table, meta, shortened(text), true)

  defp fact({:built_concurrently, table}, state, meta, text),
    do: built_concurrently(state, table, meta, shortened(text), true)

  defp fact({:selected, _table}, state, meta, text), do: insert(state, meta, shortened(text), true)

  defp fact({:not_valid, table, name}, state, _meta, _text),
    do: %{state | not_valid: MapSet.put(state.not_valid, {table, name})}

  defp fact({:check, table, name, text, valid}, state, _meta, _text),
    do: schema(state, &MigrationSchema.check(&1, table, name, text, valid))

  defp fact({:validated, table, name}, state, meta, text) do
    # A check that the folder does not show may say so too.
    state =
      if state.schema.checks[{table, name}], do: state, else: Map.update!(state, :validated, &MapSet.put(&1, table))

    state = schema(state, &MigrationSchema.validate(&1, table, name))

    if state.transaction and {table, name} in state.not_valid,
      do: add(state, "validated-in-same-transaction", table, meta, shortened(text), true),
      else: add(state, nil, table, meta, shortened(text), true)
  end

  defp fact({:column, table, column, type, null}, state, _meta, _text),
    do: schema(state, &MigrationSchema.put(&1, table, column, %{type: type, null: null}))

  defp fact({:gone, table, column}, state, _meta, _text), do: schema(state, &MigrationSchema.remove(&1, table, column))

  defp fact({:renamed, table, column, to}, state, _meta, _text),
    do: schema(state, &MigrationSchema.rename(&1, table, column, to))

  defp fact({:renamed, table, to}, state, _meta, _text), do: schema(state, &MigrationSchema.rename(&1, table, to))

  defp fact({:type, table, column, type}, state, meta, text) do
    was = MigrationSchema.column(state.schema, table, column)
    rewrites = if state.utc, do: SqlTypes.rewrites_in_utc?(was[:type], type), else: SqlTypes.rewrites?(was[:type], type)
    rule = if rewrites, do: "column-type-changed"

    state
    |> add(rule, table, meta, shortened(text), true)
    |> schema(&MigrationSchema.put(&1, table, column, %{type: type, null: was[:null]}))
  end

  defp fact({:null, table, column, null}, state, meta, text) do
    was = MigrationSchema.column(state.schema, table, column)

    rule =
      cond do
        was[:null] == null -> nil
        null -> {:notice, "null-allowed"}
        proven?(state, table, column) -> nil
        true -> "not-null-added"
      end

    state
    |> add(rule, table, meta, shortened(text), true)
    |> schema(&MigrationSchema.put(&1, table, column, %{type: was[:type], null: null}))
  end

  defp fact({"operation-insert", table}, state, meta, text), do: insert_few(state, table, meta, shortened(text), true)

  defp fact({rule, table}, state, meta, text) when rule in ["operation-update", "operation-delete"],
    do: write(state, rule, table, meta, shortened(text), true)

  defp fact({rule, table}, state, meta, text), do: add(state, rule, table, meta, shortened(text), true)

  # A check that was validated, by an earlier migration or by this one, says that no row has NULL there.
  def proven?(state, table, column),
    do: table in state.validated or MigrationSchema.proven?(state.schema, table, column)

  def shortened(text) do
    text = text |> String.split() |> Enum.join(" ")
    if String.length(text) > 100, do: String.slice(text, 0, 99) <> "…", else: text
  end
end
