# All that the `test` build serves, in one VM and one test run: `mix pd.suite STEP...` in MIX_ENV=test. Each step leaves a file of its own.
defmodule Mix.Tasks.Pd.Suite do
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
    failed = run_tests()
    JSON.write("test.json", %{status: "ran", unmatched: TestFiles.not_run(Formatter.loaded()), failed: failed})
  end

  # A suite that failed ends by an exit of its own, once it is over; everything else that ends it is a reason why it could not run.
  defp run_tests do
    Mix.Task.run("test", ["--formatter", "PhoenixDeploy.Formatter", "--formatter", "ExUnit.CLIFormatter"])
    false
  catch
    :exit, {:shutdown, code} when is_integer(code) -> suite_ended?() || exit({:shutdown, code})
  end

  defp suite_ended?, do: Path.wildcard(Path.join(System.fetch_env!("PD_OUT"), "suite-*.json")) != []
end
