# Rehearses a repo's migrations on a database of its own: to where the base stands, up, back down, and up again, looking
# at the versions and the structure after each step. An exit code of 0 proves nothing here: Ecto also ends well when it
# did something else.
defmodule PhoenixDeploy.Rehearsal do
  @compile {:no_warn_undefined, [Ecto.Migrator]}
  alias PhoenixDeploy.{OwnDatabase, MigrationFiles, Schema}

  # What became of one repo until the given time: the steps that were seen to work, and at most one problem.
  def run(%{files: files} = seen_repo, until) do
    {:ok, seen} = Agent.start_link(fn -> %{steps: [], compared: nil, extensions: []} end)
    started = System.monotonic_time(:millisecond)

    ended =
      try do
        before(seen_repo) || rehearsed(seen_repo, modules(files), seen, until)
      catch
        {:problem, problem} -> {:problem, problem}
      end

    %{steps: steps, compared: compared, extensions: extensions} = Agent.get(seen, & &1)

    %{
      repo: seen_repo.name,
      adapter: inspect(seen_repo.adapter),
      migrations: length(files),
      new: for(one <- files, one.state == "new", do: to_string(one.version)),
      changed: for(one <- files, one.state == "changed", do: one.file),
      unusable: for(one <- seen_repo.unusable, do: one.file),
      steps: Enum.reverse(steps),
      compared: compared,
      extensions: extensions,
      problem: ended |> problem() |> placed(files),
      ms: System.monotonic_time(:millisecond) - started
    }
  end

  defp rehearsed(seen_repo, modules, seen, until) do
    OwnDatabase.with_own(seen_repo.repo, until, fn config ->
      try do
        rehearse(seen_repo, modules, seen, config)
      rescue
        error -> {:problem, "failed", Exception.format(:error, error, __STACKTRACE__)}
      catch
        {:problem, problem} -> {:problem, problem}
      end
    end)
  end

  defp problem({:problem, kind, message}), do: %{kind: kind, message: message}
  defp problem({:problem, problem}), do: problem
  defp problem(:ok), do: nil

  # What a single new migration leaves behind is its own.
  defp placed(%{kind: "differs"} = problem, files) do
    case Enum.filter(files, &(&1.state == "new")) do
      [one] -> Map.put(problem, :file, one.file)
      _ -> problem
    end
  end

  defp placed(problem, _files), do: problem

  # What needs no database to be seen.
  defp before(%{files: files, gone: gone}) do
    last = files |> Enum.filter(&(&1.state != "new")) |> Enum.map(& &1.version) |> Enum.max(fn -> nil end)
    late = Enum.find(files, &(&1.state == "new" and last != nil and &1.version < last))
    twice = files |> Enum.chunk_every(2, 1, :discard) |> Enum.find(fn [one, next] -> one.version == next.version end)

    cond do
      gone != [] ->
        {:problem,
         %{kind: "missing", message: Enum.map_join(gone, ", ", &"#{&1.version}_#{&1.name}"), file: hd(gone).file}}

      files == [] ->
        :ok

      twice != nil ->
        {:problem,
         %{kind: "duplicate", message: "version #{hd(twice).version} is there twice", file: List.last(twice).file}}

      late != nil ->
        {:problem, %{kind: "out_of_order", message: "#{late.version} is older than #{last}", file: late.file}}

      true ->
        nil
    end
  end

  defp rehearse(seen_repo, modules, seen, config) do
    %{repo: repo, files: files} = seen_repo
    opts = if prefix = MigrationFiles.prefix(repo), do: [prefix: prefix], else: []
    {old, new} = files |> Enum.split_with(&(&1.state != "new"))
    [old, new] = for list <- [old, new], do: Enum.map(list, & &1.version)
    {tool, read} = Schema.reader(repo, config)

    go = fn step, direction, strategy, wanted ->
      done = step(seen_repo, modules, opts, step, direction, strategy, wanted)
      Agent.update(seen, &%{&1 | steps: [done | &1.steps]})
    end

    # The table of versions is there from the beginning, so that an empty schema is the same before and after.
    Ecto.Migrator.migrated_versions(repo, opts)
    if old != [], do: go.("base", :up, [to: List.last(old)], old)
    if new == [], do: :ok, else: there_and_back(tool, read, old, new, seen, go)
  end

  defp there_and_back(tool, read, old, new, seen, go) do
    dump = fn -> if tool, do: dump(read) end
    base = dump.()
    go.("up", :up, [all: true], old ++ new)
    up = dump.()
    go.("down", :down, if(old == [], do: [all: true], else: [to_exclusive: List.last(old)]), old)
    {extensions, down} = if tool, do: Schema.left_extensions(base, dump.()), else: {[], nil}
    compare("down", base, down)
    go.("again", :up, [all: true], old ++ new)
    compare("again", up, dump.())
    Agent.update(seen, &%{&1 | compared: tool, extensions: extensions})
    if tool == nil, do: {:problem, "not_compared", to_string(read)}, else: :ok
  end

  # One step, proved by the versions that the database itself names before and after.
  defp step(%{repo: repo, files: files}, modules, opts, step, direction, strategy, wanted) do
    before = Ecto.Migrator.migrated_versions(repo, opts)
    started = System.monotonic_time(:millisecond)

    failure =
      try do
        Ecto.Migrator.run(repo, modules, direction, strategy ++ opts)
        nil
      rescue
        error -> {error, __STACKTRACE__}
      catch
        kind, reason -> {RuntimeError.exception("it ended with #{inspect({kind, reason})}"), __STACKTRACE__}
      end

    seen = Enum.sort(Ecto.Migrator.migrated_versions(repo, opts))

    cond do
      failure != nil ->
        throw({:problem, failed(failure, step, culprit(files, direction, before, seen))})

      seen != Enum.sort(wanted) ->
        throw({:problem, %{kind: "versions", step: step, message: "wanted #{inspect(wanted)}, found #{inspect(seen)}"}})

      true ->
        %{step: step, before: length(before), after: length(seen), ms: System.monotonic_time(:millisecond) - started}
    end
  end

  # Ecto does not say which migration failed: upwards it is the oldest that is not there, downwards the newest that
  # still is.
  defp culprit(files, :up, _before, seen), do: Enum.find(files, &(&1.version not in seen))

  defp culprit(files, :down, before, seen),
    do: files |> Enum.filter(&(&1.version in before and &1.version in seen)) |> List.last()

  defp failed({error, trace}, step, culprit) do
    IO.puts(:stderr, Exception.format(:error, error, trace))
    message = Exception.message(error)
    kind = if step == "down", do: "irreversible", else: "failed"

    %{
      kind: kind,
      step: step,
      message: message,
      file: culprit && culprit.file,
      line: culprit && line(culprit.file, trace, message)
    }
  end

  # The line that the trace names in this file; a command that cannot be reversed leaves none, so its call is looked
  # for.
  defp line(file, trace, message) do
    named =
      Enum.find_value(trace, fn {_, _, _, place} ->
        if place[:file] && Path.expand(to_string(place[:file])) == file, do: place[:line]
      end)

    named || irreversible_call(file, message)
  end

  defp irreversible_call(file, message) do
    command = with [_, command] <- Regex.run(~r/cannot reverse migration command: (\w+)/, message), do: command

    with true <- command != nil, {:ok, ast} <- Code.string_to_quoted(File.read!(file)) do
      {_, calls} =
        Macro.prewalk(ast, [], fn
          {name, meta, args} = call, calls when is_atom(name) and is_list(args) ->
            {call, [{name, length(args), meta[:line]} | calls]}

          other, calls ->
            {other, calls}
        end)

      calls = Enum.reverse(calls)

      wanted =
        if command == "alter",
          do: [{:remove, 1}, {:modify, 2}, {:modify, 3}, {:alter, 2}],
          else: [{String.to_atom(command), 1}]

      Enum.find_value(wanted, fn {name, arity} -> Enum.find_value(calls, &match_line(&1, name, arity)) end)
    else
      _ -> nil
    end
  end

  defp match_line({name, arity, line}, name, arity), do: line
  defp match_line(_call, _name, _arity), do: nil

  defp dump(read) do
    case read.() do
      {:ok, items} -> items
      {:error, why} -> throw({:problem, %{kind: "not_compared", message: why}})
    end
  end

  defp compare(_step, nil, nil), do: :ok

  defp compare(step, wanted, seen) do
    if wanted != seen do
      difference = Schema.difference(wanted, seen)

      throw(
        {:problem,
         %{kind: "differs", step: step, message: "", difference: Enum.take(difference, 60), lines: length(difference)}}
      )
    end
  end

  # Each file is compiled once, and known by its version from then on.
  defp modules(files) do
    Code.put_compiler_option(:ignore_module_conflict, true)

    for one <- files do
      compiled =
        try do
          Code.compile_file(one.file)
        rescue
          error ->
            IO.puts(:stderr, Exception.format(:error, error, __STACKTRACE__))

            throw(
              {:problem,
               %{kind: "not_compiled", message: Exception.message(error), file: one.file, line: Map.get(error, :line)}}
            )
        end

      case for({module, _} <- compiled, function_exported?(module, :__migration__, 0), do: module) do
        [module | _] ->
          {one.version, module}

        [] ->
          throw(
            {:problem, %{kind: "not_compiled", message: "the file defines no Ecto.Migration", file: one.file, line: 1}}
          )
      end
    end
  end
end
