# What mix itself knows of the project: `mix pd.project`. Compiles nothing.
defmodule Mix.Tasks.Pd.Project do
  use Mix.Task

  def run([]) do
    config = Mix.Project.config()
    apps = Mix.Project.apps_paths() || %{}
    releases = for {name, _} <- config[:releases] || [], do: name
    deps = for dep <- config[:deps] || [], do: elem(dep, 0)

    deps_of_apps =
      for {app, path} <- apps,
          dep <- Mix.Project.in_project(app, path, fn _ -> Mix.Project.config()[:deps] || [] end),
          do: elem(dep, 0)

    PhoenixDeploy.JSON.write("project.json", %{
      app: config[:app],
      version: config[:version],
      umbrella: apps != %{},
      releases: releases,
      deps: Enum.uniq(deps ++ deps_of_apps),
      hex: Code.ensure_loaded?(Hex),
      elixir: System.version(),
      otp: otp()
    })
  end

  # The whole version: a PLT or a release of 25.2 is not one of 25.3.
  defp otp do
    path = Path.join([:code.root_dir(), "releases", :erlang.system_info(:otp_release), "OTP_VERSION"])

    case File.read(path) do
      {:ok, version} -> String.trim(version)
      _ -> to_string(:erlang.system_info(:otp_release))
    end
  end
end
