# Whether mix_audit knows of an advisory, and which advisories it had.
defmodule PhoenixDeploy.DepsAudit do
  alias PhoenixDeploy.{Dependencies, JSON, Tool}
  @compile {:no_warn_undefined, MixAudit}

  def run do
    started = System.os_time(:second)
    loaded = Tool.run("deps.loadpaths", [])
    # What the project lets Hex ignore is known here too: advisories bear the same ids.
    ignored = for id <- (Mix.Project.config()[:hex] || [])[:ignore_advisories] || [], do: to_string(id)

    cond do
      loaded.code != 0 ->
        audited(loaded, ignored, started)

      not Code.ensure_loaded?(MixAudit) ->
        JSON.write("deps-audit.json", %{status: "absent"})

      true ->
        Tool.run("deps.audit", ["--format", "json", "--ignore-advisory-ids", Enum.join(ignored, ",")])
        |> audited(ignored, started)
    end
  end

  defp audited(ran, ignored, started),
    do:
      JSON.write(
        "deps-audit.json",
        Map.merge(ran, %{packages: Dependencies.packages(), ignored: ignored, database: database(started)})
      )

  # The advisories that mix_audit reads: how many there are, and whether git brought them in this run. It passes with
  # none at all.
  defp database(started) do
    folder = Path.join([System.user_home!(), ".local", "share", "elixir-security-advisories-mirego"])

    %{
      advisories: length(Path.wildcard(Path.join(folder, "packages/**/*.yml"))),
      fetched: fetched?(Path.join(folder, ".git"), started)
    }
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
