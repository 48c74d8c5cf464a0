defmodule DemoApp.Http.RequestTest do
  use ExUnit.Case, async: true
  alias DemoApp.Http.Request

  @host "host: example.com\r\n"

  test "reads method and path, without the query" do
    assert {:ok, %{method: "GET", path: "/health"}, ""} =
             Request.parse("GET /health?at=1 HTTP/1.1\r\n#{@host}\r\n")
  end

  test "reads a target with scheme and host, and methods of its own" do
    assert {:ok, %{method: "PURGE", path: "/a"}, ""} =
             Request.parse("PURGE http://example.com/a?b HTTP/1.1\r\n#{@host}\r\n")

    assert {:ok, %{method: "OPTIONS", path: "*"}, ""} =
             Request.parse("OPTIONS * HTTP/1.1\r\n#{@host}\r\n")
  end

  test "hands back what follows, and takes an empty line before a request" do
    first = "POST / HTTP/1.1\r\n#{@host}content-length: 5\r\n\r\nhello"
    assert {:ok, %{method: "POST"}, "\r\nGET / HT"} = Request.parse(first <> "\r\nGET / HT")
    assert {:ok, %{method: "POST"}, ""} = Request.parse("\r\n" <> first)
  end

  test "waits for the rest, wherever a request is cut" do
    whole = "POST /a HTTP/1.1\r\n#{@host}content-length: 5\r\n\r\nhello"

    for length <- 0..(byte_size(whole) - 1) do
      assert Request.parse(binary_part(whole, 0, length)) == :more
    end
  end

  for {version, header, kept} <- [
        {"1.1", "", true},
        {"1.1", "Connection: close\r\n", false},
        {"1.1", "Connection: Upgrade, Close\r\n", false},
        {"1.0", "", false},
        {"1.0", "Connection: Keep-Alive\r\n", true}
      ] do
    test "HTTP/#{version} with #{inspect(header)} #{if kept, do: "keeps", else: "ends"} the connection" do
      text = "GET / HTTP/#{unquote(version)}\r\n#{@host}#{unquote(header)}\r\n"
      assert {:ok, %{keep_alive: unquote(kept)}, ""} = Request.parse(text)
    end
  end

  for {what, status, text} <- [
        {"nonsense", 400, "nonsense\r\n\r\n"},
        {"a request of HTTP/0.9", 400, "GET /\r\n\r\n"},
        {"HTTP/2", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"a target without a path", 400, "CONNECT example.com:443 HTTP/1.1\r\nhost: a\r\n\r\n"},
        {"no host", 400, "GET / HTTP/1.1\r\n\r\n"},
        {"two hosts", 400, "GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n"},
        {"a header without a colon", 400, "GET / HTTP/1.1\r\nhost a\r\n\r\n"},
        {"two lengths", 400,
         "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab"},
        {"a negative length", 400, "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n"},
        {"a length and a coding", 501,
         "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n"},
        {"a body that is too large", 413,
         "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 65537\r\n\r\n"},
        {"a line that is too long", 431, "GET /" <> String.duplicate("a", 16_384)},
        {"a head that is too large", 431,
         "GET / HTTP/1.1\r\nhost: a\r\n" <>
           String.duplicate("x: #{String.duplicate("y", 1_000)}\r\n", 17) <> "\r\n"},
        {"too many headers", 431,
         "GET / HTTP/1.1\r\nhost: a\r\n" <> String.duplicate("x: y\r\n", 101) <> "\r\n"}
      ] do
    test "refuses #{what} with #{status}" do
      assert Request.parse(unquote(text)) == {:error, unquote(status)}
    end
  end
end
