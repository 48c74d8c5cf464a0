# Finds out which environment variables a release's configuration needs, and in which form, in the release's own VM: its
# config providers are loaded again and again, each time with one more value, until they load or nothing helps. `run/0`
# leaves configuration.json.
defmodule PhoenixDeploy.Configuration do
  alias PhoenixDeploy.ConfigurationForms, as: Forms
  alias PhoenixDeploy.ConfigurationPlaces, as: Places
  alias PhoenixDeploy.ConfigurationTrace, as: Trace
  alias PhoenixDeploy.JSON

  @most_tries 100
  # What the machine and the release itself set.
  @machine ~r/^(RELEASE_|ERL_|ELIXIR_|MIX_|XDG_|PD_)|^(HOME|PATH|USER|LANG|TERM|SHELL|TMPDIR|TEMP|TMP|PWD|BINDIR|EMU)$/
  # Where a host keeps what no release brings along: secrets, credentials, certificates.
  @of_host ~r{^/(etc|run|var|srv|opt|mnt|home|root|secrets|vault)/}
  # Never for want of a value, unless a value of ours is part of it.
  @faults [
    UndefinedFunctionError,
    SyntaxError,
    TokenMissingError,
    CompileError,
    MismatchedDelimiterError,
    Code.LoadError
  ]

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
    if fault?(kind, reason) and held(state, reason) == [],
      do: {:stuck, state, seen},
      else: state |> candidates(seen) |> advance(state, seen)
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

    Enum.reduce(values, String.downcase(message(kind, reason)), fn value, text ->
      text = String.replace(text, inspect(value), "VALUE")
      if byte_size(value) >= 4, do: String.replace(text, value, "VALUE"), else: text
    end)
  end

  defp reads({_, events}), do: events |> Enum.filter(&match?({:read, _}, &1)) |> Enum.uniq() |> length()

  defp message(kind, reason, stack \\ [])
  # The map may be the whole environment: its values are nobody's to read.
  defp message(:error, %KeyError{key: key}, _), do: "key #{inspect(key)} not found"
  defp message(:error, reason, stack), do: Exception.message(Exception.normalize(:error, reason, stack))
  defp message(_, reason, _), do: inspect(reason, limit: 20)

  # What may help, the likeliest first: what the message names, what was last read or made into something, and what was
  # before that.
  defp candidates(state, {{:failed, kind, reason, _}, events}) do
    message = message(kind, reason)
    named = named(state, message)
    near = events |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.uniq() |> Enum.take(6)

    likely = fn name ->
      literals(state, name, events) ++ first_forms(state, name, events) ++ Forms.of_message(message)
    end

    each(named, likely) ++
      each(named, fn _ -> Forms.usual() end) ++
      each(Enum.take(near, 1), likely) ++
      each(near, &Enum.take(first_forms(state, &1, events), 3)) ++
      each(Enum.take(near, 2), fn name -> likely.(name) ++ Forms.usual() end)
  end

  defp each(names, forms), do: for(name <- names, form <- forms.(name), do: {name, form})

  defp named(state, message) do
    read = state.tree |> Places.names() |> Map.keys()

    for [name] <- Regex.scan(~r/\b[A-Z][A-Z0-9_]{2,99}\b/, message),
        open?(state, name),
        name in read or String.contains?(name, "_") or Map.has_key?(state.vars, name),
        uniq: true,
        do: name
  end

  defp concerned(state, {:read, name}), do: if(open?(state, name), do: name)
  defp concerned(state, {:use, _, text, _}), do: owner(state, text)
  defp concerned(_, _), do: nil

  defp open?(state, name), do: name not in state.fixed and not (name =~ @machine)

  # Texts that it is compared with; of an address they may be the scheme.
  defp literals(state, name, events) do
    literals = Places.literals(state.tree, name)

    address? =
      match?({:url, _}, Forms.guess(name)) or
        Enum.any?(events, &(match?({:use, :url, _, _}, &1) and owner(state, elem(&1, 2)) == name))

    if address?,
      do: for({_, text} <- literals, text =~ ~r/^[a-z][a-z0-9+]*$/, do: {:url, text}) ++ literals,
      else: literals
  end

  # What reads an address or a date makes numbers too: those come last.
  defp first_forms(state, name, events) do
    used = for {:use, form, text, more} <- events, owner(state, text) == name, uniq: true, do: {form, more}

    case {state.vars[name], used} do
      {nil, _} ->
        [Forms.guess(name)]

      {_, used} ->
        used
        |> Enum.sort_by(fn {form, _} -> form in [:integer, :float, :atom] end)
        |> Enum.flat_map(fn {form, more} -> Forms.of_use(form, more) end)
    end
  end

  # Whose value this text is, or is part of.
  defp owner(state, text) do
    Enum.find_value(state.vars, fn {name, %{form: form, number: number, value: value}} ->
      inner = with {:file, inner} <- form, do: [Forms.value(inner, number, state.folder)], else: (_ -> [])
      if Enum.any?([value | inner], &related?(&1, text)), do: name
    end)
  end

  defp related?(value, text) do
    value == text or (byte_size(value) >= 4 and String.contains?(text, value)) or
      (byte_size(text) >= 4 and String.contains?(value, text))
  end

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
      reads: for({:read, name} <- Enum.reverse(events), not (name =~ @machine), uniq: true, do: name)
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
    do: %{message: "it did not end", suspects: last_read(state, events), wants_value: false}

  defp failure({:failed, kind, reason, stack}, state, events) do
    message = message(kind, reason, stack)
    {line, near} = place(kind, reason, stack, state)
    held = held(state, reason)

    used =
      with [{:use, _, text, _} | _] <- near ++ Enum.take(events, 1), do: List.wrap(owner(state, text)), else: (_ -> [])

    here = near |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.uniq()
    named = named(state, message)
    direct = Enum.uniq(named ++ held ++ used ++ here)
    hangs? = line != nil and Places.hangs_on_environment?(state.tree, line)
    outside? = message =~ ~r/econnrefused|nxdomain|ehostunreach|enetunreach|:timeout\b|connection refused/
    lacks = if direct == [], do: lacking(reason, near ++ Enum.take(events, 1))

    %{
      message: message,
      line: line,
      lacks: lacks,
      suspects: if(direct == [] and (hangs? or outside?), do: last_read(state, events) ++ given(near), else: direct),
      wants_value:
        lacks != nil or ((direct != [] or hangs? or outside?) and (not fault?(kind, reason) or held != []))
    }
  end

  # What the job itself gave, and the statement read: its value is the one to look at.
  defp given(near),
    do: for({:read, name} <- near, System.get_env(name) != nil, not (name =~ @machine), uniq: true, do: name)

  # A file of the host that is not on this machine: the failure names it, or comes of the statement that asked for it.
  defp lacking(%File.Error{path: path}, near), do: lacking(nil, [{:use, :file, to_string(path), nil} | near])

  defp lacking(_reason, near) do
    Enum.find_value(near, fn
      {:use, form, path, _} when form in [:file, :folder] -> if path =~ @of_host and not File.exists?(path), do: path
      _ -> nil
    end)
  end

  # The variables whose values are part of the failure.
  defp held(state, reason) do
    shown = inspect(reason, limit: :infinity, printable_limit: :infinity) <> message(:error, reason)
    for {name, %{value: value}} <- state.vars, byte_size(value) >= 4, String.contains?(shown, value), do: name
  end

  defp last_read(state, events), do: events |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.take(1)

  # A call of nothing (`nil.host`) is the want of a value too.
  defp fault?(:error, %UndefinedFunctionError{module: nil}), do: false
  defp fault?(:error, :undef), do: true
  defp fault?(:error, %module{}), do: module in @faults
  defp fault?(_, _), do: false

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
