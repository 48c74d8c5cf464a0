import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { counted } from "../domain/values/plural.ts";
import { placed } from "../mix-output/location.ts";
import { defineCheck } from "./define.ts";
import type { MigrationBase } from "./migration-base.ts";
import { judgeProblem, problemSchema } from "./migration-problems.ts";

const rehearsalSchema = z.object({
  repo: z.string(),
  adapter: z.string(),
  /** How many there are; the versions that the base did not have; files that the base had otherwise. */
  migrations: z.int(),
  new: z.array(z.string()),
  changed: z.array(z.string()),
  /** Files named like a migration that Ecto never runs. */
  unusable: z.array(z.string()),
  steps: z.array(z.object({ step: z.string(), before: z.int(), after: z.int(), ms: z.number() })),
  /** What the structure was read with, when all four readings agreed. */
  compared: z.string().nullable(),
  /** Extensions that stayed when the migrations were rolled back. */
  extensions: z.array(z.string()),
  problem: problemSchema.nullable(),
});
type Rehearsal = z.infer<typeof rehearsalSchema>;

/** What the rehearsal left: one entry for each repo that has migrations. */
export const migrationsSchema = z.object({
  status: z.enum(["ran", "no_ecto"]),
  repos: z.array(z.string()),
  /** Migrations that no repo's path leads to. */
  stray: z.array(z.string()),
  rehearsed: z.array(rehearsalSchema),
});
export type MigrationsArtefact = z.infer<typeof migrationsSchema>;

export default defineCheck({
  id: "migrations",
  title: "mix ecto.migrate, mix ecto.rollback",
  level: "must",
  docs: {
    passes: "every migration ran up on a database of its own, and the new ones down and up again with the same schema",
    more: "see below",
  },
  vm: "migrations",
  command: "mix ecto.migrate",
  artefact: migrationsSchema,
  judge: (seen, { context, base, printed }) => judgeMigrations(seen, { base, path: context.path, printed }),
  byHand: ({ judgement }) => rehearsal(judgement),
});

/** What Ecto itself fails at. It ends well where a schema stays changed, or where a file is gone or is never run. */
const ectoFails: readonly Judgement["reason_code"][] = [
  "migration_failed",
  "migration_irreversible",
  "compile_error",
  "database_unreachable",
];

const rehearsedRepos = z.array(z.object({ repo: z.string(), new: z.array(z.string()) }));

/** Up, the new ones down, up again. `mix do` runs a task once only, so the second time up is a command of its own. */
function rehearsal(judgement: Judgement | null): string {
  if (judgement === null || !(judgement.verdict === "pass" || ectoFails.includes(judgement.reason_code))) return "";
  const repos = rehearsedRepos.safeParse(judgement.facts?.["repos"]).data ?? [];
  const down = repos.flatMap(({ repo, new: [oldest] }) =>
    oldest === undefined ? [] : [`ecto.rollback --repo ${repo} --to ${oldest}`],
  );
  const commands = ["do ecto.create, ecto.migrate", ...down, ...(down.length === 0 ? [] : ["ecto.migrate"])];
  return commands.map((one) => `MIX_ENV=test mix ${one}`).join(" && ");
}

/** What a rehearsal is judged with; `printed` is all that the VM printed meanwhile. */
interface Rehearsed {
  readonly base: MigrationBase;
  readonly path: (file: string) => string;
  readonly printed?: string;
}

/**
 * Every migration up, the new ones down and up again, with the same schema each time (Phase 6: mix ecto.migrate, mix
 * ecto.rollback).
 */
export function judgeMigrations(seen: MigrationsArtefact, { base, path, printed = "" }: Rehearsed): Judgement {
  const strays: Finding[] = seen.stray.map((file) => ({
    severity: "notice",
    file: path(file),
    line: 1,
    rule: "stray",
    message: "No path of a repo leads to this migration: it was not rehearsed, and `mix ecto.migrate` does not run it.",
  }));
  if (seen.rehearsed.length === 0) return nothingRehearsed(seen, strays);
  const judged = (one: Rehearsal) => judgedOf(one, printed);
  const standing = seen.rehearsed.filter((one) => one.problem !== null || one.unusable.length > 0);
  const findings = [...seen.rehearsed.flatMap((one) => findingsOf(one, judged(one).says, { base, path })), ...strays];
  const facts = {
    base: base.revision,
    migrations: sum(seen.rehearsed, (one) => one.migrations),
    new: sum(seen.rehearsed, (one) => one.new.length),
    repos: seen.rehearsed.map(({ repo, adapter, migrations, new: versions, steps, compared }) => ({
      repo,
      adapter,
      migrations,
      new: versions,
      steps,
      compared,
    })),
  };
  const worst = standing
    .map((one) => ({ one, judged: judged(one) }))
    .sort((a, b) => rank(a.judged) - rank(b.judged))[0];
  if (worst === undefined) return { verdict: "pass", reason_code: "passed", says: passed(seen, base), facts, findings };
  const others = standing.length > 1 ? ` ${standing.length - 1} more of ${seen.repos.length} repos did not pass.` : "";
  return { ...worst.judged, says: `${worst.one.repo}: ${worst.judged.says}${others}`, facts, findings };
}

function nothingRehearsed(seen: MigrationsArtefact, findings: readonly Finding[]): Judgement {
  if (findings.length > 0) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says:
        `${counted(findings.length, "migration is", "migrations are")} there, and no repo leads to ` +
        `${findings.length === 1 ? "it" : "them"}.`,
      remedy:
        "Name the repo in `ecto_repos` and its folder as `priv:` in its configuration, or set `checks: " +
        "{migrations: off}`.",
      findings,
    };
  }
  const why =
    seen.status === "no_ecto"
      ? "ecto_sql is not among the dependencies"
      : seen.repos.length === 0
        ? "`ecto_repos` names no repo"
        : `${seen.repos.join(", ")} has no migrations`;
  return { verdict: "not-run", reason_code: "not_applicable", says: `There is nothing to migrate: ${why}.` };
}

function passed(seen: MigrationsArtefact, base: MigrationBase): string {
  const all = sum(seen.rehearsed, (one) => one.migrations);
  const added = sum(seen.rehearsed, (one) => one.new.length);
  const of = `${counted(all, "migration")} of ${seen.rehearsed.map((one) => one.repo).join(", ")}`;
  const same = `the schema the same each time${butFor(seen.rehearsed.flatMap(({ extensions }) => extensions))}`;
  if (base.revision === null)
    return `${of}: up, down and up again on a database of their own, ${same}. All count as new: ${base.why}.`;
  if (added === 0)
    return `${of}: up on a database of their own. None is new since ${base.revision}, so nothing had to come down.`;
  return `${of}: up on a database of their own; the ${added} new since ${base.revision} down and up again, ${same}.`;
}

/** An extension that stays does no harm: its migration runs again, since it says `IF NOT EXISTS`. */
function butFor(extensions: readonly string[]): string {
  if (extensions.length === 0) return "";
  const names = [...new Set(extensions)].join(", ");
  return ` but for ${names}: rolling back leaves ${extensions.length === 1 ? "this extension" : "these extensions"}`;
}

function findingsOf(
  one: Rehearsal,
  says: string,
  { base, path }: Pick<Rehearsed, "base" | "path">,
): readonly Finding[] {
  const { problem } = one;
  const found: Finding[] = [];
  // A file that is gone has no place to point at.
  if (problem !== null && problem.kind !== "missing" && problem.file != null)
    found.push({
      severity: "error",
      rule: problem.kind,
      message: says,
      ...placed({ file: problem.file, line: problem.line ?? 1 }, path),
    });
  for (const file of one.unusable)
    found.push({ severity: "error", rule: "unusable", message: extension, file: path(file), line: 1 });
  for (const file of one.changed) {
    const message =
      `This migration is another than at ${base.revision ?? "the base"}: where it was applied, it does not run ` +
      "again.";
    found.push({ severity: "warning", rule: "changed", message, file: path(file), line: 1 });
  }
  return found;
}

const extension = "This looks like a migration and is never run: its name must end in `.exs`.";

function judgedOf({ problem, adapter, unusable }: Rehearsal, printed: string): Judgement {
  if (problem !== null) return judgeProblem({ problem, adapter, printed });
  return {
    verdict: "fail",
    reason_code: "check_failed",
    says: `${unusable.length} of its migrations can never run.`,
    remedy: "Give these files the ending `.exs`.",
  };
}

/** A fault of the migrations is worth more than one of the machine. */
function rank({ verdict }: Judgement): number {
  return ["fail", "error", "inconclusive"].indexOf(verdict);
}

function sum(all: readonly Rehearsal[], of: (one: Rehearsal) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
