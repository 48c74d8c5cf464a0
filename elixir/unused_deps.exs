# Whether mix.lock holds what mix.exs needs and nothing else. Nothing here changes mix.lock or what is fetched.
defmodule PhoenixDeploy.UnusedDeps do
  alias PhoenixDeploy.{JSON, Tool}

  def run do
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
end
