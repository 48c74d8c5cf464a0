defmodule DemoApp.RouterTest do
  use DemoApp.Case
  alias DemoApp.{Release, Router, Schema}

  defp get(path), do: answer("GET", path)

  defp answer(method, path) do
    response = Router.answer(method, path)
    {response.status, IO.iodata_to_binary(response.body)}
  end

  test "it is healthy" do
    assert get("/health") == {200, ~s({"status":"ok"}\n)}
  end

  test "a fault keeps it from being healthy" do
    dial(fault: :never_healthy)
    assert get("/health") == {503, ~s({"status":"unhealthy"}\n)}
  end

  test "it is not ready before its migrations ran, and names the database" do
    assert {503, body} = get("/ready")

    database = ~s({"status":"error","reason":"2 migrations are not applied"})

    assert body ==
             ~s({"status":"error","services":{"database":#{database},"jobs":{"status":"ok"}}}\n)
  end

  test "it is ready once its migrations ran, and names its services" do
    printed(&Release.migrate/0)

    assert get("/ready") ==
             {200,
              ~s({"status":"ok","services":{"database":{"status":"ok"},"jobs":{"status":"ok"}}}\n)}
  end

  test "it is not ready when the schema cannot be read", %{folder: folder} do
    Schema.put([1])
    File.write!(Path.join(folder, "schema_migrations"), "garbage")
    assert {503, body} = get("/ready")
    assert body =~ "something else than versions"
  end

  test "it answers its version" do
    version = Mix.Project.config()[:version]
    assert get("/version") == {200, ~s({"app":"demo_app","version":"#{version}"}\n)}
  end

  test "another version can be dialled, and none can break out of its answer" do
    dial(version_override: ~s(0.9"<b>&))
    assert get("/version") == {200, ~S({"app":"demo_app","version":"0.9\"<b>&"}) <> "\n"}
    assert {200, page} = get("/")
    assert page =~ ~s(demo_app 0.9"&lt;b>&amp;.)
  end

  test "the page welcomes, and names its version" do
    assert {200, page} = get("/")
    assert page =~ "Welcome"
    assert page =~ "demo_app #{Mix.Project.config()[:version]}"
  end

  test "the page fails as dialled, counted from the first request" do
    dial(error_rate: 0.5)
    assert for(_ <- 1..4, do: elem(get("/"), 0)) == [200, 500, 200, 500]
  end

  test "only requests to the page count as traffic" do
    dial(fault: :errors_after_traffic, errors_after: 1)
    for path <- ["/health", "/version", "/ready"], do: get(path)
    assert for(_ <- 1..2, do: elem(get("/"), 0)) == [200, 500]
    assert {200, _body} = get("/health")
  end

  test "an unknown path is not found, by any method" do
    assert {404, ~s({"error":"not found"}\n)} = get("/nothing")
    assert {404, _body} = answer("POST", "/nothing")
  end

  test "a known path names the methods that it takes" do
    assert %{status: 405, headers: [{"allow", "GET, HEAD"}]} = Router.answer("POST", "/")
  end
end
