# Line coverage of the one test run. The modules are instrumented before the application starts, by Erlang's own cover,
# whatever tool the project names: Mix's numbers, without its HTML pages, and without a second run.
defmodule PhoenixDeploy.Coverage do
  alias PhoenixDeploy.JSON
  @compile {:no_warn_undefined, [ExCoveralls.Settings, ExCoveralls.Stats, {Mix, :ensure_application!, 1}]}

  # Instruments every module of the project's apps.
  def start do
    # From 1.15 on mix takes from the path what the project does not name.
    if function_exported?(Mix, :ensure_application!, 1), do: Mix.ensure_application!(:tools)
    :cover.stop()
    {:ok, _} = :cover.start()

    for {app, _path} <- apps() do
      ebin = Path.join([Mix.Project.build_path(), "lib", to_string(app), "ebin"])
      if File.dir?(ebin), do: :cover.compile_beam_directory(String.to_charlist(ebin))
    end
  end

  # Writes what the tests reached, module by module.
  def write do
    settings = for {app, path} <- apps(), do: settings(app, path)
    ignored = Enum.flat_map(settings, &(&1[:ignore_modules] || []))

    modules =
      for module <- :cover.modules(), not Enum.any?(ignored, &ignores?(&1, module)) do
        {:ok, lines} = :cover.analyse(module, :coverage, :line)

        by_line =
          for {{_module, line}, {covered, _}} <- lines, line > 0, reduce: %{} do
            all -> Map.update(all, line, covered > 0, &(&1 or covered > 0))
          end

        {module, by_line}
      end

    JSON.write("coverage.json", %{
      status: "ran",
      modules: Enum.map(left_out(modules, settings), &described/1),
      tool: tool(settings)
    })
  end

  defp described({module, by_line}) do
    uncovered = for {line, false} <- by_line, do: line

    %{
      module: inspect(module),
      file: source(module),
      relevant: map_size(by_line),
      covered: map_size(by_line) - length(uncovered),
      uncovered: Enum.sort(uncovered)
    }
  end

  # A project of ExCoveralls has files and lines that it does not count: its own code says which.
  defp left_out(modules, settings) do
    if Enum.any?(settings, &(&1[:tool] == ExCoveralls)) and Code.ensure_loaded?(ExCoveralls.Stats) do
      counted =
        for one <- ExCoveralls.Stats.report(Enum.map(modules, &elem(&1, 0))), into: %{} do
          lines = for {count, line} <- Enum.with_index(one.coverage, 1), count != nil, into: MapSet.new(), do: line
          {Path.expand(one.name), lines}
        end

      for {module, by_line} <- modules, lines = counted[source(module)] do
        {module, Map.take(by_line, MapSet.to_list(lines))}
      end
    else
      modules
    end
  end

  # What the project's own tool demands: it may accept less than we do.
  defp tool(settings) do
    coveralls = Enum.any?(settings, &(&1[:tool] == ExCoveralls))

    %{
      name: if(coveralls, do: "ExCoveralls", else: "Mix"),
      threshold: if(coveralls, do: minimum_coverage(), else: Enum.find_value(settings, &threshold(&1[:summary]))),
      prints: Mix.Project.config()[:test_coverage][:summary] != false
    }
  rescue
    _ -> %{name: "unknown", threshold: nil, prints: true}
  end

  # `summary` may be true or false as well.
  defp threshold(summary), do: if(Keyword.keyword?(summary), do: summary[:threshold])

  defp minimum_coverage do
    if Code.ensure_loaded?(ExCoveralls.Settings),
      do: ExCoveralls.Settings.get_coverage_options()["minimum_coverage"]
  end

  defp ignores?(%Regex{} = regex, module), do: Regex.match?(regex, inspect(module))
  defp ignores?(ignored, module), do: ignored == module

  defp source(module) do
    case Code.ensure_loaded(module) do
      {:module, _} -> module.module_info(:compile)[:source] |> to_string()
      _ -> nil
    end
  end

  # The project's apps, each with its absolute folder.
  def apps do
    case Mix.Project.apps_paths() do
      nil -> [{Mix.Project.config()[:app], File.cwd!()}]
      paths -> for {app, path} <- paths, do: {app, Path.expand(path)}
    end
  end

  defp settings(app, path) do
    config =
      if Mix.Project.config()[:app] == app,
        do: Mix.Project.config(),
        else: Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)

    config[:test_coverage] || []
  end
end
