defmodule DemoAppTest do
  use ExUnit.Case
  alias DemoApp.{Release, Router, Schema, Server, Traffic}

  setup do
    data = Path.join(System.tmp_dir!(), "demo_app_test_#{System.unique_integer([:positive])}")
    Application.put_env(:demo_app, :data, data)
    Application.put_env(:demo_app, :fault, :none)
    Application.put_env(:demo_app, :error_rate, 0.0)
    on_exit(fn -> File.rm_rf!(data) end)
  end

  defp server do
    {:ok, pid} = Server.start_link(port: 0, name: :"server_#{System.unique_integer([:positive])}")
    {pid, Server.port(pid)}
  end

  defp connect(port) do
    {:ok, socket} = :gen_tcp.connect(~c"127.0.0.1", port, [:binary, active: false])
    socket
  end

  defp ask(socket, text) do
    :ok = :gen_tcp.send(socket, text)
    {:ok, answer} = :gen_tcp.recv(socket, 0, 2_000)
    answer
  end

  test "a new schema has no versions" do
    assert Schema.applied() == []
  end

  test "migrating applies every known version once" do
    ExUnit.CaptureIO.capture_io(fn -> Release.migrate() end)
    assert Schema.applied() == Release.known()
    assert ExUnit.CaptureIO.capture_io(fn -> Release.migrate() end) == ""
  end

  test "rolling back takes what is above away" do
    ExUnit.CaptureIO.capture_io(fn -> Release.migrate() end)
    [first | _] = Release.known()
    Release.rollback(first)
    assert Schema.applied() == [first]
  end

  test "the versions are printed one a line" do
    Schema.put([2, 1])
    assert ExUnit.CaptureIO.capture_io(fn -> Release.print_versions() end) == "1\n2\n"
  end

  test "it is healthy" do
    assert {200, _, ~s({"status":"ok"})} = Router.answer("GET", "/health")
  end

  test "a fault keeps it from being healthy" do
    Application.put_env(:demo_app, :fault, :never_healthy)
    assert {503, _, _} = Router.answer("GET", "/health")
  end

  test "it is not ready before its migrations" do
    assert {503, _, body} = Router.answer("GET", "/ready")
    assert body =~ "2 pending migrations"
  end

  test "it is ready after its migrations" do
    Schema.put(Release.known())
    assert {200, _, body} = Router.answer("GET", "/ready")
    assert body =~ ~s("database":{"status":"ok"})
  end

  test "it answers its version" do
    assert {200, _, body} = Router.answer("GET", "/version")
    assert body =~ Router.version()
  end

  test "the page welcomes" do
    assert {200, "text/html", body} = Router.answer("GET", "/")
    assert body =~ "Welcome"
  end

  test "an unknown path is not found" do
    assert {404, _, _} = Router.answer("GET", "/nothing")
  end

  test "other methods are not allowed" do
    assert {405, _, _} = Router.answer("POST", "/")
  end

  test "a dialled error rate fails that share of requests" do
    Application.put_env(:demo_app, :error_rate, 0.25)
    assert Enum.count(1..100, &Traffic.fails?/1) == 25
  end

  test "a late fault is healthy at first" do
    Application.put_env(:demo_app, :fault, :errors_after_traffic)
    refute Enum.any?(1..8, &Traffic.fails?/1)
    assert Traffic.fails?(9)
  end

  test "the page fails when its request does" do
    Application.put_env(:demo_app, :error_rate, 1.0)
    assert {500, _, _} = Router.answer("GET", "/")
  end

  test "one connection serves several requests" do
    {pid, port} = server()
    socket = connect(port)
    assert ask(socket, "GET /health HTTP/1.1\r\nhost: x\r\n\r\n") =~ "connection: keep-alive"
    assert ask(socket, "GET /version?x=1 HTTP/1.1\r\nhost: x\r\n\r\n") =~ "demo_app"
    GenServer.stop(pid)
  end

  test "HEAD has no body" do
    {pid, port} = server()
    answer = ask(connect(port), "HEAD / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
    assert String.ends_with?(answer, "\r\n\r\n")
    GenServer.stop(pid)
  end

  test "a body is read over" do
    {pid, port} = server()
    socket = connect(port)
    assert ask(socket, "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nhello") =~ "405"
    assert ask(socket, "GET /health HTTP/1.1\r\nhost: x\r\n\r\n") =~ "200 OK"
    GenServer.stop(pid)
  end

  test "nonsense is refused" do
    {pid, port} = server()
    assert ask(connect(port), "nonsense\r\n\r\n") =~ "400"
    GenServer.stop(pid)
  end

  test "stopping ends idle connections and accepts no more" do
    {pid, port} = server()
    socket = connect(port)
    assert ask(socket, "GET /health HTTP/1.1\r\nhost: x\r\n\r\n") =~ "200"
    GenServer.stop(pid)
    assert {:error, :closed} = :gen_tcp.recv(socket, 0, 2_000)
    assert {:error, :econnrefused} = :gen_tcp.connect(~c"127.0.0.1", port, [:binary])
  end
end
