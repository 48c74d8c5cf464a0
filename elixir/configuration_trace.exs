# Loads a configuration once, and records which environment variables it read and what it made of texts, in order.
# Tracing sees what helper modules and other config providers do as well as config/runtime.exs itself.
defmodule PhoenixDeploy.ConfigurationTrace do
  # What text is made into: module, function, the form that it must have, and which argument is the text.
  @uses [
          for(f <- [:binary_to_integer, :list_to_integer], do: {:erlang, f, :integer, 0}),
          for(m <- [String, Integer], f <- [:to_integer, :parse], do: {m, f, :integer, 0}),
          for(f <- [:binary_to_float, :list_to_float], do: {:erlang, f, :float, 0}),
          for(
            {m, f} <- [{String, :to_float}, {Float, :parse}, {Decimal, :new}, {Decimal, :parse}],
            do: {m, f, :float, 0}
          ),
          for(f <- [:binary_to_existing_atom, :list_to_existing_atom], do: {:erlang, f, :atom, 0}),
          [{String, :to_existing_atom, :atom, 0}, {Module, :safe_concat, :module, 0}],
          for(f <- [:decode64, :decode64!, :url_decode64, :url_decode64!], do: {Base, f, :base64, 0}),
          for(f <- [:decode, :mime_decode], do: {:base64, f, :base64, 0}),
          for(f <- [:decode16, :decode16!], do: {Base, f, :hex, 0}),
          for(f <- [:decode32, :decode32!], do: {Base, f, :base32, 0}),
          for({m, f} <- [{URI, :parse}, {URI, :new}, {URI, :new!}, {:uri_string, :parse}], do: {m, f, :url, 0}),
          for(m <- [Jason, Poison, JSON, :json, :jsx], f <- [:decode, :decode!], do: {m, f, :json, 0}),
          for(
            f <- [:read, :read!, :open, :open!, :stream!, :exists?, :regular?, :stat, :stat!],
            do: {File, f, :file, 0}
          ),
          for(f <- [:read_file, :consult, :open, :read_file_info], do: {:file, f, :file, 0}),
          for(f <- [:ls, :ls!, :dir?, :cd!], do: {File, f, :folder, 0}),
          for(
            f <- [:parse_address, :parse_ipv4_address, :parse_ipv4strict_address, :parse_strict_address],
            do: {:inet, f, :ip, 0}
          ),
          for(f <- [:parse_ipv6_address, :parse_ipv6strict_address], do: {:inet, f, :ip6, 0}),
          for(f <- [:from_iso8601, :from_iso8601!], do: {Date, f, :date, 0}),
          for(f <- [:from_iso8601, :from_iso8601!], do: {Time, f, :time, 0}),
          for(m <- [DateTime, NaiveDateTime], f <- [:from_iso8601, :from_iso8601!], do: {m, f, :datetime, 0}),
          for(f <- [:cast, :cast!, :dump, :dump!], do: {Ecto.UUID, f, :uuid, 0}),
          for(f <- [:parse, :parse!], do: {Version, f, :version, 0}),
          [{:public_key, :pem_decode, :pem, 0}, {JOSE.JWK, :from_pem, :pem, 0}],
          [{String, :split, :split, 0}, {:binary, :split, :split, 0}]
        ]
        |> Enum.concat()

  # Call once: a module must be loaded to be traced.
  def prepare do
    for {module, function, _, _} <- @uses, do: watch(module, function)
    watch(:os, :getenv)
  end

  defp watch(module, function) do
    if Code.ensure_loaded?(module), do: :erlang.trace_pattern({module, function, :_}, true, [])
  end

  # {outcome, events}: :ok, {:failed, kind, reason, stacktrace} or :timed_out; the newest event first, {:read, name},
  # {:use, form, text, more} or {:at, line}.
  def run(work, deadline) do
    {pid, ref} =
      spawn_monitor(fn ->
        receive do: (:go -> :ok)

        result =
          try do
            work.()
            :ok
          catch
            kind, reason -> {:failed, kind, reason, __STACKTRACE__}
          end

        exit({:done, result})
      end)

    :erlang.trace(pid, true, [:call, :set_on_spawn])
    send(pid, :go)
    outcome = ended(pid, ref, deadline)
    delivered = :erlang.trace_delivered(:all)
    receive do: ({:trace_delivered, :all, ^delivered} -> :ok)
    {outcome, events([])}
  end

  defp ended(pid, ref, deadline) do
    receive do
      {:DOWN, ^ref, :process, _, {:done, result}} -> result
      {:DOWN, ^ref, :process, _, reason} -> {:failed, :exit, reason, []}
    after
      max(deadline - System.monotonic_time(:millisecond), 0) ->
        Process.exit(pid, :kill)
        receive do: ({:DOWN, ^ref, :process, _, _} -> :timed_out)
    end
  end

  defp events(seen) do
    receive do
      {:trace, _, :call, call} -> events(List.wrap(event(call)) ++ seen)
    after
      0 -> seen
    end
  end

  # With a default it is not missing.
  defp event({:os, :getenv, [name]}), do: {:read, to_string(name)}
  defp event({:os, :getenv, _}), do: nil

  for {module, function, form, index} <- @uses do
    defp event({unquote(module), unquote(function), args}), do: use(unquote(form), Enum.at(args, unquote(index)), args)
  end

  defp event({PhoenixDeploy.ConfigurationPlaces, :at, [line]}), do: {:at, line}
  defp event(_), do: nil

  defp use(form, text, args) do
    case text(text) do
      nil -> nil
      text -> {:use, form, text, Enum.at(args, 1)}
    end
  end

  defp text(text) when is_binary(text), do: text
  defp text(list) when is_list(list), do: if(List.ascii_printable?(list), do: to_string(list))
  defp text(_), do: nil
end
