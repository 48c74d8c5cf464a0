import { code, sentence } from "./markdown.ts";
import { visible } from "./visible.ts";

// Markdown of a file that is also read as text: in a terminal, where no page shows it.

/** A sentence of ours with code between backticks, and as HTML only where these would not hold it. */
export function readable(text: string): string {
  return sentence(text, (inner) => {
    const shown = visible(inner.replaceAll(/\s+/g, " "));
    return /^[^`\s](?:[^`]*[^`\s])?$/.test(shown) ? `\`${shown}\`` : code(inner);
  });
}

/** The longest line, characters. */
const width = 100;

/** What would begin a list, a heading or a rule where a line begins with it. */
const marker = /^(?:[-+*=#]+|\d{1,9}[.)])$/;

/**
 * A paragraph or an item in lines that a terminal shows whole. A line breaks between words and never in code, which can
 * be copied; `lead` begins the first line, and the others have it as blanks.
 */
export function folded(markdown: string, lead = ""): string {
  const words = markdown.match(/(?:`[^`]*`|[^\s`])+/g) ?? [];
  const blanks = " ".repeat(lead.length);
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const fits = lead.length + line.length + 1 + word.length <= width;
    if (line === "") line = word;
    else if (fits || marker.test(word)) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one, index) => `${index === 0 ? lead : blanks}${one}`).join("\n");
}

/** Items, one each. */
export function items(all: readonly string[], leadOf: (index: number) => string = () => "- "): string {
  return all.map((one, index) => folded(one, leadOf(index))).join("\n");
}
