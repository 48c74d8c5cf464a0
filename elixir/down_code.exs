# What rolling a migration back would do, read from its code alone: `down/0`, or `change/0` in reverse, and the
# functions that they call. Nothing is run. What is not understood is said, never passed over.
defmodule PhoenixDeploy.DownCode do
  alias PhoenixDeploy.DownSql

  @deepest 20
  @harmless [:flush, :import, :alias, :require, :use, :prefix, :direction, :repo]

  # A list of `{:irreversible | :unread | :rows, line, what}`, `{:table, line, {prefix, table}}` and
  # `{:column, line, {prefix, table}, column}`. The prefix is `:default` where `table/2` names none, and nil where SQL
  # does not.
  def read(text) do
    with {:ok, ast} <- Code.string_to_quoted(text),
         [code | _] <- ast |> modules() |> Enum.filter(&known?/1) do
      entry(code)
    else
      _ -> [{:unread, 1, "no migration could be read in its file"}]
    end
  end

  defp entry(code) do
    run = fn name, mode -> own(name, [], Map.merge(code, %{mode: mode, depth: 0, vars: %{}})) end

    cond do
      bodies(code, :down, 0) != [] -> run.(:down, :down) ++ around(run)
      bodies(code, :change, 0) != [] -> run.(:change, :reverse) ++ around(run)
      true -> [{:irreversible, 1, "it has no function `down`"}]
    end
  end

  # What Ecto calls in either direction.
  defp around(run), do: Enum.flat_map([:after_begin, :before_commit], &run.(&1, :down))

  defp known?(code), do: Enum.any?([:up, :down, :change], &(bodies(code, &1, 0) != []))

  defp modules(ast) do
    {_, found} =
      Macro.prewalk(ast, [], fn
        {:defmodule, _, [_, [do: body]]} = node, found -> {node, [module(block(body)) | found]}
        node, found -> {node, found}
      end)

    Enum.reverse(found)
  end

  defp module(nodes) do
    %{
      functions: for({kind, _, [head | body]} when kind in [:def, :defp] <- nodes, do: function(head, body)),
      attributes: attributes(nodes)
    }
  end

  # One that is set twice has another value in between.
  defp attributes(nodes) do
    set = for {:@, _, [{name, _, [value]}]} <- nodes, do: {name, value}
    for {name, [value]} <- Enum.group_by(set, &elem(&1, 0), &elem(&1, 1)), literal?(value), into: %{}, do: {name, value}
  end

  defp function({:when, _, [head | _]}, body), do: function(head, body)
  defp function({name, _, args}, body), do: {name, if(is_list(args), do: args, else: []), List.first(body) || []}

  defp bodies(code, name, arity),
    do: for({^name, args, body} <- code.functions, length(args) == arity, do: {args, body})

  defp block({:__block__, _, nodes}), do: nodes
  defp block(node), do: [node]

  defp literal?(value), do: is_atom(value) or is_binary(value) or is_number(value)

  # A function of the migration itself; what calls itself is followed for a while only.
  defp own(_name, _args, %{depth: @deepest}), do: [{:unread, 1, "its functions call each other"}]

  defp own(name, args, state) do
    for {params, body} <- bodies(state, name, length(args)),
        effect <- body(body, called(state, params, args)),
        do: effect
  end

  defp body([do: node], state), do: walk(node, state)
  defp body(_, _state), do: [{:unread, 1, "a function of it rescues errors"}]

  defp called(state, params, args) do
    vars =
      for {{name, _, context}, arg} when is_atom(context) <- Enum.zip(params, args),
          into: %{},
          do: {name, value(arg, state)}

    %{state | vars: vars, depth: state.depth + 1}
  end

  # A name that is written down, as text; nil where it is computed.
  defp value({:@, _, [{name, _, _}]}, state), do: text(state.attributes[name])
  defp value({name, _, context}, state) when is_atom(name) and is_atom(context), do: state.vars[name]
  defp value(node, _state), do: text(node)

  defp text(node) when (is_atom(node) and node not in [nil, true, false]) or is_binary(node), do: to_string(node)
  defp text(_node), do: nil

  defp walk({:|>, _, _} = node, state), do: node |> unpiped() |> walk(state)
  defp walk({:__block__, _, nodes}, state), do: Enum.flat_map(nodes, &walk(&1, state))

  defp walk({{:., _, [{:__aliases__, _, [:Ecto, :Migration]}, name]}, meta, args}, state),
    do: walk({name, meta, args}, state)

  defp walk({{:., _, [{:repo, _, _}, name]}, meta, [text | _]}, state) when name in [:query, :query!],
    do: sql(text, meta, state)

  defp walk({name, meta, [target | more]}, state) when name in [:create, :create_if_not_exists],
    do: created(target(target, state), {meta, more}, state)

  defp walk({name, meta, [target | _]}, state) when name in [:drop, :drop_if_exists],
    do: dropped(target(target, state), {name, meta, target}, state)

  defp walk({:rename, _, [_ | _]}, _state), do: []

  defp walk({:alter, meta, [target, [do: changes]]}, state) do
    case target(target, state) do
      {:table, table} -> changes |> block() |> Enum.flat_map(&altered(&1, table, state))
      _ -> unread({:alter, meta, [target]})
    end
  end

  defp walk({:execute, meta, [one]} = node, %{mode: mode} = state),
    do: if(mode == :reverse, do: irreversible(node), else: sql(one, meta, state))

  defp walk({:execute, meta, [up, down]}, %{mode: mode} = state),
    do: sql(if(mode == :reverse, do: down, else: up), meta, state)

  defp walk({:execute_file, _, [_]} = node, %{mode: :reverse}), do: irreversible(node)
  defp walk({:raise, meta, _}, _state), do: [{:irreversible, line(meta), "it raises"}]

  defp walk({word, _, [condition, branches]} = node, state) when word in [:if, :unless] and is_list(branches) do
    case down?(condition) do
      nil -> if(literal?(condition), do: [], else: unread(node)) ++ Enum.flat_map(branches, &walk(elem(&1, 1), state))
      down -> walk(branches[if(down == (word == :if), do: :do, else: :else)], state)
    end
  end

  defp walk({:case, _, [{:direction, _, _}, [do: clauses]]}, state),
    do: for({:->, _, [[way], node]} <- clauses, way != :up, effect <- walk(node, state), do: effect)

  defp walk({:for, _, [{:<-, _, [pattern, list]}, [do: node]]} = whole, state),
    do: each(whole, list, pattern, node, state)

  defp walk(
         {{:., _, [{:__aliases__, _, [:Enum]}, :each]}, _, [list, {:fn, _, [{:->, _, [[pattern], node]}]}]} = whole,
         state
       ),
       do: each(whole, list, pattern, node, state)

  defp walk({:=, _, [_, value]}, state), do: if(value(value, state) == nil, do: walk(value, state), else: [])
  defp walk({name, _, args}, _state) when name in @harmless and (is_atom(args) or is_list(args)), do: []

  defp walk({name, _, args} = node, state) when is_atom(name) and is_list(args),
    do: if(bodies(state, name, length(args)) == [], do: unread(node), else: own(name, args, state))

  defp walk({name, _, context} = node, state) when is_atom(name) and is_atom(context),
    do: if(bodies(state, name, 0) == [] or Map.has_key?(state.vars, name), do: [], else: own(elem(node, 0), [], state))

  defp walk({_, _, _} = node, _state), do: unread(node)
  defp walk({one, other}, state), do: walk(one, state) ++ walk(other, state)
  defp walk(list, state) when is_list(list), do: Enum.flat_map(list, &walk(&1, state))
  defp walk(_literal, _state), do: []

  defp each(whole, list, {name, _, context}, node, state) when is_list(list) and is_atom(context) do
    names = Enum.map(list, &value(&1, state))
    if nil in names, do: unread(whole), else: Enum.flat_map(names, &walk(node, put_in(state.vars[name], &1)))
  end

  defp each(whole, _list, _pattern, _node, _state), do: unread(whole)

  defp target({:|>, _, _} = node, state), do: node |> unpiped() |> target(state)

  defp target({:table, _, [name | opts]}, state) do
    opts = List.first(opts) || []
    prefix = if Keyword.keyword?(opts), do: opts[:prefix]
    table = value(name, state)

    if table == nil or (prefix != nil and value(prefix, state) == nil),
      do: nil,
      else: {:table, {if(prefix, do: value(prefix, state), else: :default), table}}
  end

  defp target({name, _, [_ | _]}, _state) when name in [:index, :unique_index], do: :index
  defp target({:constraint, _, [_ | _]}, _state), do: :constraint
  defp target(_node, _state), do: nil

  defp created({:table, table}, {meta, _}, %{mode: :reverse}), do: [{:table, line(meta), table}]
  defp created(nil, {meta, _}, _state), do: [{:unread, line(meta), "what it creates is computed"}]
  defp created(_target, _node, _state), do: []

  defp dropped({:table, table}, {_, meta, _}, %{mode: :down}), do: [{:table, line(meta), table}]
  defp dropped(:index, _node, _state), do: []
  defp dropped(:constraint, _node, %{mode: :down}), do: []
  defp dropped(nil, node, _state), do: unread(put_elem(node, 2, [elem(node, 2)]))
  defp dropped(_target, {name, meta, target}, _state), do: irreversible({name, meta, [target]})

  defp altered({:add, meta, [name, _ | _]}, table, %{mode: :reverse} = state), do: column(name, meta, table, state)

  defp altered({:timestamps, meta, args}, table, %{mode: :reverse} = state) do
    opts = if is_list(args), do: List.first(args) || [], else: []

    for key <- [:inserted_at, :updated_at],
        name = if(Keyword.keyword?(opts), do: Keyword.get(opts, key, key), else: key),
        name != false,
        effect <- column(name, meta, table, state),
        do: effect
  end

  defp altered({name, meta, [column | _]}, table, %{mode: :down} = state) when name in [:remove, :remove_if_exists],
    do: column(column, meta, table, state)

  defp altered({:remove, _, [_, _ | _]}, _table, %{mode: :reverse}), do: []
  defp altered({:modify, meta, args} = node, table, %{mode: :reverse}), do: modified(args, {node, meta}, table)

  defp altered({name, _, _} = node, _table, %{mode: :reverse})
       when name in [:remove, :remove_if_exists, :add_if_not_exists],
       do: irreversible(node)

  defp altered({name, _, _}, _table, %{mode: :down}) when name in [:add, :add_if_not_exists, :timestamps], do: []

  defp altered({:modify, _, [_, type | _]} = node, _table, %{mode: :down}),
    do: if(keeps?(type), do: [], else: unread(node))

  defp altered(node, _table, _state), do: unread(node)

  # A modified column gets back the type that `from:` names. Where it is another one, values may be rounded or cut.
  defp modified([column, type, opts], {node, meta}, {_, table}) when is_list(opts) do
    case if(Keyword.keyword?(opts), do: opts[:from]) do
      nil -> irreversible(node)
      {before, more} when is_list(more) -> retyped(before, type, {column, table, meta})
      before -> retyped(before, type, {column, table, meta})
    end
  end

  defp modified(_args, {node, _}, _table), do: irreversible(node)

  defp retyped(same, same, _where), do: []
  defp retyped({name, _, args}, {name, _, args}, _where), do: []

  defp retyped(before, _type, {column, table, meta}),
    do:
      if(keeps?(before),
        do: [],
        else: [{:rows, line(meta), "changes the type of #{table}.#{text(column) || shown(column)}"}]
      )

  # A database refuses a text that is too long, or a number that is too large for a key, and cuts neither.
  defp keeps?({:references, _, [_ | _]}), do: true
  defp keeps?(type), do: type in [:string, :text, :citext]

  defp column(name, meta, table, state) do
    case value(name, state) do
      nil -> [{:unread, line(meta), "a column whose name is computed"}]
      column -> [{:column, line(meta), table, column}]
    end
  end

  defp sql({sigil, _, [{:<<>>, _, [text]}, _]}, meta, state) when sigil in [:sigil_s, :sigil_S],
    do: sql(text, meta, state)

  defp sql(text, meta, _state) when is_binary(text), do: DownSql.effects(text, line(meta))

  defp sql({:@, _, [{name, _, _}]} = node, meta, state) do
    text = state.attributes[name]
    if is_binary(text), do: DownSql.effects(text, line(meta)), else: unread(node)
  end

  defp sql({:fn, _, [{:->, _, [[], work]}]}, _meta, state), do: walk(work, state)

  defp sql({:&, _, [{:/, _, [{name, _, context}, 0]}]} = node, _meta, state) when is_atom(name) and is_atom(context),
    do: if(bodies(state, name, 0) == [], do: unread(node), else: own(name, [], state))

  defp sql(node, meta, _state), do: [{:unread, line(meta), "execute of #{shown(node)}"}]

  # True where a condition holds when it is rolled back, false where it does not, nil where it asks for something else.
  defp down?({:==, _, [{:direction, _, _}, way]}) when way in [:up, :down], do: way == :down
  defp down?(_condition), do: nil

  defp unpiped({:|>, _, [left, {name, meta, context}]}) when is_atom(name) and is_atom(context),
    do: {name, meta, [left]}

  defp unpiped({:|>, _, [left, right]}), do: Macro.pipe(left, right, 0)

  defp irreversible({_, meta, _} = node), do: [{:irreversible, line(meta), "#{shown(node)} cannot be reversed"}]
  defp unread({_, meta, _} = node), do: [{:unread, line(meta), shown(node)}]
  defp unread(node), do: [{:unread, 1, shown(node)}]

  defp line(meta), do: Keyword.get(meta, :line, 1)

  defp shown(node) do
    text = node |> Macro.to_string() |> String.split() |> Enum.join(" ")
    if String.length(text) > 80, do: String.slice(text, 0, 79) <> "…", else: text
  end
end
