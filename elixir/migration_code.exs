# The code of a migration as its compiler reads it: nothing is run, and nothing of Ecto is needed.
defmodule PhoenixDeploy.MigrationCode do
  # More than any migration; a bigger file is not read.
  @max_bytes 1_000_000

  # `{:ok, modules, comments}` or `{:error, line, message}`. A module has its attributes, its functions by name, and
  # whether it is a migration.
  def read(path) do
    with {:ok, %{size: size}} when size <= @max_bytes <- File.stat(path),
         {:ok, source} <- File.read(path),
         true <- String.valid?(source) || {:error, 1, "it is not UTF-8 text"},
         {:ok, ast, comments} <- Code.string_to_quoted_with_comments(source, emit_warnings: false) do
      {:ok, modules(ast), comments}
    else
      {:ok, %{size: size}} -> {:error, 1, "it has #{size} bytes; no migration of more than #{@max_bytes} is read"}
      {:error, {meta, message, token}} -> {:error, meta[:line] || 1, words(message, token)}
      {:error, reason} -> {:error, 1, "it cannot be read: #{:file.format_error(reason)}"}
      {:error, _, _} = error -> error
    end
  end

  defp words({before, later}, token), do: String.trim("#{before}#{token}#{later}")
  defp words(message, token), do: String.trim("#{message}#{token}")

  defp modules(ast) do
    {_, found} =
      Macro.prewalk(ast, [], fn
        {:defmodule, _, [name, [{:do, body} | _]]} = node, found -> {node, [module(name, body) | found]}
        node, found -> {node, found}
      end)

    Enum.reverse(found)
  end

  defp module(name, body) do
    lines = flattened(body)

    %{
      root: root(name),
      attributes: for({:@, _, [{name, _, [value]}]} <- lines, into: %{}, do: {name, value}),
      aliases:
        for({:alias, _, [{:__aliases__, _, names}, options]} <- lines, as = as(options), into: %{}, do: {as, names}),
      functions:
        for(
          {kind, _, [head | clause]} <- lines,
          kind in [:def, :defp],
          function <- functions(head, clause),
          do: function
        ),
      migration: Enum.any?(lines, &match?({:use, _, [{:__aliases__, _, _} | _]}, &1))
    }
  end

  # A function may stand in an `if` of its module: whichever branch it is, it is read.
  defp flattened({:__block__, _, lines}), do: Enum.flat_map(lines, &flattened/1)

  defp flattened({name, _, args}) when name in [:if, :unless, :case, :cond, :for] and is_list(args) do
    case List.last(args) do
      [{key, _} | _] = branches when key in [:do, :else] -> branches |> Keyword.values() |> Enum.flat_map(&flattened/1)
      _ -> []
    end
  end

  defp flattened(clauses) when is_list(clauses),
    do: for({:->, _, [_, body]} <- clauses, line <- flattened(body), do: line)

  defp flattened(line), do: [line]

  # The namespace of the application, where the migration bears one.
  defp root({:__aliases__, _, [root, _ | _]}), do: root
  defp root(_), do: nil

  defp as(options) do
    with {:__aliases__, _, [as]} <- is_list(options) && options[:as], do: as, else: (_ -> nil)
  end

  defp functions({:when, _, [head | _]}, clause), do: functions(head, clause)

  defp functions({name, meta, args}, [[{:do, body} | _]]),
    do: [{{name, arity(args)}, %{args: params(args), body: body, line: meta[:line] || 1}} | defaulted(name, meta, args)]

  defp functions({name, meta, args}, []), do: defaulted(name, meta, args)
  defp functions(_head, _clause), do: []

  # With fewer arguments than it has it is called with its defaults, of which the first are given first.
  defp defaulted(name, meta, args) do
    params = for {param, at} <- args |> params() |> Enum.with_index(), do: {param, {:"argument_#{at}", [], nil}}
    defaults = for {{:\\, _, _}, variable} <- params, do: variable

    for given <- 0..(length(defaults) - 1)//1 do
      left = Enum.drop(defaults, given)
      full = for {param, variable} <- params, do: if(variable in left, do: List.last(elem(param, 2)), else: variable)
      args = for {_, variable} <- params, variable not in left, do: variable
      {{name, length(args)}, %{args: args, body: {name, meta, full}, line: meta[:line] || 1}}
    end
  end

  defp arity(args) when is_list(args), do: length(args)
  defp arity(_), do: 0

  defp params(args) when is_list(args), do: args
  defp params(_), do: []

  def block({:__block__, _, lines}), do: lines
  def block(line), do: [line]

  # The options at the end of a call's arguments; those that are computed are none.
  def options(args), do: if(Keyword.keyword?(List.last(args)), do: List.last(args), else: [])

  # A name or a value written as a literal, also by way of a module attribute or a variable; `nil` when it is computed.
  def literal(nil, _known), do: nil
  def literal(value, _known) when is_binary(value), do: value
  def literal(value, _known) when is_atom(value), do: to_string(value)

  def literal({:@, _, [{name, _, context}]}, known) when is_atom(context),
    do: known |> Map.get({:@, name}) |> literal(known)

  def literal({:<>, _, [left, right]}, known), do: joined([literal(left, known), literal(right, known)])
  def literal({:<<>>, _, parts}, known), do: parts |> Enum.map(&part(&1, known)) |> joined()
  def literal({sigil, _, [text, _]}, known) when sigil in [:sigil_s, :sigil_S], do: literal(text, known)
  # A text that is only trimmed or put on one line is the same SQL.
  def literal({{:., _, [{:__aliases__, _, [:String]}, name]}, _, [text | _]}, known)
      when name in [:replace, :trim, :trim_trailing],
      do: literal(text, known)

  def literal({:|>, _, [text, {{:., _, _} = function, meta, args}]}, known),
    do: literal({function, meta, [text | args]}, known)

  def literal({name, _, context}, known) when is_atom(name) and is_atom(context),
    do: known |> Map.get(name, known[{:function, name}]) |> literal(known)

  # A function of the migration that is nothing but a text.
  def literal({name, _, []}, known) when is_atom(name), do: known |> Map.get({:function, name}) |> literal(known)
  def literal(_, _known), do: nil

  # The elements of a list that is written down, also by way of a module attribute or a variable; `nil` of any other.
  def elements(list, _known) when is_list(list), do: list

  def elements({sigil, _, [{:<<>>, _, [text]}, _]}, _known) when sigil in [:sigil_w, :sigil_W] and is_binary(text),
    do: String.split(text)

  def elements({:@, _, [{name, _, context}]}, known) when is_atom(context), do: elements(known[{:@, name}], known)
  def elements({name, _, context}, known) when is_atom(name) and is_atom(context), do: elements(known[name], known)
  def elements({:%{}, _, pairs}, _known) when is_list(pairs), do: pairs
  def elements(_, _known), do: nil

  # What a pattern takes from a value, as far as both are written down; what it cannot know it forgets.
  def bind({name, _, context}, value, known) when is_atom(name) and is_atom(context) do
    value = if text = literal(value, known), do: text, else: value
    # A value that names itself would never end.
    if mentions?(value, name), do: Map.delete(known, name), else: Map.put(known, name, value)
  end

  def bind({:{}, _, patterns}, {:{}, _, values}, known), do: bind(patterns, values, known)
  def bind({a, b}, {c, d}, known), do: bind([a, b], [c, d], known)

  def bind(patterns, values, known) when is_list(patterns) and is_list(values) and length(patterns) == length(values),
    do:
      patterns |> Enum.zip(values) |> Enum.reduce(known, fn {pattern, value}, known -> bind(pattern, value, known) end)

  def bind(pattern, _value, known) do
    {_, names} =
      Macro.prewalk(pattern, [], fn node, names ->
        {node,
         if(match?({name, _, context} when is_atom(name) and is_atom(context), node),
           do: [elem(node, 0) | names],
           else: names
         )}
      end)

    Map.drop(known, names)
  end

  defp mentions?(ast, name) do
    {_, found} =
      Macro.prewalk(ast, false, fn node, found ->
        {node, found or match?({^name, _, context} when is_atom(context), node)}
      end)

    found
  end

  # What is put into a text stands for a name.
  defp part(text, _known) when is_binary(text), do: text
  defp part({:"::", _, [{_, _, [value]} | _]}, known), do: literal(unconverted(value), known) || unknown(value)
  defp part(_, _known), do: "interpolated"

  # The same words stand for the same name, and others for another.
  defp unknown(value),
    do: "interpolated_" <> (value |> Macro.to_string() |> String.replace(~r/\W+/, "_") |> String.slice(0, 40))

  defp unconverted({name, _, [value]}) when name in [:to_string, :inspect], do: value
  defp unconverted({{:., _, [{:__aliases__, _, [:Atom]}, :to_string]}, _, [value]}), do: value
  defp unconverted(value), do: value

  defp joined(parts), do: if(Enum.all?(parts, &is_binary/1), do: Enum.join(parts))
end
