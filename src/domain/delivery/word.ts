/**
 * What a run writes into the history of a deployment: how it ended, and of which release. A later run reads there what
 * serves, and how deliveries went.
 */
export const deliveryEnds = {
  serves: "Serves",
  "rolled-back": "Rolled back",
  unchanged: "Nothing changed",
  failed: "Failed",
  unknown: "Not known",
  "dry-run": "Dry run",
} as const;
export type DeliveryEnd = keyof typeof deliveryEnds;

/** Characters that GitHub takes of a description. */
const maxDescription = 140;

/** The description of a deployment that ended like this: `Serves: 1.4.2-0123abcd. …`. */
export function deliveryWord(end: DeliveryEnd, release: string, says = ""): string {
  const text = `${deliveryEnds[end]}: ${release}. ${says}`.replaceAll(/\s+/g, " ").trim();
  const letters = [...text];
  return letters.length <= maxDescription ? text : `${letters.slice(0, maxDescription - 1).join("")}…`;
}

/** What such a description says; null for one that somebody else wrote. */
export function readDeliveryWord(
  description: string,
): { readonly end: DeliveryEnd; readonly release: string | null } | null {
  const [, word, release = ""] = /^([A-Z][a-z ]+): (\S+)\.(?: |$)/.exec(description) ?? [];
  const end = (Object.keys(deliveryEnds) as DeliveryEnd[]).find((one) => deliveryEnds[one] === word);
  if (end === undefined) return null;
  return { end, release: /-[0-9a-f]{8}$/.test(release) ? release : null };
}
