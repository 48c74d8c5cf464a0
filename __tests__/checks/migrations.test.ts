import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import type { MigrationBase } from "../../src/checks/migration-base.ts";
import { judgeMigrations, type MigrationsArtefact, migrationsSchema } from "../../src/checks/migrations.ts";

const base: MigrationBase = { revision: "v1.0.0", list: "/tmp/list" };
const unknown: MigrationBase = { revision: null, list: null, why: "no version tag is reachable" };
const path = (file: string) => file.replace("/work/shop/", "");
const folder = "/work/shop/priv/repo/migrations";

type Rehearsal = MigrationsArtefact["rehearsed"][number];
type Problem = Partial<NonNullable<Rehearsal["problem"]>> & Pick<NonNullable<Rehearsal["problem"]>, "kind">;

function rehearsal(problem: Problem | null, more: Partial<Rehearsal> = {}): Rehearsal {
  return {
    repo: "Shop.Repo",
    adapter: "Ecto.Adapters.Postgres",
    migrations: 4,
    new: ["20261008090000"],
    changed: [],
    unusable: [],
    steps: [
      { step: "base", before: 0, after: 3, ms: 40 },
      { step: "up", before: 3, after: 4, ms: 4 },
      { step: "down", before: 4, after: 3, ms: 3 },
      { step: "again", before: 3, after: 4, ms: 4 },
    ],
    compared: "pg_dump",
    extensions: [],
    problem: problem === null ? null : { message: "", difference: [], lines: 0, ...problem },
    ...more,
  };
}

function artefact(rehearsed: readonly Rehearsal[], more: Partial<MigrationsArtefact> = {}): MigrationsArtefact {
  return { status: "ran", repos: ["Shop.Repo"], stray: [], rehearsed: [...rehearsed], ...more };
}

/** What Ecto really said, recorded. */
const recorded = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/ecto", name), "utf8");

describe("the rehearsal of migrations", () => {
  test("passes when all went up, the new ones down and up again, and says since when they are new", () => {
    const judged = judgeMigrations(artefact([rehearsal(null)]), { base, path });
    expect(judged).toMatchObject({
      verdict: "pass",
      reason_code: "passed",
      facts: { migrations: 4, new: 1, base: "v1.0.0" },
    });
    expect(judged.says).toContain("the 1 new since v1.0.0 down and up again, the schema the same each time");
  });

  test("passes where an extension stays, as that of `mix phx.gen.auth` does, and names it", () => {
    const judged = judgeMigrations(artefact([rehearsal(null, { extensions: ["citext"] })]), { base, path });
    expect(judged).toMatchObject({ verdict: "pass" });
    expect(judged.says).toMatch(/the same each time but for citext: rolling back leaves this extension\.$/);
  });

  test("says that all count as new where no base is known, and why", () => {
    const judged = judgeMigrations(artefact([rehearsal(null)]), { base: unknown, path });
    expect(judged.says).toContain("All count as new: no version tag is reachable");
  });

  test("says that nothing came down where nothing is new", () => {
    const judged = judgeMigrations(artefact([rehearsal(null, { new: [], steps: [], compared: null })]), { base, path });
    expect(judged).toMatchObject({ verdict: "pass" });
    expect(judged.says).toContain("None is new since v1.0.0");
  });

  test.each<[string, Problem, string, string]>([
    [
      "an applied migration without its file",
      { kind: "missing", message: "20260915090000_a" },
      "fail",
      "migration_missing",
    ],
    [
      "a version that is there twice",
      { kind: "duplicate", message: "version 1 is there twice" },
      "fail",
      "migration_failed",
    ],
    [
      "a new migration below an applied one",
      { kind: "out_of_order", message: "1 is older than 2" },
      "fail",
      "migration_out_of_order",
    ],
    [
      "a migration that does not compile",
      { kind: "not_compiled", message: "missing terminator" },
      "fail",
      "compile_error",
    ],
    [
      "a migration that fails",
      { kind: "failed", step: "up", message: 'relation "x" does not exist' },
      "fail",
      "migration_failed",
    ],
    [
      "a way down that is not there",
      { kind: "irreversible", step: "down", message: "cannot reverse" },
      "fail",
      "migration_irreversible",
    ],
    [
      "versions that nobody ran",
      { kind: "versions", step: "up", message: "wanted [1], found []" },
      "fail",
      "migration_failed",
    ],
    [
      "a schema that stays changed",
      { kind: "differs", step: "down", lines: 1, difference: ["+ x"] },
      "fail",
      "schema_differs",
    ],
    [
      "a schema that cannot be read",
      { kind: "not_compared", message: "could not find executable" },
      "inconclusive",
      "not_judged",
    ],
    ["a database that is another's", { kind: "refused", message: "exists" }, "error", "could_not_run"],
    ["migrations without an end", { kind: "timed_out", message: "" }, "error", "timed_out"],
    ["a database that does not answer", { kind: "unreachable", message: "refused" }, "error", "database_unreachable"],
    [
      "a connection that is lost on the way",
      { kind: "failed", step: "up", message: "tcp recv: closed" },
      "error",
      "database_unreachable",
    ],
  ])("does not pass over %s", (_, problem, verdict, reason_code) => {
    expect(judgeMigrations(artefact([rehearsal(problem)]), { base, path })).toMatchObject({ verdict, reason_code });
  });

  test("names the service container to add, and the way to switch the check off, when no database answers", () => {
    const printed = recorded("connection-refused.txt");
    const judged = judgeMigrations(artefact([rehearsal({ kind: "unreachable", message: "killed" })]), {
      base,
      path,
      printed,
    });
    expect(judged.remedy).toContain(
      'services: {postgres: {image: "postgres:17", env: {POSTGRES_PASSWORD: postgres}, ports: ["5432:5432"]',
    );
    expect(judged.remedy).toContain("checks: {migrations: off}");
    expect(judged.says).toContain("rehearsed: tcp connect (127.0.0.1:1): connection refused - :econnrefused.");
    expect(judged.tail).toContain("failed to connect");
  });

  test("names MySQL's container for an application on MySQL", () => {
    const judged = judgeMigrations(artefact([rehearsal({ kind: "unreachable" }, { adapter: "Ecto.Adapters.MyXQL" })]), {
      base,
      path,
    });
    expect(judged.remedy).toContain("services: {mysql:");
  });

  test("points at the line that cannot be reversed, with Ecto's own words", () => {
    const message = recorded("irreversible.txt");
    const problem = {
      kind: "irreversible",
      step: "down",
      message,
      file: `${folder}/20261008090000_fill_stock.exs`,
      line: 5,
    } as const;
    const judged = judgeMigrations(artefact([rehearsal(problem)]), { base, path });
    expect(judged.says).toContain("cannot reverse migration command");
    expect(judged.findings).toMatchObject([
      { severity: "error", file: "priv/repo/migrations/20261008090000_fill_stock.exs", line: 5 },
    ]);
  });

  test("shows the lines that differ as its last words", () => {
    const difference = ["- CREATE INDEX a ON public.orders USING btree (state)", "+ TABLE public.orders: note text"];
    const judged = judgeMigrations(artefact([rehearsal({ kind: "differs", step: "down", lines: 2, difference })]), {
      base,
      path,
    });
    expect(judged.tail).toBe(difference.join("\n"));
    expect(judged.says).toContain("2 lines differ");
  });

  test("does not point at a file that is gone", () => {
    const judged = judgeMigrations(
      artefact([rehearsal({ kind: "missing", message: "1_a", file: `${folder}/1_a.exs` })]),
      { base, path },
    );
    expect(judged.findings).toEqual([]);
  });

  test("fails for a file that Ecto never runs, however well the others went", () => {
    const judged = judgeMigrations(artefact([rehearsal(null, { unusable: [`${folder}/20261008090000_a.ex`] })]), {
      base,
      path,
    });
    expect(judged).toMatchObject({
      verdict: "fail",
      findings: [{ file: "priv/repo/migrations/20261008090000_a.ex", rule: "unusable" }],
    });
  });

  test("warns of a migration that was changed after it was applied", () => {
    const judged = judgeMigrations(artefact([rehearsal(null, { changed: [`${folder}/20260901090000_a.exs`] })]), {
      base,
      path,
    });
    expect(judged).toMatchObject({ verdict: "pass", findings: [{ severity: "warning", rule: "changed" }] });
  });

  test("lets a fault of the migrations weigh more than one of the machine, whichever repo comes first", () => {
    const both = [
      rehearsal({ kind: "unreachable", message: "refused" }, { repo: "Shop.Events" }),
      rehearsal({ kind: "differs", step: "down", lines: 1 }),
    ];
    const judged = judgeMigrations(artefact(both, { repos: ["Shop.Events", "Shop.Repo"] }), { base, path });
    expect(judged).toMatchObject({ verdict: "fail", reason_code: "schema_differs" });
    expect(judged.says).toMatch(/^Shop\.Repo: .* 1 more of 2 repos/);
  });

  test.each<[string, Partial<MigrationsArtefact>]>([
    ["without Ecto", { status: "no_ecto", repos: [] }],
    ["without a repo", { repos: [] }],
    ["without a migration", {}],
  ])("does not apply to a project %s", (_, more) => {
    expect(judgeMigrations(artefact([], more), { base, path })).toMatchObject({
      verdict: "not-run",
      reason_code: "not_applicable",
    });
  });

  test("is an error where migrations are there and no repo leads to them", () => {
    const judged = judgeMigrations(artefact([], { stray: [`${folder}/1_a.exs`] }), { base, path });
    expect(judged).toMatchObject({ verdict: "error", reason_code: "not_judged", findings: [{ rule: "stray" }] });
  });

  test("says which migrations it did not rehearse", () => {
    const judged = judgeMigrations(
      artefact([rehearsal(null)], { stray: ["/work/shop/priv/repo/tenant_migrations/1_a.exs"] }),
      { base, path },
    );
    expect(judged).toMatchObject({
      verdict: "pass",
      findings: [{ severity: "notice", file: "priv/repo/tenant_migrations/1_a.exs" }],
    });
  });

  test.each<[string, unknown]>([
    ["nothing", {}],
    [
      "an unknown problem",
      artefact([{ ...rehearsal(null), problem: { kind: "shrug", message: "" } } as unknown as Rehearsal]),
    ],
    ["versions that are no text", artefact([{ ...rehearsal(null), new: [1] } as unknown as Rehearsal])],
    ["a list for a repo", { status: "ran", repos: [], stray: [], rehearsed: [[]] }],
  ])("does not take %s for an artefact", (_, value) => {
    expect(migrationsSchema.safeParse(value).success).toBe(false);
  });
});
