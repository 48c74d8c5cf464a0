defmodule DemoApp.Http.Response do
  @moduledoc "Answers, and how they are written."

  @reasons %{
    200 => "OK",
    400 => "Bad Request",
    404 => "Not Found",
    405 => "Method Not Allowed",
    408 => "Request Timeout",
    413 => "Content Too Large",
    431 => "Request Header Fields Too Large",
    500 => "Internal Server Error",
    501 => "Not Implemented",
    503 => "Service Unavailable",
    505 => "HTTP Version Not Supported"
  }

  defstruct status: 200, type: "application/json", body: "", headers: []

  @doc "An answer of JSON, from a list of pairs."
  def json(status, pairs),
    do: %__MODULE__{status: status, body: [DemoApp.Json.encode(pairs), ?\n]}

  @doc "An answer of HTML."
  def html(status, body),
    do: %__MODULE__{status: status, type: "text/html; charset=utf-8", body: body}

  @doc "An answer that says no more than its status means."
  def error(status), do: json(status, error: @reasons |> Map.fetch!(status) |> String.downcase())

  @doc """
  The bytes of an answer. `method` decides whether the body goes with it, `keep_alive` what is said
  of the connection.
  """
  def write(%__MODULE__{} = response, method, keep_alive) do
    headers = [
      {"date", Calendar.strftime(DateTime.utc_now(), "%a, %d %b %Y %H:%M:%S GMT")},
      {"content-type", response.type},
      {"content-length", response.body |> IO.iodata_length() |> to_string()},
      {"cache-control", "no-store"},
      {"connection", if(keep_alive, do: "keep-alive", else: "close")}
      | response.headers
    ]

    [
      "HTTP/1.1 #{response.status} #{Map.fetch!(@reasons, response.status)}\r\n",
      for({name, value} <- headers, do: [name, ": ", value, "\r\n"]),
      "\r\n",
      if(method == "HEAD", do: [], else: response.body)
    ]
  end
end
