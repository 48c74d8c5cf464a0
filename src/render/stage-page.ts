import type { Evidence } from "../domain/evidence.ts";
import { isFirstContact } from "../domain/first-contact.ts";
import { blocks, type Result } from "../domain/result.ts";
import { brief, renderFailing, renderNotes, roomy, stands } from "./failing.ts";
import { bold, code, details, link, plain, sentence, table } from "./markdown.ts";
import { count, duration, figure, minute, shortened, shouldMark, statusWords } from "./words.ts";

const heads: Readonly<Record<Evidence["status"], string>> = {
  passed: "✓ Passed",
  failed: "✗ Failed",
  cancelled: "✗ Cancelled",
  planned: "◌ Dry run",
  running: "✗ Did not end",
};

/** All that a stage found out, as parts of Markdown: verdict first, table next, details folded. */
export function stagePage(evidence: Evidence): readonly string[] {
  const { plan } = evidence;
  const { shown, quiet, back } = arranged(evidence);
  return [
    ...verdictOf(evidence),
    ...tablesOf(shown, back),
    ...[...shown, ...back].filter((one) => stands(one) && !isFirstContact(one)).map((one) => renderFailing(one, roomy)),
    ...shown.flatMap((one) => renderNotes(one, roomy)),
    ...(quiet.length === 0 ? [] : [details(stepsTitle(quiet), resultTable(quiet))]),
    ...folded("Slowest tests", textsOf(evidence.results, "slowest")),
    ...folded("What was warm, what was cold", textsOf(evidence.results, "cache")),
    ...(plan.length === 0 ? [] : [details(`Plan: ${count(plan.length, "step")}`, planList(plan), evidence.status === "planned")]),
    footOf(evidence),
  ];
}

/** The same, as short as a conversation wants it: all details closed, the longest of them in the run alone. */
export function briefStagePage(evidence: Evidence): readonly string[] {
  const { shown, back } = arranged(evidence);
  return [
    ...verdictOf(evidence),
    ...tablesOf(shown, back),
    ...[...shown, ...back].filter((one) => stands(one) && !isFirstContact(one)).map((one) => renderFailing(one, brief)),
    ...shown.flatMap((one) => renderNotes(one, brief)),
    footOf(evidence),
  ];
}

/** The run and its attempt, as a link to it. */
export function runLink({ run_id, run_attempt, run_url }: Evidence): string {
  return link(`run ${shortened(run_id, 40)}, attempt ${shortened(run_attempt, 10)}`, run_url);
}

function verdictOf(evidence: Evidence): readonly string[] {
  const found = findingsLine(evidence.results);
  return [
    `## ${headOf(evidence)}`,
    bold(sentence(shortened(evidence.says, 2_000))),
    ...(evidence.remedy === "" ? [] : [`What to do: ${sentence(shortened(evidence.remedy, 2_000))}`]),
    ...evidence.warnings.map((warning) => `> **Note:** ${sentence(shortened(warning, 1_000))}`),
    ...(found === "" ? [] : [found]),
  ];
}

/** The verdict in one line. The loudest is a way back that failed; what was switched off is part of every verdict that rests on it. */
function headOf({ status, decision, stage, environment, results }: Evidence): string {
  const where = environment === null ? "" : ` on ${plain(shortened(environment, 100))}`;
  if (decision === "rollback-failed") return `✗ ROLLBACK FAILED, look now: ${stage}${where}`;
  const off = results.filter((one) => one.verdict === "off").length;
  const verdict = decision === "taken-back" ? "✗ Taken back" : heads[status];
  return `${verdict}${off === 0 ? "" : `, ${count(off, "check")} switched off`}: ${stage}${where}`;
}

/** How many findings there are, those of the change under review first; nothing where there are none. */
function findingsLine(results: readonly Result[]): string {
  const all = results.filter((one) => one.kind === "check" && (stands(one) || one.findings.some((finding) => finding.in_change)));
  const of = (where: "line" | "file") => all.flatMap((one) => one.findings).filter((one) => one.in_change === where).length;
  const [line, file] = [of("line"), of("file")];
  const total = all.reduce((sum, one) => sum + Math.max(one.findings_total, one.findings.length), 0);
  if (total === 0) return "";
  if (line + file === 0) return `${count(total, "finding")}.`;
  return `**${count(line, "finding")} on changed lines**, ${file} elsewhere in changed files, ${total - line - file} in the rest.`;
}

/** What was done for the release, what of it is quiet, and what was done to take it back: the health of the release before is not that of the new one. */
function arranged({ decision, results }: Evidence) {
  const wentBack = decision === "taken-back" || decision === "rollback-failed";
  const cause = wentBack ? results.findIndex(blocks) : -1;
  const forward = cause < 0 ? results : results.slice(0, cause + 1);
  return {
    shown: forward.filter((one) => !isQuiet(one)),
    quiet: forward.filter(isQuiet),
    back: cause < 0 ? [] : results.slice(cause + 1),
  };
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

/** The texts that results keep under a fact of this name. */
function textsOf(results: readonly Result[], name: string): readonly string[] {
  return results
    .flatMap(({ facts }) => facts[name] ?? [])
    .filter((one) => typeof one === "string")
    .map((text) => sentence(shortened(text, 500)));
}

function folded(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [details(title, lines.map((line) => `- ${line}`).join("\n"))];
}

function tablesOf(shown: readonly Result[], back: readonly Result[]): readonly string[] {
  return [...(shown.length === 0 ? [] : [resultTable(shown)]), ...(back.length === 0 ? [] : ["**The way back**", resultTable(back)])];
}

function resultTable(results: readonly Result[]): string {
  return table(
    ["Check", "Status", "Seen", "Time"],
    results.map((one) => [
      sentence(shortened(one.title, 200)) + shouldMark(one),
      `${statusWords(one)}${figure(one)}`,
      sentence(shortened(one.says, 300)),
      one.verdict === "off" || one.verdict === "not-run" ? "" : duration(one.duration_ms),
    ]),
  );
}

function footOf(evidence: Evidence): string {
  const { release } = evidence;
  return [
    ...(release === null ? [] : [`${plain(release.app)} ${plain(release.version)} ${code(release.digest.slice(0, 8))}`]),
    `commit ${code(evidence.sha.slice(0, 12))}`,
    runLink(evidence),
    `started by ${plain(shortened(evidence.actor, 100))}`,
    minute(evidence.started_at),
  ].join(" · ");
}
