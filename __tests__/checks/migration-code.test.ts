import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { borrowedRules, migrationRules } from "../../src/checks/migration-rules.ts";
import { migration, openReader, rulesOf } from "./migration-reader.ts";

const root = join(import.meta.dirname, "../..");
const { folder: temporary, look, lookAt, close } = openReader();
afterAll(close);

const samples = join(root, "__tests__/fixtures/migrations");
const nameOf = (file: string) => (/\d+_(\w+)\.exs$/.exec(file)?.[1] ?? "").replaceAll("_", "-");
const folder = (kind: "safe" | "unsafe") =>
  look(readdirSync(join(samples, kind)).map((name) => join(samples, kind, name)));

describe("the catalogue of unsafe operations", () => {
  const safe = new Map(folder("safe").map((seen) => [nameOf(seen.file), seen]));
  const unsafe = new Map(folder("unsafe").map((seen) => [nameOf(seen.file), seen]));

  test("has a safe and an unsafe sample of every rule", () => {
    const rules = [
      ...Object.keys(migrationRules).filter((rule) => !borrowedRules.includes(rule)),
      "library-migration",
    ].sort();
    expect([...safe.keys()].sort()).toEqual(rules);
    expect([...unsafe.keys()].sort()).toEqual(rules);
  });

  test.each([...unsafe])("finds %s in its unsafe sample, and nothing else", (rule, seen) => {
    expect(seen.unread).toEqual([]);
    expect([...new Set([...seen.findings, ...seen.notices].map((one) => one.rule))]).toEqual([rule]);
    expect(seen.findings.every(({ line }) => line >= 5)).toBe(true);
  });

  test.each([...safe])("finds nothing in the safe sample of %s, and has looked at it", (_, seen) => {
    expect(seen).toMatchObject({ findings: [], unread: [] });
    expect(seen.operations).toBeGreaterThan(0);
  });
});

describe("the look at a migration", () => {
  test("follows helpers, pipes, attributes and variables on the way up, and leaves out the rollback", () => {
    const seen = lookAt(`defmodule A do
  use Ecto.Migration
  @table :orders

  def up do
    columns()
    @table |> index([:state]) |> create()
    statement = "DROP TABLE " <> "notes"
    execute(statement)
    if direction() == :up, do: rename(table(@table), :a, to: :b)
    for name <- [:x, :y], do: alter(table(name), do: remove(:z))
  end

  def down do
    drop table(:everything)
    only_down()
  end

  defp columns, do: alter(table(@table), do: modify(:state, :integer))
  defp only_down, do: execute("TRUNCATE orders")
end
`);
    expect(seen.findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["column-type-changed", 19],
      ["index-not-concurrently", 7],
      ["table-dropped", 9],
      ["column-renamed", 10],
      ["column-removed", 11],
      ["column-removed", 11],
    ]);
  });

  test("knows a new table under its schema, however it is named", () => {
    const body = migration(`    create table(:events, prefix: "audit")
    create index(:events, [:at], prefix: "audit")
    create constraint(:events, :positive, check: "n > 0", prefix: :audit)
    execute "CREATE INDEX i ON audit.events (n)"
    create table(:notes)
    execute "ALTER TABLE public.notes DROP COLUMN text"
    create index(:events, [:at])`);
    expect(lookAt(body).findings).toMatchObject([{ rule: "index-not-concurrently", line: 11 }]);
  });

  test("knows the database that the migration is for", () => {
    const body = migration("    create index(:orders, [:state])\n    rename table(:orders), to: table(:purchases)");
    expect(rulesOf(lookAt(body, { postgres: false }))).toEqual(["table-renamed"]);
  });

  test("takes an advisory lock for what makes @disable_migration_lock needless", () => {
    const body = migration(
      "    create index(:orders, [:state], concurrently: true)",
      "  @disable_ddl_transaction true",
    );
    expect(rulesOf(lookAt(body, { advisoryLock: true }))).toEqual([]);
  });

  test("knows that only building an index waits for Ecto's migration lock", () => {
    // Measured with PostgreSQL 15 and ecto_sql 3.14: the first two never end under the lock, the others do.
    const body = migration(
      `    create index(:orders, [:state], concurrently: true)
    execute "REINDEX INDEX CONCURRENTLY i"
    drop index(:orders, [:other], concurrently: true)
    execute "DROP INDEX CONCURRENTLY j"
    execute "ALTER TABLE events DETACH PARTITION may CONCURRENTLY"`,
      "  @disable_ddl_transaction true",
    );
    const rule = "index-concurrently-without-disable-migration-lock";
    expect(lookAt(body).findings.map((one) => [one.rule, one.line])).toEqual([5, 6].map((line) => [rule, line]));
  });

  test("says of whatever PostgreSQL refuses inside a transaction that it must be outside of one", () => {
    const body = migration(`    drop index(:orders, [:other], concurrently: true)
    execute "ALTER TABLE events DETACH PARTITION may CONCURRENTLY"`);
    const rule = "index-concurrently-without-disable-ddl-transaction";
    expect(rulesOf(lookAt(body))).toEqual([rule, rule]);
  });

  test("follows a function that is called with its defaults, and takes one that calls itself for a loop", () => {
    const seen = lookAt(`defmodule Shop.Repo.Migrations.Backfill do
  use Ecto.Migration
  import Ecto.Query
  @disable_ddl_transaction true
  @disable_migration_lock true

  def up do
    in_batches(&page/1, &approve/1)
    indexed(:orders)
  end

  def down, do: :ok

  defp page(last), do: from(o in "orders", where: o.id > ^last, order_by: o.id, limit: 1000, select: o.id)

  defp approve(ids) do
    repo().update_all(from(o in "orders", where: o.id in ^ids), set: [approved: true])
    ids
  end

  defp in_batches(query, change, last \\\\ 0)

  defp in_batches(query, change, last) do
    case repo().all(query.(last)) do
      [] -> :ok
      ids -> in_batches(query, change, ids |> change.() |> List.last())
    end
  end

  defp indexed(table, columns \\\\ [:state]), do: create(index(table, columns))
end
`);
    expect(seen.unread).toEqual([]);
    expect(seen.notices).toMatchObject([{ rule: "operation-update", line: 17 }]);
    expect(seen.findings).toMatchObject([{ rule: "index-not-concurrently", what: "create index on orders" }]);
  });

  test("lets TimescaleDB divide a new table, and not one with rows", () => {
    const divided = (more: string) =>
      rulesOf(
        lookAt(migration(`${more}    execute "SELECT create_hypertable('metrics', 'time', migrate_data => true)"`)),
      );
    expect(divided("    create table(:metrics)\n")).toEqual([]);
    expect(divided("")).toEqual(["table-rewritten"]);
  });

  test("honours comments for the next line and for the file, and reports them", () => {
    const seen = lookAt(
      migration(`    # excellent_migrations:safety-assured-for-next-line index_not_concurrently
    create index(:orders, [:state])
    create index(:orders, [:other])
    # excellent_migrations:safety-assured-for-next-line column_renamed
    # excellent_migrations:safety-assured-for-next-line raw_sql_executed
    execute "ALTER TABLE orders RENAME a TO b"
    drop table(:old) # excellent_migrations:safety-assured-for-this-file table_dropped`),
    );
    expect(seen.findings).toMatchObject([{ rule: "index-not-concurrently", line: 7 }]);
    expect(seen.assured.map(({ rule, line }) => [rule, line])).toEqual([
      ["index-not-concurrently", 6],
      ["column-renamed", 10],
      ["table-dropped", 11],
    ]);
  });

  test("does not honour a comment that names another rule or another line", () => {
    const seen = lookAt(
      migration(`    # excellent_migrations:safety-assured-for-next-line column_removed

    create index(:orders, [:state])`),
    );
    expect(rulesOf(seen)).toEqual(["index-not-concurrently"]);
    expect(seen.assured).toEqual([]);
  });

  test("reads several statements in one text, with quotes, comments, bodies and names as PostgreSQL does", () => {
    const seen = lookAt(
      migration(`    execute """
    SET lock_timeout = '5s'; -- DROP TABLE a;
    /* DROP TABLE b; /* nested */ DROP TABLE c; */
    COMMENT ON TABLE "drop" IS E'it\\\\'s; DROP TABLE d';
    CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN DROP TABLE e; END $body$ LANGUAGE plpgsql;
    drop table if exists "F".g, h;
    """`),
    );
    expect(seen).toMatchObject({ operations: 5, lock_timeout: true, existing: true });
    expect(seen.findings.map(({ rule, line }) => [rule, line])).toEqual([
      ["table-dropped", 5],
      ["table-dropped", 5],
    ]);
  });

  test("counts SQL that it cannot read as unsafe instead of passing over it", () => {
    const seen = lookAt(
      migration(
        `    execute File.read!("x.sql")\n    execute "#{anything()} orders"\n    execute "CALL tidy('unclosed"`,
      ),
    );
    expect(rulesOf(seen)).toEqual(["raw-sql-executed", "raw-sql-executed", "raw-sql-executed"]);
  });

  test.each<[string, string | Buffer, string | RegExp]>([
    ["a syntax error", "defmodule A do\n  def change do\n", /missing terminator/],
    ["bytes of no text", Buffer.from([0, 159, 146, 150, 255]), "it is not UTF-8 text"],
    [
      "another encoding",
      Buffer.from('defmodule A do\n  # caf\u00e9\n  def change, do: execute("")\nend\n', "latin1"),
      "it is not UTF-8 text",
    ],
    ["five megabytes", `# ${"x".repeat(5_000_000)}\n`, /has 50000\d\d bytes/],
    ["an empty file", "", "it has no change/0 and no up/0"],
    ["no way up", "defmodule A do\n  use Ecto.Migration\n  def down, do: :ok\nend\n", "it has no change/0 and no up/0"],
    ["something else", "IO.puts(:hello)\n", "it has no change/0 and no up/0"],
  ])("says why it cannot judge %s", (_, body, message) => {
    const seen = lookAt(body);
    expect(seen.findings).toEqual([]);
    expect(seen.unread).toEqual([{ line: expect.any(Number), message: expect.stringMatching(message) }]);
  });

  test("runs nothing of what it reads", () => {
    const marker = join(temporary, "ran");
    lookAt(`File.write!("${marker}", "")\n${migration(`    File.write!("${marker}", "")\n    execute "SELECT 1"`)}`);
    expect(readdirSync(temporary)).not.toContain("ran");
  });
});
