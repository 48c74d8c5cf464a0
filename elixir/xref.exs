# Which file of each app depends on which other one, and how: what mix knows since the compilation.
defmodule PhoenixDeploy.Xref do
  alias PhoenixDeploy.{Coverage, JSON, Tool}

  def run do
    Tool.load_dependencies()
    JSON.write("xref.json", %{status: "ran", apps: for({app, path} <- Coverage.apps(), do: graph(app, path))})
  end

  # At the root of an umbrella mix lists no file before 1.15. An app need not say itself where the umbrella builds.
  defp graph(app, path) do
    shared = [build_path: Path.dirname(Mix.Project.build_path()), deps_path: Mix.Project.deps_path()]
    own = fn -> Mix.Project.in_project(app, path, shared, fn _module -> xref() end) end
    Map.put(if(Mix.Project.umbrella?(), do: own.(), else: xref()), :folder, path)
  end

  # Without a label, which mix before 1.18 takes for another question: it looks for cycles of such dependencies alone.
  # Each file has a line, and below it one for each file that it depends on. The build is compiled, and others read it.
  defp xref, do: Tool.run("xref", ~w(graph --format plain --no-compile))
end
