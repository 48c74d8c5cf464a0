import { sorted } from "../domain/change.ts";
import { blocks, type Finding, type Result } from "../domain/result.ts";
import { block, code, details, sentence } from "./markdown.ts";
import { count, shortened, verdictWords } from "./words.ts";

/** How much of a result is shown: findings, characters of the tool's last words, and whether what stands in the way is open. */
export interface Room {
  readonly findings: number;
  readonly tail: number;
  readonly open: boolean;
}

/** A page of its own, and a conversation among others. */
export const roomy: Room = { findings: 50, tail: 6_000, open: true };
export const brief: Room = { findings: 10, tail: 1_500, open: false };

const maxMessage = 600;

/** True for a result that a person should look at: it was judged, and did not pass. */
export function stands({ verdict }: Pick<Result, "verdict">): boolean {
  return verdict === "fail" || verdict === "error" || verdict === "inconclusive";
}

/** A result that did not pass, folded, with what a person needs to mend it; open when it stands in the way. */
export function renderFailing(one: Result, room: Room): string {
  const findings = findingList(one.findings, room.findings, Math.max(one.findings_total, one.findings.length));
  const tail = one.tail.length > room.tail ? `… (cut)\n${one.tail.slice(-room.tail)}` : one.tail;
  const parts = [
    sentence(shortened(one.says, 1_000)),
    ...(one.remedy === "" ? [] : [`What to do: ${sentence(shortened(one.remedy, 1_000))}`]),
    ...(findings === "" ? [] : [findings]),
    ...(tail.trim() === "" ? [] : ["The last lines of its output:", block(tail)]),
    ...(one.reproduce === "" ? [] : [`The same by hand: ${code(shortened(one.reproduce, 1_000))}`]),
  ];
  return details(headOf(one), parts.join("\n\n"), room.open && blocks(one));
}

/** What a check that passed still says, folded: an alias that gates nothing, a test file that is never run, lines that no test covers. */
export function renderNotes(one: Result, room: Room): readonly string[] {
  const notes = stands(one) ? [] : one.findings;
  if (notes.length === 0) return [];
  const total = Math.max(one.findings_total, notes.length);
  return [details(`${headOf(one)}: ${count(total, "note")}`, findingList(notes, room.findings, total))];
}

function headOf(one: Result): string {
  return `${verdictWords[one.verdict]} ${sentence(shortened(one.title, 200))}`;
}

const places: readonly (readonly [Finding["in_change"], string])[] = [
  ["line", "On changed lines"],
  ["file", "Elsewhere in changed files"],
  [undefined, "In the rest"],
];

/** Findings as a list, those of the change under review first and under a title that says so; what is left out is counted. */
function findingList(findings: readonly Finding[], max: number, total: number): string {
  const shown = sorted(findings).slice(0, max);
  const titled = shown.some((one) => one.in_change !== undefined);
  const parts = places.flatMap(([where, title]) => {
    const lines = shown.filter((one) => one.in_change === where).map(findingLine);
    return lines.length === 0 ? [] : [...(titled ? [`**${title}**\n`] : []), ...lines, ...(titled ? [""] : [])];
  });
  if (total > shown.length) parts.push(`- and ${total - shown.length} more in the evidence file`);
  return parts.join("\n").trimEnd();
}

function findingLine({ file, line, message }: Finding): string {
  const place = file === undefined ? "" : `${code(`${shortened(file, 300)}${line === undefined ? "" : `:${line}`}`)} `;
  return `- ${place}${sentence(shortened(message, maxMessage))}`;
}
