# Compiles for production and assembles the release anew: `mix pd.release` in MIX_ENV=prod, with `assemble` and perhaps
# the application's name to go beyond the compilation.
defmodule Mix.Tasks.Pd.Release do
  use Mix.Task
  alias PhoenixDeploy.{Compile, Components, JSON, Releases, Step}

  def run(steps) do
    with ["assemble" | app] <- if(Compile.run("compile-prod"), do: steps, else: []) do
      Step.run("release", fn -> assemble(List.first(app)) end)
    end
  end

  # `app` is the name that the settings give the application, where they do.
  defp assemble(app) do
    config = Mix.Project.config()
    chosen = Releases.chosen(config, app)
    assets = assets()
    version_of_apps()
    made = if aliased?(config), do: run_alias(config, chosen), else: run_task(chosen)
    JSON.write("release.json", made |> described(chosen, config) |> Map.put(:assets, assets))
  end

  defp aliased?(config), do: Keyword.has_key?(config[:aliases] || [], :release)

  # What mix does without arguments; the folder is ours, so that nothing is removed that is not.
  defp run_task({nil, _}), do: nil

  defp run_task({name, how}) do
    path = default_path(name)
    # `mix release` over an existing one may build nothing: there must be none.
    File.rm_rf!(path)

    Mix.Task.run(
      "release",
      if(how == :named, do: [name], else: []) ++ ["--overwrite", "--path", path] ++ version_arguments()
    )

    {name, path}
  end

  # The version of the tag that is released, where the settings take it from there.
  defp given do
    with "" <- System.get_env("PD_VERSION", ""), do: nil
  end

  defp version_arguments, do: if(version = given(), do: ["--version", version], else: [])

  # Every application of the project says the version that ships: the tag's, else its own, also where an earlier build
  # was under another tag.
  defp version_of_apps do
    for {app, own} <- apps() do
      file = Path.join([Mix.Project.build_path(), "lib", to_string(app), "ebin", "#{app}.app"])
      version = to_charlist(given() || own)

      with {:ok, [{:application, ^app, properties}]} <- :file.consult(file), true <- properties[:vsn] != version do
        application = {:application, app, Keyword.replace!(properties, :vsn, version)}
        File.write!(file, :io_lib.format("%% coding: utf-8~n~tp.~n", [application]) |> IO.chardata_to_string())
        # What compiled it may have loaded it: a release that takes its version from an application asks there.
        :application.unload(app)
      end
    end
  end

  defp apps do
    case Mix.Project.apps_paths() do
      nil ->
        [{Mix.Project.config()[:app], Mix.Project.config()[:version]}]

      paths ->
        for {app, path} <- paths,
            do: {app, Mix.Project.in_project(app, path, fn _ -> Mix.Project.config()[:version] end)}
    end
  end

  # An alias decides by itself what it makes: it is run as it is, and what is new afterwards is its release. Arguments
  # go to its last command, which is given the tag's version where that is `release`.
  defp run_alias(config, {chosen, _}) do
    folders = folders(config, chosen)
    for {name, _} <- folders, do: File.rm_rf!(default_path(name))
    started = System.os_time(:second)
    Mix.Task.run("release", if(ends_with_release?(config[:aliases][:release]), do: version_arguments(), else: []))
    Enum.find(folders, fn {_name, path} -> new?(path, started) end)
  end

  defp ends_with_release?(commands) do
    last = commands |> List.wrap() |> List.last()
    is_binary(last) and last |> String.split() |> List.first() == "release"
  end

  # The chosen one first; each in the folder that mix.exs names for it, and in mix's own.
  defp folders(config, chosen) do
    named =
      for {name, options} <- config[:releases] || [],
          path = options(options)[:path],
          do: {to_string(name), Path.expand(path)}

    own = for name <- Enum.uniq(List.wrap(chosen) ++ Releases.names(config)), do: {name, default_path(name)}
    Enum.sort_by(named ++ own, fn {name, _} -> name != chosen end)
  end

  defp options(options) when is_function(options, 0), do: options.()
  defp options(options), do: options

  defp new?(path, started) do
    match?({:ok, %{mtime: at}} when at >= started, File.stat(start_erl(path), time: :posix))
  end

  defp default_path(name), do: Path.join([Mix.Project.build_path(), "rel", name])
  defp start_erl(path), do: Path.join(path, "releases/start_erl.data")

  defp described(nil, _chosen, config) do
    %{
      status: "none_made",
      aliased: aliased?(config),
      apps: Map.keys(Mix.Project.apps_paths() || %{}),
      version: config[:version]
    }
  end

  # As the release itself knows it: its version may be its own, and an umbrella has none.
  defp described({name, path}, {_, how}, config) do
    [erts, version] = path |> start_erl() |> File.read!() |> String.split()

    %{
      status: "ran",
      name: name,
      version: version,
      path: path,
      chosen: how,
      releases: Releases.names(config),
      # An umbrella's apps have versions of their own.
      starts: starts(path, name, version),
      app: if(config[:apps_path], do: nil, else: %{name: config[:app], version: given() || config[:version]}),
      erts: %{version: erts, included: File.dir?(Path.join(path, "erts-" <> erts))},
      components: Components.of(path)
    }
  end

  # The project's own applications that the release starts and does not do without.
  defp starts(path, name, version) do
    {:ok, [{:release, _, _, apps}]} = :file.consult(Path.join([path, "releases", version, name <> ".rel"]))
    own = Map.keys(Mix.Project.apps_paths() || %{Mix.Project.config()[:app] => nil})

    for app <- apps,
        elem(app, 0) in own,
        tuple_size(app) == 2 or elem(app, 2) in [:permanent, :transient],
        do: elem(app, 0)
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
