// Migrations and backups where the servers reach their database through a real PgBouncer.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
import type { Backup } from "../../src/settings/settings.ts";
import { type Pooler, pooler } from "../support/pgbouncer.ts";
import { type Postgres, postgres } from "../support/postgres.ts";
import { someTests } from "../support/some-tests.ts";
import { elixir, withEcto } from "./ecto.ts";
import { type Fields, install, type Sandbox, sandbox, step } from "./sandbox.ts";

let server: Postgres;
let host: Sandbox;
const poolers: Pooler[] = [];
beforeAll(() => {
  server = postgres();
}, 60_000);
afterAll(() => server.close());
beforeEach(() => {
  server.sql("DROP DATABASE IF EXISTS shop WITH (FORCE); CREATE DATABASE shop;");
  host = sandbox();
  mkdirSync(join(host.folder, "migrations"));
  writeFileSync(join(host.folder, "migrations/20260101.sql"), "CREATE TABLE things (id int)");
});
afterEach(() => {
  for (const one of poolers.splice(0)) one.close();
  host.close();
});

const dumps = () => join(host.path, "shared/backups");

interface Given {
  readonly mode?: string;
  readonly databases?: string;
  readonly settings?: readonly string[];
  /** The variable with the server's own address, as the settings name it. */
  readonly direct?: string;
  /** The address of the backup alone. */
  readonly dumped?: string;
  readonly restore?: "scratch" | "none";
}

/** The release on a host whose `shared/env` has the pooler as DATABASE_URL, and the server itself as DIRECT_URL. */
async function opened({ mode = "transaction", databases = "*", settings = [], ...given }: Given) {
  const between = await pooler(server.socket, { mode, databases, settings });
  poolers.push(between);
  const address = (socket: string) =>
    `ecto://owner:${encodeURIComponent("s%crét'").replaceAll("'", "%27")}@localhost/shop?socket_dir=${socket}`;
  mkdirSync(join(host.path, "shared"), { recursive: true });
  const variables = {
    ...{ DATABASE_URL: address(between.socket), DIRECT_URL: address(server.socket) },
    ...{ MIGRATIONS: `${host.folder}/migrations`, PATH: `${elixir.replace(/\/[^/]*$/, "")}:/usr/bin:/bin` },
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(join(host.path, "shared/env"), lines.join(""));
  const release = host.release("1.0.0", { evaluates: withEcto() });
  const migrations = {
    ...{ migrate: "App.Release.migrate()", versions: null, pending: null },
    ...{ lockTimeoutMs: 5_000, statementTimeoutMs: 600_000, outOfOrder: "refuse" as const, settleMs: 0 },
    ...(given.direct === undefined ? {} : { urlFrom: given.direct }),
  };
  const backup: Backup = {
    ...{ by: "postgres", urlFrom: given.dumped ?? "DATABASE_URL", folder: dumps(), keep: 2, maxAgeMs: 0 },
    restore: given.restore ?? "scratch",
  };
  const target = host.target({ release, settings: { migrations, backup } });
  await install(target, release);
  return (type: "backup" | "migrate"): Promise<Judgement> => step(target, { type, release: release.id } as Fields);
}

/** The stand-in for Ecto sends its limits as options, which PgBouncer looks into from 1.20 on. */
const dropping = ["ignore_startup_parameters = options,lock_timeout,statement_timeout"];

describe("behind a pooler", () => {
  const sometimes = someTests("a pooler", 2);

  test("that refuses limits, nothing is migrated without the address that `url-from` names", async () => {
    const refused = await (await opened({}))("migrate");
    expect(refused).toMatchObject({ verdict: "fail", reason_code: "migration_failed" });
    expect(refused.says).toMatch(
      /unsupported startup parameter.* A pooler is in between, .*: `migrations: \{url-from: DIRECT_URL\}`\.$/,
    );
    const missing = await (await opened({ direct: "OTHER_URL" }))("migrate");
    expect(missing).toMatchObject({ verdict: "fail", reason_code: "configuration_missing" });
    expect(missing.says).toContain("/shared/env lacks OTHER_URL, which `migrations.url-from` names");
    expect(await (await opened({ direct: "DIRECT_URL" }))("migrate")).toMatchObject({
      verdict: "pass",
      facts: { added: ["20260101"], limited: ["App.Repo"] },
      warnings: [],
    });
  });

  test("that shares sessions, no dump is made, since it would empty the search path of the application", async () => {
    const refused = await (await opened({ direct: "DIRECT_URL" }))("backup");
    expect(refused).toMatchObject({ verdict: "fail", reason_code: "backup_failed" });
    expect(refused.says).toMatch(/DATABASE_URL leads to a pooler that shares sessions by transaction/);
    const perform = await opened({ direct: "DIRECT_URL", dumped: "DIRECT_URL" });
    expect(await perform("backup")).toMatchObject({ verdict: "pass", facts: { restored: true } });
    expect(readdirSync(dumps())).toHaveLength(1);
  });

  sometimes("that drops limits, a migration runs and is said to have none", async () => {
    const judgement = await (await opened({ settings: dropping }))("migrate");
    expect(judgement).toMatchObject({ verdict: "pass", facts: { added: ["20260101"], limited: [] } });
    expect(judgement.warnings).toEqual([
      expect.stringMatching(/`lock-timeout` and `statement-timeout` did not hold for App\.Repo: .*DIRECT_URL/),
    ]);
  });

  sometimes("with a session for each connection, a dump is made and the scratch database dropped", async () => {
    const perform = await opened({ mode: "session", direct: "DIRECT_URL" });
    expect(await perform("backup")).toMatchObject({ verdict: "pass", facts: { restored: true }, warnings: [] });
    expect(server.sql("SELECT datname FROM pg_database WHERE datname LIKE 'phoenix%'")).toBe("");
  });

  sometimes("that knows one database alone, the dump cannot be restored beside, and the way out is said", async () => {
    const given = { mode: "session", databases: "shop", direct: "DIRECT_URL" };
    expect((await (await opened(given))("backup")).says).toMatch(
      /The scratch database was made, and cannot be reached: .* A pooler or .*DIRECT_URL.* Or set `restore: none`\.$/,
    );
    expect(await (await opened({ ...given, restore: "none" }))("backup")).toMatchObject({ verdict: "pass" });
  });

  sometimes.add();
});
