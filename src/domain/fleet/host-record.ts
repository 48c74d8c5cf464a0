/** One record of the host program, `pd <TAB> key <TAB> values`: the key, then its values. */
export type HostRecord = readonly string[];

/** A whole number in a record; null for anything else. */
export function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
