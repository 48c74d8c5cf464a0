# The steps that share a VM: each leaves a file of its own, within its limit, whatever the code of the project does.
defmodule PhoenixDeploy.Step do
  alias PhoenixDeploy.JSON

  # Runs a step. One that raises leaves the reason; one that does not end within the limit ends the VM, and the file
  # says so, with what was running by then.
  def run(name, work, running \\ fn -> [] end) do
    Process.put(:phoenix_deploy_step, System.monotonic_time(:millisecond))
    limit = String.to_integer(System.fetch_env!("PD_LIMIT_MS"))

    watch =
      spawn(fn ->
        receive do
          :done -> :ok
        after
          limit ->
            JSON.write("#{name}.json", %{status: "timed_out", running: running.()})
            System.halt(1)
        end
      end)

    try do
      work.()
    rescue
      error ->
        could_not_run(name, Exception.message(error), Exception.format(:error, error, __STACKTRACE__))
    catch
      :exit, {:shutdown, code} ->
        could_not_run(name, "it ended with #{inspect(code)}", "")

      kind, reason ->
        could_not_run(name, "it ended with #{inspect(reason)}", Exception.format(kind, reason, __STACKTRACE__))
    after
      send(watch, :done)
      Process.delete(:phoenix_deploy_step)
    end
  end

  defp could_not_run(name, message, trace) do
    if trace != "", do: IO.puts(:stderr, trace)
    JSON.write("#{name}.json", %{status: "could_not_run", message: message})
  end
end
