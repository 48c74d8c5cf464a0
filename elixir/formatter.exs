# An ExUnit formatter beside the user's own: every test, how it ended and how long it took. One file for each run of a suite; an umbrella has one for each app.
defmodule PhoenixDeploy.Formatter do
  use GenServer

  def init(_opts), do: {:ok, []}

  def handle_cast({:test_finished, test}, tests), do: {:noreply, [seen(test) | tests]}

  def handle_cast({:suite_finished, _times}, tests) do
    name = "suite-#{System.os_time()}-#{System.unique_integer([:positive])}.json"
    PhoenixDeploy.JSON.write(name, %{tests: Enum.reverse(tests)})
    {:noreply, tests}
  end

  def handle_cast(_event, tests), do: {:noreply, tests}

  defp seen(test) do
    {state, message} = state(test)

    %{
      module: inspect(test.module),
      name: to_string(test.name),
      file: test.tags[:file] && to_string(test.tags[:file]),
      line: test.tags[:line],
      us: test.time,
      state: state,
      message: message
    }
  end

  defp state(%{state: nil}), do: {"passed", ""}
  defp state(%{state: {:skipped, why}}), do: {"skipped", why(why)}
  defp state(%{state: {:excluded, why}}), do: {"excluded", why(why)}
  defp state(%{state: {:invalid, _}} = test), do: {"failed", "setup_all of #{inspect(test.module)} failed"}

  defp state(%{state: {:failed, failures}} = test) do
    text = ExUnit.Formatter.format_test_failure(test, failures, 1, :infinity, fn _key, message -> message end)
    {"failed", String.slice(text, 0, 4000)}
  end

  defp why(text) when is_binary(text), do: String.slice(text, 0, 500)
  defp why(_), do: ""
end
