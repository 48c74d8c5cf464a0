# All that the `test` build serves, in one VM and one test run: `mix pd.test_build STEP...` in MIX_ENV=test. Each step
# leaves a file of its own.
defmodule Mix.Tasks.Pd.TestBuild do
  use Mix.Task
  alias PhoenixDeploy.{Compile, Coverage, Format, Formatter, JSON, Step, TestFiles}

  def run(steps) do
    Mix.Tasks.Pd.Project.run([])
    runs = Compile.run("compile-test")
    if "format" in steps, do: Step.run("format", &Format.run/0)
    if "test" in steps and runs, do: Step.run("test", fn -> test("coverage" in steps) end, &Formatter.running/0)

    if "coverage" in steps and File.exists?(Path.join(System.fetch_env!("PD_OUT"), "test.json")),
      do: Step.run("coverage", &Coverage.write/0)
  end

  defp test(cover) do
    if cover, do: Coverage.start()
    Formatter.remember()
    root = File.cwd!()
    failed = run_tests(root)
    JSON.write("test.json", %{status: "ran", unmatched: TestFiles.not_run(Formatter.loaded()), failed: failed})
  end

  # A suite that failed ends by an exit of its own, once it is over; everything else that ends it is a reason why it
  # could not run.
  defp run_tests(root) do
    Mix.Task.run("test", ["--formatter", "PhoenixDeploy.Formatter", "--formatter", "ExUnit.CLIFormatter"])
    false
  catch
    :exit, {:shutdown, code} when is_integer(code) -> suite_ended?() || exit({:shutdown, code})
    :exit, {:noproc, {GenServer, :call, [ExUnit.Server | _]}} -> File.cd!(root, &not_started/0)
  after
    # A test may have gone to another folder: that is the whole VM's.
    File.cd!(root)
  end

  # Elixir 1.14 stops at an app that has no test_helper.exs, since nobody starts ExUnit there.
  defp not_started do
    without =
      for {_app, path} <- Coverage.apps(),
          not File.exists?(Path.join(path, "test/test_helper.exs")),
          do: Path.relative_to_cwd(path)

    if length(without) == length(Coverage.apps()) do
      # No test ran, and that is what is said of it.
      true
    else
      Mix.raise(
        "ExUnit was not started, since #{Enum.join(without, ", ")} has no test/test_helper.exs. " <>
          "Write `ExUnit.start()` in it."
      )
    end
  end

  defp suite_ended?, do: Path.wildcard(Path.join(System.fetch_env!("PD_OUT"), "suite-*.json")) != []
end
