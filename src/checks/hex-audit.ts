import { z } from "zod";
import type { Finding, Judgement } from "../domain/evidence/result.ts";
import { couldNotRun, firstLine, plain, tailOf } from "../mix-output/unfinished.ts";
import { defineCheck } from "./define.ts";
import { printed } from "./printed.ts";

/** Hex's version, and how many of its packages are in mix.lock. */
export const hexAuditSchema = z.object({ status: z.literal("ran"), ...printed, hex: z.string(), packages: z.int() });
export type HexAuditArtefact = z.infer<typeof hexAuditSchema>;

export default defineCheck({
  id: "hex-audit",
  title: "mix hex.audit",
  level: "must",
  docs: {
    passes: "Hex 2.5 or later asked the registry for every package in mix.lock: none retired, no advisory",
    more:
      "`hex: [ignore_advisories: […], ignore_retirements: […]]` in mix.exs; what is ignored is listed. " +
      "A registry that cannot be reached is inconclusive, though Hex passes then",
  },
  vm: "analysis",
  command: "mix hex.audit",
  loads: ["dependencies"],
  artefact: hexAuditSchema,
  // From 1.15 on mix takes Hex from the path when the dependencies are loaded.
  turn: -2,
  light: true,
  known: ({ deps, hex }) => (Object.keys(deps).length === 0 ? noPackages : hex === null ? withoutHex : null),
  judge: (seen, { context }) => judgeHexAudit(seen, context.path),
  byHand: () => "mix hex.audit",
  sarif: {
    name: "hex.audit",
    home: "https://hexdocs.pm/hex/Mix.Tasks.Hex.Audit.html",
    tags: ["security", "dependencies"],
  },
});

/** Hex is installed beside mix, not as a dependency. */
const withoutHex: Judgement = {
  verdict: "error",
  reason_code: "tool_missing",
  says: "Hex is not installed.",
  remedy: "Run `mix local.hex --force` before this step, or set `checks: {hex-audit: off}`.",
};

/** Says that advisories were consulted, and none was found: only Hex 2.5 and later write it. */
const clean = /^No retired or security advisory packages found$/m;

/**
 * No retired package, no advisory (Phase 6: mix hex.audit), by the sentences that prove that the registry was asked:
 * Hex sets its exit code when the VM ends, so the code says nothing of what was found.
 */
export function judgeHexAudit(seen: HexAuditArtefact, path: (file: string) => string): Judgement {
  const { hex, packages, ...ran } = seen;
  const output = plain(ran.stdout);
  const errors = plain(ran.stderr);
  const tail = tailOf(ran);
  if (ran.code === 0 && packages === 0 && errors.trim() === "") return { ...noPackages, facts: { hex, packages } };
  if (!advises(hex)) return { ...withoutAdvisories(hex), tail };
  const lock = path("mix.lock");
  const findings = [
    ...section(output, { heading: "Retired", rule: "retired", severity: "warning", file: lock }),
    ...section(output, { heading: "Advisories", rule: "advisory", severity: "error", file: lock }),
  ];
  const ignored = accepted
    .flatMap((heading) => section(output, { heading, rule: "", severity: "notice", file: lock }))
    .filter((one) => entry.test(one.message));
  const facts = { hex, packages, found: findings.length, ignored: ignored.map((one) => one.message.trim()) };
  const rest = ignored.length === 0 ? "" : ` ${ignored.length} ignored by the project's settings.`;
  if (/Found retired packages|Found packages with security advisories/.test(errors) || findings.length > 0) {
    return {
      verdict: "fail",
      reason_code: "vulnerabilities_found",
      says: `${findings.length} retired or vulnerable ${findings.length === 1 ? "package" : "packages"}.${rest}`,
      remedy:
        "Update them with `mix deps.update`, or list a false one under `hex: [ignore_advisories: …]` with its reason.",
      facts,
      findings,
      tail,
    };
  }
  if (/Failed to fetch record/.test(errors)) return { ...unreachable, facts, tail };
  if (ran.code === 0 && packages === 0) return { ...noPackages, facts };
  // What is ignored is listed after what is not: a list of the one shows that there was none of the other.
  if (ran.code === 0 && (clean.test(output) || ignored.length > 0))
    return {
      verdict: "pass",
      reason_code: "passed",
      says: `${packages} packages, none retired and no advisory.${rest}`,
      facts,
    };
  const otherwise = firstLine(errors) || `it exited with code ${ran.code} without its verdict.`;
  return couldNotRun("mix hex.audit", { words: `${output}\n${errors}`, otherwise, tail });
}

function withoutAdvisories(hex: string): Judgement {
  return {
    verdict: "error",
    reason_code: "not_judged",
    says: `Hex ${hex} knows retired packages only, not security advisories.`,
    remedy: "Run `mix local.hex --force` before this step: Hex 2.5 or later is needed.",
  };
}

const unreachable: Judgement = {
  verdict: "inconclusive",
  reason_code: "network_failed",
  says: "The registry could not be reached: Hex answered from its cache.",
  remedy: "Run again when hex.pm can be reached from the job.",
};

/** Findings that the project's settings or its organization's policy accept. */
const accepted = ["Policy-accepted retired", "Policy-accepted advisories", "Ignored retired", "Ignored advisories"];

/** `plug 1.19.2 - …`. */
const entry = /^\S+ \S+ - ./;

/** No dependency, or path and git dependencies alone: Hex says that all is well, having looked at nothing. */
export const noPackages: Judgement = {
  verdict: "not-run",
  reason_code: "not_applicable",
  says: "The project has no package of Hex, so there was nothing to ask the registry for.",
};

/** A part of what Hex prints, and what its entries become. */
interface Section extends Pick<Finding, "severity"> {
  readonly heading: string;
  readonly rule: string;
  readonly file: string;
}

/** The entries below a heading: `  plug 1.19.2 - EEF-… (HIGH)`, with what is indented further as its text. */
function section(output: string, { heading, rule, severity, file }: Section): readonly Finding[] {
  const lines = output.split("\n");
  const start = lines.indexOf(`${heading}:`);
  if (start < 0) return [];
  const found: Finding[] = [];
  for (const line of lines.slice(start + 1)) {
    if (!line.startsWith("  ")) break;
    const last = found.pop();
    if (last !== undefined && line.startsWith("    "))
      found.push({ ...last, message: `${last.message}\n${line.trim()}` });
    else found.push(...(last === undefined ? [] : [last]), { severity, rule, message: line.trim(), file, line: 1 });
  }
  return found;
}

/** Hex 2.5 was the first to consult advisories. */
function advises(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 2 || (major === 2 && minor >= 5);
}
