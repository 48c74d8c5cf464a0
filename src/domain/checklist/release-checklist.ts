import type { TickedItem } from "./checklist.ts";

/** The checklists of Phase 6 for a named version, with the application's own commands, environments and checks. */
export interface ReleaseChecklist {
  /** Null where nobody named the application. */
  readonly app: string | null;
  readonly version: string;
  /** Full id of the commit; null where it is not known. */
  readonly sha: string | null;
  readonly date: Date;
  readonly lists: readonly { readonly title: string; readonly items: readonly ReleaseItem[] }[];
  /** What the ticks rest on, in one sentence. */
  readonly restsOn: string;
}

/** An item, and how it is done here: commands and addresses in sentences, code in backticks. */
export interface ReleaseItem extends TickedItem {
  readonly how: readonly string[];
}
