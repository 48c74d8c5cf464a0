# compile, format, test and coverage in one VM and one test run: `mix pd.suite` in MIX_ENV=test. Each check leaves a file of its own.
defmodule Mix.Tasks.Pd.Suite do
  use Mix.Task
  alias PhoenixDeploy.JSON

  @export "phoenix-deploy"

  def run(wanted) do
    runs = PhoenixDeploy.Compile.run("compile-test.json")
    if "format" in wanted, do: format()

    if "test" in wanted and runs do
      # What an earlier run exported must not stand for this one.
      Enum.each(exports(), &File.rm/1)
      test("coverage" in wanted)
    end
  end

  defp format do
    Mix.Task.run("format", ["--check-formatted"])
    JSON.write("format.json", %{status: "ok"})
  rescue
    error in [Mix.Error] ->
      JSON.write("format.json", %{status: "failed", message: Exception.message(error)})

    error ->
      JSON.write(
        "format.json",
        Map.merge(place(error), %{status: "syntax_error", message: Exception.message(error)})
      )
  end

  defp place(error), do: %{file: Map.get(error, :file), line: Map.get(error, :line)}

  defp test(cover) do
    coverage = if cover, do: ["--cover", "--export-coverage", @export], else: []

    Mix.Task.run(
      "test",
      coverage ++ ["--formatter", "PhoenixDeploy.Formatter", "--formatter", "ExUnit.CLIFormatter"]
    )

    JSON.write("test.json", %{status: "ran", unmatched: unmatched()})
    if cover, do: coverage()
  rescue
    error ->
      JSON.write("test.json", %{status: "could_not_run", message: Exception.message(error)})
  catch
    :exit, reason ->
      JSON.write("test.json", %{
        status: "could_not_run",
        message: "mix test ended with #{inspect(reason)}"
      })
  end

  # Files that look like tests and are never picked up: foo_tests.exs, or a test without its ending.
  defp unmatched do
    for folder <- apps() |> Enum.map(fn {_app, path} -> Path.join(path, "test") end),
        path <- Path.wildcard(Path.join(folder, "**/*_tests.exs")),
        do: Path.expand(path)
  end

  # Line coverage from the data that this very run exported.
  defp coverage do
    :cover.stop()
    {:ok, _} = :cover.start()
    files = Enum.filter(exports(), &File.exists?/1)
    Enum.each(files, fn file -> :ok = :cover.import(String.to_charlist(file)) end)

    ignored = Enum.flat_map(apps(), fn {app, path} -> settings(app, path)[:ignore_modules] || [] end)

    modules =
      for module <- :cover.imported_modules(), not Enum.any?(ignored, &ignores?(&1, module)) do
        {:ok, lines} = :cover.analyse(module, :coverage, :line)
        seen = for {{_module, line}, {covered, _}} <- lines, line > 0, do: {line, covered > 0}

        by_line =
          Enum.reduce(seen, %{}, fn {line, covered}, all ->
            Map.update(all, line, covered, &(&1 or covered))
          end)

        uncovered = for {line, false} <- by_line, do: line

        %{
          module: inspect(module),
          file: source(module),
          relevant: map_size(by_line),
          covered: map_size(by_line) - length(uncovered),
          uncovered: Enum.sort(uncovered)
        }
      end

    JSON.write("coverage.json", %{exports: length(files), modules: modules})
  rescue
    error ->
      JSON.write("coverage.json", %{exports: 0, modules: [], message: Exception.message(error)})
  end

  defp ignores?(%Regex{} = regex, module), do: Regex.match?(regex, inspect(module))
  defp ignores?(ignored, module), do: ignored == module

  defp source(module) do
    case Code.ensure_loaded(module) do
      {:module, _} -> module.module_info(:compile)[:source] |> to_string()
      _ -> nil
    end
  end

  defp apps do
    case Mix.Project.apps_paths() do
      nil -> [{Mix.Project.config()[:app], File.cwd!()}]
      paths -> for {app, path} <- paths, do: {app, Path.expand(path)}
    end
  end

  defp exports,
    do:
      for(
        {app, path} <- apps(),
        do: Path.join([path, settings(app, path)[:output] || "cover", @export <> ".coverdata"])
      )

  defp settings(app, path) do
    config =
      if Mix.Project.config()[:app] == app,
        do: Mix.Project.config(),
        else: Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)

    config[:test_coverage] || []
  end
end
