import { afterAll, describe, expect, test } from "@jest/globals";
import { migration, openReader, rulesOf, type Seen } from "./migration-reader.ts";

const { lookAt, lastOf, close } = openReader();
afterAll(close);

const up = (lines: string, more = "") =>
  `defmodule Shop.Repo.Migrations.A do\n  use Ecto.Migration\n  def up do\n${lines}\n  end\n  def down, do: ` +
  `:ok\n${more}end\n`;
const named = ({ findings }: Seen) => findings.map(({ rule, what }) => `${rule}: ${what}`);
const unread = (seen: Seen) => seen.unread.map(({ line, message }) => `${line}: ${message}`);

describe("a migration that does what is not written in it", () => {
  test.each<[string, string, string]>([
    [
      "a module of the application",
      "  def up, do: MyApp.Data.DeleteOldPeople.run()",
      "4: what MyApp.Data.DeleteOldPeople.run/0 does is not here to be read",
    ],
    [
      "the application's own module, called like a library's",
      "  def up, do: Shop.Migrations.Tidy.up()",
      "4: what Shop.Migrations.Tidy.up/0 does is not here to be read",
    ],
    [
      "an imported helper",
      '  import MyApp.Helpers\n  def up do\n    rename_everything("users", "people")\n  end',
      "6: what rename_everything/2 does is not here to be read",
    ],
    [
      "a function that is given to another",
      "  def up, do: Enum.each([1, 2], &MyApp.Backfill.run/1)",
      "4: what MyApp.Backfill.run/1 does is not here to be read",
    ],
    [
      "a function that execute calls",
      "  def change, do: execute(&MyApp.Backfill.up/0, &MyApp.Backfill.down/0)",
      "4: what MyApp.Backfill.up/0 does is not here to be read",
    ],
    [
      "a result that is matched",
      "  def up do\n    {:ok, _} = MyApp.Backfill.run()\n  end",
      "5: what MyApp.Backfill.run/0 does is not here to be read",
    ],
    [
      "a function by its name",
      "  def up, do: apply(MyApp.Backfill, :run, [])",
      "4: what apply/3 does is not here to be read",
    ],
    [
      "another program",
      '  def up do\n    {_, 0} = System.cmd("psql", ["-f", "x.sql"])\n  end',
      "5: what System.cmd/2 does is not here to be read",
    ],
    [
      "a task of mix",
      '  def up, do: Mix.Task.run("my_app.fill")',
      "4: what Mix.Task.run/1 does is not here to be read",
    ],
    [
      "a module in a variable",
      "  def up, do: for(module <- modules(), do: module.run())\n  defp modules, do: MyApp.list()",
      "4: what module.run/0 does is not here to be read",
    ],
    [
      "steps that the repo performs",
      "  def up, do: MyApp.steps() |> repo().transaction()",
      "4: what transaction/1 of the repo does is not here to be read",
    ],
    [
      "a function of the repo",
      "  def up, do: repo().rebuild_all()",
      "4: what rebuild_all/0 of the repo does is not here to be read",
    ],
    ["nothing that could be read", '  def up, do: IO.puts("moving")', "4: none of its operations was read"],
  ])("could not be read, with its place: %s", (_, body, place) => {
    expect(unread(lookAt(`defmodule Shop.Repo.Migrations.A do\n  use Ecto.Migration\n\n${body}\nend\n`))).toEqual([
      place,
    ]);
  });

  test("could not be read beside operations of its own either", () => {
    const seen = lookAt(up("    alter table(:orders), do: add(:n, :integer)\n    MyApp.Backfill.run()"));
    expect(seen).toMatchObject({ operations: 1, findings: [] });
    expect(unread(seen)).toEqual(["5: what MyApp.Backfill.run/0 does is not here to be read"]);
  });

  test("is taken as read by whoever vouches for it", () => {
    const assured =
      "    # excellent_migrations:safety-assured-for-next-line raw_sql_executed\n    MyApp.Backfill.run()";
    expect(unread(lookAt(up(`    alter table(:orders), do: add(:n, :integer)\n${assured}`)))).toEqual([]);
  });

  test.each([
    ["does nothing", "  def up, do: :ok\n  def down, do: :ok", true],
    ["has no lines", "  def change do\n  end", true],
    [
      "takes a value of the application's",
      "  def change do\n    create table(:notes, prefix: MyApp.prefix())\n    x = MyApp.names()\n    " +
        "IO.inspect(x)\n  end",
      false,
    ],
    [
      "asks the repo and logs",
      '  require Logger\n  def up do\n    n = repo().aggregate("orders", :count)\n    Logger.info("#{n}")\n  end',
      false,
    ],
  ])("is read where it %s", (_, body, empty) => {
    expect(lookAt(`defmodule A do\n  use Ecto.Migration\n${body}\nend\n`)).toMatchObject({
      unread: [],
      findings: [],
      empty,
    });
  });

  test("may stand in an `if` of its module", () => {
    const body = `defmodule A do
  use Ecto.Migration

  if System.get_env("LEGACY") do
    def change, do: drop(table(:legacy))
  else
    def change do
      create index(:orders, [:n])
    end
  end
end
`;
    expect(named(lookAt(body))).toEqual([
      "table-dropped: drop legacy",
      "index-not-concurrently: create index on orders",
    ]);
  });
});

describe("data that a migration changes", () => {
  test.each([
    [
      "row by row, by the application's schema",
      "    Drive |> Repo.all() |> Enum.each(&fill/1)",
      "  defp fill(d), do: d |> Drive.changeset(%{x: 1}) |> Repo.update!()\n",
      ["operation-update: update! through the repo"],
    ],
    [
      "all at once",
      "    MyApp.Repo.update_all(MyApp.Drive, set: [x: 1])",
      "",
      ["operation-update: update_all through the repo"],
    ],
    [
      "under another name of the repo",
      "    R.delete_all(MyApp.Drive)",
      "  alias MyApp.Repo, as: R\n",
      ["operation-delete: delete_all through the repo"],
    ],
    [
      "in a function for execute",
      '    execute(fn -> repo().query!("UPDATE users SET a = 1") end)',
      "",
      ["operation-update: UPDATE users SET a = 1"],
    ],
    [
      "in captured functions for execute",
      "    execute(&forth/0, &back/0)",
      '  defp forth, do: repo().query!("UPDATE users SET a = 1")\n  defp back, do: repo().query!("DELETE FROM ' +
        'users")\n',
      ["operation-update: UPDATE users SET a = 1"],
    ],
  ])("in its transaction is named: %s", (_, lines, more, expected) => {
    const seen = lookAt(up(lines, more));
    expect(named(seen)).toEqual(expected);
    expect(seen.unread).toEqual([]);
  });

  test("in batches outside of a transaction is a notice", () => {
    const batches = '    for id <- ids(), do: repo().update_all(from(o in "orders", where: o.id == ^id), set: [n: 1])';
    const more = "  @disable_ddl_transaction true\n  defp ids, do: [1, 2]\n";
    expect(lookAt(up(batches, more))).toMatchObject({ findings: [], notices: [{ rule: "operation-update" }] });
    expect(rulesOf(lookAt(up(batches, "  defp ids, do: [1, 2]\n")))).toEqual(["operation-update"]);
    expect(rulesOf(lookAt(up('    execute "UPDATE orders SET n = 1"', "  @disable_ddl_transaction true\n")))).toEqual([
      "operation-update",
    ]);
  });

  const copy = '    execute "INSERT INTO totals (n) SELECT count(*) FROM orders GROUP BY customer_id"';
  test.each([
    ["a trigger", '    execute "CREATE TRIGGER t AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f()"'],
    ["a new column", "    alter table(:orders), do: add(:n, :integer)"],
    ["a reference from a new table", "    create table(:more), do: add(:order_id, references(:orders))"],
    ["a reference in SQL", '    execute "CREATE TABLE more (id int REFERENCES orders (id))"'],
  ])("by copying rows keeps writers out where %s came before it in the transaction", (_, before) => {
    expect(rulesOf(lookAt(up(`${before}\n${copy}`)))).toEqual(["operation-insert"]);
    expect(rulesOf(lookAt(up(`${copy}\n${before}`)))).toEqual([]);
    expect(rulesOf(lookAt(up(`${before}\n${copy}`, "  @disable_ddl_transaction true\n")))).toEqual([]);
  });

  test("by writing down few rows is a notice, and by reading none at all", () => {
    const few = lookAt(
      up('    execute "INSERT INTO kinds (name) VALUES (\'a\')"\n    repo().insert_all("kinds", [%{name: "b"}])'),
    );
    expect(few).toMatchObject({ findings: [], notices: [{ rule: "operation-insert" }, { rule: "operation-insert" }] });
    expect(lookAt(up('    execute "SELECT count(*) FROM orders WHERE id IN (1, 2)"'))).toMatchObject({
      operations: 1,
      findings: [],
      unread: [],
    });
    expect(rulesOf(lookAt(up('    execute "SELECT tidy_up(1)"')))).toEqual(["raw-sql-executed"]);
  });
});

describe("SQL that a migration puts together", () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      "a list that is given to execute",
      '    ["DROP TABLE old", "CREATE INDEX i ON users (name)"] |> Enum.each(&execute/1)',
      "",
      ["table-dropped: DROP TABLE old", "index-not-concurrently: CREATE INDEX i ON users (name)"],
    ],
    [
      "a loop",
      '    for table <- @tables, do: execute("TRUNCATE #{table}")',
      "  @tables ~w(a b)\n",
      ["table-truncated: TRUNCATE a", "table-truncated: TRUNCATE b"],
    ],
    [
      "a loop over pairs",
      '    Enum.each([{:a, "x"}], fn {table, column} -> alter(table(table), do: remove(column)) end)',
      "",
      ["column-removed: remove column"],
    ],
    [
      "a helper with an argument",
      "    index_of(:orders)",
      "  defp index_of(name), do: create(index(name, [:n]))\n",
      ["index-not-concurrently: create index on orders"],
    ],
    [
      "a function that is a text",
      "    execute(statement())",
      '  defp statement, do: """\n  DROP TABLE old\n  """\n',
      ["table-dropped: DROP TABLE old"],
    ],
    [
      "a block",
      '    execute "DO $$ BEGIN IF NOT EXISTS (SELECT 1) THEN ALTER TABLE users DROP COLUMN a; END IF; END $$"',
      "",
      ["column-removed: DO $$ BEGIN IF NOT EXISTS (SELECT 1) THEN ALTER TABLE users DROP COLUMN a; END IF; END $$"],
    ],
    [
      "a block that makes a type once",
      "    execute \"DO $$ BEGIN CREATE TYPE kind AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$\"",
      "",
      [],
    ],
    [
      "a block that builds its statement",
      "    execute \"DO $$ DECLARE t text; BEGIN EXECUTE 'DROP TABLE ' || t; END $$\"",
      "",
      ["raw-sql-executed: DO $$ DECLARE t text; BEGIN EXECUTE 'DROP TABLE ' || t; END $$"],
    ],
  ])("is read: %s", (_, lines, more, expected) => {
    expect(named(lookAt(up(lines, more)))).toEqual(expected);
  });

  test("takes names that are put in for one only where they are the same", () => {
    const made =
      '    execute "CREATE TABLE #{MyApp.a()} (n int)"\n    execute "ALTER TABLE #{MyApp.a()} DROP COLUMN n"';
    expect(rulesOf(lookAt(up(made)))).toEqual([]);
    expect(rulesOf(lookAt(up(made.replace("ALTER TABLE #{MyApp.a()}", "ALTER TABLE #{MyApp.b()}"))))).toEqual([
      "column-removed",
    ]);
  });

  test("is that of the way up", () => {
    const lines =
      "    if direction() == :down, do: drop(table(:a)), else: drop(table(:b))\n    case direction() do\n      " +
      ":up -> drop table(:c)\n      :down -> drop table(:d)\n    end";
    expect(named(lookAt(up(lines)))).toEqual(["table-dropped: drop b", "table-dropped: drop c"]);
  });
});

describe("a column that earlier migrations made", () => {
  const made = migration(
    "    create table(:users) do\n      add :level, :string, null: false\n      add :price, :decimal, precision: " +
      "8, scale: 2\n      add :at, :utc_datetime\n      add :uid, :binary_id\n      add :nick, :string\n      add " +
      ":tags, {:array, :string}\n      add :code, :char, size: 4\n    end",
  );
  const change = (lines: string) => migration(`    alter table(:users) do\n      ${lines}\n    end`);

  test.each([
    ["its default alone", 'modify :level, :string, null: false, default: "claim"'],
    ["its length upwards", "modify :nick, :string, size: 400"],
    ["its length to none", "modify :nick, :text"],
    ["its precision upwards", "modify :price, :decimal, precision: 12, scale: 2"],
    ["its type to another word for it", "modify :uid, :uuid"],
    ["its precision of time upwards", "modify :at, :naive_datetime_usec"],
  ])("may be changed in %s", (_, line) => {
    expect(lastOf(made, change(line))).toMatchObject({ findings: [], unread: [] });
  });

  test.each([
    ["its length downwards", "modify :nick, :string, size: 40", "column-type-changed"],
    ["its scale", "modify :price, :decimal, precision: 8, scale: 4", "column-type-changed"],
    ["its type", "modify :uid, :string", "column-type-changed"],
    ["the type of its array's elements", "modify :tags, {:array, :text}", "column-type-changed"],
    ["its fixed length", "modify :code, :char, size: 8", "column-type-changed"],
    ["to take no NULL", "modify :nick, :string, null: false", "not-null-added"],
  ])("is rewritten or looked at by changing %s", (_, line, rule) => {
    expect(rulesOf(lastOf(made, change(line)))).toEqual([rule]);
  });

  test("is known from the same migration too, and a new one that takes NULL is safe", () => {
    const seen = lookAt(
      migration(`    alter table(:users), do: add(:nick, :string)
    alter table(:users), do: add(:team_id, references(:teams))
    alter table(:users), do: add(:level, :string, null: false, default: "none")
    alter table(:users), do: modify(:level, :string, null: false, default: "claim")`),
    );
    expect(seen).toMatchObject({
      operations: 4,
      findings: [],
      unread: [],
      notices: [{ rule: "column-reference-added" }],
    });
  });

  test("follows its table and its own name, and what SQL made of it", () => {
    const renamed = migration(
      "    rename table(:users), to: table(:people)\n    rename table(:people), :nick, to: :alias",
    );
    expect(rulesOf(lastOf(made, renamed, migration("    alter table(:people), do: modify(:alias, :text)")))).toEqual(
      [],
    );
    const sql = migration(
      '    execute "ALTER TABLE users ALTER COLUMN nick TYPE text, ALTER COLUMN nick SET NOT NULL, ADD COLUMN n ' +
        'integer"',
    );
    expect(rulesOf(lastOf(made, sql, change("modify :nick, :text, null: false")))).toEqual([]);
    expect(rulesOf(lastOf(made, sql, migration('    execute "ALTER TABLE users ALTER COLUMN n TYPE int4"')))).toEqual(
      [],
    );
    expect(rulesOf(lastOf(made, sql, migration('    execute "ALTER TABLE users ALTER COLUMN n TYPE bigint"')))).toEqual(
      ["column-type-changed"],
    );
    expect(rulesOf(lastOf(made, migration("    drop table(:users)"), change("modify :nick, :text")))).toEqual([
      "column-type-changed",
    ]);
  });

  test("is the same time in UTC with its zone and without", () => {
    const zoned = '    execute "ALTER TABLE users ALTER COLUMN at TYPE timestamptz"';
    expect(rulesOf(lastOf(made, migration(zoned)))).toEqual(["column-type-changed"]);
    const utc = "    execute \"SET LOCAL timezone TO 'UTC'\"\n";
    expect(rulesOf(lastOf(made, migration(`${utc}${zoned}`)))).toEqual([]);
    expect(rulesOf(lastOf(made, migration(`${utc}${zoned.replace("timestamptz", "timestamptz(0)")}`)))).toEqual([
      "column-type-changed",
    ]);
  });

  test("is rewritten by a value that is computed, and not by the cast that is made anyway", () => {
    const using = (more: string) =>
      migration(`    execute "ALTER TABLE users ALTER COLUMN nick TYPE text USING ${more}"`);
    expect(rulesOf(lastOf(made, using("nick::text")))).toEqual([]);
    expect(rulesOf(lastOf(made, using("lower(nick)")))).toEqual(["column-type-changed"]);
  });

  test("takes no NULL at once where a check says so that an earlier migration validated", () => {
    const added = (validate: string) =>
      migration(`    create constraint(:users, :nick_set, check: "nick IS NOT NULL"${validate})`);
    const validated = migration('    execute "ALTER TABLE users VALIDATE CONSTRAINT nick_set"');
    const required = change("modify :nick, :string, null: false");
    expect(rulesOf(lastOf(made, added(", validate: false"), validated, required))).toEqual([]);
    expect(rulesOf(lastOf(made, added(", validate: false"), required))).toEqual(["not-null-added"]);
    const other = migration('    create constraint(:users, :at_set, check: "at IS NOT NULL")');
    expect(rulesOf(lastOf(made, other, required))).toEqual(["not-null-added"]);
  });

  test("refers to another table without a look at the rows where it is new and has no default", () => {
    const seen = lastOf(made, change("add :team_id, references(:teams)"));
    expect(seen).toMatchObject({ findings: [], notices: [{ rule: "column-reference-added", what: "add :team_id" }] });
    expect(rulesOf(lastOf(made, change("add :team_id, references(:teams), default: 1")))).toEqual([
      "column-reference-added",
    ]);
    expect(rulesOf(lastOf(made, change("modify :uid, references(:teams, type: :uuid)")))).toEqual([
      "column-reference-added",
    ]);
    expect(
      rulesOf(lastOf(made, migration('    execute "ALTER TABLE users ADD COLUMN team_id bigint REFERENCES teams"'))),
    ).toEqual([]);
  });
});

describe("an index", () => {
  test("is dropped in a moment, unlike it is built", () => {
    const drops = migration(
      '    drop index(:users, [:a])\n    drop_if_exists unique_index(:users, [:b])\n    execute "DROP INDEX IF ' +
        'EXISTS c"',
    );
    expect(lookAt(drops)).toMatchObject({ operations: 3, findings: [], unread: [] });
    expect(rulesOf(lookAt(migration("    drop index(:users, [:a], concurrently: true)")))).toContain(
      "index-concurrently-without-disable-ddl-transaction",
    );
  });

  test("of a materialized view stops no reader", () => {
    const view = migration('    execute "CREATE MATERIALIZED VIEW totals AS SELECT 1", ""');
    expect(rulesOf(lastOf(view, migration("    create unique_index(:totals, [:id])")))).toEqual([]);
  });
});
