defmodule DemoApp.Migrations.CreateVisits do
  @moduledoc "The table of visits."
  @behaviour DemoApp.Migration

  @impl true
  def version, do: 20_260_101_000_000

  @impl true
  def up(folder) do
    if not File.exists?(table(folder)), do: File.write!(table(folder), "at,path\n")
    :ok
  end

  @impl true
  def down(folder) do
    File.rm(table(folder))
    :ok
  end

  defp table(folder), do: Path.join(folder, "visits.csv")
end
