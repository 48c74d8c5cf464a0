import type { Migrations } from "../../settings/settings.ts";
import type { TargetOptions } from "../target.ts";
import type { Done } from "./operations.ts";
import { type HostReport, valuesOf } from "./report.ts";
import { migrateExpression, schemaExpression } from "./schema-versions.ts";

/** What the host program is given of migrations. */
export function migrationValues({ app, environment: { migrations } }: TargetOptions): Readonly<Record<string, string>> {
  return {
    PD_MIGRATE: migrateExpression(app, migrations),
    PD_VERSIONS: schemaExpression(app, migrations),
    ...addressValues(migrations),
    PD_OUT_OF_ORDER: migrations.outOfOrder,
    PD_LOCK_TEXT: `${migrations.lockTimeoutMs / 1_000} s`,
    PD_STATEMENT_TEXT: `${migrations.statementTimeoutMs / 1_000} s`,
  };
}

/** The variable with the address that the release has as DATABASE_URL for its schema; empty for that of servers. */
export const addressValues = ({ urlFrom }: Migrations) => ({ PD_DIRECT: urlFrom ?? "" });

/** What a migration did, by the versions that the database had before and after it. */
export function migrated(report: HostReport): Done {
  const words = (key: string) => (valuesOf(report, key)[0] ?? "").split(" ").filter((word) => word !== "");
  const before = words("versions_before");
  const after = words("versions_after");
  const added = after.filter((version) => !before.includes(version));
  const pending = valuesOf(report, "pending")[0] === undefined ? null : words("pending");
  const unforeseen = pending === null ? [] : added.filter((version) => !pending.includes(version));
  return {
    says:
      added.length === 0
        ? `The schema was up to date: ${newest(after) ?? "no version"}.`
        : `Migrated the schema by ${added.join(", ")}.`,
    facts: {
      versions_before: before,
      versions_after: after,
      added,
      pending,
      limited: words("limits"),
      schema_changed: added.length > 0 || valuesOf(report, "schema")[0] === "changed",
    },
    warnings:
      unforeseen.length === 0
        ? []
        : [`${unforeseen.join(", ")} was migrated although it was not pending: set \`migrations.pending\`.`],
  };
}

/** Of several repositories, the versions come one repository after the other. */
const newest = (versions: readonly string[]) => [...versions].sort((a, b) => Number(a) - Number(b)).at(-1);
