// The structure of MySQL as its own tool writes it: what mysqldump of MariaDB 10.11 wrote, shortened. Which items of
// PostgreSQL's are extensions.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "schema-"));
afterAll(() => rmSync(folder, { recursive: true }));

const dump = (columns: readonly string[], rows: number, date: string) => `/*M!999999\\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)

/*!40101 SET NAMES utf8mb4 */;

--
-- Table structure for table \`posts\`
--

DROP TABLE IF EXISTS \`posts\`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE \`posts\` (
${columns.join(",\n")},
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB AUTO_INCREMENT=${rows} DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

-- Dump completed on ${date}
INSERT INTO \`schema_migrations\` (version) VALUES (${rows});
`;
const id = "  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT";
const views = "  `views` int(11) NOT NULL DEFAULT 0";
const slug = "  `slug` varchar(255) DEFAULT NULL";

/** What differs between the structures that these dumps show. */
function difference(before: string, after: string): readonly string[] {
  writeFileSync(join(folder, "before.sql"), before);
  writeFileSync(join(folder, "after.sql"), after);
  const script = `
defmodule PhoenixDeploy.OwnDatabase, do: def postgres?(_), do: false
Code.require_file("${root}/elixir/schema.exs")
defmodule Adapter, do: def structure_dump(_, config), do: {:ok, config[:file]}
defmodule Repo, do: def __adapter__, do: Adapter
[before, later] = for name <- ~w(before after) do
  {_, read} = PhoenixDeploy.Schema.reader(Repo, file: "${folder}/#{name}.sql")
  {:ok, items} = read.()
  items
end
if before != later, do: IO.puts("differs")
for line <- PhoenixDeploy.Schema.difference(before, later), do: IO.puts(line)`;
  const env = { ...process.env, PD_OUT: folder };
  const printed = execFileSync("elixir", ["-e", script], {
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return printed.split("\n").filter((line) => line !== "");
}

test("a column that is added again comes last, and the schema is the same", () => {
  expect(difference(dump([id, views, slug], 3, "2026-11-29"), dump([id, slug, views], 7, "2026-11-30"))).toEqual([]);
}, 60_000);

test("of a table that differs, the lines are named that do", () => {
  const changed = "  `views` bigint(20) DEFAULT NULL";
  expect(difference(dump([id, views, slug], 3, ""), dump([id, slug, changed], 3, ""))).toEqual([
    "differs",
    "- CREATE TABLE `posts`: `views` int(11) NOT NULL DEFAULT 0",
    "+ CREATE TABLE `posts`: `views` bigint(20) DEFAULT NULL",
  ]);
}, 60_000);

test("an extension that is there later alone is told from what else is, by pg_dump and by the catalogue", () => {
  const script = `
defmodule PhoenixDeploy.OwnDatabase, do: nil
Code.require_file("${root}/elixir/schema.exs")
before = ["CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;", "CREATE TABLE a"]
later = before ++ [
  "COMMENT ON EXTENSION citext IS 'data type';", "CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;",
  ~s(extension "uuid-ossp" 1.1 in public), "CREATE TABLE b"
]
IO.inspect(PhoenixDeploy.Schema.left_extensions(before, later), width: 200)
IO.inspect(PhoenixDeploy.Schema.left_extensions(before, ["CREATE TABLE a"]), width: 200)`;
  const printed = execFileSync("elixir", ["-e", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  expect(printed.trim().split("\n")).toEqual([
    '{["citext", "\\"uuid-ossp\\""], ["CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;", ' +
      '"CREATE TABLE a", "CREATE TABLE b"]}',
    '{[], ["CREATE TABLE a"]}',
  ]);
}, 60_000);
