# Compiles with every diagnostic as data: all warnings of all apps, also those of files that were compiled before.
defmodule PhoenixDeploy.Compile do
  alias PhoenixDeploy.{JSON, Step}

  # True when the code can be run.
  def run(name) do
    Step.run(name, fn ->
      results = Mix.Task.run("compile", ["--return-errors", "--all-warnings"]) |> List.wrap()
      diagnostics = for {_status, list} <- results, one <- list, do: diagnostic(one)
      failed = Enum.any?(results, &match?({:error, _}, &1))
      JSON.write("#{name}.json", %{status: if(failed, do: "error", else: "ok"), diagnostics: diagnostics})
      not failed
    end) == true
  end

  defp diagnostic(one) do
    {line, column} =
      case one.position do
        {line, column} -> {line, column}
        {line, column, _, _} -> {line, column}
        line when is_integer(line) -> {line, nil}
        _ -> {nil, nil}
      end

    %{
      severity: one.severity,
      file: one.file && to_string(one.file),
      line: line,
      column: column,
      message: IO.iodata_to_binary(one.message)
    }
  end
end
