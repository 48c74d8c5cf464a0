import { assets } from "../../assets.ts";
import type { HostStep } from "../../domain/fleet/plan.ts";
import { repositoryOf, type SchemaVersion, versionNumber } from "../../domain/fleet/schema.ts";
import type { Migrations } from "../../settings/settings.ts";
import { someRepository } from "./applications.ts";
import { halvesExpression, limitsExpression, schemaExpression } from "./schema-versions.ts";

/** How long a question for rows may take, milliseconds. */
const withinMs = 15_000;

const readers = ["down_sql", "down_code", "down_look"].map((name) => assets[`elixir/${name}.exs`] ?? "");

/**
 * The look at a rollback of the schema, by the release that is left. `before` are the versions that stay. Where the
 * settings read the versions by an expression of their own, only that is asked.
 */
export function lookExpression(app: string, migrations: Migrations, before: readonly SchemaVersion[]): string {
  // With the number of lines before it: one that an application's log was written in front of is missing, not absent.
  const looked = (lines: string) => `IO.puts("phoenix-deploy down: looked\\t#{${lines}}")`;
  if (migrations.versions !== null) {
    const applied = 'IO.puts("phoenix-deploy down: applied\\t-\\t" <> Enum.join(pd_versions, "\\t"))';
    return [schemaExpression(app, migrations), applied, looked("1")].join("\n");
  }
  return [
    limitsExpression(app, migrations),
    someRepository,
    ...readers,
    `pd_lines = PhoenixDeploy.DownLook.lines(pd_repos, ~w(${before.join(" ")}), ${withinMs})`,
    'for pd_line <- pd_lines, do: IO.puts("phoenix-deploy down: " <> pd_line)',
    looked("length(pd_lines)"),
  ].join("\n");
}

/**
 * Rolls back each repository that has versions to go, the last one first: to exclusive of the newest that stays, never
 * by a number of steps.
 */
export function downExpression(
  app: string,
  migrations: Migrations,
  { going, staying }: Extract<HostStep, { type: "revert" }>,
): string {
  const newest = (repository: string) =>
    staying
      .filter((version) => repositoryOf(version) === repository)
      .map(versionNumber)
      .reduce((one, other) => (other > one ? other : one), 0n);
  const targets = [...new Set(going.map(repositoryOf))].map((name) => `"${name}" => ${newest(name)}`);
  const work =
    migrations.down ??
    "{:ok, _, _} = Ecto.Migrator.with_repo(repo, &Ecto.Migrator.run(&1, :down, to_exclusive: to_exclusive))";
  return `${limitsExpression(app, migrations)}
${halvesExpression}
pd_to = %{${targets.join(", ")}}
pd_going = if Map.has_key?(pd_to, "-"), do: [nil], else: Enum.reverse(pd_repos)
for repo <- pd_going, to_exclusive = pd_to[if(repo, do: inspect(repo), else: "-")] do
  _ = {repo, to_exclusive}
  ${work}
end`;
}
