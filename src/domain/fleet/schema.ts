/**
 * A version of the schema by the repository that has it, such as `App.Repo/20260101120000`; `-` is the repository where
 * an expression of the settings prints the versions.
 */
export type SchemaVersion = string;

/** What a host recorded when a release migrated the schema. */
export interface SchemaRecord {
  readonly host: string;
  readonly release: string;
  /** What it had before. */
  readonly before: readonly SchemaVersion[];
  /** What it had after; null where the migrations did not end well. */
  readonly after: readonly SchemaVersion[] | null;
}

/** What a function `down` does that cannot be undone, or that could not be read. */
export interface DownEffect {
  readonly version: SchemaVersion;
  readonly kind: "irreversible" | "data" | "unread";
  /** With the line of its file. */
  readonly says: string;
}

/** The schema as the release that is left sees it. */
export interface SchemaLook {
  readonly applied: readonly SchemaVersion[];
  /** The migrations that its code has; null where that is not known. */
  readonly files: readonly SchemaVersion[] | null;
  readonly effects: readonly DownEffect[];
}

/** A schema that can be rolled back: from which release's code, where, and which versions go. */
export interface SchemaReturn {
  readonly host: string;
  /** The release that is left: its code has the functions `down`. */
  readonly from: string;
  /** The release that serves on the schema then. */
  readonly to: string;
  /** In the order in which they go, the newest first. */
  readonly going: readonly SchemaVersion[];
  readonly staying: readonly SchemaVersion[];
  /** What is lost with it, since that was allowed. */
  readonly losses: readonly string[];
}

/** The number of a version. */
export function versionNumber(version: SchemaVersion): bigint {
  return BigInt(/\/(\d+)$/.exec(version)?.[1] ?? 0);
}

/** The repository of a version. */
export function repositoryOf(version: SchemaVersion): string {
  return version.slice(0, version.lastIndexOf("/"));
}

/** Versions for a sentence, without their repository where all have the same one. */
export function versionsText(versions: readonly SchemaVersion[]): string {
  const one = new Set(versions.map(repositoryOf)).size < 2;
  return versions.map((version) => (one ? String(versionNumber(version)) : version.replace("/", " "))).join(", ");
}
