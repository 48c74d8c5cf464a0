# What an assembled release is made of: each application of its `lib/`, with where it came from, its licences as its
# package declares them, and the applications that it needs.
defmodule PhoenixDeploy.Components do
  @elixir ~w(eex elixir ex_unit iex logger mix)

  # Nil where the release is of a form that is not known: no list is better than one that leaves something out.
  def of(path) do
    sources = sources()
    folders = path |> Path.join("lib") |> File.ls!() |> Enum.sort()
    for folder <- folders, do: component(Path.join([path, "lib", folder]), folder, sources)
  rescue
    error ->
      IO.puts(:stderr, Exception.format(:error, error, __STACKTRACE__))
      nil
  end

  defp component(path, folder, sources) do
    [app, version] = String.split(folder, "-", parts: 2)
    {:ok, [{:application, _, properties}]} = :file.consult(Path.join([path, "ebin", app <> ".app"]))
    needs = Keyword.get(properties, :applications, []) ++ Keyword.get(properties, :included_applications, [])
    %{app: app, version: version, from: sources[app] || %{kind: kind(app, folder)}, needs: Enum.uniq(needs)}
  end

  defp kind(app, _folder) when app in @elixir, do: "elixir"

  defp kind(_app, folder),
    do: if(File.dir?(Path.join([:code.root_dir(), "lib", folder])), do: "otp", else: "unknown")

  # The project's own applications, and its dependencies as mix.lock has them.
  defp sources do
    lock = Mix.Dep.Lock.read()
    scms = Mix.Project.deps_scms()
    # A folder is what it is, also where mix.lock still has the package that it replaced.
    locked = fn app -> if scms[app] != Mix.SCM.Path, do: lock[app] end
    dependencies = for {app, path} <- Mix.Project.deps_paths(), do: {to_string(app), source(locked.(app), path)}
    own = Map.keys(Mix.Project.apps_paths() || %{Mix.Project.config()[:app] => nil})
    Map.new(dependencies ++ for(app <- own, do: {to_string(app), %{kind: "project"}}))
  end

  # What mix.lock says of a dependency, which lies at `path`.
  def source(locked, path) when is_tuple(locked) do
    case Tuple.to_list(locked) do
      [:hex, name, version, inner | more] ->
        %{
          kind: "hex",
          package: to_string(name),
          version: version,
          repository: Enum.at(more, 2) || "hexpm",
          inner: inner,
          outer: Enum.at(more, 3),
          licenses: licenses(path)
        }

      [:git, url, commit | _] ->
        %{kind: "git", url: url, commit: commit}

      _ ->
        %{kind: "unknown"}
    end
  end

  # A dependency without a lock is a folder of this repository, or beside it.
  def source(nil, _path), do: %{kind: "path"}

  # Of the package as Hex unpacked it.
  defp licenses(path) do
    with {:ok, terms} <- :file.consult(Path.join(path, "hex_metadata.config")),
         {_, licenses} when is_list(licenses) <- List.keyfind(terms, "licenses", 0) do
      for license <- licenses, is_binary(license), do: license
    else
      _ -> []
    end
  end
end
