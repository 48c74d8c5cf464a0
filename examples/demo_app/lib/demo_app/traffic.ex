defmodule DemoApp.Traffic do
  @moduledoc "Counts the requests to the page, from 1 up, since the application started."
  use Agent

  def start_link(_options), do: Agent.start_link(fn -> 0 end, name: __MODULE__)

  @doc "Counts one request, and gives its number."
  def count, do: Agent.get_and_update(__MODULE__, &{&1 + 1, &1 + 1})

  @doc "Begins to count anew."
  def reset, do: Agent.update(__MODULE__, fn _count -> 0 end)
end
