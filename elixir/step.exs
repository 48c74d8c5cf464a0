# The steps that share a VM: each leaves a file of its own, within its limit, whatever the code of the project does.
defmodule PhoenixDeploy.Step do
  alias PhoenixDeploy.JSON

  # Runs a step. One that raises leaves the reason; one that does not end within the limit ends the VM, and the file says so.
  def run(name, work) do
    Process.put(:phoenix_deploy_step, System.monotonic_time(:millisecond))
    limit = String.to_integer(System.fetch_env!("PD_LIMIT_MS"))

    watch =
      spawn(fn ->
        receive do
          :done -> :ok
        after
          limit ->
            JSON.write("#{name}.json", %{status: "timed_out"})
            System.halt(1)
        end
      end)

    try do
      work.()
    rescue
      error ->
        could_not_run(name, Exception.message(error), Exception.format(:error, error, __STACKTRACE__))
    catch
      :exit, {:shutdown, code} -> could_not_run(name, "it ended with #{inspect(code)}", "")
      kind, reason -> could_not_run(name, "it ended with #{inspect(reason)}", Exception.format(kind, reason, __STACKTRACE__))
    after
      send(watch, :done)
      Process.delete(:phoenix_deploy_step)
    end
  end

  defp could_not_run(name, message, trace) do
    if trace != "", do: IO.puts(:stderr, trace)
    JSON.write("#{name}.json", %{status: "could_not_run", message: message})
  end

  # A Mix task as a person would run it from a shell: what it printed on which stream, and the code that it ended with.
  # The job's log shows it too, unless it is of no use to a person.
  def tool(name, args, shown \\ true) do
    {:ok, out} = StringIO.open("")
    {:ok, err} = StringIO.open("")
    leader = Process.group_leader()
    errors = Process.whereis(:standard_error)
    Process.group_leader(self(), out)
    stand_for(:standard_error, err)

    code =
      try do
        Mix.Task.rerun(name, args)
        0
      rescue
        error ->
          name = if is_struct(error, Mix.Error), do: "Mix", else: inspect(error.__struct__)
          IO.puts(:stderr, "** (#{name}) #{Exception.message(error)}")
          1
      catch
        :exit, {:shutdown, code} when is_integer(code) -> code
        :exit, reason when reason in [:normal, :shutdown] -> 0
      after
        stand_for(:standard_error, errors)
        Process.group_leader(self(), leader)
      end

    {:ok, {_, stdout}} = StringIO.close(out)
    {:ok, {_, stderr}} = StringIO.close(err)
    if shown, do: IO.write([stdout, stderr])
    %{status: "ran", code: code, stdout: stdout, stderr: stderr}
  end

  defp stand_for(name, process) do
    Process.unregister(name)
    Process.register(process, name)
  end
end
