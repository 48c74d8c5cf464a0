# credo, and what it worked with: its report of no issue says nowhere that there was a file to look at.
defmodule PhoenixDeploy.Credo do
  alias PhoenixDeploy.{JSON, Tool}
  @compile {:no_warn_undefined, [Credo, Credo.Application, Credo.Execution]}

  def run do
    Tool.load_dependencies()

    if Code.ensure_loaded?(Credo) do
      {ran, exec} = Tool.heard(&credo/0)
      JSON.write("credo.json", Map.put(ran, :read, read(exec)))
    else
      JSON.write("credo.json", %{status: "absent"})
    end
  end

  # As its Mix task does, which keeps to itself what it worked with. credo's processes speak to whom they were started
  # by.
  defp credo do
    {:ok, processes} = Credo.Application.start(nil, nil)
    exec = Credo.run(["--strict", "--format", "json"])
    result = {Credo.Execution.get_exit_status(exec), exec}
    Supervisor.stop(processes)
    result
  end

  # Issues that the configuration lets inform only (`exit_status: 0`): the report does not distinguish them.
  defp informing(exec) do
    for issue <- Credo.Execution.get_issues(exec), issue.exit_status == 0 do
      %{check: inspect(issue.check), filename: issue.filename, line_no: issue.line_no, message: issue.message}
    end
  end

  defp read(nil), do: nil

  defp read(exec) do
    {checks, _, _} = Credo.Execution.checks(exec)
    %{files: length(Credo.Execution.get_source_files(exec)), checks: length(checks), informing: informing(exec)}
  end
end
