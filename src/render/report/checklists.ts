import type { Report } from "../../domain/report/report.ts";
import { details, sentence } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";

type Shown = Report["checklists"][number];
type Item = Shown["items"][number];

/** Phase 6's checklists, folded: a box is ticked by evidence, and says by which, or by a person's word, and says so. */
export function checklistParts(checklists: readonly Shown[]): readonly string[] {
  return checklists.map(({ title, items }) => {
    const due = items.filter(({ state }) => state === "ticked" || state === "not-ticked");
    const ticked = due.filter(({ state }) => state === "ticked").length;
    const said = items.filter(({ state }) => state === "said").length;
    const left = items.filter(({ state }) => state === "person").length;
    const words = `${said === 0 ? "" : `, ${said} by a person's word`}${left === 0 ? "" : `, ${left} for a person`}`;
    const done = ticked === due.length && left === 0;
    // Where nothing is due, nothing was seen either.
    const sign = !done ? "☐" : ticked + said === 0 ? "➖" : "✅";
    const lines = items.filter(({ state }) => state !== "person").map(itemLine);
    return details(`${sign} ${title}: ${ticked} of ${due.length} ticked${words}`, lines.join("\n"));
  });
}

/** What only a person can know, of all lists, as a list of tasks. Empty where nothing is left to a person. */
export function personTasks(checklists: readonly Shown[]): string {
  const tasks = checklists.flatMap(({ items }) => items.filter(({ state }) => state === "person"));
  return tasks.map((one) => `- [ ] ${textOf(one)}: ${whyOf(one)}`).join("\n");
}

function itemLine(one: Item): string {
  if (one.state === "not-due") return `- ➖ ${textOf(one)}, not due: ${whyOf(one)}`;
  if (one.state === "said") return `- [x] ${textOf(one)}, **a person's word**: ${whyOf(one)}`;
  return `- [${one.state === "ticked" ? "x" : " "}] ${textOf(one)}: ${whyOf(one)}`;
}

function textOf({ text }: Item): string {
  return sentence(shortened(text, 200));
}

function whyOf({ why }: Item): string {
  return sentence(shortened(why, 300));
}
