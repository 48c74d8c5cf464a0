import { blocks, type Finding, notPassed, type Result } from "../../domain/evidence/result.ts";
import { restoreIn } from "../../domain/rollback/procedures.ts";
import { counted } from "../../domain/values/plural.ts";
import { handPart } from "../text/hand-part.ts";
import { block, bold, cell, code, details, narrowBlock, sentence, table } from "../text/markdown.ts";
import { capital, durationText, earlierRun, isOptional, optionalMark, shortened } from "../text/wording.ts";
import { type Cause, causesOf } from "./causes.ts";
import { findingList } from "./list.ts";

/** How much of a result is shown: findings, characters of the tool's last words, and whether what blocks is open. */
export interface Room {
  readonly findings: number;
  readonly tail: number;
  readonly open: boolean;
}

/** A page of its own, and a conversation among others. */
export const roomy: Room = { findings: 50, tail: 6_000, open: true };
export const brief: Room = { findings: 10, tail: 1_500, open: false };

/** What did not pass, as parts of Markdown: a table with every remedy, and what is known beyond it. */
export interface Failing {
  readonly table: readonly string[];
  /** What the table says to do: it need not be said above it as well. */
  readonly remedies: readonly string[];
  readonly details: readonly string[];
}

/**
 * What did not pass. The table is left out where nothing failed, or where one thing did and `above` has said it
 * already.
 */
export function failing(results: readonly Result[], room: Room, above = ""): Failing {
  const causes = causesOf(results);
  const said = causes.length === 1 && causes.every((one) => above.includes(one.says));
  const shown = causes.length > 0 && !said;
  return {
    table: shown ? [failingTable(causes)] : [],
    remedies: shown ? causes.map((one) => one.remedy) : [],
    details: causes.flatMap((one) => detailsOf(one, room, shown)),
  };
}

function failingTable(causes: readonly Cause[]): string {
  const todo = (remedy: string) =>
    remedy === "" ? "" : `<br>${bold("What to do:")} ${cell(shortened(remedy, 1_000))}`;
  const rows = causes.map(({ results, says, remedy }) => [
    namesOf(results),
    `${cell(shortened(says, 1_000))}${todo(remedy)}`,
  ]);
  return table(["Not passed", "Why, and what to do"], rows);
}

/** What is known of a cause beyond its sentence, folded; open when it blocks. */
function detailsOf({ results }: Cause, room: Room, named: boolean): readonly string[] {
  const [first, ...others] = results;
  if (first === undefined) return [];
  const parts = known(results, first, room);
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const findings = first.findings.length === 0 ? "" : `: ${counted(totalOf(first), "finding")}`;
  const title = `${signOf(first)} ${sentence(shortened(first.title, 200))}${more}${findings}`;
  if (parts.length > 0) return [details(title, parts.join("\n\n"), room.open && blocks(first))];
  return named ? [] : [title];
}

/** Lines of output that are read at once, where there is no finding to read. */
const lastLines = 12;

function known(results: readonly Result[], first: Result, room: Room): readonly string[] {
  const { tail } = results.find((one) => one.tail.trim() !== "") ?? first;
  const shown = tail.length > room.tail ? `… (cut)\n${tail.slice(-room.tail)}` : tail;
  const figures = figuresOf(first);
  const commands = [...new Set(results.map((one) => one.reproduce).filter((one) => one !== ""))];
  return [
    findingList(first.findings, room.findings, totalOf(first)),
    ...(tail.trim() === "" ? [] : outputOf(shown, first.findings.length > 0)),
    figures.length === 0 ? "" : details("Figures", figures.join("\n")),
    restoreOf(first),
    commands.length === 0 ? "" : `The same by hand: ${commands.map((one) => code(shortened(one, 1_000))).join(", ")}`,
  ].filter((part) => part !== "");
}

/** How a database is brought back from its backup, to be copied as it is. */
function restoreOf({ facts }: Result): string {
  const parts = restoreIn(facts);
  return parts.length === 0 ? "" : details("A restore from the backup, by hand", parts.flatMap(handPart).join("\n\n"));
}

/**
 * The last lines that a tool or server printed, folded as they are. Where there is no finding to read, the very last
 * ones come before that, as a phone can show them.
 */
function outputOf(tail: string, folded: boolean): readonly string[] {
  const lines = tail.trimEnd().split("\n");
  const whole = details("The last lines of its output", block(tail));
  if (folded) return [whole];
  const short = lines.length <= lastLines && lines.every((line) => line.length <= 300);
  const read = narrowBlock(
    lines
      .slice(-lastLines)
      .map((line) => shortened(line, 300))
      .join("\n"),
  );
  return ["The last lines of its output:", read, ...(short ? [] : [whole])];
}

/** The figures that a watch was judged by: for whoever wants to check the sentence. */
export function figuresOf({ id, facts }: Result): readonly string[] {
  if (id !== "watch") return [];
  return Object.entries(facts)
    .filter(([, value]) => typeof value === "number" || typeof value === "string")
    .map(
      ([name, value]) =>
        `- ${sentence(shortened(name.replaceAll("_", " "), 60))}: ${sentence(shortened(shownFigure(value), 200))}`,
    );
}

/** A share such as 0.25862068965517243 is read no better for its digits. */
function shownFigure(value: unknown): string {
  return typeof value === "number" && !Number.isInteger(value) ? String(Number(value.toPrecision(4))) : String(value);
}

/**
 * What a check that passed still says, folded: an alias that gates nothing, a test file that is never run, lines that
 * no test covers.
 */
export function renderNotes(one: Result, room: Room): readonly string[] {
  const notes: readonly Finding[] = notPassed(one) ? [] : one.findings;
  if (notes.length === 0) return [];
  const sign = one.verdict === "pass" ? "✅" : "➖";
  const title = `${sign} ${sentence(shortened(one.title, 200))}: ${counted(totalOf(one), "note")}`;
  return [details(title, findingList(notes, room.findings, totalOf(one)))];
}

/** What passed, in one folded table. `part` says what of the stage that was, where it has several. */
export function passedTable(results: readonly Result[], part = ""): readonly string[] {
  const passed = results.filter((one) => one.verdict === "pass");
  if (passed.length === 0) return [];
  const ms = passed.reduce((total, one) => total + one.duration_ms, 0);
  const checks = passed.every((one) => one.kind === "check");
  const title = checks ? `${counted(passed.length, "check")} passed` : `${passed.length} passed in ${durationText(ms)}`;
  const took = (one: Result) =>
    one.duration_ms === 0 ? "" : ` · ${durationText(one.duration_ms).replaceAll(" ", "&#160;")}`;
  const rows = passed.map((one) => [
    `${cell(shortened(one.title, 200))}${optionalMark(one)}`,
    `${from(one)}${cell(shortened(one.says, 300))}${took(one)}`,
  ]);
  return [details(`✅ ${part}${title}`, table(["Passed", "What was seen"], rows))];
}

/**
 * Titles of results that passed nothing and failed nothing, in one line each: what was not run and why, what is off,
 * what does not apply.
 */
export function quietLines(results: readonly Result[]): readonly string[] {
  const notRun = results.filter((one) => one.verdict === "not-run" && one.reason_code !== "not_applicable");
  const off = results.filter((one) => one.verdict === "off");
  const strange = results.filter(
    (one) => one.reason_code === "not_applicable" && !notPassed(one) && one.verdict !== "pass",
  );
  const why = [...Map.groupBy(notRun, ({ says }) => says)].map(
    ([says, group]) =>
      `⏭️ Not run: ${titles(group)}. ${sentence(shortened(capital(says.replace(/^not run: /i, "")), 300))}`,
  );
  const lines = [...why, ...(off.length === 0 ? [] : [`➖ Switched off: ${titles(off)}`])];
  const reasons = strange.map((one) => `- ${titles([one])}: ${sentence(shortened(one.says, 300))}`);
  return [
    ...(lines.length === 0 ? [] : [lines.join("\n\n")]),
    ...(strange.length === 0 ? [] : [details(`➖ Does not apply: ${titles(strange)}`, reasons.join("\n"))]),
  ];
}

function titles(results: readonly Result[]): string {
  return results.map((one) => sentence(shortened(one.title, 200))).join(", ");
}

function totalOf(one: Result): number {
  return Math.max(one.findings_total, one.findings.length);
}

/** What blocks is a failure, the rest a warning. */
function signOf(one: Result): string {
  return blocks(one) ? "❌" : "⚠️";
}

/** Verdicts that a sign alone does not show. */
const named: readonly Result["verdict"][] = ["error", "inconclusive"];

/** What the sign of a result does not show, in one bracket. */
function marksOf(one: Result): string {
  const marks = [...(isOptional(one) ? ["optional"] : []), ...(named.includes(one.verdict) ? [one.verdict] : [])];
  return marks.length === 0 ? "" : ` (${marks.join(", ")})`;
}

/** The checks of one cause: they are all required or all optional, and ended alike. */
function namesOf(results: readonly Result[]): string {
  const [first] = results;
  if (first === undefined) return "";
  const names = results.map((one) => cell(shortened(one.title, 200))).join(", ");
  return `${signOf(first)} ${names}${marksOf(first)}`;
}

function from(one: Result): string {
  const run = earlierRun(one);
  return run === "" ? "" : `✓ as in ${run}: `;
}
