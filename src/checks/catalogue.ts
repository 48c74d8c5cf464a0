import type { CheckId } from "../domain/check.ts";

/** The command that shows a person the same by hand. */
export const reproduce: Readonly<Record<CheckId, string>> = {
  compile: "MIX_ENV=test mix compile --warnings-as-errors --all-warnings && MIX_ENV=prod mix compile --warnings-as-errors --all-warnings",
  format: "mix format --check-formatted",
  test: "mix test",
  coverage: "mix test --cover",
  credo: "mix credo --strict",
  sobelow: "mix sobelow --private --exit low",
  "hex-audit": "mix hex.audit",
  "deps-audit": "mix deps.audit",
  "unused-deps": "mix deps.unlock --check-unused && mix deps.get --check-locked",
  dialyzer: "mix dialyzer --format short",
  release: "MIX_ENV=prod mix release --overwrite",
  migrations: "MIX_ENV=test mix do ecto.create, ecto.migrate, ecto.rollback --to VERSION, ecto.migrate",
  "migration-safety": "",
  version:
    "git tag --sort=-version:refname && elixir -e 'Mix.start(); Code.require_file(\"mix.exs\"); IO.puts(Mix.Project.config()[:version])'",
  changelog: "grep -n '^#' CHANGELOG.md",
  "rollback-plan": "",
  backup: "",
};
