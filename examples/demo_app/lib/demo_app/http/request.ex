defmodule DemoApp.Http.Request do
  @moduledoc """
  Reads requests of HTTP/1.1 out of the bytes that came so far. Pure: it neither waits nor asks.

  What follows a request in the bytes is returned, so that a client may send the next one early
  (pipelining). A request that could be read in two ways, as two intermediaries might, is refused.
  """

  @head_bytes 16_384
  @body_bytes 65_536
  @max_headers 100

  defstruct [:method, :path, :keep_alive]

  @doc """
  `{:ok, request, rest}`, `:more` when the request is not complete yet, or `{:error, status}`: 400
  for nonsense, 413 for a body and 431 for a head that is too large, 501 for a transfer coding, 505
  for another HTTP.
  """
  # An empty line before a request is let pass (RFC 9112, section 2.2).
  def parse("\r\n" <> bytes), do: parse(bytes)

  def parse(bytes) do
    with {:ok, {method, target, version}, rest} <- request_line(bytes),
         {:ok, headers, rest} <- headers(rest, []),
         :ok <- head_fits(byte_size(bytes) - byte_size(rest)),
         :ok <- names_host(version, headers),
         {:ok, length} <- body_length(headers),
         {:ok, rest} <- skip(rest, length) do
      {:ok,
       %__MODULE__{method: method, path: path(target), keep_alive: keep_alive?(version, headers)},
       rest}
    else
      :more -> with :ok <- head_fits(unfinished_head(bytes)), do: :more
      error -> error
    end
  end

  defp request_line(bytes) do
    case :erlang.decode_packet(:http_bin, bytes, []) do
      {:ok, {:http_request, method, target, {1, minor}}, rest} when minor in [0, 1] ->
        with {:ok, target} <- target(target), do: {:ok, {to_string(method), target, minor}, rest}

      {:ok, {:http_request, _method, _target, {major, _minor}}, _rest} when major > 1 ->
        {:error, 505}

      {:more, _length} ->
        :more

      _nonsense ->
        {:error, 400}
    end
  end

  defp target({:abs_path, path}), do: {:ok, path}
  defp target({:absoluteURI, _scheme, _host, _port, path}), do: {:ok, path}
  defp target(:*), do: {:ok, "*"}
  defp target(_other), do: {:error, 400}

  defp path(target), do: target |> String.split("?", parts: 2) |> hd()

  defp headers(_bytes, seen) when length(seen) > @max_headers, do: {:error, 431}

  defp headers(bytes, seen) do
    case :erlang.decode_packet(:httph_bin, bytes, []) do
      {:ok, {:http_header, _, name, _, value}, rest} ->
        headers(rest, [{name |> to_string() |> String.downcase(), value} | seen])

      {:ok, :http_eoh, rest} ->
        {:ok, seen, rest}

      {:more, _length} ->
        :more

      _nonsense ->
        {:error, 400}
    end
  end

  # Where the head is complete, what is missing is body, which has a limit of its own.
  defp unfinished_head(bytes) do
    if String.contains?(bytes, "\r\n\r\n"), do: 0, else: byte_size(bytes)
  end

  defp head_fits(bytes) when bytes > @head_bytes, do: {:error, 431}
  defp head_fits(_bytes), do: :ok

  defp names_host(0, _headers), do: :ok

  defp names_host(1, headers) do
    if length(values(headers, "host")) == 1, do: :ok, else: {:error, 400}
  end

  defp body_length(headers) do
    case {values(headers, "transfer-encoding"), Enum.uniq(values(headers, "content-length"))} do
      {[], []} ->
        {:ok, 0}

      {[], [text]} ->
        if text =~ ~r/\A\d{1,15}\z/, do: body_fits(String.to_integer(text)), else: {:error, 400}

      {[], _several} ->
        {:error, 400}

      {_coded, _lengths} ->
        {:error, 501}
    end
  end

  defp body_fits(length) when length > @body_bytes, do: {:error, 413}
  defp body_fits(length), do: {:ok, length}

  # Nothing here uses a body. It is read so that the next request begins where it ends.
  defp skip(bytes, length) when byte_size(bytes) < length, do: :more
  defp skip(bytes, length), do: {:ok, binary_part(bytes, length, byte_size(bytes) - length)}

  defp keep_alive?(minor, headers) do
    asked =
      headers
      |> values("connection")
      |> Enum.flat_map(&String.split(String.downcase(&1), [",", " "], trim: true))

    "close" not in asked and (minor == 1 or "keep-alive" in asked)
  end

  defp values(headers, name), do: for({^name, value} <- headers, do: value)
end
