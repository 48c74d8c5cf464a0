# A tool as a person would run it from a shell: what it printed on which stream, and the code that it ended with. The
# job's log shows it as it comes.
defmodule PhoenixDeploy.Tool do
  # Loads the dependencies, of which a tool is one, once in a VM. Mix has looked at them for unused-deps without
  # compiling any, and takes that for done; where they do not load, each tool says so.
  def load_dependencies do
    unless Process.get(:phoenix_deploy_loaded) do
      Mix.Task.reenable("deps.loadpaths")
      Mix.Task.rerun("loadpaths", [])
      Process.put(:phoenix_deploy_loaded, true)
    end
  end

  # A Mix task.
  def run(task, args) do
    {ran, _} =
      heard(fn ->
        Mix.Task.rerun(task, args)
        {0, nil}
      end)

    ran
  end

  # Work that returns its code and a value: what became of it, and the value, nil where an exit or an exception ended
  # it.
  def heard(work) do
    leader = Process.group_leader()
    errors = Process.whereis(:standard_error)
    {out, err} = {ear(leader), ear(errors)}
    Process.group_leader(self(), out)
    stand_for(:standard_error, err)

    {code, value} =
      try do
        work.()
      rescue
        error ->
          name = if is_struct(error, Mix.Error), do: "Mix", else: inspect(error.__struct__)
          IO.puts(:stderr, "** (#{name}) #{Exception.message(error)}")
          {1, nil}
      catch
        :exit, {:shutdown, code} when is_integer(code) -> {code, nil}
        :exit, reason when reason in [:normal, :shutdown] -> {0, nil}
      after
        stand_for(:standard_error, errors)
        Process.group_leader(self(), leader)
      end

    {%{status: "ran", code: code, stdout: heard_by(out), stderr: heard_by(err)}, value}
  end

  defp stand_for(name, process) do
    Process.unregister(name)
    Process.register(process, name)
  end

  # A device that keeps what is written to it and passes it on. There is nothing to read from it.
  defp ear(device) do
    spawn_link(fn ->
      {:ok, kept} = StringIO.open("")
      hear(device, kept)
    end)
  end

  defp hear(device, kept) do
    receive do
      {:io_request, _, _, request} = message when elem(request, 0) in [:put_chars, :requests] ->
        send(kept, {:io_request, self(), make_ref(), request})
        send(device, message)
        hear(device, kept)

      {:io_request, _, _, _} = message ->
        send(kept, message)
        hear(device, kept)

      {:io_reply, _, _} ->
        hear(device, kept)

      {:report, to} ->
        {:ok, {_, text}} = StringIO.close(kept)
        send(to, {:heard, self(), text})
    end
  end

  # What an ear heard; it hears nothing more.
  defp heard_by(ear) do
    send(ear, {:report, self()})

    receive do
      {:heard, ^ear, text} -> text
    end
  end
end
