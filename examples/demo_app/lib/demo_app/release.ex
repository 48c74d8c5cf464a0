defmodule DemoApp.Release do
  @moduledoc "What is run on a host without Mix: migrations up and down, and the schema's versions."
  alias DemoApp.Schema

  @migrations [{20_260_101_000_000, "create_visits"}, {20_260_201_000_000, "add_country_to_visits"}]

  @doc "Versions that this release knows."
  def known, do: Enum.map(@migrations, &elem(&1, 0))

  @doc "Applies every migration that is not applied yet."
  def migrate do
    load()
    applied = Schema.applied()

    for {version, name} <- @migrations, version not in applied do
      Schema.put([version | Schema.applied()])
      IO.puts("migrated #{version} #{name}")
    end

    :ok
  end

  @doc "Takes every version above this one back."
  def rollback(version) do
    load()
    Schema.put(Enum.filter(Schema.applied(), &(&1 <= version)))
    :ok
  end

  @doc "Prints the applied versions, one a line."
  def print_versions do
    load()
    Enum.each(Schema.applied(), &IO.puts/1)
  end

  defp load, do: Application.load(:demo_app)
end
