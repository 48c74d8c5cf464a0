# Questions about the tokens of a statement: which words stand side by side, and which functions are called.
defmodule PhoenixDeploy.SqlTokens do
  # Functions whose value is the same within a statement: a default of them is written once, and no row is touched.
  @stable ~w(NOW CURRENT_TIMESTAMP TRANSACTION_TIMESTAMP STATEMENT_TIMESTAMP TIMEZONE TO_TIMESTAMP DATE_TRUNC CONCAT
             LOWER UPPER MD5 ARRAY ROW COALESCE JSONB_BUILD_OBJECT JSONB_BUILD_ARRAY TO_JSONB CAST INTERVAL
             CURRENT_SETTING VARCHAR NUMERIC DECIMAL CHAR TIMESTAMP TIMESTAMPTZ TIME)

  def without(tokens, words), do: Enum.drop_while(tokens, &(&1 in words))

  def adjacent?(tokens, one, next), do: tokens |> Enum.chunk_every(2, 1, :discard) |> Enum.member?([one, next])

  # True where a function is called whose value may differ from row to row.
  def volatile_call?(tokens), do: calls_other?(tokens, [])

  # True where a function is called that is neither stable nor one of the known ones.
  def calls_other?(tokens, known) do
    tokens
    |> Enum.chunk_every(2, 1, :discard)
    |> Enum.any?(fn [word, next] -> next == :"(" and callable?(word) and word not in @stable and word not in known end)
  end

  defp callable?({:name, _}), do: true
  defp callable?(word), do: is_binary(word)
end
