# What the changed migrations do that is unsafe while the old code serves: found in their code, and by
# excellent_migrations where the project has it.
defmodule PhoenixDeploy.MigrationSafety do
  @compile {:no_warn_undefined, [ExcellentMigrations.Runner]}
  alias PhoenixDeploy.{MigrationCode, MigrationSchema, MigrationWalk}
  @entries [{:change, 0}, {:up, 0}]

  # Every migration that the base did not have as it is now, each after all that came before it: those of the repos, and
  # those that no repo leads to, which may be a tenant's.
  def look(repos, strays, in_code) do
    of_repos =
      for repo <- repos, one <- looked(repo.files, options(repo)) do
        Map.update!(one, :lock_timeout, &(&1 or is_binary(repo.repo.config()[:parameters][:lock_timeout])))
      end

    files = of_repos ++ looked(Enum.sort_by(strays, & &1.file), %{postgres: true, advisory_lock: false})
    %{files: files, in_code: in_code, excellent: excellent(Enum.map(files, & &1.file))}
  end

  defp options(repo) do
    %{
      postgres: repo.adapter == Ecto.Adapters.Postgres,
      advisory_lock: repo.repo.config()[:migration_lock] in [:pg_advisory_lock, false]
    }
  end

  # Files in the order of their versions: what each does is judged by what those before it made of the tables.
  def looked(files, options) do
    {seen, _} =
      Enum.map_reduce(files, MigrationSchema.empty(), fn one, schema ->
        {seen, schema} = follow(one.file, options, schema)
        {if(one.state in ["new", "changed"], do: seen), schema}
      end)

    Enum.reject(seen, &(&1 == nil))
  end

  # One file by itself.
  def look_at(file, options), do: file |> follow(options, MigrationSchema.empty()) |> elem(0)

  # Its operations, those that were assured to be safe, and what could not be read; and the tables after it.
  defp follow(file, options, schema) do
    case MigrationCode.read(file) do
      {:ok, modules, comments} ->
        {migrations, schema} =
          Enum.map_reduce(for(module <- modules, module.migration or entry?(module), do: module), schema, fn module,
                                                                                                             schema ->
            walked = MigrationWalk.operations(module, options, schema)
            {{module, walked}, walked.schema}
          end)

        {described(file, {modules, migrations, comments}, options), schema}

      {:error, line, message} ->
        nothing = %{
          operations: 0,
          empty: false,
          findings: [],
          notices: [],
          assured: [],
          existing: false,
          lock_timeout: false
        }

        {Map.merge(nothing, %{file: file, unread: [%{line: line, message: message}]}), schema}
    end
  end

  defp described(file, {modules, migrations, comments}, options) do
    assured = assured(comments, for({module, _} <- migrations, do: module.attributes[:safety_assured]))
    ops = for {_, %{ops: ops}} <- migrations, op <- ops, do: applying(op, options)
    named = for %{rule: rule} = op <- ops, rule != nil, do: Map.put(op, :assured, assured?(op, assured))
    # Whoever vouches for what nobody can read does it as for raw SQL.
    unread =
      for {_, %{unread: unread}} <- migrations,
          one <- unread,
          not assured?(%{rule: "not-read", line: one.line, sql: true}, assured),
          do: one

    %{
      file: file,
      operations: length(ops),
      empty: Enum.all?(migrations, fn {module, _} -> MigrationWalk.empty?(module) end),
      findings: for(op <- named, not op.assured, not op.notice, do: described(op)),
      notices: for(op <- named, not op.assured, op.notice, do: described(op)),
      assured: for(op <- named, op.assured, do: described(op)),
      existing: Enum.any?(ops, &(not &1.fresh and &1.table != nil)),
      lock_timeout: Enum.any?(migrations, fn {_, %{lock_timeout: set}} -> set end),
      unread: not_read(modules, migrations, %{unread: unread, operations: length(ops), assured: assured})
    }
  end

  defp described(op), do: Map.take(op, [:rule, :table, :line, :what])

  defp not_read(modules, migrations, %{unread: unread, operations: operations, assured: assured}) do
    cond do
      not Enum.any?(modules, &entry?/1) ->
        [%{line: 1, message: "it has no change/0 and no up/0"}]

      unread != [] ->
        for one <- Enum.uniq(unread), do: %{line: one.line, message: "what #{one.what} does is not here to be read"}

      operations == 0 and not Enum.all?(migrations, fn {module, _} -> MigrationWalk.empty?(module) end) and
          not assured?(%{rule: "not-read", line: 0, sql: true}, assured) ->
        [%{line: entry_line(migrations), message: "none of its operations was read"}]

      true ->
        []
    end
  end

  defp entry_line(migrations) do
    Enum.find_value(migrations, 1, fn {module, _} ->
      Enum.find_value(module.functions, &if(elem(&1, 0) in @entries, do: elem(&1, 1).line))
    end)
  end

  defp entry?(%{functions: functions}), do: Enum.any?(functions, fn {function, _} -> function in @entries end)

  # What other databases do with an index or a constraint is theirs; what old code and rows make of a change is the same
  # everywhere.
  @everywhere ~w(table-dropped column-removed table-renamed column-renamed schema-renamed column-type-changed
                 not-null-added required-column-added operation-insert operation-update operation-delete
                 raw-sql-executed table-truncated database-dropped library-migration)
  defp applying(op, %{postgres: true}), do: op
  defp applying(op, _options), do: if(op.rule in @everywhere, do: op, else: %{op | rule: nil})

  # excellent_migrations' comments, and its older attribute: `{rule, :all}` or `{rule, line}`.
  defp assured(comments, attributes) do
    attributed =
      for value <- attributes, rule <- List.wrap(value), is_atom(rule), rule != nil, do: {kebab(to_string(rule)), :all}

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

      check = fn -> ExcellentMigrations.Runner.check_migrations(migrations_paths: files) end
      {pid, monitor} = spawn_monitor(fn -> send(us, {self(), check.()}) end)

      receive do
        {^pid, :safe} ->
          %{findings: [], fault: nil}

        {^pid, {:dangerous, dangers}} ->
          %{
            findings: for(one <- dangers, do: %{rule: kebab(to_string(one.type)), file: one.path, line: one.line}),
            fault: nil
          }

        {:DOWN, ^monitor, :process, ^pid, reason} ->
          %{findings: [], fault: reason |> Exception.format_exit() |> String.slice(0, 500)}
      end
    end
  end
end
