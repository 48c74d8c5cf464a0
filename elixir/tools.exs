# Tools that mix.exs keeps out of the `test` build, in the build that has them: `mix pd.tools TOOL...`.
defmodule Mix.Tasks.Pd.Tools do
  use Mix.Task

  def run(tools) do
    Mix.Task.run("deps.loadpaths", [])
    if "credo" in tools, do: PhoenixDeploy.Credo.run()
    if "sobelow" in tools, do: PhoenixDeploy.Sobelow.run()
  end
end
