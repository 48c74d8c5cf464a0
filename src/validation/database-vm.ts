import type { CheckContext } from "../checks/context.ts";
import type { MigrationBase } from "../checks/migration-base.ts";
import { judgeMigrationSafety, migrationSafetySchema } from "../checks/migration-safety.ts";
import { judgeMigrations, migrationsSchema } from "../checks/migrations.ts";
import type { CheckId } from "../domain/check.ts";
import type { Judgement, Timed } from "../domain/result.ts";
import { artefact } from "./artefact.ts";
import { startVm } from "./vm.ts";

/** The checks that one VM of their own serves: what changed is read first, since that needs no database. */
export const databaseChecks = ["migration-safety", "migrations"] as const satisfies readonly CheckId[];
export type DatabaseCheck = (typeof databaseChecks)[number];

/** Elixir files that the VM stands on, in the order in which they need each other. */
export const loads = [
  "json",
  "step",
  "sql",
  "sql_blocks",
  "migration_code",
  "sql_types",
  "sql_rules",
  "migration_columns",
  "migration_schema",
  "migration_state",
  "migration_operations",
  "migration_calls",
  "migration_walk",
  "migration_safety",
  "migration_files",
  "database",
  "pg_catalog",
  "schema",
  "rehearsal",
  "migrations",
];

/** Reads the changed migrations and rehearses all of them, from the `test` build that somebody else has compiled. */
export async function runDatabaseChecks(
  context: CheckContext,
  wanted: readonly DatabaseCheck[],
  base: MigrationBase,
): Promise<ReadonlyMap<DatabaseCheck, Timed>> {
  const vm = await startVm(context, {
    name: "The VM of the migrations",
    task: "pd.migrations",
    loads,
    args: wanted,
    env: "test",
    more: { PD_BASE: base.list ?? "" },
    serves: wanted.length,
  });
  const output = await vm.ended;
  const judges: Readonly<Record<DatabaseCheck, () => Promise<Timed>>> = {
    migrations: async () => {
      const left = await artefact(
        { ...output, name: "mix ecto.migrate" },
        "migrations.json",
        migrationsSchema,
        context.files,
      );
      return timed(left, (value) =>
        judgeMigrations(value, base, context.path, `${output.ran.stdout}\n${output.ran.stderr}`),
      );
    },
    "migration-safety": async () => {
      const left = await artefact(
        { ...output, name: "The look at the migrations" },
        "migration-safety.json",
        migrationSafetySchema,
        context.files,
      );
      return timed(left, (value) => judgeMigrationSafety(value, base, context.path));
    },
  };
  const judged = new Map<DatabaseCheck, Timed>();
  for (const id of wanted) judged.set(id, await judges[id]());
  return judged;
}

function timed<T>(
  left: { readonly durationMs: number } & ({ readonly value: T } | { readonly missing: Judgement }),
  judge: (value: T) => Judgement,
): Timed {
  return { durationMs: left.durationMs, judgement: "value" in left ? judge(left.value) : left.missing };
}
