defmodule DemoApp.Application do
  @moduledoc """
  Starts the counter of traffic, the background jobs and, last, the web server.

  A stop goes the other way round: the server drains first, while all that its answers need
  still runs.
  """
  use Application

  @impl true
  def start(_type, _args) do
    Supervisor.start_link([DemoApp.Traffic, DemoApp.Jobs | server()],
      strategy: :one_for_one,
      name: DemoApp.Supervisor
    )
  end

  defp server do
    if Application.fetch_env!(:demo_app, :serve),
      do: [{DemoApp.Http.Server, Enum.map([:ip, :port], &{&1, setting(&1)})}],
      else: []
  end

  defp setting(key), do: Application.fetch_env!(:demo_app, key)
end
