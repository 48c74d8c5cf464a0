import type { Refusal } from "../domain/fleet/plan.ts";
import {
  type DownEffect,
  repositoryOf,
  type SchemaLook,
  type SchemaRecord,
  type SchemaReturn,
  type SchemaVersion,
  versionNumber,
  versionsText,
} from "../domain/fleet/schema.ts";

/**
 * Whether the schema can be rolled back, judged from what hosts recorded when releases migrated it and from what the
 * release that is left sees now. Down to the versions before its migrations, and to nothing else: the old release works
 * with exactly these.
 */

/** The release that is left and the one that serves then. */
interface Between {
  readonly left: string;
  readonly to: string;
}

/** What the schema goes back to, and where that was recorded; a refusal where nobody recorded it. */
export function recordOf({ left }: Between, records: readonly SchemaRecord[]): SchemaRecord | Refusal {
  // A host that migrated later found more there: it recorded less of what this release brought.
  const [first] = records
    .filter(({ release }) => release === left)
    .sort((one, other) => one.before.length - other.before.length);
  if (first !== undefined) return first;
  return {
    refused: "schema_unknown",
    says: `No host recorded which versions the schema had before ${left} migrated it.`,
    remedy: keep,
  };
}

/** What is judged: the record that the schema goes back to, what other releases need, and the look. */
interface Seen {
  readonly between: Between;
  readonly records: readonly SchemaRecord[];
  readonly record: SchemaRecord;
  readonly look: SchemaLook;
}

/** The versions that go, or why the schema must not be rolled back. Nothing was touched then. */
export function schemaReturn(
  seen: Seen,
  { allowDataLoss }: { readonly allowDataLoss: boolean },
): SchemaReturn | Refusal {
  const { between, record, look } = seen;
  const going = goingOf(seen);
  const refused =
    outOfOrder(seen, going) ?? fileMissing(seen, going) ?? irreversible(look.effects) ?? dataLost(look, allowDataLoss);
  if (refused !== null) return refused;
  return {
    ...{ host: record.host, from: between.left, to: between.to, going },
    staying: look.applied.filter((version) => !going.includes(version)),
    losses: look.effects.map(({ version, says }) => `${versionsText([version])}, ${says}`),
  };
}

function goingOf({ record, look }: Seen): readonly SchemaVersion[] {
  const going = look.applied.filter((version) => !record.before.includes(version));
  return [...going].sort((one, other) => Number(versionNumber(other) - versionNumber(one)));
}

/** Ecto rolls back whatever is newer than the last version that stays: that has to be what this release brought. */
function outOfOrder(
  { between: { left, to }, records, record, look }: Seen,
  going: readonly SchemaVersion[],
): Refusal | null {
  const refusal = (says: string): Refusal => ({ refused: "migration_out_of_order", says, remedy: keep });
  const gone = record.before.filter((version) => !look.applied.includes(version));
  if (gone.length > 0)
    return refusal(`The database no longer has ${versionsText(gone)}, which it had before ${left} migrated it.`);
  const later = going.filter((version) => !(record.after ?? going).includes(version));
  if (later.length > 0 && lacks(look, later).length === 0)
    return refusal(`${versionsText(later)} was applied after ${left} had migrated the schema.`);
  const between = going.find((version) =>
    record.before.some(
      (kept) => repositoryOf(kept) === repositoryOf(version) && versionNumber(kept) > versionNumber(version),
    ),
  );
  if (between !== undefined)
    return refusal(
      `${versionsText([between])} of ${left} is older than a version that stays: to roll it back, Ecto would roll ` +
        "that back as well.",
    );
  const needed = records.find(({ release }) => release === to)?.after ?? [];
  const both = going.filter((version) => needed.includes(version));
  if (both.length > 0) return refusal(`${to} was deployed on a schema that had ${versionsText(both)}, so it needs it.`);
  return null;
}

/**
 * Ecto passes over applied versions whose file the code lacks, without a word. Those older than every file were taken
 * out of the code on purpose, and are never touched.
 */
function fileMissing({ between: { left }, look }: Seen, going: readonly SchemaVersion[]): Refusal | null {
  const oldest = (look.files ?? [])
    .map(versionNumber)
    .reduce((one, other) => (other < one ? other : one), newestOf(look));
  const missing = lacks(look, look.applied).filter(
    (version) => going.includes(version) || versionNumber(version) > oldest,
  );
  if (missing.length === 0) return null;
  return {
    refused: "migration_missing",
    says:
      `The code of ${left} has no file of ${versionsText(missing)}, which the database has: Ecto shows ` +
      "`** FILE NOT FOUND **` and rolls back only the others.",
    remedy: `Roll the schema back from the release that brought it. ${keep}`,
  };
}

function newestOf({ applied }: SchemaLook): bigint {
  return applied.map(versionNumber).reduce((one, other) => (other > one ? other : one), 0n);
}

/** Those of these versions of which the code has no file. */
function lacks({ files }: SchemaLook, versions: readonly SchemaVersion[]): readonly SchemaVersion[] {
  return files === null ? [] : versions.filter((version) => !files.includes(version));
}

function irreversible(effects: readonly DownEffect[]): Refusal | null {
  const found = effects.find(({ kind }) => kind === "irreversible");
  if (found === undefined) return null;
  return {
    refused: "migration_irreversible",
    says: `Migration ${versionsText([found.version])} cannot be rolled back (${found.says}).`,
    remedy: keep,
  };
}

/** What could not be read is taken for a loss. */
function dataLost({ effects }: SchemaLook, allowed: boolean): Refusal | null {
  if (allowed || effects.length === 0) return null;
  const lost = effects.find(({ kind }) => kind === "data");
  const [first] = effects;
  const found = lost ?? first;
  if (found === undefined) return null;
  const more = effects.length === 1 ? "" : `, and ${effects.length - 1} more`;
  const says =
    lost === undefined
      ? `Migration ${versionsText([found.version])} may lose data when it is rolled back: ` +
        "what it does could not be read"
      : `Migration ${versionsText([found.version])} loses data when it is rolled back`;
  return {
    refused: "data_would_be_lost",
    says: `${says} (${found.says}${more}).`,
    remedy: `Set \`allow-data-loss: true\` where that may be lost. ${keep}`,
  };
}

const keep =
  "With `migrations: keep` traffic goes back and the schema stays. " +
  "A restore from the backup brings the old schema back.";
