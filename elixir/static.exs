# What is asked of the code and its dependencies without running them, in one VM: `mix pd.static CHECK...`. Each check
# leaves a file of its own. One after the other: mix goes to the folders of path dependencies and of an umbrella's apps,
# and a folder is the whole VM's.
defmodule Mix.Tasks.Pd.Static do
  use Mix.Task
  alias PhoenixDeploy.{Credo, Dependencies, Dialyzer, Sobelow, Step}

  # Hex comes first: from 1.15 on mix takes it from the path when the dependencies are loaded, and `deps.get` asks the
  # registry for beside our packages. dialyzer comes late, since dialyxir compiles, and mix_audit last, since it stops
  # the VM when it finds something.
  @order ~w(hex-audit unused-deps credo sobelow dialyzer deps-audit)

  def run(checks) do
    # Words, for every process from here on: what analyses allocate is mostly kept to their end, and collecting it in
    # small heaps costs a tenth of their time.
    :erlang.system_flag(:min_heap_size, 65_536)
    for check <- @order, check in checks, do: Step.run(check, fn -> run_check(check) end)
  end

  defp run_check("hex-audit"), do: Dependencies.hex_audit()
  defp run_check("unused-deps"), do: Dependencies.unused()
  defp run_check("deps-audit"), do: Dependencies.audit()
  defp run_check("credo"), do: loaded(&Credo.run/0)
  defp run_check("sobelow"), do: loaded(&Sobelow.run/0)
  defp run_check("dialyzer"), do: loaded(&Dialyzer.run/0)

  # A tool is one of the dependencies. Mix has looked at them once for unused-deps, without compiling any, and takes
  # that for done; where they do not load, each tool says so.
  defp loaded(tool) do
    unless Process.get(:phoenix_deploy_loaded) do
      Mix.Task.reenable("deps.loadpaths")
      Mix.Task.rerun("loadpaths", [])
      Process.put(:phoenix_deploy_loaded, true)
    end

    tool.()
  end
end
