# Compiles with every diagnostic as data: all warnings of all apps, also those of files that were compiled before.
defmodule PhoenixDeploy.Compile do
  # True when the code can be run.
  def run(name) do
    results = Mix.Task.run("compile", ["--return-errors", "--all-warnings"]) |> List.wrap()
    diagnostics = for {_status, list} <- results, one <- list, do: diagnostic(one)
    failed = Enum.any?(results, &match?({:error, _}, &1))

    PhoenixDeploy.JSON.write(name, %{
      status: if(failed, do: "error", else: "ok"),
      diagnostics: diagnostics
    })

    not failed
  rescue
    error ->
      PhoenixDeploy.JSON.write(name, %{status: "could_not_run", message: Exception.message(error)})

      false
  catch
    :exit, reason ->
      PhoenixDeploy.JSON.write(name, %{
        status: "could_not_run",
        message: "mix compile ended with #{inspect(reason)}"
      })

      false
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
