import type { Evidence } from "../evidence/evidence.ts";
import type { Fact, Result } from "../evidence/result.ts";
import { repositoryOf, type SchemaVersion, versionNumber } from "../fleet/schema.ts";
import type { RolledBackPart } from "./rollback-form.ts";

type Schema = NonNullable<RolledBackPart["schema"]>;

/** What a rollback did to the schema; `promote` is what migrated it before. */
export function schemaOf({ results }: Evidence, promote: Evidence | null): Schema {
  const asked = results.findLast(({ id, kind }) => id === "schema" && kind === "gate");
  const one = results.findLast(({ id, kind }) => id === "revert" && kind === "step");
  const newest = newestOf(versions(migrated(promote), "versions_after"));
  if (asked === undefined && one === undefined)
    return { outcome: "kept", before: newest, after: newest, removed: [], says: "" };
  if (asked !== undefined && asked.verdict !== "pass")
    return { outcome: "refused", before: newest, after: newest, removed: [], says: asked.says };
  if (one === undefined) return { outcome: "not-reached", before: newest, after: newest, removed: [], says: "" };
  const [before, after] = [versions(one, "versions_before"), versions(one, "versions_after")];
  return {
    outcome: one.verdict === "pass" ? "down" : "failed",
    ...{ before: newestOf(before), after: newestOf(after), removed: versions(one, "removed") ?? [], says: one.says },
  };
}

function migrated(promote: Evidence | null): Result | undefined {
  return promote?.results.findLast(
    ({ id, kind, verdict }) => id === "migrate" && kind === "step" && verdict === "pass",
  );
}

/** Null where it was not recorded. */
function versions(one: Result | undefined, name: string): SchemaVersion[] | null {
  const fact: Fact | undefined = one?.facts[name];
  return Array.isArray(fact) ? fact.filter((version) => typeof version === "string") : null;
}

/** The newest version of each repository. */
function newestOf(all: readonly SchemaVersion[] | null): SchemaVersion[] | null {
  if (all === null) return null;
  return [...Map.groupBy(all, repositoryOf).values()].map((some) =>
    some.reduce((newest, one) => (versionNumber(one) > versionNumber(newest) ? one : newest)),
  );
}
