import { describe, expect, test } from "@jest/globals";
import type { MigrationBase } from "../../src/checks/migration-base.ts";
import {
  judgeMigrationSafety,
  type MigrationSafetyArtefact,
  migrationSafetySchema,
} from "../../src/checks/migration-safety.ts";

const base: MigrationBase = { revision: "v1.0.0", list: "/tmp/list" };
const path = (file: string) => file.replace("/work/shop/", "");
const file = "/work/shop/priv/repo/migrations/20261008090000_tidy.exs";

type File = MigrationSafetyArtefact["files"][number];
const read = (more: Partial<File> = {}): File => ({
  ...{
    file,
    operations: 2,
    empty: false,
    findings: [],
    notices: [],
    assured: [],
    existing: true,
    lock_timeout: true,
    unread: [],
  },
  ...more,
});
const artefact = (
  files: readonly File[],
  excellent: MigrationSafetyArtefact["excellent"] = null,
): MigrationSafetyArtefact => ({
  status: "ran",
  files: [...files],
  in_code: [],
  excellent,
});
const index = { rule: "index-not-concurrently", table: "orders", line: 5, what: "create index on orders" };

describe("the safety of changed migrations", () => {
  test("passes with what was looked at", () => {
    const judged = judgeMigrationSafety(artefact([read(), read({ operations: 5 })]), base, path);
    expect(judged).toMatchObject({
      verdict: "pass",
      says: "2 changed migrations, 7 operations, none unsafe.",
      findings: [],
    });
  });

  test("does not apply where no migration changed", () => {
    expect(judgeMigrationSafety(artefact([]), base, path)).toMatchObject({
      verdict: "not-run",
      reason_code: "not_applicable",
    });
  });

  test("names place, operation, what is unsafe and the safe form of each finding", () => {
    const judged = judgeMigrationSafety(artefact([read({ findings: [index] })]), base, path);
    expect(judged).toMatchObject({ verdict: "fail", reason_code: "unsafe_migration" });
    expect(judged.findings).toEqual([
      expect.objectContaining({
        file: "priv/repo/migrations/20261008090000_tidy.exs",
        line: 5,
        rule: "index-not-concurrently",
      }),
    ]);
    expect(judged.findings?.[0]?.message).toMatch(
      /`create index on orders`: .*stops all writes.* Safe: .*concurrently: true/,
    );
  });

  test("shows what was marked as assured, and passes", () => {
    const judged = judgeMigrationSafety(artefact([read({ assured: [index] })]), base, path);
    expect(judged).toMatchObject({
      verdict: "pass",
      says: "1 changed migration, 2 operations, none unsafe; 1 marked as assured.",
    });
    expect(judged.findings).toMatchObject([{ severity: "notice", rule: "index-not-concurrently", line: 5 }]);
  });

  test("adds what only excellent_migrations found, and nothing twice", () => {
    const excellent = {
      findings: [
        { rule: "index-not-concurrently", file, line: 5 },
        { rule: "many-columns-index", file, line: 9 },
        { rule: "of-tomorrow", file, line: null },
      ],
      fault: null,
    };
    const judged = judgeMigrationSafety(artefact([read({ findings: [index] })], excellent), base, path);
    expect(judged.findings?.map(({ rule, line }) => [rule, line])).toEqual([
      ["index-not-concurrently", 5],
      ["many-columns-index", 9],
      ["of-tomorrow", 1],
    ]);
    expect(judged.facts).toMatchObject({ unsafe: 3, excellent_migrations: true });
  });

  test("shows what excellent_migrations holds against an operation that was read in its context, and passes", () => {
    const findings = [5, 9].map((line) => ({ rule: "raw-sql-executed", file, line }));
    const judged = judgeMigrationSafety(artefact([read()], { findings, fault: null }), base, path);
    expect(judged).toMatchObject({
      verdict: "pass",
      findings: [{ severity: "notice", rule: "excellent-migrations", line: 5 }],
    });
    expect(judged.findings?.[0]?.message).toContain("raw-sql-executed (line 5), raw-sql-executed (line 9)");
  });

  test("says when excellent_migrations did not end", () => {
    const judged = judgeMigrationSafety(
      artefact([read()], { findings: [], fault: "a FunctionClauseError" }),
      base,
      path,
    );
    expect(judged.findings).toMatchObject([
      { severity: "notice", message: "excellent_migrations did not end: a FunctionClauseError" },
    ]);
  });

  test("notes a library's migration as not read, and a missing lock_timeout once", () => {
    const oban = { rule: "library-migration", table: null, line: 5, what: "Oban.Migration.up(version: 12)" };
    const judged = judgeMigrationSafety(
      artefact([read({ findings: [oban], lock_timeout: false }), read({ lock_timeout: false })]),
      base,
      path,
    );
    expect(judged).toMatchObject({
      verdict: "pass",
      findings: [{ rule: "library-migration" }, { rule: "lock-timeout-missing" }],
    });
  });

  test("is an error where a migration cannot be read, and a failure where another is unsafe as well", () => {
    const broken = read({ operations: 0, unread: [{ line: 3, message: "missing terminator: end" }] });
    const judged = judgeMigrationSafety(artefact([read(), broken]), base, path);
    expect(judged).toMatchObject({
      verdict: "error",
      reason_code: "not_judged",
      says:
        "1 of 2 changed migrations could not be read: priv/repo/migrations/20261008090000_tidy.exs:3: missing " +
        "terminator: end.",
    });
    expect(judged.findings).toMatchObject([{ severity: "error", rule: "unreadable", line: 3 }]);
    expect(judgeMigrationSafety(artefact([read({ findings: [index] }), broken]), base, path)).toMatchObject({
      verdict: "fail",
      says: expect.stringMatching(
        /1 unsafe while the old code serves \(index-not-concurrently\); 1 could not be read\.$/,
      ),
    });
  });

  test("is never covered by another file: one that does something of which nothing was read could not be read", () => {
    expect(judgeMigrationSafety(artefact([read(), read({ operations: 0 })]), base, path)).toMatchObject({
      verdict: "error",
    });
    expect(judgeMigrationSafety(artefact([read({ operations: 0 })]), base, path)).toMatchObject({ verdict: "error" });
    expect(judgeMigrationSafety(artefact([read(), read({ operations: 0, empty: true })]), base, path)).toMatchObject({
      verdict: "pass",
    });
  });

  test("shows what only looks unsafe, and why it is not", () => {
    const notices = [
      { rule: "column-reference-added", table: "orders", line: 5, what: "add :team_id" },
      { rule: "operation-update", table: "orders", line: 9, what: "update! through the repo" },
    ];
    const judged = judgeMigrationSafety(artefact([read({ notices })]), base, path);
    expect(judged).toMatchObject({
      verdict: "pass",
      findings: [
        { severity: "notice", line: 5 },
        { severity: "notice", line: 9 },
      ],
    });
    expect(judged.findings?.map(({ message }) => message)).toEqual([
      "`add :team_id` is not unsafe by itself: the new column has no default, so that no row has to be looked at.",
      "`update! through the repo` is not unsafe by itself: each of its rows is changed in a transaction of its own.",
    ]);
  });

  test("names migrations that the application runs itself as not read, also where none of a repo changed", () => {
    const in_code = Array.from({ length: 7 }, (_, at) => `/work/shop/lib/shop/tenants/v${at}.ex`);
    for (const files of [[], [read()]]) {
      const judged = judgeMigrationSafety({ ...artefact(files), in_code }, base, path);
      expect(judged.findings).toMatchObject([
        { severity: "notice", rule: "migration-in-code", file: "lib/shop/tenants/v0.ex" },
      ]);
      expect(judged.findings?.[0]?.message).toMatch(
        /^7 migrations below `lib` were not read, .*`lib\/shop\/tenants\/v4.ex` and 2 more\.$/,
      );
    }
  });

  test.each<[string, unknown]>([
    ["nothing", {}],
    ["files without operations", { status: "ran", files: [{ file }], excellent: null }],
    ["a word for a list", { status: "ran", files: "all", excellent: null }],
  ])("does not take %s for an artefact", (_, value) => {
    expect(migrationSafetySchema.safeParse(value).success).toBe(false);
  });
});
