# credo, and what it read: its report of no issue says nowhere that there was a file to look at.
defmodule PhoenixDeploy.Credo do
  alias PhoenixDeploy.{JSON, Step}

  def run do
    Step.run("credo", fn ->
      if Code.ensure_loaded?(Credo) do
        ran = Step.tool("credo", ["--strict", "--format", "json"])
        stop()
        read = Step.tool("credo", ["info", "--verbose", "--format", "json"], false)
        JSON.write("credo.json", Map.put(ran, :read, read))
      else
        JSON.write("credo.json", %{status: "absent"})
      end
    end)
  end

  # credo's processes keep speaking to whom they were started by.
  defp stop do
    if pid = Process.whereis(Credo.Supervisor), do: Supervisor.stop(pid)
  end
end
