defmodule DemoApp.Router do
  @moduledoc "The paths of the application, and what each answers."
  alias DemoApp.{Fault, Jobs, Release, Traffic}
  alias DemoApp.Http.Response

  @paths ["/", "/health", "/ready", "/version"]

  @doc "The answer to a method and a path."
  def answer(method, path) when path in @paths and method in ["GET", "HEAD"], do: get(path)

  def answer(_method, path) when path in @paths,
    do: %{Response.error(405) | headers: [{"allow", "GET, HEAD"}]}

  def answer(_method, _path), do: Response.error(404)

  @doc "The version that is answered: the one that was compiled in, unless another is dialled."
  def version, do: Fault.version_override() || to_string(Application.spec(:demo_app, :vsn))

  # Alive: the process answers. Nothing that it depends on is asked.
  defp get("/health") do
    if Fault.healthy?(),
      do: Response.json(200, status: "ok"),
      else: Response.json(503, status: "unhealthy")
  end

  # Ready: everything that it depends on works too, and is named.
  defp get("/ready") do
    services = [database: Release.status(), jobs: Jobs.status()]
    ready = Enum.all?(services, fn {_name, status} -> status == :ok end)

    Response.json(if(ready, do: 200, else: 503),
      status: if(ready, do: "ok", else: "error"),
      services: Enum.map(services, fn {name, status} -> {name, service(status)} end)
    )
  end

  defp get("/version"), do: Response.json(200, app: "demo_app", version: version())

  defp get("/") do
    number = Traffic.count()
    Process.sleep(Fault.latency_ms())

    if Fault.fails?(number),
      do: Response.error(500),
      else: Response.html(200, page(version()))
  end

  defp service(:ok), do: [status: "ok"]
  defp service({:error, why}), do: [status: "error", reason: why]

  defp page(version) do
    """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>demo_app</title>
    <h1>Welcome</h1>
    <p>This is demo_app #{escape(version)}.</p>
    </html>
    """
  end

  defp escape(text) do
    for <<char::utf8 <- text>>, into: "" do
      case char do
        ?< -> "&lt;"
        ?& -> "&amp;"
        _ -> <<char::utf8>>
      end
    end
  end
end
