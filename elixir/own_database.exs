# A database of our own, beside the one that the tests use at the same moment: made, used and dropped by us.
defmodule PhoenixDeploy.OwnDatabase do
  @compile {:no_warn_undefined, [Ecto.Migrator]}
  @suffix "_phoenix_deploy"
  @mark "made by phoenix-deploy for one validation"

  # Does the work on the repo with an empty database of its own until the given time, and drops that whatever becomes of
  # the work. Returns what the work did, or `{:problem, kind, message}` when there is no such database. The work must
  # not raise.
  def with_own(repo, until, work) do
    with {:ok, config} <- redirect(repo), :ok <- make(repo, config) do
      try do
        within(until, fn -> started(repo, fn -> proved(repo, config, work) end) end)
      after
        drop(repo, config)
      end
    end
  end

  # What answers must be ours before anything is changed there.
  defp proved(repo, config, work) do
    case elsewhere(repo, config) do
      nil ->
        mark(repo, config)
        work.(config)

      actual ->
        {:problem, "refused", "#{inspect(repo)} is connected to the database #{actual} and not to #{config[:database]}"}
    end
  end

  defp within(until, work) do
    task = Task.async(work)

    case Task.yield(task, max(until - System.monotonic_time(:millisecond), 0)) || Task.shutdown(task, :brutal_kill) do
      {:ok, done} -> done
      _ -> {:problem, "timed_out", "the migrations did not end in time"}
    end
  end

  # The repo's configuration as it is at run time, with another database. Everything else stays: address, user, TLS,
  # parameters.
  defp redirect(repo) do
    config = repo.config()
    name = own_name(config[:database])

    cond do
      name == nil ->
        {:problem, "refused", "#{inspect(repo)} names no database that another could stand beside"}

      config[:migration_repo] not in [nil, repo] ->
        {:problem, "refused",
         "#{inspect(repo)} keeps its versions in #{inspect(config[:migration_repo])}, whose database would be touched"}

      true ->
        # Tests lend one connection out; migrations need two of an ordinary pool.
        Application.put_env(
          config[:otp_app],
          repo,
          config |> Keyword.drop([:url, :pool]) |> Keyword.put(:database, name)
        )

        if repo.config()[:database] == name,
          do: {:ok, repo.config()},
          else:
            {:problem, "refused",
             "#{inspect(repo)}.init/2 names its database itself, so that none of our own can be used"}
    end
  end

  defp own_name(name) when not is_binary(name) or name in ["", ":memory:"], do: nil

  defp own_name(name) do
    cond do
      String.ends_with?(name, @suffix) -> name
      # PostgreSQL cuts names at 63 bytes, MySQL at 64: cut, it could be another's. A path (SQLite) is longer.
      byte_size(name) + byte_size(@suffix) <= 63 or String.contains?(name, "/") -> name <> @suffix
      true -> "phoenix_deploy_#{:erlang.phash2(name)}"
    end
  end

  defp make(repo, config) do
    case repo.__adapter__().storage_status(config) do
      :down -> create(repo, config)
      :up -> replace(repo, config)
      {:error, reason} -> {:problem, "unreachable", words(reason)}
    end
  end

  defp create(repo, config) do
    case repo.__adapter__().storage_up(config) do
      :ok ->
        :ok

      {:error, reason} ->
        {:problem, "refused", "the database #{config[:database]} could not be created: #{words(reason)}"}
    end
  end

  # A run that was killed leaves its database: it bears our mark, and nobody uses it. Any other is not ours to drop.
  defp replace(repo, config) do
    if ours?(repo) do
      drop(repo, config)
      create(repo, config)
    else
      {:problem, "refused", "the database #{config[:database]} exists and is not a leftover of ours, or is in use"}
    end
  end

  defp ours?(repo) do
    postgres?(repo) and
      started(
        repo,
        fn ->
          query = """
          SELECT shobj_description(d.oid, 'pg_database'),
            (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid())
          FROM pg_database d WHERE datname = current_database()
          """

          match?(%{rows: [[@mark, 0]]}, repo.query!(query, [], log: false))
        end,
        1
      )
  end

  defp mark(repo, config) do
    if postgres?(repo), do: repo.query!(~s(COMMENT ON DATABASE "#{config[:database]}" IS '#{@mark}'), [], log: false)
  end

  # The database that answers, when it is not ours.
  defp elsewhere(repo, config) do
    query =
      case repo.__adapter__() do
        Ecto.Adapters.Postgres -> "SELECT current_database()"
        Ecto.Adapters.MyXQL -> "SELECT DATABASE()"
        _ -> nil
      end

    with query when query != nil <- query,
         %{rows: [[actual]]} <- repo.query!(query, [], log: false),
         do: if(actual != config[:database], do: actual)
  end

  defp drop(repo, config) do
    adapter = repo.__adapter__()
    # PostgreSQL before 13 knows no FORCE.
    with {:error, reason} when reason != :already_down <- adapter.storage_down(Keyword.put(config, :force_drop, true)),
         {:error, reason} when reason != :already_down <- adapter.storage_down(config),
         do: IO.puts(:stderr, "The database #{config[:database]} could not be dropped: #{words(reason)}")
  end

  defp started(repo, work, connections \\ 2) do
    {:ok, result, _apps} = Ecto.Migrator.with_repo(repo, fn _ -> work.() end, pool_size: connections, mode: :temporary)
    result
  end

  def postgres?(repo), do: repo.__adapter__() == Ecto.Adapters.Postgres

  defp words({:error, reason}), do: words(reason)
  defp words(reason) when is_exception(reason), do: Exception.message(reason)
  defp words(reason) when is_binary(reason), do: reason
  defp words(reason), do: inspect(reason)
end
