# An ExUnit formatter beside the user's own: every test, how it ended and how long it took, and each setup_all that
# failed. One file for each run of a suite; an umbrella has one for each app.
defmodule PhoenixDeploy.Formatter do
  use GenServer
  alias PhoenixDeploy.JSON

  @table :phoenix_deploy_tests

  # What is remembered over all suites of this run, for whoever ends it: the files whose tests were seen, and what is
  # running.
  def remember, do: :ets.new(@table, [:named_table, :public])

  def loaded, do: for({{:file, file}, _} <- :ets.tab2list(@table), do: file)

  # The tests that run right now; where none does, the modules that are set up.
  def running do
    if :ets.whereis(@table) == :undefined do
      []
    else
      running = for {{:running, _}, one} <- :ets.tab2list(@table), do: one
      tests = for %{name: name} = one <- running, name != "setup_all", do: one
      Enum.take(if(tests == [], do: running, else: tests), 20)
    end
  end

  def init(_opts), do: {:ok, %{tests: [], setups: []}}

  def handle_cast({:module_started, module}, seen) do
    setup = %{module: inspect(module.name), name: "setup_all", file: file(module.file), line: nil}
    begun({:module, module.name}, setup)

    {:noreply, seen}
  end

  def handle_cast({:test_started, test}, seen) do
    begun({:test, test.module, test.name}, place(test))
    {:noreply, seen}
  end

  def handle_cast({:test_finished, test}, seen) do
    ended({:test, test.module, test.name})
    :ets.insert(@table, {{:file, Path.expand(to_string(test.tags[:file]))}, true})
    {:noreply, %{seen | tests: [seen(test) | seen.tests]}}
  end

  def handle_cast({:module_finished, module}, seen) do
    ended({:module, module.name})

    case module.state do
      {:failed, failures} -> {:noreply, %{seen | setups: [setup(module, failures) | seen.setups]}}
      _ -> {:noreply, seen}
    end
  end

  def handle_cast({:suite_finished, _times}, seen) do
    name = "suite-#{System.os_time()}-#{System.unique_integer([:positive])}.json"
    JSON.write(name, %{tests: Enum.reverse(seen.tests), setups: Enum.reverse(seen.setups)})
    {:noreply, seen}
  end

  def handle_cast(_event, seen), do: {:noreply, seen}

  defp begun(key, one), do: :ets.insert(@table, {{:running, key}, one})
  defp ended(key), do: :ets.delete(@table, {:running, key})

  defp place(test) do
    %{module: inspect(test.module), name: to_string(test.name), file: file(test.tags[:file]), line: test.tags[:line]}
  end

  defp seen(test) do
    {state, message} = state(test)
    Map.merge(place(test), %{us: test.time, state: state, message: message})
  end

  defp state(%{state: nil}), do: {"passed", ""}
  defp state(%{state: {:skipped, why}}), do: {"skipped", why(why)}
  defp state(%{state: {:excluded, why}}), do: {"excluded", why(why)}
  defp state(%{state: {:invalid, _}}), do: {"invalid", ""}

  defp state(%{state: {:failed, failures}} = test) do
    text = ExUnit.Formatter.format_test_failure(test, failures, 1, :infinity, fn _key, message -> message end)
    {"failed", String.slice(text, 0, 4000)}
  end

  defp why(text) when is_binary(text), do: String.slice(text, 0, 500)
  defp why(_), do: ""

  # The exception of a setup_all, and where the setup_all stands that raised it.
  defp setup(module, failures) do
    text = ExUnit.Formatter.format_test_all_failure(module, failures, 1, :infinity, fn _key, message -> message end)
    {file, line} = raised(failures, file(module.file))
    [{kind, reason, stack} | _] = failures

    what =
      Exception.format_banner(kind, reason, stack)
      |> String.replace_prefix("** ", "")
      |> String.replace(~r/\s*\n\s*/, "\n")

    what = String.replace(what, ~r/\)\s+/, ") ", global: false) |> String.trim()

    %{
      module: inspect(module.name),
      file: file,
      line: line,
      what: String.slice(what, 0, 1000),
      message: String.slice(text, 0, 4000)
    }
  end

  # The first frame of the module's file, else of the project. What is called last leaves no frame of its own: then the
  # file is read.
  defp raised(failures, own) do
    frames =
      for {_, _, stack} <- failures,
          is_list(stack),
          {_, function, _, at} <- stack,
          at[:file],
          line = at[:line],
          function != :__ex_unit__ do
        {to_string(function), Path.expand(to_string(at[:file])), line}
      end

    case Enum.find(frames, fn {_, file, _} -> file == own end) ||
           Enum.find(frames, fn {_, file, _} -> File.regular?(file) end) do
      nil ->
        {own, heads(own) |> Enum.min(fn -> nil end)}

      {"__ex_unit_setup_all" <> _, file, line} ->
        {file, heads(file) |> Enum.filter(&(&1 <= line)) |> Enum.max(fn -> line end)}

      {_, file, line} ->
        {file, line}
    end
  end

  # The lines on which a setup_all begins.
  defp heads(file) do
    with true <- is_binary(file), {:ok, text} <- File.read(file) do
      for {line, at} <- text |> String.split("\n") |> Enum.with_index(1), line =~ ~r/^\s*setup_all\b/, do: at
    else
      _ -> []
    end
  end

  defp file(nil), do: nil
  defp file(path), do: path |> to_string() |> Path.expand()
end
