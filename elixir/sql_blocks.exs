# A block of PL/pgSQL: its statements of SQL, without the words that lead to them. What is put together at run time
# stays as it is, so that nobody takes it for read.
defmodule PhoenixDeploy.SqlBlock do
  alias PhoenixDeploy.Sql

  @nothing ~w(NULL RAISE RETURN EXIT CONTINUE GET ASSERT OPEN FETCH CLOSE END)

  def statements(body) do
    {_declares, found} = body |> Sql.statements() |> Enum.reduce({false, []}, &line/2)
    found |> Enum.reverse() |> Enum.concat()
  end

  # Between DECLARE and BEGIN stand variables.
  defp line(tokens, {declares, found}) do
    case Enum.split_while(tokens, &(&1 != "BEGIN")) do
      {_, ["BEGIN" | rest]} when declares or hd(tokens) in ["DECLARE", "BEGIN"] -> {false, [led(rest) | found]}
      _ when declares or hd(tokens) == "DECLARE" -> {true, found}
      _ -> {false, [led(tokens) | found]}
    end
  end

  defp led([word | rest]) when word in ["BEGIN", "ELSE", "LOOP", "EXCEPTION"], do: led(rest)
  defp led([word | rest]) when word in ["IF", "ELSIF", "ELSEIF", "WHEN"], do: rest |> behind("THEN") |> led()
  defp led([word | rest]) when word in ["FOR", "WHILE", "FOREACH"], do: rest |> behind("LOOP") |> led()
  defp led([:<, :<, _label, :>, :> | rest]), do: led(rest)
  defp led([word | _]) when word in @nothing, do: []
  defp led(["PERFORM" | rest]), do: [["SELECT" | rest]]
  # Of a query that fills variables the query counts.
  defp led(["SELECT" | rest]), do: [["SELECT" | Enum.reject(rest, &(&1 == "INTO"))]]
  defp led(["EXECUTE", {:text, sql}]), do: Sql.statements(sql)
  defp led(["EXECUTE", {:text, sql}, word | _]) when word in ["INTO", "USING"], do: Sql.statements(sql)
  defp led([_variable, :":", := | _]), do: []
  defp led([_variable, := | _]), do: []
  defp led([]), do: []
  defp led(tokens), do: [tokens]

  defp behind(tokens, word), do: tokens |> Enum.drop_while(&(&1 != word)) |> Enum.drop(1)
end
