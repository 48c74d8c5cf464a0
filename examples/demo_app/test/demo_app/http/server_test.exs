defmodule DemoApp.Http.ServerTest do
  use DemoApp.Case
  import ExUnit.CaptureLog
  alias DemoApp.Http.Server

  @get "GET /health HTTP/1.1\r\nhost: x\r\n\r\n"

  defp serve(options \\ []) do
    start_supervised!({Server, Keyword.merge([port: 0, drain_ms: 2_000], options)})
  end

  defp connect(server) do
    {:ok, socket} =
      :gen_tcp.connect({127, 0, 0, 1}, Server.port(server), [:binary, active: false])

    socket
  end

  defp send_text(socket, text), do: :ok = :gen_tcp.send(socket, text)

  # One answer: its head in lower case, and its body of the length that the head says.
  defp read(socket, bodyless \\ false) do
    :ok = :inet.setopts(socket, packet: :line)
    head = read_head(socket, "")
    :ok = :inet.setopts(socket, packet: :raw)
    [_all, length] = Regex.run(~r/content-length: (\d+)/, head)

    if bodyless do
      {head, ""}
    else
      {:ok, body} = :gen_tcp.recv(socket, String.to_integer(length), 1_000)
      {head, body}
    end
  end

  defp read_head(socket, head) do
    case :gen_tcp.recv(socket, 0, 1_000) do
      {:ok, "\r\n"} -> head
      {:ok, line} -> read_head(socket, head <> String.downcase(line))
    end
  end

  defp ended?(socket), do: :gen_tcp.recv(socket, 0, 1_000) == {:error, :closed}

  test "one connection serves several requests" do
    socket = connect(serve())

    for _ <- 1..3 do
      send_text(socket, @get)
      assert {"http/1.1 200 ok\r\n" <> headers, ~s({"status":"ok"}\n)} = read(socket)
      assert headers =~ "connection: keep-alive"
    end
  end

  test "requests that are sent ahead are answered in order" do
    socket = connect(serve())

    send_text(socket, [
      @get,
      "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\nhi",
      "GET /version HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
    ])

    assert {_head, ~s({"status":"ok"}\n)} = read(socket)
    assert {"http/1.1 405" <> headers, _body} = read(socket)
    assert headers =~ "allow: get, head"
    assert {head, ~s({"app":"demo_app") <> _} = read(socket)
    assert head =~ "connection: close"
    assert ended?(socket)
  end

  test "a request may come in pieces" do
    socket = connect(serve())
    for byte <- String.graphemes(@get), do: send_text(socket, byte)
    assert {"http/1.1 200" <> _, _body} = read(socket)
  end

  test "HEAD answers with the length, and without the body" do
    socket = connect(serve())
    send_text(socket, "HEAD / HTTP/1.1\r\nhost: x\r\n\r\n")
    assert {"http/1.1 200" <> _ = head, ""} = read(socket, true)
    refute head =~ "content-length: 0"
    send_text(socket, @get)
    assert {"http/1.1 200" <> _, ~s({"status":"ok"}\n)} = read(socket)
  end

  test "a request that is refused ends the connection, and its answer arrives" do
    socket = connect(serve())
    send_text(socket, ["GET / HTTP/1.1\r\nhost: x\r\n", String.duplicate("x: y\r\n", 20_000)])
    assert {"http/1.1 431" <> _ = head, _body} = read(socket)
    assert head =~ "connection: close"
    assert ended?(socket)
  end

  test "an answer that breaks is an error of the server, and says so in the log" do
    dial(latency_ms: :broken)
    socket = connect(serve())

    log =
      capture_log(fn ->
        send_text(socket, "GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        assert {"http/1.1 500" <> _, ~s({"error":"internal server error"}\n)} = read(socket)
      end)

    assert log =~ "DemoApp.Router"
  end

  test "a client that goes away leaves the server serving" do
    server = serve()
    socket = connect(server)
    send_text(socket, "GET /hea")
    :gen_tcp.close(socket)
    other = connect(server)
    send_text(other, @get)
    assert {"http/1.1 200" <> _, _body} = read(other)
  end

  test "a port that is taken is named" do
    port = Server.port(serve())
    Process.flag(:trap_exit, true)
    assert {:error, {:listen, ^port, :eaddrinuse}} = Server.start_link(port: port, drain_ms: 0)
  end

  test "a stop answers the request in flight, and accepts no more" do
    dial(latency_ms: 100)
    server = serve()
    port = Server.port(server)
    socket = connect(server)
    send_text(socket, "GET / HTTP/1.1\r\nhost: x\r\n\r\n")
    await_traffic()
    :ok = stop_supervised(Server)
    assert {"http/1.1 200" <> _ = head, _page} = read(socket)
    assert head =~ "connection: close"
    assert ended?(socket)
    assert {:error, :econnrefused} = :gen_tcp.connect({127, 0, 0, 1}, port, [:binary])
  end

  test "a stop answers the next request of an idle connection, and then ends it" do
    {:ok, server} = Server.start_link(port: 0, drain_ms: 2_000)
    socket = connect(server)
    send_text(socket, @get)
    assert {_head, _body} = read(socket)
    [connection] = Task.Supervisor.children(:sys.get_state(server).connections)
    stopping = Task.async(fn -> GenServer.stop(server) end)
    await_watching(server, connection)
    send_text(socket, @get)
    assert {"http/1.1 200" <> _ = head, _body} = read(socket)
    assert head =~ "connection: close"
    assert ended?(socket)
    assert Task.await(stopping) == :ok
  end

  test "a stop ends connections that stay idle" do
    server = serve()
    socket = connect(server)
    :ok = stop_supervised(Server)
    assert ended?(socket)
  end

  test "a stop cuts off what takes longer than the drain time, and says so" do
    dial(latency_ms: 60_000)
    socket = connect(serve(drain_ms: 20))
    send_text(socket, "GET / HTTP/1.1\r\nhost: x\r\n\r\n")
    await_traffic()
    assert capture_log(fn -> :ok = stop_supervised(Server) end) =~ "1 connections were cut off"
    assert ended?(socket)
  end

  # A server that drains watches its connections, once it has asked them to close.
  defp await_watching(server, connection) do
    {:monitors, watched} = Process.info(server, :monitors)
    if {:process, connection} not in watched, do: await_watching(server, connection)
  end

  # Until the page counts its request, the request is not in flight.
  defp await_traffic do
    if Agent.get(DemoApp.Traffic, & &1) == 0, do: await_traffic()
  end
end
