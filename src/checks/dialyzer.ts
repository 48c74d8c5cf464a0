import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import type { Project } from "../domain/validation/project.ts";
import { counted } from "../domain/values/plural.ts";
import { placed, withinApps } from "../mix-output/location.ts";
import { couldNotRun, firstLine, plain, tailOf } from "../mix-output/unfinished.ts";
import { inBuild } from "./by-hand.ts";
import type { CheckContext } from "./context.ts";
import { defineCheck } from "./define.ts";
import { printed } from "./printed.ts";
import { codeAndLock } from "./reads.ts";

/** dialyzer, and where its PLT lies, whether it was there or had to be made, and the milliseconds that this took. */
export const dialyzerSchema = z.union([
  z.object({ status: z.literal("no_dialyzer") }),
  z.object({
    status: z.literal("ran"),
    ...printed,
    plt: z.object({ file: z.string(), state: z.enum(["warm", "updated", "built"]), took: z.int() }),
  }),
]);
export type DialyzerArtefact = z.infer<typeof dialyzerSchema>;

export default defineCheck({
  id: "dialyzer",
  title: "mix dialyzer",
  level: "should",
  docs: { passes: "no warning beside those in `.dialyzer_ignore.exs`", more: "see below" },
  vm: "analysis",
  command: "mix dialyzer",
  package: { name: "dialyxir", line: '{:dialyxir, "~> 1.4", only: [:dev, :test], runtime: false}' },
  artefact: dialyzerSchema,
  // dialyxir compiles.
  turn: 1,
  reads: (path) => codeAndLock(path) || /(^|\/)\.dialyzer_ignore/.test(path),
  judge: judgeInApps,
  byHand: (facts) => inBuild(facts, "dialyxir", "mix dialyzer --format short"),
  sarif: { name: "dialyzer", home: "https://hexdocs.pm/dialyxir", tags: ["correctness"] },
});

/**
 * dialyzer names files as the app that they belong to does: in an umbrella the one app that has such a file is found.
 */
async function judgeInApps(
  seen: DialyzerArtefact,
  { context, project }: { readonly context: Pick<CheckContext, "files" | "path">; readonly project: Project },
): Promise<Judgement> {
  const { files, path } = context;
  const judgement = judgeDialyzer(seen, path);
  if (!project.umbrella) return judgement;
  const named = judgeDialyzer(seen, (file) => file).findings ?? [];
  const places = await withinApps(
    named.flatMap(({ file }) => file ?? []),
    project.folders,
    files.exists,
  );
  return judgeDialyzer(seen, (file) => path(places.get(file) ?? file));
}

/**
 * `lib/a.ex:49:13:pattern_match The pattern …`, on standard error; OTP 25 and earlier may name no column, or neither
 * file nor line.
 */
const warning = /^([^:\n]*):(\d+)(?::(\d+))?:([a-z_]+) (.+)$/gm;

/** What dialyxir ends with. A warning is skipped where .dialyzer_ignore.exs says so, and counted all the same. */
const total = /^Total errors: (\d+), Skipped: (-?\d+), Unnecessary Skips: \d+$/m;

/** How dialyzer's own failures begin, on either stream. */
const failure = ":dialyzer.run error: ";

/**
 * No warnings (Phase 6: mix dialyzer). The count that dialyxir prints is the evidence; the warnings that it names must
 * be as many.
 */
export function judgeDialyzer(seen: DialyzerArtefact, path: (file: string) => string): Judgement {
  if (seen.status === "no_dialyzer") return withoutDialyzer;
  const { plt } = seen;
  const made = {
    warm: "The PLT was warm.",
    updated: `The PLT was brought up to date in ${seconds(plt.took)} s.`,
    built: `The PLT was built in ${seconds(plt.took)} s.`,
  }[plt.state];
  const facts = { plt: plt.state, plt_file: path(plt.file), plt_seconds: seconds(plt.took) };
  const output = plain(seen.stdout);
  const errors = plain(seen.stderr);
  const tail = tailOf(seen);
  const [, warnings, skips] = total.exec(output) ?? [];
  const skipped = Math.max(0, Number(skips));
  const standing = Number(warnings) - skipped;
  const findings = [...errors.matchAll(warning), ...output.matchAll(warning)].map(
    ([, file = "", line = "", column, rule = "", message = ""]): Finding => ({
      severity: "warning",
      message,
      rule,
      ...placed({ file, line: Number(line), column: column === undefined ? null : Number(column) }, path),
    }),
  );
  const seenFacts = { ...facts, warnings: findings.length, skipped };
  const all = `${errors}\n${output}`;
  if (/unused filters present/.test(errors))
    return { ...unusedFilters(output, standing, path(".dialyzer_ignore.exs")), facts: seenFacts, tail };
  if (warnings === undefined || all.includes(failure)) {
    const otherwise = reasonOf(all) || `it exited with code ${seen.code}.`;
    return { ...couldNotRun("mix dialyzer", { words: all, otherwise, tail }), facts };
  }
  if (standing > 0 || findings.length > 0) {
    const count = Math.max(standing, findings.length);
    const unread = count - findings.length;
    return {
      verdict: "fail",
      reason_code: "issues_found",
      says: `${counted(count, "warning")}. ${made}`,
      remedy:
        "Fix each, or list it in " +
        `.dialyzer_ignore.exs.${unread > 0 ? ` ${unread} of them are in the output alone.` : ""}`,
      facts: seenFacts,
      findings,
      ...(unread > 0 ? { tail } : {}),
    };
  }
  if (seen.code !== 0)
    return {
      ...couldNotRun("mix dialyzer", {
        words: errors,
        otherwise: `it counts no warning and exited with code ${seen.code}.`,
        tail,
      }),
      facts,
    };
  const rest = skipped > 0 ? ` ${skipped} skipped by .dialyzer_ignore.exs.` : "";
  return { verdict: "pass", reason_code: "passed", says: `No warnings.${rest} ${made}`, facts: seenFacts };
}

const withoutDialyzer: Judgement = {
  verdict: "error",
  reason_code: "tool_missing",
  says: "This Erlang has no dialyzer application.",
  remedy: "Debian and Ubuntu ship it apart: `apt-get install erlang-dialyzer`. erlef/setup-beam brings it along.",
};

/** Filters of the ignore file that match nothing: dialyxir fails then, and does not name its warnings. */
function unusedFilters(output: string, warnings: number, file: string): Judgement {
  const message = /^Unused filters:\n((?:[^\n]+\n)*)/m.exec(output)?.[1]?.trim() ?? "";
  const beside = warnings > 0 ? ` There are ${warnings} warnings too, which dialyxir does not name then.` : "";
  return {
    verdict: "fail",
    reason_code: "issues_found",
    says: `The ignore file has filters that no warning matches.${beside}`,
    remedy: "Remove them from .dialyzer_ignore.exs.",
    findings: [{ severity: "warning", rule: "unused_filter", message, file, line: 1 }],
  };
}

/** What dialyzer itself says of its failure, before anything else that was printed. */
function reasonOf(words: string): string {
  const lines = words.split("\n");
  return firstLine(lines.find((one) => one.includes(failure)) ?? words);
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
