defmodule DemoApp.Release do
  @moduledoc """
  What is run on a host, where there is no Mix: `bin/demo_app eval "DemoApp.Release.migrate()"`.
  """
  alias DemoApp.{Migration, Schema}

  @doc "Applies every migration of this release that is not applied yet, oldest first."
  def migrate do
    load()

    Schema.locked(fn ->
      applied = Schema.applied!()
      for migration <- Migration.all(), migration.version() not in applied, do: up(migration)
    end)

    :ok
  end

  @doc """
  Rolls back every version above this one, newest first; the version itself stays. 0 rolls back all.

  Changes nothing when a version is applied that this release does not know: only the release that
  brought it can roll it back.
  """
  def rollback(version) do
    load()

    Schema.locked(fn ->
      known = Map.new(Migration.all(), &{&1.version(), &1})
      above = Schema.applied!() |> Enum.filter(&(&1 > version)) |> Enum.sort(:desc)

      case Enum.reject(above, &is_map_key(known, &1)) do
        [] ->
          Enum.each(above, &down(known[&1]))

        unknown ->
          raise "This release has no migration #{Enum.join(unknown, ", ")}. " <>
                  "Roll back from the release that brought it."
      end
    end)

    :ok
  end

  @doc "Prints the applied versions, one a line, and nothing else."
  def print_versions do
    load()
    Enum.each(Schema.applied!(), &IO.puts/1)
  end

  @doc """
  Is the schema what this release needs? `:ok`, or `{:error, why}`.

  Versions that it does not know do not trouble it: after a rollback the newer schema stays.
  """
  def status do
    with {:ok, applied} <- Schema.applied() do
      case length(Enum.map(Migration.all(), & &1.version()) -- applied) do
        0 -> :ok
        missing -> {:error, "#{missing} migrations are not applied"}
      end
    end
  end

  defp up(migration) do
    migration.up(Schema.folder())
    Schema.put([migration.version() | Schema.applied!()])
    IO.puts("Migrated #{migration.version()} #{Migration.name(migration)}")
  end

  defp down(migration) do
    migration.down(Schema.folder())
    Schema.put(List.delete(Schema.applied!(), migration.version()))
    IO.puts("Reverted #{migration.version()} #{Migration.name(migration)}")
  end

  defp load, do: Application.ensure_loaded(:demo_app)
end
