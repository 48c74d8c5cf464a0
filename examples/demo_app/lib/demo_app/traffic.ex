defmodule DemoApp.Traffic do
  @moduledoc "Counts the requests to the page, and says which of them fail when a fault is dialled. Deterministic: the same traffic fails the same way."
  use Agent

  @healthy_requests 8

  def start_link(_), do: Agent.start_link(fn -> 0 end, name: __MODULE__)

  @doc "Counts one request, and says whether it fails."
  def next do
    count = Agent.get_and_update(__MODULE__, &{&1 + 1, &1 + 1})
    if fails?(count), do: :error, else: :ok
  end

  @doc "Does the request with this number fail?"
  def fails?(count) do
    rate = Application.get_env(:demo_app, :error_rate, 0.0)
    late = Application.get_env(:demo_app, :fault) == :errors_after_traffic and count > @healthy_requests
    late or trunc(count * rate) > trunc((count - 1) * rate)
  end
end
