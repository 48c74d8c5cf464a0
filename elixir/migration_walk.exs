# Walks what a migration does on the way up: `change/0`, `up/0` and the functions that they call, never `down/0`.
defmodule PhoenixDeploy.MigrationWalk do
  alias PhoenixDeploy.{MigrationCalls, MigrationCode, MigrationOperations, MigrationSchema, MigrationState}

  # A value that is not written down.
  @unknown {:unknown, [], [0]}
  # More calls than any migration makes of its own functions.
  @most_calls 500

  # `%{ops, unread, lock_timeout, schema}`: the schema is what the tables are after this migration.
  def operations(module, options, schema \\ MigrationSchema.empty()) do
    state = MigrationState.new(module, options, schema)
    state = Enum.reduce([{:change, 0}, {:up, 0}], state, &call(&2, &1, []))

    %{
      ops: Enum.reverse(state.ops),
      unread: Enum.reverse(state.unread),
      lock_timeout: state.lock_timeout,
      schema: state.schema
    }
  end

  # True where nothing is done at all.
  def empty?(module) do
    bodies = for {function, %{body: body}} <- module.functions, function in [{:change, 0}, {:up, 0}], do: body

    Enum.all?(bodies, fn body ->
      body |> MigrationCode.block() |> Enum.all?(&(is_atom(&1) or is_binary(&1) or &1 == []))
    end)
  end

  # A function of the module itself, once for each list of arguments.
  defp call(state, function, args) do
    key = {function, Enum.map(args, &(MigrationCode.literal(&1, state.known) || Macro.to_string(&1)))}

    if key in state.called or MapSet.size(state.called) > @most_calls do
      state
    else
      clauses = for {^function, clause} <- state.module.functions, do: clause
      state = %{state | called: MapSet.put(state.called, key)}

      Enum.reduce(clauses, state, fn clause, state ->
        known =
          clause.args |> Enum.map(&without_default/1) |> MigrationCode.bind(resolved(args, state.known), state.known)

        before = state.known
        %{body(unpiped(clause.body), %{state | known: known}) | known: before}
      end)
    end
  end

  defp without_default({:\\, _, [param, _default]}), do: param
  defp without_default(param), do: param

  defp resolved(args, known),
    do: for(arg <- args, do: MigrationCode.literal(arg, known) || MigrationCode.elements(arg, known) || arg)

  defp own?(state, function), do: List.keymember?(state.module.functions, function, 0)

  defp unpiped(ast) do
    Macro.prewalk(ast, fn
      {:|>, _, [left, {name, _, args} = right]} when is_list(args) and name != :|> -> Macro.pipe(left, right, 0)
      {:|>, meta, [left, {name, _, context}]} when is_atom(name) and is_atom(context) -> {name, meta, [left]}
      node -> node
    end)
  end

  # Statements one after another: nobody takes their value, but the last one's where somebody takes that of the whole.
  defp body(ast, %{place: place} = state) do
    {before, last} = ast |> MigrationCode.block() |> Enum.split(-1)
    state = Enum.reduce(before, %{state | place: :statement}, &walk/2)
    state = Enum.reduce(last, %{state | place: if(place == :value, do: :value, else: :statement)}, &walk/2)
    %{state | place: place}
  end

  # What a call is given.
  defp given(nodes, state) do
    place = state.place
    inner = if place == :statement, do: :argument, else: :value
    %{Enum.reduce(nodes, %{state | place: inner}, &walk/2) | place: place}
  end

  defp walk({{:., _, [{:__aliases__, _, [:Ecto, :Migration]}, name]}, meta, args}, state),
    do: walk({name, meta, args}, state)

  defp walk(node, state), do: MigrationOperations.read(node, state, &within/3) || flow(node, state)

  defp flow({:flush, _, args}, state) when args in [[], nil], do: MigrationState.flush(state)

  # SQL.
  defp flow({:execute, meta, [sql | _]}, state), do: sql(state, sql, meta)

  defp flow({:execute_file, meta, [path | _]}, state) do
    with path when path != nil <- MigrationCode.literal(path, state.known),
         {:ok, text} <- File.read(path),
         do: sql(state, text, meta),
         else: (_ -> MigrationState.add(state, "raw-sql-executed", nil, meta, "execute_file"))
  end

  # Only the way up is walked.
  defp flow({:if, _, [condition, branches]}, state) when is_list(branches) do
    case direction(condition) do
      nil -> given([condition, branches], state)
      taken -> body(branches[taken], state)
    end
  end

  defp flow({:case, _, [{:direction, _, _}, [do: clauses]]}, state) when is_list(clauses) do
    Enum.reduce(clauses, state, fn {:->, _, [pattern, lines]}, state ->
      if pattern == [:down], do: state, else: body(lines, state)
    end)
  end

  # A loop over a list that is written down is walked for each element.
  defp flow({:for, _, args}, state) when is_list(args) do
    {options, clauses} = List.pop_at(args, -1)

    case clauses do
      [{:<-, _, [pattern, list]}] when is_list(options) ->
        each(list, state, fn item, state -> body(options[:do], take(pattern, item, state)) end)

      _ ->
        looped(state, &given(args, &1))
    end
  end

  defp flow({{:., _, [{:__aliases__, _, [:Enum]}, name]}, _, [list, work]} = node, state)
       when name in [:each, :map, :flat_map] do
    case work do
      {:fn, _, [{:->, _, [[pattern], lines]}]} ->
        each(list, state, fn item, state -> body(lines, take(pattern, item, state)) end)

      {:&, meta, [{:/, _, [{:execute, _, _}, 1]}]} ->
        each(list, state, fn item, state -> sql(state, item || @unknown, meta) end)

      {:&, _, [{:/, _, [{function, _, context}, 1]}]} when is_atom(function) and is_atom(context) ->
        captured(node, function, list, state)

      {:&, _, [{:/, _, [{{:., _, _}, _, []}, _arity]}]} ->
        other(node, state)

      {:&, _, [body]} ->
        each(list, state, fn item, state -> body |> filled(item) |> walk(state) end)

      _ ->
        other(node, state)
    end
  end

  # What runs through the repo, what a library brings, and what is not here.
  defp flow({{:., _, [_, name]}, _, args} = node, state) when is_atom(name) and is_list(args), do: other(node, state)

  # A variable is what was last put into it; who matches a result wants the work done.
  defp flow({:=, _, [{name, _, context} = pattern, value]}, state) when is_atom(name) and is_atom(context) do
    place = if name |> to_string() |> String.starts_with?("_"), do: state.place, else: :value
    state = %{walk(value, %{state | place: place}) | place: state.place}
    %{state | known: MigrationCode.bind(pattern, value, state.known)}
  end

  defp flow({:=, _, [_pattern, value]}, state), do: walk(value, state)

  # Code that is written down and not run here.
  defp flow({:quote, _, _}, state), do: state

  defp flow({:fn, _, clauses}, state),
    do: Enum.reduce(clauses, state, fn {:->, _, [_, lines]}, state -> body(lines, state) end)

  defp flow({:->, _, [_, lines]}, state), do: body(lines, state)

  # A function that is given to a call is called by it.
  defp flow({:&, meta, [{:/, _, [{name, _, context}, arity]}]}, state) when is_atom(name) and is_atom(context),
    do: body({name, meta, List.duplicate(@unknown, arity)}, state)

  defp flow({:&, meta, [{:/, _, [{{:., _, _} = function, _, []}, arity]}]}, state),
    do: body({function, meta, List.duplicate(@unknown, arity)}, state)

  defp flow({:&, _, [lines]}, state), do: body(lines, state)
  defp flow({:__block__, _, lines}, state), do: body({:__block__, [], lines}, state)
  defp flow({name, meta, args}, state) when is_atom(name) and is_list(args), do: local(name, args, meta, state)

  defp flow({name, meta, context}, state) when is_atom(name) and is_atom(context),
    do: if(own?(state, {name, 0}), do: local(name, [], meta, state), else: state)

  defp flow({target, _, args}, state) when is_list(args), do: given([target | args], state)
  defp flow({key, lines}, state) when key in [:do, :else, :after, :rescue, :catch], do: branches(lines, state)
  defp flow({left, right}, state), do: given([left, right], state)
  defp flow(list, state) when is_list(list), do: Enum.reduce(list, state, &walk/2)
  defp flow(_, state), do: state

  defp branches(clauses, state) when is_list(clauses), do: Enum.reduce(clauses, state, &walk/2)
  defp branches(lines, state), do: body(lines, state)

  # A function by its name: the migration's own, or one that is not here.
  defp local(:apply, [{:__MODULE__, _, _}, name, args], meta, state) when is_atom(name) and is_list(args),
    do: local(name, args, meta, state)

  defp local(name, args, meta, %{place: place} = state) when name in [:apply, :spawn, :spawn_link] and place != :value,
    do: given(args, MigrationState.unread(state, meta, "#{name}/#{length(args)}"))

  # A call without a module: the migration's own, Ecto's, or one that an import brought.
  defp local(name, args, meta, state) do
    cond do
      own?(state, {name, length(args)}) -> own(name, args, state)
      query?(name, args) or state.place != :statement -> given(args, state)
      MigrationCalls.word?(name, length(args)) -> given(args, state)
      # What an imported function adds to a new table nobody waits for.
      match?({:create, _}, state.inside) -> state
      true -> given(args, MigrationState.unread(state, meta, "#{name}/#{length(args)}"))
    end
  end

  # What calls itself goes through rows batch by batch, and so does what it is given.
  defp own(name, args, state) do
    work = &given(args, call(&1, {name, length(args)}, args))
    if repeats?(name, state), do: looped(state, work), else: work.(state)
  end

  defp repeats?(name, %{module: %{functions: functions}}) do
    Enum.any?(for({{^name, arity}, %{body: body}} <- functions, do: {arity, body}), fn {arity, body} ->
      body |> Macro.prewalker() |> Enum.any?(&(match?({^name, _, [_ | _]}, &1) and length(elem(&1, 2)) <= arity))
    end)
  end

  # Ecto's queries are read by nobody: their words are no calls.
  defp query?(:from, _args), do: true
  defp query?(_name, _args), do: false

  defp captured(node, function, list, state) do
    if own?(state, {function, 1}),
      do: each(list, state, fn item, state -> call(state, {function, 1}, [item || @unknown]) end),
      else: other(node, state)
  end

  defp other(node, state), do: MigrationCalls.walk(node, state, %{given: &given/2, sql: &sql/3})

  # For each element that is known, else once for those that are not.
  defp each(list, state, work) do
    place = state.place

    state =
      looped(state, fn state ->
        case MigrationCode.elements(list, state.known) do
          nil -> work.(nil, valued(list, state))
          items -> items |> Enum.take(@most_calls) |> Enum.reduce(state, &work.(resolved([&1], &2.known) |> hd(), &2))
        end
      end)

    %{state | place: place}
  end

  defp valued(node, %{place: place} = state), do: %{walk(node, %{state | place: :value}) | place: place}

  defp looped(state, work), do: %{work.(%{state | loop: true}) | loop: state.loop}

  defp take(pattern, nil, state), do: %{state | known: MigrationCode.bind(pattern, @unknown, state.known)}
  defp take(pattern, item, state), do: %{state | known: MigrationCode.bind(pattern, item, state.known)}

  defp filled(body, item),
    do: Macro.prewalk(body, fn node -> if(match?({:&, _, [1]}, node) and item != nil, do: item, else: node) end)

  defp direction({:==, _, [{:direction, _, _}, way]}) when way in [:up, :down], do: if(way == :up, do: :do, else: :else)
  defp direction(_), do: nil

  defp within(inside, nodes, state),
    do: %{Enum.reduce(nodes, %{state | inside: inside}, &walk/2) | inside: state.inside}

  defp sql(state, {:fn, _, _} = work, _meta), do: walk(work, %{state | place: :statement})
  defp sql(state, {:&, _, _} = work, _meta), do: walk(work, %{state | place: :statement})

  defp sql(state, value, meta) do
    case MigrationCode.literal(value, state.known) do
      nil -> MigrationState.add(state, "raw-sql-executed", nil, meta, "execute of what is computed", true)
      text -> MigrationState.sql(state, text, meta)
    end
  end
end
