// What a host says of an application on MySQL: the release replays what one on MariaDB 10.11 printed.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Backup, Environment } from "../../src/settings/settings.ts";
import { type Fields, install, type Sandbox, sandbox, step } from "./sandbox.ts";

let host: Sandbox;
beforeEach(() => {
  host = sandbox();
});
afterEach(() => host.close());

const recipe: Backup = {
  ...{ by: "postgres", urlFrom: "DATABASE_URL", folder: "/nowhere", keep: 2, restore: "scratch", maxAgeMs: 0 },
};

/** What a step says on a host whose release has one pending migration, and fails to migrate with these words. */
async function said(type: "backup" | "migrate", error: string) {
  const migrate = `echo 'phoenix-deploy halves: App.Repo'; echo '${error}'; exit 1`;
  const versions = "echo 'phoenix-deploy versions: 1'; echo 'phoenix-deploy pending: 2'";
  const evaluates = `case "$2" in *App.Release.migrate*) ${migrate} ;; *) ${versions} ;; esac`;
  const driver = (folder: string) => mkdirSync(join(folder, "lib/myxql-0.7.1"), { recursive: true });
  const release = host.release("1.0.0", { evaluates, change: driver });
  const migrations: Environment["migrations"] = {
    ...{ migrate: "App.Release.migrate()", versions: null, pending: null },
    ...{ lockTimeoutMs: 5_000, statementTimeoutMs: 3_000, outOfOrder: "refuse", settleMs: 0 },
  };
  const target = host.target({ release, settings: { migrations, backup: recipe } });
  await install(target, release);
  return step(target, { type, release: release.id } as Fields);
}

test("a migration that fails halfway leaves what it did, and that is said beside the versions", async () => {
  const judgement = await said("migrate", "** (MyXQL.Error) (1146) (ER_NO_SUCH_TABLE) Table x.gate does not exist");
  expect(judgement).toMatchObject({ verdict: "fail", reason_code: "migration_failed" });
  expect(judgement.says).toContain(
    "The schema is at 1 now, with nothing added. This database does not undo what a failed migration did before its " +
      "error: look there before the next try.",
  );
});

test("the limit that MariaDB names is `statement-timeout`", async () => {
  const error = "** (MyXQL.Error) (1969) Query execution was interrupted (max_statement_time exceeded)";
  expect((await said("migrate", error)).says).toContain("A statement took longer than 3 s (`statement-timeout`).");
});

test("the recipe for PostgreSQL is refused where the release has the driver of MySQL alone", async () => {
  const judgement = await said("backup", "");
  expect(judgement).toMatchObject({ verdict: "fail", reason_code: "backup_failed" });
  expect(judgement.says).toContain("`by: postgres` is for PostgreSQL, and 1.0.0-");
  expect(judgement.says).toContain("has only the driver of MySQL (myxql): back it up with `by: command`");
});

test("why the database does not let the release in is said, and not what its pool made of that", async () => {
  const denied = "(MyXQL.Error) (1045) (ER_ACCESS_DENIED_ERROR) Access denied for user: blog";
  const log = `12:00:00.000 [error] MyXQL.Connection (#PID<0.1.0>) failed to connect: ** ${denied}`;
  const pool = "** (DBConnection.ConnectionError) connection not available and request was dropped from queue";
  const { says } = await said("migrate", `${log}'; echo '${pool} after 2982ms. You can address this by:`);
  expect(says).toContain(`The migrations exited with code 1: ** ${denied}.`);
});
