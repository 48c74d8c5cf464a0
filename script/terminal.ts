// Markdown as a terminal shows it: what a reader of a job summary sees, without its markup.
import { marked, type Token, type Tokens } from "marked";

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** Plain text of a summary: headings underlined, tables aligned, folded parts indented under their title. */
export function terminal(markdown: string): string {
  return marked
    .lexer(markdown)
    .map(show)
    .filter((text) => text.trim() !== "")
    .join("\n\n");
}

function show(token: Token): string {
  switch (token.type) {
    case "heading": {
      const text = inline(token["text"]);
      return `${text}\n${(token["depth"] <= 2 ? "═" : "─").repeat(text.length)}`;
    }
    case "table":
      return table(token as Tokens.Table);
    case "code":
      return (token as Tokens.Code).text
        .split("\n")
        .map((line) => `    │ ${line}`)
        .join("\n");
    case "list":
      return (token as Tokens.List).items
        .map((item, index) => `  ${token["ordered"] ? `${index + 1}.` : bullet(item)} ${inline(item.text)}`)
        .join("\n");
    case "blockquote":
      return `  ${inline(token["text"])}`;
    case "html":
      return inline(token["text"].replace(/<summary>(.*?)<\/summary>/g, "▸ $1")).trim();
    case "space":
      return "";
    default:
      return inline("text" in token ? String(token["text"]) : token.raw);
  }
}

function bullet({ task, checked }: Tokens.ListItem): string {
  if (!task) return "•";
  return checked ? "✓" : "✗";
}

function inline(text: string): string {
  return text
    .replaceAll(/<br>\n?/g, "\n")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("**", "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);
}

/** A cell is as wide as its longest line, up to this many characters; longer ones go on below. */
const maxWidth = 76;

function table({ header, rows }: Tokens.Table): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => inline(cell.text).split("\n").flatMap(wrapped)));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.flatMap((row) => (row[column] ?? []).map((line) => line.length))),
  );
  const row = (columns: readonly (readonly string[])[]) =>
    Array.from({ length: Math.max(...columns.map((lines) => lines.length)) }, (_, at) =>
      `  ${columns.map((lines, column) => (lines[at] ?? "").padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
    ).join("\n");
  const [head = [], ...body] = cells;
  return [row(head), `  ${widths.map((width) => "─".repeat(width)).join("  ")}`, ...body.map(row)].join("\n");
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > maxWidth) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
