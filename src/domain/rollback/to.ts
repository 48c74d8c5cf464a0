import { parseVersion } from "../release/version.ts";

/** Which release a rollback is to go to, as a person names it. */
export type RollbackTo =
  | { readonly kind: "previous" }
  /** A version without its `v`, or a release id, which has the form of one. */
  | { readonly kind: "version"; readonly version: string }
  /** The first digits of the sha256 of its tarball, at least 8, or all 64. */
  | { readonly kind: "digest"; readonly digest: string };

/** Which release a rollback goes to, and who asks. */
export interface RollbackChoosing {
  /** Lease owner. */
  readonly owner: string;
  /** A release as a person names it; null, absent or `previous` is the last one that was verified before. */
  readonly to?: string | null;
  /** The release whose files are at hand, so that the target need not have them. */
  readonly carried?: string | null;
}

/** Digits of a digest that a release id has. */
export const digitsOfId = 8;

const digest = new RegExp(`^(?:sha256:)?([0-9a-f]{${digitsOfId},64})$`);

/** Reads `previous`, `1.2.3`, `v1.2.3`, a release id, or a digest; null where it is none of them. */
export function parseRollbackTo(text: string): RollbackTo | null {
  const asked = text.trim();
  if (asked === "previous") return { kind: "previous" };
  const [, digits] = digest.exec(asked.toLowerCase()) ?? [];
  if (digits !== undefined) return { kind: "digest", digest: digits };
  const version = asked.replace(/^v(?=\d)/, "");
  return isReleaseId(version) || parseVersion(version) !== null ? { kind: "version", version } : null;
}

/** `<version>-<digest8>`: also where the digits alone would be no identifier of a version, such as `00000001`. */
function isReleaseId(text: string): boolean {
  return /-[0-9a-f]{8}$/.test(text) && parseVersion(text.replace(/-[0-9a-f]{8}$/, "")) !== null;
}

/** True for a release id that is meant by it. Of a digest only the digits that an id has are compared. */
export function isMeant(to: Exclude<RollbackTo, { kind: "previous" }>, id: string): boolean {
  if (to.kind === "digest") return id.endsWith(`-${to.digest.slice(0, digitsOfId)}`);
  return id === to.version || id.replace(/-[0-9a-f]{8}$/, "") === to.version;
}
