# Compiles for production and assembles the release anew: `mix pd.release` in MIX_ENV=prod, with `assemble` to go beyond the compilation.
defmodule Mix.Tasks.Pd.Release do
  use Mix.Task
  alias PhoenixDeploy.{Compile, JSON, Step}

  def run(steps) do
    if Compile.run("compile-prod") and "assemble" in steps, do: Step.run("release", &assemble/0)
  end

  defp assemble do
    name = name(Mix.Project.config())
    path = Path.join([Mix.Project.build_path(), "rel", name])
    assets = assets()
    # `mix release` over an existing one may build nothing: there must be none.
    File.rm_rf!(path)
    Mix.Task.run("release", [name, "--overwrite", "--path", path])
    JSON.write("release.json", %{status: "ran", name: name, version: version(path), path: path, assets: assets})
  end

  # The release that bears the application's name, else the first in mix.exs; without `releases:` mix takes the application.
  defp name(config) do
    names = for {name, _} <- config[:releases] || [], do: to_string(name)
    app = config[:app] && to_string(config[:app])
    if app in names or names == [], do: app || "release", else: hd(names)
  end

  # As the release itself knows it: an umbrella has no version of its own.
  defp version(path) do
    [_erts, version] = path |> Path.join("releases/start_erl.data") |> File.read!() |> String.split()
    version
  end

  # `mix assets.deploy` where the project has it, as `mix phx.new` writes it.
  defp assets do
    case Mix.Project.apps_paths() do
      nil ->
        if deploys?(), do: [deploy(Mix.Project.config()[:app])], else: []

      paths ->
        for(
          {app, path} <- paths,
          done <- Mix.Project.in_project(app, path, fn _ -> if deploys?(), do: [deploy(app)], else: [] end),
          do: done
        )
    end
  end

  defp deploys?, do: Keyword.has_key?(Mix.Project.config()[:aliases] || [], :"assets.deploy")

  defp deploy(app) do
    Mix.Task.run("assets.deploy")
    app
  end
end
