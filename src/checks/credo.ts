import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { readJson } from "../domain/values/json.ts";
import { counted } from "../domain/values/plural.ts";
import { placed } from "../mix-output/location.ts";
import { couldNotRun, firstLine, plain, tailOf } from "../mix-output/unfinished.ts";
import { inBuild } from "./by-hand.ts";
import { defineCheck } from "./define.ts";
import { printed } from "./printed.ts";
import { codeAndLock } from "./reads.ts";

/**
 * credo, how many files and checks it worked with, and the issues that its configuration lets inform only; null where
 * it did not come so far.
 */
export const credoSchema = z.object({
  status: z.literal("ran"),
  ...printed,
  read: z
    .object({
      files: z.int(),
      checks: z.int(),
      informing: z
        .array(z.object({ check: z.string(), filename: z.string(), line_no: z.int().nullable(), message: z.string() }))
        .optional(),
    })
    .nullable(),
});
export type CredoArtefact = z.infer<typeof credoSchema>;

export default defineCheck({
  id: "credo",
  title: "mix credo --strict",
  level: "must",
  docs: {
    passes: "`mix credo --strict` reports no issues, with at least one file and one check analysed",
    more:
      "`.credo.exs` counts, and an issue of a check with `exit_status: 0` is shown and does not fail. " +
      "A file that it cannot parse, a check that it does not know, a root that it does not read " +
      "(an umbrella's paths begin with `apps/`) is an error",
  },
  vm: "analysis",
  command: "mix credo",
  package: { name: "credo", line: '{:credo, "~> 1.7", only: [:dev, :test], runtime: false}' },
  artefact: credoSchema,
  reads: codeAndLock,
  judge: (seen, { context }) => judgeCredo(seen, context.path),
  byHand: (facts) => inBuild(facts, "credo", "mix credo --strict"),
  sarif: { name: "credo", home: "https://hexdocs.pm/credo", tags: ["maintainability"] },
});

const report = z.object({
  issues: z.array(
    z.object({
      category: z.string(),
      check: z.string(),
      filename: z.string(),
      line_no: z.int().nullable(),
      column: z.int().nullish(),
      message: z.string(),
    }),
  ),
});

type Issue = z.infer<typeof report>["issues"][number];

/** From here on the exit code is a fault of the tool; below it is a set of issue categories. */
const toolFault = 128;

/**
 * No issue in the files that there are (Phase 6: mix credo --strict). What credo left out, files or checks, is never a
 * pass.
 */
export function judgeCredo(seen: CredoArtefact, path: (file: string) => string): Judgement {
  const tail = tailOf(seen);
  const errors = plain(seen.stderr);
  const parsed = parse(plain(seen.stdout));
  if (seen.code >= toolFault || parsed === null) return broken(seen, path);
  const excluded = [...errors.matchAll(/^ {1,8}\d+\) (.+)$/gm)].map(([, file = ""]) => path(file));
  if (excluded.length > 0 || errors.includes("could not be parsed")) return { ...unparsed(excluded), tail };
  const unknown = [...errors.matchAll(/Ignoring an undefined check: (\S+)/g)].map(([, check = ""]) => check);
  if (unknown.length > 0)
    return misconfigured(path, { says: `credo ignored checks that it does not know: ${unknown.join(", ")}.`, tail });

  const { read } = seen;
  const informing = new Set((read?.informing ?? []).map(keyOf));
  // Nothing sets the exit code where every check that found something has `exit_status: 0`.
  const informs = (one: Issue) => informing.has(keyOf(one)) || (seen.code === 0 && read !== null);
  const failing = parsed.issues.filter((one) => !informs(one));
  const informed = parsed.issues.length - failing.length;
  const facts = {
    issues: failing.length,
    informing: informed,
    files: read?.files ?? null,
    checks: read?.checks ?? null,
  };
  const findings = parsed.issues.map(
    (one): Finding => ({ ...findingOf(one, path), severity: informs(one) ? "notice" : "warning" }),
  );
  const rest = informed === 0 ? "" : ` ${informed} more inform only (\`exit_status: 0\`).`;
  if (failing.length > 0) {
    const categories = [...new Set(failing.map((one) => one.category))].sort();
    return {
      verdict: "fail",
      reason_code: "issues_found",
      says: `${counted(failing.length, "issue")} (${categories.join(", ")}).${rest}`,
      remedy: "Fix each, or configure the check in .credo.exs.",
      facts,
      findings,
    };
  }
  const stopped = (otherwise: string) => couldNotRun("mix credo", { words: errors, otherwise, tail });
  if (seen.code !== 0) return stopped(`it named no issue and exited with code ${seen.code}.`);
  if (read === null) return stopped("it does not say which files it read.");
  if (read.files === 0)
    return misconfigured(path, { says: "credo analysed no file.", tail, where: "`files: %{included: …}`" });
  if (read.checks === 0) return misconfigured(path, { says: "credo ran no check.", tail, where: "`checks`" });
  return {
    verdict: "pass",
    reason_code: "passed",
    says:
      `${informed === 0 ? "No issues" : "No issues that count"} in ${counted(read.files, "file")}, by ` +
      `${counted(read.checks, "check")}.${informed === 0 ? "" : ` ${informed} inform only (\`exit_status: 0\`).`}`,
    facts,
    findings,
  };
}

/** Files that credo left out. */
function unparsed(files: readonly string[]): Judgement {
  return {
    verdict: "error",
    reason_code: "syntax_error",
    says: `credo left out files that it could not parse: ${files.join(", ")}.`,
    remedy: "Fix their syntax.",
    findings: files.map((file) => ({ severity: "error", file, line: 1, message: "credo could not parse this file." })),
  };
}

/** What distinguishes an issue from every other. */
function keyOf(one: Pick<Issue, "check" | "filename" | "line_no" | "message">): string {
  return JSON.stringify([one.check, one.filename, one.line_no, one.message]);
}

function findingOf(one: Issue, path: (file: string) => string): Finding {
  const place = placed({ file: one.filename, line: one.line_no, column: one.column }, path);
  return { severity: "warning", message: one.message, rule: one.check, ...place };
}

/** credo could not do its work; a configuration that does not parse is named with its place. */
function broken(seen: CredoArtefact, path: (file: string) => string): Judgement {
  const tail = tailOf(seen);
  const errors = plain(seen.stderr);
  const [, file, line] = /:badconfig, "([^"\n]{1,500})"(?:.{0,2000}?\bline: (\d+))?/.exec(errors) ?? [];
  if (file === undefined) {
    const otherwise = firstLine(errors) || `it exited with code ${seen.code}.`;
    return couldNotRun("mix credo", { words: `${errors}\n${plain(seen.stdout)}`, otherwise, tail });
  }
  const why = /description: "([^"\n]{1,500})"/.exec(errors)?.[1] ?? "it is no valid Elixir";
  return {
    verdict: "error",
    reason_code: "syntax_error",
    says: `credo cannot read its configuration ${path(file)}: ${why}.`,
    remedy: "Fix its syntax.",
    findings: [
      { severity: "error", message: why, ...placed({ file, line: line === undefined ? 1 : Number(line) }, path) },
    ],
    tail,
  };
}

function misconfigured(
  path: (file: string) => string,
  {
    says,
    tail,
    where = "the names of checks",
  }: { readonly says: string; readonly tail: string; readonly where?: string },
): Judgement {
  const file = path(".credo.exs");
  const remedy = `Look at ${where} in ${file}; at the root of an umbrella the paths begin with \`apps/\`.`;
  return { verdict: "error", reason_code: "not_judged", says, remedy, tail };
}

/** Dependencies that had to be compiled speak first: the report begins at the first line that begins with `{`. */
function parse(stdout: string): z.infer<typeof report> | null {
  const start = /^\{(?:$|")/m.exec(stdout);
  return start === null ? null : (report.safeParse(readJson(stdout.slice(start.index))).data ?? null);
}
