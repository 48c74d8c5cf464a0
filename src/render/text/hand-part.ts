import type { HandPart } from "../../domain/rollback/procedures.ts";
import { block, bold, details, plainText } from "./markdown.ts";
import { folded, readable } from "./readable.ts";

/** What a person does by hand, as parts of Markdown: read in a terminal as well. `index` counts from 0. */
export function handPart({ title, hosts, says, blocks }: HandPart, index: number): readonly string[] {
  const on = hosts.length === 0 ? "" : `On ${hosts.map(plainText).join(", ")}. `;
  return [
    `#### ${index + 1}. ${plainText(title)}`,
    folded(`${on}${readable(says)}`),
    ...blocks.flatMap(({ when, text }) => [...(when === "" ? [] : [bold(`${readable(when)}:`)]), ...fenced(text)]),
  ];
}

/** Lines of a block that a reader is shown; of a longer one the reader opens. */
const maxLines = 40;

function fenced(text: string): readonly string[] {
  const shown = block(text, "sh");
  return text.split("\n").length <= maxLines ? [shown] : [details("Commands", shown)];
}
