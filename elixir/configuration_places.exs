# What the text of config/runtime.exs says of a failure: the statement at which it happened, whether that hangs on an
# environment variable, and the texts that a variable is compared with.
defmodule PhoenixDeploy.ConfigurationPlaces do
  @variable ~r/^[A-Z][A-Z0-9_]{2,99}$/
  @conditions [:if, :unless, :case, :cond, :with]

  # The syntax tree; nil where there is no such file or it cannot be parsed: the failure itself says why.
  def parse(path) do
    with {:ok, text} <- File.read(path),
         {:ok, tree} <- Code.string_to_quoted(text, file: path),
         do: tree,
         else: (_ -> nil)
  end

  # Names that the text gives to calls, with the line of the first.
  def names(nil), do: %{}

  def names(tree) do
    {_, names} =
      Macro.prewalk(tree, [], fn
        {_, meta, args} = node, seen when is_list(args) ->
          {node, for(name <- args, is_binary(name) and name =~ @variable, do: {name, meta[:line]}) ++ seen}

        node, seen ->
          {node, seen}
      end)

    # Met in order, so the first comes last.
    for {name, line} <- names, line != nil, into: %{}, do: {name, line}
  end

  # Texts that the variable is compared with: heads of `case`, `in`, `==`, and beginnings (`"sk_" <> _`).
  def literals(nil, _name), do: []

  def literals(tree, name) do
    bound = bound(tree)

    {_, found} = Macro.prewalk(tree, [], fn node, found -> {node, Enum.reverse(compared(node, name, bound), found)} end)

    found |> Enum.reverse() |> Enum.uniq()
  end

  defp compared({:case, _, [subject, [do: clauses]]}, name, bound) do
    if concerns?(subject, name, bound), do: texts(for({:->, _, [head, _]} <- clauses, do: head)), else: []
  end

  defp compared({:|>, _, [subject, {:case, _, [[do: clauses]]}]}, name, bound) do
    if concerns?(subject, name, bound), do: texts(for({:->, _, [head, _]} <- clauses, do: head)), else: []
  end

  defp compared({operator, _, [left, right]}, name, bound) when operator in [:in, :==, :===, :!=, :=~] do
    for {one, other} <- [{left, right}, {right, left}], concerns?(one, name, bound), text <- texts(other), do: text
  end

  defp compared({:=, _, [left, right]}, name, bound) do
    if concerns?(right, name, bound), do: texts(left), else: []
  end

  defp compared(_, _, _), do: []

  defp texts(tree) do
    {_, texts} =
      Macro.prewalk(tree, [], fn
        {:<>, _, [prefix, _]}, seen when is_binary(prefix) -> {nil, [{:prefixed, prefix} | seen]}
        {:sigil_w, _, [{:<<>>, _, [words]}, _]}, seen -> {nil, Enum.map(String.split(words), &{:text, &1}) ++ seen}
        {:sigil_r, _, _}, seen -> {nil, seen}
        text, seen when is_binary(text) and text != "" -> {text, [{:text, text} | seen]}
        node, seen -> {node, seen}
      end)

    for {_, text} = one <- Enum.reverse(texts), not (text =~ @variable), do: one
  end

  # Local variables, each with the names of the environment that its value hangs on.
  defp bound(tree) do
    {_, bound} =
      Macro.prewalk(tree, %{}, fn
        {:=, _, [left, right]} = node, bound ->
          names = Map.keys(names(right)) ++ Enum.flat_map(variables(right), &Map.get(bound, &1, []))
          read = if names == [] and reads?(right), do: [:some], else: names
          {node, if(read == [], do: bound, else: Enum.reduce(variables(left), bound, &Map.put(&2, &1, read)))}

        node, bound ->
          {node, bound}
      end)

    bound
  end

  defp concerns?(tree, name, bound) do
    Map.has_key?(names(tree), name) or Enum.any?(variables(tree), &(name in Map.get(bound, &1, [])))
  end

  defp variables(tree) do
    {_, found} =
      Macro.prewalk(tree, [], fn
        {name, _, context} = node, found when is_atom(name) and is_atom(context) -> {node, [name | found]}
        node, found -> {node, found}
      end)

    found
  end

  defp reads?(tree) do
    {_, found} =
      Macro.prewalk(tree, false, fn
        {{:., _, [_, call]}, _, _} = node, _ when call in [:get_env, :fetch_env, :fetch_env!, :getenv] -> {node, true}
        node, found -> {node, found}
      end)

    found
  end

  # True where the statement at this line, or a condition around it, hangs on the environment.
  def hangs_on_environment?(nil, _line), do: false

  def hangs_on_environment?(tree, line) do
    bound = bound(tree)
    hangs? = fn part -> names(part) != %{} or reads?(part) or Enum.any?(variables(part), &Map.has_key?(bound, &1)) end

    case tree |> statements([]) |> Enum.filter(fn {at, _, _} -> at <= line end) |> Enum.reverse() do
      [] ->
        false

      [{at, _, _} | _] = all ->
        Enum.any?(for({^at, one, around} <- all, part <- [innermost(one) | around], do: part), hangs?)
    end
  end

  # A condition that fails by itself counts with its head alone: what is in its body has statements of its own.
  defp innermost({call, _, [head | _]}) when call in @conditions, do: head
  defp innermost(tree), do: tree

  # Every statement in order, with its line and the conditions around it.
  defp statements({:__block__, _, list}, around), do: Enum.flat_map(list, &statement(&1, around))
  defp statements(one, around), do: statement(one, around)

  defp statement(tree, around) do
    own = if line = line_of(tree), do: [{line, tree, around}], else: []
    own ++ within(tree, around)
  end

  defp within({call, _, args}, around) when call in @conditions and is_list(args) do
    {heads, bodies} = Enum.split_with(args, &(not bodies?(&1)))
    Enum.flat_map(bodies, fn body -> for {_, one} <- body, item <- body(one, heads ++ around), do: item end)
  end

  defp within({:->, _, [head, body]}, around), do: statements(body, head ++ around)
  defp within({call, _, args}, around), do: within(call, around) ++ within(args, around)
  defp within({left, right}, around), do: within(left, around) ++ within(right, around)

  defp within([{key, _} | _] = list, around) when key in [:do, :else],
    do: Enum.flat_map(list, fn {_, one} -> body(one, around) end)

  defp within(list, around) when is_list(list), do: Enum.flat_map(list, &within(&1, around))
  defp within(_, _), do: []

  defp body([{:->, _, _} | _] = clauses, around), do: Enum.flat_map(clauses, &within(&1, around))
  defp body(one, around), do: statements(one, around)

  defp bodies?([{key, _} | _]) when key in [:do, :else], do: true
  defp bodies?(_), do: false

  defp line_of(tree) do
    {_, line} =
      Macro.prewalk(tree, nil, fn
        {_, meta, _} = node, nil when is_list(meta) -> {node, meta[:line]}
        node, line -> {node, line}
      end)

    line
  end

  # The same configuration as text that calls `at/1` before each statement: where Elixir's own stack does not say the
  # line.
  def marked(tree), do: tree |> mark() |> Macro.to_string()

  def at(line), do: line

  defp mark({:__block__, meta, list}), do: {:__block__, meta, Enum.flat_map(list, &(marker(&1) ++ [mark(&1)]))}
  defp mark({call, _, _} = tree) when call in [:defmodule, :quote], do: tree
  defp mark({:->, meta, [head, body]}), do: {:->, meta, [head, mark_body(body)]}
  defp mark({call, meta, args}) when is_list(args), do: {call, meta, Enum.map(args, &mark_argument/1)}
  defp mark(other), do: other

  defp mark_argument([{key, _} | _] = list) when key in [:do, :else],
    do: for({key, body} <- list, do: {key, mark_body(body)})

  defp mark_argument([{:->, _, _} | _] = clauses), do: Enum.map(clauses, &mark/1)
  defp mark_argument(other), do: mark(other)

  defp mark_body([{:->, _, _} | _] = clauses), do: Enum.map(clauses, &mark/1)
  defp mark_body({:__block__, _, _} = block), do: mark(block)
  defp mark_body(one), do: {:__block__, [], marker(one) ++ [mark(one)]}

  defp marker(tree) do
    case line_of(tree) do
      nil -> []
      line -> [{{:., [], [__MODULE__, :at]}, [], [line]}]
    end
  end
end
