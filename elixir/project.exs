# What mix itself knows of the project: `mix pd.project`. Compiles nothing.
defmodule Mix.Tasks.Pd.Project do
  use Mix.Task
  @compile {:no_warn_undefined, Hex}

  def run([]) do
    config = Mix.Project.config()
    apps = Mix.Project.apps_paths() || %{}

    folders =
      if apps == %{},
        do: %{config[:app] => File.cwd!()},
        else: Map.new(apps, fn {app, path} -> {app, Path.expand(path)} end)

    of_apps =
      for {app, path} <- apps do
        Mix.Project.in_project(app, path, fn _ -> Mix.Project.config() end)
      end

    {release, chosen} = PhoenixDeploy.Releases.chosen(config)

    PhoenixDeploy.JSON.write("project.json", %{
      app: config[:app],
      version: config[:version],
      versions: versions(config, of_apps),
      umbrella: apps != %{},
      folders: folders,
      releases: PhoenixDeploy.Releases.names(config),
      release: release,
      chosen: chosen,
      deps: deps([config | of_apps]),
      aliases: aliases([config | of_apps]),
      paths: paths([{config, File.cwd!()} | Enum.zip(of_apps, for({_, path} <- apps, do: Path.expand(path)))]),
      hex: if(Code.ensure_loaded?(Hex), do: Hex.version()),
      elixir: System.version(),
      otp: otp()
    })
  end

  # By name, those of the apps and of the releases: an umbrella often has none of its own.
  defp versions(config, of_apps) do
    apps = for one <- [config | of_apps], one[:app], into: %{}, do: {one[:app], one[:version]}

    for {name, options} <- config[:releases] || [], into: apps do
      options = if is_function(options, 0), do: options.(), else: options

      case Keyword.get(options, :version, config[:version]) do
        {:from_app, app} -> {name, apps[app]}
        version -> {name, version}
      end
    end
  end

  # Each dependency with the builds that it is kept to; none means all of them.
  defp deps(configs) do
    for config <- configs, dep <- config[:deps] || [], into: %{} do
      options = Enum.find(Tuple.to_list(dep), [], &is_list/1)
      {elem(dep, 0), options |> Keyword.get(:only, []) |> List.wrap()}
    end
  end

  # Absolute folders of all path dependencies, those of path dependencies too; nil where mix cannot say.
  defp paths(configs) do
    direct =
      for {config, folder} <- configs,
          dep <- config[:deps] || [],
          options = Enum.find(Tuple.to_list(dep), [], &is_list/1),
          path = options[:path],
          do: Path.expand(path, folder)

    fetched = Mix.Project.deps_path()

    below =
      for {_app, path} <- Mix.Project.deps_paths(), not String.starts_with?(path, fetched <> "/"), do: Path.expand(path)

    Enum.uniq(direct ++ below)
  rescue
    _ -> nil
  end

  # Aliases as text: a mistyped flag in them gates nothing.
  defp aliases(configs) do
    for config <- configs, {name, tasks} <- config[:aliases] || [], into: %{} do
      {name, for(task <- List.wrap(tasks), is_binary(task), do: task)}
    end
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
