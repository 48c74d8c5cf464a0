import type { Evidence } from "../domain/evidence.ts";
import { blocks, type Result } from "../domain/result.ts";
import { renderFailing, stands } from "./failing.ts";
import { bold, code, cutTo, details, link, plain, sentence, table } from "./markdown.ts";
import { count, duration, figure, minute, shortened, verdictWords } from "./words.ts";

/** The runner drops a summary over 1 MiB whole: stop well before. */
export const maxBytes = 900 * 1024;

const heads: Readonly<Record<Evidence["status"], string>> = {
  passed: "✓ Passed",
  failed: "✗ Failed",
  cancelled: "✗ Cancelled",
  planned: "◌ Dry run",
  running: "✗ Did not end",
};

/** A stage's part of the job summary: verdict first, table next, details folded; at most 900 KiB of UTF-8 (DESIGN: section 9 for the limits). */
export function renderSummary(evidence: Evidence): string {
  const { release, plan } = evidence;
  const { results, back } = apart(evidence);
  const shown = results.filter((one) => !isQuiet(one));
  const quiet = results.filter(isQuiet);
  const parts = [
    `## ${headOf(evidence)}`,
    bold(sentence(shortened(evidence.says, 2_000))),
    ...(evidence.remedy === "" ? [] : [`What to do: ${sentence(shortened(evidence.remedy, 2_000))}`]),
    ...evidence.warnings.map((warning) => `> **Note:** ${sentence(shortened(warning, 1_000))}`),
    ...(shown.length === 0 ? [] : [resultTable(shown)]),
    ...(back.length === 0 ? [] : ["**The way back**", resultTable(back)]),
    ...[...shown, ...back].filter(stands).map(renderFailing),
    ...(quiet.length === 0 ? [] : [details(stepsTitle(quiet), resultTable(quiet))]),
    ...(plan.length === 0 ? [] : [details(`Plan: ${count(plan.length, "step")}`, planList(plan), evidence.status === "planned")]),
    [
      ...(release === null ? [] : [`${plain(release.app)} ${plain(release.version)} ${code(release.digest.slice(0, 8))}`]),
      `commit ${code(evidence.sha.slice(0, 12))}`,
      runLink(evidence),
      `started by ${plain(shortened(evidence.actor, 100))}`,
      minute(evidence.started_at),
    ].join(" · "),
  ];
  return `${cutTo(parts.join("\n\n"), maxBytes - 1, `The rest is in the evidence file and the log of the run.`)}\n`;
}

/** The run and its attempt, as a link to it. */
export function runLink({ run_id, run_attempt, run_url }: Evidence): string {
  return link(`run ${shortened(run_id, 40)}, attempt ${shortened(run_attempt, 10)}`, run_url);
}

/** The verdict in one line. The loudest is a way back that failed; what was switched off is part of every verdict that rests on it. */
function headOf({ status, decision, stage, environment, results }: Evidence): string {
  const where = environment === null ? "" : ` on ${plain(shortened(environment, 100))}`;
  if (decision === "rollback-failed") return `✗ ROLLBACK FAILED, look now: ${stage}${where}`;
  const off = results.filter((one) => one.verdict === "off").length;
  const verdict = decision === "taken-back" ? "✗ Taken back" : heads[status];
  return `${verdict}${off === 0 ? "" : `, ${count(off, "check")} switched off`}: ${stage}${where}`;
}

/** What was done for the release, and what was done to take it back: the health of the release before is not that of the new one. */
function apart({ decision, results }: Evidence): { readonly results: readonly Result[]; readonly back: readonly Result[] } {
  const wentBack = decision === "taken-back" || decision === "rollback-failed";
  const cause = wentBack ? results.findIndex(blocks) : -1;
  return cause < 0 ? { results, back: [] } : { results: results.slice(0, cause + 1), back: results.slice(cause + 1) };
}

/** Steps that went well are read only by who wants to know how: all but the migrations stand folded. */
function isQuiet({ kind, id, verdict }: Result): boolean {
  return kind === "step" && id !== "migrate" && verdict === "pass";
}

function stepsTitle(steps: readonly Result[]): string {
  return `${count(steps.length, "step")} done in ${duration(steps.reduce((total, one) => total + one.duration_ms, 0))}`;
}

function planList(plan: readonly string[]): string {
  return plan.map((step, index) => `${index + 1}. ${sentence(shortened(step, 300))}`).join("\n");
}

function resultTable(results: readonly Result[]): string {
  return table(
    ["Check", "Status", "Seen", "Time"],
    results.map((one) => [
      sentence(shortened(one.title, 200)) + (one.required || one.verdict === "off" ? "" : " (should)"),
      `${verdictWords[one.verdict]}${figure(one)}`,
      sentence(shortened(one.says, 300)),
      one.verdict === "off" || one.verdict === "not-run" ? "" : duration(one.duration_ms),
    ]),
  );
}
