# PostgreSQL's words: a text becomes statements, each a list of tokens. Unquoted words are upper-case strings, `{:name,
# text}` was quoted, `{:text, text}` is a literal, and everything else is an atom of one character. Comments are
# nothing. A body in `$$` is one literal.
defmodule PhoenixDeploy.Sql do
  def statements(sql) do
    sql |> tokens([]) |> Enum.chunk_by(&(&1 == :";")) |> Enum.reject(&match?([:";" | _], &1))
  end

  # A list at its commas, not at those in parentheses.
  def commas(tokens) do
    {last, parts, _depth} =
      Enum.reduce(tokens, {[], [], 0}, fn
        :",", {part, parts, 0} -> {[], [Enum.reverse(part) | parts], 0}
        :"(", {part, parts, depth} -> {[:"(" | part], parts, depth + 1}
        :")", {part, parts, depth} -> {[:")" | part], parts, max(depth - 1, 0)}
        token, {part, parts, depth} -> {[token | part], parts, depth}
      end)

    Enum.reverse([Enum.reverse(last) | parts])
  end

  # The name at the front, with its schema unless that is `public`, in lower case unless quoted: `{name, rest}`.
  def name(["PUBLIC", :. | rest]), do: name(rest)

  def name([part, :. | rest]) do
    {last, rest} = name(rest)
    {"#{plain(part)}.#{last}", rest}
  end

  def name([part | rest]), do: {plain(part), rest}
  def name([]), do: {"", []}

  defp plain({_, text}), do: text
  defp plain(word) when is_binary(word), do: String.downcase(word)
  defp plain(symbol), do: to_string(symbol)

  defp tokens("", seen), do: Enum.reverse(seen)
  defp tokens(<<space, rest::binary>>, seen) when space in ~c" \t\r\n\f\v", do: tokens(rest, seen)
  defp tokens("--" <> rest, seen), do: rest |> line_end() |> tokens(seen)
  defp tokens("/*" <> rest, seen), do: rest |> comment(1) |> tokens(seen)
  defp tokens(<<e, ?', rest::binary>>, seen) when e in ~c"eE", do: text(rest, ?', true, :text, seen)
  defp tokens("'" <> rest, seen), do: text(rest, ?', false, :text, seen)
  defp tokens("\"" <> rest, seen), do: text(rest, ?", false, :name, seen)
  defp tokens("`" <> rest, seen), do: text(rest, ?`, false, :name, seen)

  defp tokens("$" <> rest = all, seen),
    do: if(body = dollars(all), do: body(body, seen), else: tokens(rest, [:"$" | seen]))

  defp tokens(<<char, _::binary>> = all, seen) when char in ?a..?z or char in ?A..?Z or char == ?_ or char > 127 do
    {word, rest} = word(all, 0)
    tokens(rest, [String.upcase(word) | seen])
  end

  defp tokens(<<char, _::binary>> = all, seen) when char in ?0..?9 do
    {number, rest} = word(all, 0)
    tokens(rest, [{:text, number} | seen])
  end

  defp tokens(<<char, rest::binary>>, seen), do: tokens(rest, [List.to_atom([char]) | seen])

  defp word(all, size) do
    case all do
      <<_::binary-size(size), char, _::binary>>
      when char in ?a..?z or char in ?A..?Z or char in ?0..?9 or char in ~c"_$" or char > 127 ->
        word(all, size + 1)

      <<word::binary-size(size), rest::binary>> ->
        {word, rest}
    end
  end

  # Up to the closing quote; a doubled one stands for itself, and so does one behind a backslash in an E'' string. One
  # that never closes holds all the rest.
  defp text(all, quote, escapes, kind, seen) do
    size = closing(all, quote, escapes, 0)
    <<text::binary-size(size), rest::binary>> = all
    rest = if rest == "", do: "", else: binary_part(rest, 1, byte_size(rest) - 1)
    tokens(rest, [{kind, text} | seen])
  end

  defp closing(all, quote, escapes, size) do
    case all do
      <<_::binary-size(size), ?\\, _, _::binary>> when escapes -> closing(all, quote, escapes, size + 2)
      <<_::binary-size(size), ^quote, ^quote, _::binary>> -> closing(all, quote, escapes, size + 2)
      <<_::binary-size(size), ^quote, _::binary>> -> size
      <<_::binary-size(size)>> -> size
      _ -> closing(all, quote, escapes, size + 1)
    end
  end

  defp dollars(all) do
    with [tag] <- Regex.run(~r/^\$(?:[A-Za-z_]\w*)?\$/, all),
         do: {tag, binary_part(all, byte_size(tag), byte_size(all) - byte_size(tag))}
  end

  defp body({tag, rest}, seen) do
    case String.split(rest, tag, parts: 2) do
      [body, rest] -> tokens(rest, [{:text, body} | seen])
      [body] -> tokens("", [{:text, body} | seen])
    end
  end

  defp line_end(rest), do: rest |> String.split("\n", parts: 2) |> Enum.at(1, "")

  # PostgreSQL's comments nest.
  defp comment("", _depth), do: ""
  defp comment(rest, 0), do: rest
  defp comment("/*" <> rest, depth), do: comment(rest, depth + 1)
  defp comment("*/" <> rest, depth), do: comment(rest, depth - 1)
  defp comment(<<_, rest::binary>>, depth), do: comment(rest, depth)
end
