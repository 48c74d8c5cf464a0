import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { counted } from "../domain/values/plural.ts";
import { defineCheck } from "./define.ts";
import type { MigrationBase } from "./migration-base.ts";
import { borrowedRules, migrationRule } from "./migration-rules.ts";

const operationSchema = z.object({ rule: z.string(), table: z.string().nullable(), line: z.int(), what: z.string() });

/**
 * What was read of the changed migrations, file by file, and what excellent_migrations says where the project has it.
 */
export const migrationSafetySchema = z.object({
  status: z.enum(["ran", "no_ecto"]),
  files: z.array(
    z.object({
      file: z.string(),
      operations: z.int(),
      /** True when it does nothing at all. */
      empty: z.boolean(),
      findings: z.array(operationSchema),
      /** What does no harm by itself, and should be known. */
      notices: z.array(operationSchema),
      /** Unsafe, and marked as assured in a comment. */
      assured: z.array(operationSchema),
      /** True when it changes a table that was there before it. */
      existing: z.boolean(),
      lock_timeout: z.boolean(),
      /** What of it could not be read, each with its place. */
      unread: z.array(z.object({ line: z.int(), message: z.string() })),
    }),
  ),
  /** Migrations below `lib`, which the application runs itself. */
  in_code: z.array(z.string()),
  excellent: z
    .object({
      findings: z.array(z.object({ rule: z.string(), file: z.string(), line: z.int().nullable() })),
      fault: z.string().nullable(),
    })
    .nullable(),
});
export type MigrationSafetyArtefact = z.infer<typeof migrationSafetySchema>;

export default defineCheck({
  id: "migration-safety",
  title: "Migrations are safe under traffic",
  level: "should",
  docs: {
    passes: "no new or changed migration holds an operation that is unsafe while the old code serves",
    more: "see below",
  },
  vm: "migrations",
  command: "The reading of the migrations",
  artefact: migrationSafetySchema,
  // It needs no database: what it reads is known before the rehearsal begins.
  turn: -1,
  judge: (seen, { context, base }) => judgeMigrationSafety(seen, base, context.path),
  byHand: () => "",
});

/** Migrations of other people's code: what they do is theirs to answer for, and is said. */
const library = "library-migration";

/** Nothing in the changed migrations hurts the code that serves while they run. */
export function judgeMigrationSafety(
  seen: MigrationSafetyArtefact,
  base: MigrationBase,
  path: (file: string) => string,
): Judgement {
  if (seen.files.length === 0) return { ...nothingChanged(base), findings: inCode(seen, path) };
  const unsafe = unsafeIn(seen, path);
  const theirs = excellent(seen, unsafe, path);
  const more = theirs.filter(({ severity }) => severity === "warning");
  const findings = [...unsafe, ...theirs, ...unread(seen, path), ...notices(seen, path), ...inCode(seen, path)];
  const operations = seen.files.reduce((total, one) => total + one.operations, 0);
  const looked = `${counted(seen.files.length, "changed migration")}, ${counted(operations, "operation")}`;
  const facts = {
    base: base.revision,
    migrations: seen.files.length,
    operations,
    unsafe: unsafe.length + more.length,
    assured: seen.files.reduce((total, one) => total + one.assured.length, 0),
    excellent_migrations: seen.excellent !== null,
  };
  const bad = seen.files.flatMap((one) => unreadOf(one).map((place) => ({ file: one.file, ...place })));
  const unreadFiles = new Set(bad.map(({ file }) => file)).size;
  if (facts.unsafe > 0) {
    const rules = [...new Set([...unsafe, ...more].map(({ rule }) => rule))].join(", ");
    return {
      verdict: "fail",
      reason_code: "unsafe_migration",
      says:
        `${looked}: ${facts.unsafe} unsafe while the old code serves ` +
        `(${rules})${unreadFiles === 0 ? "" : `; ${unreadFiles} could not be read`}.`,
      remedy:
        "Take the safe form named at each; one that you know to be safe takes `# " +
        "excellent_migrations:safety-assured-for-next-line RULE` above it.",
      facts,
      findings,
    };
  }
  const [first] = bad;
  if (first !== undefined) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says:
        `${unreadFiles} of ${counted(seen.files.length, "changed migration")} could not be read: ` +
        `${path(first.file)}:${atLeastOne(first.line)}: ${first.message}.`,
      remedy:
        "Write its operations in the migration itself. What you have read and know to be safe takes `# " +
        "excellent_migrations:safety-assured-for-next-line raw_sql_executed` above it.",
      facts,
      findings,
    };
  }
  const assured = facts.assured === 0 ? "" : `; ${facts.assured} marked as assured`;
  const from = base.revision === null ? ` All migrations count as changed: ${base.why}.` : "";
  return { verdict: "pass", reason_code: "passed", says: `${looked}, none unsafe${assured}.${from}`, facts, findings };
}

function nothingChanged(base: MigrationBase): Judgement {
  const since = base.revision === null ? "the project has none" : `none since ${base.revision}`;
  return { verdict: "not-run", reason_code: "not_applicable", says: `No migration is new or changed: ${since}.` };
}

function unsafeIn({ files }: MigrationSafetyArtefact, path: (file: string) => string): readonly Finding[] {
  return files.flatMap((one) =>
    one.findings
      .filter(({ rule }) => rule !== library)
      .map(
        (found): Finding => ({
          severity: "warning",
          rule: found.rule,
          file: path(one.file),
          line: atLeastOne(found.line),
          message: explained(found),
        }),
      ),
  );
}

function explained({ rule, what }: { readonly rule: string; readonly what: string }): string {
  const known = migrationRule(rule);
  return known === undefined
    ? `\`${what}\`: ${rule}.`
    : `\`${what.replaceAll("`", "'")}\`: ${known.unsafe} Safe: ${known.safe}.`;
}

/** Why an operation that looks like an unsafe one is not. */
function mild({ rule, what }: { readonly rule: string; readonly what: string }): string {
  const why = Object.hasOwn(harmlessHere, rule)
    ? harmlessHere[rule]
    : "each of its rows is changed in a transaction of its own";
  return `\`${what.replaceAll("`", "'")}\` is not unsafe by itself: ${why}.`;
}

const harmlessHere: Readonly<Record<string, string>> = {
  "column-reference-added": "the new column has no default, so that no row has to be looked at",
  "null-allowed": "it takes a moment, but code that still serves may not expect nil from this column",
  "operation-insert": "the rows are written down and few",
};

/**
 * What excellent_migrations found and we did not. What only it knows counts as it says. Where it names a rule of ours,
 * we looked at the same operation and know more (a new table, the SQL's words, the direction): that is said once a
 * file, and does not fail.
 */
function excellent(
  seen: MigrationSafetyArtefact,
  ours: readonly Finding[],
  path: (file: string) => string,
): readonly Finding[] {
  const places = new Set(ours.map(({ file, line }) => `${file}:${line}`));
  const more = (seen.excellent?.findings ?? [])
    .map(({ rule, file, line }) => ({ rule, file: path(file), line: atLeastOne(line) }))
    .filter(({ file, line }) => !places.has(`${file}:${line}`));
  const known = (rule: string) => migrationRule(rule) !== undefined && !borrowedRules.includes(rule);
  const counts = more
    .filter(({ rule }) => !known(rule))
    .map((one): Finding => {
      const text = migrationRule(one.rule);
      return {
        severity: "warning",
        ...one,
        message: `excellent_migrations: ${text === undefined ? one.rule : `${text.unsafe} Safe: ${text.safe}`}.`,
      };
    });
  const answered = Map.groupBy(
    more.filter(({ rule }) => known(rule)),
    ({ file }) => file,
  );
  const notices = [...answered].map(([file, all]): Finding => {
    const named = all.map(({ rule, line }) => `${rule} (line ${line})`).join(", ");
    const message = `excellent_migrations names ${named}: read in their context, on the way up, these are not unsafe.`;
    return { severity: "notice", rule: "excellent-migrations", file, line: all[0]?.line ?? 1, message };
  });
  return [...counts, ...notices];
}

/**
 * What of a file could not be read: one that does something, and of which no operation was read, is never covered by
 * those of another file.
 */
function unreadOf({
  unread,
  operations,
  empty,
}: MigrationSafetyArtefact["files"][number]): readonly { line: number; message: string }[] {
  return unread.length > 0 || operations > 0 || empty
    ? unread
    : [{ line: 1, message: "none of its operations was read" }];
}

function unread(seen: MigrationSafetyArtefact, path: (file: string) => string): readonly Finding[] {
  return seen.files.flatMap((one) =>
    unreadOf(one).map(
      ({ line, message }): Finding => ({
        severity: "error",
        rule: "unreadable",
        file: path(one.file),
        line: atLeastOne(line),
        message: `This migration could not be read: ${message}.`,
      }),
    ),
  );
}

/** Migrations that the application runs itself are in no folder of a repo. */
function inCode(seen: MigrationSafetyArtefact, path: (file: string) => string): readonly Finding[] {
  const [first] = seen.in_code;
  if (first === undefined) return [];
  const named = seen.in_code.slice(0, 5).map((file) => `\`${path(file)}\``);
  const more = seen.in_code.length > 5 ? ` and ${seen.in_code.length - 5} more` : "";
  const message =
    `${counted(seen.in_code.length, "migration")} below \`lib\` ${seen.in_code.length === 1 ? "was" : "were"} not ` +
    `read, since the application runs ${seen.in_code.length === 1 ? "it" : "them"} itself: ` +
    `${named.join(", ")}${more}.`;
  return [{ severity: "notice", rule: "migration-in-code", file: path(first), line: 1, message }];
}

/** What does no harm by itself, and should be known. */
function notices(seen: MigrationSafetyArtefact, path: (file: string) => string): readonly Finding[] {
  const { fault } = seen.excellent ?? {};
  const unread: readonly Finding[] =
    fault == null
      ? []
      : [
          {
            severity: "notice",
            rule: "excellent-migrations",
            message: `excellent_migrations did not end: ${fault}`,
          },
        ];
  return [...seen.files.flatMap((one) => noticesOf(one, path)), ...withoutTimeout(seen, path), ...unread];
}

/** Of one migration: what does no harm, what its author vouches for, and what a library does. */
function noticesOf(
  { file, findings, assured, notices: harmless }: MigrationSafetyArtefact["files"][number],
  path: (file: string) => string,
): readonly Finding[] {
  const notice = (line: number, rule: string, message: string): Finding => ({
    ...{ severity: "notice", rule, message },
    ...{ file: path(file), line: atLeastOne(line) },
  });
  const shown = (what: string) => `\`${what.replaceAll("`", "'")}\``;
  return [
    ...harmless.map((one) => notice(one.line, one.rule, mild(one))),
    ...assured.map((one) => notice(one.line, one.rule, `Marked as assured: ${shown(one.what)}.`)),
    ...findings
      .filter(({ rule }) => rule === library)
      .map((one) =>
        notice(one.line, one.rule, `${shown(one.what)} is a library's migration: what it does was not read.`),
      ),
  ];
}

/** One notice for all migrations that wait for a lock without a limit. */
function withoutTimeout({ files }: MigrationSafetyArtefact, path: (file: string) => string): readonly Finding[] {
  const waits = files.filter((one) => one.existing && !one.lock_timeout);
  const [first] = waits;
  if (first === undefined) return [];
  const message =
    `${counted(waits.length, "migration")} on existing tables ${waits.length === 1 ? "sets" : "set"} no ` +
    "lock_timeout: one long query in front of it, and everything behind it waits. Set it in the migration " +
    "or for the migrating role.";
  return [{ severity: "notice", rule: "lock-timeout-missing", file: path(first.file), line: 1, message }];
}

function atLeastOne(line: number | null): number {
  return Math.max(1, line ?? 1);
}
