defmodule DemoApp.Http.Connection do
  @moduledoc """
  Serves one connection, in a process of its own: request after request, until either side ends it.

  When the server stops it sends `:drain`. The request in flight is answered, and its answer says
  `Connection: close`. A connection that is idle waits a little longer, because its client's next
  request may already be on the way.
  """
  require Logger
  alias DemoApp.Http.{Request, Response}

  @idle_ms 30_000
  @request_ms 5_000
  @last_request_ms 250
  @linger_ms 500

  defstruct [:socket, :deadline, bytes: "", draining: false]

  @doc "Serves the connection once its socket was handed over (`:yours`), until it is closed."
  def serve(socket) do
    receive do
      :yours -> next(%__MODULE__{socket: socket, deadline: deadline(@idle_ms)})
    after
      @request_ms -> :gen_tcp.close(socket)
    end
  end

  defp next(connection) do
    case Request.parse(connection.bytes) do
      {:ok, request, rest} -> answer(%{connection | bytes: rest}, request)
      :more -> wait(connection)
      {:error, status} -> refuse(connection, status)
    end
  end

  defp wait(%{socket: socket} = connection) do
    # A closed socket cannot be set to anything; then no message comes.
    case :inet.setopts(socket, active: :once) do
      :ok ->
        receive do
          {:tcp, ^socket, more} -> connection |> received(more) |> next()
          {:tcp_closed, ^socket} -> :ok
          {:tcp_error, ^socket, _reason} -> :gen_tcp.close(socket)
          :drain -> connection |> drain() |> wait()
        after
          left(connection.deadline) -> timed_out(connection)
        end

      {:error, _closed} ->
        :gen_tcp.close(socket)
    end
  end

  # The first bytes of a request begin its time limit; further ones do not lengthen it.
  defp received(%{bytes: ""} = connection, more),
    do: %{connection | bytes: more, deadline: deadline(@request_ms)}

  defp received(connection, more), do: %{connection | bytes: connection.bytes <> more}

  defp drain(%{bytes: ""} = connection),
    do: %{connection | draining: true, deadline: deadline(@last_request_ms)}

  defp drain(connection), do: %{connection | draining: true}

  defp timed_out(%{bytes: ""} = connection), do: :gen_tcp.close(connection.socket)
  defp timed_out(connection), do: refuse(connection, 408)

  defp answer(connection, request) do
    response = respond(request)
    draining = connection.draining or told_to_drain?()
    keep_alive = request.keep_alive and not draining

    case :gen_tcp.send(connection.socket, Response.write(response, request.method, keep_alive)) do
      :ok when keep_alive -> next(%{connection | deadline: deadline(@idle_ms)})
      :ok -> close_gently(connection.socket)
      {:error, _gone} -> :gen_tcp.close(connection.socket)
    end
  end

  defp respond(request) do
    DemoApp.Router.answer(request.method, request.path)
  rescue
    error ->
      Logger.error(Exception.format(:error, error, __STACKTRACE__))
      Response.error(500)
  end

  defp told_to_drain? do
    receive do
      :drain -> true
    after
      0 -> false
    end
  end

  defp refuse(connection, status) do
    :gen_tcp.send(connection.socket, Response.write(Response.error(status), "GET", false))
    close_gently(connection.socket)
  end

  # Closing while bytes of the client are still unread resets the connection, and the answer may be
  # lost with it. So only our half is closed, and the client's is read to its end, for a while.
  defp close_gently(socket) do
    :inet.setopts(socket, active: false)
    :gen_tcp.shutdown(socket, :write)
    read_to_end(socket, deadline(@linger_ms))
    :gen_tcp.close(socket)
  end

  defp read_to_end(socket, deadline) do
    case :gen_tcp.recv(socket, 0, left(deadline)) do
      {:ok, _unread} -> read_to_end(socket, deadline)
      {:error, _end} -> :ok
    end
  end

  defp deadline(ms), do: System.monotonic_time(:millisecond) + ms
  defp left(deadline), do: max(deadline - System.monotonic_time(:millisecond), 0)
end
