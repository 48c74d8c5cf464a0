# What is asked of the code and its dependencies without running them, in one VM: `mix pd.analysis CHECK...`, one after
# the other in this order. mix changes to the folders of path dependencies and of an umbrella's apps, and the current
# folder is the whole VM's. The check `hex-audit` is `PhoenixDeploy.HexAudit.run/0`; each leaves a file of its own.
defmodule Mix.Tasks.Pd.Analysis do
  use Mix.Task
  alias PhoenixDeploy.Step

  def run(checks) do
    # Words, for every process from here on: what analyses allocate is mostly kept to their end, and collecting it in
    # small heaps costs a tenth of their time.
    :erlang.system_flag(:min_heap_size, 65_536)
    for check <- checks, do: Step.run(check, &module(check).run/0)
  end

  defp module(check), do: Module.concat(PhoenixDeploy, check |> String.replace("-", "_") |> Macro.camelize())
end
