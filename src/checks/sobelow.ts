import { join } from "node:path";
import { z } from "zod";
import type { Finding, Judgement } from "../domain/result.ts";
import type { Ran } from "../ports.ts";
import { couldNotRun, plain, tailOf } from "./lane.ts";
import { placed } from "./place.ts";

const found = z.array(z.object({ file: z.string(), line: z.int(), type: z.string(), variable: z.string().nullish() }));
const report = z.object({
  findings: z.object({ high_confidence: found, medium_confidence: found, low_confidence: found }),
  sobelow_version: z.string().default("unknown"),
  total_findings: z.int(),
});

/** One scan: the app's absolute folder, how the run ended, and the text of its report; null when it wrote none. */
export interface Scan extends Pick<Ran, "code" | "stdout" | "stderr"> {
  readonly folder: string;
  readonly report: string | null;
}

const severities = { high_confidence: "error", medium_confidence: "warning", low_confidence: "notice" } as const;

/** No finding in any app (Phase 6: mix sobelow). Only the report that sobelow wrote counts: it ends with 0 where it scanned nothing. */
export function judgeSobelow(scans: readonly Scan[], path: (file: string) => string): Judgement {
  const findings: Finding[] = [];
  for (const scan of scans) {
    const { folder, report: text, ...ran } = scan;
    const read = parse(text);
    if (read === null || ran.code === null) {
      const words = plain(`${ran.stdout}\n${ran.stderr}`);
      const otherwise = words.includes("does not appear to be a Phoenix application")
        ? `it does not take ${path(folder)} for a Phoenix application.`
        : `it left no report of ${path(folder) || "the project"} and ended with ${ran.code}.`;
      return couldNotRun("mix sobelow", words, otherwise, tailOf(ran));
    }
    const named = Object.entries(severities).flatMap(([level, severity]) =>
      read.findings[level as keyof typeof severities].map(
        (one): Finding => ({
          severity,
          message: one.variable ? `${one.type} (variable \`${one.variable}\`)` : one.type,
          rule: one.type.split(":")[0] ?? one.type,
          ...placed({ file: one.file.startsWith("/") ? one.file : join(folder, one.file), line: one.line }, path),
        }),
      ),
    );
    if (named.length !== read.total_findings)
      return couldNotRun(
        "mix sobelow",
        "",
        `its report counts ${read.total_findings}, names ${named.length}, and it ended with ${ran.code}.`,
        tailOf(ran),
      );
    findings.push(...named);
  }
  if (scans.length === 0) return couldNotRun("mix sobelow", "", "there is no app to scan.");
  const facts = { scanned: scans.length, findings: findings.length };
  if (findings.length === 0)
    return {
      verdict: "pass",
      reason_code: "passed",
      says: `No findings in ${scans.length} ${scans.length === 1 ? "app" : "apps"}.`,
      facts,
    };
  return {
    verdict: "fail",
    reason_code: "vulnerabilities_found",
    says: `${findings.length} ${findings.length === 1 ? "finding" : "findings"}, ${findings.filter((one) => one.severity === "error").length} of high confidence.`,
    remedy: "Mend each, or mark a false one with `# sobelow_skip`.",
    facts,
    findings,
  };
}

function parse(text: string | null): z.infer<typeof report> | null {
  try {
    return text === null ? null : report.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
