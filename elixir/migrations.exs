# The migrations of the project: `mix pd.migrations STEP...` in MIX_ENV=test. What changed is read for what is unsafe,
# and all is rehearsed.
defmodule Mix.Tasks.Pd.Migrations do
  use Mix.Task
  alias PhoenixDeploy.{JSON, MigrationFiles, MigrationSafety, Rehearsal, Step}

  def run(steps) do
    # Somebody else compiled this build and reads it now.
    Mix.Task.run("app.config", ["--no-compile", "--no-deps-check"])
    if "migration-safety" in steps, do: Step.run("migration-safety", &safety/0)
    if "migrations" in steps, do: Step.run("migrations", &rehearse/0)
  end

  defp safety do
    base = MigrationFiles.base()
    repos = MigrationFiles.repos(base)
    seen = MigrationSafety.look(repos || [], MigrationFiles.stray(repos || [], base), MigrationFiles.in_code())
    JSON.write("migration-safety.json", Map.put(seen, :status, status(repos)))
  end

  defp rehearse do
    base = MigrationFiles.base()
    repos = MigrationFiles.repos(base)
    with_migrations = for repo <- repos || [], repo.files ++ repo.unusable ++ repo.gone != [], do: repo

    JSON.write("migrations.json", %{
      status: status(repos),
      base: base != nil,
      repos: for(repo <- repos || [], do: repo.name),
      stray: for(one <- MigrationFiles.stray(repos || [], base), do: one.file),
      rehearsed: within_limit(with_migrations)
    })
  end

  defp status(nil), do: "no_ecto"
  defp status(_repos), do: "ran"

  # Ends in time for its database to be dropped, before the limit ends the VM.
  defp within_limit(repos) do
    limit = String.to_integer(System.fetch_env!("PD_LIMIT_MS"))
    until = System.monotonic_time(:millisecond) + max(limit - 15_000, div(limit * 9, 10))
    for repo <- repos, do: Rehearsal.run(repo, until)
  end
end
