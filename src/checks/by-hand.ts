import { z } from "zod";
import type { CheckId, Confidence } from "../domain/check.ts";
import type { Project } from "../domain/project.ts";
import type { Judgement } from "../domain/result.ts";

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

/** The advisories that the project lets Hex ignore: mix_audit does not read that setting. */
function ignoring(judgement: Judgement | null): string {
  const ignored = judgement?.facts?.["ignored"];
  return Array.isArray(ignored) && ignored.length > 0 ? ` --ignore-advisory-ids ${ignored.join(",")}` : "";
}

/** What Ecto itself fails at. It ends well where a schema stays changed, or where a file is gone or is never run. */
const ectoFails: readonly Judgement["reason_code"][] = [
  "migration_failed",
  "migration_irreversible",
  "compile_error",
  "database_unreachable",
];

const rehearsed = z.array(z.object({ repo: z.string(), new: z.array(z.string()) }));

/** Up, the new ones down and up again. `mix do` runs a task once only, so the second way up is a command of its own. */
function rehearsal(judgement: Judgement | null): string {
  if (judgement === null || !(judgement.verdict === "pass" || ectoFails.includes(judgement.reason_code))) return "";
  const repos = rehearsed.safeParse(judgement.facts?.["repos"]).data ?? [];
  const down = repos.flatMap(({ repo, new: [oldest] }) =>
    oldest === undefined ? [] : [`ecto.rollback --repo ${repo} --to ${oldest}`],
  );
  const commands = ["do ecto.create, ecto.migrate", ...down, ...(down.length === 0 ? [] : ["ecto.migrate"])];
  return commands.map((one) => `MIX_ENV=test mix ${one}`).join(" && ");
}

const nothing = () => "";

const reproduce: Readonly<Record<CheckId, (rules: Rules, judgement: Judgement | null) => string>> = {
  compile: () =>
    "MIX_ENV=test mix compile --warnings-as-errors --all-warnings && MIX_ENV=prod mix compile --warnings-as-errors --all-warnings",
  format: () => "mix format --check-formatted",
  test: () => "mix test",
  // In an umbrella Mix counts another total: lines of one app that the tests of another one cover.
  coverage: ({ coverageMinimum, project }) =>
    project?.umbrella === true
      ? ""
      : `mix test --cover --export-coverage all; MIX_ENV=test mix test.coverage | ${total(coverageMinimum)}`,
  credo: (rules) => inBuild(rules, "credo", "mix credo --strict"),
  // At the root of an umbrella sobelow scans nothing.
  sobelow: (rules) =>
    inBuild(
      rules,
      "sobelow",
      `mix ${rules.project?.umbrella === true ? "cmd mix " : ""}sobelow --private --skip --exit ${rules.sobelowConfidence}`,
    ),
  "hex-audit": () => "mix hex.audit",
  "deps-audit": (rules, judgement) => inBuild(rules, "mix_audit", `mix deps.audit${ignoring(judgement)}`),
  // Before 1.15 `mix deps.get` knows no `--check-locked`, and writes a lock that is missing.
  "unused-deps": () =>
    "mix deps.unlock --check-unused && mix deps.loadpaths --no-compile && mix deps.get --check-locked",
  dialyzer: (rules) => inBuild(rules, "dialyxir", "mix dialyzer --format short"),
  release: releaseCommand,
  migrations: (_, judgement) => rehearsal(judgement),
  // What these judge, no short command judges alike; their sentences name the file and the value.
  "migration-safety": nothing,
  version: nothing,
  changelog: nothing,
  "rollback-plan": nothing,
  backup: nothing,
};

/**
 * The command that shows a person the same by hand, from the repository's root; empty where there is none. Where a
 * check does not apply there is nothing to show.
 */
export function reproduceOf(id: CheckId, rules: Rules, judgement: Judgement | null = null): string {
  return judgement?.reason_code === "not_applicable" ? "" : inFolder(rules.folder, reproduce[id](rules, judgement));
}

/** A command for a folder of the repository, from its root. */
export function inFolder(folder: string, command: string): string {
  return command === "" || folder === "" ? command : `cd '${folder.replaceAll("'", "'\\''")}' && ${command}`;
}
