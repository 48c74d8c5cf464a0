defmodule DemoApp.Application do
  @moduledoc "Starts the counter of requests and, where it serves, the web server."
  use Application

  @impl true
  def start(_type, _args) do
    server = if Application.get_env(:demo_app, :serve), do: [{DemoApp.Server, port: Application.fetch_env!(:demo_app, :port)}], else: []
    Supervisor.start_link([DemoApp.Traffic | server], strategy: :one_for_one, name: DemoApp.Supervisor)
  end
end
