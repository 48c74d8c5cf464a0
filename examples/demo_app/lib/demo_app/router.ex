defmodule DemoApp.Router do
  @moduledoc "Answers requests: health, readiness, version and a page."
  alias DemoApp.{Release, Schema, Traffic}

  @json "application/json"

  @doc "Status, content type and body for a method and a path."
  def answer(method, path) when method in ["GET", "HEAD"], do: get(path)
  def answer(_method, _path), do: {405, @json, ~s({"error":"method not allowed"})}

  defp get("/health") do
    if Application.get_env(:demo_app, :fault) == :never_healthy,
      do: {503, @json, ~s({"status":"starting"})},
      else: {200, @json, ~s({"status":"ok"})}
  end

  defp get("/ready") do
    missing = Release.known() -- Schema.applied()
    database = if missing == [], do: "ok", else: "#{length(missing)} pending migrations"
    status = if missing == [], do: 200, else: 503
    {status, @json, ~s({"services":{"database":{"status":"#{database}"},"jobs":{"status":"ok"}}})}
  end

  defp get("/version"), do: {200, @json, ~s({"app":"demo_app","version":"#{version()}"})}

  defp get("/") do
    Process.sleep(Application.get_env(:demo_app, :latency_ms, 0))

    case Traffic.next() do
      :ok -> {200, "text/html", "<!doctype html><title>demo_app</title><h1>Welcome</h1><p>This is demo_app #{version()}.</p>\n"}
      :error -> {500, "text/html", "<!doctype html><h1>Internal error</h1>\n"}
    end
  end

  defp get(_path), do: {404, @json, ~s({"error":"not found"})}

  @doc "The version that was compiled in."
  def version, do: to_string(Application.spec(:demo_app, :vsn))
end
