import { type MigrationCheck, optionsOf, type RunFacts } from "../checks/define.ts";
import type { MigrationBase } from "../checks/migration-base.ts";
import type { Timed } from "../domain/evidence/result.ts";
import { artefact } from "./artefact.ts";
import { startVm } from "./vm.ts";

/** Elixir files that the VM needs, in the order in which they need each other. */
export const loads = [
  "json",
  "step",
  "sql",
  "sql_blocks",
  "migration_code",
  "sql_types",
  "sql_tokens",
  "sql_alter",
  "sql_rules",
  "migration_columns",
  "migration_schema",
  "migration_state",
  "migration_operations",
  "migration_calls",
  "migration_walk",
  "migration_safety",
  "migration_files",
  "own_database",
  "pg_catalog",
  "schema",
  "rehearsal",
  "migrations",
];

/** Reads the changed migrations and rehearses all of them, from the `test` build that somebody else has compiled. */
export async function runMigrationChecks(
  wanted: readonly MigrationCheck[],
  facts: RunFacts & { readonly base: MigrationBase },
): Promise<ReadonlyMap<string, Timed>> {
  const { context, base } = facts;
  const checks = wanted.toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
  const vm = await startVm(context, {
    name: "The VM of the migrations",
    task: "pd.migrations",
    loads,
    args: checks.map(({ id }) => id),
    env: "test",
    more: { PD_BASE: base.list ?? "" },
    serves: checks.length,
  });
  const output = await vm.ended;
  const printed = `${output.ran.stdout}\n${output.ran.stderr}`;
  const judged = new Map<string, Timed>();
  for (const check of checks) {
    const named = { ...output, name: check.command };
    const left = await artefact(named, { name: `${check.id}.json`, schema: check.artefact }, context.files);
    const judgement =
      "value" in left ? await check.judge(left.value, { ...facts, printed }, optionsOf(check, facts)) : left.missing;
    judged.set(check.id, { judgement, durationMs: left.durationMs });
  }
  return judged;
}
