defmodule DemoApp.Migration do
  @moduledoc """
  What a migration is: a module named `DemoApp.Migrations.*` that changes the data folder, up and
  down.

  Each step may have been done already by a run that was killed before it could record it, and then
  does nothing. A release must be able to work with the schema of the next one: add now, take away
  in a later release.
  """

  @callback version() :: pos_integer()
  @callback up(folder :: Path.t()) :: :ok
  @callback down(folder :: Path.t()) :: :ok

  @doc "Every migration of this release, oldest first. As with Ecto, adding a module is enough."
  def all do
    :demo_app
    |> Application.spec(:modules)
    |> Enum.filter(&match?(["DemoApp", "Migrations", _name], Module.split(&1)))
    |> Enum.sort_by(& &1.version())
  end

  @doc "Its name, for people."
  def name(migration), do: migration |> Module.split() |> List.last()
end
