# Files that hold tests which were not run: their name, or the folder that they lie in, is not one that mix test loads.
defmodule PhoenixDeploy.TestFiles do
  alias PhoenixDeploy.Coverage

  # Folders that hold other people's code, what is built from code, or samples of code.
  @elsewhere ~w(_build deps cover doc node_modules assets fixtures templates)
  @tests ~w(test property feature doctest)a

  # `loaded` are the absolute paths of the files whose tests were seen, run or excluded.
  def not_run(loaded) do
    root = File.cwd!()
    apps = for {_app, folder} <- Coverage.apps(), do: Path.expand(folder)

    for folder <- Enum.uniq([root | apps]),
        config = config(folder, root),
        config != :silent,
        file <- sources(folder, apps -- [folder]),
        file not in loaded,
        not ignored?(file, folder, config),
        tests = count(file),
        tests > 0 do
      %{file: file, tests: tests}
    end
  end

  # What the app says of files that are no tests. `warn_test_pattern: false` wants no word on any (up to 1.18).
  defp config(root, root), do: said(Mix.Project.config())

  defp config(folder, _root) do
    {app, path} = Enum.find(Coverage.apps(), fn {_app, path} -> Path.expand(path) == folder end)
    Mix.Project.in_project(app, path, fn _ -> said(Mix.Project.config()) end)
  end

  defp said(config) do
    if Keyword.get(config, :warn_test_pattern, true) in [nil, false],
      do: :silent,
      else: List.wrap(config[:test_ignore_filters])
  end

  # Elixir files of the app itself: other projects below it, such as an umbrella's apps, are not.
  defp sources(folder, apps) do
    case File.ls(folder) do
      {:ok, names} ->
        for name <- Enum.sort(names),
            not String.starts_with?(name, "."),
            name not in @elsewhere,
            path = Path.join(folder, name),
            file <- if(File.dir?(path), do: below(path, apps), else: []),
            do: file

      _ ->
        []
    end
  end

  defp below(folder, apps) do
    if folder in apps or File.regular?(Path.join(folder, "mix.exs")) do
      []
    else
      files = Path.wildcard(Path.join(folder, "*.{ex,exs}"))

      folders =
        for path <- Path.wildcard(Path.join(folder, "*")),
            Path.basename(path) not in @elsewhere,
            File.dir?(path),
            do: path

      Enum.filter(files, &File.regular?/1) ++ Enum.flat_map(folders, &below(&1, apps))
    end
  end

  defp ignored?(file, folder, filters) do
    name = Path.relative_to(file, folder)

    Enum.any?(filters, fn
      %Regex{} = regex -> Regex.match?(regex, name)
      filter when is_function(filter, 1) -> filter.(name)
      filter -> filter == name
    end)
  end

  # Tests that stand in a module, not in code that the module makes for others.
  defp count(file) do
    with {:ok, text} <- File.read(file),
         true <- text =~ ~r/^\s*(?:test|property|feature|doctest)[\s(]/m,
         {:ok, tree} <- Code.string_to_quoted(text, emit_warnings: false) do
      modules(tree)
    else
      _ -> 0
    end
  end

  defp modules({:__block__, _, all}), do: all |> Enum.map(&modules/1) |> Enum.sum()

  defp modules({:defmodule, _, [_name, [{_do, body}]]}) do
    all = block(body)
    inner = all |> Enum.map(&modules/1) |> Enum.sum()
    if Enum.any?(all, &match?({:use, _, _}, &1)), do: inner + (all |> Enum.map(&tests/1) |> Enum.sum()), else: inner
  end

  defp modules(_), do: 0

  defp tests({:describe, _, [_name, [{_do, body}]]}), do: body |> block() |> Enum.map(&tests/1) |> Enum.sum()
  defp tests({:doctest, _, [_ | _]}), do: 1
  defp tests({kind, _, [name | _]}) when kind in @tests and (is_binary(name) or elem(name, 0) == :<<>>), do: 1
  defp tests(_), do: 0

  defp block({:__block__, _, all}), do: all
  defp block(one), do: [one]
end
