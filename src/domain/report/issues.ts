import type { Evidence } from "../evidence/evidence.ts";
import { leftOpen, type Result } from "../evidence/result.ts";
import type { ReportIssue } from "./report.ts";

/**
 * What a person should look at although it did not decide the outcome: warnings, what was judged and saw too little,
 * and what is optional and did not pass. The same of several stages is said once.
 */
export function issuesOf(all: readonly Evidence[]): ReportIssue[] {
  const found = all.flatMap(({ stage, warnings, results }) => [
    ...results.filter(undecided).map((one) => issue(stage, "inconclusive", one)),
    ...results.filter(missed).map((one) => issue(stage, "optional", one)),
    ...warnings.map((says): ReportIssue => ({ stage, kind: "warning", title: "", says, remedy: "" })),
  ]);
  const first = new Map(found.toReversed().map((one) => [one.says, one]));
  return found.filter((one) => first.get(one.says) === one);
}

function undecided({ verdict }: Result): boolean {
  return verdict === "inconclusive";
}

/** An announcement that failed is a warning already, and an exit criterion that is not required is below. */
function missed(one: Result): boolean {
  const counts = one.kind === "check" || one.kind === "signal";
  return counts && !one.required && leftOpen(one) && one.verdict !== "not-run" && !undecided(one);
}

function issue(stage: Evidence["stage"], kind: ReportIssue["kind"], { title, says, remedy }: Result): ReportIssue {
  return { stage, kind, title, says, remedy };
}
