// What rolling a migration back takes away, read by the machine's own Elixir from its code alone.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const elixir = join(import.meta.dirname, "../../elixir");
const change = (lines: string) => `def change do\n${lines}\nend`;
const down = (lines: string) => `def up, do: :ok\ndef down do\n${lines}\nend`;

/** Functions of a migration, and what is said of them. */
const cases: readonly (readonly [code: string, effects: string])[] = [
  [change("create table(:a) do\n add :x, :text\n timestamps()\nend"), "table a"],
  [change("create_if_not_exists table(:a, prefix: :shop)"), "table shop.a"],
  [
    change("alter table(:a) do\n add :x, :text\n timestamps(updated_at: false)\nend"),
    "column a.x; column a.inserted_at",
  ],
  [change('create index(:a, [:x])\nrename table(:a), :x, to: :y\ncreate constraint(:a, :c, check: "x > 0")'), ""],
  [change("drop table(:a)"), "irreversible"],
  [change("drop constraint(:a, :c)"), "irreversible"],
  [change("drop index(:a, [:x])"), ""],
  [change("alter table(:a) do\n remove :x\nend"), "irreversible"],
  [change('alter table(:a) do\n remove :x, :text, default: ""\nend'), ""],
  [change("alter table(:a) do\n modify :x, :text\nend"), "irreversible"],
  [change("alter table(:a) do\n modify :x, :text, null: false, from: {:text, null: true}\nend"), ""],
  [change("alter table(:a) do\n modify :x, :integer, from: :decimal\nend"), "rows"],
  [change("alter table(:a) do\n modify :x, :text, from: :string\n modify :y, :uuid, from: references(:b)\nend"), ""],
  [change("alter table(:a) do\n for name <- [:x], do: add(name, :text)\nend"), "unread"],
  [change("drop somewhere"), "unread"],
  // mix phx.gen.auth
  [
    change(
      'execute "CREATE EXTENSION IF NOT EXISTS citext", ""\n' +
        "create table(:users) do\n add :email, :citext, null: false\nend\ncreate unique_index(:users, [:email])",
    ),
    "table users",
  ],
  [change('execute("DELETE FROM a", fn -> :ok end)'), ""],
  [`${change("execute(&up/0, &down_once/0)")}\ndefp down_once, do: repo().query!("DELETE FROM a")`, "rows"],
  [change("alter table(:a) do\n add_if_not_exists :x, :text\nend"), "irreversible"],
  [change('execute "CREATE EXTENSION citext"'), "irreversible"],
  [change('execute "CREATE EXTENSION citext", "DROP EXTENSION citext"'), ""],
  [change('execute("CREATE TABLE a ()", "DROP TABLE a")'), "table a"],
  [change("execute(&up/0, &down/0)"), "unread"],
  [change('if direction() == :up do\n repo().query!("x")\nelse\n drop table(:a)\nend'), "irreversible"],
  [
    "@table :a\ndef change, do: for name <- [:x, :y], do: alter(table(@table), do: add(name, :text))",
    "column a.x; column a.y",
  ],
  ["def up, do: create(table(:a))", "irreversible"],
  [down('raise "never"'), "irreversible"],
  [down(":ok"), ""],
  [down("drop table(:a)\ndrop_if_exists index(:b, [:x])\ndrop constraint(:b, :c)"), "table a"],
  [down("table(:a) |> drop()"), "table a"],
  [
    down("alter table(:a) do\n remove :x\n remove_if_exists :y, :text\n modify :z, :decimal\n modify :s, :string\nend"),
    "column a.x; column a.y; unread",
  ],
  [down('execute "ALTER TABLE shop.a DROP COLUMN IF EXISTS x; DROP INDEX i"'), "column shop.a.x"],
  [down('execute "ALTER TABLE a DROP CONSTRAINT c, ADD CONSTRAINT d CHECK (x IN (1, 2))"'), ""],
  [down('execute "ALTER TABLE a DROP x"'), "rows"],
  [down('execute "DROP TABLE a CASCADE"'), "rows"],
  [down('execute "ALTER TABLE a ADD CONSTRAINT c FOREIGN KEY (x) REFERENCES b (id) ON DELETE CASCADE"'), ""],
  [down('execute "DELETE FROM a -- all\\n"'), "rows"],
  [down('execute "/* ; */ SELECT 1"'), ""],
  [down('execute "DO $$ BEGIN DELETE FROM a; END $$"'), "unread"],
  // What looks like a comment, a text or the end of a statement, and is none.
  [down(`execute "COMMENT ON TABLE a IS '--'; DELETE FROM a"`), "rows"],
  [down(`execute "COMMENT ON TABLE a IS '/*'; DELETE FROM a; COMMENT ON TABLE a IS '*/'"`), "rows"],
  [down(`execute "COMMENT ON TABLE a IS 'it''s; DELETE it'"`), ""],
  [down(`execute "ALTER TABLE a ADD CONSTRAINT c CHECK (x ~ '^\\\\d+$')"`), ""],
  [down('execute "CREATE FUNCTION f() RETURNS trigger AS $x$ BEGIN RETURN $y$ ; $y$; END $x$ LANGUAGE plpgsql"'), ""],
  [down('execute "CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql; DROP TABLE a"'), "table a"],
  [down("execute \"COMMENT ON TABLE a IS E'it\\\\'s'; DELETE FROM a\""), "unread"],
  [down(`execute "COMMENT ON TABLE a IS 'never closed; DELETE FROM a"`), "unread"],
  [down('execute "SELECT 1 /*!50000 ; DROP TABLE a */"'), "unread"],
  [down('execute "INSERT INTO a VALUES (1) ON DUPLICATE KEY UPDATE x = 1"'), "unread"],
  [down('execute "ALTER TABLE a MODIFY x INT"'), "rows"],
  [down('execute "ALTER TABLE a CHANGE x y INT, ADD z INT"'), "rows"],
  [down('execute "CREATE OR REPLACE TABLE a (x INT)"'), "rows"],
  [down('execute "ALTER TYPE a DROP ATTRIBUTE x"'), "rows"],
  [down('repo().query!("SET lock_timeout TO 1000")\nrepo().query!("UPDATE a SET x = 1", [], log: false)'), "rows"],
  [`${down("drop table(:a)")}\ndef after_begin, do: repo().query!("SET lock_timeout TO 1000")`, "table a"],
  [`${change("create table(:a)")}\ndef before_commit, do: repo().query!("DELETE FROM b")`, "table a; rows"],
  [down("[drop(table(:a)), {drop(table(:b)), :ok}]"), "table a; table b"],
  [`@table :a\n${down("drop table(@table)")}\n@table :b`, "unread"],
  [down("MyApp.Repo.update_all(Thing, set: [x: nil])"), "unread"],
  [down("gone(:a)\nend\ndefp gone(name) do\n drop table(name)"), "table a"],
  [down("Enum.each([:a, :b], fn one -> drop(table(one)) end)"), "table a; table b"],
  [down("again()\nend\ndefp again do\n again()"), "unread"],
  [down("Oban.Migration.down(version: 1)"), "unread"],
  ["nothing that compiles (", "unread"],
];

const script = `
[folder] = System.argv()
for name <- ~w(down_sql down_code), do: Code.require_file(name <> ".exs", folder)
names = fn all -> all |> Enum.reject(&(&1 in [nil, :default])) |> Enum.join(".") end
shown = fn
  {:table, _, {prefix, name}} -> "table " <> names.([prefix, name])
  {:column, _, {prefix, name}, column} -> "column " <> names.([prefix, name, column])
  {kind, line, says} when is_integer(line) and is_binary(says) -> to_string(kind)
end
for text <- String.split(IO.read(:eof), "\\0"),
    do: IO.puts(text |> PhoenixDeploy.DownCode.read() |> Enum.map_join("; ", shown))
`;

test("each migration is known by what rolling it back drops, changes or cannot reverse", () => {
  const input = cases.map(([code]) => `defmodule M do\n  use Ecto.Migration\n${code}\nend`).join("\0");
  const argv = ["-e", script, "--", elixir];
  const seen = execFileSync("elixir", argv, { input, encoding: "utf8" }).split("\n").slice(0, -1);
  expect(cases.map(([code], index) => [code, seen[index]])).toEqual(cases.map(([code, effects]) => [code, effects]));
}, 60_000);
