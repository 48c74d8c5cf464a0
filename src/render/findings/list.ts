import type { Finding } from "../../domain/evidence/result.ts";
import { sorted } from "../../domain/validation/change.ts";
import { code, narrowBlock, sentence } from "../text/markdown.ts";
import { shortened } from "../text/wording.ts";

const maxMessage = 600;
/** What of one failure is shown as a block: its first lines, and so many characters. */
const maxLines = 40;
const maxBlock = 2_000;

const places: readonly (readonly [Finding["in_change"], string])[] = [
  ["line", "On changed lines"],
  ["file", "Elsewhere in changed files"],
  [undefined, "In the rest"],
];

/** Findings, those of the change under review first and under a title that says so; what is left out is counted. */
export function findingList(findings: readonly Finding[], max: number, total: number): string {
  const shown = sorted(findings).slice(0, max);
  const titled = shown.some((one) => one.in_change !== undefined);
  const parts = places.flatMap(([where, title]) => {
    const mine = shown.filter((one) => one.in_change === where);
    return mine.length === 0 ? [] : [...(titled ? [`**${title}**`] : []), ...entries(mine)];
  });
  const left = total - shown.length;
  if (left <= 0) return parts.join("\n\n");
  const more = `- and ${left} more in the evidence file`;
  // Below a list it is one more of its lines.
  return parts.at(-1)?.startsWith("- ") && !titled ? `${parts.join("\n\n")}\n${more}` : [...parts, more].join("\n\n");
}

/**
 * Findings of one line as a list; one of several lines, such as a test that failed, with its lines as they were
 * printed.
 */
function entries(findings: readonly Finding[]): readonly string[] {
  const parts: string[] = [];
  let list: string[] = [];
  for (const one of findings) {
    const [first = "", ...rest] = linesOf(one);
    if (rest.length === 0) {
      list.push(`- ${placeOf(one)}${sentence(shortened(first, maxMessage))}`);
      continue;
    }
    if (list.length > 0) parts.push(list.join("\n"));
    list = [];
    parts.push(`${placeOf(one)}${sentence(shortened(first, maxMessage))}`, narrowBlock(clipped(rest)));
  }
  return list.length > 0 ? [...parts, list.join("\n")] : parts;
}

/**
 * The lines of a message without what is shown beside it: ExUnit's number, the place, and the indentation that all
 * have.
 */
function linesOf({ message, file, line }: Finding): readonly string[] {
  const [first = "", ...rest] = message
    .replaceAll(/\r\n?/g, "\n")
    .split("\n")
    .map((one) => one.trimEnd())
    .filter((one) => one !== "");
  const place = `${file?.split("/").at(-1)}:${line}`;
  const below = rest.filter(
    (one, index) => index > 0 || file === undefined || !(one.trim() === place || one.trim().endsWith(`/${place}`)),
  );
  const indent = Math.min(...below.map((one) => /^ */.exec(one)?.[0].length ?? 0));
  return [first.trim().replace(/^\d{1,9}\) /, ""), ...below.map((one) => one.slice(indent))];
}

function clipped(lines: readonly string[]): string {
  const shown = lines.slice(0, maxLines);
  const left = lines.length - shown.length;
  return `${shortened(shown.join("\n"), maxBlock)}${left === 0 ? "" : `\n… ${left} more lines`}`;
}

function placeOf({ file, line }: Finding): string {
  return file === undefined ? "" : `${code(`${shortened(file, 300)}${line === undefined ? "" : `:${line}`}`)} `;
}
