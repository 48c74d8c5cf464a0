import type { Fleet } from "../domain/fleet/fleet.ts";
import type { Refusal } from "../domain/fleet/plan.ts";
import { isMeant, parseRollbackTo } from "../domain/rollback/to.ts";
import { isBad, verifiedOn } from "./verified.ts";

/**
 * The release that a person names: by its version, by digits of its digest or by its id. Null for the previous one; a
 * refusal that lists what there is where none or several are meant.
 */
export function namedRelease(fleet: Fleet, asked: string): string | Refusal | null {
  const to = parseRollbackTo(asked);
  if (to?.kind === "previous") return null;
  const known = knownReleases(fleet);
  // A whole id is meant before a version of the same form.
  const found = known.includes(asked) ? [asked] : known.filter((id) => to !== null && isMeant(to, id));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const listed = known.map((id) => `${id}${remarks(fleet, id)}`).join(", ");
  return {
    refused: "release_not_found",
    says:
      only === undefined
        ? `No release here is \`${asked}\`. There ${known.length === 0 ? "is none" : `are: ${listed}`}.`
        : `\`${asked}\` may be any of ${found.join(", ")}.`,
    remedy: "Name one by its whole release id in the input `to`, or leave `to: previous`.",
  };
}

/** What is kept or was verified, the last one first. */
function knownReleases(fleet: Fleet): readonly string[] {
  const kept = fleet.hosts.flatMap(({ releases }) => [...releases].reverse());
  return [...new Set([...verifiedOn(fleet), ...kept])];
}

function remarks(fleet: Fleet, id: string): string {
  const verified = verifiedOn(fleet);
  const all = [
    ...(verified[0] === id ? ["active"] : []),
    ...(verified.includes(id) ? [] : ["never verified"]),
    ...(isBad(fleet, id) ? ["marked bad"] : []),
    ...(fleet.hosts.some(({ releases }) => releases.includes(id)) ? [] : ["not on the hosts any more"]),
  ];
  return all.length === 0 ? "" : ` (${all.join(", ")})`;
}
