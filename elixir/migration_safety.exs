# What the changed migrations do that is unsafe while the old code serves: found in their code, and by excellent_migrations where the project has it.
defmodule PhoenixDeploy.MigrationSafety do
  @compile {:no_warn_undefined, [ExcellentMigrations.Runner]}
  alias PhoenixDeploy.{MigrationCode, MigrationWalk}

  # Every migration that the base did not have as it is now: those of the repos, and those that no repo leads to, which may be a tenant's.
  def look(repos, strays) do
    of_repos =
      for repo <- repos, one <- repo.files, changed?(one) do
        config = repo.repo.config()
        options = %{postgres: repo.adapter == Ecto.Adapters.Postgres, advisory_lock: config[:migration_lock] in [:pg_advisory_lock, false]}
        one.file |> look_at(options) |> Map.update!(:lock_timeout, &(&1 or is_binary(config[:parameters][:lock_timeout])))
      end

    files = of_repos ++ for one <- strays, changed?(one), do: look_at(one.file, %{postgres: true, advisory_lock: false})
    %{files: files, excellent: excellent(Enum.map(files, & &1.file))}
  end

  defp changed?(one), do: one.state in ["new", "changed"]

  # One file: its operations, those that were assured to be safe, and why it could not be read.
  def look_at(file, options) do
    case MigrationCode.read(file) do
      {:ok, modules, comments} ->
        migrations = for module <- modules, module.migration or entry?(module), do: {module, MigrationWalk.operations(module, options)}
        assured = assured(comments, for({module, _} <- migrations, do: module.attributes[:safety_assured]))
        ops = for {_, %{ops: ops}} <- migrations, op <- ops, do: applying(op, options)
        lines = for %{rule: rule} = op <- ops, rule != nil, do: Map.put(op, :assured, assured?(op, assured))

        %{
          file: file,
          operations: length(ops),
          findings: for(op <- lines, not op.assured, do: Map.take(op, [:rule, :table, :line, :what])),
          assured: for(op <- lines, op.assured, do: Map.take(op, [:rule, :table, :line, :what])),
          existing: Enum.any?(ops, &(not &1.fresh and &1.table != nil)),
          lock_timeout: Enum.any?(migrations, fn {_, %{lock_timeout: set}} -> set end),
          unreadable: if(Enum.any?(modules, &entry?/1), do: nil, else: %{line: 1, message: "it has no change/0 and no up/0"})
        }

      {:error, line, message} ->
        %{
          file: file,
          operations: 0,
          findings: [],
          assured: [],
          existing: false,
          lock_timeout: false,
          unreadable: %{line: line, message: message}
        }
    end
  end

  defp entry?(%{functions: functions}), do: Enum.any?(functions, fn {function, _} -> function in [{:change, 0}, {:up, 0}] end)

  # What other databases do with an index or a constraint is theirs; what old code and rows make of a change is the same everywhere.
  @everywhere ~w(table-dropped column-removed table-renamed column-renamed schema-renamed column-type-changed not-null-added required-column-added
                 operation-insert operation-update operation-delete raw-sql-executed table-truncated database-dropped library-migration)
  defp applying(op, %{postgres: true}), do: op
  defp applying(op, _options), do: if(op.rule in @everywhere, do: op, else: %{op | rule: nil})

  # excellent_migrations' comments, and its older attribute: `{rule, :all}` or `{rule, line}`.
  defp assured(comments, attributes) do
    attributed = for value <- attributes, rule <- List.wrap(value), is_atom(rule), rule != nil, do: {kebab(to_string(rule)), :all}

    {commented, _} =
      Enum.map_reduce(Enum.reverse(comments), nil, fn %{line: line, text: text}, below ->
        case Regex.run(~r/^#\s*excellent_migrations\s*:\s*safety-assured-for-(this-file|next-line)\s+(.+)$/, text) do
          [_, "this-file", rules] ->
            {for(rule <- String.split(rules), do: {kebab(rule), :all}), nil}

          # Comments that stand together speak of the line below them all.
          [_, "next-line", rules] ->
            with next = next(below, line), do: {for(rule <- String.split(rules), do: {kebab(rule), next}), {line, next}}

          _ ->
            {[], nil}
        end
      end)

    attributed ++ Enum.concat(commented)
  end

  defp next({below, next}, line) when below == line + 1, do: next
  defp next(_below, line), do: line + 1

  defp assured?(op, assured) do
    # Whoever vouches for raw SQL vouches for what it does.
    rules = if op.sql, do: [op.rule, "raw-sql-executed", "all"], else: [op.rule, "all"]
    Enum.any?(assured, fn {rule, where} -> rule in rules and where in [:all, op.line] end)
  end

  defp kebab(rule), do: rule |> String.trim(",") |> String.replace("_", "-")

  # Its own code on the same files. A fault of it must not end ours.
  defp excellent(files) do
    if files != [] and Code.ensure_loaded?(ExcellentMigrations.Runner) do
      us = self()

      {pid, monitor} = spawn_monitor(fn -> send(us, {self(), ExcellentMigrations.Runner.check_migrations(migrations_paths: files)}) end)

      receive do
        {^pid, :safe} ->
          %{findings: [], fault: nil}

        {^pid, {:dangerous, dangers}} ->
          %{findings: for(one <- dangers, do: %{rule: kebab(to_string(one.type)), file: one.path, line: one.line}), fault: nil}

        {:DOWN, ^monitor, :process, ^pid, reason} ->
          %{findings: [], fault: reason |> Exception.format_exit() |> String.slice(0, 500)}
      end
    end
  end
end
