import type { CheckId, Confidence } from "../domain/check.ts";

/** What the commands depend on. */
interface Rules {
  /** Percent. */
  readonly coverageMinimum: number;
  readonly sobelowConfidence: Confidence;
  /** Folder of the mix project from the repository's root; empty for the root itself. */
  readonly folder: string;
}

/** Mix's own threshold is another one: the last total decides, that of all apps. */
const total = (minimum: number) =>
  `awk 'BEGIN {low = 1} {print} /[|] Total/ {sub(/^[|]/, ""); low = ($1 + 0 < ${minimum})} END {exit low}'`;

const reproduce: Readonly<Record<CheckId, (rules: Rules) => string>> = {
  compile: () =>
    "MIX_ENV=test mix compile --warnings-as-errors --all-warnings && MIX_ENV=prod mix compile --warnings-as-errors --all-warnings",
  format: () => "mix format --check-formatted",
  test: () => "mix test",
  coverage: ({ coverageMinimum }) => `mix test --cover --export-coverage all; MIX_ENV=test mix test.coverage | ${total(coverageMinimum)}`,
  credo: () => "mix credo --strict",
  sobelow: ({ sobelowConfidence }) => `mix sobelow --private --exit ${sobelowConfidence}`,
  "hex-audit": () => "mix hex.audit",
  "deps-audit": () => "mix deps.audit",
  "unused-deps": () => "mix deps.unlock --check-unused && mix deps.get --check-locked",
  dialyzer: () => "mix dialyzer --format short",
  release: () => "MIX_ENV=prod mix release --overwrite",
  migrations: () => "MIX_ENV=test mix do ecto.create, ecto.migrate, ecto.rollback --to VERSION, ecto.migrate",
  "migration-safety": () => "",
  version: () =>
    "git tag --sort=-version:refname && elixir -e 'Mix.start(); Code.require_file(\"mix.exs\"); IO.puts(Mix.Project.config()[:version])'",
  changelog: () => "grep -n '^#' CHANGELOG.md",
  "rollback-plan": () => "",
  backup: () => "",
};

/** The command that shows a person the same by hand, from the repository's root; empty where there is none. */
export function reproduceOf(id: CheckId, rules: Rules): string {
  const command = reproduce[id](rules);
  return command === "" || rules.folder === "" ? command : `cd '${rules.folder.replaceAll("'", "'\\''")}' && ${command}`;
}
