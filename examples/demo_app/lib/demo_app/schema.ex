defmodule DemoApp.Schema do
  @moduledoc "The schema table: a file with one applied version a line, written whole or not at all."

  @doc "Applied versions, oldest first."
  def applied do
    case File.read(path()) do
      {:ok, text} -> text |> String.split() |> Enum.map(&String.to_integer/1) |> Enum.sort()
      {:error, :enoent} -> []
    end
  end

  def put(versions) do
    File.mkdir_p!(Path.dirname(path()))
    text = versions |> Enum.sort() |> Enum.map_join("", &"#{&1}\n")
    File.write!(path() <> ".tmp", text)
    File.rename!(path() <> ".tmp", path())
  end

  defp path, do: Path.join(Application.fetch_env!(:demo_app, :data), "schema_migrations")
end
