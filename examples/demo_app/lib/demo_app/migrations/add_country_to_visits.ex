defmodule DemoApp.Migrations.AddCountryToVisits do
  @moduledoc "A last column for the visitor's country, empty in the rows that were there."
  @behaviour DemoApp.Migration

  @impl true
  def version, do: 20_260_201_000_000

  @impl true
  def up(folder) do
    [header | rows] = read(folder)
    if header == "at,path", do: write(folder, ["at,path,country" | Enum.map(rows, &(&1 <> ","))])
    :ok
  end

  @impl true
  def down(folder) do
    [header | rows] = read(folder)

    if header == "at,path,country",
      do: write(folder, ["at,path" | Enum.map(rows, &without_last/1)])

    :ok
  end

  defp without_last(row), do: row |> String.split(",") |> Enum.drop(-1) |> Enum.join(",")

  defp read(folder), do: folder |> table() |> File.read!() |> String.split("\n", trim: true)

  defp write(folder, lines) do
    File.write!(table(folder) <> ".new", Enum.map(lines, &(&1 <> "\n")))
    File.rename!(table(folder) <> ".new", table(folder))
  end

  defp table(folder), do: Path.join(folder, "visits.csv")
end
