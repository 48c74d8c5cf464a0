import { join } from "node:path";
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

export const sobelowSchema = z.object({
  status: z.literal("ran"),
  scans: z.array(
    z.object({
      /** The app's absolute folder. */
      folder: z.string(),
      /** The text of the report; null when none was written. */
      report: z.string().nullable(),
      /** Source files that there are, and the absolute paths of those that cannot be parsed. */
      files: z.int(),
      unread: z.array(z.string()),
      ...printed,
    }),
  ),
});
/** One app's scan. */
export type Scan = z.infer<typeof sobelowSchema>["scans"][number];

/** How sure sobelow is of a finding, least first. */
const confidences = ["low", "medium", "high"] as const;
type Confidence = (typeof confidences)[number];

/** Findings below this are shown and do not fail the check, where the settings say nothing else. */
const defaultConfidence: Confidence = "low";

export default defineCheck({
  id: "sobelow",
  title: "mix sobelow",
  level: "must",
  docs: {
    passes: "nothing at or above `confidence` in any app",
    more:
      "`{confidence: low}`, `medium` or `high`: what is below is shown. In each app `.sobelow-conf` (`ignore`, " +
      "`ignore_files`, `router`, `threshold`), `.sobelow-skips` and `# sobelow_skip` count; where its report goes " +
      "and how it ends do not. An app without a router is scanned and said to be no web app",
  },
  settings: { confidence: z.enum(confidences).optional() },
  vm: "analysis",
  command: "mix sobelow",
  loads: ["coverage"],
  package: { name: "sobelow", line: '{:sobelow, "~> 0.15", only: [:dev, :test], runtime: false}' },
  artefact: sobelowSchema,
  reads: (path) => codeAndLock(path) || /(^|\/)\.sobelow/.test(path),
  judge: (seen, { context }, { confidence = defaultConfidence }) => judgeSobelow(seen.scans, confidence, context.path),
  byHand: (facts, { confidence = defaultConfidence }) => {
    // At the root of an umbrella sobelow scans nothing.
    const each = facts.project?.umbrella === true ? "cmd mix " : "";
    return inBuild(facts, "sobelow", `mix ${each}sobelow --private --skip --exit ${confidence}`);
  },
  sarif: { name: "sobelow", home: "https://hexdocs.pm/sobelow", tags: ["security"] },
});

const found = z.array(z.object({ file: z.string(), line: z.int(), type: z.string(), variable: z.string().nullish() }));
const report = z.object({
  findings: z.object({ high_confidence: found, medium_confidence: found, low_confidence: found }),
  sobelow_version: z.string().default("unknown"),
  total_findings: z.int(),
});

const severities = { high: "error", medium: "warning", low: "notice" } as const;

/** A finding, and how sure sobelow is of it. */
interface Found {
  readonly finding: Finding;
  readonly confidence: Confidence;
}

/**
 * Nothing at or above the confidence in any app (Phase 6: mix sobelow). Only the report that sobelow wrote counts: it
 * ends with 0 where it scanned nothing.
 */
export function judgeSobelow(scans: readonly Scan[], least: Confidence, path: (file: string) => string): Judgement {
  const all: Found[] = [];
  const withoutRouter: string[] = [];
  for (const scan of scans) {
    const read = parse(scan.report);
    if (read === null) return notScanned(scan, path);
    const named = namedIn(read, scan.folder, path);
    if (named.length !== read.total_findings)
      return couldNotRun("mix sobelow", {
        words: "",
        otherwise: `its report counts ${read.total_findings} and names ${named.length}.`,
        tail: tailOf(scan),
      });
    all.push(...named);
    // The checks of routers and pipelines are left out then, and all others are made.
    if (plain(scan.stderr).includes("cannot find the router")) withoutRouter.push(path(scan.folder) || "the project");
  }
  const files = scans.reduce((total, scan) => total + scan.files, 0);
  if (files === 0) return couldNotRun("mix sobelow", { words: "", otherwise: "there is no source file to scan." });
  const unread = scans.flatMap((scan) => scan.unread).map(path);
  if (unread.length > 0) return unparsed(unread);
  return judgeFindings(all, least, { scanned: scans.length, files, not_web: withoutRouter });
}

/** Files that sobelow left out. */
function unparsed(files: readonly string[]): Judgement {
  const message = "sobelow could not parse this file.";
  return {
    verdict: "error",
    reason_code: "syntax_error",
    says: `sobelow left out files that cannot be parsed: ${files.join(", ")}.`,
    remedy: "Fix their syntax.",
    findings: files.map((file) => ({ severity: "error", file, line: 1, message })),
  };
}

/** What was scanned: apps and files, and the apps without a router. */
interface Scanned {
  readonly scanned: number;
  readonly files: number;
  readonly not_web: string[];
}

function judgeFindings(all: readonly Found[], least: Confidence, seen: Scanned): Judgement {
  const { scanned, files, not_web: withoutRouter } = seen;
  const failing = all.filter((one) => confidences.indexOf(one.confidence) >= confidences.indexOf(least));
  const facts = { ...seen, findings: all.length, below_confidence: all.length - failing.length };
  const apps = counted(scanned, "app");
  const rest = [
    ...(all.length > failing.length
      ? [` ${all.length - failing.length} below \`${least}\` confidence are shown.`]
      : []),
    ...(withoutRouter.length > 0 ? [` Not a web app, since it has no router: ${withoutRouter.join(", ")}.`] : []),
  ].join("");
  // What fails comes first; what is only shown is a notice.
  const findings = [...failing.map((one) => one.finding), ...all.filter((one) => !failing.includes(one)).map(shown)];
  if (failing.length === 0)
    return {
      verdict: "pass",
      reason_code: "passed",
      says: `No findings in ${counted(files, "file")} of ${apps}.${rest}`,
      facts,
      findings,
    };
  const high = failing.filter((one) => one.confidence === "high").length;
  return {
    verdict: "fail",
    reason_code: "vulnerabilities_found",
    says: `${counted(failing.length, "finding")} in ${apps}, ${high} of high confidence.${rest}`,
    remedy:
      'Fix each, or mark a false one: `# sobelow_skip ["RULE"]` above its function; for a rule of `Config`, ' +
      '`[ignore: ["RULE"]]` in `.sobelow-conf`.',
    facts,
    findings,
  };
}

function shown({ finding }: Found): Finding {
  return { ...finding, severity: "notice" };
}

function namedIn(
  { findings }: z.infer<typeof report>,
  folder: string,
  path: (file: string) => string,
): readonly Found[] {
  return confidences.toReversed().flatMap((confidence) =>
    findings[`${confidence}_confidence`].map(
      (one): Found => ({
        confidence,
        finding: {
          severity: severities[confidence],
          message: one.variable ? `${one.type} (variable \`${one.variable}\`)` : one.type,
          rule: one.type.split(":")[0] ?? one.type,
          ...placed({ file: one.file.startsWith("/") ? one.file : join(folder, one.file), line: one.line }, path),
        },
      }),
    ),
  );
}

function notScanned(scan: Scan, path: (file: string) => string): Judgement {
  const words = plain(`${scan.stderr}\n${scan.stdout}`).replaceAll(/^#.*$/gm, "");
  const app = path(scan.folder) || "the project";
  const otherwise = words.includes("does not appear to be a Phoenix application")
    ? `it does not take ${app} for a Phoenix application.`
    : "it left no report of " +
      `${app}${firstLine(words) === "" ? ` and exited with code ${scan.code}.` : `: ${firstLine(words)}`}`;
  return couldNotRun("mix sobelow", { words, otherwise, tail: tailOf(scan) });
}

function parse(text: string | null): z.infer<typeof report> | null {
  return text === null ? null : (report.safeParse(readJson(text)).data ?? null);
}
