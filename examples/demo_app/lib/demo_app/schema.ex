defmodule DemoApp.Schema do
  @moduledoc """
  The schema table: a file that holds the applied versions, one a line, in the data folder that all
  slots share.

  It is replaced whole, so that a reader never sees half of it; and who changes it holds the lock.
  """

  @lock_ms 10_000

  @doc "Folder of the data (`DEMO_DATA`)."
  def folder, do: Application.fetch_env!(:demo_app, :data)

  @doc "`{:ok, versions}`, oldest first, none when there is no table yet; or `{:error, why}`."
  def applied do
    case File.read(table()) do
      {:ok, text} -> versions(text)
      {:error, :enoent} -> {:ok, []}
      {:error, reason} -> {:error, "the schema table cannot be read: #{reason}"}
    end
  end

  @doc "The same, where a schema that cannot be read is the end."
  def applied! do
    case applied() do
      {:ok, versions} -> versions
      {:error, why} -> raise why
    end
  end

  @doc "Records exactly these versions as applied."
  def put(versions) do
    beside = table() <> ".new"
    File.mkdir_p!(folder())
    File.write!(beside, versions |> Enum.sort() |> Enum.map(&"#{&1}\n"), [:sync])
    File.rename!(beside, table())
  end

  @doc """
  Runs `work` while nobody else changes the schema. Raises when the lock cannot be had in time.

  The lock is the kernel's (`flock`, held by a process that ends when we do), so a run that was
  killed leaves none behind.
  """
  def locked(work, limit_ms \\ @lock_ms) do
    File.mkdir_p!(folder())
    port = open_lock(Path.join(folder(), "schema_migrations.lock"), limit_ms)

    receive do
      {^port, {:data, "locked" <> _}} ->
        :ok

      {^port, {:exit_status, _refused}} ->
        raise "Another run is changing the schema; its lock was not free within #{limit_ms} ms."
    end

    try do
      work.()
    after
      Port.close(port)
    end
  end

  defp open_lock(path, limit_ms) do
    Port.open({:spawn_executable, System.find_executable("flock")}, [
      :binary,
      :exit_status,
      args: ["--timeout", "#{limit_ms / 1_000}", path, "/bin/sh", "-c", "echo locked; exec cat"]
    ])
  end

  defp versions(text) do
    lines = String.split(text)

    if Enum.all?(lines, &(&1 =~ ~r/\A\d{1,20}\z/)),
      do: {:ok, lines |> Enum.map(&String.to_integer/1) |> Enum.sort()},
      else: {:error, "the schema table holds something else than versions"}
  end

  defp table, do: Path.join(folder(), "schema_migrations")
end
