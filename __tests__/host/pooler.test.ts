// Migrations where the servers reach their database through a real PgBouncer.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Judgement } from "../../src/domain/evidence/result.ts";
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

interface Given {
  readonly settings?: readonly string[];
  /** The variable with the server's own address, as the settings name it. */
  readonly direct?: string;
}

/** The release on a host whose `shared/env` has the pooler as DATABASE_URL, and the server itself as DIRECT_URL. */
async function opened({ settings = [], direct }: Given) {
  const between = await pooler(server.socket, { mode: "transaction", databases: "*", settings });
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
    ...(direct === undefined ? {} : { urlFrom: direct }),
  };
  const target = host.target({ release, settings: { migrations } });
  await install(target, release);
  return (type: "migrate"): Promise<Judgement> => step(target, { type, release: release.id } as Fields);
}

/** An older PgBouncer has such lines for what it refuses otherwise; the stand-in for Ecto sends its limits so. */
const dropping = ["ignore_startup_parameters = options,extra_float_digits"];

describe("behind a pooler", () => {
  const sometimes = someTests("a pooler", 1);

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

  sometimes("that drops limits, a migration runs and is said to have none", async () => {
    const judgement = await (await opened({ settings: dropping }))("migrate");
    expect(judgement).toMatchObject({ verdict: "pass", facts: { added: ["20260101"], limited: [] } });
    expect(judgement.warnings).toEqual([
      expect.stringMatching(/`lock-timeout` and `statement-timeout` did not hold for App\.Repo: .*DIRECT_URL/),
    ]);
  });

  sometimes.add();
});
