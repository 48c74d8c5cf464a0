import { blocks, type Result } from "../domain/result.ts";
import { block, code, details, sentence } from "./markdown.ts";
import { shortened, verdictWords } from "./words.ts";

/** Findings shown of one result, and characters of each and of the tool's last words. */
const maxFindings = 50;
const maxMessage = 600;
const maxTail = 6_000;

/** True for a result that a person should look at: it was judged, and did not pass. */
export function stands({ verdict }: Pick<Result, "verdict">): boolean {
  return verdict === "fail" || verdict === "error" || verdict === "inconclusive";
}

/** A result that did not pass, folded, with what a person needs to mend it; open when it stands in the way. */
export function renderFailing(one: Result): string {
  const findings = one.findings.slice(0, maxFindings).map((finding) => {
    const place =
      finding.file === undefined
        ? ""
        : `${code(`${shortened(finding.file, 300)}${finding.line === undefined ? "" : `:${finding.line}`}`)} `;
    return `- ${place}${sentence(shortened(finding.message, maxMessage))}`;
  });
  const left = Math.max(one.findings_total, one.findings.length) - findings.length;
  if (left > 0) findings.push(`- and ${left} more in the evidence file`);
  const tail = one.tail.length > maxTail ? `… (cut)\n${one.tail.slice(-maxTail)}` : one.tail;
  const parts = [
    sentence(shortened(one.says, 1_000)),
    ...(one.remedy === "" ? [] : [`What to do: ${sentence(shortened(one.remedy, 1_000))}`]),
    ...(findings.length === 0 ? [] : [findings.join("\n")]),
    ...(tail.trim() === "" ? [] : ["The last lines of its output:", block(tail)]),
    ...(one.reproduce === "" ? [] : [`The same by hand: ${code(shortened(one.reproduce, 1_000))}`]),
  ];
  return details(`${verdictWords[one.verdict]} ${sentence(shortened(one.title, 200))}`, parts.join("\n\n"), blocks(one));
}
