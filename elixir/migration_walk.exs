# Walks what a migration does on the way up: `change/0`, `up/0` and the helpers that they call, never `down/0`. Each operation is
# `%{rule, table, line, what, sql}`, with no rule where it is harmless.
defmodule PhoenixDeploy.MigrationWalk do
  alias PhoenixDeploy.{MigrationCode, MigrationColumns, SqlRules}
  import MigrationCode, only: [options: 1]

  @creates [:create, :create_if_not_exists]
  @drops [:drop, :drop_if_exists]
  @either @creates ++ @drops
  @indexes [:index, :unique_index]
  @writes %{
    "insert" => [:insert, :insert!, :insert_all, :insert_or_update, :insert_or_update!],
    "update" => [:update, :update!, :update_all],
    "delete" => [:delete, :delete!, :delete_all]
  }
  # These count on a new table too.
  @always ~w(json-column-added raw-sql-executed library-migration database-dropped index-concurrently-without-disable-ddl-transaction
             index-concurrently-without-disable-migration-lock)

  def operations(module, options) do
    known = for {name, value} <- module.attributes, into: %{}, do: {{:@, name}, value}

    state = %{
      module: module,
      options: options,
      known: known,
      called: MapSet.new(),
      inside: nil,
      created: MapSet.new(),
      not_valid: MapSet.new(),
      validated: MapSet.new(),
      lock_timeout: false,
      ops: []
    }

    state = Enum.reduce([{:change, 0}, {:up, 0}], state, &call(&2, &1))
    %{ops: Enum.reverse(state.ops), lock_timeout: state.lock_timeout}
  end

  # A function of the module itself, once.
  defp call(state, function) do
    if function in state.called do
      state
    else
      bodies = for {^function, body} <- state.module.functions, do: body
      Enum.reduce(bodies, %{state | called: MapSet.put(state.called, function)}, &walk(unpiped(&1), &2))
    end
  end

  defp unpiped(ast) do
    Macro.prewalk(ast, fn
      {:|>, _, [left, {name, _, args} = right]} when is_list(args) and name != :|> -> Macro.pipe(left, right, 0)
      node -> node
    end)
  end

  defp walk({{:., _, [{:__aliases__, _, [:Ecto, :Migration]}, name]}, meta, args}, state), do: walk({name, meta, args}, state)

  # Tables and their columns.
  defp walk({name, meta, [{:table, _, _} = table | rest]}, state) when name in @creates do
    table = table(table, state)
    state = state |> Map.update!(:created, &MapSet.put(&1, table)) |> add(nil, table, meta, "#{name} #{table}")
    within({:create, table}, rest, state)
  end

  defp walk({:alter, _meta, [{:table, _, _} = table | rest]}, state), do: within({:alter, table(table, state)}, rest, state)

  defp walk({name, meta, [{:table, _, _} = table | _]}, state) when name in @drops,
    do: add(state, "table-dropped", table(table, state), meta, "#{name} #{table(table, state)}")

  defp walk({:rename, meta, [{:table, _, _} = table, [to: {:table, _, _} = to]]}, state),
    do: add(state, "table-renamed", table(table, state), meta, "rename #{table(table, state)} to #{table(to, state)}")

  defp walk({:rename, meta, [{:table, _, _} = table, column, [to: to]]}, state),
    do:
      add(state, "column-renamed", table(table, state), meta, "rename #{table(table, state)}.#{name(column, state)} to #{name(to, state)}")

  defp walk({:rename, meta, [{:index, _, _} | _]}, state), do: add(state, nil, nil, meta, "rename index")

  defp walk({name, meta, [column, type | rest]}, %{inside: {_, table}} = state) when name in [:add, :add_if_not_exists] do
    state
    |> rules(MigrationColumns.added(type, options(rest), state.known), table, meta, "#{name} #{shown(column)}")
    |> then(&walk_all([type | rest], &1))
  end

  defp walk({:timestamps, meta, args}, %{inside: {_, table}} = state) do
    options = options(args)
    rule = if not Keyword.has_key?(options, :default) and options[:null] != true, do: "required-column-added"
    add(state, rule, table, meta, "timestamps")
  end

  defp walk({:modify, meta, [column, type | rest]}, %{inside: {_, table}} = state),
    do: rules(state, MigrationColumns.modified(type, options(rest), table in state.validated), table, meta, "modify #{shown(column)}")

  defp walk({name, meta, [column | _]}, %{inside: {_, table}} = state) when name in [:remove, :remove_if_exists],
    do: add(state, "column-removed", table, meta, "#{name} #{shown(column)}")

  # Indexes and constraints.
  defp walk({name, meta, [{index, _, [table | rest]} | _]}, state) when name in @either and index in @indexes do
    table = name(table, rest, state)
    index(state, table, options(rest), meta, "#{name} #{index} on #{table}")
  end

  defp walk({name, meta, [{:constraint, _, [table, title | rest]} | _]}, state) when name in @creates do
    options = options(rest)
    table = name(table, rest, state)
    what = "constraint #{shown(title)} on #{table}"

    cond do
      Keyword.has_key?(options, :exclude) -> add(state, "exclusion-constraint-added", table, meta, what)
      options[:validate] == false -> state |> Map.update!(:not_valid, &MapSet.put(&1, table)) |> add(nil, table, meta, what)
      true -> add(state, "check-constraint-added", table, meta, what)
    end
  end

  defp walk({name, meta, [{:constraint, _, [table | _]} | _]}, state) when name in @drops,
    do: add(state, nil, name(table, state), meta, "drop a constraint on #{name(table, state)}")

  # SQL.
  defp walk({:execute, meta, [sql | _]}, state), do: sql(state, sql, meta)

  defp walk({:execute_file, meta, [path | _]}, state) do
    with path when path != nil <- MigrationCode.literal(path, state.known),
         {:ok, text} <- File.read(path),
         do: sql(state, text, meta),
         else: (_ -> add(state, "raw-sql-executed", nil, meta, "execute_file"))
  end

  defp walk({{:., _, [{:__aliases__, _, [:Ecto, :Adapters, :SQL]}, name]}, meta, [_repo, sql | _]}, state) when name in [:query, :query!],
    do: sql(state, sql, meta)

  # What runs through the repo, and what a library brings.
  defp walk({{:., _, [target, name]}, meta, args} = node, state) when is_atom(name) and is_list(args) do
    kind = if repo?(target), do: write(name)

    cond do
      repo?(target) and name in [:query, :query!] and args != [] ->
        sql(state, hd(args), meta)

      kind != nil ->
        state |> add("operation-#{kind}", written(args), meta, "#{name} through the repo") |> then(&walk_all(args, &1))

      library?(target, name) ->
        add(state, "library-migration", nil, meta, Macro.to_string(node))

      true ->
        walk_all([target | args], state)
    end
  end

  # A variable is what was last put into it.
  defp walk({:=, _, [{name, _, context}, value]}, state) when is_atom(name) and is_atom(context),
    do: walk(value, %{state | known: Map.put(state.known, name, value)})

  # Code that is written down and not run here.
  defp walk({:quote, _, _}, state), do: state

  defp walk({name, _, args}, state) when is_atom(name) and is_list(args), do: walk_all(args, call(state, {name, length(args)}))
  defp walk({name, _, context}, state) when is_atom(name) and is_atom(context), do: call(state, {name, 0})
  defp walk({target, _, args}, state) when is_list(args), do: walk_all([target | args], state)
  defp walk({left, right}, state), do: walk_all([left, right], state)
  defp walk(list, state) when is_list(list), do: walk_all(list, state)
  defp walk(_, state), do: state

  defp walk_all(nodes, state), do: Enum.reduce(nodes, state, &walk/2)

  defp within(inside, nodes, state), do: %{walk_all(nodes, %{state | inside: inside}) | inside: state.inside}

  defp index(state, table, options, meta, what) do
    if options[:concurrently] == true,
      do: concurrent(state, table, meta, what),
      else: add(state, "index-not-concurrently", table, meta, what)
  end

  defp concurrent(state, table, meta, what, sql \\ false) do
    %{module: %{attributes: attributes}, options: options} = state
    transaction = if attributes[:disable_ddl_transaction] != true, do: "index-concurrently-without-disable-ddl-transaction"
    # An advisory lock keeps no other session waiting.
    lock =
      if attributes[:disable_migration_lock] != true and not options.advisory_lock, do: "index-concurrently-without-disable-migration-lock"

    rules(state, [transaction, lock], table, meta, what, sql)
  end

  defp sql(state, {:fn, _, _} = work, _meta), do: walk(work, state)

  defp sql(state, value, meta) do
    case MigrationCode.literal(value, state.known) do
      nil -> add(state, "raw-sql-executed", nil, meta, "execute of what is computed", true)
      text -> text |> SqlRules.read() |> Enum.reduce(state, &fact(&1, &2, meta, text))
    end
  end

  defp fact(:lock_timeout, state, _meta, _text), do: %{state | lock_timeout: true}
  defp fact({:created, table}, state, _meta, _text), do: Map.update!(state, :created, &MapSet.put(&1, table))
  defp fact({:not_valid, table}, state, _meta, _text), do: Map.update!(state, :not_valid, &MapSet.put(&1, table))
  defp fact({:concurrent, table}, state, meta, text), do: concurrent(state, table, meta, shortened(text), true)

  defp fact({:validated, table}, state, meta, text) do
    transaction = state.module.attributes[:disable_ddl_transaction] != true
    state = Map.update!(state, :validated, &MapSet.put(&1, table))

    if transaction and table in state.not_valid,
      do: add(state, "validated-in-same-transaction", table, meta, shortened(text), true),
      else: state
  end

  defp fact({rule, table}, state, meta, text), do: add(state, rule, table, meta, shortened(text), true)

  defp rules(state, rules, table, meta, what, sql \\ false) do
    case Enum.reject(rules, &(&1 == nil)) do
      [] -> add(state, nil, table, meta, what, sql)
      rules -> Enum.reduce(rules, state, &add(&2, &1, table, meta, what, sql))
    end
  end

  # A table that this migration made has no rows yet, and nobody waits for it.
  defp add(state, rule, table, meta, what, sql \\ false) do
    fresh = table != nil and table in state.created
    rule = if fresh and rule not in @always, do: nil, else: rule
    %{state | ops: [%{rule: rule, table: table, line: meta[:line] || 1, what: what, sql: sql, fresh: fresh} | state.ops]}
  end

  defp table({:table, _, [name | rest]}, state), do: name(name, rest, state)

  # With its schema, where the options name one.
  defp name(name, rest, state) do
    prefix = MigrationCode.literal(options(rest)[:prefix], state.known)
    if prefix in [nil, "public"], do: name(name, state), else: "#{prefix}.#{name(name, state)}"
  end

  defp name(name, state), do: MigrationCode.literal(name, state.known) || Macro.to_string(name)

  defp shown(ast), do: ast |> Macro.to_string() |> shortened()

  defp shortened(text) do
    text = text |> String.split() |> Enum.join(" ")
    if String.length(text) > 100, do: String.slice(text, 0, 99) <> "…", else: text
  end

  defp repo?({:repo, _, _}), do: true
  defp repo?({:__aliases__, _, names}), do: names |> List.last() |> to_string() |> String.ends_with?("Repo")
  defp repo?(_), do: false

  defp write(name), do: Enum.find_value(@writes, fn {kind, names} -> if name in names, do: kind end)

  defp written([table | _]) when is_binary(table), do: table
  defp written(_), do: nil

  # `Oban.Migration.up(version: 12)` and its kind: their own code, which is not here to be read.
  defp library?({:__aliases__, _, names}, name) do
    name in [:up, :change, :migrate] or
      (name not in [:module_info, :__migration__] and Enum.any?(names, &String.starts_with?(to_string(&1), "Migration")))
  end

  defp library?(_target, _name), do: false
end
