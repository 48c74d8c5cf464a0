// The schema rolled back on a real PostgreSQL, through the real host program: from the release that is left, and down
// to exactly what was there before it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { SchemaReturn } from "../../src/domain/fleet/schema.ts";
import type { Environment } from "../../src/settings/settings.ts";
import type { Target } from "../../src/targets/target.ts";
import { type Postgres, postgres } from "../support/postgres.ts";
import { commandsFor, person, restoreOf } from "../support/procedures.ts";
import { someTests } from "../support/some-tests.ts";
import { elixir, withEcto } from "./ecto.ts";
import type { FakeRelease } from "./fake-release.ts";
import { fleetOf, install, passed, type Sandbox, sandbox, step } from "./sandbox.ts";

const before = "1.0.0-00000001";
const [orders, items, notes] = [20260101, 20260201, 20260301];

/** The old release made `orders`; the new one brings a table and a column. */
const migrations: Readonly<Record<string, string>> = {
  [`${orders}_orders.exs`]: "def change do\n create table(:orders) do\n add :id, :integer\n end\n end",
  [`${items}_items.exs`]: "def change do\n create table(:items) do\n add :id, :integer\n end\n end",
  [`${notes}_notes.exs`]: "def change do\n alter table(:orders) do\n add :note, :text\n end\n end",
};

/** Where this file is, what the application logs stands in front of a line of the look. */
const garbled = () => join(host.path, "garbled");

let server: Postgres;
let host: Sandbox;
let release: FakeRelease;
let target: Target;
beforeAll(async () => {
  server = postgres();
  host = sandbox();
  mkdirSync(join(host.path, "shared"), { recursive: true });
  const secret = encodeURIComponent("s%crét'").replaceAll("'", "%27");
  const url = `ecto://owner:${secret}@localhost/shop?socket_dir=${encodeURIComponent(server.socket)}`;
  const path = `${elixir.replace(/\/[^/]*$/, "")}:/usr/bin:/bin`;
  writeFileSync(join(host.path, "shared/env"), `DATABASE_URL='${url}'\nPATH=${path}\n`);
  server.sql("CREATE DATABASE shop");
  server.sql(
    `CREATE TABLE schema_migrations (version bigint PRIMARY KEY); INSERT INTO schema_migrations VALUES (${orders});
     CREATE TABLE orders (id int); INSERT INTO orders VALUES (7)`,
    "shop",
  );
  release = host.release("2.0.0", {
    evaluates: `if [ -e ${garbled()} ]; then (${withEcto()}) | sed 's/^phoenix-deploy down: effect/Booted &/'
    else ${withEcto()}; fi`,
    change: (folder) => {
      mkdirSync(join(folder, "migrations"));
      for (const [name, text] of Object.entries(migrations))
        writeFileSync(join(folder, "migrations", name), code(text));
    },
  });
  target = host.target({ release, settings });
  await install(target, release);
  await passed(target, { type: "migrate", release: release.id });
  server.sql("CREATE DATABASE migrated TEMPLATE shop");
  mkdirSync(join(host.path, "releases", before));
  writeFileSync(join(host.path, "state/active"), `${release.id} green ${before}\n`);
}, 60_000);
afterAll(() => {
  host.close();
  server.close();
});
beforeEach(() => {
  server.sql("DROP DATABASE shop WITH (FORCE); CREATE DATABASE shop TEMPLATE migrated;");
});

const settings: Partial<Environment> = {
  migrations: {
    ...{ migrate: "App.Release.migrate()", versions: null, pending: null },
    ...{ lockTimeoutMs: 300, statementTimeoutMs: 600_000, outOfOrder: "refuse" as const, settleMs: 0 },
  },
  backup: { by: "postgres", urlFrom: "DATABASE_URL", folder: "", keep: 2, restore: "none", maxAgeMs: 0 },
};
const code = (text: string) => `defmodule M${text.length} do\n use Ecto.Migration\n ${text}\nend\n`;
const versions = () => server.sql("SELECT version FROM schema_migrations ORDER BY 1", "shop").trim().split("\n");
const tables = () =>
  server.sql("SELECT relname FROM pg_class WHERE relname IN ('orders', 'items') ORDER BY 1", "shop").trim().split("\n");
const plan = {
  type: "revert",
  going: [`App.Repo/${notes}`, `App.Repo/${items}`],
  staying: [`App.Repo/${orders}`],
} as const;
const revert = (more: object = {}) => step(target, { ...plan, release: release.id, ...more });

async function look(allowDataLoss = false): Promise<SchemaReturn | Judgement> {
  const seen = await target.schemaReturn?.(await fleetOf(target), { owner: "", to: "previous", allowDataLoss });
  if (seen === undefined) throw new Error("the target cannot look");
  return seen;
}

describe("the schema", () => {
  const sometimes = someTests("rollbacks of a schema", 2);

  test("goes by all migrations of the release, and the last one before stays with its rows", async () => {
    const found = await look();
    const { going, staying } = plan;
    expect(found).toEqual({ host: "web1", from: release.id, to: before, going, staying, losses: [] });
    expect(await revert()).toMatchObject({
      verdict: "pass",
      says: `Rolled the schema back by ${items}, ${notes}.`,
      facts: { removed: [`App.Repo/${items}`, `App.Repo/${notes}`] },
    });
    expect(versions()).toEqual([String(orders)]);
    expect(server.sql("SELECT * FROM orders", "shop")).toBe("7\n");
    expect(tables()).toEqual(["orders"]);
    // A step that is performed again finds it done.
    const settled = join(host.path, "state/settled");
    writeFileSync(settled, "");
    expect(await revert()).toMatchObject({ verdict: "pass", says: "The schema had been rolled back already." });
    expect(readFileSync(settled, "utf8")).toBe(`${orders}\n`);
    expect(readFileSync(join(host.path, "state/journal"), "utf8")).toContain(
      `rolled the schema back from ${release.id}`,
    );
  });

  sometimes(
    "that would lose rows, or has versions that the release does not know, is looked at and left as it is",
    async () => {
      server.sql("INSERT INTO items VALUES (1)", "shop");
      expect(await look(true)).toMatchObject({ losses: [`${items}, line 4: drops table items, which has rows`] });
      server.sql("INSERT INTO schema_migrations VALUES (20270101)", "shop");
      expect(await look(true)).toMatchObject({
        ...{ verdict: "fail", reason_code: "migration_missing" },
        findings: [{ message: `Migration ${items} loses data: line 4: drops table items, which has rows` }],
      });
      expect(tables()).toEqual(["items", "orders"]);
    },
  );

  test("is not rolled back where the log of the application hides a line of the look", async () => {
    server.sql("INSERT INTO items VALUES (1)", "shop");
    writeFileSync(garbled(), "");
    expect(await look(true)).toMatchObject({ verdict: "fail", reason_code: "schema_unknown" });
    rmSync(garbled());
  });

  sometimes(
    "is looked at where `migration_default_prefix` has its tables, and not where one is called alike",
    async () => {
      const variables = join(host.path, "shared/env");
      const given = readFileSync(variables, "utf8");
      server.sql(
        `CREATE SCHEMA own; CREATE TABLE own.orders (note text); CREATE TABLE own.items (id int);
       INSERT INTO own.items VALUES (1); GRANT USAGE ON SCHEMA own TO PUBLIC;
       GRANT SELECT ON ALL TABLES IN SCHEMA own TO PUBLIC`,
        "shop",
      );
      writeFileSync(variables, `${given}MIGRATION_PREFIX=own\n`);
      try {
        const lost = `${items}, line 4: drops table own.items, which has rows`;
        expect(await look(true)).toMatchObject({ losses: [lost] });
      } finally {
        writeFileSync(variables, given);
      }
    },
  );

  sometimes("that changed since it was looked at is not touched", async () => {
    server.sql("INSERT INTO schema_migrations VALUES (20270101)", "shop");
    expect(await revert()).toMatchObject({
      verdict: "fail",
      reason_code: "migration_out_of_order",
      says: expect.stringContaining("it has App.Repo/20270101 besides, and lacks nothing. Nothing was rolled back."),
    });
  });

  sometimes("whose rollback fails midway is named as it is then, within the limits of its sessions", async () => {
    const end = await server.hold("LOCK TABLE items", "shop");
    const judgement = await revert();
    end();
    expect(judgement).toMatchObject({ verdict: "fail", reason_code: "revert_failed" });
    expect(judgement.says).toMatch(/ended with code 1: .*canceling statement due to lock timeout/);
    expect(judgement.says).toContain("It waited 0.3 s for a lock that another session holds (`lock-timeout`).");
    expect(judgement.says).toContain(`The schema is at ${items} now, with App.Repo/${notes} rolled back.`);
    expect(versions()).toEqual([String(orders), String(items)]);
  });

  sometimes("is not rolled back while the new code runs, which needs it", async () => {
    const busy = `slot_pid() { pid=77; }\nrelease_of() { runs='${release.id}'; }`;
    const { report } = await host.run("revert", { PD_RELEASE: release.id }, busy);
    expect(report.failure).toMatchObject({
      reason_code: "revert_failed",
      says: `${release.id} still runs in slot blue and needs the schema: nothing was rolled back.`,
    });
  });

  sometimes("is rolled back by hand too, by the commands of rollback-procedures.md", async () => {
    const active = join(host.path, "state/active");
    const text = readFileSync(active, "utf8");
    writeFileSync(active, `${before} blue ${release.id}\n`);
    // The servers' address leads to a pooler that is not to be used.
    const variables = join(host.path, "shared/env");
    const given = readFileSync(variables, "utf8");
    writeFileSync(variables, `DATABASE_URL=none\n${given.replace("DATABASE_URL", "DIRECT_URL")}`);
    const blocks = await commandsFor(
      host,
      `slots: {main: {port: ${host.ports.blue}}}
    strategy: {type: restart}
    migrations: {migrate: App.Release.migrate(), url-from: DIRECT_URL}`,
    );
    const reader = person(blocks);
    await reader.does(/^Log in/);
    const record = await reader.does(/^Roll the schema back/, /^What it was/);
    expect(record).toBe(`before App.Repo/${orders}\nafter App.Repo/${orders} App.Repo/${items} App.Repo/${notes}\n`);
    expect(await reader.does(/^Roll the schema back/, /^How a release|^Roll back/)).toContain(`App.Repo: [${orders}]`);
    await reader.leave();
    writeFileSync(active, text);
    writeFileSync(variables, given);
    expect([versions(), tables()]).toEqual([[String(orders)], ["orders"]]);
    expect(server.sql("SELECT * FROM orders", "shop")).toBe("7\n");
  });

  sometimes(
    "that is not to be rolled back comes back by the commands of a restore, which work as they are printed",
    async () => {
      const dump = join(host.path, "shared/before's.dump");
      const env = { ...process.env, PGPASSWORD: "s%crét'", PGHOST: server.socket, PGUSER: "owner" };
      server.sql("CREATE DATABASE old");
      server.sql("CREATE TABLE orders (id int); INSERT INTO orders VALUES (1), (2)", "old");
      execFileSync("pg_dump", ["--format=custom", `--file=${dump}`, "old"], { env });
      writeFileSync(join(host.path, "state/backup"), `1764300000 ${dump}\n`);
      const record = join(host.path, `state/kept/${release.id}.schema`);
      const text = readFileSync(record, "utf8");
      rmSync(record);
      const refused = await look();
      writeFileSync(record, text);
      expect(refused).toMatchObject({ verdict: "fail", reason_code: "schema_unknown" });
      if (!("verdict" in refused)) throw new Error("It was not refused");
      const reader = person(restoreOf(refused));
      await reader.does(/^Log in/);
      expect(await reader.does(/beside the database/)).toContain(`${dump} is restored as shop_restored.`);
      const rows = (database: string) => server.sql("SELECT count(*) FROM orders", database);
      // The application still serves.
      expect([rows("shop"), rows("shop_restored")]).toEqual(["1\n", "2\n"]);
      await reader.does(/stop every slot/);
      await reader.does(/swap the names/);
      expect([rows("shop"), rows("shop_left")]).toEqual(["2\n", "1\n"]);
      expect(reader.unused()).toEqual([]);
      server.sql("DROP DATABASE shop_left");
      await reader.leave();
    },
  );

  sometimes.add();
});
