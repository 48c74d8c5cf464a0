# The code of a migration as its compiler reads it: nothing is run, and nothing of Ecto is needed.
defmodule PhoenixDeploy.MigrationCode do
  # More than any migration; a bigger file is not read.
  @max_bytes 1_000_000

  # `{:ok, modules, comments}` or `{:error, line, message}`. A module has its attributes, its functions by name, and whether it is a migration.
  def read(path) do
    with {:ok, %{size: size}} when size <= @max_bytes <- File.stat(path),
         {:ok, source} <- File.read(path),
         true <- String.valid?(source) || {:error, 1, "it is not UTF-8 text"},
         {:ok, ast, comments} <- Code.string_to_quoted_with_comments(source, emit_warnings: false) do
      {:ok, modules(ast), comments}
    else
      {:ok, %{size: size}} -> {:error, 1, "it has #{size} bytes; no migration of more than #{@max_bytes} is read"}
      {:error, {meta, message, token}} -> {:error, meta[:line] || 1, told(message, token)}
      {:error, reason} -> {:error, 1, "it cannot be read: #{:file.format_error(reason)}"}
      {:error, _, _} = error -> error
    end
  end

  defp told({before, later}, token), do: String.trim("#{before}#{token}#{later}")
  defp told(message, token), do: String.trim("#{message}#{token}")

  defp modules(ast) do
    {_, found} =
      Macro.prewalk(ast, [], fn
        {:defmodule, _, [_name, [{:do, body} | _]]} = node, found -> {node, [module(body) | found]}
        node, found -> {node, found}
      end)

    Enum.reverse(found)
  end

  defp module(body) do
    lines = block(body)

    %{
      attributes: for({:@, _, [{name, _, [value]}]} <- lines, into: %{}, do: {name, value}),
      functions: for({kind, _, [head | clause]} <- lines, kind in [:def, :defp], function = function(head, clause), do: function),
      migration: Enum.any?(lines, &match?({:use, _, [{:__aliases__, _, _} | _]}, &1))
    }
  end

  defp function({:when, _, [head | _]}, clause), do: function(head, clause)
  defp function({name, _, args}, [[{:do, body} | _]]), do: {{name, arity(args)}, body}
  defp function(_head, _clause), do: nil

  defp arity(args) when is_list(args), do: length(args)
  defp arity(_), do: 0

  def block({:__block__, _, lines}), do: lines
  def block(line), do: [line]

  # The options at the end of a call's arguments; those that are computed are none.
  def options(args), do: if(Keyword.keyword?(List.last(args)), do: List.last(args), else: [])

  # A name or a value written as a literal, also by way of a module attribute or a variable; `nil` when it is computed.
  def literal(nil, _known), do: nil
  def literal(value, _known) when is_binary(value), do: value
  def literal(value, _known) when is_atom(value), do: to_string(value)
  def literal({:@, _, [{name, _, context}]}, known) when is_atom(context), do: known |> Map.get({:@, name}) |> literal(known)
  def literal({:<>, _, [left, right]}, known), do: joined([literal(left, known), literal(right, known)])
  def literal({:<<>>, _, parts}, known), do: parts |> Enum.map(&part(&1, known)) |> joined()
  def literal({sigil, _, [text, _]}, known) when sigil in [:sigil_s, :sigil_S], do: literal(text, known)
  def literal({name, _, context}, known) when is_atom(name) and is_atom(context), do: known |> Map.get(name) |> literal(known)
  def literal(_, _known), do: nil

  # What is put into a text stands for a name.
  defp part(text, _known) when is_binary(text), do: text
  defp part({:"::", _, [{_, _, [value]} | _]}, known), do: literal(value, known) || "interpolated"
  defp part(_, _known), do: "interpolated"

  defp joined(parts), do: if(Enum.all?(parts, &is_binary/1), do: Enum.join(parts))
end
