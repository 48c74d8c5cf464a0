import type { Evidence } from "../domain/evidence.ts";
import { blocks, type Finding, type Result, type Verdict } from "../domain/result.ts";
import { stands } from "./failing.ts";
import { shortened } from "./words.ts";

/** The runner shows ten of a kind a step, and cuts a message at 4,096 characters. */
const maxOfAKind = 10;
const maxCharacters = 4_096;
const kinds = ["error", "warning", "notice"] as const;

const worse: Readonly<Record<Verdict, number>> = { fail: 0, error: 1, inconclusive: 2, pass: 3, off: 3, "not-run": 3 };

/** One annotation: a finding under the title of its check. */
export interface Annotation {
  readonly finding: Finding;
  readonly title: string;
}

/**
 * What is worth an annotation: worst first, at most ten of a kind a step, the last of them counting what was left out.
 * The stage's own verdict and its warnings are annotations too and take their room.
 */
export function annotationsOf(evidence: Evidence): readonly Annotation[] {
  const failing = evidence.results
    .filter(stands)
    .sort((a, b) => Number(blocks(b)) - Number(blocks(a)) || worse[a.verdict] - worse[b.verdict]);
  const all = failing.flatMap(ofResult);
  const taken = {
    error: evidence.status === "passed" || evidence.status === "planned" ? 0 : 1,
    warning: evidence.warnings.length,
    notice: 0,
  };
  return kinds.flatMap((kind) => {
    const mine = all.filter(({ finding }) => finding.severity === kind);
    const room = Math.max(1, maxOfAKind - taken[kind]);
    if (mine.length <= room) return mine;
    const left = mine.length - room + 1;
    const message = `${left} more of this kind; all are in the job summary and the evidence file.`;
    return [...mine.slice(0, room - 1), { finding: { severity: kind, message }, title: evidence.stage }];
  });
}

/** The findings of a result, errors first; a check that failed without any is said by itself. A SHOULD never shows as an error. */
function ofResult(one: Result): readonly Annotation[] {
  const severity = (of: Finding["severity"]) => (of === "error" && !one.required ? "warning" : of);
  const own: Finding = { severity: "error", message: `${one.says} ${one.remedy}`.trim() };
  const findings = one.findings.length === 0 && one.kind === "check" ? [own] : one.findings;
  return [...findings]
    .sort((a, b) => kinds.indexOf(a.severity) - kinds.indexOf(b.severity))
    .map((finding) => ({
      finding: { ...finding, severity: severity(finding.severity), message: shortened(finding.message, maxCharacters - 1) },
      title: shortened(one.title, 200),
    }));
}
