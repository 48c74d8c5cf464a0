import type { CheckId, Confidence } from "../domain/check.ts";
import type { Project } from "../domain/project.ts";

/** What the commands depend on. */
interface Rules {
  /** Percent. */
  readonly coverageMinimum: number;
  readonly sobelowConfidence: Confidence;
  /** Folder of the mix project from the repository's root; empty for the root itself. */
  readonly folder: string;
  /** What mix knows of the project; null where it could not be asked. */
  readonly project: Project | null;
  /** The application's name where the settings give one. */
  readonly app: string | null;
  /** The version that mix is given for the release; null takes that of mix.exs. */
  readonly version: string | null;
}

/** Mix's own threshold is another one: the last total decides, that of all apps. */
const total = (minimum: number) =>
  `awk 'BEGIN {low = 1} {print} /[|] Total/ {sub(/^[|]/, ""); low = ($1 + 0 < ${minimum})} END {exit low}'`;

/** A tool that mix.exs keeps out of the `dev` build is not known there. */
function inBuild({ project }: Rules, tool: string, command: string): string {
  const only = project?.deps[tool] ?? [];
  return only.length === 0 || only.includes("dev") ? command : `MIX_ENV=test ${command}`;
}

/** What makes the release: an alias decides by itself, and may not know an argument. */
export function releaseCommand({ project, app, version }: Pick<Rules, "project" | "app" | "version">): string {
  if (project?.aliases["release"] !== undefined) return "rm -rf _build/prod/rel && MIX_ENV=prod mix release";
  const wanted = [app, project?.app].find((name) => name != null && project?.releases.includes(name));
  // Assets first, as the check does it; tailwind reads what the compilation leaves.
  const assets = project?.aliases["assets.deploy"] === undefined ? "" : "do compile, assets.deploy, ";
  const named = project?.chosen === "named" ? ` ${wanted ?? project.release}` : "";
  return `MIX_ENV=prod mix ${assets}release${named} --overwrite${version === null ? "" : ` --version ${version}`}`;
}

const reproduce: Readonly<Record<CheckId, (rules: Rules) => string>> = {
  compile: () =>
    "MIX_ENV=test mix compile --warnings-as-errors --all-warnings && MIX_ENV=prod mix compile --warnings-as-errors --all-warnings",
  format: () => "mix format --check-formatted",
  test: () => "mix test",
  coverage: ({ coverageMinimum }) =>
    `mix test --cover --export-coverage all; MIX_ENV=test mix test.coverage | ${total(coverageMinimum)}`,
  credo: (rules) => inBuild(rules, "credo", "mix credo --strict"),
  // At the root of an umbrella sobelow scans nothing.
  sobelow: (rules) =>
    inBuild(
      rules,
      "sobelow",
      `mix ${rules.project?.umbrella === true ? "cmd mix " : ""}sobelow --private --skip --exit ${rules.sobelowConfidence}`,
    ),
  "hex-audit": () => "mix hex.audit",
  "deps-audit": (rules) => inBuild(rules, "mix_audit", "mix deps.audit"),
  // Before 1.15 `mix deps.get` knows no `--check-locked`, and writes a lock that is missing.
  "unused-deps": () =>
    "mix deps.unlock --check-unused && mix deps.loadpaths --no-compile && mix deps.get --check-locked",
  dialyzer: (rules) => inBuild(rules, "dialyxir", "mix dialyzer --format short"),
  release: releaseCommand,
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
  return inFolder(rules.folder, reproduce[id](rules));
}

/** A command for a folder of the repository, from its root. */
export function inFolder(folder: string, command: string): string {
  return command === "" || folder === "" ? command : `cd '${folder.replaceAll("'", "'\\''")}' && ${command}`;
}
