# mix format, and which files it read: patterns that match nothing pass as well as patterns that match everything.
defmodule PhoenixDeploy.Format do
  alias PhoenixDeploy.{Coverage, JSON}

  def run do
    Mix.Task.run("format", ["--check-formatted"])
    write(%{status: "ok"})
  rescue
    error in [Mix.Error] ->
      write(%{status: "failed", message: Exception.message(error)})

    error ->
      # What names a line is about a file; anything else is why it could not run.
      line = Map.get(error, :line) || reraise error, __STACKTRACE__
      write(%{file: Map.get(error, :file), line: line, status: "syntax_error", message: Exception.message(error)})
  end

  defp write(seen) do
    {read, excluded} = inputs(File.cwd!())
    apps = for {_app, folder} <- Coverage.apps(), do: relative(folder)
    JSON.write("format.json", Map.merge(seen, %{read: read, excluded: excluded, apps: apps}))
  end

  # The files of a folder's .formatter.exs and of those of its subdirectories, as mix expands them.
  defp inputs(folder) do
    options = options(folder)
    excluded = if Version.match?(System.version(), ">= 1.19.0-dev"), do: files(options[:excludes], folder), else: []

    subdirectories =
      for pattern <- List.wrap(options[:subdirectories]),
          below <- Path.wildcard(Path.expand(pattern, folder)),
          File.regular?(Path.join(below, ".formatter.exs")),
          do: inputs(below)

    {read, out} = Enum.unzip([{files(options[:inputs], folder) -- excluded, excluded} | subdirectories])
    {read |> Enum.concat() |> Enum.uniq(), out |> Enum.concat() |> Enum.uniq()}
  end

  defp options(folder) do
    path = Path.join(folder, ".formatter.exs")
    options = if File.regular?(path), do: path |> Code.eval_file() |> elem(0), else: []
    if Keyword.keyword?(options), do: options, else: []
  rescue
    # What mix says of it is the result.
    _ -> []
  end

  defp files(patterns, folder) do
    for pattern <- List.wrap(patterns),
        file <- Path.wildcard(Path.expand(pattern, folder), match_dot: true),
        File.regular?(file),
        uniq: true,
        do: relative(file)
  end

  defp relative(path), do: path |> Path.expand() |> Path.relative_to_cwd()
end
