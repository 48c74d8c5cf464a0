import { basename } from "node:path";
import { z } from "zod";
import { counted } from "../domain/plural.ts";
import type { Finding, Judgement } from "../domain/result.ts";
import { placed } from "../mix-output/location.ts";
import { tailOf } from "../mix-output/unfinished.ts";
import { defineCheck } from "./define.ts";
import type { MigrationBase } from "./migration-base.ts";

/** What kept one repo's migrations from running, by kind. */
const problemSchema = z.object({
  kind: z.enum([
    "missing",
    "duplicate",
    "out_of_order",
    "not_compiled",
    "failed",
    "irreversible",
    "versions",
    "differs",
    "not_compared",
    "refused",
    "timed_out",
    "unreachable",
  ]),
  message: z.string(),
  step: z.enum(["base", "up", "down", "again"]).nullish(),
  file: z.string().nullish(),
  line: z.int().nullish(),
  /** Lines that were wanted (`-`) and lines that are there (`+`); `lines` is how many there were. */
  difference: z.array(z.string()).default([]),
  lines: z.int().default(0),
});

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

export const check = defineCheck({
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

/** Up, the new ones down and up again. `mix do` runs a task once only, so the second time up is a command of its own. */
function rehearsal(judgement: Judgement | null): string {
  if (judgement === null || !(judgement.verdict === "pass" || ectoFails.includes(judgement.reason_code))) return "";
  const repos = rehearsedRepos.safeParse(judgement.facts?.["repos"]).data ?? [];
  const down = repos.flatMap(({ repo, new: [oldest] }) =>
    oldest === undefined ? [] : [`ecto.rollback --repo ${repo} --to ${oldest}`],
  );
  const commands = ["do ecto.create, ecto.migrate", ...down, ...(down.length === 0 ? [] : ["ecto.migrate"])];
  return commands.map((one) => `MIX_ENV=test mix ${one}`).join(" && ");
}

/** The lines of a workflow that give a job its database, by adapter; PostgreSQL where none is known. */
const services: Readonly<Record<string, string>> = {
  "Ecto.Adapters.MyXQL":
    'services: {mysql: {image: "mysql:8.4", env: {MYSQL_ALLOW_EMPTY_PASSWORD: "1"}, ports: ["3306:3306"], options: "--health-cmd mysqladmin\\ ping --health-interval 2s --health-retries 15"}}',
};
const postgres =
  'services: {postgres: {image: "postgres:17", env: {POSTGRES_PASSWORD: postgres}, ports: ["5432:5432"], options: "--health-cmd pg_isready --health-interval 2s --health-retries 15"}}';

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
  const findings = [...seen.rehearsed.flatMap((one) => findingsOf(one, judged(one).says, base, path)), ...strays];
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
  const others =
    standing.length > 1
      ? ` The same or another fault stands in ${standing.length - 1} more of ${seen.repos.length} repos.`
      : "";
  return { ...worst.judged, says: `${worst.one.repo}: ${worst.judged.says}${others}`, facts, findings };
}

function nothingRehearsed(seen: MigrationsArtefact, findings: readonly Finding[]): Judgement {
  if (findings.length > 0) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `${counted(findings.length, "migration is", "migrations are")} there, and no repo leads to ${findings.length === 1 ? "it" : "them"}.`,
      remedy:
        "Name the repo in `ecto_repos` and its folder as `priv:` in its configuration, or set `checks: {migrations: off}`.",
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
  if (base.revision === null)
    return `${of}: up, down and up again on a database of their own, the schema the same each time. All count as new: ${base.why}.`;
  if (added === 0)
    return `${of}: up on a database of their own. None is new since ${base.revision}, so nothing had to come down.`;
  return `${of}: up on a database of their own; the ${added} new since ${base.revision} down and up again, the schema the same each time.`;
}

function findingsOf(
  one: Rehearsal,
  says: string,
  base: MigrationBase,
  path: (file: string) => string,
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
    const message = `This migration is another than at ${base.revision ?? "the base"}: where it was applied, it does not run again.`;
    found.push({ severity: "warning", rule: "changed", message, file: path(file), line: 1 });
  }
  return found;
}

const extension = "This looks like a migration and is never run: its name must end in `.exs`.";

/** What a step is called in a sentence. */
const steps = { base: "up to the base", up: "up", down: "down", again: "up again" } as const;

function judgedOf({ problem, adapter, unusable }: Rehearsal, printed: string): Judgement {
  if (problem === null)
    return failed(
      "check_failed",
      `${unusable.length} of its migrations can never run.`,
      "Give these files the ending `.exs`.",
    );
  const step = steps[problem.step ?? "up"];
  const words = problem.message.trim();
  const first = words.split("\n")[0]?.trim().replace(/\.$/, "") ?? "";
  const migration = problem.file == null ? "A migration" : basename(problem.file);
  switch (problem.kind) {
    case "missing":
      return failed(
        "migration_missing",
        `The base has applied migrations whose files are gone (** FILE NOT FOUND **): ${words}.`,
        "Bring the files back: from this code nobody can roll back, and Ecto skips what it cannot find.",
      );
    case "duplicate":
      return failed("migration_failed", `Ecto refuses its migrations: ${words}.`, "Give one of them another version.");
    case "out_of_order":
      return failed(
        "migration_out_of_order",
        `A new migration is older than an applied one: ${words}.`,
        "Give it a version above: a rollback to before this change would revert others, and leave this one.",
      );
    case "not_compiled":
      return failed("compile_error", `${migration} does not compile: ${first}.`, "See the last lines.", words);
    case "irreversible":
      return failed(
        "migration_irreversible",
        `${migration} cannot be rolled back: ${first}.`,
        "Write `up/0` and `down/0`, or give `execute/2` its second statement. What cannot be undone belongs in a release of its own.",
        words,
      );
    case "failed":
      if (lostConnection.test(words)) return unreachable(adapter, words, printed);
      return failed(
        "migration_failed",
        `${migration} fails on the way ${step}: ${first}.`,
        "See the last lines.",
        words,
      );
    case "versions":
      return {
        ...failed(
          "migration_failed",
          `On the way ${step} schema_migrations came to hold other versions than were run: ${words}.`,
          "Look for a migration that changes schema_migrations itself.",
        ),
        // Ecto ends well at this.
        reproduce: "",
      };
    case "differs":
      return failed(
        "schema_differs",
        problem.step === "down"
          ? `After the way down the schema is not what it was before: ${counted(problem.lines, "line differs", "lines differ")}.`
          : `Going up a second time leaves another schema than the first: ${counted(problem.lines, "line differs", "lines differ")}.`,
        "Make `down/0` undo all that `up/0` does; below, `-` was wanted and `+` is there.",
        problem.difference.join("\n"),
      );
    case "not_compared":
      return {
        verdict: "inconclusive",
        reason_code: "not_judged",
        says: `Its migrations went up, down and up again, but the schema could not be compared: ${first}.`,
        remedy:
          "Install the tool that reads the schema of this database, or set `checks: {migrations: {level: should}}`.",
        tail: words,
      };
    case "refused":
      return {
        verdict: "error",
        reason_code: "could_not_run",
        says: `No database of its own could be used: ${first}.`,
        remedy:
          "Nothing was changed. Let the user of config/test.exs create databases, and drop the one named here if it is nobody's.",
        tail: words,
      };
    case "timed_out":
      return {
        verdict: "error",
        reason_code: "timed_out",
        says: "Its migrations did not end within the time limit; their database was dropped.",
        remedy:
          "An index built `concurrently` waits for ever for the lock of its own migration: see the check `migration-safety`. Else raise `check-timeout`.",
      };
    case "unreachable":
      return unreachable(adapter, words, printed);
  }
}

const lostConnection = /tcp (connect|recv|send)|connection not available|connection is closed/;

const driverReason = /\((?:DBConnection\.ConnectionError|Postgrex\.Error|MyXQL\.Error)\) (.*)/;

function unreachable(adapter: string, words: string, printed: string): Judgement {
  // The driver keeps its reason to itself, and tells the log.
  const reason = driverReason.exec(printed)?.[1] ?? words.split("\n")[0] ?? "";
  return {
    verdict: "error",
    reason_code: "database_unreachable",
    says: `No database answers, so its migrations could not be rehearsed: ${reason.trim()}.`,
    remedy: `Add to the job \`${services[adapter] ?? postgres}\` with the address and user of config/test.exs, or set \`checks: {migrations: off}\`.`,
    tail: printed === "" ? words : tailOf({ stdout: printed, stderr: "" }),
  };
}

function failed(reason_code: Judgement["reason_code"], says: string, remedy: string, tail = ""): Judgement {
  return { verdict: "fail", reason_code, says, remedy, tail };
}

/** A fault of the migrations is worth more than one of the machine. */
function rank({ verdict }: Judgement): number {
  return ["fail", "error", "inconclusive"].indexOf(verdict);
}

function sum(all: readonly Rehearsal[], of: (one: Rehearsal) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
