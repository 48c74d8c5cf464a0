# Compiles with every diagnostic as data: all warnings of all apps, also those of files that were compiled before.
defmodule PhoenixDeploy.Compile do
  alias PhoenixDeploy.{JSON, Step}

  # True when the code can be run.
  def run(name) do
    Step.run(name, fn ->
      results = Mix.Task.run("compile", ["--return-errors", "--all-warnings"]) |> List.wrap()
      diagnostics = for {_status, list} <- results, one <- list, do: one
      failed = Enum.any?(results, &match?({:error, _}, &1))
      refused = failed or refused?(for one <- diagnostics, one.severity == :warning, do: one)

      JSON.write("#{name}.json", %{
        status: if(failed, do: "error", else: "ok"),
        refused: refused,
        diagnostics: Enum.map(diagnostics, &diagnostic/1)
      })

      not failed
    end) == true
  end

  # Whether `--warnings-as-errors` fails on these warnings. On those of Elixir's own compiler always; which others count
  # (Erlang, Leex, Yecc, those of packages) differs from version to version, so mix itself is asked: all is compiled by
  # then.
  defp refused?([]), do: false

  defp refused?(warnings) do
    Enum.any?(warnings, &(&1.compiler_name == "Elixir")) or
      match?(
        {_, code} when code != 0,
        System.cmd("mix", ~w(compile --warnings-as-errors --all-warnings), stderr_to_stdout: true)
      )
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
