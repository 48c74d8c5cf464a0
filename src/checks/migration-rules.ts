/** What is unsafe about an operation while old code serves and rows are there, and its safe form. */
export interface MigrationRule {
  readonly unsafe: string;
  readonly safe: string;
}

const concurrently =
  "build it with `concurrently: true`, `@disable_ddl_transaction true` and `@disable_migration_lock true`, in a " +
  "migration of its own";
const validateLater = "add it with `validate: false` (SQL: NOT VALID), and validate it in the next migration";

/**
 * The catalogue of unsafe operations, known from strong_migrations, excellent_migrations and squawk. Where
 * excellent_migrations knows the same, the id is its own, so that its comments
 * (`safety-assured-for-next-line column_removed`) speak of both.
 */
export const migrationRules = {
  "table-dropped": {
    unsafe: "The code that still serves uses this table, and a rollback does not bring its rows back.",
    safe: "stop using it in this release, drop it in the next",
  },
  "column-removed": {
    unsafe: "The code that still serves reads this column by name, and a rollback does not bring its values back.",
    safe: "take it out of the schema in this release, drop it in the next",
  },
  "table-renamed": {
    unsafe: "The code that still serves knows the old name only.",
    safe: "make the new one, write to both, move the rows, and drop the old one in a later release",
  },
  "column-renamed": {
    unsafe: "The code that still serves knows the old name only.",
    safe:
      "keep the column and name it in the schema with `source:`; or add a new one, write to both, and drop the old " +
      "one later",
  },
  "schema-renamed": {
    unsafe: "The code that still serves knows the old schema's name only.",
    safe: "make a new schema, and move table by table in later releases",
  },
  "enum-value-renamed": {
    unsafe: "The code that still serves writes the old value, which is refused from then on.",
    safe: "add the new value, write it from this release on, rewrite rows, and leave the old one",
  },
  "column-type-changed": {
    unsafe: "Another type rewrites the whole table under a lock that stops reads and writes.",
    safe:
      "add a column of the new type, write to both, fill it in batches; where the type stays, and no earlier " +
      "migration shows it, say so with `from:`",
  },
  "index-not-concurrently": {
    unsafe: "Without `concurrently` it stops all writes to the table until it is done.",
    safe: concurrently,
  },
  "index-concurrently-without-disable-ddl-transaction": {
    unsafe: "PostgreSQL refuses `concurrently` inside a transaction, and Ecto wraps a migration in one.",
    safe: "add `@disable_ddl_transaction true`",
  },
  "index-concurrently-without-disable-migration-lock": {
    unsafe:
      "It waits for the transaction that holds Ecto's migration lock, which waits for the migration: neither " +
      "ever ends.",
    safe: "add `@disable_migration_lock true`, or set `migration_lock: :pg_advisory_lock` in the repo's configuration",
  },
  "column-reference-added": {
    unsafe: "A foreign key that is validated at once locks both tables while every row is looked at.",
    safe: validateLater,
  },
  "check-constraint-added": {
    unsafe: "A check that is validated at once stops reads and writes while every row is looked at.",
    safe: validateLater,
  },
  "validated-in-same-transaction": {
    unsafe: "The lock of adding the constraint is held while every row is looked at.",
    safe: "validate it in a migration of its own",
  },
  "unique-constraint-added": {
    unsafe: "It builds an index under a lock that stops reads and writes.",
    safe: "build a unique index concurrently, then add the constraint with USING INDEX",
  },
  "primary-key-added": {
    unsafe: "It builds an index, and checks for NULL, under a lock that stops reads and writes.",
    safe: "build a unique index concurrently, then add the key with USING INDEX",
  },
  "exclusion-constraint-added": {
    unsafe: "It builds an index under a lock that stops reads and writes, and PostgreSQL knows no other way.",
    safe: "add it while the table is small or new, else in a window without traffic",
  },
  "not-null-added": {
    unsafe: "Every row is looked at under a lock that stops reads and writes, and old code may still write NULL.",
    safe:
      "add a CHECK (… IS NOT NULL) with `validate: false`, validate it in the next migration, and set NOT NULL " +
      "there",
  },
  "null-allowed": {
    unsafe: "The code that still serves does not expect nil from this column.",
    safe: "ship code that takes nil first, then allow it",
  },
  "required-column-added": {
    unsafe: "It fails on a table with rows, and the code that still serves does not fill it.",
    safe: "add it nullable or with a default, fill it, then demand it in a later release",
  },
  "column-volatile-default": {
    unsafe: "A default that differs from row to row rewrites the whole table under a lock that stops reads and writes.",
    safe: "add the column without it, then set the default, then fill old rows in batches",
  },
  "auto-increment-added": {
    unsafe: "Every row gets a number, which rewrites the whole table under a lock that stops reads and writes.",
    safe: "make a new table, or add a plain column, fill it in batches and attach a sequence",
  },
  "generated-column-added": {
    unsafe: "A stored generated column rewrites the whole table under a lock that stops reads and writes.",
    safe: "add a plain column, fill it in batches, and keep it by a trigger",
  },
  "json-column-added": {
    unsafe: "`json` has no equality: SELECT DISTINCT of the table fails from then on.",
    safe: "use `:map` or `:jsonb`",
  },
  "operation-insert": {
    unsafe:
      "An earlier statement of this transaction locks a table in use: all who write to it wait until every row " +
      "of the query is copied.",
    safe: "copy the rows in a migration of its own, in batches, with `@disable_ddl_transaction true`",
  },
  "operation-update": {
    unsafe: "Rows stay locked until the whole migration ends.",
    safe: "fill in rows outside of the migration, in batches",
  },
  "operation-delete": {
    unsafe: "Rows stay locked until the whole migration ends, and a rollback does not bring them back.",
    safe: "delete outside of the migration, in batches",
  },
  "raw-sql-executed": {
    unsafe: "What this SQL does is unknown.",
    safe: "write it as a literal statement that can be read, or look at it and mark the line as assured",
  },
  "table-truncated": {
    unsafe: "Every row goes, under a lock that stops reads and writes.",
    safe: "delete what must go outside of the migration, in batches",
  },
  "table-locked": {
    unsafe: "It stops reads and writes until it is done.",
    safe: "do it outside of the migration; REFRESH takes CONCURRENTLY",
  },
  "table-rewritten": {
    unsafe: "It rewrites the whole table under a lock that stops reads and writes.",
    safe: "make a new table and move the rows",
  },
  "partition-detached": {
    unsafe: "It stops reads and writes of the whole table.",
    safe: "use DETACH PARTITION … CONCURRENTLY, outside of a transaction",
  },
  "database-dropped": { unsafe: "Everything goes.", safe: "never do this in a migration" },
  "column-added-with-default": {
    unsafe: "Before PostgreSQL 11 a default rewrites the whole table.",
    safe: "add the column without it, then set the default",
  },
  "many-columns-index": {
    unsafe: "An index of more than three columns is large and seldom used.",
    safe: "index the columns that select most",
  },
} as const satisfies Record<string, MigrationRule>;

/** Rules that only excellent_migrations looks for. */
export const borrowedRules: readonly string[] = ["column-added-with-default", "many-columns-index"];

type MigrationRuleId = keyof typeof migrationRules;

/** The rule of that id; a tool may know more than we do. */
export function migrationRule(id: string): MigrationRule | undefined {
  return Object.hasOwn(migrationRules, id) ? migrationRules[id as MigrationRuleId] : undefined;
}
