// Migrations and backups against a real PostgreSQL, through the real host program.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { Backup, Environment } from "../../src/settings/settings.ts";
import { valuesOf } from "../../src/targets/hosts/report.ts";
import type { Target } from "../../src/targets/target.ts";
import { drawn } from "../support/extent.ts";
import { type Postgres, postgres } from "../support/postgres.ts";
import { commandsFor, type Person, person } from "../support/procedures.ts";
import { someTests } from "../support/some-tests.ts";
import { elixir, withEcto } from "./ecto.ts";
import { type Fields, install, type Sandbox, sandbox, step } from "./sandbox.ts";

const password = encodeURIComponent("s%crét'").replaceAll("'", "%27");

let server: Postgres;
let host: Sandbox;
beforeAll(() => {
  server = postgres();
}, 60_000);
afterAll(() => server.close());
beforeEach(() => {
  server.sql("DROP DATABASE IF EXISTS shop WITH (FORCE); CREATE DATABASE shop;");
  host = sandbox();
  mkdirSync(join(host.path, "shared"), { recursive: true });
  mkdirSync(join(host.folder, "migrations"));
  address({});
  add("20260101", "CREATE TABLE things (id int)");
});
afterEach(() => host.close());

/** Writes the variables of the servers. */
function address({ user = "owner", secret = password, database = "shop" }): void {
  const url = `ecto://${user}:${secret}@localhost/${database}?socket_dir=${encodeURIComponent(server.socket)}`;
  const path = `${elixir.replace(/\/[^/]*$/, "")}:/usr/bin:/bin`;
  const lines = [`DATABASE_URL='${url}'`, `MIGRATIONS=${host.folder}/migrations`, `PATH=${path}`];
  writeFileSync(join(host.path, "shared/env"), `${lines.join("\n")}\n`);
}

/** A migration of the release. */
const add = (version: string, sql: string) => writeFileSync(join(host.folder, "migrations", `${version}.sql`), sql);

const recipe: Backup = {
  ...{ by: "postgres", urlFrom: "DATABASE_URL", folder: "", keep: 2, restore: "scratch", maxAgeMs: 0 },
};

interface Opened {
  readonly perform: (type: "backup" | "migrate") => Promise<Judgement>;
  readonly target: Target;
}

/** The release on its host, with these settings. `prints` comes before what Ecto says. */
async function opened(
  given: Partial<Environment["migrations"]> = {},
  backup: Partial<Backup> = {},
  prints = "",
): Promise<Opened> {
  const release = host.release("1.0.0", { evaluates: `${prints}\n${withEcto()}` });
  const migrations = {
    ...{ migrate: "App.Release.migrate()", versions: null, pending: null },
    ...{ lockTimeoutMs: 5_000, statementTimeoutMs: 600_000, outOfOrder: "refuse" as const, settleMs: 0 },
    ...given,
  };
  const settings = { migrations, backup: { ...recipe, folder: dumps(), ...backup } as Backup };
  const target = host.target({ release, settings });
  await install(target, release);
  return { target, perform: (type) => step(target, { type, release: release.id } as Fields) };
}

/** The first migration as another host applied it: this one has no record of it. */
const applied = () =>
  server.sql(
    `CREATE TABLE things (id int); CREATE TABLE IF NOT EXISTS schema_migrations (version bigint PRIMARY KEY);
     INSERT INTO schema_migrations VALUES (20260101);`,
    "shop",
  );

const dumps = () => join(host.path, "shared/backups");
const files = () => (existsSync(dumps()) ? readdirSync(dumps()) : []);
const databases = () => server.sql("SELECT datname FROM pg_database WHERE datname LIKE 'phoenix%'");
const secrets = /s%crét|s%25cr/;

describe("a migration", () => {
  const sometimes = someTests("migrations on PostgreSQL", 1);

  test("is given its limits, and says what was pending and what came of it", async () => {
    add("20260201", "CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS lock");
    const { perform } = await opened({ lockTimeoutMs: 7_000 });
    expect(await perform("migrate")).toMatchObject({
      verdict: "pass",
      facts: {
        added: ["20260101", "20260201"],
        pending: ["20260101", "20260201"],
        limited: ["App.Repo"],
        schema_changed: true,
      },
    });
    expect(server.sql("SELECT lock FROM seen", "shop")).toBe("7s\n");
    expect(await perform("migrate")).toMatchObject({ facts: { added: [], pending: [], schema_changed: true } });
  });

  sometimes("that waits for a lock of another session ends by `lock-timeout`, and the schema is named", async () => {
    const { perform } = await opened({ lockTimeoutMs: 300 });
    applied();
    add("20260201", "CREATE TABLE more (id int)");
    add("20260301", "ALTER TABLE things ADD COLUMN name text");
    const release = await server.hold("LOCK TABLE things", "shop");
    const judgement = await perform("migrate");
    release();
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "migration_failed" });
    expect(judgement.says).toMatch(/\(Postgrex\.Error\) ERROR: +55P03: canceling statement due to lock timeout/);
    expect(judgement.says).toContain("It waited 0.3 s for a lock that another session holds (`lock-timeout`).");
    expect(judgement.says).toContain("The schema is at 20260201 now, with 20260201 added. The oldest transaction");
    expect(judgement.says).toMatch(/ is that of process \d+ of owner \(psql\), open for \d+ s, idle in transaction\.$/);
  });

  sometimes("whose statement takes too long is ended by `statement-timeout`", async () => {
    add("20260101", "SELECT pg_sleep(30)");
    const { perform } = await opened({ statementTimeoutMs: 400 });
    expect((await perform("migrate")).says).toMatch(
      /A statement took longer than 0.4 s .* The schema is at no version now, with nothing added\./,
    );
  });

  sometimes("that is older than an applied one is refused before anything runs, or allowed", async () => {
    const { perform } = await opened();
    applied();
    add("20250101", "CREATE TABLE late (id int)");
    add("20260201", "CREATE TABLE fresh (id int)");
    const refused = await perform("migrate");
    expect(refused).toMatchObject({ verdict: "fail", reason_code: "migration_out_of_order" });
    expect(refused.says).toContain("older than one that is applied, 20260101: 20250101. Nothing was migrated.");
    expect(server.sql("SELECT count(*) FROM pg_class WHERE relname IN ('late', 'fresh')", "shop")).toBe("0\n");
    const allowed = await (await opened({ outOfOrder: "allow" })).perform("migrate");
    expect(allowed).toMatchObject({ verdict: "pass", facts: { added: ["20250101", "20260201"] } });
    expect(allowed.warnings).toEqual([expect.stringContaining("20250101")]);
  });

  sometimes("that ends with code 0 and leaves one pending has failed", async () => {
    const { perform } = await opened({ migrate: ":ok" });
    expect((await perform("migrate")).says).toContain(
      "exited with code 0, and 20260101 is still not applied. Let migrate in the settings run those of every repo",
    );
  });

  sometimes.add();
});

describe("the backup of PostgreSQL", () => {
  const sometimes = someTests("backups of PostgreSQL", 1);

  beforeEach(() => {
    server.sql(
      `CREATE TABLE "odd 'name" (id int); INSERT INTO "odd 'name" SELECT generate_series(1, 1000);
       CREATE TABLE parts (id int) PARTITION BY RANGE (id);
       CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (100); INSERT INTO parts VALUES (1), (2);`,
      "shop",
    );
  });

  const rows = (database: string) => server.sql('SELECT count(*) FROM "odd \'name"', database);

  /** A backup, the database damaged after it, and a person who has logged in with the procedures. */
  async function damaged(): Promise<Person> {
    const { perform } = await opened();
    await perform("backup");
    server.sql('DELETE FROM "odd \'name"', "shop");
    const blocks = await commandsFor(
      host,
      `slots: {blue: {port: ${host.ports.blue}}}
    strategy: {type: restart}
    migrations: {migrate: App.Release.migrate()}
    backup: {by: postgres}`,
    );
    const reader = person(blocks);
    await reader.does(/^Log in/);
    return reader;
  }

  sometimes(
    "is restored by the commands of the rollback procedures, and the damaged database is kept beside",
    async () => {
      const reader = await damaged();
      const said = await reader.does(/^Restore a backup/);
      expect(said).toContain("-before-1.0.0-");
      expect(said).not.toMatch(secrets);
      expect([rows("shop"), rows("shop_left")]).toEqual(["1000\n", "0\n"]);
      server.sql("DROP DATABASE shop_left");
      await reader.leave();
    },
  );

  sometimes("that is cut short is never swapped in, nor one while somebody is connected", async () => {
    const reader = await damaged();
    const [file = ""] = files();
    const whole = readFileSync(join(dumps(), file));
    truncateSync(join(dumps(), file), whole.length - 300);
    await expect(reader.does(/^Restore a backup: beside/)).rejects.toThrow(/pg_restore: error/);
    await expect(reader.does(/^Restore a backup: swap/)).rejects.toThrow(/"shop_restored" does not exist/);
    expect(rows("shop")).toBe("0\n");
    writeFileSync(join(dumps(), file), whole);
    await reader.does(/^Restore a backup: beside/, /^Restore$/);
    const end = await server.hold("SELECT 1", "shop");
    await expect(reader.does(/^Restore a backup: swap/)).rejects.toThrow(/"shop" is being accessed by other users/);
    end();
    expect([rows("shop"), rows("shop_restored")]).toEqual(["0\n", "1000\n"]);
    server.sql("DROP DATABASE shop_restored");
    await reader.leave();
  });

  test("is dumped, restored beside with the same rows, and kept; nothing else is left or shown", async () => {
    const { perform } = await opened();
    const judgement = await perform("backup");
    expect(judgement).toMatchObject({
      verdict: "pass",
      facts: { made: true, tables: 4, rows: 1_002, restored: true, bytes: expect.any(Number) },
    });
    expect(files()).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z-before-1\.0\.0-\w{8}\.dump$/)]);
    expect(databases()).toBe("");
    expect(JSON.stringify(judgement)).not.toMatch(secrets);
    expect(readFileSync(join(host.path, "state/journal"), "utf8")).not.toMatch(secrets);
    // What is restored by hand is what was there.
    server.sql("DROP DATABASE IF EXISTS again; CREATE DATABASE again;");
    const env = { ...process.env, PGPASSWORD: "s%crét'", PGHOST: server.socket, PGUSER: "owner" };
    execFileSync("pg_restore", ["-d", "again", join(dumps(), files()[0] ?? "")], { env });
    expect(server.sql(`SELECT count(*) FROM "odd 'name"`, "again")).toBe("1000\n");
  });

  test("is restored where pg_restore is newer than the server, and sets what that does not know", async () => {
    await opened({ versions: ":ok" });
    // A row that reads as that setting does stays.
    server.sql("CREATE TABLE words (word text); INSERT INTO words VALUES ('SET transaction_timeout = 0;')", "shop");
    const { report } = await host.run(
      "backup",
      {
        ...{ PD_RELEASE: readdirSync(join(host.path, "releases"))[0] ?? "", PD_BACKUP: "postgres", PD_MAX_AGE: "0" },
        ...{ PD_URL_FROM: "DATABASE_URL", PD_FOLDER: dumps(), PD_KEEP: "2", PD_RESTORE: "scratch" },
        ...{ PD_VERSIONS: 'IO.puts("phoenix-deploy versions: 1")', PD_OUT_OF_ORDER: "refuse" },
      },
      `pg_restore() {
        case "$*" in
        *--dbname=*) echo 'ERROR:  unrecognized configuration parameter "transaction_timeout"' >&2 && return 1 ;;
        *) command pg_restore "$@" | sed '/^SET lock_timeout = 0;$/a SET transaction_timeout = 0;' ;;
        esac
      }`,
    );
    expect(report.failure).toBeNull();
    expect([valuesOf(report, "backup_restored"), valuesOf(report, "backup_rows")]).toEqual([["yes"], ["1003"]]);
  });

  sometimes("is not made where nothing is pending, and a fresh one is read again instead of being made", async () => {
    const { perform } = await opened({}, { maxAgeMs: 3_600_000, restore: "none" });
    expect(await perform("backup")).toMatchObject({ facts: { made: true, restored: false } });
    expect(await perform("backup")).toMatchObject({ facts: { made: false, tables: 4 } });
    truncateSync(join(dumps(), files()[0] ?? ""), 3_000);
    expect(await perform("backup")).toMatchObject({ verdict: "fail", reason_code: "backup_failed" });
    applied();
    expect(await perform("backup")).toMatchObject({ verdict: "pass", facts: { made: false } });
    expect(files()).toHaveLength(1);
  });

  sometimes("counts the rows of the moment of the dump, while the table grows", async () => {
    const { perform } = await opened();
    const end = server.again(`INSERT INTO "odd 'name" VALUES (0)`, "shop");
    const judgement = await perform("backup");
    end();
    expect(judgement).toMatchObject({ verdict: "pass", facts: { restored: true } });
  });

  test.each<[string, () => void, Partial<Backup>, RegExp]>(
    drawn(
      "faults of a database",
      [
        [
          "a password that is wrong",
          () => address({ secret: "other" }),
          {},
          /password authentication failed for user "owner"/,
        ],
        ["a database that is not there", () => address({ database: "other" }), {}, /database "other" does not exist/],
        [
          "a variable that is not set",
          () => undefined,
          { urlFrom: "OTHER_URL" },
          /OTHER_URL in .*: it is empty or not set/,
        ],
        [
          "a database without a table",
          () => server.sql("DROP DATABASE shop WITH (FORCE); CREATE DATABASE shop;"),
          {},
          /The dump has no table/,
        ],
        [
          "a user who may not create databases",
          () => {
            server.sql(
              "DROP ROLE IF EXISTS small; CREATE ROLE small LOGIN PASSWORD 'p'; GRANT pg_read_all_data TO small;",
            );
            address({ user: "small", secret: "p" });
          },
          {},
          /permission denied to create database.*ALTER ROLE … CREATEDB, or set `restore: none`/,
        ],
      ],
      1,
    ),
  )("of %s fails with the database's own words, and leaves no dump", async (_what, bend, given, says) => {
    // Its versions are asked by an expression that needs no database.
    const { perform } = await opened({ versions: ":ok" }, given);
    bend();
    const judgement = await perform("backup");
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "backup_failed" });
    expect(judgement.says).toMatch(says);
    expect(files()).toEqual([]);
    expect(databases()).toBe("");
  });

  test("is refused where migrations are pending in another database too, which it has nothing of", async () => {
    const other = await opened({}, {}, "echo 'phoenix-deploy changes: App.Ledger ledger'");
    const judgement = await other.perform("backup");
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "backup_failed" });
    expect(judgement.says).toContain(
      "Migrations are pending in App.Ledger (ledger), and `by: postgres` backs up shop alone: back up all of them " +
        "with `by: command`.",
    );
    expect(files()).toEqual([]);
  });

  test("needs a second session: without one it is not known whether a pooler is before the database", async () => {
    server.sql(
      "DROP ROLE IF EXISTS single; CREATE ROLE single LOGIN PASSWORD 'p' CONNECTION LIMIT 1;" +
        "GRANT pg_read_all_data TO single;",
    );
    const { perform } = await opened({ versions: ":ok" });
    address({ user: "single", secret: "p" });
    const judgement = await perform("backup");
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "backup_failed" });
    expect(judgement.says).toMatch(/No second session could be opened, which a dump needs: .*too many connections/);
    expect(files()).toEqual([]);
  });

  sometimes("of a server that is down, or onto a disk that is full, fails", async () => {
    const { perform } = await opened({ versions: ":ok" });
    server.stop();
    const down = await perform("backup");
    server.start();
    expect(down.says).toMatch(/The database cannot be reached for the backup: .*No such file or directory|refused/);
    const crowded = await host.run(
      "backup",
      {
        ...{ PD_RELEASE: readdirSync(join(host.path, "releases"))[0] ?? "", PD_BACKUP: "postgres", PD_MAX_AGE: "0" },
        ...{ PD_URL_FROM: "DATABASE_URL", PD_FOLDER: dumps(), PD_KEEP: "2", PD_RESTORE: "none" },
        ...{ PD_VERSIONS: 'IO.puts("phoenix-deploy versions: 1")', PD_OUT_OF_ORDER: "refuse" },
      },
      "df() { printf 'Filesystem 1B-blocks Used Available\\n- 1 1 4096 - -\\n'; }",
    );
    expect(crowded.report.failure).toMatchObject({
      reason_code: "disk_full",
      says: expect.stringMatching(/the database has \d+ bytes, and 4096 are free/),
    });
  });

  sometimes.add();
});

describe("a backup by commands", () => {
  const sometimes = someTests("backups by commands", 1);

  const commands = (make: string | null, verify: string): Partial<Backup> => ({
    ...{ by: "command", maxAgeMs: 0, verify: { run: ["sh", "-c", verify] } },
    make: make === null ? null : { run: ["sh", "-c", make] },
  });

  sometimes("is made and verified with the variables of the servers, and its figures are kept", async () => {
    const make = 'test -n "$DATABASE_URL" && echo x >"made it.dump"; echo bytes: 2';
    const { perform } = await opened({}, commands(make, 'test -s "made it.dump" && echo "tables=3"; echo rows: 12'));
    expect(await perform("backup")).toMatchObject({
      verdict: "pass",
      facts: { made: true, bytes: 2, tables: 3, rows: 12 },
    });
  });

  sometimes("that fails says which command, its code and its last words", async () => {
    const { perform } = await opened({}, commands("exit 0", "echo no backup since Monday >&2; exit 4"));
    expect(await perform("backup")).toMatchObject({
      verdict: "fail",
      reason_code: "backup_failed",
      says: "web1: `verify` of the backup exited with code 4: no backup since Monday.",
    });
  });

  sometimes.add();
});
