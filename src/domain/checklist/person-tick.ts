import { checklists } from "./checklist.ts";
import type { PersonTick } from "./item.ts";

/**
 * Items that only a person can know, always or where the evidence leaves them open. The others are ticked by evidence
 * alone: nobody's word stands for a check that did not pass.
 */
const sometimes: ReadonlySet<string> = new Set(["backup-verified", "performance", "oban-jobs", "release-documented"]);

const items = checklists.flatMap((list) => list.items);

/** The items that a person may tick. */
export const tickableIds: readonly string[] = items
  .filter(({ id, tick }) => tick === null || sometimes.has(id))
  .map(({ id }) => id);

/** The ticks of the lines `item: who`, or what is wrong with the first line that is none. */
export function readTicks(text: string): readonly PersonTick[] | string {
  const ticks: PersonTick[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const [, id = "", person = ""] = /^\s*([a-z-]{1,60})\s*:\s*(\P{Cc}{1,100}?)\s*$/u.exec(line) ?? [];
    if (person === "") return `has a line that is not \`item: who\`, such as \`dashboards: @ada\``;
    if (!tickableIds.includes(id))
      return items.some((item) => item.id === id)
        ? `ticks \`${id}\`, which evidence alone ticks`
        : `ticks \`${id}\`, which no checklist has; a person may tick ${tickableIds.join(", ")}`;
    if (ticks.some((one) => one.id === id)) return `ticks \`${id}\` twice`;
    ticks.push({ id, person });
  }
  return ticks;
}

/** What a person's tick says, with who gave it to the run: GitHub knows that one alone. */
export function wordOf({ person }: PersonTick, actor: string): string {
  return person === `@${actor}`
    ? `${person}, who started this run, says so.`
    : `${person} says so, as ${actor}, who started this run, wrote.`;
}
