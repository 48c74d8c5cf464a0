# Ecto.Migration's operations on tables, columns, indexes and constraints.
defmodule PhoenixDeploy.MigrationOperations do
  alias PhoenixDeploy.{MigrationCode, MigrationColumns, MigrationSchema, MigrationState}
  import MigrationCode, only: [options: 1]
  import MigrationState, only: [add: 5, rules: 5, lock: 2, schema: 2, shortened: 1]

  @creates [:create, :create_if_not_exists]
  @drops [:drop, :drop_if_exists]
  @either @creates ++ @drops
  @indexes [:index, :unique_index]

  # The state after it; nil for what is none. `within` walks the lines of a table's block.
  def read({name, meta, [{:table, _, _} = table | rest]}, state, within) when name in @creates do
    title = table(table, state)
    there = name == :create_if_not_exists and MigrationSchema.known?(state.schema, title)
    state = if there, do: state, else: MigrationState.create(state, title)
    within.({:create, title}, rest, add(state, nil, title, meta, "#{name} #{title}"))
  end

  def read({:alter, _meta, [{:table, _, _} = table | rest]}, state, within) do
    table = table(table, state)
    within.({:alter, table}, rest, lock(state, table))
  end

  def read({name, meta, [{:table, _, _} = table | _]}, state, _within) when name in @drops do
    table = table(table, state)
    state |> add("table-dropped", table, meta, "#{name} #{table}") |> schema(&MigrationSchema.drop(&1, table))
  end

  def read({:rename, meta, [{:table, _, _} = table, [to: {:table, _, _} = to]]}, state, _within) do
    [table, to] = for one <- [table, to], do: table(one, state)
    created = if table in state.created, do: MapSet.put(state.created, to), else: MapSet.delete(state.created, to)

    state =
      state
      |> add("table-renamed", table, meta, "rename #{table} to #{to}")
      |> schema(&MigrationSchema.rename(&1, table, to))

    %{state | created: created |> MapSet.delete(table)}
  end

  def read({:rename, meta, [{:table, _, _} = table, column, [to: to]]}, state, _within) do
    [table, column, to] = [table(table, state), name(column, state), name(to, state)]

    state
    |> add("column-renamed", table, meta, "rename #{table}.#{column} to #{to}")
    |> schema(&MigrationSchema.rename(&1, table, column, to))
  end

  def read({:rename, meta, [{:index, _, _} | _]}, state, _within), do: add(state, nil, nil, meta, "rename index")

  def read({name, meta, [column, type | rest]}, %{inside: {_, table}} = state, _within)
      when name in [:add, :add_if_not_exists] do
    {type, options} = {typed(type, state), options(rest)}

    state
    |> rules(MigrationColumns.added(type, options, state.known), table, meta, "#{name} #{shown(column)}")
    |> referred(type, table, column)
    |> schema(&MigrationSchema.put(&1, table, name(column, state), MigrationColumns.new(type, options)))
  end

  def read({:timestamps, meta, args}, %{inside: {_, table}} = state, _within) do
    options = options(args)
    rule = if not Keyword.has_key?(options, :default) and options[:null] != true, do: "required-column-added"
    # Their type may stand in the repo's configuration.
    column = %{type: options[:type] && MigrationColumns.new(options[:type], []).type, null: options[:null] == true}
    names = for key <- [:inserted_at, :updated_at], options[key] != false, do: to_string(options[key] || key)
    state = add(state, rule, table, meta, "timestamps")
    Enum.reduce(names, state, fn name, state -> schema(state, &MigrationSchema.put(&1, table, name, column)) end)
  end

  def read({:modify, meta, [column, type | rest]}, %{inside: {_, table}} = state, _within) do
    {title, type, options} = {name(column, state), typed(type, state), options(rest)}
    was = MigrationSchema.column(state.schema, table, title)
    found = MigrationColumns.modified(type, options, was, MigrationState.proven?(state, table, title))

    state
    |> rules(found, table, meta, "modify #{shown(column)}")
    |> referred(type, table, column)
    |> schema(&MigrationSchema.put(&1, table, title, MigrationColumns.changed(type, options, was)))
  end

  def read({name, meta, [column | _]}, %{inside: {_, table}} = state, _within)
      when name in [:remove, :remove_if_exists],
      do:
        state
        |> add("column-removed", table, meta, "#{name} #{shown(column)}")
        |> schema(&MigrationSchema.remove(&1, table, name(column, state)))

  # Indexes and constraints.
  def read({name, meta, [{index, _, [table | rest]} | _]}, state, _within) when name in @either and index in @indexes do
    table = name(table, rest, state)
    what = "#{name} #{index} on #{table}"

    concurrently = options(rest)[:concurrently] == true

    cond do
      concurrently and name in @drops -> MigrationState.concurrent(state, table, meta, what)
      concurrently -> MigrationState.built_concurrently(state, table, meta, what)
      # To drop an index is the work of a moment, unlike to build it.
      name in @drops -> add(state, nil, table, meta, what)
      true -> state |> lock(table) |> add("index-not-concurrently", table, meta, what)
    end
  end

  def read({name, meta, [{:constraint, _, [table, title | rest]} | _]}, state, _within) when name in @creates do
    options = options(rest)

    {table, title, what} =
      {name(table, rest, state), name(title, state), "constraint #{shown(title)} on #{name(table, rest, state)}"}

    validated = options[:validate] != false
    check = MigrationCode.literal(options[:check], state.known)
    state = state |> lock(table) |> schema(&MigrationSchema.check(&1, table, title, check, validated))

    cond do
      Keyword.has_key?(options, :exclude) -> add(state, "exclusion-constraint-added", table, meta, what)
      not validated -> add(%{state | not_valid: MapSet.put(state.not_valid, {table, title})}, nil, table, meta, what)
      true -> add(state, "check-constraint-added", table, meta, what)
    end
  end

  def read({name, meta, [{:constraint, _, [table | _]} | _]}, state, _within) when name in @drops,
    do: add(state, nil, name(table, state), meta, "drop a constraint on #{name(table, state)}")

  def read(_node, _state, _within), do: nil

  # The rows of both tables of a reference stay until it is there.
  defp referred(state, {:references, _, [to | rest]}, table, column) do
    state = lock(state, name(to, rest, state))

    if options(rest)[:validate] == false,
      do: %{state | not_valid: MapSet.put(state.not_valid, {table, "#{table}_#{name(column, state)}_fkey"})},
      else: state
  end

  defp referred(state, _type, _table, _column), do: state

  # A type may stand in a variable or an attribute.
  defp typed({name, _, context} = type, state) when is_atom(name) and is_atom(context),
    do: Map.get(state.known, name, type)

  defp typed({:@, _, [{name, _, context}]} = type, state) when is_atom(context),
    do: Map.get(state.known, {:@, name}, type)

  defp typed(type, _state), do: type

  defp table({:table, _, [name | rest]}, state), do: name(name, rest, state)

  # With its schema, where the options name one.
  defp name(name, rest, state) do
    prefix = MigrationCode.literal(options(rest)[:prefix], state.known)
    if prefix in [nil, "public"], do: name(name, state), else: "#{prefix}.#{name(name, state)}"
  end

  defp name(name, state), do: MigrationCode.literal(name, state.known) || Macro.to_string(name)

  defp shown(ast) when is_binary(ast), do: shortened(ast)
  defp shown(ast), do: ast |> Macro.to_string() |> shortened()
end
