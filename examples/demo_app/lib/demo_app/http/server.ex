defmodule DemoApp.Http.Server do
  @moduledoc """
  Listens, and gives every connection to a process of its own.

  It stops gracefully (the VM turns SIGTERM into an orderly stop): no new connections, requests in
  flight are answered, idle connections end. What is not done after the drain time is cut off, with
  a warning that says how many.
  """
  use GenServer
  require Logger
  alias DemoApp.Http.Connection

  @max_connections 1_000

  def child_spec(options) do
    %{
      id: __MODULE__,
      start: {__MODULE__, :start_link, [options]},
      shutdown: drain_ms(options) + 1_000
    }
  end

  @doc """
  Starts a server. Options: `port` (0 for any that is free), `ip` (where it listens, this machine
  alone unless given), `drain_ms`.
  """
  def start_link(options), do: GenServer.start_link(__MODULE__, options)

  @doc "The port that it listens on."
  def port(server), do: GenServer.call(server, :port)

  @impl true
  def init(options) do
    # So that terminate/2 is called, and drains.
    Process.flag(:trap_exit, true)

    case :gen_tcp.listen(options[:port], [
           :binary,
           ip: Keyword.get(options, :ip, {127, 0, 0, 1}),
           active: false,
           reuseaddr: true,
           nodelay: true,
           backlog: 1_024,
           send_timeout: 10_000,
           send_timeout_close: true
         ]) do
      {:ok, listener} ->
        {:ok, connections} = Task.Supervisor.start_link(max_children: @max_connections)
        acceptor = spawn_link(fn -> accept(listener, connections) end)
        {:ok, port} = :inet.port(listener)
        Logger.info("demo_app #{DemoApp.Router.version()} listens on port #{port}")

        {:ok,
         %{
           listener: listener,
           port: port,
           connections: connections,
           acceptor: acceptor,
           drain_ms: drain_ms(options)
         }}

      {:error, reason} ->
        {:stop, {:listen, options[:port], reason}}
    end
  end

  @impl true
  def handle_call(:port, _from, state), do: {:reply, state.port, state}

  # Without its acceptor or its connections a server is none: let the supervisor start another.
  @impl true
  def handle_info({:EXIT, _pid, reason}, state), do: {:stop, reason, state}

  @impl true
  def terminate(_reason, state) do
    :gen_tcp.close(state.listener)
    # A connection that was accepted just now is handed over first.
    receive do
      {:EXIT, pid, _reason} when pid == state.acceptor -> :ok
    after
      1_000 -> :ok
    end

    connections = Task.Supervisor.children(state.connections)
    Enum.each(connections, &send(&1, :drain))
    open = MapSet.new(connections, &Process.monitor/1)
    drain(open, System.monotonic_time(:millisecond) + state.drain_ms)
  end

  defp drain(open, deadline) do
    if MapSet.size(open) > 0 do
      receive do
        {:DOWN, ref, :process, _pid, _reason} -> open |> MapSet.delete(ref) |> drain(deadline)
      after
        max(deadline - System.monotonic_time(:millisecond), 0) ->
          Logger.warning("#{MapSet.size(open)} connections were cut off after the drain time")
      end
    end
  end

  defp accept(listener, connections) do
    case :gen_tcp.accept(listener) do
      {:ok, socket} ->
        hand_over(socket, connections)
        accept(listener, connections)

      {:error, :closed} ->
        :ok

      # Out of descriptors, or the client has gone again: neither is a reason to stop listening.
      {:error, _passing} ->
        Process.sleep(10)
        accept(listener, connections)
    end
  end

  defp hand_over(socket, connections) do
    case Task.Supervisor.start_child(connections, Connection, :serve, [socket]) do
      {:ok, pid} ->
        :gen_tcp.controlling_process(socket, pid)
        send(pid, :yours)

      {:error, :max_children} ->
        :gen_tcp.close(socket)
    end
  end

  defp drain_ms(options) do
    Keyword.get_lazy(options, :drain_ms, fn -> Application.fetch_env!(:demo_app, :drain_ms) end)
  end
end
