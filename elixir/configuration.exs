# Finds out which environment variables a release's configuration needs, and in which form, in the release's own VM: its
# config providers are loaded again and again, each time with one more value, until they load or nothing helps. `run/0`
# leaves configuration.json.
defmodule PhoenixDeploy.Configuration do
  alias PhoenixDeploy.ConfigurationForms, as: Forms
  alias PhoenixDeploy.ConfigurationPlaces, as: Places
  alias PhoenixDeploy.ConfigurationTrace, as: Trace
  alias PhoenixDeploy.ConfigurationVariables, as: Variables
  alias PhoenixDeploy.JSON

  @most_tries 100
  # Where a host keeps what no release brings along: secrets, credentials, certificates.
  @of_host ~r{^/(etc|run|var|srv|opt|mnt|home|root|secrets|vault)/}

  def run do
    Code.compiler_options(ignore_module_conflict: true)
    {providers, config} = providers()
    for {app, env} <- config, {key, value} <- env, do: Application.put_env(app, key, value)
    Trace.prepare()
    {:module, _} = Code.ensure_loaded(Places)
    :erlang.trace_pattern({Places, :at, 1}, true, [])

    state = %{
      load: fn -> Enum.reduce(providers, config, fn {module, options}, config -> module.load(config, options) end) end,
      file: file(providers),
      tree: Places.parse(file(providers) || ""),
      vars: ours(),
      fixed: for({name, _} <- System.get_env(), name not in Map.keys(ours()), do: name),
      tried: MapSet.new(),
      folder: System.fetch_env!("PD_OUT"),
      deadline: System.monotonic_time(:millisecond) + String.to_integer(System.fetch_env!("PD_LIMIT_MS"))
    }

    {ended, state, seen} = search(state, load(state))
    JSON.write("configuration.json", described(ended, state, seen))
  end

  # The providers of the release, which its boot would load, and what they are given.
  defp providers do
    path = Path.join([System.fetch_env!("RELEASE_ROOT"), "releases", System.fetch_env!("RELEASE_VSN"), "sys.config"])
    {:ok, [config]} = :file.consult(path)
    {provider, elixir} = Keyword.pop(config[:elixir] || [], :config_provider_init)
    {if(provider, do: provider.providers, else: []), Keyword.put(config, :elixir, elixir)}
  end

  defp file(providers) do
    Enum.find_value(providers, fn
      {Config.Reader, {path, _}} -> resolved(path)
      {Config.Reader, path} -> resolved(path)
      _ -> nil
    end)
  end

  defp resolved({:system, name, path}), do: System.fetch_env!(name) <> path
  defp resolved(path) when is_binary(path), do: path
  defp resolved(_), do: nil

  # Values that were given as dummies from the beginning: they may be replaced by others.
  defp ours do
    for name <- String.split(System.get_env("PD_DUMMIES", ""), ",", trim: true), into: %{} do
      {name, %{form: nil, number: 0, value: System.fetch_env!(name)}}
    end
  end

  defp load(state) do
    put_values(state)
    Trace.run(state.load, state.deadline)
  end

  defp put_values(state), do: System.put_env(Enum.map(state.vars, fn {name, %{value: value}} -> {name, value} end))

  # What is no want of a value is not searched for.
  defp search(state, {{:failed, kind, reason, _}, _} = seen) do
    if Variables.fault?(kind, reason) and Variables.held(state, reason) == [],
      do: {:stuck, state, seen},
      else: state |> Variables.candidates(seen) |> advance(state, seen)
  end

  defp search(state, {:ok, _} = seen), do: {:loads, state, seen}
  defp search(state, {:timed_out, _} = seen), do: {:stuck, state, seen}

  defp advance([], state, seen), do: {:stuck, state, seen}

  defp advance([{name, form} = candidate | rest], state, seen) do
    cond do
      MapSet.size(state.tried) >= @most_tries or System.monotonic_time(:millisecond) > state.deadline ->
        {:stuck, state, seen}

      MapSet.member?(state.tried, candidate) ->
        advance(rest, state, seen)

      true ->
        with_value = set(%{state | tried: MapSet.put(state.tried, candidate)}, name, form)
        now = load(with_value)

        if further?({state, seen}, {with_value, now}) do
          search(with_value, now)
        else
          System.delete_env(name)
          advance(rest, %{with_value | vars: state.vars}, seen)
        end
    end
  end

  defp set(state, name, form) do
    number = if known = state.vars[name], do: max(known.number, 1), else: 100 + MapSet.size(state.tried)
    put_in(state.vars[name], %{form: form, number: number, value: Forms.value(form, number, state.folder)})
  end

  # It loads, or it failed in another way and not before it had read as much.
  defp further?(_, {_, {:ok, _}}), do: true
  defp further?(_, {_, {:timed_out, _}}), do: false
  defp further?({old, was}, {new, now}), do: signature(old, was) != signature(new, now) and reads(now) >= reads(was)

  defp signature(state, {{:failed, kind, reason, _}, _}) do
    # A long value may hold a short one, and its case may have been changed.
    values =
      state.vars |> Enum.map(fn {_, %{value: value}} -> String.downcase(value) end) |> Enum.sort_by(&(-byte_size(&1)))

    Enum.reduce(values, String.downcase(Variables.message(kind, reason)), fn value, text ->
      text = String.replace(text, inspect(value), "VALUE")
      if byte_size(value) >= 4, do: String.replace(text, value, "VALUE"), else: text
    end)
  end

  defp reads({_, events}), do: events |> Enum.filter(&match?({:read, _}, &1)) |> Enum.uniq() |> length()

  defp described(ended, state, {outcome, events}) do
    lines = Places.names(state.tree)

    found = %{
      status: "ran",
      loads: ended == :loads,
      tries: MapSet.size(state.tried),
      file: state.file && Path.basename(state.file),
      needs:
        for {name, %{form: form, value: value}} when form != nil <-
              Enum.sort_by(state.vars, fn {name, _} -> {lines[name], name} end) do
          %{name: name, form: words(state, name, form), value: value, line: lines[name]}
        end,
      reads: for({:read, name} <- Enum.reverse(events), not Variables.of_machine?(name), uniq: true, do: name)
    }

    Map.merge(found, failure(outcome, state, events))
  end

  # Where the configuration compares it with texts, those are its form.
  defp words(state, name, {:text, text} = form) do
    texts = for {:text, text} <- Places.literals(state.tree, name), do: text

    if text in texts and text not in ["true", "false"],
      do: Enum.map_join(texts, " or ", &"`#{&1}`"),
      else: Forms.words(form)
  end

  defp words(_, _, form), do: Forms.words(form)

  defp failure(:ok, _, _), do: %{}

  defp failure(:timed_out, state, events),
    do: %{message: "it did not end", suspects: Variables.last_read(state, events), wants_value: false}

  defp failure({:failed, kind, reason, stack}, state, events) do
    message = Variables.message(kind, reason, stack)
    {line, near} = place(kind, reason, stack, state)
    held = Variables.held(state, reason)

    used =
      with [{:use, _, text, _} | _] <- near ++ Enum.take(events, 1),
           do: List.wrap(Variables.owner(state, text)),
           else: (_ -> [])

    here = near |> Enum.flat_map(&List.wrap(Variables.concerned(state, &1))) |> Enum.uniq()
    named = Variables.named(state, message)
    direct = Enum.uniq(named ++ held ++ used ++ here)
    hangs? = line != nil and Places.hangs_on_environment?(state.tree, line)
    outside? = message =~ ~r/econnrefused|nxdomain|ehostunreach|enetunreach|:timeout\b|connection refused/
    lacks = if direct == [], do: lacking(reason, near ++ Enum.take(events, 1))

    %{
      message: message,
      line: line,
      lacks: lacks,
      suspects:
        if(direct == [] and (hangs? or outside?), do: Variables.last_read(state, events) ++ given(near), else: direct),
      wants_value:
        lacks != nil or ((direct != [] or hangs? or outside?) and (not Variables.fault?(kind, reason) or held != []))
    }
  end

  # What the job itself gave, and the statement read: its value is the one to look at.
  defp given(near),
    do: for({:read, name} <- near, System.get_env(name) != nil, not Variables.of_machine?(name), uniq: true, do: name)

  # A file of the host that is not on this machine: the failure names it, or comes of the statement that asked for it.
  defp lacking(%File.Error{path: path}, near), do: lacking(nil, [{:use, :file, to_string(path), nil} | near])

  defp lacking(_reason, near) do
    Enum.find_value(near, fn
      {:use, form, path, _} when form in [:file, :folder] -> if path =~ @of_host and not File.exists?(path), do: path
      _ -> nil
    end)
  end

  # The line of the configuration, from the error or its stack, else from a run that marks each statement; and what
  # happened at that statement.
  defp place(:error, %{line: line, file: file}, _, state) when is_integer(line) and is_binary(file) do
    {if(state.file && Path.basename(file) == Path.basename(state.file), do: line), []}
  end

  defp place(_, _, stack, state) do
    {at, near} = marked(state)
    {in_stack(stack, state) || at, near}
  end

  defp in_stack(stack, %{file: file}) when is_binary(file) do
    Enum.find_value(stack, fn
      {_, _, _, info} ->
        if(Path.basename(to_string(info[:file] || "")) == Path.basename(file) and (info[:line] || 0) > 0,
          do: info[:line]
        )

      _ ->
        nil
    end)
  end

  defp in_stack(_, _), do: nil

  defp marked(%{tree: nil}), do: {nil, []}

  defp marked(state) do
    text = Places.marked(state.tree)
    put_values(state)
    options = [env: :prod, target: :host, imports: :disabled]
    {outcome, events} = Trace.run(fn -> Config.Reader.eval!(state.file, text, options) end, state.deadline + 2_000)

    case {outcome, Enum.find(events, &match?({:at, _}, &1))} do
      {{:failed, _, _, _}, {:at, line}} -> {line, Enum.take_while(events, &(not match?({:at, _}, &1)))}
      _ -> {nil, []}
    end
  end
end
