defmodule DemoApp.Server do
  @moduledoc """
  A small HTTP/1.1 server with keep-alive. It stops gracefully: on shutdown it accepts no more connections,
  lets every request in flight be answered, and tells keep-alive clients `Connection: close`.
  """
  use GenServer
  require Logger

  @idle_ms 30_000
  @drain_ms 10_000
  @max_headers 100

  def child_spec(options), do: %{id: __MODULE__, start: {__MODULE__, :start_link, [options]}, shutdown: @drain_ms + 1_000}

  def start_link(options), do: GenServer.start_link(__MODULE__, options, name: Keyword.get(options, :name, __MODULE__))

  @doc "The port it listens on, also when it was asked for any."
  def port(server \\ __MODULE__), do: GenServer.call(server, :port)

  @impl true
  def init(options) do
    Process.flag(:trap_exit, true)

    {:ok, socket} =
      :gen_tcp.listen(options[:port], [:binary, packet: :http_bin, active: false, reuseaddr: true, backlog: 1024, ip: {127, 0, 0, 1}])

    {:ok, tasks} = Task.Supervisor.start_link()
    draining = :atomics.new(1, [])
    acceptor = spawn_link(fn -> accept(socket, tasks, draining) end)
    {:ok, %{socket: socket, tasks: tasks, draining: draining, acceptor: acceptor}}
  end

  @impl true
  def handle_call(:port, _from, state) do
    {:ok, port} = :inet.port(state.socket)
    {:reply, port, state}
  end

  @impl true
  def handle_info(_message, state), do: {:noreply, state}

  @impl true
  def terminate(_reason, state) do
    :atomics.put(state.draining, 1, 1)
    :gen_tcp.close(state.socket)
    wait(state.tasks, System.monotonic_time(:millisecond) + @drain_ms)
  end

  defp wait(tasks, deadline) do
    if Task.Supervisor.children(tasks) != [] and System.monotonic_time(:millisecond) < deadline do
      Process.sleep(20)
      wait(tasks, deadline)
    end
  end

  defp accept(socket, tasks, draining) do
    case :gen_tcp.accept(socket) do
      {:ok, client} ->
        {:ok, pid} = Task.Supervisor.start_child(tasks, fn -> serve(client, draining) end)
        :gen_tcp.controlling_process(client, pid)
        accept(socket, tasks, draining)

      {:error, _closed} ->
        :ok
    end
  end

  # A connection waits for its next request in short turns, so that an idle one ends soon when the server drains.
  defp serve(client, draining, waited \\ 0) do
    case :gen_tcp.recv(client, 0, 100) do
      {:ok, {:http_request, method, {:abs_path, target}, _version}} ->
        request(client, draining, to_string(method), target)

      {:ok, {:http_error, _line}} ->
        refuse(client)

      {:ok, _other} ->
        refuse(client)

      {:error, :timeout} ->
        if waited < @idle_ms and :atomics.get(draining, 1) == 0, do: serve(client, draining, waited + 100), else: :gen_tcp.close(client)

      {:error, _closed} ->
        :gen_tcp.close(client)
    end
  end

  defp request(client, draining, method, target) do
    case headers(client, %{}, 0) do
      {:ok, headers} ->
        body(client, headers)
        [path | _query] = String.split(target, "?", parts: 2)
        {status, type, body} = DemoApp.Router.answer(method, path)
        last = :atomics.get(draining, 1) == 1 or String.downcase(headers["connection"] || "") == "close"
        send_answer(client, {status, type, body}, method, last)
        if last, do: :gen_tcp.close(client), else: serve(client, draining)

      :error ->
        refuse(client)
    end
  end

  defp headers(_client, _seen, count) when count > @max_headers, do: :error

  defp headers(client, seen, count) do
    case :gen_tcp.recv(client, 0, 5_000) do
      {:ok, {:http_header, _, name, _, value}} -> headers(client, Map.put(seen, name |> to_string() |> String.downcase(), value), count + 1)
      {:ok, :http_eoh} -> {:ok, seen}
      _ -> :error
    end
  end

  # A body is read so that the next request begins where it ends; nothing here uses it.
  defp body(client, headers) do
    case Integer.parse(headers["content-length"] || "0") do
      {length, ""} when length > 0 and length < 1_000_000 ->
        :inet.setopts(client, packet: :raw)
        :gen_tcp.recv(client, length, 5_000)
        :inet.setopts(client, packet: :http_bin)

      _ ->
        :ok
    end
  end

  defp send_answer(client, {status, type, body}, method, last) do
    connection = if last, do: "close", else: "keep-alive"
    sent = if method == "HEAD", do: "", else: body

    :gen_tcp.send(client, [
      "HTTP/1.1 #{status} #{reason(status)}\r\ncontent-type: #{type}\r\ncontent-length: #{byte_size(body)}\r\nconnection: #{connection}\r\n\r\n",
      sent
    ])
  end

  defp refuse(client) do
    send_answer(client, {400, "application/json", ~s({"error":"bad request"})}, "GET", true)
    :gen_tcp.close(client)
  end

  defp reason(200), do: "OK"
  defp reason(400), do: "Bad Request"
  defp reason(404), do: "Not Found"
  defp reason(405), do: "Method Not Allowed"
  defp reason(500), do: "Internal Server Error"
  defp reason(503), do: "Service Unavailable"
end
