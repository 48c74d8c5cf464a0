# Which environment variables a failure of the configuration hangs on, and which values of them may help.
defmodule PhoenixDeploy.ConfigurationVariables do
  alias PhoenixDeploy.ConfigurationForms, as: Forms
  alias PhoenixDeploy.ConfigurationPlaces, as: Places

  # What the machine and the release itself set.
  @machine ~r/^(RELEASE_|ERL_|ELIXIR_|MIX_|XDG_|PD_)|^(HOME|PATH|USER|LANG|TERM|SHELL|TMPDIR|TEMP|TMP|PWD|BINDIR|EMU)$/
  # Never for want of a value, unless a value of ours is part of it.
  @faults [
    UndefinedFunctionError,
    SyntaxError,
    TokenMissingError,
    CompileError,
    MismatchedDelimiterError,
    Code.LoadError
  ]

  def message(kind, reason, stack \\ [])
  # The map may be the whole environment: its values are nobody's to read.
  def message(:error, %KeyError{key: key}, _), do: "key #{inspect(key)} not found"
  def message(:error, reason, stack), do: Exception.message(Exception.normalize(:error, reason, stack))
  def message(_, reason, _), do: inspect(reason, limit: 20)

  # What may help, the likeliest first: what the message names, what was last read or made into something, and what was
  # before that.
  def candidates(state, {{:failed, kind, reason, _}, events}) do
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

  def named(state, message) do
    read = state.tree |> Places.names() |> Map.keys()

    for [name] <- Regex.scan(~r/\b[A-Z][A-Z0-9_]{2,99}\b/, message),
        open?(state, name),
        name in read or String.contains?(name, "_") or Map.has_key?(state.vars, name),
        uniq: true,
        do: name
  end

  def concerned(state, {:read, name}), do: if(open?(state, name), do: name)
  def concerned(state, {:use, _, text, _}), do: owner(state, text)
  def concerned(_, _), do: nil

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
  def owner(state, text) do
    Enum.find_value(state.vars, fn {name, %{form: form, number: number, value: value}} ->
      inner = with {:file, inner} <- form, do: [Forms.value(inner, number, state.folder)], else: (_ -> [])
      if Enum.any?([value | inner], &related?(&1, text)), do: name
    end)
  end

  defp related?(value, text) do
    value == text or (byte_size(value) >= 4 and String.contains?(text, value)) or
      (byte_size(text) >= 4 and String.contains?(value, text))
  end

  # The variables whose values are part of the failure.
  def held(state, reason) do
    shown = inspect(reason, limit: :infinity, printable_limit: :infinity) <> message(:error, reason)
    for {name, %{value: value}} <- state.vars, byte_size(value) >= 4, String.contains?(shown, value), do: name
  end

  def last_read(state, events), do: events |> Enum.flat_map(&List.wrap(concerned(state, &1))) |> Enum.take(1)

  # A call of nothing (`nil.host`) is the want of a value too.
  def fault?(:error, %UndefinedFunctionError{module: nil}), do: false
  def fault?(:error, :undef), do: true
  def fault?(:error, %module{}), do: module in @faults
  def fault?(_, _), do: false

  # What the machine and the release itself set is not the configuration's.
  def of_machine?(name), do: name =~ @machine
end
