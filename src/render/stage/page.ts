import { type Evidence, terminalRun } from "../../domain/evidence/evidence.ts";
import { blocks, notPassed, type Result } from "../../domain/evidence/result.ts";
import { isFirstContact } from "../../domain/fleet/first-contact.ts";
import { counted } from "../../domain/values/plural.ts";
import {
  brief,
  failing,
  figuresOf,
  passedTable,
  quietLines,
  type Room,
  renderNotes,
  roomy,
} from "../findings/failing.ts";
import { bold, code, details, link, plainText, sentence } from "../text/markdown.ts";
import { minute, shortened } from "../text/wording.ts";
import { watchShown } from "../watch/table.ts";
import { headline } from "./headline.ts";
import { hostsAndTimeline } from "./hosts.ts";

/** All that a stage found out, as parts of Markdown: the verdict, what did not pass, and the rest folded. */
export function stagePage(evidence: Evidence): readonly string[] {
  const { plan, results } = evidence;
  return [
    ...verdictAndResults(evidence, roomy),
    ...(evidence.watch === undefined ? [] : ["**The watch**", watchShown(evidence.watch)]),
    ...folded("Figures of the watch", results.filter((one) => !notPassed(one)).flatMap(figuresOf)),
    ...folded("Slowest tests", textsOf(results, "slowest")),
    ...folded("Reused and new results", textsOf(results, "cache")),
    ...(plan.length === 0
      ? []
      : [details(`Plan: ${counted(plan.length, "step")}`, planList(plan), evidence.status === "planned")]),
    ...hostsAndTimeline(evidence),
    footOf(evidence),
  ];
}

/** The same, as short as a conversation wants it: all details closed, the longest of them in the run alone. */
export function briefStagePage(evidence: Evidence): readonly string[] {
  return [...verdictAndResults(evidence, brief), footOf(evidence)];
}

/** What did not pass comes first; what was done to roll the release back is apart from what was done to deploy it. */
function verdictAndResults(evidence: Evidence, room: Room): readonly string[] {
  const { forward, back } = arranged(evidence);
  // What the project does not have yet is one block of its own, at the top of the page.
  const failed = failing(
    forward.filter((one) => !isFirstContact(one)),
    room,
    shortened(evidence.says, 2_000),
  );
  const failedBack = failing(back, room);
  const remedy = failed.remedies.includes(evidence.remedy) ? "" : evidence.remedy;
  return [
    ...verdictOf(evidence, remedy),
    ...failed.table,
    ...notesOf(evidence.warnings),
    ...failed.details,
    ...(back.some(notPassed) ? ["**The rollback**", ...failedBack.table, ...failedBack.details] : []),
    ...passedTable(forward, back.length === 0 ? "" : "Before the rollback: "),
    ...passedTable(back, "Rollback: "),
    ...quietLines([...forward, ...back]),
    ...forward.flatMap((one) => renderNotes(one, room)),
  ];
}

/** Notes that are read at once; more of them would push what failed out of sight. */
const maxNotes = 4;

function notesOf(warnings: readonly string[]): readonly string[] {
  const notes = warnings.map((warning) => `> **Note:** ${sentence(shortened(warning, 1_000))}`);
  const rest = notes.slice(maxNotes);
  return [
    ...notes.slice(0, maxNotes),
    ...(rest.length === 0 ? [] : [details(counted(rest.length, "more note"), rest.join("\n\n"))]),
  ];
}

/** The run and its attempt, as a link to it. */
function runLink({ run_id, run_attempt, run_url }: Evidence): string {
  if (run_id === terminalRun) return "in a terminal";
  return link(`run ${shortened(run_id, 40)}, attempt ${shortened(run_attempt, 10)}`, run_url);
}

function verdictOf(evidence: Evidence, remedy: string): readonly string[] {
  const found = findingsLine(evidence.results);
  const watch = evidence.results.find((one) => one.id === "watch" && one.verdict === "pass");
  return [
    `## ${headline(evidence)}`,
    bold(sentence(shortened(evidence.says, 2_000))),
    ...(remedy === "" ? [] : [`**What to do:** ${sentence(shortened(remedy, 2_000))}`]),
    ...(watch === undefined ? [] : [sentence(shortened(watch.says, 1_000))]),
    ...(found === "" ? [] : [found]),
  ];
}

/** How many findings there are, those of the change under review first; nothing where none is of it. */
function findingsLine(results: readonly Result[]): string {
  const all = results.filter(
    (one) => one.kind === "check" && (notPassed(one) || one.findings.some((finding) => finding.in_change)),
  );
  const of = (where: "line" | "file") =>
    all.flatMap((one) => one.findings).filter((one) => one.in_change === where).length;
  const [line, file] = [of("line"), of("file")];
  const total = all.reduce((sum, one) => sum + Math.max(one.findings_total, one.findings.length), 0);
  if (line + file === 0) return "";
  const rest = total - line - file;
  return `**${counted(line, "finding")} on changed lines**, ${file} elsewhere in changed files, ${rest} in the rest.`;
}

/**
 * What was done for the release, and what was done to roll it back: the health of the release before is not that of
 * the new one.
 */
function arranged({ decision, results }: Evidence) {
  const wentBack = decision === "taken-back" || decision === "rollback-failed";
  const cause = wentBack ? results.findIndex(blocks) : -1;
  return {
    forward: cause < 0 ? results : results.slice(0, cause + 1),
    back: cause < 0 ? [] : results.slice(cause + 1),
  };
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
  return lines.length === 0
    ? []
    : [details(title, lines.map((line) => (line.startsWith("- ") ? line : `- ${line}`)).join("\n"))];
}

function footOf(evidence: Evidence): string {
  const { release } = evidence;
  return [
    ...(release === null
      ? []
      : [`${plainText(release.app)} ${plainText(release.version)} ${code(release.digest.slice(0, 8))}`]),
    `commit ${code(evidence.sha.slice(0, 12))}`,
    runLink(evidence),
    `started by ${plainText(shortened(evidence.actor, 100))}`,
    minute(evidence.started_at),
  ].join(" · ");
}
