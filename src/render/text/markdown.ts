import { visible } from "./visible.ts";

/**
 * Markdown from text that others wrote: test names, logs, versions, server answers. What they say is shown letter by
 * letter; what it would do on a page is taken from it. Character references are used throughout, since they hold in
 * Markdown, in tables and in HTML blocks alike.
 */

const reference = (one: string) => `&#${one.codePointAt(0)};`;

/**
 * Text from outside as Markdown shows it: no markup, no HTML, no link, no mention, no command to the runner. One line.
 */
export function plainText(text: string): string {
  // GitHub looks for mentions and issue numbers after Markdown is rendered: only a character between keeps them apart.
  return escapeMarkup(oneLine(text).replaceAll(/@(?=[\p{L}\p{N}])|#(?=\d)|\bGH-(?=\d)/giu, "$&\u200b"));
}

/** Our own sentences have inline code between backticks: that is shown as code, the rest as text. */
export function sentence(text: string, asCode = code): string {
  return text
    .split(/`([^`\n]*)`/)
    .map((part, index) => (index % 2 === 1 ? asCode(part) : plainText(part)))
    .join("");
}

/** The longest word that a cell keeps whole, characters: two columns of such words fit on a phone. */
const maxWord = 13;

/**
 * A sentence of ours for a cell of a table: its long words (paths, digests, names of modules) may break. Elsewhere a
 * page breaks them by itself, but a table grows with its longest word, and would have to be scrolled sideways. `<wbr>`
 * leaves no trace in what is copied.
 */
export function cell(text: string): string {
  return sentence(text)
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith("<") ? part : part.replaceAll(/\S+/g, breakable)))
    .join("");
}

/**
 * A word of escaped text that may break after each mark between its parts, and where a part is too long by itself. A
 * version stays whole.
 */
function breakable(word: string): string {
  const letters = word.match(/&#?\w+;|./gsu) ?? [];
  if (letters.length <= maxWord) return word;
  let run = 0;
  return letters
    .map((letter, index) => {
      // Beside a break an underscore would be emphasis.
      const shown = letter === "_" ? reference(letter) : letter;
      const next = letters[index + 1];
      run += 1;
      // A browser breaks by itself between a hyphen and a letter.
      const hyphen = letter === "-" && /^\p{L}$/u.test(next ?? "");
      if (hyphen) run = 0;
      const mark = run >= 4 && /^(?:[-/_:=,;)?]|&#\d+;)$/.test(letter);
      const dot = run >= 4 && letter === "." && !/^\d$/.test(next ?? "");
      if (next === undefined || !(mark || dot || run >= maxWord)) return shown;
      run = 0;
      return `${shown}<wbr>`;
    })
    .join("");
}

/** Inline code, as HTML so that backticks inside do no harm. Nothing is added to it: it can be copied. */
export function code(text: string): string {
  return `<code>${escapeMarkup(oneLine(text))}</code>`;
}

/** Bold text. It is Markdown already; nothing where there is none, since four stars are a rule. */
export function bold(markdown: string): string {
  return markdown.trim() === "" ? "" : `**${markdown.trim()}**`;
}

/** A link, where the address is one of the web; its text alone otherwise. */
export function link(text: string, address: string): string {
  if (!URL.canParse(address)) return plainText(text);
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return plainText(text);
  // Only what cannot end a link or a table's cell stays as it is.
  const href = url.href.replaceAll(
    /[^\w.~:/?#=%+,;&-]/g,
    (one) => `%${one.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `[${plainText(text)}](${href.replaceAll("&", "&amp;")})`;
}

/** A block of text as it is, line by line: its fence is longer than any run of backticks in it. */
export function block(text: string, language = ""): string {
  const body = visible(text.replaceAll(/\r\n?/g, "\n"));
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${body}\n${fence}`;
}

/** The longest line of a block that is read without scrolling on a phone, characters. */
const phone = 36;

/** A block whose long lines go on below, indented: for what is read rather than copied. */
export function narrowBlock(text: string): string {
  return block(visible(text.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "  ")).split("\n").flatMap(wrapped).join("\n"));
}

function wrapped(line: string): readonly string[] {
  const letters = [...line.trimEnd()];
  const indent = `${/^ {0,12}/.exec(line)?.[0] ?? ""}  `;
  const parts: string[] = [];
  let start = 0;
  for (let room = phone; letters.length - start > room; room = phone - indent.length) {
    // A line breaks where a word or a part of a path ends, if one does in its second half.
    const end = letters.slice(start, start + room).findLastIndex((letter) => /[\s/,(_.]/.test(letter)) + 1;
    const next = start + (end > room / 2 ? end : room);
    parts.push(`${start === 0 ? "" : indent}${letters.slice(start, next).join("").trimEnd()}`);
    start = next;
    while (letters[start] === " ") start += 1;
  }
  return [...parts, `${start === 0 ? "" : indent}${letters.slice(start).join("")}`];
}

/** A table of cells that are Markdown already, each on one line. At most three columns: more do not fit on a phone. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Lines that stay below each other. */
export function lines(...all: readonly string[]): string {
  return all.join("  \n");
}

/** A part that a reader opens. Title and body are Markdown already. */
export function details(title: string, body: string, open = false): string {
  return `<details${open ? " open" : ""}><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/**
 * At most so many bytes of UTF-8: cut at the end of a line, what was open is closed, and a note says where the rest
 * is.
 */
export function cutTo(markdown: string, maxBytes: number, where: string): string {
  if (Buffer.byteLength(markdown) <= maxBytes) return markdown;
  const note = `\n\n**Cut here: GitHub accepts no more. ${where}**\n`;
  const bytes = Buffer.from(markdown);
  for (let room = maxBytes - Buffer.byteLength(note); room > 0; room = Math.floor(room / 2)) {
    const head = bytes.subarray(0, room).toString("utf8");
    const whole = head.slice(0, Math.max(0, head.lastIndexOf("\n")));
    const cut = `${whole}${closing(whole)}${note}`.trimStart();
    if (Buffer.byteLength(cut) <= maxBytes) return cut;
  }
  return note.trimStart();
}

/** Markdown that others wrote, with what it left open closed: what follows is not a part of it. */
export function closed(markdown: string): string {
  return `${markdown}${closing(markdown)}`;
}

/** What closes the fence and the folded parts that are open at the end of this Markdown. */
function closing(markdown: string): string {
  let fence = "";
  let open = 0;
  for (const line of markdown.split("\n")) {
    const ticks = /^`{3,}/.exec(line)?.[0] ?? "";
    if (fence !== "") {
      if (ticks === line && ticks.length >= fence.length) fence = "";
    } else if (ticks !== "") fence = ticks;
    else open += (line.startsWith("<details") ? 1 : 0) - (line === "</details>" ? 1 : 0);
  }
  return `${fence === "" ? "" : `\n${fence}`}${"\n\n</details>".repeat(Math.max(0, open))}`;
}

function oneLine(text: string): string {
  // Twice: between two spaces there may be something that is not visible, and four of them in a row would be code.
  return visible(text.replaceAll(/[\s\u0085]+/g, " ")).replaceAll(/ +/g, " ");
}

function escapeMarkup(text: string): string {
  return (
    text
      .replaceAll(/[&<>"\\`*[\]|~@$]/g, reference)
      // Inside a word an underscore is a letter; at its edge it is emphasis.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, reference)
      // The runner's commands, addresses and emoji names begin with these.
      .replaceAll(/:(?=:|\/\/|[\w+-]+:)/g, reference)
      .replaceAll(/\bwww\./gi, (one) => `${one.slice(0, 3)}&#46;`)
      // What begins a line may be a list, a heading or a rule.
      .replace(/^( ?)([-+=#])(?![\p{L}\p{N}])/u, (_, space: string, mark: string) => space + reference(mark))
      .replace(/^( ?\d{1,9})([.)])(?=\s|$)/, (_, number: string, mark: string) => number + reference(mark))
  );
}
