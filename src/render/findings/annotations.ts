import type { Evidence } from "../../domain/evidence/evidence.ts";
import { blocks, type Finding, notPassed, type Result } from "../../domain/evidence/result.ts";
import { isFirstContact } from "../../domain/fleet/first-contact.ts";
import { byRank, rankOf } from "../../domain/validation/change.ts";
import { shortened } from "../text/wording.ts";
import { type Cause, causesOf } from "./causes.ts";

/** The runner shows ten of a kind a step, and cuts a message at 4,096 characters. */
const maxOfAKind = 10;
const maxCharacters = 4_096;
const kinds = ["error", "warning", "notice"] as const;

/** One annotation: a finding under the title of its check. */
export interface Annotation {
  readonly finding: Finding;
  readonly title: string;
}

/**
 * All that is worth an annotation: what blocks first, then what the change under review touches, then by severity.
 * Of a check that passed only what that change touches.
 */
export function annotationsIn(evidence: Evidence): readonly Annotation[] {
  const lacking = evidence.results.filter(isFirstContact);
  const others = [...evidence.results.filter((one) => !isFirstContact(one)), ...oneOf(lacking, evidence.results)];
  const passed = others.filter((one) => !notPassed(one));
  const alone = passed.map((one) => ({ results: [one], says: one.says, remedy: one.remedy }));
  const causes: readonly Cause[] = [...causesOf(others), ...alone];
  return causes
    .flatMap((cause) =>
      ofCause(cause).map((annotation) => ({
        annotation,
        rank: rankOf(annotation.finding, cause.results.some(blocks)),
      })),
    )
    .sort((a, b) => byRank(a.rank, b.rank))
    .map(({ annotation }) => annotation);
}

/**
 * What the runner shows of them: at most ten of a kind a step, the last of them counting what was left out.
 * The stage's own verdict and its warnings are annotations too and take their room.
 */
export function annotationsOf(evidence: Evidence): readonly Annotation[] {
  const all = annotationsIn(evidence);
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

/**
 * Checks that need what a project does not have yet are one annotation, not one each. Where nothing else failed the
 * verdict of the stage, which is an annotation too, says it all.
 */
function oneOf(lacking: readonly Result[], all: readonly Result[]): readonly Result[] {
  const [first] = [...lacking].sort((a, b) => Number(blocks(b)) - Number(blocks(a)));
  if (first === undefined || (blocks(first) && all.every((one) => !blocks(one) || isFirstContact(one)))) return [];
  const ids = lacking.map((one) => one.id).join(", ");
  const says = `Not run, because the project does not have what these checks need yet: ${ids}.`;
  const remedy = "Copy the lines from the top of the job summary: they add it, or switch the checks off.";
  return [{ ...first, title: "To do once", says, remedy, findings: [] }];
}

const places = { line: " (changed line)", file: " (changed file)" } as const;

/**
 * The findings of a cause under the names of its checks; one that has none is said by itself. What is optional never
 * shows as an error.
 */
function ofCause({ results, says, remedy }: Cause): readonly Annotation[] {
  const [first] = results;
  if (first === undefined) return [];
  const severity = (of: Finding["severity"]) => (of === "error" && !first.required ? "warning" : of);
  const own: Finding = { severity: "error", message: `${says} ${remedy}`.trim() };
  const failing = first.findings.length === 0 && first.kind === "check" ? [own] : first.findings;
  const findings = notPassed(first) ? failing : first.findings.filter((finding) => finding.in_change !== undefined);
  const names = results.map((one) => one.title).join(", ");
  return findings.map((finding) => ({
    finding: {
      ...finding,
      severity: severity(finding.severity),
      message: shortened(finding.message, maxCharacters - 1),
    },
    title: shortened(names, 200) + (finding.in_change === undefined ? "" : places[finding.in_change]),
  }));
}
