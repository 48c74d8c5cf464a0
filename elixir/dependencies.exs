# What is asked of the dependencies. Nothing here changes mix.lock or what is fetched.
defmodule PhoenixDeploy.Dependencies do
  alias PhoenixDeploy.{JSON, Tool}
  @compile {:no_warn_undefined, [Hex, MixAudit]}

  def unused do
    lock = Mix.Dep.Lock.read()
    unused = Tool.run("deps.unlock", ["--check-unused"])
    loaded = Tool.run("deps.loadpaths", ["--no-compile"])
    locked = if loaded.code == 0, do: locked(lock), else: %{status: "absent"}
    absent = for app <- absent(lock), do: to_string(app)
    ran = %{status: "ran", packages: map_size(lock), absent: absent, unused: unused, loaded: loaded, locked: locked}
    JSON.write("unused-deps.json", ran)
  end

  # Before 1.15 mix knows no `--check-locked`, ignores it, and would write a new mix.lock.
  defp locked(lock) do
    if Version.match?(System.version(), ">= 1.15.0-0"),
      do: Map.put(Tool.run("deps.get", ["--check-locked" | only(lock)]), :same, Mix.Dep.Lock.read() == lock),
      else: %{status: "absent"}
  end

  # Nothing is fetched: where dependencies of other builds are not here, this build's alone are looked at.
  defp only(lock), do: if(absent(lock) == [], do: [], else: ["--only", to_string(Mix.env())])

  # What mix.lock names and nobody fetched.
  defp absent(lock), do: Enum.reject(Map.keys(lock), &File.dir?(Path.join(Mix.Project.deps_path(), to_string(&1))))

  def hex_audit do
    JSON.write(
      "hex-audit.json",
      if(Code.ensure_loaded?(Hex),
        do: Map.merge(Tool.run("hex.audit", []), %{hex: Hex.version(), packages: packages()}),
        else: %{status: "absent"}
      )
    )
  end

  def audit do
    started = System.os_time(:second)
    loaded = Tool.run("deps.loadpaths", [])
    # What the project lets Hex ignore is known here too: advisories bear the same ids.
    ignored = for id <- (Mix.Project.config()[:hex] || [])[:ignore_advisories] || [], do: to_string(id)

    cond do
      loaded.code != 0 -> audited(loaded, ignored, started)
      not Code.ensure_loaded?(MixAudit) -> JSON.write("deps-audit.json", %{status: "absent"})
      true -> Tool.run("deps.audit", ["--format", "json", "--ignore-advisory-ids", Enum.join(ignored, ",")]) |> audited(ignored, started)
    end
  end

  defp audited(ran, ignored, started),
    do: JSON.write("deps-audit.json", Map.merge(ran, %{packages: packages(), ignored: ignored, database: database(started)}))

  # Both audits say that all is well where the lock names no package of Hex.
  defp packages, do: Enum.count(Mix.Dep.Lock.read(), fn {_app, locked} -> is_tuple(locked) and elem(locked, 0) == :hex end)

  # The advisories that mix_audit reads: how many there are, and whether git brought them in this run. It passes with
  # none at all.
  defp database(started) do
    folder = Path.join([System.user_home!(), ".local", "share", "elixir-security-advisories-mirego"])
    %{advisories: length(Path.wildcard(Path.join(folder, "packages/**/*.yml"))), fetched: fetched?(Path.join(folder, ".git"), started)}
  end

  # A pull that reached the server leaves its answer in FETCH_HEAD; a clone has a new folder and no FETCH_HEAD.
  defp fetched?(git, started) do
    case {File.stat(Path.join(git, "FETCH_HEAD"), time: :posix), File.stat(Path.join(git, "config"), time: :posix)} do
      {{:ok, %{size: size, mtime: at}}, _} -> size > 0 and at >= started
      {_, {:ok, %{mtime: at}}} -> at >= started
      _ -> false
    end
  end
end
