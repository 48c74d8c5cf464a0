import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import type { Change } from "../domain/validation/change.ts";
import { percentage } from "../domain/values/settings.ts";
import { defineCheck } from "./define.ts";
import { anyFileAndServices } from "./reads.ts";

export const coverageSchema = z.object({
  status: z.literal("ran"),
  modules: z.array(
    z.object({
      module: z.string(),
      file: z.string().nullable(),
      relevant: z.int(),
      covered: z.int(),
      uncovered: z.array(z.int()),
    }),
  ),
  /** The project's own coverage tool, and the percentage that it demands. */
  tool: z.object({
    name: z.string(),
    threshold: z.number().nullable(),
    /** Whether Mix prints a total; `summary: false` keeps it from that. */
    prints: z.boolean().optional(),
  }),
});
export type CoverageArtefact = z.infer<typeof coverageSchema>;

/** Percent of the lines that tests reach, where the settings say nothing else. */
const defaultMinimum = 80;

/** Mix's own threshold is another one: the last total decides, that of all apps. */
const total = (minimum: number) =>
  `awk 'BEGIN {low = 1} {print} /[|] Total/ {sub(/^[|]/, ""); low = ($1 + 0 < ${minimum})} END {exit low}'`;

export default defineCheck({
  id: "coverage",
  title: "mix test --cover",
  level: "must",
  docs: {
    passes: "the lines that the tests reached are at least `minimum` percent (80)",
    more: "`{minimum: 80}`",
  },
  settings: { minimum: percentage.optional() },
  inputs: { minimum: "coverage-minimum" },
  vm: "test",
  command: "mix coverage",
  artefact: coverageSchema,
  reads: anyFileAndServices,
  asksServices: true,
  restsOn: ({ change }) =>
    change === null ? null : [...change].map(([file, lines]) => [file, lines === null ? null : [...lines]]),
  judge: (seen, { context, change }, { minimum = defaultMinimum }) =>
    judgeCoverage(seen, { minimum, path: context.path, change }),
  // In an umbrella Mix counts another total: lines of one app that the tests of another one cover.
  byHand: ({ project }, { minimum = defaultMinimum }) =>
    project?.umbrella === true
      ? ""
      : `mix test --cover --export-coverage all; MIX_ENV=test mix test.coverage | ${total(minimum)}`,
});

/** Annotations of changed lines that no test covers, at most. */
const maxUntested = 50;

/** What coverage is judged by: the minimum in percent, and what a pull request changes. */
interface CoverageRules {
  readonly minimum: number;
  readonly path: (file: string) => string;
  readonly change?: Change | null;
}

/**
 * Line coverage of the one test run against the minimum in percent (Phase 6: mix test --cover, 80 %). Mix's own
 * threshold is not asked. What `change` adds and no test covers is named line by line, also when the whole is covered
 * well enough.
 */
export function judgeCoverage(seen: CoverageArtefact, { minimum, path, change = null }: CoverageRules): Judgement {
  const relevant = seen.modules.reduce((total, one) => total + one.relevant, 0);
  const covered = seen.modules.reduce((total, one) => total + one.covered, 0);
  if (relevant === 0) {
    return {
      verdict: "error",
      reason_code: "not_judged",
      says: `The test run left no coverage: ${seen.modules.length} modules, no relevant line.`,
      remedy:
        "Look at `test_coverage` in mix.exs: it may leave out every module. Tests that stop `:cover` lose its data.",
      // Mix calls no line at all 100 %.
      reproduce: "",
    };
  }
  const percent = (100 * covered) / relevant;
  const untested = change === null ? [] : untestedIn(seen, change, path);
  const lines = untested.reduce((total, one) => total + one.to - one.from + 1, 0);
  const reproduce = byHand(seen.tool);
  const facts = {
    coverage: floor(percent),
    covered_lines: covered,
    relevant_lines: relevant,
    tool: { name: seen.tool.name, threshold: seen.tool.threshold },
    modules: seen.modules.map((one) => ({
      module: one.module,
      coverage: one.relevant === 0 ? 100 : floor((100 * one.covered) / one.relevant),
      covered: one.covered,
      relevant: one.relevant,
    })),
    ...(change === null ? {} : { untested_changed_lines: lines }),
  };
  const ofChange = lines === 0 ? "" : ` ${lines} changed ${lines === 1 ? "line is" : "lines are"} not covered.`;
  const says =
    `Coverage is ${floor(percent).toFixed(1)} % (${covered} ` +
    `of ${relevant} lines; minimum ${minimum} %).${ofChange}`;
  if (percent < minimum) {
    return {
      verdict: "fail",
      reason_code: "coverage_below_minimum",
      says,
      remedy:
        "Test the lines that the job summary lists, or begin with " +
        `\`checks: {coverage: {minimum: ${Math.floor(percent)}}}\` in the settings and raise it.`,
      facts,
      findings: [...worstOf(seen, path), ...notices(untested)],
      ...reproduce,
    };
  }
  const findings = [...lenient(seen.tool, minimum), ...notices(untested)];
  return { verdict: "pass", reason_code: "passed", says, facts, findings, ...reproduce };
}

/** The modules with the most lines that no test covers. */
function worstOf({ modules }: CoverageArtefact, path: (file: string) => string): readonly Finding[] {
  const missed = ({ relevant, covered }: CoverageArtefact["modules"][number]) => relevant - covered;
  const worst = modules.filter((one) => missed(one) > 0).sort((a, b) => missed(b) - missed(a));
  return worst.slice(0, maxModules).map((one) => ({
    severity: "warning",
    message:
      `${one.module}: ${missed(one)} of ${one.relevant} lines are not covered: ` +
      `${one.uncovered.slice(0, 30).join(", ")}${one.uncovered.length > 30 ? ", …" : ""}.`,
    ...(one.file === null ? {} : { file: path(one.file) }),
    ...(one.uncovered[0] === undefined ? {} : { line: one.uncovered[0] }),
  }));
}

/** Modules that are named, at most. */
const maxModules = 50;

/** Mix's own command shows the total unless mix.exs has another tool, whose minimum is its own, or no summary. */
function byHand({ name, prints }: CoverageArtefact["tool"]): Pick<Judgement, "reproduce"> {
  return name === "Mix" && prints !== false ? {} : { reproduce: "" };
}

/** Neighbouring lines that the change adds and no test covers. */
interface Untested {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Where the lines of a changed file are not known, all of it counts as changed. */
function untestedIn(
  { modules }: CoverageArtefact,
  change: Change,
  path: (file: string) => string,
): readonly Untested[] {
  const uncovered = new Map<string, number[]>();
  for (const one of modules) {
    if (one.file === null) continue;
    const file = path(one.file);
    const changed = change.get(file);
    if (changed === undefined) continue;
    const lines = one.uncovered.filter((line) => line >= 1 && (changed === null || changed.has(line)));
    uncovered.set(file, [...(uncovered.get(file) ?? []), ...lines]);
  }
  return [...uncovered].flatMap(([file, lines]) => ranges(lines).map((range) => ({ file, ...range })));
}

function notices(untested: readonly Untested[]): readonly Finding[] {
  const shown = untested.length > maxUntested ? untested.slice(0, maxUntested - 1) : untested;
  const findings: Finding[] = shown.map(({ file, from, to }) => ({
    severity: "notice",
    message: from === to ? "No test covers this changed line." : `No test covers the changed lines ${from} to ${to}.`,
    rule: "untested-change",
    file,
    line: from,
  }));
  const left = untested.length - shown.length;
  const rest: Finding = {
    severity: "notice",
    message: `${left} more places in changed files are not covered.`,
    rule: "untested-change",
  };
  return left === 0 ? findings : [...findings, rest];
}

/** Whole numbers as ranges of neighbours, in order: `1, 2, 3, 7` is 1 to 3, and 7. */
export function ranges(numbers: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const one of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && one === last.to + 1) last.to = one;
    else found.push({ from: one, to: one });
  }
  return found;
}

/** The project's own tool accepts less than is asked here: whoever runs it by hand sees a pass that is none. */
function lenient({ name, threshold }: CoverageArtefact["tool"], minimum: number): readonly Finding[] {
  if (threshold === null || threshold >= minimum) return [];
  const message =
    `${name} accepts ${threshold} % in this project, and ${minimum} % is asked for: raise its threshold, so that ` +
    "both say the same.";
  return [{ severity: "notice", message, rule: "threshold" }];
}

/** One decimal, rounded down: 79.96 must never read as 80.0. */
function floor(percent: number): number {
  return Math.floor(percent * 10 + 1e-9) / 10;
}
