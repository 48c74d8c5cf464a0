# An ExUnit formatter beside the user's own: what ran, what failed, where. One file for each run of a suite; an umbrella has one for each app.
defmodule PhoenixDeploy.Formatter do
  use GenServer

  def init(_opts), do: {:ok, %{passed: 0, skipped: 0, excluded: 0, failures: [], slow: []}}

  def handle_cast({:test_finished, test}, seen) do
    seen = %{seen | slow: Enum.take(Enum.sort_by([slow(test) | seen.slow], & &1.us, :desc), 5)}

    case test.state do
      nil ->
        {:noreply, %{seen | passed: seen.passed + 1}}

      {:skipped, _} ->
        {:noreply, %{seen | skipped: seen.skipped + 1}}

      {:excluded, _} ->
        {:noreply, %{seen | excluded: seen.excluded + 1}}

      {:failed, failures} ->
        {:noreply, %{seen | failures: [failure(test, failures) | seen.failures]}}

      {:invalid, _} ->
        {:noreply, %{seen | failures: [failure(test, []) | seen.failures]}}
    end
  end

  def handle_cast({:suite_finished, _times}, seen) do
    name = "suite-#{System.os_time()}-#{System.unique_integer([:positive])}.json"
    PhoenixDeploy.JSON.write(name, %{seen | failures: Enum.reverse(seen.failures)})
    {:noreply, seen}
  end

  def handle_cast(_event, seen), do: {:noreply, seen}

  defp slow(test), do: %{name: "#{inspect(test.module)} #{test.name}", us: test.time}

  defp failure(test, failures) do
    text =
      if failures == [],
        do: "setup_all of #{inspect(test.module)} failed",
        else:
          ExUnit.Formatter.format_test_failure(test, failures, 1, :infinity, fn _key, message ->
            message
          end)

    %{
      name: "#{inspect(test.module)} #{test.name}",
      file: test.tags[:file] && to_string(test.tags[:file]),
      line: test.tags[:line],
      message: String.slice(text, 0, 4000)
    }
  end
end
