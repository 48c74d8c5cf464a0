defmodule DemoApp.Json do
  @moduledoc "Writes JSON: as much of it as the answers need."

  @doc "Encodes text, or a list of key and value pairs, which keeps its order."
  def encode(text) when is_binary(text),
    do: [?", for(<<char::utf8 <- text>>, do: escape(char)), ?"]

  def encode(pairs) when is_list(pairs) do
    members = Enum.map(pairs, fn {key, value} -> [encode(to_string(key)), ?:, encode(value)] end)
    [?{, Enum.intersperse(members, ?,), ?}]
  end

  defp escape(?"), do: ~S(\")
  defp escape(?\\), do: ~S(\\)

  defp escape(char) when char < 0x20,
    do: ["\\u", char |> Integer.to_string(16) |> String.pad_leading(4, "0")]

  defp escape(char), do: <<char::utf8>>
end
