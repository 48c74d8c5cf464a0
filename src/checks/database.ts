import type { CheckId } from "../domain/check.ts";
import type { Judgement } from "../domain/result.ts";
import type { Base } from "./base.ts";
import { artefact, type Timed } from "./lane.ts";
import { judgeMigrationSafety, migrationSafetySchema } from "./migration-safety.ts";
import { judgeMigrations, migrationsSchema } from "./migrations.ts";
import { type Bench, startVm } from "./vm.ts";

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
  "catalogue",
  "schema",
  "rehearsal",
  "migrations",
];

/** Reads the changed migrations and rehearses all of them, from the `test` build that somebody else has compiled. */
export async function runDatabaseChecks(
  bench: Bench,
  wanted: readonly DatabaseCheck[],
  base: Base,
): Promise<ReadonlyMap<DatabaseCheck, Timed>> {
  const vm = await startVm(bench, {
    name: "The VM of the migrations",
    task: "pd.migrations",
    loads,
    args: wanted,
    env: "test",
    more: { PD_BASE: base.list ?? "" },
    serves: wanted.length,
  });
  const lane = await vm.ended;
  const judges: Readonly<Record<DatabaseCheck, () => Promise<Timed>>> = {
    migrations: async () => {
      const left = await artefact(
        { ...lane, name: "mix ecto.migrate" },
        "migrations.json",
        migrationsSchema,
        bench.files,
      );
      return timed(left, (value) => judgeMigrations(value, base, bench.path, `${lane.ran.stdout}\n${lane.ran.stderr}`));
    },
    "migration-safety": async () => {
      const left = await artefact(
        { ...lane, name: "The look at the migrations" },
        "migration-safety.json",
        migrationSafetySchema,
        bench.files,
      );
      return timed(left, (value) => judgeMigrationSafety(value, base, bench.path));
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
