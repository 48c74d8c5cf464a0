/** A part of a page in Markdown. */
export interface Part {
  readonly markdown: string;
  /** What our own page shows in its place, where that can do more: Markdown that may hold HTML of ours. */
  readonly own?: string;
}

/** Parts that are the same everywhere; one that is empty is left out. */
export function plainParts(...markdown: readonly string[]): readonly Part[] {
  return markdown.filter((one) => one !== "").map((one) => ({ markdown: one }));
}
